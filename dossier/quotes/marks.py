"""Where the quotes of an article stand: outermost pairs of quotation marks, and dialogue.

A quote of several paragraphs is one: each opens with a mark, and the last alone is closed. A mark
that nothing closes quotes nothing. What a site put around the article is not looked at.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.article import Article, Block
from dossier.language.words import UNSPACED, UNSPACED_LETTER
from dossier.spans import Span

MOST = 2000
"""Quotes of one article that are looked at."""

_PARAGRAPHS = 8
"""Paragraphs that a quote may go on over."""

_CLOSES = {"«": "»", "“": "”", "„": "“”", '"': '"', "‹": "›", "「": "」", "『": "』", "‘": "’"}
_ALWAYS = re.compile(r"[«»“”„\"‹›「」『』]")
_SINGLE = re.compile(r"[«»“”„\"‹›「」『』]|(?<!\w)‘(?=\w)|(?<=[^\s(])’(?!\w)")
_DIALOGUE = re.compile(r"\s*[—–]\s+(?=\w)")
_BLANK = " \t\n\r\u00a0\u202f\u2009\u200a"
_ENDING = frozenset(".,;:!?)。，、；：！？）")
_JOINED = re.compile(f"[{UNSPACED}\uac00-\ud7af]")
"""A letter that may follow a closing mark: no space parts words, or it is a Korean particle."""
_LONGEST = 6000
"""Code points from which on a pair of marks is a mistake."""


def find_marked(article: Article) -> tuple[tuple[Span, Span], ...]:
    """The quotes of an article, in reading order: with their marks, and without."""
    read = [block for block in article.blocks if block.kind not in {"furniture", "reference"}]
    marks = _SINGLE if _single(article) else _ALWAYS
    found: list[tuple[Span, Span]] = []
    past = 0
    for at, block in enumerate(read):
        for whole in _in_block(article.text, read, at, marks, past):
            words = _trimmed(article.text, whole.start + 1, whole.end - 1)
            if len(words):
                found.append((whole, words))
                past = whole.end
            if len(found) >= MOST:
                return tuple(found)
        if past <= block.span.start and (spoken := _dialogue(article.text, read, at)):
            found.append((block.span, spoken))
            past = block.span.end
            if len(found) >= MOST:
                break
    return tuple(found)


def _single(article: Article) -> bool:
    """Whether the article quotes between single marks, as British papers do."""
    text = article.text
    return text.count("‘") > 2 * text.count("“") and '"' not in text


def _in_block(
    text: str, blocks: Sequence[Block], at: int, marks: re.Pattern[str], past: int
) -> Iterator[Span]:
    """The outermost pairs that open in a block."""
    span = blocks[at].span
    opened, stack = -1, ""
    for mark in marks.finditer(text, max(span.start, past), span.end):
        sign = mark[0]
        if stack and sign in _CLOSES[stack[-1]] and _may_close(text, mark.start(), sign):
            stack = stack[:-1]
            if not stack and mark.end() - opened <= _LONGEST:
                yield Span(opened, mark.end())
        elif sign in _CLOSES and _may_open(text, mark.start(), sign):
            if not stack:
                opened = mark.start()
            stack = (stack + sign)[:9]
        elif stack and sign == "»" and "«" in stack:  # what opened inside was never closed
            stack = ""
            yield Span(opened, mark.end())
    if stack and (end := _goes_on(text, blocks, at, stack[0])):
        yield Span(opened, end)


def _may_open(text: str, at: int, sign: str) -> bool:
    """Whether a straight mark can open: words follow it at once, and no spaced word ends before."""
    if sign != '"':
        return True
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if after in _ENDING and text[at + 1 : at + 3] != "..":
        return False  # "Il m'a dit: +Ça reviendra+".": it closes what nothing opened
    inside = before.isalnum() and not UNSPACED_LETTER.match(before)
    return not inside and bool(after) and not after.isspace()


def _may_close(text: str, at: int, sign: str) -> bool:
    """Whether a straight mark can close: a word or a sentence ends before it."""
    if sign != '"':
        return True
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return not before.isspace() and not (after.isalpha() and not _JOINED.match(after))


def _goes_on(text: str, blocks: Sequence[Block], at: int, sign: str) -> int | None:
    """Where a quote that its paragraph leaves open is closed; None when it is not."""
    closes = _CLOSES[sign]
    for block in blocks[at + 1 : at + 1 + _PARAGRAPHS]:
        words = block.span.of(text).lstrip(_BLANK)
        if block.kind == "heading" or not (words[:1] == sign or words[:1] in tuple(closes)):
            return None
        start = block.span.start + text[block.span.start : block.span.end].index(words[0]) + 1
        depth = 0
        for mark in _ALWAYS.finditer(text, start, block.span.end):
            if (
                mark[0] in closes
                and not depth
                and (sign != '"' or _may_close(text, mark.start(), sign))
            ):
                return mark.end()
            depth += (mark[0] == sign) - (mark[0] in closes)
    return None


def _dialogue(text: str, blocks: Sequence[Block], at: int) -> Span | None:
    """What a paragraph says after a dash, where its neighbour opens with one as well."""
    if not _opens_with_dash(text, blocks[at]):
        return None
    near = (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
    if not any(_opens_with_dash(text, block) for block in near):
        return None
    dash = _DIALOGUE.match(text, blocks[at].span.start)
    return _trimmed(text, dash.end(), blocks[at].span.end) if dash else None


def _opens_with_dash(text: str, block: Block) -> bool:
    """Whether someone may speak there: a dash, no list's, and a few words."""
    words = block.span.of(text)
    listed = block.kind == "item" and not words.lstrip().startswith("—")
    spoken = block.kind in ("paragraph", "item") and not listed
    return spoken and bool(_DIALOGUE.match(words)) and len(words[:80].split()) > 3


def _trimmed(text: str, start: int, end: int) -> Span:
    """A range without the white space at its ends."""
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return Span(start, end)
