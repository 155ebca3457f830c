"""An article: one piece as one outlet published it, cut into blocks and passages.

An ``Article`` holds its text untouched and spans into it. The structure rules make it
(``dossier.structure``); this module only says what it is, in which order several are
read, and which language they are in.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from dossier.spans import Span
from dossier.values import dataclass

BlockKind = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "date",
    "heading",
    "paragraph",
    "item",
    "quote",
    "caption",
    "reference",
    "furniture",
]
"""What a block is, by the trade's names."""

PASSAGE_KINDS: frozenset[BlockKind] = frozenset({"standfirst", "paragraph", "item", "quote"})
"""The blocks that are read and cited: the article's body, and the standfirst that opens it."""

Origin = Literal["text", "metadata", "by hand"]
"""Where a particular was read: in the text, in the file's metadata, or the reader said it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the article's text that is one kind of thing.

    Blocks ascend, do not overlap, and every visible character lies in exactly one.
    """

    kind: BlockKind
    span: Span
    why: str = ""
    """The rule that said so, as "caption", "tags", "read also"; empty for plain paragraphs."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item, block quote or standfirst: read and cited alone."""

    number: int
    """From 1, in reading order; a citation's ``p14``."""
    kind: BlockKind
    span: Span
    sentences: tuple[Span, ...]
    """In order; together they hold every visible character of the passage."""
    heading: Span | None = None
    """The heading it stands under; None before the first."""
    cut: bool = False
    """Whether we cut it from the passage before: the source had lost its paragraphs."""


@dataclass(frozen=True, slots=True)
class Article:
    """One piece as one outlet published it; its ``text`` never changes."""

    file: str
    """Its path in the folder, with ``/``; names the article everywhere."""
    text: str
    blocks: tuple[Block, ...] = ()
    passages: tuple[Passage, ...] = ()
    title: str | None = None
    """The headline, as the text or the metadata give it; None when there is none."""
    outlet: str | None = None
    byline: str | None = None
    """Who wrote it, without "by"."""
    published: date | None = None
    updated: date | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, as "fr"; None when it could not be told."""
    origins: tuple[tuple[str, Origin], ...] = ()
    """For each particular that is known, its name and where it was read."""
    assumed: tuple[str, ...] = ()
    """What was assumed to read the file, one sentence each, as its encoding."""

    @property
    def name(self) -> str:
        """What to call the article: its title, else its first sentence, else its file."""
        if self.title:
            return self.title
        if self.passages and self.passages[0].sentences:
            return " ".join(self.passages[0].sentences[0].of(self.text).split())
        return self.file

    def retold(self, particulars: Mapping[str, object]) -> "Article":
        """The article with other particulars, by their names."""
        return replace(self, **particulars)  # type: ignore[arg-type]  # as a dict, they have no type

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the offset; None between passages."""
        at = bisect_right(self.passages, offset, key=lambda passage: passage.span.end)
        if at < len(self.passages) and self.passages[at].span.start <= offset:
            return self.passages[at]
        return None


def reading_order(article: Article) -> tuple[date, str]:
    """By date, the undated last; then by file."""
    return article.published or article.updated or date.max, article.file


def main_language(articles: Sequence[Article]) -> str | None:
    """The language most articles are in, the one with most text where two are level.

    Not the one with most text first: one long page in another language would name every topic.
    """
    numbers = Counter(article.language for article in articles if article.language)
    most = max(numbers.values(), default=0)
    level = [language for language, number in numbers.items() if number == most]
    if len(level) < 2:
        return level[0] if level else None
    sizes: Counter[str] = Counter()
    for article in articles:
        if article.language in level:
            sizes[article.language] += len(article.text)
    return max(level, key=lambda language: sizes[language])
