"""Quotes read back from an export, ours or one that was edited by hand, and whether they hold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

from dossier.article import Article
from dossier.clippings.wording import find_wording
from dossier.export.citation import NBSP
from dossier.export.escaping import writable
from dossier.export.markdown import ELLIPSIS
from dossier.export.references import key_of
from dossier.language.folding import fold
from dossier.spans import Span, trim

if TYPE_CHECKING:
    from markdown_it.token import Token

QuoteState = Literal["held", "moved", "uncited", "changed", "absent"]
"""Word for word where it is cited; elsewhere; where none is; not word for word; nowhere."""

_ALIKE = 80.0
"""0..100: how alike words must be to be those that were quoted and then changed."""

_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
"""A line's end inside a paragraph."""

_CITING = ("—", "–", "-")
"""What a line that says where a quote is from begins with."""
_MARKS = ("§", "[@", "[^")
"""What may stand in one, and seldom anywhere else."""

_THREE = r" \d{3}(?!\d)"
_GOES_ON = re.compile(
    r"[.,\u00a0\u202f\u2009]?\d"
    + "".join(rf"|(?<=(?<!\d)\d{{{digits}}}){_THREE}" for digits in (1, 2, 3))
)
"""What goes on a number behind one of its digits; after a space that breaks, three digits alone."""

_SHORT = 20
"""Characters up to which words resemble too many others."""
_NEAREST = 32
"""Articles that are compared letter by letter: a tenth of a second each (2026-11) for a page."""


@dataclass(frozen=True, slots=True)
class WrittenQuote:
    """A block quote of a Markdown text."""

    words: str
    line: int
    """The line it begins in, from 1."""
    cited: str
    """What stands under it, and the footnotes that names: where it says it is from."""
    named: tuple[str, ...] = ()
    """Those footnotes alone; of a label that is defined twice, both."""
    note: str = ""
    """The reader's note under it."""
    heading: str = ""
    """The one it stands under, the text's own title apart; "" for none."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A quote, and where its words stand in the articles of today."""

    quote: WrittenQuote
    state: QuoteState
    file: str | None = None
    spans: tuple[Span, ...] = ()
    """One a part, where words between were left out; none when it is absent."""


def read_quotes(markdown: str) -> tuple[WrittenQuote, ...]:
    """The block quotes of a Markdown text, in order."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").disable("reference").parse(markdown)  # "[^1]: word" is none
    footnotes = _footnotes(markdown)
    quotes: list[WrittenQuote] = []
    depth = 0
    words: list[str] = []
    line, heading = 0, ""
    for at, token in enumerate(tokens):
        if token.type == "blockquote_open":
            if depth == 0:
                words, line = [], (token.map or [0])[0] + 1
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
            if depth == 0:
                after = list(_paragraphs_after(tokens, at))
                named = tuple(_named((one.content for one in after[:1]), footnotes))
                under = [_plain(one) for one in after]
                cited = " ".join([*under[:1], *named])
                said = "\n\n".join(words)
                quotes.append(WrittenQuote(said, line, cited, named, _note(under[1:]), heading))
        elif not depth and token.type == "heading_open" and token.tag != "h1":
            heading = " ".join(_plain(tokens[at + 1]).split())
        elif depth and token.type == "inline":
            words.append(_plain(token))
        elif depth and token.type in ("code_block", "fence", "html_block"):
            words.append(token.content.rstrip("\n"))  # no export has one: it was put there
    return tuple(quotes)


def _plain(token: "Token") -> str:
    """What an inline token reads as."""
    said = {"softbreak": "\n", "hardbreak": "\n"}
    children = token.children or []
    return "".join(said.get(c.type, c.content if c.type != "html_inline" else "") for c in children)


def _paragraphs_after(tokens: "Sequence[Token]", at: int) -> "Iterator[Token]":
    """The paragraphs that follow, up to the next heading or quote."""
    for token in tokens[at + 1 :]:
        if token.type in {"blockquote_open", "heading_open"}:
            return
        if token.type == "inline":
            yield token


def _footnotes(markdown: str) -> list[tuple[str, str]]:
    """The footnotes of a text with their labels, whatever lines an editor wrapped them in."""
    notes: list[tuple[str, str]] = []
    is_open = False
    for line in markdown.split("\n"):
        label, mark, words = line.partition("]: ")
        if mark and label.startswith("[^"):
            notes.append((label[2:], words.strip()))
            is_open = True
        elif is_open and line.strip():
            notes[-1] = notes[-1][0], f"{notes[-1][1]} {line.strip()}"
        else:
            is_open = False
    return notes


def _named(paragraphs: Iterable[str], footnotes: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The footnotes that paragraphs of Markdown name; an escaped label names none."""
    for paragraph in paragraphs:
        for label, words in footnotes:
            if f"[^{label}]" in paragraph:
                yield words


