"""References: the sources as CSL-JSON and as BibTeX, for Zotero, Pandoc and LaTeX.

CSL 1.0.2 (schema ``csl-data.json``), type ``article-newspaper``. A key is made from the article
alone: it is the same in every export, whatever else leaves with it.
"""

import json
import re

from dossier.article import Article
from dossier.clippings import digest_of
from dossier.export.citation import headline, on_one_line
from dossier.export.document import Document
from dossier.export.escaping import writable
from dossier.export.fragment import web_address
from dossier.export.wording import wording_of
from dossier.language.folding import fold

REFERENCES_FILE = "references.json"
"""What stands beside a Pandoc export."""


def key_of(article: Article) -> str:
    """The article's key: its outlet or author, year, first word, and what tells its file."""
    name = re.findall(r"[a-z0-9]+", fold(article.outlet or article.byline or ""))
    when = article.published or article.updated
    words = [word for word in re.findall(r"[a-z0-9]+", fold(article.title or "")) if len(word) > 3]
    parts = (*name[:1], str(when.year) if when else "", *words[:1])
    return f"{''.join(parts) or 'article'}-{digest_of(article.file)[:8]}"


def csl_of(article: Article) -> dict[str, object]:
    """The article as CSL-JSON; what is not known is left out."""
    record: dict[str, object] = {"id": key_of(article), "type": "article-newspaper"}
    record["title"] = headline(article, wording_of(article.language))
    if author := on_one_line(article.byline):
        record["author"] = [{"literal": author}]
    if outlet := on_one_line(article.outlet):
        record["container-title"] = outlet
    if when := article.published:
        record["issued"] = {"date-parts": [[when.year, when.month, when.day]]}
    elif article.updated:
        record["note"] = _updated(article)
    if address := web_address(article.url):
        record["URL"] = address
    if article.language:
        record["language"] = article.language
    return record


def write_csl(document: Document) -> str:
    """The document's sources as CSL-JSON."""
    records = [csl_of(article) for article in document.articles]
    return writable(json.dumps(records, ensure_ascii=False, indent=1)) + "\n"


def write_bibtex(document: Document) -> str:
    """The document's sources as BibTeX, in UTF-8."""
    return "\n".join(_entry(article) for article in document.articles)


def _entry(article: Article) -> str:
    """The article as an entry; names and titles keep their capitals."""
    when = article.published
    title = headline(article, wording_of(article.language))
    fields = {
        "author": f"{{{author}}}" if (author := _tex(article.byline or "")) else "",
        "title": f"{{{_tex(title)}}}",
        "journal": _tex(article.outlet or ""),
        "year": str(when.year) if when else "",
        "month": str(when.month) if when else "",
        "date": when.isoformat() if when else "",
        "note": "" if when else _tex(_updated(article)),
        "url": web_address(article.url) or "",
        "langid": article.language or "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{key_of(article)},", *lines, "}", ""])


def _updated(article: Article) -> str:
    """The day it was changed, said so: no reference calls it the day it was published."""
    wording = wording_of(article.language)
    return wording.updated.format(date=wording.day(article.updated)) if article.updated else ""


_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "%#$&_"},
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
}
"""What TeX would take for an order."""


def _tex(words: str) -> str:
    """Words on one line, as TeX prints them."""
    return "".join(_TEX.get(c, c) for c in " ".join(words.split()) if c.isprintable())
