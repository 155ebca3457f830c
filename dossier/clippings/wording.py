"""The same words in another writing: what an editor's or an encoding's typography may change.

Letters, figures and their order count, and case, and accents. What does not: the form of the
encoding, kinds of apostrophe, quotation mark, dash and space, bullets and line ends. An encoding
that lacks a letter may have put a question mark for it, or dropped its accent; words may be set in
capitals. Each of these is a writing of its own, tried in turn, and compared letter by letter.
"""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from dossier.spans import Span

_APOSTROPHES = frozenset("'’‘ʼ‛`´")
_QUOTES = frozenset('"«»“”„‟‹›')
_BULLETS = frozenset("•·▪◦●∙*")
_LOST = frozenset("?\N{REPLACEMENT CHARACTER}")
"""What an encoding that lacks a character leaves in its place."""

_SPELT = {"…": "...", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}


def find_wording(exact: str, text: str) -> Iterator[Span]:
    """The places in a text that say the same words, in order, from its first sign to its last."""
    for writing, may_be in _WRITINGS:
        met = False
        for span in _find_written(exact, text, writing):
            if may_be(span.of(text)):
                met = True
                yield span
        if met:
            return


def _find_written(exact: str, text: str, writing: Callable[[str], str]) -> Iterator[Span]:
    """The places that are the same in one writing."""
    wanted = _written(exact, writing)
    if not wanted:
        return
    written = _written(text, writing)
    at = written.find(wanted)
    while at >= 0:
        offsets = _offsets(text, writing)
        found = Span(offsets[at], offsets[at + len(wanted) - 1] + 1)
        yield _with_its_marks(exact, text, found, writing)
        at = written.find(wanted, at + 1)


@lru_cache(maxsize=32)
def _written(text: str, writing: Callable[[str], str]) -> str:
    """The text in a writing."""
    return text.translate({ord(letter): writing(letter) for letter in set(text)})


@lru_cache(maxsize=32)
def _offsets(text: str, writing: Callable[[str], str]) -> tuple[int, ...]:
    """Where each character of the text in a writing stood: wanted where something is found."""
    lengths = {letter: len(writing(letter)) for letter in set(text)}
    return tuple(at for at, letter in enumerate(text) for _ in range(lengths[letter]))


def _with_its_marks(exact: str, text: str, span: Span, writing: Callable[[str], str]) -> Span:
    """The span with what the writing leaves out at its ends: accents, quotation marks, bullets.

    No more of them than the words had.
    """
    start, end = span.start, span.end
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    for at in range(start - 1, max(-1, start - 1 - _left_out(exact, writing)), -1):
        if writing(text[at]):
            break
        start = start if text[at].isspace() else at
    for at in range(end, min(len(text), end + _left_out(exact[::-1], writing))):
        if writing(text[at]):
            break
        end = end if text[at].isspace() else at + 1
    return Span(start, end)


def _left_out(words: str, writing: Callable[[str], str]) -> int:
    """How many characters at the start of the words the writing leaves out."""
    return next((at for at, letter in enumerate(words) if writing(letter)), 0)


@lru_cache(maxsize=4096)
def _plainly(letter: str) -> str:
    """A character without its typography; nothing for a space, a quotation mark, a bullet."""
    if letter in _SPELT:
        return _SPELT[letter]
    if letter in _APOSTROPHES:
        return "'"
    category = unicodedata.category(letter)
    if category == "Pd" or letter == "−":
        return "-"
    if letter.isspace() or letter in _QUOTES or letter in _BULLETS or category in {"Cf", "Cc"}:
        return ""
    return unicodedata.normalize("NFKD", letter)


def _without_accents(letter: str) -> str:
    """A character without its accents."""
    return "".join(c for c in _plainly(letter) if not unicodedata.combining(c))


def _in_capitals(letter: str) -> str:
    """A character without its case."""
    return _without_accents(letter).upper()


def _without_the_lost(letter: str) -> str:
    """A character, unless an encoding could have lost it, or left it for one it lost."""
    if not letter.isascii() or letter in _LOST or letter in _APOSTROPHES:
        return ""
    return _plainly(letter)


def _has_no_accents(words: str) -> bool:
    """Whether words without accents may have lost them: there is none left."""
    return not any(unicodedata.combining(c) for c in unicodedata.normalize("NFD", words))


_WRITINGS: tuple[tuple[Callable[[str], str], Callable[[str], bool]], ...] = (
    (_plainly, lambda _: True),
    (_without_accents, _has_no_accents),
    (_without_the_lost, lambda words: any(mark in words for mark in _LOST)),
    (_in_capitals, str.isupper),
)
"""The writings, and which words may be in each."""


def similarity(one: str, other: str) -> float:
    """0..1: how alike two short texts are, case and white space apart; 1 when both are empty."""
    one, other = " ".join(one.casefold().split()), " ".join(other.casefold().split())
    if one == other:
        return 1.0
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
