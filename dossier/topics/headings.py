"""Headings: when the line above a section is a title, and how it is set as one."""

import re

from dossier.language import fold

LONGEST = 45
"""Code points of a title."""
SHORTEST = 12
"""Code points of a heading that says something."""
_GENERIC = re.compile(
    r"introduction|conclusion|contexte.*|le contexte|context.*|the context|background|resume|"
    r"summary|en bref|in brief|sommaire|the latest|analyse|analysis|notre analyse|"
    r"our analysis|a lire.*|lire aussi.*|voir aussi.*|see also.*|read more.*|related.*|"
    r"sur le meme sujet|more on.*|a retenir.*|l essentiel|key points|points cles|takeaways?|"
    r"les faits|the facts|what we know.*|ce que l on sait.*|"
    r"ce qu il faut (?:savoir|retenir).*|what to know.*|a propos.*|about us|about this.*|"
    r"pour aller plus loin|en savoir plus.*|sources?|photos?|videos?.*|publicite|advertisement"
)
_STOPS = " \t:;.,–—-•*#"
_EDGES = _STOPS + "«»“”\"'‘’\u00a0\u202f"


def is_title(heading: str) -> bool:
    """Whether a heading says what its section is about, in the length of a title."""
    plain = re.sub(r"[^\w]+", " ", fold(heading)).strip()
    return (
        SHORTEST <= len(heading) <= LONGEST + 10
        and heading[0].isalnum()
        and " " in heading
        and not _GENERIC.fullmatch(plain)
        and not re.search(r"[«»“”\"?!…]", heading)
    )


def tidy(heading: str) -> str:
    """The heading without numbering, quote marks or stop, its first letter a capital."""
    bare = re.sub(r"^(?:\(?\d{1,2}[.)°]|[IVX]{1,4}[.)]|[A-Za-z][.)])\s+", "", heading.strip())
    bare = bare.strip(_EDGES) if _quoted(bare) else bare.strip(_STOPS)
    bare = bare or heading.strip()
    if bare.isupper() and len(bare) > 5:
        bare = bare.lower()
    return bare[0].upper() + bare[1:]


def _quoted(heading: str) -> bool:
    """Whether the heading is one quotation from end to end."""
    marks = re.findall(r"[«»“”\"]", heading)
    return len(marks) == 2 and heading[0] in '«“"' and heading[-1] in '»”"'


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text cut at a word, with an ellipsis, when it is longer."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    words = cut.rsplit(maxsplit=1)[0] if " " in cut[longest // 3 :] else cut
    return words.rstrip(" ,;:–—-") + "…"
