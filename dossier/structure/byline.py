"""Bylines: who wrote the article."""

import re
from collections.abc import Iterator

from dossier.language.folding import fold
from dossier.language.words import word_list
from dossier.spans import Span
from dossier.structure.page import LISTS, Line, Page

_CREDIT = (
    r"(?:(?:édité|écrit|rédigé|publié|posté|mis en ligne|traduit|propos recueillis|recueilli|edited"
    r"|written|posted|published|reported|translated)\s+(?:par|by)"
    r"|(?:une?|l['’]|la|le)\s?(?:édito(?:rial)?|chronique|opinion|tribune|billet|analyse)"
    r" d(?:e|['’])"
    r"|par|by|auteurs?|authors?|rédaction|texte)"
)
_BYLINE = re.compile(rf"(?P<by>{_CREDIT}(?:\s*:\s*|\s+))(?P<name>\S.{{0,78}})", re.IGNORECASE)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.-]+"
_PERSON = re.compile(
    rf"{_NAME}(?: (?:de|du|des|le|la|von|van|der|el|al|ben|bin|{_NAME})){{0,3}} {_NAME}"
)
_SIGNED = re.compile(
    rf"{_PERSON.pattern}(?:\s*[/(,]\s*|\s+(?:[—–-]|(?i:avec|with))\s+)(?P<agency>[\w. /-]+?)\)?"
)

_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.[ -]?){2,3}")
_DESKS = re.compile(r"(?:burs[ -])?[a-zà-ÿ]{2,5}(?:[/-][a-zà-ÿ]{2,5}){2,9}")
"""Initials of an agency's desks ("burs-abc/def")."""
_SIGNED_OFF = re.compile(
    r"(?<=[.!?…»”\"])\s?(?:\((?P<names>[\w /,-]{2,30})\)|[–—] (?P<agency>[\w /,-]{2,30}))\Z"
)
MOST_INITIALS = 4
"""Letters."""
STANDFIRST = 2
"""Lines of a standfirst above a byline, when it reads as running text."""
LONGEST_SIGN = 40
"""Code points of the agencies behind a text."""
LEAST_SIGNED = 70
"""Code points of a line that may end with an agency's name."""
_PLACED = r"(?:à|au|aux|en|in|at|de notre|notre|our|correspond\w+)\b.{0,40}"
_FROM = re.compile(rf"{_PERSON.pattern}(?:,| et| and) (?:{_PLACED}|{_PERSON.pattern})")
"""A name and where the writer is ("Jeanne Martin, à Moscou"), or two names."""
_FAR_FROM = re.compile(
    r"[\u0590-\u07ff][^\W\d_ ]*(?: [^\W\d_]+){1,3} [–—-] [^\W\d_]+(?: [^\W\d_]+)?"
)
"""The same in Arabic and Hebrew: a name, a dash, a place."""
_SENT = re.compile(
    r"(?:de|from|by|par) (?:nos|notre|our) (?:envoy[ée]{1,2}s?|(?:special )?correspond\w+"
    r"|journalistes?|reporters?|bureau|rédaction)\b.{0,60}",
    re.IGNORECASE,
)
"""Whoever wrote it was sent by the paper, and is not named."""


def find_bylines(page: Page) -> Iterator[Span]:
    """The byline above the text ("Édité par : X"), or the signature below it ("X/Agence")."""
    for line in page.before_body():
        if line.short and not line.stopped and (_is_credit(line) or _is_from(line)):
            yield line.span
    for line in page.open:
        if page.first_body < line.number <= page.first_body + STANDFIRST and _is_sent(line):
            yield line.span
    for line in page.after_body():
        unstopped = line.short and not line.stopped
        if (unstopped and (_is_credit(line) or _is_signature(page, line))) or (
            _is_last(page, line) and _INITIALS.fullmatch(line.words)
        ):
            yield line.span


def find_credits(page: Page) -> Iterator[Span]:
    """A line that is an agency's name alone; the agencies in brackets that close the text."""
    for line in page.open:
        if len(line.words) <= 40 and is_agency(line.words):
            yield line.span
        elif line.number >= page.last_body and len(line.words) >= LEAST_SIGNED:
            yield from _signed_off(line)


def read_byline(words: str) -> str | None:
    """Whom a byline names, without "by"; None when it names nobody."""
    if _SENT.fullmatch(words) or _DESKS.fullmatch(words):
        return None
    match = _BYLINE.fullmatch(words)
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


def _is_from(line: Line) -> bool:
    """Whether a line is a name and where the writer is.

    The first of the page is rather its headline: "Mayor Closes Bridge, Council Votes".
    """
    if line.number == 0:
        return False
    return _is_sent(line) or any(form.fullmatch(line.words) for form in (_FROM, _FAR_FROM))


def _is_sent(line: Line) -> bool:
    """Whether a line says, without a name, that the paper sent the writer."""
    return line.short and not line.stopped and _SENT.fullmatch(line.words) is not None


def _is_credit(line: Line) -> bool:
    match = _BYLINE.fullmatch(line.words)
    if not match or len(match["name"].split()) > 9:
        return False
    return ":" in match["by"] or len(match["by"].split()) > 1 or _names_someone(match["name"])


def _names_someone(name: str) -> bool:
    """Whether what follows a bare "by" reads as a name and not as a title: "by charles"."""
    words = name.split()
    return len(words) <= 2 or bool(_PERSON.match(name)) or fold(name) in _agencies()


def _agencies() -> frozenset[str]:
    return frozenset(word_list("agencies", LISTS))
