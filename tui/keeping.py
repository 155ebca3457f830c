"""Keeping: the clippings of the dossier that is open, and where they stand in it today.

Every change is on disk before it shows. No widget: what is shown is asked for.
"""

from collections.abc import Iterable
from datetime import datetime

from dossier.article import Article
from dossier.clippings import (
    Anchored,
    Clipping,
    ClippingStore,
    clip,
    clippings_of,
    find_all_again,
)
from dossier.dossier import Dossier
from dossier.spans import Span
from tui.screens.changes import Changes
from tui.wording import say


def now() -> str:
    """This moment, in ISO 8601 with its offset from UTC."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class Keeping:
    """The clippings of a dossier, and the way back over what was done to them."""

    def __init__(self, dossier: Dossier, store: ClippingStore) -> None:
        self.store = store
        self.dossier = dossier
        """Where the clippings stand; another one when more of it was read."""
        self._changes = Changes(store)
        self._anchored: tuple[Anchored, ...] = ()

    def read(self) -> None:
        """Read the store; DossierError, here and below, when it cannot be read or written."""
        articles, folder = self.dossier.articles, self.dossier.folder
        here = clippings_of(self.store.load(), articles, folder)
        self._anchored = find_all_again(here, articles)

    def __len__(self) -> int:
        """How many clippings there are, those that are lost counted."""
        return len(self._anchored)

    @property
    def clippings(self) -> tuple[Clipping, ...]:
        """All of them, in the reader's order."""
        return tuple(one.clipping for one in self._anchored)

    def standing(self) -> tuple[tuple[str, Span], ...]:
        """Where each stands today; a lost one stands nowhere."""
        return tuple((one.file, one.span) for one in self._anchored if one.span is not None)

    def at(self, file: str, span: Span) -> tuple[Clipping, ...]:
        """The clippings that share a code point with the span."""
        return tuple(
            one.clipping
            for one in self._anchored
            if one.file == file and one.span is not None and one.span.overlaps(span)
        )

    def toggle(self, article: Article, span: Span, *, created: str) -> bool:
        """Keep the span, or let go what is kept of it; whether it is kept now."""
        held = self.at(article.file, span)
        if held:
            self._changes.make(say("unclip"), held, ())
        else:
            self._changes.make(say("clip"), (), (clip(article, span, created=created),))
        self.read()
        return not held

    def keep_all(self, places: Iterable[tuple[str, Span]], *, created: str) -> int:
        """Keep many spans at once, those already kept left out; how many are new."""
        held: dict[str, list[Span]] = {}
        for file, span in self.standing():
            held.setdefault(file, []).append(span)
        fresh: list[Clipping] = []
        for file, span in dict.fromkeys(places):
            article = self.dossier.article(file)
            if span.of(article.text).strip() and not _covered(span, held.get(file, ())):
                fresh.append(clip(article, span, created=created))
        if fresh:
            self._changes.make(say("clip"), (), fresh)
            self.read()
        return len(fresh)

    def change(self, name: str, before: Clipping, after: Clipping) -> None:
        """Put a clipping in the place of another: a note."""
        self._changes.make(name, (before,), (after,))
        self.read()

    def undo(self) -> str | None:
        """Take the last change back; its name, None when there is none."""
        done = self._changes.undo()
        self.read()
        return done

    def redo(self) -> str | None:
        """Make the change again that was taken back last; its name, None when there is none."""
        done = self._changes.redo()
        self.read()
        return done


def _covered(span: Span, kept: Iterable[Span]) -> bool:
    """Whether one of the kept spans holds all of it but the white space at its ends."""
    return any(one.start <= span.start and span.end - 1 <= one.end for one in kept)
