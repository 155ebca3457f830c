"""Where a line holds several paragraphs, because the breaks between them were lost.

A page copied without its breaks glues what stood apart: a full stop and the next paragraph
("lundi.Le chef"), a heading and its text ("Pont écrouléÀ Trèbes"), a link to another article, a
picture's credit, a post of a network. Each is cut where it certainly ended; what is not certain
stays together.
"""

import re
from collections.abc import Iterator

from dossier.language.folding import fold
from dossier.language.words import stop_words
from dossier.spans import Span, trim

LEAST = 60
"""Code points. Pieces shorter than this are not paragraphs that lost their break."""
MOST_WORDS = 10
"""Words of a heading that is glued to its text."""
LONGEST_CAPTION = 250
"""Code points of a caption that is glued to what follows."""
LONGEST_POST = 400
"""Code points. A shorter line that ends as a post does is the post alone."""

LONG = 2400
"""Code points. The longest paragraph seen in a dossier that kept its breaks had 1,900."""
LEAST_APART = 250
"""Code points between wide gaps, on average, that makes them lost breaks."""

_WIDE = re.compile(r"[.!?…»”\"][ \u00a0]{2,}(?=[«“\"A-ZÀ-ÖØ-Þ])")
_POSTS = ("pic.twitter.com/", "t.co/", "(@")
_UPPER = "A-ZÀ-ÖØ-Þ"
_GLUED = re.compile(rf"[.!?…][»”\")]*+(?=[«“\"{_UPPER}])")
"""Where a stop may have lost the break after it: most texts have no such place."""
_STOP = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[»”\")]*+(?!\s)")
_OPENING = re.compile(rf"[«“\"]?\s?[{_UPPER}][a-zà-ÿ'’ ]")
_READ_ALSO = re.compile(
    r"(?:(?:À |A )?(?:[Ll]ire|[Rr]elire|[Vv]oir|[ÉE]couter)(?: (?:aussi|également))?|Et encore"
    r"|Aussi|Notre (?:éditorial|édito|dossier|analyse|enquête|reportage)|Read (?:more|also))\s?:"
)
_CAMEL = re.compile(rf"(?<=[a-zà-ÿ»”\"?!])(?=[{_UPPER}][a-zà-ÿ’' ]+)(?<!Mc)(?<!Mac)(?<!De)")
_HEADING = re.compile(
    rf"(?<=[a-zà-ÿ»”?!])(?<!Mc)(?=(?P<next>[«“]\s?[{_UPPER}]\w*|[{_UPPER}]\w*)['’ ])"
)
_TAG = re.compile(r"[#@]\w*$|https?:")
_STOPPED = re.compile(r"[.;:…]\s|[.…]$")
_AGENCIES = (
    *("AFP", "EPA", "Reuters", "REUTERS", "AP", "PA", "Getty Images", "Belga", "BELGA", "SIPA"),
    *("Sipa", "Keystone", "KEYSTONE", "ANSA", "Xinhua", "Bloomberg", "Shutterstock", "NurPhoto"),
)
_AGENCY = f"(?:{'|'.join(_AGENCIES)})"
_CREDITED = re.compile(f"/{_AGENCY}")
_CAPTION = re.compile(
    rf".{{10,{LONGEST_CAPTION - 60}}}?\b(?:[Pp]hotograph|[Pp]hoto|Crédits?(?: photo)?|Credit|Image)"
    rf"\s?[:©]\s?[^.:;\n]{{2,60}}?/{_AGENCY}(?:/{_AGENCY}| via \w+| Images)*"
)
_BY = (
    r"— [^—]{1,60}? \(@\w{1,20}\)"
    r"(?:\s\d{1,2}(?:er)?\s\w{3,9}\s\d{4}|\s\w{3,9}\s\d{1,2},\s\d{4})?"
)
POST = re.compile(rf"pic\.twitter\.com/\w{{10}}(?:\s?{_BY})?|{_BY}")
"""The end of a post: its address, who wrote it, when."""

_POST_ALONE = re.compile(r"(?:t\.co/|pic\.twitter\.com/)\w{10}…?\Z|\(@\w{1,20}\).{0,30}\Z")


def is_glued(text: str) -> bool:
    """Whether a text may hold lines to cut; quick, for most texts have none."""
    if _GLUED.search(text):
        return True
    marked = "/" in text or "@" in text
    return marked and (any(map(text.__contains__, _POSTS)) or _CREDITED.search(text) is not None)


