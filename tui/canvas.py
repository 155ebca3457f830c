"""The canvas: what stands on the terminal, and the least to write so that it shows what is wanted.

Textual writes every row that changed whole, and every run of it in all its colours. What it writes
is read here into cells, compared with those that stand, and written again as what differs: a third
of the bytes of a key, and nothing for a page that is painted twice. It may also be held: cells are
then taken in and not written, so that a frame that stands already is not painted over by less.

What is not understood is let through as it is, and everything that stands is then unknown. Rows
with characters of which terminals differ in how wide they are are written whole from the first one.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import eq
from typing import NamedTuple

from tui.glyphs import cells as width_of

_PLACE = re.compile(r"\x1b\[(\d+);(\d+)H")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")

_SURE = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u2057"
    "\u20a0-\u20bf\u2190-\u2199\u2500-\u259f\u25a0-\u25cf]*"
)
"""Characters that every terminal draws in one cell."""

GAP = 8
"""Cells that need not be written are, if they are fewer: to go past them costs as much."""

ERASED = 12
"""Blank cells at an end that are erased (ECMA-48, ECH) if they are more: that is shorter."""
ERASES = not os.environ.get("TERM", "").startswith("screen")
"""Whether what is erased has the ground that is told: not in GNU screen."""


class Ink(NamedTuple):
    """A look, as the terminal is told it (ECMA-48, SGR)."""

    attributes: frozenset[str] = frozenset()
    ink: str = ""
    ground: str = ""


PLAIN = Ink()
_DRAWN = frozenset("4579") | {"21", "53"}
"""Attributes that can be seen on a space."""

Row = tuple[list[str], list[Ink], bool]
"""The words of each cell, none for the second half of a wide one; its ink; and whether every
terminal agrees on how wide they are."""

_NOTHING: Row = ([], [], True)


class Canvas:
    """The cells of one terminal: those that stand and those that are wanted."""

    def __init__(self) -> None:
        self.held = False
        """Whether what is wanted waits to be written."""
        self._wanted: dict[int, Row] = {}
        self._stands: dict[int, Row] = {}
        self._changed: set[int] = set()
        self._cursor = ""
        self._size: tuple[int, int] | None = None

    def fit(self, columns: int, lines: int) -> None:
        """Take the terminal's size; with another one nothing is known of what stands."""
        if self._size is not None and self._size != (columns, lines):
            self.forget()
            self.held = False
        self._size = columns, lines

    def forget(self) -> None:
        """Know nothing any more of what stands; all that is painted next is written."""
        self._wanted.clear()
        self._stands.clear()
        self._changed.clear()

    def lose(self) -> None:
        """Nothing of what is wanted stands any more: all of it is due."""
        self._stands.clear()
        self._changed = set(self._wanted)

    def stand(self, painted: str, columns: int, lines: int) -> None:
        """Take what is painted for what stands already on a terminal of that size."""
        self._size = columns, lines
        self._take(painted)
        self._stands = dict(self._wanted)
        self._changed.clear()

    def paint(self, painted: str) -> str:
        """What is to be written for this to stand; nothing while it is held."""
        try:
            self._take(painted)
        except ValueError:
            self.forget()
            self.held = False
            return painted
        return self.due()

    def put(self, y: int, x: int, painted: str) -> bool:
        """Want words and inks at a place; whether it is known what stands beside them."""
        try:
            cells, inks, sure, _ = _read(painted, PLAIN)
            self._put(y, x, cells, inks, sure=sure)
        except ValueError:
            return False
        return True

    def due(self) -> str:
        """What is to be written for what is wanted to stand; nothing while it is held."""
        return "" if self.held else self._due()

    def release(self) -> str:
        """Hold no longer: what is to be written for everything wanted to stand."""
        self.held = False
        return self._due()

    def frame(self, columns: int, lines: int) -> str | None:
        """All that is wanted, as one frame; None if it does not fill a terminal of that size."""
        rows = [self._wanted.get(y, _NOTHING) for y in range(lines)]
        if any(len(cells) != columns for cells, _, _ in rows):
            return None
        return _written(((y, row, _NOTHING) for y, row in enumerate(rows)), exact=True)

    def _due(self) -> str:
        changed = sorted(self._changed)
        self._changed.clear()
        rows = [(y, self._wanted[y], self._stands.get(y, _NOTHING)) for y in changed]
        self._stands.update((y, row) for y, row, _ in rows)
        written = _written(rows)
        return written + self._cursor if written else ""

    def _take(self, painted: str) -> None:
        """Read what is painted into cells; ValueError when it says more than words and inks."""
        start, *placed = _PLACE.split(painted)
        if start:
            raise ValueError(start)
        pen = PLAIN
        for down, right, painted_there in zip(placed[::3], placed[1::3], placed[2::3], strict=True):
            cells, inks, sure, pen = _read(painted_there, pen)
            y, x = int(down) - 1, int(right) - 1
            if cells:
                self._put(y, x, cells, inks, sure=sure)
            else:
                self._cursor = f"\x1b[{y + 1};{x + 1}H"

    def _put(self, y: int, x: int, cells: list[str], inks: list[Ink], *, sure: bool) -> None:
        """Have these cells in a row, from a column on."""
        end = x + len(cells)
        before, looks, agreed = self._wanted.get(y, _NOTHING)
        if before[x:end] == cells and looks[x:end] == inks:
            return
        if x > len(before):
            raise ValueError(f"what stands left of column {x} is not known")
        held = before[:x] + cells + before[end:]
        if sure and not agreed:
            sure = _first_unsure(held) == len(held)
        self._wanted[y] = held, looks[:x] + inks + looks[end:], sure
        self._changed.add(y)


