"""Frames of news: what stories are made of, whatever the story, as data an editor can extend.

The frames of a language stand in ``frames/<language>/``. This module reads them and finds
their terms in a sentence; it decides nothing.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from dossier.language import fold
from dossier.topics.words import words_of
from dossier.values import dataclass

FRAMES = Path(__file__).parent / "frames"
"""The lists of frames, a folder a language and a file a desk."""
STRONG, WEAK = 2.0, 1.0
"""What a strong term of a frame counts, and what another does."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part that news stories have: its title, and the terms that give it away."""

    key: str
    title: str
    terms: tuple[tuple[str, float], ...]
    """Folded terms, each with what it counts; a star stands for any ending."""
    titles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Titles to take when these terms fill the topic."""
    named: str | None = None
    """The title when one name stands out; ``{name}`` is the name."""
    name: str | None = None
    """The kind of name that may stand there."""
    heads: tuple[str, ...] = ()
    """Nouns, with their article, that make a title with what the dossier joins to them: "le plan"
    and "de paix"."""
    places: str | None = None
    """What stands before the two places that stand out: "Réactions : Berlin et Varsovie"."""
    sides: str | None = None
    """What stands before the one or two people or bodies that share the topic: "Politique : Le Pen
    et Mélenchon"."""
    placed: bool = False
    """Whether the place that stands out may follow its title: "La rencontre à Moscou"."""
    part_of: str | None = None
    """The key of the wider frame that its sentences go to where it does not stand alone."""
    desk: str = ""
    """The desk of the paper it is of: the name of its file."""
    yields_to: str | None = None
    """The key of a frame in whose stories its words mean something else: teams meet as well."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term of a frame, met in a text."""

    frame: int
    """Index of the frame."""
    term: str
    """The term as the frame writes it, folded."""
    count: float
    start: int
    end: int


@cache
def frames_of(language: str | None) -> tuple[Frame, ...]:
    """The frames known for the language; none when it is not known."""
    lists = sorted((FRAMES / (language or "none")).glob("*.toml"))
    return tuple(frame for file in lists for frame in _of_desk(file))


def _of_desk(file: Path) -> Iterator[Frame]:
    for frame in read_frames(file.read_text("utf-8")):
        yield replace(frame, desk=file.stem)


def read_frames(text: str) -> tuple[Frame, ...]:
    """The frames that a TOML text describes, in its order."""
    return tuple(_frame(table) for table in tomllib.loads(text)["frame"])


def _frame(table: dict[str, Any]) -> Frame:  # Any: a table as TOML gives it
    strong = [(term, STRONG) for term in _split(table.get("strong", ""))]
    terms = [(term, WEAK) for term in _split(table.get("terms", ""))]
    titles = tuple((title, _split(given)) for title, given in table.get("titles", {}).items())
    return Frame(
        table["key"],
        table["title"],
        tuple(dict(terms + strong).items()),
        titles,
        table.get("named"),
        table.get("name"),
        tuple(head.strip() for head in table.get("heads", "").split(",") if head.strip()),
        places=table.get("places"),
        sides=table.get("sides"),
        placed=table.get("placed", False),
        part_of=table.get("part_of"),
        yields_to=table.get("yields_to"),
    )


def _split(terms: str) -> tuple[str, ...]:
    each = (" ".join(term.split()) for term in _BETWEEN.sub(" ", fold(terms)).split(","))
    return tuple(term for term in each if term)


_BETWEEN = re.compile("['’/&.]")
"""What stands between two words of a text: "km/h" is two."""

_Entry = tuple[int, str, float]
"""A term of a list: the number of the list, the term, what it counts."""
_Ahead = tuple[tuple[str, bool], ...]
"""The words that have to follow, each with whether it may have any ending."""


class Lexicon:
    """The terms of several lists, indexed so that a text is searched once for all of them."""

    def __init__(self, lists: Iterable[Sequence[tuple[str, float]]]) -> None:
        self._whole: dict[str, list[tuple[_Entry, _Ahead]]] = {}
        self._prefix: dict[str, list[tuple[_Entry, _Ahead]]] = {}
        self._met: dict[str, tuple[tuple[_Entry, _Ahead], ...]] = {}
        self._openings: set[str] = set()
        """The first two letters of every term, or its first alone."""
        self._deepest = 0
        for number, terms in enumerate(lists):
            for term, count in terms:
                self._add(number, term, count)

    def _add(self, number: int, term: str, count: float) -> None:
        (first, starred), *ahead = (_part(word) for word in term.split())
        entry = (number, term, count), tuple(ahead)
        self._openings.add(first[:2])
        if starred:
            self._prefix.setdefault(first, []).append(entry)
            self._deepest = max(self._deepest, len(first))
        else:
            self._whole.setdefault(first, []).append(entry)

    def hits(self, text: str) -> list[Hit]:
        """The terms met, in reading order; in one list the longest term takes a place."""
        words = words_of(text)
        hits: list[Hit] = []
        known = self._met
        for i, (word, start, end) in enumerate(words):
            found = known.get(word)
            if found is None:
                found = known[word] = self._opened_by(word)
            for (number, term, count), ahead in found:
                if not ahead:
                    hits.append(Hit(number, term, count, start, end))
                    continue
                last = i + len(ahead)
                if last < len(words) and all(map(_meets, ahead, words[i + 1 : last + 1])):
                    hits.append(Hit(number, term, count, start, words[last][2]))
        return _longest(hits)

    def _opened_by(self, word: str) -> tuple[tuple[_Entry, _Ahead], ...]:
        """The terms that the word opens; of those it is alone, at most one a list."""
        if word[:2] not in self._openings and word[:1] not in self._openings:
            return ()
        alone: dict[int, tuple[_Entry, _Ahead]] = {}
        longer: list[tuple[_Entry, _Ahead]] = []
        deepest = min(len(word), self._deepest)
        lists = (self._prefix.get(word[:cut], ()) for cut in range(1, deepest + 1))
        for entries in (*lists, self._whole.get(singular(word), ())):
            longer.extend(entry for entry in entries if entry[1])
            alone.update({entry[0][0]: entry for entry in entries if not entry[1]})
        return (*longer, *alone.values())


def _part(word: str) -> tuple[str, bool]:
    """A word of a term as it is compared, and whether it may have any ending."""
    return (word[:-1], True) if word.endswith("*") else (singular(word), False)


@cache
def singular(word: str) -> str:
    """The word without the s or x of a plural."""
    plural = word.endswith(("s", "aux", "eux", "oux"))
    return word[:-1] if len(word) > 3 and plural else word


def _meets(part: tuple[str, bool], word: tuple[str, int, int]) -> bool:
    written, starred = part
    return word[0].startswith(written) if starred else singular(word[0]) == written


def _longest(hits: list[Hit]) -> list[Hit]:
    """The hits without those that lie inside a longer one of the same list."""
    kept: list[Hit] = []
    open_: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        open_ = [long for long in open_ if long.end > hit.start]
        inside = any(long.frame == hit.frame and hit.end <= long.end for long in open_)
        if not inside:
            kept.append(hit)
            if " " in hit.term:
                open_.append(hit)
    return kept
