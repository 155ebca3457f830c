"""Bylines: who wrote the article."""

import re
from collections.abc import Iterator
from itertools import islice

from dossier.language.folding import fold
from dossier.language.words import stop_words, word_list
from dossier.spans import Span
from dossier.structure.dates import is_day_line, part_date
from dossier.structure.page import LISTS, STANDFIRST, Line, Page

SIGNED = 4
"""Open lines below the text in which it may be signed: further down stands the site's footer."""

_CREDIT = (
    r"(?:(?:édité|écrit|rédigé|publié|posté|mis en ligne|traduit|propos recueillis|recueilli|edited"
    r"|written|posted|published|reported|translated)\s+(?:par|by)"
    r"|(?:une?|l['’]|la|le)\s?(?:édito(?:rial)?|chronique|opinion|tribune|billet|analyse)"
    r" d(?:e|['’])"
    r"|eine?\s(?:interview|kommentar|gastbeitrag|gastkommentar|essay|analyse|bericht|kolumne) von"
    r"|par|by)"
)
_LABEL = (
    r"auteurs?|authors?|autor(?:in|innen|en|e|es|a|as)?|autor[ei]|rédaction|textes?|texto|testo|tekst"
    r"|redacción|yazan|автор(?:ы)?|текст"
)
_BYLINE = re.compile(
    rf"(?P<by>{_CREDIT}(?:\s*:\s*|\s+)|(?P<said>{_LABEL})(?:\s*:\s*|\s+))(?P<name>\S.{{0,78}})",
    re.IGNORECASE,
)
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_NAME = rf"[{_UPPER}](?:[^\W\d_]|['’.-])+"
_PARTICLE = (
    r"(?:de|du|des|le|la|von|van|der|den|zu|el|al|ben|bin|do|da|dos|das|di|del|della|ter|y|e)"
)
_PERSON = re.compile(rf"{_NAME}(?: (?:{_PARTICLE}|{_NAME})){{0,3}} {_NAME}")
_SIGNED = re.compile(
    rf"{_PERSON.pattern}(?:\s*[/(,]\s*|\s+(?:[—–-]|(?i:avec|with))\s+)(?P<agency>[\w. /-]+?)\)?"
)
_HELPED = re.compile(r"[ (](?:avec|with) ", re.IGNORECASE)
_AND = r"(?:\s*[,|/&·•]\s*|\s+(?:et|and|und|y|e|en|i|ve)\s+)"
_PERSONS = re.compile(rf"{_PERSON.pattern}(?:{_AND}{_PERSON.pattern}){{0,4}}")
"""One name or several, and nothing else."""
_ELSEWHERE = re.compile(r"(?P<by>(?i:von|por|di|de|door|przez)\s+)(?P<name>\S.{0,100})")
"""How other languages say "by", with words that open many a heading too."""
_AND_WHERE = re.compile(rf"{_PERSONS.pattern}(?:\s*[,|(/–—-]\s*.{{0,40}})?")
_HAN = re.compile(
    r"(?:来源[:：]\s?\S{1,12}\s+)?(?:本报)?(?:记者|記者|作者|撰文|文)\s?[:：/／]?\s?"
    r"(?P<name>[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,4})"
)

