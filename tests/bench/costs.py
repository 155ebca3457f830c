"""``python -m tests.bench.costs``: whether any rule costs more than its share of a long text.

Each text repeats one thing. Five times the text should cost about five times as much: more than
twelve times, and more than half a second, is a rule that goes over the text again and again, and
the status is 1. It is CPU time, so it is measured here and decides no test.
"""

import sys
import time

from dossier.entities import find_entities
from dossier.search import search
from dossier.structure import structure_article

UNITS: tuple[str, ...] = (
    "a@",
    "a@b.",
    " ",
    "a",
    "1",
    "1.",
    "1 000 ",
    "A",
    "A.B.",
    "« ",
    "- ",
    ". ",
    "( ",
    "Lyon ",
)
UNITS += ("Jean-", "M. ", '"', "« a » ", "12 % ", "l'", "deux cent ", "\n", "a\n", " \n", "e\u0301")
UNITS += ("Par Jean ", "http://a", "www.", "[x](", "<b>", "&amp;", "\u200b", "@a ", "— a (@", "…")
LARGE, SMALL = 40_000, 8_000
"""Code points of the two texts that are compared."""


def read(unit: str, size: int) -> float:
    """CPU seconds to cut, name and search so many code points of one thing."""
    text = (unit * size)[:size]
    began = time.process_time()
    article = structure_article("a.txt", text)
    find_entities((article,))
    search((article,), "lyon")
    return time.process_time() - began


def main() -> int:
    """Measure every unit, and say which costs too much."""
    dear = 0
    for unit in UNITS:
        read(unit, SMALL // 4)
        small, large = read(unit, SMALL), read(unit, LARGE)
        bad = large >= 0.5 and large >= 12 * small
        dear += bad
        print(f"{unit!r:14} {small:7.3f} s {large:7.3f} s{'  TOO DEAR' if bad else ''}")
    return int(dear > 0)


if __name__ == "__main__":
    sys.exit(main())