def _note(paragraphs: Sequence[str]) -> str:
    """The reader's note among the paragraphs under a quote, without its label."""
    for paragraph in paragraphs:
        label, mark, words = paragraph.partition(":")
        if mark and len(label) < 20 and not paragraph.startswith("[^"):
            return words.strip()
    return ""


def verify(quote: WrittenQuote, articles: Sequence[Article]) -> Verified:
    """Whether the quote's words stand in the articles, and where it says.

    Words that an article has several times hold where any of those places is the one cited. Lines
    that an editor wrapped are the words they were: Markdown reads a line's end as a space.
    """
    for words in dict.fromkeys((quote.words, _LINE_END.sub(" ", quote.words))):
        if found := _standing(quote, words, articles):
            return found
    likely = _likely_first(quote, articles)
    for article in likely:
        for span in find_wording(quote.words, article.text):
            return Verified(quote, "changed", article.file, (span,))
    return _nearest(quote, likely[:_NEAREST]) or Verified(quote, "absent")


def _standing(quote: WrittenQuote, words: str, articles: Sequence[Article]) -> Verified | None:
    """Where words stand word for word, first of all where the quote says; None when nowhere."""
    elsewhere: Verified | None = None
    for article in articles:
        places = _places(words, article)
        first = next(places, None)
        if first is None:
            continue
        if _is_named(quote, article, articles):
            numbers = _numbers_under(quote)
            for spans in chain((first,), places):
                if _is_numbered(numbers, article, spans):
                    return Verified(quote, "held", article.file, spans)
        elsewhere = elsewhere or Verified(quote, "moved", article.file, first)
    if elsewhere is not None and not _is_cited(quote, articles):
        return replace(elsewhere, state="uncited")
    return elsewhere


def _is_cited(quote: WrittenQuote, articles: Sequence[Article]) -> bool:
    """Whether what stands under a quote says where it is from, truly or not."""
    cited = quote.cited
    if quote.named or cited.startswith(_CITING) or any(mark in cited for mark in _MARKS):
        return True
    folded = fold(cited)
    return any(_is_told(folded, one) or _is_signed(folded, one) for one in articles)


