"""The headline, and what stands around it at the top of a page."""

import re
from collections.abc import Iterator

from dossier.language.folding import fold
from dossier.language.words import count_words, stop_words, word_list
from dossier.spans import Span
from dossier.structure.dateline import find_dateline, is_rubric
from dossier.structure.heading import may_be_heading
from dossier.structure.outlet import heads_credits, names_paper
from dossier.structure.page import LISTS, Line, Page

LONGEST = 250
"""Code points of a headline."""
_READ = 20_000
"""Code points of the text that are compared with a headline."""
MOST_NAMED = 5
"""Longer words with a capital that are more than a name in a sentence."""
LEAST_TOLD = 3
"""Longer words of a short headline, all told again in the passage below."""
LEAST_AGAIN = 2
"""Longer words of a line, half of them all, that the opening tells again of a headline."""
_OPENING = 1_500
"""Code points of the running text that open it."""
_LONG = 110
"""Code points from which on a line below another is rather a standfirst than a headline."""
LEAST_APART = 8
"""Words of a standfirst."""
LEAST_TOGETHER = 5
"""Words of one that stands with the headline, apart from what follows."""

ASKED = 130
"""Code points of a headline that asks or cries: longer ones are sentences of the text."""
_ASKS = re.compile(r"[?!…][»”\"’)]?$")

_STEP = r"[\w'’&-]+(?: [\w'’&-]+){0,3}"
_PATH = re.compile(rf"{_STEP}(?:\s*[>›→]\s*{_STEP}|\s[/»]\s{_STEP})+(?:\s*[>›»])?")
"""Short names with arrows between them; no guillemets, which headlines have."""


def find_breadcrumbs(page: Page) -> Iterator[Span]:
    """The path a site shows above the headline, also with the headline glued to its end."""
    top = list(page.before_body())
    for line in top:
        if line.short and _PATH.fullmatch(line.words):
            yield line.span
            continue
        for below in top:
            glued = len(line.words) - len(below.words)
            if (
                below.number > line.number
                and len(below.words) > 20
                and 0 < glued <= 60
                and line.words.endswith(below.words)
            ):
                yield line.span
                break


def find_stopped_headlines(page: Page) -> Iterator[Span]:
    """A headline that closes as a sentence does, on the first line.

    With a full stop, in capitals or above a dateline; a long one that asks or cries, above a short
    line or told again by what follows. Any other is the text's first sentence, and is not lost.
    """
    line = next(iter(page.open), None)
    below = page.neighbours(line)[1] if line and not line.number else None
    if not line or not below:
        return
    if line.words.endswith("."):
        opens = _is_capitalised(line.words) or any(find_dateline(below.words))
        if line.short and below.above and opens:
            yield line.span
        return
    asks = line.body and len(line.words) <= ASKED and _ASKS.search(line.words)
    if asks and (not below.body or _tells_again(page, line, below.span.start)):
        yield line.span


def find_headline(page: Page) -> Iterator[Span]:
    """The headline: of the lines above the text, the one that shares most words with it."""
    if page.headline:
        return
    candidates = [line for line in page.before_body() if _may_be_headline(line)]
    if page.first_body == len(page.lines):
        candidates = [line for line in candidates[:1] if line.number == 0 and len(page.lines) > 1]
    if len(candidates) == 1 and _opens_a_section(page, candidates[0]):
        return
    if candidates:
        yield _nearest(page, candidates).span


def find_mottos(page: Page) -> Iterator[Span]:
    """Short lines left above the headline, or above the day and who wrote it: a motto, a rubric."""
    if page.headline:
        for line in page.open:
            if line.span.start > page.headline.start:
                break
            if line.short and not line.stopped:
                yield line.span
        for line in page.before_body():
            if line.span.start > page.headline.start and heads_credits(page, line):
                yield line.span


def find_repeated_headlines(page: Page) -> Iterator[Span]:
    """The headline once more, where a page says it twice above its text."""
    if page.headline:
        said = fold(page.headline.of(page.text))
        for line in page.before_body():
            if fold(line.words) == said:
                yield line.span


