"""Speakers: who says what, in which article, in whose words.

What ``quotes`` tells of each article, under who is named, then under what a speaker is called
("un témoin"), then what nobody known says. Words that several articles quote stand together. What
most articles set apart as a name is one everywhere, though a sentence may look as if it were said.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from dossier.dossier import Dossier
from dossier.language import fold
from dossier.quotes import Quote, find_quotes
from dossier.values import dataclass

Known = Literal["name", "role", "nobody"]
"""By what a speaker is known."""

Step = Callable[[], object]

_NAMED = 3
"""Times that words stand between marks as nobody's, from which on they may be a name."""

_LONGEST_NAME = 40
"""Code points of a name between marks."""


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
    told = list(_told(dossier, step))
    nobody = _names(dossier, [quote for _, quote in told])
    for known, quote in told:
        if quote.state == "unsaid" or (_is_short(quote) and _words(dossier, quote) in nobody):
            continue
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
            known: Known = "name" if quote.speaker in names else "role"
            yield known if quote.speaker else "nobody", quote


def _names(dossier: Dossier, quotes: Sequence[Quote]) -> frozenset[str]:
    """What stands between marks as nobody's words, in most places: "gilets jaunes"."""
    short = [(_words(dossier, quote), quote.state) for quote in quotes if _is_short(quote)]
    apart = Counter(words for words, state in short if state == "unsaid")
    said = Counter(words for words, state in short if state in ("named", "role"))
    return frozenset(w for w, many in apart.items() if many >= max(_NAMED, 2 * said[w] + 1))


def _is_short(quote: Quote) -> bool:
    """Whether the words are not too many for a name."""
    return len(quote.span) <= _LONGEST_NAME


def _together(dossier: Dossier, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, each with those of the same words that come later."""
    same: dict[str, list[Quote]] = {}
    for quote in quotes:
        same.setdefault(_words(dossier, quote), []).append(quote)
    return tuple(quote for alike in same.values() for quote in alike)


def _words(dossier: Dossier, quote: Quote) -> str:
    """The words of a quote, whatever case, accents and white space."""
    return fold(" ".join(quote.span.of(dossier.article(quote.file).text).split()))