def unglue(text: str, span: Span) -> Iterator[Span]:
    """The pieces of a line, in order, cut where a break was lost."""
    if len(span) <= LONGEST_POST and _POST_ALONE.search(text, span.end - 100, span.end):
        yield span
        return
    start = span.start
    for end, sure in (*_ends(text, span), (span.end, True)):
        while opening := _opening_end(text, start, end):
            yield trim(text, Span(start, opening))
            start = opening
        if sure or (end - start >= LEAST and span.end - end >= LEAST):
            piece = trim(text, Span(start, end))
            if len(piece):
                yield piece
            start = end


def _ends(text: str, span: Span) -> list[tuple[int, bool]]:
    """Where paragraphs end inside a line, in order, and whether that is so however short they are.

    Of a post, only its address, author and day are sure to be no words of the article.
    """
    found = {}
    for match in _STOP.finditer(text, span.start, span.end):
        end = match.end()
        if end < span.end and _closes_here(text, span.start, end):
            end += 1
            if text[end : end + 1].isspace():
                continue
        if end < span.end and _OPENING.match(text, end) and _is_prose(text, match.start()):
            found[end] = False
    found |= dict.fromkeys(wide_gaps(text, span), False)
    if len(span) > LONGEST_POST and any(text.find(p, span.start, span.end) >= 0 for p in _POSTS):
        for match in POST.finditer(text, span.start + 1, span.end - 1):
            found[match.start()] = found[match.end()] = True
    return sorted(found.items())


def _closes_here(text: str, start: int, at: int) -> bool:
    """Whether a mark closes what „ opened behind ``start``, as in German, and opens nothing."""
    return text[at] == "“" and text.rfind("„", start, at) > text.rfind("“", start, at)


def wide_gaps(text: str, span: Span) -> list[int]:
    """Where two spaces or more stand between the sentences of a line too long for a paragraph.

    None in a text that was typed so throughout.
    """
    if len(span) <= LONG:
        return []
    wide = [match.start() + 1 for match in _WIDE.finditer(text, span.start, span.end)]
    return wide if len(wide) * LEAST_APART <= len(span) else []


def _is_prose(text: str, stop: int) -> bool:
    """Whether the word before a mark is prose, not an address or a list of initials."""
    word = text[max(0, stop - 24) : stop].rpartition(" ")[2]
    if any(mark in word for mark in "/@.#"):
        return False
    return len(word) > 1 and not word[-1].isupper()


def _opening_end(text: str, start: int, end: int) -> int | None:
    """Where a caption, a link or a heading ends that opens the piece; None when none does."""
    if end - start < LEAST:
        return None
    for find in (_caption_end, _read_also_end, _heading_end):
        if (found := find(text, start, end)) and start < found < end:
            return found
    return None


def _caption_end(text: str, start: int, end: int) -> int | None:
    """Where a picture's credit ends, at most a caption's length on."""
    limit = min(end, start + LONGEST_CAPTION)
    if text.find("/", start, limit) < 0:
        return None
    match = _CAPTION.match(text, _skip_white(text, start, end), limit)
    return match.end() if match else None


def _read_also_end(text: str, start: int, end: int) -> int | None:
    """Where the title of another article ends: "Lire aussi : …" glued to what follows."""
    also = _READ_ALSO.match(text, start, end)
    camel = _CAMEL.search(text, also.end() + 12, min(end, also.end() + 220)) if also else None
    return camel.start() if camel else None


def _heading_end(text: str, start: int, end: int) -> int | None:
    """Where a heading ends that is glued to its text: few words, and then a word that opens."""
    if not text[start].isupper() and text[start] not in "«“":
        return None
    for match in _HEADING.finditer(text, start + 3, min(end - LEAST, start + 90)):
        words = text[start : match.start()]
        if _STOPPED.search(words) or len(words.split()) > MOST_WORDS or _TAG.search(words):
            return None
        if words.count("«") != words.count("»") or words.count("“") != words.count("”"):
            continue
        if _closes_here(text, start, match.start()):
            continue
        opening = fold(match["next"]).strip("«“ \u00a0")
        if words[-1] in "?!»”" or opening in stop_words("fr") or opening in stop_words("en"):
            return match.start()
    return None


def _skip_white(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
