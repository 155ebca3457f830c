"""Where a passage's sentences end.

A sentence ends at a full stop, a question or exclamation mark or an ellipsis that something like
an opening follows. It does not end inside a quotation (what is said belongs to who says it), after
an abbreviation or an initial, nor in a number or an address. Words that lost the space after their
full stop ("lundi.Le chef") are two sentences.

Every rule is local, so that the cost is linear in the text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from dossier.language.calendar import months_in
from dossier.language.folding import fold
from dossier.language.words import STOP_WORD_LANGUAGES, stop_words, word_list
from dossier.spans import Span

LONG_QUOTE = 700
"""Code points. A quotation longer than this is a passage of its own, and has sentences."""

_FULL = "。！？｡؟۔។៕।"
"""Stops that need no space behind them."""
_END = re.compile(
    rf"(?P<stop>[.!?…{_FULL}][.!?…{_FULL}]*)"
    r"(?P<close>(?:[ \u00a0\u202f\u2009]?[»”›]|[\"'’)\]」』]|[“‘](?=\s)"
    r"|\[\d{1,3}\])*)"
)
_OPENING = re.compile(r"[\s«“\"‘'(\[¿¡–—•-]*")
_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_WORD_OF_ONE = frozenset("'’ ")
"""What follows a word of one capital: "L'armée", "À Lyon"."""
_LAST = _FULL + "」』"
LONGEST_WORD = 24
"""Code points before a full stop that are looked at."""
LONGEST_SHORTENED = 6
"""Letters of the longest abbreviation of the list."""
_OPENS_QUOTE = "«“„「『"
_CLOSES_QUOTE = {"»": "«", "”": "“„", "“": "„", "」": "「", "』": "『"}
"""Each closing mark, and what it closes."""
_REVERSED = str.maketrans("«»‹›", "»«›‹")
_MEANT_REVERSED = re.compile(r"(?:^|[\s(–—])»(?=\w)[^«»]*[^\s«»]«(?=[\s,.;:!?)–—]|$)")
"""A pair that opens with » and closes with «, by what stands on either side of each."""
_MEANT_SO = re.compile(r"(?<![^\s('’])«")
"""One that opens with «."""
_QUOTE_MARK = re.compile(r"[«»“”„「」『』]")
_DEEPEST = 8
"""Quotations inside each other, beyond which none is looked for."""
_BEFORE_STRAIGHT = "([{'’«“—–-+/:"
"""What, beside white space, a straight mark that opens may stand behind: "d'"images""."""
_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}\.[ \u00a0\u202f]?$")
_SHORT_ARTICLE = re.compile(r"['’][st] [A-Z]")
"""How a Dutch sentence may open: "'s Avonds", "'t Is"."""
_NUMBER = re.compile(r"\d|[IVXL]{2,}\b|J\.-?C\.")
"""What follows a short word for a number, in Roman figures too, or the years before Christ."""
_SAYS = re.compile(
    r"(?!(?:It|He|She|They|We|You|This|That)\b)(?:[A-Z][\w.'’-]+ ){1,3}"
    r"(?:said|says|asked|asks|told|added|wrote|replied|recalled|explained)\b"
)
"""Who asked or cried what stands before, named behind it."""


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    """Each abbreviation, folded, and its section of the list; the first, where it has two."""
    section = ""
    found: dict[str, str] = {}
    for line in word_list("abbreviations"):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            found = dict.fromkeys(line.split(), section) | found
    return found


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Common words, which open a sentence rather than continue a name."""
    return frozenset().union(*map(stop_words, STOP_WORD_LANGUAGES), word_list("openers"))


