"""The words around a quote, in the language of the export: dates, quotation marks, a few labels."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from dossier.export.escaping import UNWRITABLE


@dataclass(frozen=True, slots=True)
class Wording:
    """How citations are written in one language."""

    months: tuple[str, ...]
    """Twelve names; none where dates are written in ISO 8601."""
    dated: str
    """With ``{d}``, ``{m}`` and ``{y}``."""
    first: str
    """The first day of a month."""
    quotes: tuple[str, str]
    """What stands before and after a title."""
    updated: str
    untitled: str
    note: str
    lost: str
    sources: str
    others: str
    said_by: str
    """With ``{speaker}`` and ``{source}``."""
    unsure: str
    """With ``{speaker}``: said of one who is not sure."""
    replaced: tuple[str, str]
    """Said of a character that cannot be written, and of ``{n}`` of them."""
    left_out: tuple[tuple[str, str], ...]
    """What may be left out, each with what is said of it."""

    def day(self, when: date) -> str:
        """A date as one writes it."""
        if not self.months:
            return when.isoformat()
        number = self.first if when.day == 1 else str(when.day)
        return self.dated.format(d=number, m=self.months[when.month - 1], y=when.year)

    def told_of(self, words: Iterable[str]) -> str:
        """What to say beside a quote of characters that cannot be written; mostly nothing."""
        number = sum(len(UNWRITABLE.findall(part)) for part in words)
        if not number:
            return ""
        return self.replaced[number > 1].format(n=number)

    def untold(self, left_out: Iterable[str]) -> tuple[str, ...]:
        """What to say in the head of what was left out."""
        said = dict(self.left_out)
        return tuple(said[what] for what in left_out)

    def attributed(self, speaker: str | None, source: str, *, sure: bool) -> str:
        """A source, and who speaks in it where that is known."""
        if not speaker:
            return source
        who = speaker if sure else self.unsure.format(speaker=speaker)
        return self.said_by.format(speaker=who, source=source) if source else who

    def quoted(self, title: str) -> str:
        """A title between quotation marks."""
        return f"{self.quotes[0]}{title}{self.quotes[1]}"


def wordings() -> tuple[Wording, ...]:
    """The wording of each language there is one of."""
    return tuple(map(wording_of, _languages()))


@cache
def wording_of(language: str | None) -> Wording:
    """The wording of a language, ISO 639-1; English words and ISO dates for one not known."""
    known = _languages()
    words = known.get(language or "", {**known["en"], "months": []})
    return Wording(
        **{
            **words,
            "months": tuple(words["months"]),
            "quotes": tuple(words["quotes"]),
            "replaced": tuple(words["replaced"]),
            "left_out": tuple(words["left_out"].items()),
            "first": words.get("first", "1"),
        }
    )


@cache
def _languages() -> dict[str, dict[str, Any]]:  # Any: TOML; every key is a field of Wording
    """What stands in ``languages.toml``."""
    return tomllib.loads(files("dossier.export").joinpath("languages.toml").read_text("utf-8"))
