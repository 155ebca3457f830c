"""Copied: which articles share most of their words, and where a passage stands again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dossier.article import Article
from dossier.copies import Copies, find_copies
from dossier.on_demand import ArticlesOnDemand


class Copied:
    """What the articles share, made ready to be asked of each by its file."""

    def __init__(self, copies: Copies) -> None:
        self._copies: defaultdict[str, list[str]] = defaultdict(list)
        for copy in copies.articles:
            self._copies[copy.file].append(copy.of)
            self._copies[copy.of].append(copy.file)
        self.files = frozenset(self._copies)
        """The files of the articles that are copies, or that have one."""
        self.many = self.among(self.files)
        """How many articles say again what another says."""
        self._places = {
            place: shared.places for shared in copies.passages for place in shared.places
        }

    def of(self, file: str) -> tuple[str, ...]:
        """The files of the articles that share most of their words with this one."""
        return tuple(self._copies.get(file, ()))

    def among(self, files: Iterable[str]) -> int:
        """How many of the files say again what another of them says: of three alike, two."""
        left, texts = set(files), 0
        many = len(left)
        while left:
            texts += 1
            alike = [left.pop()]
            while alike:
                others = left.intersection(self._copies.get(alike.pop(), ()))
                left -= others
                alike += others
        return many - texts

    def elsewhere(self, file: str, passage: int) -> tuple[str, ...]:
        """The files of the other articles in which a passage stands too."""
        places = self._places.get((file, passage), ())
        return tuple(other for other, _ in places if other != file)


def compare(articles: Sequence[Article]) -> Copied:
    """What the articles share. Any thread may run it."""
    known = articles.copies() if isinstance(articles, ArticlesOnDemand) else None
    return Copied(find_copies(articles) if known is None else known)
