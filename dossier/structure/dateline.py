"""Datelines: where an agency's words come from, before the first of them."""

import re
from collections.abc import Iterator

from dossier.language.recognising import recognise_language
from dossier.spans import Span
from dossier.structure.byline import is_agency
from dossier.structure.page import STANDFIRST, Page

_PLACE = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ ,/][ ]?[\w'’.-]+){0,4}"
_AGENCY = r"\((?P<agency>[\w./ -]{2,30})\)"
_DAY = r"(?:,? (?:le )?\d{1,2}(?:er|\.)? \w{3,10}\.?(?: \d{4})?)"
_DATELINE = re.compile(
    rf"(?P<dateline>{_PLACE}(?: \({_PLACE}\))? ?,?{_DAY}? ?{_AGENCY}{_DAY}?"
    rf"|{_AGENCY.replace('agency', 'alone')}(?: ?[—–-] [A-ZÀ-ÖØ-Þ'’ .-]{{3,40}}{_DAY}?(?= ?[—–-]))?"
    r"|[A-ZÀ-ÖØ-Þ'’ .-]{3,40} (?P<desk>[a-z]{2,5})(?= \|)"
    rf"|[A-ZÀ-ÖØ-Þ'’ .-]{{3,40}}{_DAY}?)"
    rf"\s*(?P<dash>--|\.?[—–|-](?=\s)|[—–|-])\s*"
)
_HAN = re.compile(
    r"[（(【][^（）()【】\n]{2,24}(?:[电電]|共同|時事|ロイター)[)）】]"
    r"|(?:新华社|中新社|中新网|新華社|中央社)[^\s，。、]{2,14}[电電](?=\s)"
)
"""The same in Chinese and Japanese, in brackets or before a space: "（新华社深圳6月13日电）"."""
_CAPITALS = re.compile(r"[A-Z]{2,6}(?:[ /-]\w+)?|(?:Reuters|Belga|Agence [\w-]+)(?:[ /-]\w+)?")
_NAMED = re.compile(r"\(([^()]{2,30})\)")
_DASH = re.compile(r"\s*(?:--|\.?[—–|-])")
_ALONE = re.compile(rf"(?:{_PLACE} )?{_AGENCY}\s*[—–-]?")

_STOPPED = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ]{4,}(?:[ /-][A-ZÀ-ÖØ-Þ]{2,}){0,3})\."
    r"(?=\s+[«»„“\"]?[A-ZÀ-ÖØ-Þ][a-zß-ÿ'’ ])"
)
"""A place in capitals with a full stop, as regional papers set it: "WERNBACH. Der Kreistag…"."""
_PLACES_STOPPED = frozenset({"de", "it"})
"""The languages whose papers do so; in French, capitals with a full stop head a kind of piece."""
_PIECE = re.compile(
    r"exklusiv|eilmeldung|umfrage|portr[äa]t|glosse|foto|esclusiv|sondaggio|ritratto|ultim",
    re.IGNORECASE,
)
"""What also names a kind of piece in these languages."""

_RUBRIC = re.compile(
    r"\b(?:t[ée]moignages?|replay|sondage|reportage|entretien|interview|r[ée]cit|vid[ée]os?|direct|live|exclusif|exclusive|"
    r"analyse|analysis|scan|avis|focus|tweets|contre-?point|revue|dessin|images?|mot|opinion|portrait|enqu[êe]te|infographies?|photos?|tribune|watch|breaking|"
    r"d[ée]cryptage|chronique|[ée]dito|comment|update|alerte|urgent|info|factbox|explainer"
    r"|opini[óã][on]|editorial[ei]?|entrevista|intervista|kommentar|commento|leitartikel|kolumne"
    r"|columna|an[áà]lisis?|an[áà]lise|analisi|opinie|felieton|reportaje|reportagem)\b",
    re.IGNORECASE,
)
"""Capitals before a dash that name a kind of piece, not a place: "SONDAGE EXCLUSIF - "."""
MOST_RUBRIC = 3
"""Words."""


def find_dateline(text: str) -> Iterator[Span]:
    """The dateline, if the text opens with one; the dash is not part of it."""
    if match := _HAN.match(text):
        yield Span(0, match.end())
        return
    match = _DATELINE.match(text)
    if match and not _RUBRIC.search(match["dateline"]) and _is_signed(match):
        start = match.start("dateline")
        yield Span(start, start + len(match["dateline"].rstrip()))


def find_datelines(page: Page) -> Iterator[Span]:
    """The dateline that opens the running text, or stands alone outside it, with its dash."""
    first, last = page.first_body, page.last_body
    for line in page.open:
        below = first < line.number <= first + STANDFIRST and _names_agency(line.words)
        if first < line.number <= last and not below:
            continue
        alone = _ALONE.fullmatch(line.words) if line.short else None
        if alone and _is_desk(alone["agency"]):
            yield line.span
        elif (line.number == first or below) and (found := next(find_dateline(line.words), None)):
            dash = _DASH.match(line.words, found.end)
            yield Span(line.span.start, line.span.start + (dash.end() if dash else found.end))
        elif line.number == first and (end := _place_end(page, line.words)):
            yield Span(line.span.start, line.span.start + end)


def is_rubric(words: str) -> bool:
    """Whether a line names a kind of piece and no more: "OPINION", "Le scan politique"."""
    return len(words.split()) <= MOST_RUBRIC and _RUBRIC.search(words) is not None


def _place_end(page: Page, words: str) -> int:
    """Where a place in capitals ends that a full stop sets off from the text; 0 without one.

    What the text also says in small letters is a word and no place.
    """
    match = _STOPPED.match(words)
    if not match or recognise_language(page.text) not in _PLACES_STOPPED:
        return 0
    place = match["place"]
    told = _RUBRIC.search(place) or _PIECE.search(place)
    return 0 if told or re.search(rf"\b{place.lower()}\b", page.text) else match.end()


def _is_signed(match: re.Match[str]) -> bool:
    """Whether the agency of a dateline, where it has one, is an agency."""
    names = [name for name in match.group("agency", "alone", "desk") if name]
    return all(map(_is_desk, names))


def _is_desk(name: str) -> bool:
    """Whether a name is an agency's, known or in capitals."""
    return is_agency(name) or _CAPITALS.fullmatch(name) is not None


def _names_agency(words: str) -> bool:
    """Whether a known agency stands in brackets near the opening of a line."""
    named = _NAMED.search(words, 0, 60)
    return named is not None and is_agency(named[1])
