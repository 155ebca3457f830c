"""An article as the rules read it: its plain text, its words, block by block, and its language."""

import re
from collections.abc import Sequence
from datetime import date

from dossier.article import Article, BlockKind
from dossier.entities.lexicon import listed
from dossier.entities.words import Word, find_words, plain
from dossier.on_demand import OnDemand
from dossier.spans import Span
from dossier.values import dataclass

UNREAD: frozenset[BlockKind] = frozenset({"furniture", "reference"})
"""Blocks in which nothing is recognised: what a site put there, and lists of other pieces."""

_FRENCH = listed(
    "le la les l' des du de d' et est un une en dans que qui pour sur avec par au aux ce il elle à"
)
_ENGLISH = listed("the of and to in is that for was with on as by at his has from it")
_FEW = 20
"""Words of a text too short to tell that it is in neither."""
OTHER = "und"
"""Neither French nor English, of a text that does not tell what else; of ISO 639-2."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one block."""

    span: Span
    words: tuple[Word, ...]
    titled: bool
    """Whether most of its words are capitalised, so that a capital says nothing."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article's words."""

    file: str
    text: str
    """Plain: offsets are the article's."""
    language: str
    """ISO 639-1; "" for a text of few words that do not tell, ``OTHER`` for one of many."""
    lines: tuple[Line, ...]
    published: date | None = None
    """The article's own date; of its last change where the first is not known."""


def read_page(article: Article) -> Page:
    """The page of an article."""
    text = plain(article.text)
    language = article.language or guess_language(text)
    lines = [
        Line(block.span, tuple(words), _is_titled(words, text[block.span.end - 1]))
        for block in article.blocks
        if block.kind not in UNREAD and (words := find_words(text, block.span, language))
    ]
    return Page(article.file, text, language, tuple(lines), article.published or article.updated)


class PagesOnDemand(OnDemand[Page]):
    """The pages of articles, each read when it is asked for, and not held."""

    __slots__ = ("_articles",)

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles

    def __len__(self) -> int:
        return len(self._articles)

    def _make(self, index: int) -> Page:
        return read_page(self._articles[index])


def guess_language(text: str) -> str:
    """French or English, by the small words of the text's beginning; ``OTHER`` for neither.

    "" for a text of few words, which may be in any.
    """
    words = re.findall(r"[^\W\d_]+'?", text[:20_000])
    french = sum(word in _FRENCH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if max(french, english) * 20 < len(words):
        return "" if len(words) < _FEW else OTHER
    return "fr" if french >= english else "en"


def _is_titled(words: Sequence[Word], last: str) -> bool:
    if last in ".!?…":
        return False
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) > 3 and sum(word.cap for word in long) * 10 > 6 * len(long)
