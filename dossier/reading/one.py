"""From one file's bytes to its article: decoded, then read by what it is written in."""

from collections.abc import Iterator
from dataclasses import replace

from dossier.article import Article
from dossier.problems import Problem
from dossier.reading.archives import count_documents
from dossier.reading.binary import DOCUMENTS, NOT_MEANT, name_format
from dossier.reading.decoding import Decoded, decode
from dossier.reading.files import is_spelled
from dossier.reading.formats import is_fragment, is_mail, is_markdown, is_page, unpack
from dossier.reading.loaded import Loaded
from dossier.reading.mojibake import GARBLED
from dossier.structure import structure_article

_SPELLED = "Its name is not UTF-8: each byte that is not stands here as \\x and its number."


def read_article(file: str, raw: bytes) -> Loaded:
    """The article that a file's bytes are, and what the reader should know of them."""
    loaded = _read(file, raw)
    if not is_spelled(file):
        return loaded
    said = (replace(one, assumed=(*one.assumed, _SPELLED)) for one in loaded.articles)
    return replace(loaded, articles=tuple(said))


def _read(file: str, raw: bytes) -> Loaded:
    if (unpacked := unpack(raw)) is not None:
        raw = unpacked
    if is_mail(raw):
        from dossier.reading.mail import read_mail  # with what it needs, not before a mail is met

        mail, remarks = read_mail(file, raw)
        return Loaded((mail,) if mail else (), remarks)
    decoded = decode(raw)
    if decoded is None:
        what = name_format(raw)
        told = f"This file is not a text ({what})" if what else "This file is not a text"
        saved = ": save its words as .txt to read them" if what in DOCUMENTS else ""
        missed = what not in NOT_MEANT
        return Loaded(problems=(Problem(file, f"{told}; it was left out{saved}.", missed=missed),))
    if not decoded.text.strip():
        told = "This file is empty; it was left out."
        return Loaded(problems=(Problem(file, told, missed=True),))
    article, problems = _by_format(file, decoded.text)
    problems = (*remarks_on(file, decoded), *problems, *_told_of_archive(file, decoded.text))
    if article is None:
        return Loaded(problems=problems)
    if decoded.assumed:
        article = replace(article, assumed=(decoded.assumed, *article.assumed))
    return Loaded((article,), problems)


def _by_format(file: str, text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a text by what it is written in: a page, Markdown, or plain text."""
    if is_page(text) or (is_fragment(text) and not is_markdown(file, text)):
        from dossier.reading.html import read_html  # with what it needs, not before a page is met

        return read_html(file, text)
    if is_markdown(file, text):
        from dossier.reading.markdown import read_markdown  # as above

        return read_markdown(file, text)
    return structure_article(file, text), ()


def _told_of_archive(file: str, text: str) -> Iterator[Problem]:
    """What the reader should know of a file that holds many articles."""
    if found := count_documents(text):
        archive, many = found
        yield Problem(
            file,
            f"This is an export from {archive} with {many} documents, read as one article; "
            "`dossier split` writes each into a file of its own.",
            missed=True,
        )


def remarks_on(file: str, decoded: Decoded) -> Iterator[Problem]:
    """What the reader should know of how a file was decoded."""
    if decoded.lost:
        lost = "1 character" if decoded.lost == 1 else f"{decoded.lost} characters"
        yield Problem(file, f"{lost} could not be decoded; each is shown as \ufffd.")
    if decoded.mended:
        example = f"“{GARBLED}” for “{GARBLED.encode('cp1252').decode()}”"
        yield Problem(file, f"{decoded.mended} garbled letters (as {example}) were put right here.")
