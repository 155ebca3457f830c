"""A document of a press archive's export: one article, and what the archive says of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.language.folding import fold
from dossier.structure.dates import find_day


@dataclass(frozen=True, slots=True)
class Document:
    """One article of an export. Every line it shows stands in its title, its body or ``told``."""

    body: tuple[str, ...] = ()
    """Its paragraphs, each on one line."""
    told: tuple[str, ...] = ()
    """The lines that are neither title nor body, as it has them: "SECTION: NEWS; Pg. 3"."""
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    """Who wrote it, without "by"."""
    published: date | None = None
    section: str | None = None
    url: str | None = None

    @property
    def known(self) -> bool:
        """Whether it can be told for an article: it has words, and something to know it by."""
        return bool(self.title or (self.body and (self.outlet or self.published)))


@dataclass(frozen=True, slots=True)
class Parted:
    """An export, parted into its documents."""

    archive: str
    """Who made it, as "LexisNexis"."""
    documents: tuple[Document, ...]
    unread: tuple[int, ...] = ()
    """The numbers, from 1, of the documents that could not be told for articles."""
    left_over: tuple[str, ...] = ()
    """The lines of those."""
    around: tuple[str, ...] = ()
    """The lines that belong to no document: the export's cover, the search, the page's foot."""


def parted(archive: str, documents: Iterable[Document], around: Iterable[str] = ()) -> Parted:
    """The export, with what could not be told for an article set apart."""
    known: list[Document] = []
    unread: list[int] = []
    left: list[str] = []
    for number, document in enumerate(documents, 1):
        if document.known:
            known.append(document)
        else:
            unread.append(number)
            left += (*document.body, *document.told)
    return Parted(archive, tuple(known), tuple(unread), tuple(left), tuple(around))


def one_line(words: str | None) -> str:
    """Words on one line, one space between them."""
    return " ".join((words or "").split())


def lines_of(text: str) -> list[str]:
    """The lines of a text that have words, each with one space between them."""
    return [line for line in map(one_line, text.splitlines()) if line]


def day_of(words: str) -> date | None:
    """The first day that words name in full."""
    return find_day(fold(words))


def byline_of(words: Sequence[str]) -> str | None:
    """Whom lines name that are given to who wrote it, without "by"; None when they name nobody."""
    return _BY.sub("", one_line(" ".join(words))) or None


_BY = re.compile(r"(?i:by|par|von|por)\s+(?=[^\W\d_a-z])")


def url_of(words: str) -> str | None:
    """The address that words are; None when they are none."""
    match = re.match(r"https?://\S+", words)
    return match[0] if match else None


_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\)\s|copr?\.? \d{4}|copy \d{4}|all rights reserved|alle rechte vorbehalten"
    r"|tous droits r[ée]serv[ée]s|todos los derechos reservados|tutti i diritti riservati"
    r"|alle rechten voorbehouden|todos os direitos reservados)",
    re.IGNORECASE,
)


def is_copyright(line: str) -> bool:
    """Whether a line says whose the document is."""
    return _COPYRIGHT.match(line) is not None
