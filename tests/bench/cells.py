"""What stands in the cells of a terminal, as far as words are looked for there."""

import re

_PARTS = re.compile(r"\x1b\[(\d*);?(\d*)([HX])|(\n)|(\r)|([^\x1b\n\r]+)|\x1b[^\x1b\n\r]?")


class Cells:
    """The words a terminal shows: places, words and what is erased; colours are left out."""

    def __init__(self) -> None:
        self._rows: dict[int, list[str]] = {}
        self._y = self._x = 0

    def take(self, written: str) -> None:
        """Show what is written, escape sequences of other kinds taken out before."""
        for first, second, final, down, start, words in _PARTS.findall(written):
            if final == "H":
                self._y, self._x = int(first or 1) - 1, int(second or 1) - 1
            elif final == "X":
                self._put(" " * int(first or 1), stay=True)
            elif down:
                self._y += 1
            elif start:
                self._x = 0
            else:
                self._put(words)

    def _put(self, words: str, *, stay: bool = False) -> None:
        row, end = self._rows.setdefault(self._y, []), self._x + len(words)
        row += " " * (end - len(row))
        row[self._x : end] = words
        if not stay:
            self._x = end

    def text(self) -> str:
        """All rows, one under the other."""
        return "\n".join("".join(self._rows[y]) for y in sorted(self._rows))
