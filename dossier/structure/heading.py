"""Headings inside an article that no tag marks: short lines that open a part of the text."""

import re
from collections.abc import Iterator

from dossier.language.words import count_words, told_length
from dossier.spans import Span
from dossier.structure.dates import read_dates
from dossier.structure.gluing import LEAST
from dossier.structure.items import is_item
from dossier.structure.page import Line, Page

MOST_WORDS = 16
_STOPS = ".;:,…。；：，、؛។।"

_RUNNING = re.compile(r"(?:\w{3}|[»”)])\s?[.…]+\s|https?://")
"""More than one sentence, or an address: running text that lacks its full stop."""
_SPEAKER = re.compile(r"[\w .’'-]{2,40}\s?:\s")
_CLOSING = "»”\"’')]」』）\u00a0\u202f\u2009 "
"""What may stand behind the full stop that ends a sentence."""
_TELLS = re.compile(
    r"(?:tweeted|wrote|said|added|asked|replied|posted"
    r"|(?:a|ont|avait) (?:écrit|tweeté|déclaré|ajouté|répondu|posté|dit))\Z"
)
_ASKS = re.compile(
    r"(?:wh(?:at|o|y|en|ere)|how|ce qu[ei]|qui|comment|pourquoi|quand|où)\b", re.IGNORECASE
)


def find_headings(page: Page) -> Iterator[Span]:
    """Short lines without a full stop, each above a passage."""
    for line in page.open:
        if may_be_heading(page, line):
            yield line.span


def may_be_heading(page: Page, line: Line) -> bool:
    """Whether a line reads as a heading, and has running text or a list below it."""
    if not line.short or _is_cut_prose(line) or not _is_set_as_heading(line.words):
        return False
    below = page.neighbours(line)[1]
    if below is None or not (below.body or is_item(below.words) or _is_sentence(below)):
        return False
    return not (_RUNNING.search(line.words) or any(read_dates(line.words)))


def _is_cut_prose(line: Line) -> bool:
    """Whether we cut the line, and not because a heading was glued to its text."""
    return line.cut and len(line.words) >= LEAST and line.stopped


def _is_set_as_heading(words: str) -> bool:
    """Whether a line is as short as headings are, and opens and closes as they do.

    "X tweeted" stands above what X wrote: it is the article's own sentence.
    """
    count = count_words(words)
    last = words.rstrip(_CLOSING)[-1:] or words[-1]
    if count > MOST_WORDS or last in _STOPS or words[0] in "@#," or words[0].islower():
        return False
    if last in "?!？！؟" and (count > MOST_WORDS // 2 or _SPEAKER.match(words)):
        return False
    if _TELLS.search(words) and not _ASKS.match(words):
        return False
    return "\n" not in words and sum(map(str.isalpha, words)) > 1


def _is_sentence(line: Line) -> bool:
    return line.stopped and told_length(line.words) >= 30 and not line.words[0].islower()
