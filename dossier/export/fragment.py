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
    """The words, or their two ends, as a text directive."""
    line = " ".join(words.split())
    parts = line.split(" ")
    if (len(line) <= _SHORT and "\n" not in words) or len(parts) < 2 * _WORDS:
        return _percent(line)
    return f"{_percent(' '.join(parts[:_WORDS]))},{_percent(' '.join(parts[-_WORDS:]))}"


def _percent(words: str) -> str:
    """Words as they stand in a directive, where ``-`` and ``,`` mean something."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
