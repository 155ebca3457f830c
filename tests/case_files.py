"""Cases in prose files: a title, a text, the words expected, between lines of one dot.

A journalist can add one; a rule's file in ``tests/cases/`` bears the rule's name.
"""

from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """What a text should give."""

    title: str
    text: str
    expected: tuple[str, ...]
    """One entry a line; empty when nothing should be found."""


def read_cases(name: str) -> list[Case]:
    """The cases of ``tests/cases/NAME.md``; ValueError when a part is missing."""
    text = (CASES / f"{name}.md").read_text(encoding="utf-8")
    parts = f"\n{text}".replace("\n.\n.\n", "\n.\n\n.\n").split("\n.\n")
    if len(parts) % 3 != 1 or parts[-1].strip():
        raise ValueError(f"{name}.md: a case is a title, a text and words, each closed by a dot")
    return [
        Case(title.strip(), text, tuple(line for line in words.splitlines() if line.strip()))
        for title, text, words in zip(parts[:-1:3], parts[1:-1:3], parts[2:-1:3], strict=True)
    ]