_PICTURED = re.compile(
    r"[.,;|/–—-]?\s(?:fotos?|photos?|photographies|images|vid[ée]os?|bilder|illustrations?)\b.*",
    re.IGNORECASE,
)
"""Who made the pictures, behind who wrote the words."""
_NEWSROOM = re.compile(
    r"(?:la |the |die |de )?(?:rédaction|redacción|redaktion|redazione|redação|redactie|newsroom"
    r"|staff (?:writers?|reporters?))",
    re.IGNORECASE,
)
"""All who write for the paper, where it names nobody."""
_FOR_AGENCY = re.compile(rf"(?P<agency>[\w.-]{{2,20}})\s*[/|]\s*{_PERSONS.pattern}")
"""The agency before who wrote for it: "dpa / Sabine Thoma"."""
_WROTE_NOT = re.compile(
    r"(?:édité|publié|posté|mis|traduit|propos|recueilli|edited|posted|published|translated)\b",
    re.IGNORECASE,
)
"""Credits of those who did something else with the words than write them."""
_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.[ -]?){2,3}")
_DESKS = re.compile(r"(?:burs[ -])?[a-zà-ÿ]{2,5}(?:[/-][a-zà-ÿ]{2,5}){2,9}")
"""Initials of an agency's desks ("burs-abc/def")."""
_SIGNED_OFF = re.compile(
    r"(?<=[.!?…»”\"])\s?(?:\((?P<names>[\w /,-]{2,30})\)|[–—] (?P<agency>[\w /,-]{2,30}))\Z"
)
MOST_INITIALS = 4
"""Letters."""
LONGEST_SIGN = 40
"""Code points of the agencies behind a text."""
LEAST_SIGNED = 70
"""Code points of a line that may end with an agency's name."""
_PLACED = (
    r"(?:à|au|aux|en|in|at|de notre|notre|our|aus|a|da|uit|unser\w*|onze|correspond\w+)\b.{0,40}"
)
_FROM = re.compile(rf"{_PERSON.pattern}(?:,| et| and) (?:{_PLACED}|{_PERSON.pattern})")
"""A name and where the writer is ("Jeanne Martin, à Moscou"), or two names."""
_FAR_FROM = re.compile(
    r"[\u0590-\u07ff][^\W\d_ ]*(?: [^\W\d_]+){1,3} [–—-] [^\W\d_]+(?: [^\W\d_]+)?"
)
"""The same in Arabic and Hebrew: a name, a dash, a place."""
_SENT = re.compile(
    r"(?i:(?:envoyée?s? spécia(?:le?s?|ux)|correspondante?s?|special correspondent|corresponsal"
    r"|enviad[oa] especial|korrespondent(?:in)?|correspondente|inviat[oa]|corrispondente)"
    r" (?:permanente? )?(?:à|au|aux|en|in|im|at|a|ao|em|da|dal) )\S.{0,40}|"
    r"(?i:(?:de|from|by|par|von|por|del?|dal|door|da) (?:nos|notre|our|unser\w*|nuestr[oa]s?"
    r"|nostr[oaie]|noss[oa]s?|onze) (?:envoy[ée]{1,2}s?|(?:special )?[ck]orrespond\w+"
    r"|corrispondent\w+|correspons\w+|inviat\w+|enviad\w+|redacteur\w*|redaktion|reporter\w*"
    rf"|journalistes?|bureau|rédaction|redacción))\b(?: (?P<name>{_PERSON.pattern}))?.{{0,60}}"
)
"""Whoever wrote it was sent by the paper."""
MOST_NAMED = 6
"""Words behind such a "by" that may be anything, next to a date."""


def find_bylines(page: Page) -> Iterator[Span]:
    """The byline above the text ("Édité par : X"), or the signature below it ("X/Agence")."""
    top = (*page.before_body(), *page.under_standfirst())
    for line in top:
        if _is_byline(page, line):
            yield line.span
    for line in page.open:
        sent = page.first_body < line.number <= page.first_body + STANDFIRST and _is_sent(line)
        if sent and line not in top:
            yield line.span
    for line in islice(page.after_body(), SIGNED):
        unstopped = line.short and not line.stopped
        if (unstopped and (is_credit(line.words) or _is_signature(page, line))) or (
            _is_last(page, line) and _INITIALS.fullmatch(line.words)
        ):
            yield line.span


def _is_byline(page: Page, line: Line) -> bool:
    """Whether a line above the text says who wrote it, alone or with the day."""
    if not line.short:
        return False
    words, day = part_date(line.words)
    if not words or words.endswith((".", "!", "?", "…", ";", ":")):
        return False
    elsewhere = _ELSEWHERE.fullmatch(words)
    if line.number == 0:
        return not elsewhere and is_credit(words) and _PERSON.search(words) is not None
    if line.number > page.first_body and not (_is_dated(page, line) or _PERSON.search(words)):
        return _SENT.fullmatch(words) is not None
    if is_credit(words) or _is_from(words) or are_writers(page, line, words):
        return True
    signed = _SIGNED.fullmatch(words)
    by_agency = signed is not None and is_agency(signed["agency"])
    if not (day or _is_dated(page, line)):
        return by_agency and _HELPED.search(words) is not None
    if elsewhere:
        return _is_titled(elsewhere["name"])
    return by_agency or _is_by_staff(words)


def _is_by_staff(words: str) -> bool:
    """Whether a line names the newsroom, or an agency and who wrote for it."""
    staff = _FOR_AGENCY.fullmatch(words)
    return is_agency(staff["agency"]) if staff else _NEWSROOM.fullmatch(words) is not None


def is_writer(words: str) -> bool:
    """Whether a line says who wrote the article: with "by", an agency's name, the newsroom."""
    named = part_date(words)[0]
    return says_by(words) or is_agency(named) or _is_by_staff(named)


def says_by(words: str) -> bool:
    """Whether a line names with "by" who wrote the article, perhaps with the day."""
    words = part_date(words)[0]
    return is_credit(words) and not _WROTE_NOT.match(words)


def _is_titled(name: str) -> bool:
    """Whether most words of a name of any kind have a capital: "Notas & Informações"."""
    words = name.split()
    return len(words) <= MOST_NAMED and 2 * sum(word[0].isupper() for word in words) >= len(words)


