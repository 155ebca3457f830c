"""The HTML form: a page that stands alone, with nothing to fetch and nothing that runs."""

from collections.abc import Iterator
from html import escape as escape_marks

from dossier.article import Article
from dossier.export.citation import Particulars, headline, numbered, particulars
from dossier.export.document import Document, Quotation, Section
from dossier.export.escaping import writable
from dossier.export.fragment import address_of
from dossier.export.markdown import ELLIPSIS
from dossier.export.naming import names_of
from dossier.export.wording import Wording, wording_of

_STYLE = """
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5;
       font-family: Georgia, serif }
blockquote { margin: 1.5rem 0 0; padding-left: 1rem; border-left: 3px solid; white-space: pre-wrap }
.source { margin: .25rem 0 0 1.2rem; font-size: .9em }
.note { margin: .25rem 0 0 1.2rem; font-style: italic }
ol { font-size: .9em }
"""


def write_html(document: Document) -> str:
    """The document as an HTML page."""
    return "".join(html_pieces(document))


def html_pieces(document: Document) -> Iterator[str]:
    """The document as an HTML page, a line or more at a time."""
    return (f"{line}\n" for line in _page(document))


def _page(document: Document) -> Iterator[str]:
    """Its lines."""
    wording = wording_of(document.language)
    articles = document.articles
    labels = {article.file: n for n, article in enumerate(articles, 1)}
    names = names_of(articles, wording)
    language = f' lang="{_text(document.language)}"' if document.language else ""
    yield "<!DOCTYPE html>"
    yield f"<html{language}>"
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{_line(document.title)}</title>"
    yield f"<style>{_STYLE}</style></head>"
    yield "<body>"
    yield f"<h1>{_line(document.title)}</h1>"
    yield from (f"<p>{_text(said)}</p>" for said in wording.untold(document.left_out))
    for section in document.sections:
        yield from _section(section, labels, names, wording, many=len(document.sections) > 1)
    yield from _lost(document, wording)
    yield from _sources(document, wording)
    yield "</body></html>"


def _section(
    section: Section,
    labels: dict[str, int],
    names: dict[str, str],
    wording: Wording,
    *,
    many: bool,
) -> Iterator[str]:
    """A section's elements."""
    if section.article:
        yield f"<h2>{_line(headline(section.article, wording))}</h2>"
    elif section.title or many:
        yield f"<h2>{_line(section.title or wording.others)}</h2>"
    for quotation in section.quotations:
        yield _quote(quotation.words, quotation.article)
        name = "" if section.article else names[quotation.article.file]
        yield _source(quotation, name, labels[quotation.article.file], wording)
        if replaced := wording.told_of(quotation.words):
            yield f'<p class="source">{_text(replaced)}</p>'
        yield from _note(quotation.note, wording)


def _note(note: str, wording: Wording) -> Iterator[str]:
    """The reader's note, apart from the source's words."""
    if note:
        yield f'<p class="note" dir="auto">{_text(wording.note)} {_line(note)}</p>'


def _quote(words: tuple[str, ...], article: Article | None = None) -> str:
    """The source's words, every space of them; an attribute says in what language they are."""
    language = f' lang="{_text(article.language)}"' if article and article.language else ""
    left_out = f" {_text(ELLIPSIS)} "
    return f'<blockquote dir="auto"{language}>{left_out.join(map(_text, words))}</blockquote>'


def _source(quotation: Quotation, name: str, label: int, wording: Wording) -> str:
    """Under a quote: who says it, its source in a word, the passage, the reference's number."""
    article = quotation.article
    passage = _text(numbered(quotation.passages) or "")
    if passage and (address := address_of(article.url, quotation.words[0])):
        passage = f'<a href="{_text(address)}">{passage}</a>'
    speaker = f"<b>{_line(quotation.speaker)}</b>" if quotation.speaker else None
    source = wording.attributed(speaker, _text(name), sure=quotation.sure)
    shown = ", ".join(part for part in (source, passage) if part)
    return f'<p class="source" dir="auto">— {shown} <a href="#source-{label}">[{label}]</a></p>'


def _lost(document: Document, wording: Wording) -> Iterator[str]:
    """Clippings that were not found again, with the words they had."""
    if document.lost:
        yield f"<h2>{_text(wording.lost)}</h2>"
    for clipping in document.lost:
        yield _quote((clipping.exact.strip(),))
        yield f'<p class="source">— {_line(clipping.file)}</p>'
        yield from _note(clipping.note, wording)


def _sources(document: Document, wording: Wording) -> Iterator[str]:
    """The references, numbered."""
    if document.articles:
        yield f"<h2>{_text(wording.sources)}</h2>\n<ol>"
        passages = document.passages()
        for label, article in enumerate(document.articles, 1):
            these = particulars(article, wording, passages[article.file])
            yield f'<li id="source-{label}" dir="auto">{_citation(these)}</li>'
        yield "</ol>"


def _citation(these: Particulars) -> str:
    """A reference."""
    outlet = f"<cite>{_line(these.outlet)}</cite>" if these.outlet else ""
    parts = (
        _line(these.author or ""),
        _text(these.title),
        outlet,
        _text(these.dated or ""),
        _text(these.passages or ""),
        _line(these.file or ""),
    )
    link = f' <a href="{_text(these.url)}">{_text(these.url)}</a>' if these.url else ""
    return ", ".join(part for part in parts if part) + "." + link


def _text(words: str) -> str:
    """Words as HTML, every character of them that HTML can hold."""
    return escape_marks(writable(words)).replace("\r", "&#13;")


def _line(words: str) -> str:
    """Words on one line, as HTML."""
    return _text(" ".join(words.split()))
