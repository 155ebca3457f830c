"""The words of a block, as the rules see them: cut at elisions, apostrophes made one kind.

``plain`` changes no offset: a place in the plain text is the same place in the article's.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from dossier.entities.lexicon import key
from dossier.spans import Span

_PLAIN = (
    ("\xa0", " "), ("\u202f", " "), ("\u2009", " "), ("\u2007", " "), ("\u2008", " "),
    ("\u2011", "-"), ("\u2010", "-"), ("’", "'"), ("ʼ", "'"),
)  # fmt: skip

_WORD_SHAPES = r"""\w++(?![-.'&])                                              # most words by far
      | (?:[^\W\d_]\.-?){2,6}                                            # U.S., J.-P.
      | (?:MM?|Mrs?|Ms|Dra?s?|Prof|Pr|Ste?|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev)\.
      | (?:Sra?|[Ss]ig|[Dd]ott|[Aa]vv)\.                                 # Spanish, Italian
      | (?:EE|CC|JJ|FF|RR|SS)\.[ ]?(?:UU|OO|AA|HH|MM|RR)\b\.?             # EE. UU.
      | [A-ZÀ-ÖØ-Þ]\.(?=[ -]?[A-ZÀ-ÖØ-Þ])                                 # an initial
      | (?![MN]'[A-ZÀ-Þ][a-zà-ÿ])                                        # N'Golo, M'Bala
        (?:[lLdDjJnNsStTmMcC]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)'(?=\w)  # an elision
      | (?:[dn]ell|Nell|[Aa]ll|dall|[Ss]ull|quell|un)'(?=[A-ZÀ-ÖØ-Þ])    # of Italian
      | \d{1,3}(?:'\d{3})+                                               # 10'000
      | \w+(?:-\w+|'(?!s\b)\w+|&\w+)*
      | &"""
_WORD = re.compile(f"({_WORD_SHAPES})", re.VERBOSE)
_ADDRESS = r"""((?:https?://)?(?:t\.co|pic\.twitter\.com)/\w{10}
      | https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+\.\w[\w.]*)            # no words at all
      |"""
_WORD_OR_ADDRESS = re.compile(f"{_ADDRESS}({_WORD_SHAPES})", re.VERBOSE)
_HAS_ADDRESS = re.compile(r"[@/]|www\.")
_ENDS = re.compile(r"[.!?…:«“\"\n|•·—–]|(?:^|\s)-\s")


_HUNG = re.compile(
    r"([A-Z][\w']+(?:-[A-Z][\w']+)*)-(?:based|led|backed|style|born|wide|owned|controlled|funded"
    r"|language|speaking|run|held|occupied|friendly|made|sponsored|educated|era|dominated|trained"
    r"|aligned|bound|listed|registered|style|inspired|zone|area|only|linked|affiliated)$"
)

_ENDED = re.compile(r"([^\W\d_]\w*)'[^\W\d_]+")
"""A name and the ending that Turkish puts behind it: "Ankara'da"."""
_NOTHING = ("", _HUNG)
_HANGING = {"en": ("-", _HUNG), "tr": ("'", _ENDED)}
"""By language, what hangs an ending on a name, and the two."""


class Word(NamedTuple):
    """A word of an article."""

    start: int
    end: int
    text: str
    """As plain text has it."""
    key: str
    cap: bool
    """Whether it opens with a capital."""
    joined: bool
    """Whether one space, or nothing, parts it from the word before."""
    initial: bool
    """Whether a sentence, a quotation or a line opens with it."""


def plain(text: str) -> str:
    """The text with ordinary spaces, hyphens and apostrophes; no offset changes."""
    for written, meant in _PLAIN:
        text = text.replace(written, meant)
    return text


def find_words(text: str, span: Span, language: str) -> list[Word]:
    """The words of a plain text inside ``span``, in order.

    In English what a hyphen hangs on a name is cut off ("Paris-based" is "Paris"), and in Turkish
    what an apostrophe does.
    """
    words: list[Word] = []
    make, (joint, hung_on) = tuple.__new__, _HANGING.get(language, _NOTHING)
    end, left = span.start, ""
    parts = iter(_parted(text[span.start : span.end]))
    for gap, word in zip(parts, parts, strict=False):
        start = end + len(gap)
        if left:
            gap, left = left + gap, ""
        written, keyed, cap = _look(word)
        end = start + len(word)
        if joint and joint in word and (hung := hung_on.fullmatch(word)):
            written, keyed, cap = _look(hung[1])
            left = word[len(written) :]
        stop = end - len(left)
        if (gap == " " or not gap) and words:
            words.append(make(Word, (start, stop, written, keyed, cap, True, False)))
        else:
            initial = not words or _ENDS.search(gap) is not None
            words.append(make(Word, (start, stop, written, keyed, cap, False, initial)))
    return words


def find_small_words(text: str, span: Span) -> set[str]:
    """Those of the words that are written with small letters alone."""
    if _HAS_ADDRESS.search(text, span.start, span.end):
        found = set(_parted(text[span.start : span.end])[1::2])
    else:
        found = set(_WORD.findall(text, span.start, span.end))
    return set(filter(str.islower, found))


def _parted(text: str) -> list[str]:
    """What stands before each word, and the word, in turns; what is behind the last ends it.

    To part a text at once is quicker than to ask for one match after another: by a third.
    """
    if not _HAS_ADDRESS.search(text):
        return _WORD.split(text)
    parts: list[str] = []
    before = ""
    found: Iterator[str | None] = iter(_WORD_OR_ADDRESS.split(text))
    for gap in found:
        address, word = next(found, None), next(found, None)
        before += f"{gap}{address or ''}"
        if word:
            parts += before, word
            before = ""
    return [*parts, before]


@lru_cache(maxsize=1 << 16)
def _look(word: str) -> tuple[str, str, bool]:
    """A word, its key, and whether it opens with a capital; most were met before."""
    return intern(word), intern(key(word)), word[0].isupper()
