"""Given: the terms that the reader gave a topic, and where a text has them.

A term is words; a star stands for any ending of the one before it. What else is typed, quotes or a
comma, says nothing. In a script that puts no space between words a term stands wherever it is
written.
"""

from collections.abc import Iterable, Iterator, Sequence

from dossier.article import Article
from dossier.language import fold
from dossier.language.sieve import sieve
from dossier.on_demand import ArticlesOnDemand
from dossier.spans import Span
from dossier.topics.frames import STRONG, Hit, Lexicon, singular
from dossier.topics.places import Places
from dossier.topics.topic import Topic
from dossier.topics.words import WORD, is_unspaced


class Given:
    """Some terms, looked for in texts."""

    def __init__(self, terms: Sequence[str]) -> None:
        cut = [term for term in map(_words, terms) if term]
        self._written = [term for term in cut if is_unspaced(term)]
        spaced = [(term, STRONG) for term in cut if not is_unspaced(term)]
        self._lexicon = Lexicon([spaced]) if spaced else None
        longest = (max(term.split(), key=len).rstrip("*") for term, _ in spaced)
        self._telling = {singular(word) for word in longest}
        """What a word of each term begins with, wherever the text has it."""

    def among(self, articles: Sequence[Article]) -> Iterator[Article]:
        """Those of the articles that may have a term; of a large dossier the others are not made.

        All where it is not known which.
        """
        places = self._places(articles) if isinstance(articles, ArticlesOnDemand) else None
        return iter(articles) if places is None else (articles[place] for place in places)

    def _places(self, articles: ArticlesOnDemand) -> list[int] | None:
        """Where those stand that have the longest word of a term; None where that is not known."""
        having = [articles.having(sieve([(word, False)]), 0) for word in sorted(self._telling)]
        known = [places for places in having if places is not None]
        if self._written or len(known) < len(having):
            return None
        return sorted({place for places in known for place in places})

    def may_be_in(self, text: str) -> bool:
        """Whether a text may have a term: told at a tenth of the cost, never no where it has."""
        if self._written:
            return True
        folded = fold(text)
        return any(beginning in folded for beginning in self._telling)

    def hits(self, text: str) -> list[Hit]:
        """Where the text has a term, in reading order."""
        if not self.may_be_in(text):
            return []
        found = self._lexicon.hits(text) if self._lexicon else []
        for term in self._written:
            at = text.find(term)
            while at >= 0:
                found.append(Hit(0, term, STRONG, at, at + len(term)))
                at = text.find(term, at + len(term))
        return sorted(found, key=lambda hit: (hit.start, -hit.end))


def _words(term: str) -> str:
    """A term as it is looked for: its words folded, each with its star."""
    found = list(WORD.finditer(term))
    if found and is_unspaced(found[0][0]):
        return "".join(match[0] for match in found)
    words = ((fold(m[0]).strip(), term[m.end() : m.end() + 1] == "*") for m in found)
    return " ".join(word + "*" * star for word, star in words if word)


def drawn_from(
    topic: Topic | None, articles: Iterable[Article], terms: Sequence[str]
) -> Iterator[tuple[str, Span]]:
    """The sentences that terms draw, each with its file: from a topic, or from all articles."""
    given = Given(terms)
    own = Places((e.file, e.span) for e in topic.extracts) if topic else Places()
    for article in articles:
        if not given.may_be_in(article.text):
            continue
        for sentence in (s for passage in article.passages for s in passage.sentences):
            is_there = topic is None or own.cover(article.file, sentence)
            if is_there and given.hits(sentence.of(article.text)):
                yield article.file, sentence
