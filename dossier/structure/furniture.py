"""Furniture: what a site put around the article, known by its words or its look."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dossier.language.folding import fold
from dossier.language.recognising import recognise_language
from dossier.language.words import word_list
from dossier.spans import Span
from dossier.structure.dates import read_dates
from dossier.structure.gluing import LONGEST_POST, POST
from dossier.structure.page import LISTS, SHORT, Line, Page

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+")
_BULLET_ARROWS = re.compile(r"^(?:[»>→▶►]+|[*•])\s*")
_SCRIPT = re.compile(
    r"(?:googletag|adsbygoogle|window|document|jQuery)\b[.\[(].*[;)}]\Z|<script\b|\(adsbygoogle\b"
)
"""A line of a page's program that was copied with its words."""
_PLAYER = re.compile(
    r"(?:.*\s)?[–—|-]\s(?:(?:à )?(?:re)?(?:garder|voir) sur|watch on)\s\S.{1,30}", re.IGNORECASE
)
"""The title of a film set into the page, and whose player shows it."""
_LINKED = re.compile(r"\[[A-Z«“\"‘'][^\[\]]{20,}[^\[\].!?…]\]|[A-Z].{20,}\sRead more")
"""The title of another article, between square brackets or before what leads to it."""
_LINKS = ("t.co/", "pic.twitter.com/")
_POSTS = ("@", *_LINKS)
"""One of these stands in every post."""
_POSTED = re.compile(r"[—–-]\s*.{1,80}\(@\w+\).{0,40}|@\w+")
_TAIL = " \u00a0\t:.!?…>»→"


@lru_cache(maxsize=1)
def _cues() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The cues of the list: whole lines, openings, closings; folded."""
    sections: dict[str, list[str]] = {"line": [], "start": [], "end": []}
    section = sections["line"]
    for entry in word_list("furniture", LISTS):
        if entry.startswith("["):
            section = sections[entry.strip("[]")]
        else:
            section.append(entry)
    return frozenset(sections["line"]), tuple(sections["start"]), tuple(sections["end"])


def _is_template(words: str) -> bool:
    """Whether a line says what templates say."""
    whole, starts, ends = _cues()
    folded = fold(words).strip()
    bare = folded.rstrip(_TAIL)
    if bare in whole or bare.endswith(ends):
        return True
    if not folded.startswith(starts):
        return False
    openings = [cue for cue in starts if folded.startswith(cue)]
    return any(
        not (cue[-1].isalnum() and folded[len(cue) : len(cue) + 1].isalnum()) for cue in openings
    )


def find_ornaments(page: Page) -> Iterator[Span]:
    """Lines without a letter or a digit: rules, stars, stray marks."""
    for line in page.open:
        if len(line.words) <= SHORT and not any(map(str.isalnum, line.words)):
            yield line.span


def find_furniture(page: Page) -> Iterator[Span]:
    """Lines that a site's template wrote: share, subscribe, comment, read also."""
    for line in page.open:
        if len(line.words) <= 2 * SHORT:
            bare = _BULLET_ARROWS.sub("", line.words)
            arrow = bare != line.words and line.words[0] in "»→▶►" and not line.body
            script = _SCRIPT.match(line.words) or _PLAYER.fullmatch(line.words)
            script = script or _LINKED.fullmatch(line.words)
            if arrow or script or _is_template(bare):
                yield line.span


def find_addresses(page: Page) -> Iterator[Span]:
    """Lines that are a web or mail address, alone."""
    for line in page.open:
        if _ADDRESS.fullmatch(line.words):
            yield line.span


def find_embeds(page: Page) -> Iterator[Span]:
    """Posts of a network pasted with their addresses: who posted them, when, in what tongue."""
    if not any(map(page.text.__contains__, _POSTS)):
        return
    found: set[int] = set()
    for line in page.open:
        if len(line.words) > LONGEST_POST:
            continue
        dated = line.number - 1 in found and any(read_dates(line.words))
        if dated or _is_post(page, line):
            found.add(line.number)
    if found:
        found |= set(_foreign_above(page, found))
    yield from (line.span for line in page.open if line.number in found)


def _is_post(page: Page, line: Line) -> bool:
    """Whether a line is a post, or the end of one; of a line we cut, it must be nothing else."""
    if not any(map(line.words.__contains__, _POSTS)):
        return False
    if _POSTED.fullmatch(line.words) or POST.fullmatch(line.words):
        return True
    below = page.neighbours(line)[1]
    is_whole = not (line.cut or (below and below.cut))
    return is_whole and any(map(line.words.__contains__, _LINKS))


def _foreign_above(page: Page, found: set[int]) -> Iterator[int]:
    """Numbers of the lines right above a post's that are in another language than the article."""
    language = recognise_language(page.text)
    for number in found:
        run: list[int] = []
        foreign = 0
        for line in reversed(page.lines[max(0, number - 6) : number]):
            own = recognise_language(line.words)
            if own == language or len(line.words) > LONGEST_POST:
                break
            run.append(line.number)
            foreign = len(run) if own else foreign
            if line.above:
                break
        if foreign:
            yield from run
