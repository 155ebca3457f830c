"""Mail: an article sent or kept as a message. Subject, sender and date head the text.

The body is the message's plain text, or its page when it has no other. What is attached is not
read, and told.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from dossier.article import Article, Block
from dossier.problems import Problem
from dossier.reading.decoding import decode, one_newline
from dossier.spans import Span
from dossier.structure import RULES, Particulars
from dossier.structure.cutting import open_page
from dossier.structure.table import build_article, find_blocks

_SIGNED = "\n-- \n"
"""The line under which a mail is signed (RFC 3676, section 4.3)."""
_MOST_LINES, _WIDEST = 8, 80
"""Lines of a signature, and code points of one: below it may stand a mail that is passed on."""


def read_mail(file: str, raw: bytes) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a mail, and what the reader should know; None when it has no words."""
    message = message_from_bytes(raw, policy=policy.default)
    said = _particulars(message)
    problems = tuple(_attached(file, message))
    if body := _words(message, "plain").strip():
        return _structured(file, f"{said.title}\n\n{body}" if said.title else body, said), problems
    if page := _words(message, "html").strip():
        from dossier.reading.html import read_html  # with what it needs, not before it is met

        article, told = read_html(file, page)
        return article and _completed(article, said), (*problems, *told)
    wordless = "This mail has no words to read; it was left out."
    return None, (*problems, Problem(file, wordless, missed=True))


def _structured(file: str, text: str, said: Particulars) -> Article:
    """The article of a text whose first line is its headline, if there is a title."""
    headline = Span(0, len(said.title or ""))
    known = [Block("headline", headline, "marked")] if said.title else []
    page = open_page(text)
    if (signed := text.rfind(_SIGNED, headline.end)) >= 0:
        under = [line.span for line in page.lines if line.span.start > signed]
        if len(under) <= _MOST_LINES and max(map(len, under)) <= _WIDEST:
            known += [Block("furniture", span, "marked") for span in under]
    return build_article(file, text, *find_blocks(page, RULES, known), said)


def _completed(article: Article, said: Particulars) -> Article:
    """The article of a page, with what the mail says where the page says nothing."""
    silent = {
        field.name: value
        for field in fields(said)
        if not getattr(article, field.name) and (value := getattr(said, field.name))
    }
    origins = (*article.origins, *((name, "metadata") for name in silent))
    return replace(article, **silent, origins=origins)


def _particulars(message: Message) -> Particulars:
    """Subject, sender's name and day."""
    subject = " ".join(_header(message, "subject").split())
    name, _ = parseaddr(_header(message, "from"))
    try:
        day = parsedate_to_datetime(_header(message, "date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        day = None
    return Particulars(title=subject or None, byline=name.strip() or None, published=day)


def _header(message: Message, name: str) -> str:
    """A header's words; empty when there is none, or none that can be read."""
    try:
        return str(message.get(name) or "")
    except (
        ValueError,
        LookupError,
        IndexError,
        AttributeError,
        TypeError,
    ):  # the parser's own faults
        return ""


def _words(message: Message, kind: str) -> str:
    """The words of the message's parts of a kind, those attached left out."""
    parts = [
        part
        for part in message.walk()
        if part.get_content_type() == f"text/{kind}" and _file_name(part) is None
    ]
    return "\n\n".join(filter(None, map(_part_words, parts)))


def _part_words(part: Message) -> str:
    """A part's words: in the charset it says, else in the one its bytes tell."""
    held = part.get_payload(decode=True)
    raw = held if isinstance(held, bytes) else b""
    try:
        return one_newline(raw.decode(part.get_content_charset() or "utf-8"))
    except (LookupError, UnicodeDecodeError):
        decoded = decode(raw)
        return decoded.text if decoded else ""


def _attached(file: str, message: Message) -> Iterator[Problem]:
    """What is attached."""
    for part in message.walk():
        if (name := _file_name(part)) is not None:
            told = f"“{name}” is attached to this mail; it was not read."
            yield Problem(file, told, missed=True)


def _file_name(part: Message) -> str | None:
    """The name of a part that is attached; None for the message's own words."""
    if part.is_multipart() or part.get_content_disposition() != "attachment":
        return None
    return part.get_filename() or "a file without a name"