@lru_cache(maxsize=1024)
def _read(painted: str, pen: Ink) -> tuple[list[str], list[Ink], bool, Ink]:
    """What is painted from one place on: cells, inks, whether they are sure, the ink at the end.

    Kept, for most rows come again. ValueError for what is neither words nor ink.
    """
    cells: list[str] = []
    inks: list[Ink] = []
    sure = True
    words, *orders = painted.rstrip("\n").split("\x1b[")
    while True:
        if words:
            ink = _on_ground(pen) if words.isspace() else pen
            if _SURE.fullmatch(words):
                cells += words
            elif words.isprintable() or not _CONTROL.search(words):
                sure = False
                cells += _cells_of(_joined(cells, words))
            else:
                raise ValueError(words)
            inks += [ink] * (len(cells) - len(inks))
        if not orders:
            return cells, inks, sure, pen
        said, final, words = orders.pop(0).partition("m")
        if not final:
            raise ValueError(said)
        pen = _inked(pen, said)


def _joined(cells: list[str], words: str) -> str:
    """What of the words takes cells: a mark they begin with is drawn on the cell before."""
    begins = next((at for at, char in enumerate(words) if width_of(char)), len(words))
    base = next((at for at in reversed(range(len(cells))) if cells[at]), None)
    if begins and base is not None:
        cells[base] += words[:begins]
    return words[begins:]


def _cells_of(words: str) -> Iterator[str]:
    """The words cell by cell: what combines with its base, a wide one and nothing after it."""
    held = ""
    for char in words:
        wide = width_of(char)
        if not wide and held:
            held += char
            continue
        if held:
            yield held
            yield from [""] * (width_of(held[0]) - 1)
        held = char
    if held:
        yield held
        yield from [""] * (width_of(held[0]) - 1)


def _written(rows: Iterable[tuple[int, Row, Row]], *, exact: bool = False) -> str:
    """What is to be written for each row to stand where another did; ``exact`` spares no ink."""
    written: list[str] = []
    pen = PLAIN
    for y, row, before in rows:
        for start, end in _differing(row, before):
            written.append(f"\x1b[{y + 1};{start + 1}H")
            pen = _write(written, row, start, end, pen, exact=exact)
    if pen is not PLAIN:
        written.append("\x1b[0m")
    return "".join(written)


def _write(written: list[str], row: Row, start: int, end: int, pen: Ink, *, exact: bool) -> Ink:
    """Write some cells of a row; the ink that was used last."""
    cells, inks, _ = row
    at = start
    while at < end:
        ink, first = inks[at], at
        while at < end and inks[at] is ink:
            at += 1
        words = "".join(cells[first:at])
        if exact and words.isspace():  # as it is read
            ink = _on_ground(ink)
        if ink is not pen and (exact or not (words.isspace() and _alike(pen, ink))):
            written.append(_change(pen, ink))
            pen = ink
        blank = len(words) - len(words.rstrip(" ")) if at == end and ERASES and not exact else 0
        if blank >= ERASED and not pen.attributes & _DRAWN:
            words = f"{words[:-blank]}\x1b[{blank}X"
        written.append(words)
    return pen


