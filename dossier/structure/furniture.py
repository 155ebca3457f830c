"""Furniture: what a site put around the article, known by its words or its look."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dossier.language.folding import fold
from dossier.language.recognising import recognise_language
from dossier.language.words import UNSPACED, count_words, word_list
from dossier.spans import Span
from dossier.structure.dates import read_dates
from dossier.structure.gluing import LONGEST_POST, POST
from dossier.structure.page import LISTS, SHORT, Line, Page
from dossier.values import dataclass

_ADDRESS = re.compile(
    r"(?:(?:url|links?|lien|source|quelle|fuente|fonte|enlace|adresse|ссылка|来源)\s?[:：]\s*)?"
    r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+",
    re.IGNORECASE,
)
_BULLET_ARROWS = re.compile(r"^(?:[»>→▶►]+|[*•])\s*")
_SCRIPT = re.compile(
    r"(?:googletag|adsbygoogle|window|document|jQuery)\b[.\[(].*[;)}]\Z|<script\b|\(adsbygoogle\b"
)
"""A line of a page's program that was copied with its words."""
_PLAYER = re.compile(
    r"(?:.*\s)?[–—|-]\s(?:(?:à )?(?:re)?(?:garder|voir) sur|watch on)\s\S.{1,30}", re.IGNORECASE
)
"""The title of a film set into the page, and whose player shows it."""
_READ_IN = re.compile(
    r"(?:lecture|lettura|leitura|lectura)\s?:?\s?\d{1,3} ?min\w*\.?", re.IGNORECASE
)
"""How long the reading takes, as a site counts it: "Lecture 2 min."."""
_LINKED = re.compile(r"\[[A-Z«“\"‘'][^\[\]]{20,}[^\[\].!?…]\]|[A-Z].{20,}\sRead more")
"""The title of another article, between square brackets or before what leads to it."""
_LINKS = ("t.co/", "pic.twitter.com/")
_POSTS = ("@", *_LINKS)
"""One of these stands in every post."""
_POSTED = re.compile(r"[—–-]\s*.{1,80}\(@\w+\).{0,40}|@\w+")
_TAIL = " \u00a0\t:.!?…>»→"
_QUOTES = re.compile('[«»“”„"]')
_COUNT = re.compile(r"\s*\(\d{1,5}\)$|^\d{1,5}\s+(?=\D)")
"""How many there are: "Comments (42)", "12 comments"."""
_SENTENCE = re.compile(r"(?<!\.)\.[»”\")\]]*$|。[」』”]?$")
"""The end of a sentence; titles may end with other marks, or are cut with three dots."""
_BEFORE_TITLE = " \u00a0:.,-–—|>»→«“\"'"
_OUR_LETTER = re.compile(
    r"\b(?:notre|nos|our|unser(?:e[nmr]?)?|nuestr[oa]s?|nostr[aeo]|noss[oa]s?|onze|nasz\w*)"
    r" (?:\w+ )?(?:newsletters?|lettres? d'info\w*|infolettres?|nieuwsbrief|newslettera)\b"
)
"""What a site offers in every language."""
_LETTERS = ("newsl", "lettre", "nieuwsbrief")
"""One of these stands in each."""
LEAST_TOLD = 8
"""Words of a line that is a whole sentence, and not a command with its full stop."""


@dataclass(frozen=True, slots=True)
class _Cues:
    """The sections of the list, folded."""

    line: frozenset[str]
    link: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...]
    site: re.Pattern[str]
    """A word a site says of itself."""


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    sections: dict[str, list[str]] = {}
    section: list[str] = []
    for entry in word_list("furniture", LISTS):
        if entry.startswith("["):
            section = sections.setdefault(entry.strip("[]"), [])
        else:
            section.append(fold(entry))
    site = "|".join(map(re.escape, sections["site"]))
    return _Cues(
        line=frozenset(sections["line"]),
        link=tuple(sections["link"]),
        start=tuple(sections["start"]),
        end=tuple(sections["end"]),
        site=re.compile(rf"\b(?:{site})\b"),
    )


