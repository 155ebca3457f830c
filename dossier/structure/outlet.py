"""The outlet, where a text names it at its head: a line beside the day, above who wrote it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dossier.language.folding import fold
from dossier.language.words import word_list
from dossier.spans import Span
from dossier.structure.byline import is_agency, is_credit, is_writer, says_by
from dossier.structure.dateline import is_rubric
from dossier.structure.dates import is_day_line, part_date
from dossier.structure.page import CREDITS, LISTS, Line, Page

MOST_WORDS = 6
"""Words of an outlet's name."""
LEAST_TOLD = 4
"""Letters of a word that the text may tell again."""

_LABEL = re.compile(
    r"(?:source|outlet|publication|newspaper|journal|m[ée]dia|medium|quelle|zeitung|fuente|medio"
    r"|peri[óo]dico|fonte|testata|giornale|jornal|источник|来源|來源|المصدر)\s?[:：]\s?"
    r"(?P<name>\S.*)",
    re.IGNORECASE,
)
"""A label that names the outlet, at the head of a note or an export."""
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\s,;:|/]*")


def find_outlets(page: Page) -> Iterator[Span]:
    """A line that names the outlet behind a label or beside the day, or a known one by itself."""
    for line in page.before_body():
        if _is_labelled(page, line):
            yield line.span
            continue
        words, day = part_date(line.words)
        if is_known := line.short and fold(words) in _known():
            yield _part(line, words)
        if is_known or not line.number or not line.short or not _is_name(words):
            continue
        if _is_paper(words) and (day or _is_beside_a_day(page, line)):
            yield _part(line, words)
        elif not day and heads_credits(page, line) and _is_titled(page, line):
            yield line.span


def find_mastheads(page: Page) -> Iterator[Span]:
    """The line above the headline that names the outlet."""
    if page.headline is None:
        return
    for line in page.before_body():
        if line.span.start > page.headline.start:
            return
        named = line.short and _is_name(line.words)
        if named and (_is_paper(line.words) or _is_titled(page, line)):
            yield line.span
            return


def names_paper(words: str) -> bool:
    """Whether words are set as a name is, and one of them is a word that papers are named with."""
    return _is_name(words) and _is_paper(words)


def read_outlet(words: str) -> str:
    """The outlet that a line names, without the label before it."""
    label = _LABEL.fullmatch(words)
    return label["name"] if label else words


def _part(line: Line, words: str) -> Span:
    """Where words stand that open or close a line."""
    first = line.words.startswith(words)
    start = line.span.start if first else line.span.end - len(words)
    return Span(start, start + len(words))


def _is_labelled(page: Page, line: Line) -> bool:
    """Whether a line says with a label what the outlet is, among those that tell of the article."""
    name = read_outlet(line.words)
    if name == line.words or len(name.split()) > MOST_WORDS or name[-1] in ".:;!?":
        return False
    beside = [other for other in page.neighbours(line) if other and other.short]
    told = any(is_day_line(other) or is_credit(other.words) for other in beside)
    return told and not is_agency(name)


def _is_name(words: str) -> bool:
    """Whether words are set as a name is: all with a capital, but for what stands between."""
    parts = _parts(words)
    if not 0 < len(parts) <= MOST_WORDS or not parts[0][0].isupper():
        return False
    if is_agency(words) or is_credit(words) or is_rubric(words) or _is_between(parts[-1]):
        return False
    return all(_is_between(part) or _CAPITAL.fullmatch(part) for part in parts)


def _parts(words: str) -> list[str]:
    """The words of a name, an elided article by itself."""
    return words.replace("’", "'").replace("'", "' ").split()


def _is_between(part: str) -> bool:
    """Whether a word stands in a name without a capital."""
    return part == "&" or (part.islower() and fold(part) in _words("between"))


def _is_paper(words: str) -> bool:
    """Whether a name has a word that papers are named with, and is not that word alone."""
    parts = _bare(words)
    if any(part.endswith(_endings()) and part not in _words("ending") for part in parts):
        return True
    others = {*parts} - _words("paper") - _words("between")
    if len(parts) == 1 or _words("paper").isdisjoint(parts):
        return False
    return not others or not others <= _words("section")


def _bare(words: str) -> list[str]:
    return re.findall(r"\w+", fold(words))


def _is_beside_a_day(page: Page, line: Line) -> bool:
    """Whether a day stands above or below, or behind who wrote it, on its line or the next."""
    above, below = page.neighbours(line)
    if below and is_writer(below.words):
        if part_date(below.words)[1]:
            return True
        below = page.neighbours(below)[1]
    return any(other is not None and is_day_line(other) for other in (above, below))


def heads_credits(page: Page, line: Line) -> bool:
    """Whether a name opens the lines that give the day and who wrote it, apart from the headline.

    The outlet's, or that of a part of the site, or of a place.
    """
    if not (line.number and line.above and line.short and _is_name(line.words)):
        return False
    below: list[Line] = []
    for other in page.lines[line.number + 1 : line.number + 2 + CREDITS]:
        if other.above or not other.short:
            break
        below.append(other)
    days = [other for other in below if is_day_line(other)]
    by = any(says_by(other.words) for other in below)
    return by and bool(days) and all(other in days or is_writer(other.words) for other in below)


def _is_titled(page: Page, line: Line) -> bool:
    """Whether a name opens with an article, and the text tells of none of its words.

    So do "The Daily Planet" and "El Mundo", and few places that the text leaves out.
    """
    parts = _parts(line.words)
    article = len(parts) > 1 and fold(parts[0]) in _words("article")
    return article and not _is_told(page, line)


def _is_told(page: Page, line: Line) -> bool:
    """Whether the rest of the page says a word of the name again."""
    longer = [word for word in re.findall(r"\w+", line.words) if len(word) >= LEAST_TOLD]
    others = (other.words for other in page.lines if other.number != line.number)
    return any(word in words for words in others for word in longer)


@lru_cache(maxsize=1)
def _sections() -> dict[str, frozenset[str]]:
    """The sections of the list, folded."""
    sections: dict[str, list[str]] = {}
    section: list[str] = []
    for entry in word_list("papers", LISTS):
        if entry.startswith("["):
            section = sections.setdefault(entry.strip("[]"), [])
        else:
            section += fold(entry).split()
    return {name: frozenset(words) for name, words in sections.items()}


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The outlets of the list, folded."""
    return frozenset(map(fold, word_list("outlets", LISTS)))


def _words(section: str) -> frozenset[str]:
    return _sections()[section]


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(sorted(_words("ending")))