def are_writers(page: Page, line: Line, words: str) -> bool:
    """Whether words are names beside a date or right above the text, and nobody it tells of."""
    if line.number == 0 or not _PERSONS.fullmatch(words) or _ELSEWHERE.match(words):
        return False
    if words == line.words and line.number + 1 != page.first_body and not _is_dated(page, line):
        return False
    names = [name.split() for name in re.split(_AND, words)]
    if any(fold(name[0]) in stop_words("fr") | stop_words("en") for name in names):
        return False  # "The Daily Planet", "An Edition"
    if any(fold(part) in ("par", "by") for name in names for part in name):
        return False  # "Le Courrier Par Jeanne Martin", two lines in one
    if any(says_by(other.words) for other in page.before_body() if other.number > line.number):
        return False  # the paper, or a second headline
    surnames = [name[-1] for name in names]
    told = (other.words for other in page.lines if other.body)
    return not any(surname in words for words in told for surname in surnames)


def _is_dated(page: Page, line: Line) -> bool:
    """Whether the line above or below is given to a date."""
    beside = (other for other in page.neighbours(line) if other and other.short)
    return any(is_day_line(other) for other in beside)


def find_credits(page: Page) -> Iterator[Span]:
    """A line that is an agency's name alone; the agencies in brackets that close the text."""
    for line in page.open:
        if len(line.words) <= 40 and is_agency(line.words):
            yield line.span
        elif line.number >= page.last_body and len(line.words) >= LEAST_SIGNED:
            yield from _signed_off(line)


def read_byline(words: str) -> str | None:
    """Whom a byline names, without "by" and the day; None when it names nobody."""
    words = _PICTURED.sub("", part_date(words)[0])
    if _DESKS.fullmatch(words) or _NEWSROOM.fullmatch(words):
        return None
    if sent := _SENT.fullmatch(words):
        return sent["name"]
    match = _BYLINE.fullmatch(words) or _ELSEWHERE.fullmatch(words) or _HAN.fullmatch(words)
    return (match["name"] if match else words).strip(" :,-–—|") or None


def is_agency(words: str) -> bool:
    """Whether words are an agency's name and nothing else, perhaps after "with"."""
    name = fold(words).strip(" .()-–—©/")
    name = name.removeprefix("avec ").removeprefix("with ").removeprefix("l'")
    return name in _agencies()


def _signed_off(line: Line) -> Iterator[Span]:
    """The agencies behind the last words of a line, in brackets or after a dash."""
    signed = _SIGNED_OFF.search(line.words, len(line.words) - LONGEST_SIGN)
    if signed and _are_agencies(signed["names"] or signed["agency"]):
        opening = signed.end() - len(signed[0].lstrip())
        yield Span(line.span.start + opening, line.span.end)


def _are_agencies(names: str) -> bool:
    """Whether names between strokes are agencies, perhaps with a writer's initials: "ats/nxp"."""
    parts = [part.strip() for part in re.split(r"[/,]| et | avec | and ", names)]
    return any(map(is_agency, parts)) and all(
        is_agency(part) or len(part) <= MOST_INITIALS for part in parts
    )


def _is_signature(page: Page, line: Line) -> bool:
    """Whether a line below the text is a name with an agency, or the last line and a name."""
    if _SIGNED.fullmatch(line.words) or _DESKS.fullmatch(line.words):
        return True
    if not _is_last(page, line) or len(line.words.split()) > 4:
        return False
    return bool(_PERSON.fullmatch(line.words))


def _is_last(page: Page, line: Line) -> bool:
    return line.number == page.open[-1].number


def _is_from(words: str) -> bool:
    """Whether words are a name and where the writer is.

    The first line of the page is rather its headline: "Mayor Closes Bridge, Council Votes".
    """
    return any(form.fullmatch(words) for form in (_SENT, _FROM, _FAR_FROM))


def _is_sent(line: Line) -> bool:
    """Whether a line says, without a name, that the paper sent the writer."""
    return line.short and not line.stopped and _SENT.fullmatch(line.words) is not None


def is_credit(words: str) -> bool:
    """Whether words say who wrote the article: "Par X", "von X, Berlin"."""
    if _HAN.fullmatch(words):
        return True
    if elsewhere := _ELSEWHERE.fullmatch(words):
        return _AND_WHERE.fullmatch(elsewhere["name"]) is not None
    match = _BYLINE.fullmatch(words)
    if not match or len(match["name"].split()) > 9:
        return False
    if ":" in match["by"] or len(match["by"].split()) > 1:
        return True
    return _names_someone(match["name"]) and (match["said"] is None or match["name"][0].isupper())


def _names_someone(name: str) -> bool:
    """Whether what follows a bare "by" reads as a name and not as a title: "by charles"."""
    words = name.split()
    if fold(words[0]) in stop_words("fr") | stop_words("en"):
        return False
    return len(words) <= 2 or bool(_PERSON.match(name)) or fold(name) in _agencies()


def _agencies() -> frozenset[str]:
    return frozenset(word_list("agencies", LISTS))