def find_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of ``text`` inside ``span``, in order, without the white space between."""
    if (words := _as_french(text, span)) is None:
        return _find(text, span)
    found = _find(words, Span(0, len(words)))
    return (Span(span.start + one.start, span.start + one.end) for one in found)


def _as_french(text: str, span: Span) -> str | None:
    """The words with »…« as «…», where a pair is meant so (German, Danish); None where none is."""
    if text.find("»", span.start, span.end) < 0 or text.find("«", span.start, span.end) < 0:
        return None
    if _MEANT_SO.search(text, span.start, span.end):
        return None
    words = span.of(text)
    return words.translate(_REVERSED) if _MEANT_REVERSED.search(words) else None


def _find(text: str, span: Span) -> Iterator[Span]:
    start = _skip_white(text, span.start, span.end)
    quotes = None
    for match in _END.finditer(text, start, span.end):
        end = match.end()
        if end == span.end:
            break
        follows = text[end]
        if not (
            follows.isspace() or follows.isupper() or follows in '«“"' or text[end - 1] in _LAST
        ):
            continue
        quotes = quotes or _Quotations(text, span)
        if match.start() < start or (quotes.ranges and quotes.hold(end)):
            continue
        if _plainly_ends(text, match.start(), end, start) or _ends(text, match, start, span.end):
            yield Span(start, end)
            start = _skip_white(text, end, span.end)
    end = start + len(text[start : span.end].rstrip())
    if start < end:
        yield Span(start, end)


def _skip_white(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _plainly_ends(text: str, stop: int, end: int, start: int) -> bool:
    """Whether one mark stands after a word that is no abbreviation, and before a capital.

    What ``_ends`` says of most sentences, told quicker.
    """
    if end != stop + 1 or not text[end].isspace() or not text[end + 1 : end + 2].isupper():
        return False
    word = text[max(start, stop - LONGEST_SHORTENED - 2) : stop].rpartition(" ")[2]
    return (
        len(word) > 1
        and word.isalpha()
        and text[stop] not in _FULL
        and (
            len(word) > LONGEST_SHORTENED
            or (word.isascii() and word.lower() not in _abbreviations())
        )
    )


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a sentence that opened at ``start`` ends where the mark stands."""
    stop, close = match.groups()
    if stop[-1] in _FULL:
        return not (close and text[match.end()].isalpha())
    after = match.end() + 1
    glued = not text[after - 1].isspace()
    if glued or after >= end or not text[after].isupper():
        opening = _OPENING.match(text, match.end(), end)
        after = opening.end() if opening else match.end()
        if after == end or (text[after].islower() and not _SHORT_ARTICLE.match(text, after - 1)):
            return False
    before = _word_before(text, max(start, match.start() - LONGEST_WORD), match.start())
    if glued and not _is_glued(text, match, before, after):
        return False
    if stop == "." and not close and not _closes(text, before, start, match, after):
        return False
    cried = close and stop[-1] != "."
    return not (cried and _SAYS.match(text, after, min(end, after + 80)))


def _word_before(text: str, start: int, end: int) -> str:
    """The last word of a range of the text, or its last letters; empty after white space."""
    words = text[start:end]
    if words[-1:].isspace() or not words:
        return ""
    return words.split()[-1].rpartition("(")[2].lstrip('«“"‘[')


def _is_glued(text: str, match: re.Match[str], before: str, after: int) -> bool:
    """Whether the space after the mark was lost, rather than the mark being inside a word."""
    if "/" in before or "@" in before or "." in before or len(before) < 2:
        return False
    if after > match.end():
        return True
    following = text[after + 1 : after + 2]
    if text[match.start() - 1].isupper():
        return following in _WORD_OF_ONE
    return following.islower() or following in _WORD_OF_ONE


def _closes(text: str, before: str, start: int, match: re.Match[str], after: int) -> bool:
    """Whether a single full stop after the word ``before`` is more than a shortening."""
    if len(before) > LONGEST_SHORTENED and before.isalpha():
        return not (before.endswith("str") and text[after].isdigit())  # "Bahnhofstr. 2"
    at = match.start() - len(before)
    section = _section(before)
    if section == "name":
        return False
    if section == "degree":
        return not text[start:at].rstrip().endswith(".")
    if section == "end" or (section == "proper" and before[0].isupper()):
        return before == "etc" or _opens(text, after)
    if section in {"number", "proper"}:
        return not (_NUMBER.match(text, after) or text.startswith("(", at - 1))
    if before.isdigit():
        is_day = len(before) < 3 and _is_in_date(text, after)
        return at > start and not is_day and (not _is_ordinal(text, at) or _opens(text, after))
    if _is_in_letters(text, before, at):
        return _opens(text, after)
    if before[-1:].isupper() and _INITIALS.fullmatch(before):
        return _opens(text, after) and _is_surname_initial(text, match.start() - len(before))
    return True


