"""The documents of an export of a press archive: from one file's bytes to its many articles.

``part_export`` is the door. One source format a file; ``_PARTERS`` is the order in which they
are asked whether a text is theirs. Nothing here is loaded until an export is to be split.
"""

from collections.abc import Callable

from dossier.problems import DossierError, Problem
from dossier.reading.decoding import decode
from dossier.reading.documents.document import Document, Parted
from dossier.reading.documents.europresse import part_europresse
from dossier.reading.documents.factiva import part_factiva_page, part_factiva_xml
from dossier.reading.documents.lexisnexis import part_lexisnexis_page, part_lexisnexis_text
from dossier.reading.documents.newsapi import part_newsapi
from dossier.reading.documents.nexis import is_word, part_nexis, part_nexis_text
from dossier.reading.formats import unpack
from dossier.reading.one import remarks_on

__all__ = ["Document", "Parted", "SplitError", "part_export"]


class SplitError(DossierError):
    """A file that cannot be split: a sentence that only the command says."""


_PARTERS: tuple[Callable[[str], Parted | None], ...] = (
    part_newsapi,
    part_factiva_xml,
    part_factiva_page,
    part_europresse,
    part_lexisnexis_page,
    part_lexisnexis_text,
    part_nexis_text,
)
_KNOWN = "LexisNexis (text, page or Word), Factiva (page or XML), Europresse, NewsAPI (JSON)"


def part_export(file: str, raw: bytes) -> tuple[Parted, tuple[Problem, ...]]:
    """The documents of an export, and what the reader should know of how it was decoded.

    Raises SplitError for a file that is no such export, or holds no document.
    """
    raw = unpacked if (unpacked := unpack(raw)) is not None else raw
    found, problems = _word(file, raw) if is_word(raw) else _text(file, raw)
    if found is None:
        raise SplitError(
            f"“{file}” is not an export that can be split; those are of {_KNOWN}. "
            "A file of one article needs none: open it as it is."
        )
    if not found.documents and not found.left_over:
        raise SplitError(
            f"“{file}” is an export of {found.archive} without a document: export it again."
        )
    return found, problems


def _word(file: str, raw: bytes) -> tuple[Parted | None, tuple[Problem, ...]]:
    try:
        return part_nexis(raw), ()
    except ValueError as error:
        said = f"“{file}” cannot be read ({error}): save it again, or export it as text."
        raise SplitError(said) from error


def _text(file: str, raw: bytes) -> tuple[Parted | None, tuple[Problem, ...]]:
    decoded = decode(raw)
    if decoded is None:
        return None, ()
    if not decoded.text.strip():
        raise SplitError(f"“{file}” is empty: export it again.")
    asked = (part(decoded.text) for part in _PARTERS)
    found = next((parted for parted in asked if parted is not None), None)
    return found, tuple(remarks_on(file, decoded))