def _differing(row: Row, before: Row) -> Iterator[tuple[int, int]]:
    """Where a row is to be written again: from, to."""
    (cells, inks, sure), (stood, looked, agreed) = row, before
    many, least = len(cells), min(len(cells), len(stood))
    start = 0
    while start < least and cells[start] == stood[start] and inks[start] is looked[start]:
        start += 1
    if not (sure and agreed):
        if start < many:
            yield min(start, _first_unsure(cells), _first_unsure(stood)), many
        return
    end = many
    while start < end <= least and cells[end - 1] == stood[end - 1]:
        if inks[end - 1] is not looked[end - 1]:
            break
        end -= 1
    if start == end:
        return
    if end - start > 2 * GAP and 2 * sum(map(eq, cells[start:end], stood[start:end])) > end - start:
        yield from _apart(row, before, start, end)
    else:
        yield start, end


def _apart(row: Row, before: Row, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where cells differ between two that do, those apart by more than ``GAP`` apart."""
    (cells, inks, _), (stood, looked, _) = row, before
    last = start
    for at in range(start, min(end, len(stood))):
        if cells[at] != stood[at] or inks[at] is not looked[at]:
            if at - last > GAP:
                yield start, last + 1
                start = at
            last = at
    yield start, end


def _first_unsure(cells: list[str]) -> int:
    """The first cell of which terminals may differ in how wide it is."""
    for at, cell in enumerate(cells):
        if len(cell) != 1 or not _SURE.fullmatch(cell):
            return at
    return len(cells)


@lru_cache(maxsize=4096)
def _inked(pen: Ink, said: str) -> Ink:
    """The ink after some SGR parameters; one object a look. ValueError for what is not known."""
    attributes, ink, ground = set(pen.attributes), pen.ink, pen.ground
    codes = iter(said.split(";"))
    for code in codes:
        if code in {"", "0"}:
            attributes, ink, ground = set(), "", ""
        elif code in {"38", "48"}:
            form = next(codes, "")
            many = {"2": 3, "5": 1}.get(form, 0)
            colour = ";".join((code, form, *(next(codes, "") for _ in range(many))))
            ink, ground = (colour, ground) if code == "38" else (ink, colour)
        elif code in _INKS:
            ink = "" if code == "39" else code
        elif code in _GROUNDS:
            ground = "" if code == "49" else code
        elif code in _ENDS:
            attributes.add(code)
        elif code in _ENDS.values():
            attributes -= {begun for begun, end in _ENDS.items() if end == code}
        else:
            raise ValueError(said)
    return _one(Ink(frozenset(attributes), ink, ground))


_INKS = frozenset(map(str, (*range(30, 38), 39, *range(90, 98))))
_GROUNDS = frozenset(map(str, (*range(40, 48), 49, *range(100, 108))))


@lru_cache(maxsize=4096)
def _one(ink: Ink) -> Ink:
    """The one object for a look, so that looks are compared by identity."""
    return PLAIN if ink == PLAIN else ink


@lru_cache(maxsize=4096)
def _on_ground(ink: Ink) -> Ink:
    """What of an ink is seen on a space."""
    if ink.attributes & _DRAWN:
        return ink
    return _one(Ink(frozenset(), "", ink.ground))


def _alike(pen: Ink, ink: Ink) -> bool:
    """Whether a space looks alike in both."""
    return pen.ground == ink.ground and not (pen.attributes | ink.attributes) & _DRAWN


@lru_cache(maxsize=4096)
def _change(pen: Ink, ink: Ink) -> str:
    """What turns one ink into another."""
    gone = pen.attributes - ink.attributes
    if gone & {"1", "2"}:  # one order ends both
        pen = pen._replace(attributes=pen.attributes - {"1", "2"})
    codes = sorted({_ENDS[attribute] for attribute in gone})
    codes += sorted(ink.attributes - pen.attributes)
    codes += [ink.ink or "39"] * (ink.ink != pen.ink)
    codes += [ink.ground or "49"] * (ink.ground != pen.ground)
    return f"\x1b[{';'.join(codes)}m" if ink is not PLAIN else "\x1b[0m"


_ENDS = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
_ENDS |= {"21": "24", "53": "55"}
"""What ends an attribute."""
