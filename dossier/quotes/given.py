"""Given names: which women bear, and which men do."""

from functools import cache
from importlib.resources import files
from typing import Literal

from dossier.quotes.words import listed

Gender = Literal["woman", "man"]


def given_gender(name: str) -> Gender | None:
    """Whether women or men bear a given name; None when both do, or nobody known."""
    women, men = _names()
    if name in women:
        return "woman"
    return "man" if name in men else None


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """The given names of women, and of men."""
    folder = files("dossier.quotes") / "data"
    women, men = ((folder / f"{name}.txt").read_text(encoding="utf-8") for name in ("women", "men"))
    return _without_comments(women), _without_comments(men)


def _without_comments(text: str) -> frozenset[str]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return listed(" ".join(lines))