def find_standfirsts(page: Page) -> Iterator[Span]:
    """What stands right under the headline, longer than a line of names and without a full stop."""
    for line in page.before_body():
        above, below = page.neighbours(line)
        if not (page.headline and above and above.span == page.headline):
            continue
        together = not line.above and below is not None and below.above > 0
        least = LEAST_TOGETHER if together else LEAST_APART
        if count_words(line.words) >= least and not line.stopped and len(line.words) <= LONGEST:
            yield line.span


def _may_be_headline(line: Line) -> bool:
    words = line.words
    if len(words) > LONGEST or words[-1] in ".;:,。；：，、؛" or words[0].islower():
        return False
    return count_words(words) >= 3 and not _is_opening(words)


def _is_capitalised(words: str) -> bool:
    """Whether every longer word has a capital, as in English headlines, and there are several."""
    longer = re.findall(r"[^\W\d_]{4,}", words)
    return len(longer) >= MOST_NAMED and not any(map(str.islower, longer))


def _is_opening(words: str) -> bool:
    """Whether a line is made of the words that name an opening section."""
    openings = frozenset(w for line in word_list("openings", LISTS) for w in line.split())
    return all(word in openings for word in re.findall(r"[\w'’-]+", fold(words)))


def _opens_a_section(page: Page, line: Line) -> bool:
    """Whether a short line is the first of several headings, set as the others are."""
    if count_words(line.words) > 6 or _is_told_below(page, line):
        return False
    alike = [
        other
        for other in page.open
        if other.number > line.number
        and may_be_heading(page, other)
        and _gap(page, other) == _gap(page, line)
    ]
    return len(alike) >= 2


def _is_told_below(page: Page, line: Line) -> bool:
    """Whether the passage below tells a line again in full, as an article opens."""
    below = page.neighbours(line)[1]
    told = fold(below.words) if below else ""
    words = _long_words(line.words)
    return len(words) >= LEAST_TOLD and all(word in told for word in words)


def _gap(page: Page, line: Line) -> int | None:
    """Blank lines below a line."""
    below = page.neighbours(line)[1]
    return below.above if below else None


def _nearest(page: Page, candidates: list[Line]) -> Line:
    """The first candidate that shares about as many words with the text as any does.

    What stands right under a rubric is the headline, however little of it the text tells again;
    a paper's name is none.
    Of two lines set together it is the first, and the first of all if the opening tells it again:
    a standfirst, which is longer, has more words to share.
    """
    candidates = [line for line in candidates if not is_rubric(line.words)] or candidates
    if len(candidates) > 1 and _is_masthead(page, candidates[0]):
        del candidates[0]
    candidates = [line for line in candidates if not _is_second(page, line, candidates)]
    above = page.neighbours(candidates[0])[0]
    if above and is_rubric(above.words):
        return candidates[0]
    candidates = [candidates[0], *(line for line in candidates[1:] if len(line.words) < _LONG)]
    if len(candidates) == 1 or _is_told_again(page, candidates[0]):
        return candidates[0]
    told = fold(page.text[:_READ])
    shares = [sum(told.count(w) - 1 for w in set(_long_words(line.words))) for line in candidates]
    near = 0.6 * max(shares)
    return next(line for line, share in zip(candidates, shares, strict=True) if share >= near)


def _is_masthead(page: Page, line: Line) -> bool:
    """Whether the first line is a paper's name: "L'Écho de la Vérane"."""
    return not line.number and names_paper(line.words) and not _is_told_again(page, line)


def _is_told_again(page: Page, line: Line) -> bool:
    """Whether the opening of the running text tells half the longer words of a line, not common."""
    if page.first_body == len(page.lines):
        return False
    return _tells_again(page, line, page.lines[page.first_body].span.start)


def _tells_again(page: Page, line: Line, start: int) -> bool:
    """The same of the text from an offset on."""
    told = fold(page.text[start : start + _OPENING])
    words = {*_long_words(line.words)} - stop_words("fr") - stop_words("en")
    again = sum(word in told for word in words)
    return again >= LEAST_AGAIN and 2 * again >= len(words)


def _is_second(page: Page, line: Line, candidates: list[Line]) -> bool:
    """Whether a line is the second of two candidates that stand together, apart from the rest."""
    above, below = page.neighbours(line)
    if not (above and below and below.above) or line.above or above not in candidates:
        return False
    return above.above > 0 or not above.number


def _long_words(words: str) -> list[str]:
    return re.findall(r"\w{5,}", fold(words))