def _nearest(quote: WrittenQuote, articles: Sequence[Article]) -> Verified | None:
    """The words most like the quote's, where some are so much like them that they are meant.

    Where several are as much like them, those of the first article.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    best: Verified | None = None
    alike = _ALIKE
    for article in articles if len(quote.words) > _SHORT else ():
        found = partial_ratio_alignment(quote.words, article.text, score_cutoff=alike)
        is_better = found is not None and (best is None or found.score > alike)
        if found and is_better and found.dest_end > found.dest_start:
            alike = found.score
            span = trim(article.text, Span(found.dest_start, found.dest_end))
            best = Verified(quote, "changed", article.file, (span,))
    return best


def _likely_first(quote: WrittenQuote, articles: Sequence[Article]) -> list[Article]:
    """The articles, first the one a quote says, then those that have most of its words."""
    folded = fold(" ".join((quote.cited, *quote.named)))
    words = set(quote.words.split())

    def likely(article: Article) -> tuple[bool, int]:
        return _is_told(folded, article), sum(word in article.text for word in words)

    return sorted(articles, key=likely, reverse=True)


def _places(words: str, article: Article) -> Iterator[tuple[Span, ...]]:
    """Every place where the words stand, word for word, and cut no word or number.

    A sentence cuts none, whatever it is glued to. Line ends of the article count as spaces where
    the words have none: an editor put them there.
    """
    text = _written(article.text)
    if not _LINE_END.search(words):
        text = _in_lines(text)
    start = 0
    while spans := _stand(words, text, start):
        ends = [at for span in spans for at in (span.start, span.end)]
        if all(_ends_sentence(article, at) for at in ends if _is_cut(text, at)):
            yield spans
        start = spans[0].start + 1


def _is_cut(text: str, at: int) -> bool:
    """Whether a place is amid a word or a number: "2 000" is not in "12 000".

    A sentence that is glued to the one before ("violencesCes") may begin there.
    """
    before, behind = text[at - 1 : at] if at else "", text[at : at + 1]
    if before.isdigit():
        return _GOES_ON.match(text, at) is not None
    if behind.isdigit():
        return at > 1 and text[at - 2].isdigit() and _GOES_ON.match(text, at - 1) is not None
    cased = (before + behind).upper() != (before + behind).lower()
    glued = before.islower() and behind.isupper()
    return before.isalpha() and behind.isalpha() and cased and not glued


def _ends_sentence(article: Article, at: int) -> bool:
    """Whether a sentence of the article begins or ends there."""
    passages = (one for one in article.passages if one.span.start <= at <= one.span.end)
    return any(at in (s.start, s.end) for passage in passages for s in passage.sentences)


_written = lru_cache(maxsize=1024)(writable)
"""Each quote is looked for in every article."""


@lru_cache(maxsize=1024)
def _in_lines(text: str) -> str:
    """The text, each of its paragraphs in one line."""
    return _LINE_END.sub(" ", text)


def _stand(words: str, text: str, start: int) -> tuple[Span, ...]:
    """Where the words stand first from there on; part by part where some were left out."""
    for parts in ((words,), tuple(words.split(f" {ELLIPSIS} "))):
        spans: list[Span] = []
        end = start
        for part in parts:
            at = text.find(part, end) if part.strip() else -1
            if at < 0:
                break
            end = at + len(part)
            spans.append(Span(at, end))
        if len(spans) == len(parts):
            return tuple(spans)
    return ()


def _is_named(quote: WrittenQuote, article: Article, articles: Sequence[Article]) -> bool:
    """Whether what stands under a quote names this article.

    Its footnote decides where it names any article by title, file or key; an outlet and an author
    may have several.
    """
    for said in quote.named or (quote.cited,):
        folded = fold(said.replace("\\", ""))
        if _is_told(folded, article):
            continue
        if any(_is_told(folded, other) for other in articles):
            return False
        if not _is_signed(fold(quote.cited.replace("\\", "")), article):
            return False
    return True


def _is_signed(folded: str, article: Article) -> bool:
    """Whether folded words tell an article's outlet or author; several may have them."""
    return any(_folded(name) in folded for name in (article.outlet, article.byline) if name)


def _is_told(folded: str, article: Article) -> bool:
    """Whether folded words tell an article by what is its own."""
    names = (article.title, article.file, article.name[:60], f"@{key_of(article)}")
    return any(_folded(name) in folded for name in names if name)


_folded = lru_cache(maxsize=1 << 14)(fold)
"""Each article is asked for under each quote."""


def _is_numbered(numbers: set[int], article: Article, spans: tuple[Span, ...]) -> bool:
    """Whether the numbers are those of the passages of this place, if there are any."""
    passages = {p.number for p in article.passages for span in spans if p.span.overlaps(span)}
    return not numbers or not passages or passages <= numbers


def _numbers_under(quote: WrittenQuote) -> set[int]:
    """The numbers of passages that stand under a quote; without any, those of its footnotes."""
    notes = " ".join(quote.named)
    return _numbers(quote.cited.removesuffix(notes)) or _numbers(notes)


def _numbers(cited: str) -> set[int]:
    """The numbers of passages that a citation names: « § 4-5, 9 »; a title's are among them."""
    numbers: set[int] = set()
    for after in cited.replace(NBSP, " ").split("§ ")[1:]:
        listed = after.split("]")[0].split("[")[0].split("<")[0]
        for part in listed.split(","):
            first, _, last = part.strip(" .").partition("-")
            if not first.isdecimal():
                break
            numbers.update(range(int(first), min(int(first) + 999, _number(last, int(first))) + 1))
    return numbers


def _number(digits: str, otherwise: int) -> int:
    """A whole number, or another when there is none."""
    return int(digits) if digits.isdecimal() else otherwise
