"""The words of a block, as the rules see them: cut at elisions, apostrophes made one kind.

``plain`` changes no offset: a place in the plain text is the same place in the article's.
"""

import re
from sys import intern
from typing import NamedTuple

from dossier.entities.lexicon import word_key
from dossier.spans import Span

_PLAIN = str.maketrans(
    {"\xa0": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-", "’": "'", "ʼ": "'"}
)

_WORD_SHAPES = r"""(?:[^\W\d_]\.-?){2,6}                                 # U.S., J.-P.
      | (?:MM?|Mrs?|Ms|Drs?|Prof|Pr|Ste?|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev)\.
      | [A-ZÀ-ÖØ-Þ]\.(?=[ -]?[A-ZÀ-ÖØ-Þ])                                 # an initial
      | (?:[lLdDjJnNsStTmMcC]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)'(?=\w)  # an elision
      | \d{1,3}(?:'\d{3})+                                               # 10'000
      | \w+(?:-\w+|'(?!s\b)\w+|&\w+)*
      | &"""
_WORD = re.compile(_WORD_SHAPES, re.VERBOSE)
_ADDRESS = r"""(?P<address>(?:https?://)?(?:t\.co|pic\.twitter\.com)/\w{10}
      | https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+\.\w[\w.]*)            # no words at all
      |"""
_WORD_OR_ADDRESS = re.compile(_ADDRESS + _WORD_SHAPES, re.VERBOSE)
_HAS_ADDRESS = re.compile(r"[@/]|www\.")
_ENDS = re.compile(r"[.!?…:«“\"\n|•·—–]|(?:^|\s)-\s")


_HUNG = re.compile(
    r"([A-Z][\w']+(?:-[A-Z][\w']+)*)-(?:based|led|backed|style|born|wide|owned|controlled|funded"
    r"|language|speaking|run|held|occupied|friendly|made|sponsored|educated|era|dominated|trained"
    r"|aligned|bound|listed|registered|style|inspired|zone|area|only|linked|affiliated)$"
)


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
    return text.translate(_PLAIN)


def find_words(text: str, span: Span, language: str) -> list[Word]:
    """The words of a plain text inside ``span``, in order.

    In English what a hyphen hangs on a name is cut off: "Paris-based" is "Paris".
    """
    words = []
    end = span.start
    initial = True
    has_address = _HAS_ADDRESS.search(text, span.start, span.end)
    for match in (_WORD_OR_ADDRESS if has_address else _WORD).finditer(text, span.start, span.end):
        if match.lastgroup:
            continue
        start = match.start()
        gap = text[end:start]
        word = intern(match[0])  # a fifth of what a large dossier takes is the same words
        if end == span.start:
            joined, initial = False, True
        else:
            joined = gap in (" ", "")
            initial = not joined and _ENDS.search(gap) is not None
        end = match.end()
        if language == "en" and (cut := _HUNG.match(word)):
            word = cut[1]
            end = start + len(word)
        words.append(Word(start, end, word, word_key(word), word[0].isupper(), joined, initial))
    return words
