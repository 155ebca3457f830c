"""Speakers: who says what, in which article, in whose words.

What ``quotes`` tells of each article, under who is named, then under what a speaker is called
("un témoin"), then what nobody known says. Words that several articles quote stand together.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from dossier.dossier import Dossier
from dossier.language import fold
from dossier.quotes import Quote, find_quotes
from dossier.values import dataclass

Known = Literal["name", "role", "nobody"]
"""By what a speaker is known."""

Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom the articles quote; of a role, whoever is called so."""

    name: str | None
    """An entity's name, or what the articles call the speaker; None for nobody known."""
    known: Known
    quotes: tuple[Quote, ...]
    """In the dossier's order, those of the same words together; some may be uncertain."""

    @property
    def files(self) -> frozenset[str]:
        """The articles that quote the speaker."""
        return frozenset(quote.file for quote in self.quotes)


def speakers(dossier: Dossier, step: Step = bool) -> tuple[Speaker, ...]:
    """Who speaks in a dossier, those whom most articles quote first, then who is quoted most.

    What is in quotation marks and nobody's speech, a title or a nickname, is left out. ``step`` is
    called before each article, and may raise to stop.
    """
    said: defaultdict[tuple[Known, str], list[Quote]] = defaultdict(list)
    names: dict[tuple[Known, str], str | None] = {}
    for known, quote in _told(dossier, step):
        key = known, fold(quote.speaker or "")
        names.setdefault(key, quote.speaker)
        said[key].append(quote)
    found = [Speaker(names[key], key[0], _together(dossier, said[key])) for key in said]
    order: dict[Known, int] = {"name": 0, "role": 1, "nobody": 2}
    return tuple(sorted(found, key=lambda s: (order[s.known], -len(s.files), -len(s.quotes))))


def _told(dossier: Dossier, step: Step) -> Iterator[tuple[Known, Quote]]:
    """What is said in the articles, each with by what its speaker is known."""
    for article in dossier.articles:
        step()
        mentions = dossier.mentions(article.file)
        names = {entity.name for _, entity in mentions}
        for quote in find_quotes(article, mentions):
            if quote.state != "unsaid":
                known: Known = "name" if quote.speaker in names else "role"
                yield known if quote.speaker else "nobody", quote


def _together(dossier: Dossier, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, each with those of the same words that come later."""
    same: dict[str, list[Quote]] = {}
    for quote in quotes:
        words = fold(" ".join(quote.span.of(dossier.article(quote.file).text).split()))
        same.setdefault(words, []).append(quote)
    return tuple(quote for alike in same.values() for quote in alike)
