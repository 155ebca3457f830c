"""The reader's own form: a Jinja2 template in the place of the Markdown form.

``example.md.jinja`` writes the very bytes of the Markdown form, and tells what a template is given;
``dossier export --print-template`` prints it. A template runs in Jinja's sandbox: it reads what it
is given, changes nothing, opens no file and imports nothing. Jinja2 is imported when one is used.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dossier.export.citation import (
    Particulars,
    code,
    emphasised,
    escape_title,
    headline,
    markdown_citation,
    particulars,
)
from dossier.export.document import Document, Quotation, Section
from dossier.export.escaping import escape, writable
from dossier.export.fragment import address_of
from dossier.export.markdown import lines_of, passage_of, quote_block
from dossier.export.naming import names_of
from dossier.export.wording import Wording, wording_of
from dossier.problems import DossierError

if TYPE_CHECKING:
    from jinja2 import Template

_LARGEST = 1 << 20
"""Bytes a template may have."""


@dataclass(frozen=True, slots=True)
class GivenQuote:
    """A quote as a template is given it."""

    words: tuple[str, ...]
    """The source's own; several where sentences between them were left out."""
    source: "GivenSource"
    name: str
    """The source in a word; empty where the section is the source."""
    passage: str | None
    address: str | None
    """Leads to the words in the page; None for an article that is not on the web."""
    note: tuple[str, ...] = ()
    """Its lines."""
    tags: tuple[str, ...] = ()
    created: str | None = None
    speaker: str | None = None
    """Who says it, worked out; None when that is not known, or it is no speech."""
    sure: bool = True
    """Whether the speaker is."""
    replaced: str = ""
    """Said of characters that cannot be written; mostly empty."""


@dataclass(frozen=True, slots=True)
class GivenSource:
    """An article quoted from, as a template is given it; what is not known is None."""

    number: int
    name: str
    """The source in a word."""
    language: str | None
    author: str | None
    title: str
    outlet: str | None
    date: str | None
    passages: str | None
    url: str | None
    file: str | None
    address: str | None
    """The url that leads to the first words quoted."""


@dataclass(frozen=True, slots=True)
class GivenSection:
    """Quotes under one title, as a template is given them."""

    title: str | None
    quotes: tuple[GivenQuote, ...]


@dataclass(frozen=True, slots=True)
class GivenLost:
    """A clipping whose words are not in the articles any more."""

    words: str
    file: str
    note: tuple[str, ...]


def example() -> str:
    """The template that writes what the Markdown form does."""
    return files("dossier.export").joinpath("example.md.jinja").read_text("utf-8")


def template_in(file: Path) -> str:
    """What stands in a template's file; DossierError when it cannot be read."""
    try:
        if file.stat().st_size > _LARGEST:
            raise DossierError(f"{file} is too large for a template.")
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DossierError(f"{file} is not UTF-8 text.") from error
    except OSError as error:
        raise DossierError(f"{file} cannot be read: {error.strerror}.") from error


def write_by(template: str, document: Document, *, name: str = "template") -> str:
    """The document as a template has it; ``name`` is what the template is called.

    Raises DossierError, which tells the line, when the template is wrong.
    """
    from jinja2 import TemplateSyntaxError

    try:
        return writable(_compiled(template).render(_given(document)))
    except TemplateSyntaxError as error:
        said = str(error.message).rstrip(".")
        raise DossierError(f"{name}, line {error.lineno}: {said}.") from error
    except Exception as error:  # a template may raise whatever the words in it can
        line = _line_of(error)
        where = f", line {line}" if line else ""
        raise DossierError(f"{name}{where}: {str(error).rstrip('.')}.") from error


def _compiled(template: str) -> "Template":
    """The template, with nothing in reach but what it is given."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.update(
        line=escape,
        title=escape_title,
        quote=quote_block,
        code=code,
        emphasis=emphasised,
        citation=_citation,
    )
    return environment.from_string(template)


def _line_of(error: Exception) -> int | None:
    """The template's line an error was raised in; None when it tells none."""
    found, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _given(document: Document) -> dict[str, Any]:  # Any: what Jinja2 takes
    """What a template is given."""
    wording = wording_of(document.language)
    sources = _sources(document, wording)

    def attributed(speaker: str | None, source: str, sure: bool = True) -> str:
        return wording.attributed(speaker, source, sure=sure)

    return {
        "attributed": attributed,
        "document_title": document.title,
        "language": document.language,
        "left_out": wording.untold(document.left_out),
        "sections": tuple(
            _section(section, sources, wording, many=len(document.sections) > 1)
            for section in document.sections
        ),
        "sources": tuple(sources.values()),
        "lost": tuple(GivenLost(c.exact.strip(), c.file, lines_of(c.note)) for c in document.lost),
        "tags": sorted({tag for quotation in document.quotations for tag in quotation.tags}),
        "said": {"note": wording.note, "lost": wording.lost, "sources": wording.sources},
    }


def _sources(document: Document, wording: Wording) -> dict[str, GivenSource]:
    """The sources by their files, in the order they are first quoted."""
    passages: defaultdict[str, list[int]] = defaultdict(list)
    first: dict[str, str] = {}
    for quotation in document.quotations:
        passages[quotation.article.file] += quotation.passages
        first.setdefault(quotation.article.file, quotation.words[0])
    given: dict[str, GivenSource] = {}
    articles = document.articles
    names = names_of(articles, wording)
    for number, article in enumerate(articles, 1):
        these = particulars(article, wording, passages[article.file])
        given[article.file] = GivenSource(
            number=number,
            name=names[article.file],
            language=article.language,
            author=these.author,
            title=these.title,
            outlet=these.outlet,
            date=these.dated,
            passages=these.passages,
            url=these.url,
            file=these.file,
            address=address_of(article.url, first[article.file]),
        )
    return given


def _citation(source: GivenSource) -> str:
    """A source's citation in Markdown."""
    these = Particulars(
        author=source.author,
        title=source.title,
        outlet=source.outlet,
        dated=source.date,
        passages=source.passages,
        url=source.url,
        file=source.file,
    )
    return markdown_citation(these, source.address)


def _section(
    section: Section, sources: dict[str, GivenSource], wording: Wording, *, many: bool
) -> GivenSection:
    """A section."""
    title = section.title or (wording.others if many else None)
    if section.article:
        title = headline(section.article, wording)
    quotes = tuple(_quote(quotation, sources, wording) for quotation in section.quotations)
    if section.article:
        quotes = tuple(replace(quote, name="") for quote in quotes)
    return GivenSection(title, quotes)


def _quote(quotation: Quotation, sources: dict[str, GivenSource], wording: Wording) -> GivenQuote:
    """A quote."""
    return GivenQuote(
        words=quotation.words,
        source=sources[quotation.article.file],
        name=sources[quotation.article.file].name,
        passage=passage_of(quotation),
        address=address_of(quotation.article.url, quotation.words[0]),
        note=lines_of(quotation.note),
        tags=quotation.tags,
        created=quotation.created,
        speaker=quotation.speaker,
        sure=quotation.sure,
        replaced=wording.told_of(quotation.words),
    )
