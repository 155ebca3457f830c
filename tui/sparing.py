"""Sparing: what the toolkit loads with every app, and ours has no use for, is left out.

Textual's app names its own command palette, which brings six widgets with it: a tenth of the time
until a page stands (Textual 8.2.8, 2026-11). We have our own palette. The event loop loads TLS, and
the reader talks to no one. Each is missing only while the one that names it is loaded: whoever asks
for it later has it. A test tells when a later Textual is wired otherwise.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_PALETTE = "textual.command"


def load_toolkit() -> None:
    """Load the toolkit without them."""
    with _instead("ssl", None):
        import asyncio  # noqa: F401 - it does without where it has to
    with _instead(_PALETTE, _Nothing(_PALETTE)):
        import textual.app  # noqa: F401
    _let_go_of_lines()


def _let_go_of_lines() -> None:
    """Have the toolkit keep no lines of what was taken off the screen.

    It remembers two colours by the cache of lines they were asked for with, a thousand of them: 40
    openings of the index of names were 13 MB (2026-11). They are remembered by colours alone.
    """
    from functools import lru_cache, partial

    from textual._styles_cache import StylesCache

    asked = StylesCache.get_inner_outer
    if hasattr(asked, "__wrapped__"):
        known = lru_cache(64)(partial(asked.__wrapped__, StylesCache))
        colours = staticmethod(lambda *said: known(*said[-2:]))
        StylesCache.get_inner_outer = colours  # type: ignore[method-assign, assignment] # theirs


@contextmanager
def _instead(name: str, stand_in: ModuleType | None) -> Iterator[None]:
    """Have something stand for a module that is not loaded; None for that it cannot be."""
    modules: dict[str, Any] = sys.modules  # Any: None is one, too
    if name in modules:
        yield
        return
    modules[name] = stand_in
    try:
        yield
    finally:
        del modules[name]


class _Nothing(ModuleType):
    """Has every name that is asked of it, and nothing behind it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})
