"""Keeping: the clippings of the dossier that is open, and where they stand in it today.

Every change is on disk before it shows. No widget: what is shown is asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
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
from dossier.index import LARGE
from dossier.spans import Span
from dossier.topics import Topic
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
        self.changes = Changes(store)
        """What was done to them, here and in their list."""
        self._anchored: dict[str, Anchored] = {}
        """By the clippings' ids."""
        self._files: dict[str, dict[str, Anchored]] = {}
        """Those that stand somewhere, by the file they stand in."""
        self._looked_in: tuple[Article, ...] | None = None
        self.astray: dict[str, Clipping] = {}
        """Those of a large dossier whose files are gone, by their ids: ``seek`` finds them."""

    def read(self) -> frozenset[str] | None:
        """Read the store; the files where what is clipped is another now, None when all may be.

        DossierError, here and below, when it cannot be read or written.
        """
        kept, touched = self.store.load(), self.store.touched()
        if touched is None or self._looked_in is not self.dossier.articles:
            self._read_all(kept)
            return None
        return frozenset(file for name in touched for file in self._renew(name))

    def _read_all(self, kept: Sequence[Clipping]) -> None:
        """Find every clipping in the articles of today."""
        self._looked_in = self.dossier.articles
        self._anchored, self._files, self.astray = {}, {}, {}
        for one in self._found(self._here(kept)):
            self._put(one)

    def _here(self, kept: Sequence[Clipping]) -> tuple[Clipping, ...]:
        """Those that are the business of what is open."""
        dossier = self.dossier
        return clippings_of(kept, dossier.articles, dossier.folder, dossier.problems)

    def _found(self, here: Sequence[Clipping]) -> tuple[Anchored, ...]:
        """Where they stand; those that every article would be looked through for stand nowhere."""
        large = len(self.dossier.articles) >= LARGE
        astray = {one.id: one for one in here if large and not self.dossier.has(one.file)}
        self.astray |= astray
        for one in astray.values():
            self._put(Anchored(one, "lost", one.file, None))
        near = [one for one in here if one.id not in astray]
        return find_all_again(near, self.dossier.articles)

    def seek(self) -> Callable[[], None]:
        """Find those that are astray, in any thread; gives what has them stand where they do."""
        articles = self.dossier.articles
        sought = find_all_again(tuple(self.astray.values()), articles)

        def take() -> None:
            for one in sought if articles is self._looked_in else ():
                if self.astray.get(one.clipping.id) is one.clipping:
                    del self.astray[one.clipping.id]
                    self._put(one)

        return take

    def _renew(self, name: str) -> Iterator[str]:
        """Find one clipping again; the files it stood and stands in."""
        self.astray.pop(name, None)
        before, clipping = self._anchored.get(name), self.store.clipping(name)
        here = self._here((clipping,)) if clipping else ()
        if before is not None:
            self._files.get(before.file, {}).pop(name, None)
            yield before.file
        if not here:
            self._anchored.pop(name, None)
        for one in self._found(here):
            self._put(one)
            yield one.file

    def _put(self, one: Anchored) -> None:
        self._anchored[one.clipping.id] = one
        if one.span is not None:
            self._files.setdefault(one.file, {})[one.clipping.id] = one

    def __len__(self) -> int:
        """How many clippings there are, those that are lost counted."""
        return len(self._anchored)

    @property
    def clippings(self) -> tuple[Clipping, ...]:
        """All of them, in the reader's order."""
        return tuple(one for one in self.store.load() if one.id in self._anchored)

    def lost(self) -> frozenset[str]:
        """The ids of those whose words are not in the articles any more."""
        return frozenset(one.clipping.id for one in self._anchored.values() if one.span is None)

    def since(self, lost: frozenset[str]) -> tuple[int, int]:
        """How many are lost now that were not among those, how many of those are found again."""
        now = self.lost()
        return len(now - lost), sum(name in self._anchored for name in lost - now)

    def standing(self) -> tuple[tuple[str, Span], ...]:
        """Where each stands today; a lost one stands nowhere."""
        return tuple((file, span) for file in self._files for span in self.standing_in(file))

    def standing_in(self, file: str) -> tuple[Span, ...]:
        """Where those of a file stand."""
        return tuple(one.span for one in self._files.get(file, {}).values() if one.span)

    def at(self, file: str, span: Span, *, whole: bool = False) -> tuple[Clipping, ...]:
        """The clippings that share a code point with the span; those that it has the ``whole`` of.

        White space at the ends aside.
        """
        return tuple(
            one.clipping
            for one in self._files.get(file, {}).values()
            if one.span is not None
            and one.span.overlaps(span)
            and (not whole or _covered(one.span, (span,)))
        )

    def toggle(
        self,
        article: Article,
        span: Span,
        *,
        created: str,
        topic: Topic | None = None,
        chosen: bool = False,
    ) -> bool:
        """Keep the span, or let go what is kept of it; whether it is kept now.

        A span that was ``chosen`` lets go what it has the whole of, and nothing larger. ``topic``
        is the one that is read; what was done shows once ``read`` is asked, here and below.
        """
        held = self.at(article.file, span, whole=chosen)
        if held:
            self.changes.make(say("unclip"), held, ())
        else:
            self.changes.make(say("clip"), (), (clip(article, span, created=created, topic=topic),))
        return not held

    def keep_all(
        self, places: Iterable[tuple[str, Span]], *, created: str, topic: Topic | None = None
    ) -> int:
        """Keep many spans at once, those already kept left out; how many are new."""
        fresh: list[Clipping] = []
        for file, span in dict.fromkeys(places):
            article = self.dossier.article(file)
            if span.of(article.text).strip() and not _covered(span, self.standing_in(file)):
                fresh.append(clip(article, span, created=created, topic=topic))
        if fresh:
            self.changes.make(say("clip"), (), fresh)
        return len(fresh)

    def change(self, name: str, before: Clipping, after: Clipping) -> None:
        """Put a clipping in the place of another: a note."""
        self.changes.rewrite(name, before, after)

    def undo(self) -> str | None:
        """Take the last change back; its name, None when there is none."""
        return self.changes.undo()

    def redo(self) -> str | None:
        """Make the change again that was taken back last; its name, None when there is none."""
        return self.changes.redo()


def _covered(span: Span, kept: Iterable[Span]) -> bool:
    """Whether one of the kept spans holds all of it but the white space at its ends."""
    return any(one.start <= span.start and span.end - 1 <= one.end for one in kept)
