"""Headings: when the line above a section is a title, and how it is set as one."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import category

from dossier.language import fold, word_list
from dossier.topics.words import LISTS

LONGEST = 45
"""Code points of a title."""
BESIDE_NUMBER = LONGEST - 6
"""Code points of a title that a number follows."""
SHORTEST = 12
"""Code points of a heading that says something."""
_OPENING = re.compile(r"^(?:L['’]|(?:Les?|La|The) )")
_ARTICLE = re.compile(
    r"(?:l'|(?:les?|la|the|de[rn]|die|das|el|l[oa]s|il|lo|gli|o|os|as|de|het) )(?=\S)"
)
"""The article that a folded title opens with, in the languages that titles are made in."""
_STOPS = " \t:;.,–—-•*#"
_CIRCUMSTANCE = re.compile(
    r"[,;(]|\s[–—-]\s|\s(?:après|avant|pendant|depuis|selon|face|pour|lors|malgré|alors|lorsque|quand|"
    r"after|before|during|since|according|amid|when|while|despite)\b"
)
WHOLE = 20
"""Code points of a headline's beginning that may stand for it, cut before what says when or why."""
_NUMBER = re.compile(r" \(\d+\)$")
_EDGES = _STOPS + "«»“”\"'‘’\u00a0\u202f"


def is_title(heading: str) -> bool:
    """Whether a heading says what its section is about, in the length of a title."""
    plain = re.sub(r"[^\w]+", " ", fold(heading)).strip()
    return (
        SHORTEST <= len(heading) <= LONGEST + 10
        and heading[0].isalnum()
        and " " in heading
        and not _generic().fullmatch(plain)
        and not re.search(r"[«»“”\"?!…]", heading)
    )


@cache
def _generic() -> re.Pattern[str]:
    """The headings that any article may have; in the list a star stands for any ending."""
    lines = (re.escape(line).replace(r"\*", ".*") for line in word_list("headings", LISTS))
    return re.compile("|".join(lines))


def tidy(heading: str) -> str:
    """The heading without numbering, quote marks or stop, its first letter a capital."""
    plain = re.sub(r"^(?:\(?\d{1,2}[.)°]|[IVX]{1,4}[.)]|[A-Za-z][.)])\s+", "", heading.strip())
    plain = plain.strip(_EDGES) if _quoted(plain) else plain.strip(_STOPS)
    plain = plain or heading.strip()
    if plain.isupper() and len(plain) > 5 and not any(map(_is_uncased, plain)):
        plain = plain.lower()
    return plain[0].upper() + plain[1:]


def _is_uncased(letter: str) -> bool:
    """Whether it is of a script that has no capitals: "AI" among such is not set in capitals."""
    return category(letter) == "Lo" and letter not in "ªº"


def _quoted(heading: str) -> bool:
    """Whether the heading is one quotation from end to end."""
    marks = re.findall(r"[«»“”\"]", heading)
    return len(marks) == 2 and heading[0] in '«“"' and heading[-1] in '»”"'


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text without what only says when, where or why; else cut at a word, with an ellipsis."""
    if len(text) <= longest:
        return text
    ends = [match.start() for match in _CIRCUMSTANCE.finditer(text)]
    if whole := [end for end in ends if WHOLE <= end <= longest]:
        return text[: whole[-1]].rstrip(_STOPS)
    cut = text[: longest - 1]
    words = cut.rsplit(maxsplit=1)[0] if " " in cut[longest // 3 :] else cut
    return words.rstrip(" ,;:–—-") + "…"


def bare(title: str) -> str:
    """The title without the article it opens with."""
    return _OPENING.sub("", title)


def are_alike(one: str, other: str) -> bool:
    """Whether two titles are one, but for case, accents and the article they open with."""
    first, second = fold(one), fold(other)
    return first == second or _ARTICLE.sub("", first, 1) == _ARTICLE.sub("", second, 1)


def is_several(phrase: str) -> bool:
    """Whether a phrase has more than one word, its article aside."""
    return len(bare(phrase).split()) > 1


def first_free(candidates: Sequence[str], taken: Sequence[str], unnamed: str) -> str:
    """The first of the candidates that no other topic has; numbered when all are taken."""
    known = {fold(title) for title in taken}
    short = [shorten(title) for title in candidates if title.strip()]
    free = (title for title in short if fold(title) not in known)
    return next(free, None) or numbered(short[-1] if short else unnamed, taken)


def numbered(title: str, taken: Iterable[str]) -> str:
    """The title; with a number behind it where another topic has it."""
    known = {fold(other) for other in taken}
    number, distinct = 2, title
    while fold(distinct) in known:
        distinct, number = f"{shorten(title, BESIDE_NUMBER)} ({number})", number + 1
    return distinct


def unnumbered(title: str) -> str:
    """The title without such a number."""
    return _NUMBER.sub("", title)


def is_heading(title: str, heading: str) -> bool:
    """Whether a title is a heading as it stands, or as it was set: tidied, shortened, numbered."""
    line = " ".join(heading.split())
    if not line:
        return False
    whole = tidy(line)
    short = shorten(whole)
    told = (line, whole, short, shorten(short, BESIDE_NUMBER))
    return not {fold(title), fold(unnumbered(title))}.isdisjoint(map(fold, told))
