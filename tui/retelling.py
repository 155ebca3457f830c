"""Retelling: what the model tells as English sentences, said in the reader's language.

The model knows no catalogue. Its sentences stand in a table, with blanks where it puts names and
numbers; what fits one is said by the catalogue, its blanks filled again, and what fits none stands
as it is.
"""

import re
from collections.abc import Callable
from functools import cache

from tui.wording import say

Sentences = tuple[str, ...]
"""What the model says; of two that fit, the first. The blank ``{n}`` is a number."""

MOST = 1_000
"""Code points. A title without end, made of the words between the blanks, would be sought in for
minutes: what is longer is hardly told, and stands as it is."""


def retold(told: str, sentences: Sentences, fill: Callable[[str, str], str]) -> str:
    """What is told by one of the sentences; ``fill`` gives a blank's words, by its name."""
    if len(told) > MOST:
        return told
    for sentence, pattern in _patterns(sentences):
        if match := pattern.fullmatch(told):
            blanks = match.groupdict()
            return say(sentence, **{name: fill(name, words) for name, words in blanks.items()})
    return told


@cache
def _patterns(sentences: Sentences) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sentence, _pattern(sentence)) for sentence in sentences)


def _pattern(sentence: str) -> re.Pattern[str]:
    def blank(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}>{r'[0-9]+' if match[1] == 'n' else '.+'})"

    return re.compile(re.sub(r"\\\{(\w+)\\\}", blank, re.escape(sentence)), re.DOTALL)
