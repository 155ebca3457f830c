"""Addresses that lead to the words: a text fragment at the end of an article's url.

W3C Community Group, *URL Fragment Text Directives* (2023): ``#:~:text=start,end``.
"""

from urllib.parse import quote, urlsplit

_WORDS = 6
"""Words of each end that are named when not all of them are."""

_SHORT = 100
"""Characters up to which all the words are named."""


def web_address(url: str | None) -> str | None:
    """The url as it may stand in a document; None when it leads to no page of the web."""
    if not url or urlsplit_scheme(url) not in {"http", "https"}:
        return None
    return quote(url.strip(), safe="!#$%&'()*+,-./:;=?@[]_~", errors="replace")


def urlsplit_scheme(url: str) -> str:
    """The url's scheme; "" for what is no url."""
    try:
        return urlsplit(url.strip()).scheme.lower()
    except ValueError:
        return ""


def address_of(url: str | None, words: str) -> str | None:
    """The url that leads to the words in the page; None when it leads to no page of the web."""
    address = web_address(url)
    if address is None:
        return None
    joint = ":~:" if "#" in address else "#:~:"
    return f"{address}{joint}text={_directive(words)}"


def _directive(words: str) -> str:
    """The words, or their two ends, as a text directive.

    An end is looked for within one block of the page: of words on several lines each is taken from
    one line. The mark of a list item is none of the page's words.
    """
    lines = [line.split() for line in words.splitlines() if line.strip()]
    if lines and len(lines[0]) > 1 and not any(map(str.isalnum, lines[0][0])):
        del lines[0][0]
    parts = [word for line in lines for word in line]
    if len(lines) < 2 and (len(" ".join(parts)) <= _SHORT or len(parts) < 2 * _WORDS):
        return _percent(" ".join(parts))
    first, last = lines[0][:_WORDS], lines[-1][-_WORDS:]
    return f"{_percent(' '.join(first))},{_percent(' '.join(last))}"


def _percent(words: str) -> str:
    """Words as they stand in a directive, where ``-`` and ``,`` mean something."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