def _section(word: str) -> str | None:
    """The section of the abbreviations that a word stands in, perhaps behind an elided one."""
    if _is_sigle(word):
        return None
    folded = fold(word)
    return _abbreviations().get(folded) or _abbreviations().get(folded.rpartition("'")[2])


def _is_sigle(word: str) -> bool:
    """Whether capitals are an initial or a body's letters ("Harold T. Rowan", "ING."), not short.

    "M." is monsieur.
    """
    return word.isalpha() and word.isupper() and len(word) != 2 and word != "M"


def _is_ordinal(text: str, at: int) -> bool:
    """Whether a German article or preposition stands before a number: "am 15. Juli"."""
    before = text[max(0, at - LONGEST_WORD) : at].split()
    return bool(before) and before[-1].lower() in word_list("before-ordinals")


def _is_in_date(text: str, at: int) -> bool:
    """Whether a month stands there as German and Danish write it: "16. März"."""
    following = _WORD.match(text, at)
    return following is not None and fold(following[0]) in months_in("de")


def _is_in_letters(text: str, before: str, at: int) -> bool:
    """Whether a small letter goes on with shortenings of a letter or two: "v. a.", "p. m."."""
    return len(before) == 1 and before.islower() and bool(_LETTERS.search(text, max(0, at - 5), at))


def _opens(text: str, at: int) -> bool:
    """Whether the word there is one that opens sentences."""
    following = _WORD.match(text, at)
    if following is None or text[following.end() : following.end() + 1] == ".":
        return False
    return fold(following[0]) in _openers()


def _is_surname_initial(text: str, at: int) -> bool:
    """Whether a capitalised name stands before the initial: "Chérif C. Le suspect"."""
    before = text[max(0, at - LONGEST_WORD) : at].split()
    return bool(before) and before[-1][0].isupper()


class _Quotations:
    """Where the quotations of a passage are; asked in reading order."""

    def __init__(self, text: str, span: Span) -> None:
        self.ranges = sorted(_pairs(text, span))
        self._next = 0

    def hold(self, offset: int) -> bool:
        """Whether the offset lies inside a quotation, before its closing mark."""
        while self._next < len(self.ranges) and self.ranges[self._next][1] <= offset:
            self._next += 1
        return self._next < len(self.ranges) and self.ranges[self._next][0] < offset


def _pairs(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The quotations that open and close in the span and are not too long, with their marks."""
    words = span.of(text)
    pairs: list[Iterator[tuple[int, int]]] = []
    if any(map(words.__contains__, _OPENS_QUOTE)):
        pairs.append(_paired(words))
    if '"' in words:
        pairs.append(_straight(words))
    for first, last in chain(*pairs):
        if last - first < LONG_QUOTE:
            yield span.start + first, span.start + last + 1


def _paired(words: str) -> Iterator[tuple[int, int]]:
    """Where marks that tell opening from closing stand, two by two; what is left open is none."""
    opened: list[tuple[str, int]] = []
    for mark in _QUOTE_MARK.finditer(words):
        sign = mark[0]
        closes = _CLOSES_QUOTE.get(sign, "")
        for back in range(1, min(len(opened), _DEEPEST) + 1):
            if opened[-back][0] in closes:
                yield opened[-back][1], mark.start()
                del opened[-back:]
                break
        else:
            if sign in _OPENS_QUOTE:
                opened.append((sign, mark.start()))


def _straight(words: str) -> Iterator[tuple[int, int]]:
    """Where straight marks stand, two by two, told by what stands on either side of each.

    A mark too many undoes no other pair.
    """
    opened: list[int] = []
    for mark in re.finditer('"', words):
        at = mark.start()
        before, after = words[at - 1 : at] or " ", words[at + 1 : at + 2] or " "
        stopped = after in ",.;:!?)" and not words.startswith("..", at + 1)
        behind = before.isspace() or before in _BEFORE_STRAIGHT
        opens = behind and not (stopped or after.isspace())
        closes = stopped or not (before.isspace() or after.isalnum())
        if opens if opens != closes else not opened:
            opened.append(at)
        elif opened:
            yield opened.pop(), at