def _is_template(words: str, *, first: bool) -> bool:
    """Whether a line says what templates say.

    What only opens like one may be a sentence of the article: "Copyright law was rewritten on
    Monday…"; or its headline, when it is the first line of all.
    """
    cues = _cues()
    folded = fold(words).strip()
    bare = folded.rstrip(_TAIL)
    if bare in cues.line or bare.endswith(cues.end):
        return True
    if (bare[:1].isdigit() or bare[-1:] == ")") and _COUNT.sub("", bare).rstrip(_TAIL) in cues.line:
        return True
    if any(map(bare.__contains__, _LETTERS)) and _OUR_LETTER.search(bare):
        return not _QUOTES.search(words)
    link = _opened(folded, cues.link)
    if not (link or _opened(folded, cues.start)):
        return False
    told = _SENTENCE.search(words) is not None and count_words(words) >= LEAST_TOLD
    if not told and (link or not first):
        return True
    return (link > 0 and _is_title(words, link)) or cues.site.search(folded) is not None


def _opened(folded: str, cues: tuple[str, ...]) -> int:
    """How long the cue is that a line opens with; 0 without one, or when it is half a word."""
    if not folded.startswith(cues):
        return 0
    found = [len(cue) for cue in cues if folded.startswith(cue)]
    return max((end for end in found if not _is_half(folded[end - 1 : end + 1])), default=0)


def _is_half(letters: str) -> bool:
    """Whether a cue ends inside a word ("recevez-vous"), in a script that puts spaces between."""
    inside = len(letters) == 2 and letters[0].isalpha() and letters[0] < UNSPACED[0]
    return inside and (letters[1].isalpha() or letters[1] == "-")


def _is_title(words: str, cue: int) -> bool:
    """Whether a title follows the cue: behind a mark, or with a capital."""
    rest = words[cue:].lstrip()
    opening = rest.lstrip(_BEFORE_TITLE)
    return opening != rest or not opening[:1].islower()


def find_ornaments(page: Page) -> Iterator[Span]:
    """Lines without a letter or a digit: rules, stars, stray marks."""
    for line in page.open:
        if len(line.words) <= SHORT and not any(map(str.isalnum, line.words)):
            yield line.span


def find_furniture(page: Page) -> Iterator[Span]:
    """Lines that a site's template wrote: share, subscribe, comment, read also."""
    for line in page.open:
        if len(line.words) <= 2 * SHORT:
            bare = _BULLET_ARROWS.sub("", line.words)
            arrow = bare != line.words and line.words[0] in "»→▶►" and not line.body
            script = _SCRIPT.match(line.words) or _PLAYER.fullmatch(line.words)
            script = script or _LINKED.fullmatch(line.words) or _READ_IN.fullmatch(line.words)
            template = _is_template(bare, first=line.number == 0) and not any(read_dates(bare))
            if arrow or script or template:
                yield line.span


def find_addresses(page: Page) -> Iterator[Span]:
    """Lines that are a web or mail address, alone or behind a label."""
    for line in page.open:
        if _ADDRESS.fullmatch(line.words):
            yield line.span


def find_embeds(page: Page) -> Iterator[Span]:
    """Posts of a network pasted with their addresses: who posted them, when, in what tongue."""
    if not any(map(page.text.__contains__, _POSTS)):
        return
    found: set[int] = set()
    for line in page.open:
        if len(line.words) > LONGEST_POST:
            continue
        dated = line.number - 1 in found and any(read_dates(line.words))
        if dated or _is_post(page, line):
            found.add(line.number)
    if found:
        found |= set(_foreign_above(page, found))
    yield from (line.span for line in page.open if line.number in found)


def _is_post(page: Page, line: Line) -> bool:
    """Whether a line is a post, or the end of one; of a line we cut, it must be nothing else."""
    if not any(map(line.words.__contains__, _POSTS)):
        return False
    if _POSTED.fullmatch(line.words) or POST.fullmatch(line.words):
        return True
    below = page.neighbours(line)[1]
    is_whole = not (line.cut or (below and below.cut))
    return is_whole and any(map(line.words.__contains__, _LINKS))


def _foreign_above(page: Page, found: set[int]) -> Iterator[int]:
    """Numbers of the lines right above a post's that are in another language than the article."""
    language = recognise_language(page.text)
    for number in found:
        run: list[int] = []
        foreign = 0
        for line in reversed(page.lines[max(0, number - 6) : number]):
            own = recognise_language(line.words)
            if own == language or len(line.words) > LONGEST_POST:
                break
            run.append(line.number)
            foreign = len(run) if own else foreign
            if line.above:
                break
        if foreign:
            yield from run
