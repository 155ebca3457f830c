"""Tags as one types them: words with or without ``#``, completed from those there are."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from dossier.language.folding import fold
from tui.screens.chrome import TypeLine


def tags_of(typed: str) -> tuple[str, ...]:
    """The tags a line has, each once, without their ``#``."""
    words = typed.replace(",", " ").replace("#", " ").split()
    return tuple(dict.fromkeys(words))


def line_of(tags: Sequence[str]) -> str:
    """Tags as a line, to be typed on."""
    return "".join(f"#{tag} " for tag in tags)


def completed(typed: str, known: Sequence[str]) -> str | None:
    """The line with its last word made a known tag that begins so; None when none does."""
    word = typed.replace(",", " ").replace("#", " ").split(" ")[-1]
    had = set(tags_of(typed[: len(typed) - len(word)]))
    for tag in known if word else ():
        if tag not in had and len(tag) > len(word) and fold(tag[: len(word)]) == fold(word):
            return typed[: len(typed) - len(word)] + tag
    return None


class TagSuggester(Suggester):
    """Proposes the rest of a tag."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = tuple(known)

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word completed."""
        return completed(value, self._known)


class TagLine(TypeLine):
    """A line to type tags in; Tab takes what is proposed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "cursor_right", show=False)]
