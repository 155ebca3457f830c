"""Citations: what leads from quoted words back to the article they are of.

The particulars that are not known are left out, never filled in.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.article import Article
from dossier.export.document import passages_in
from dossier.export.escaping import block_quote, escape
from dossier.export.fragment import address_of, web_address
from dossier.export.wording import Wording, wording_of
from dossier.spans import Span, trim

NBSP = "\u00a0"

_TITLE_SIZE = 90
"""Characters a first sentence is cut to where it stands for a headline."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """An article's particulars as a citation gives them, unescaped; None when not known."""

    author: str | None
    title: str
    """Between quotation marks, or the first words and a mark that they are not a headline."""
    outlet: str | None
    dated: str | None
    passages: str | None
    """« § 4 », « § 4-5, 9 »."""
    url: str | None
    file: str | None
    """The article's file, for an article without a url."""


def particulars(article: Article, wording: Wording, passages: Iterable[int] = ()) -> Particulars:
    """What a citation of the article says, in order."""
    address, shown = web_address(article.url), headline(article, wording)
    return Particulars(
        author=on_one_line(article.byline),
        title=wording.quoted(shown) if on_one_line(article.title) else shown,
        outlet=on_one_line(article.outlet),
        dated=_dated(article, wording),
        passages=numbered(passages),
        url=address,
        file=None if address else article.file,
    )


def cite(article: Article, span: Span) -> str:
    """A passage with its citation, as Markdown: what is copied.

    Around the quote stand words of the article's language. Raises IndexError when the span does
    not lie in the article.
    """
    span = trim(article.text, span)
    words = span.of(article.text)
    numbers = passages_in(article, span)
    particular = particulars(article, wording_of(article.language), numbers)
    address = address_of(article.url, words)
    return f"{block_quote(words)}\n\n— {markdown_citation(particular, address)}\n"


def markdown_citation(these: Particulars, address: str | None = None) -> str:
    """A citation in Markdown; ``address`` leads to the words where the url leads to the page."""
    parts = [
        escape(these.author) if these.author else "",
        escape_title(these.title),
        emphasised(these.outlet) if these.outlet else "",
        escape(these.dated) if these.dated else "",
        these.passages or "",
        code(these.file) if these.file else "",
    ]
    url = address or these.url
    return ", ".join(part for part in parts if part) + "." + (f" <{url}>" if url else "")


def escape_title(title: str) -> str:
    """A title as Markdown, the no-break spaces inside its quotation marks kept."""
    return NBSP.join(escape(part) for part in title.split(NBSP)) if NBSP in title else escape(title)


def code(words: str) -> str:
    """Words as code, where Markdown can: a file's name reads as it is."""
    plain = words.isprintable() and "`" not in words and words == words.strip()
    return f"`{words}`" if plain else escape(words)


def emphasised(words: str) -> str:
    """Words in italics, where Markdown can: beside a mark of punctuation it may not."""
    escaped = escape(words)
    return f"*{escaped}*" if words[:1].isalnum() and words[-1:].isalnum() else escaped


def numbered(passages: Iterable[int]) -> str | None:
    """Numbers of passages as a citation gives them, neighbours joined; None for none."""
    runs: list[list[int]] = []
    for number in sorted(set(passages)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    if not runs:
        return None
    shown = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return f"§{NBSP}{shown}"


def headline(article: Article, wording: Wording) -> str:
    """The headline; without one, the first words between quotation marks, marked as such."""
    if title := on_one_line(article.title):
        return title
    words = " ".join(article.name.split())
    if len(words) > _TITLE_SIZE:
        words = words[:_TITLE_SIZE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return wording.untitled.format(words=wording.quoted(words))


def _dated(article: Article, wording: Wording) -> str | None:
    """The day it was published, else the day it was changed, said so."""
    if article.published:
        return wording.day(article.published)
    if article.updated:
        return wording.updated.format(date=wording.day(article.updated))
    return None


def on_one_line(words: str | None) -> str | None:
    """Words on one line; None when there are none."""
    return " ".join(words.split()) or None if words else None
