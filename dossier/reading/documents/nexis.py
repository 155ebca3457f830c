"""Nexis Uni: a Word file, or its text, whose documents each close with "End of Document".

Its paragraphs are read, not what its pages repeat at head and foot.
"""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from dossier.language.folding import fold
from dossier.reading.documents.document import (
    Document,
    Parted,
    byline_of,
    day_of,
    is_copyright,
    lines_of,
    one_line,
    parted,
    url_of,
)
from dossier.reading.documents.labels import Label, label_of, tail_of
from dossier.reading.formats import MOST

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "word/document.xml"
_BREAKS = frozenset({f"{_WORD}br", f"{_WORD}cr"})
_GAPS = frozenset({f"{_WORD}tab", f"{_WORD}noBreakHyphen"})
_END = frozenset(
    {"end of document", "fin du document", "ende des dokuments", "fin del documento"}
    | {"fine del documento", "fine documento", "fim do documento", "einde van het document"}
    | {"einde van document"}
)
_BODY = frozenset(
    {"body", "corps", "corps de l'article", "textkorper", "hauptteil", "volltext", "cuerpo"}
    | {"corpo", "body text", "tekst"}
)
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, KeyError, RuntimeError),
    *(ValueError, OSError, OverflowError),
)
"""What the library raises for a file that is no whole archive."""
LONGEST_DAY = 100
"""Code points of a paragraph that is the day."""


class _Plain(ET.TreeBuilder):
    """A tree of what declares no entity, as no Word file does."""

    def doctype(self, *_: object) -> None:
        """Raise ValueError: here entities would be declared, that unfold without end."""
        raise ValueError("it declares entities of its own")


def is_word(raw: bytes) -> bool:
    """Whether the bytes are a Word file, or such a one that was cut."""
    return raw.startswith(b"PK\x03\x04") and b"word/" in raw


def part_nexis(raw: bytes) -> Parted | None:
    """The documents of a Word file that Nexis made; None for any other. Raises ValueError.

    The error says why the file cannot be read, as the end of a sentence.
    """
    return _parted(list(_paragraphs(_unpacked(raw))))


def part_nexis_text(text: str) -> Parted | None:
    """The documents of such a file that was saved as text; None for any other text."""
    return _parted(lines_of(text))


def _parted(paragraphs: Sequence[str]) -> Parted | None:
    ends = [at for at, words in enumerate(paragraphs) if _closes(words)]
    if not ends:
        return None
    starts = [0, *(at + 1 for at in ends)]
    pieces = [paragraphs[a : b + 1] for a, b in zip(starts[:-1], ends, strict=True)]
    first = _begin(pieces[0])
    around = list(pieces[0][:first])
    pieces[0] = pieces[0][first:]
    rest = paragraphs[starts[-1] :]
    if _dated(rest[: _body(rest)]) >= 0:
        pieces.append(rest)
    else:
        around += rest
    return parted("LexisNexis", map(_document, pieces), around)


def _closes(words: str) -> bool:
    return fold(words).strip(" .") in _END


def _unpacked(raw: bytes) -> bytes:
    """The text of a Word file, as XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed, packed.open(_TEXT) as file:
            xml = file.read(MOST + 1)
    except _BROKEN as error:
        raise ValueError("it is damaged, was cut, or is locked with a password") from error
    if len(xml) > MOST:
        raise ValueError(f"its text unpacks to more than {MOST >> 20} megabytes")
    return xml


def _paragraphs(xml: bytes) -> Iterator[str]:
    """The paragraphs of a Word file; the lines of each are paragraphs too."""
    try:
        root = ET.fromstring(xml, ET.XMLParser(target=_Plain()))  # noqa: S314 - see _Plain
    except ET.ParseError as error:
        raise ValueError("it is damaged") from error
    parents = {f"{_WORD}p"}
    for paragraph in _elements(root, parents):
        words = "".join(_words(paragraph))
        yield from filter(None, map(one_line, words.split("\n")))


def _elements(root: ET.Element, tags: set[str]) -> Iterator[ET.Element]:
    """The elements of these names, in order, however deep; what stands in for others is left."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in tags:
            yield element
        if element.tag != _FALLBACK:
            waiting.extend(reversed(element))


def _words(paragraph: ET.Element) -> Iterator[str]:
    """The words of a paragraph, without those of the paragraphs set into it."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag in _BREAKS:
            yield "\n"
        elif element.tag in _GAPS:
            yield "-" if element.tag.endswith("Hyphen") else " "
        elif element.tag not in {f"{_WORD}p", _FALLBACK}:
            waiting.extend(reversed(element))


def _begin(piece: Sequence[str]) -> int:
    """Where the first document begins, below the cover: its headline, two above the day."""
    dated = _dated(piece[: _body(piece)])
    return max(0, dated - 2) if dated >= 0 else 0


def _body(piece: Sequence[str]) -> int:
    """Where the word stands that is above the text; where the labels end, without one."""
    heads = (at for at, words in enumerate(piece) if fold(words).strip(" :") in _BODY)
    if (found := next(heads, -1)) >= 0:
        return found
    labels = [at for at, words in enumerate(piece) if _is_length(_label(words))]
    return labels[0] + 1 if labels else min(len(piece), 4)


def _is_length(label: Label | None) -> bool:
    return label is not None and label.role in {"length", "byline", "section"}


def _label(words: str) -> Label | None:
    return label_of(words, capitals=False)


def _dated(head: Sequence[str]) -> int:
    """Which of the paragraphs is the day, the last of them; -1 when none is."""
    for at in range(len(head) - 1, -1, -1):
        words = head[at]
        if len(words) <= LONGEST_DAY and not _label(words) and not is_copyright(words):
            if ":" in words.split(",")[0] and not words[:1].isdigit():
                continue
            if day_of(words):
                return at
    return -1


def _document(piece: Sequence[str]) -> Document:
    body = _body(piece)
    dated = _dated(piece[:body])
    outlet = dated - 1 if dated > 0 else -1
    last = outlet if dated > 0 else 1
    title = list(piece[: max(last, 0)]) if dated != 0 and piece else []
    text = body + 1 if body < len(piece) and fold(piece[body]).strip(" :") in _BODY else body
    tail = _tail(piece, text)
    head = [words for at, words in enumerate(piece[:text]) if at >= len(title)]
    labels = {label.role: label for words in reversed(head) if (label := _label(words))}
    highlight = labels.get("highlight")
    opening = (highlight.value,) if highlight and highlight.value else ()
    told = [words.partition(":")[0] + ":" if _opens(words) else words for words in head]
    return Document(
        title=" ".join(title) or None,
        outlet=piece[outlet] if outlet >= 0 and outlet >= len(title) else None,
        byline=byline_of([labels["byline"].value]) if "byline" in labels else None,
        published=day_of(piece[dated]) if dated >= 0 else None,
        section=labels["section"].value or None if "section" in labels else None,
        url=url_of(labels["url"].value) if "url" in labels else None,
        body=(*opening, *piece[text:tail]),
        told=(*told, *piece[tail:]),
    )


def _opens(words: str) -> bool:
    """Whether a paragraph is the label of the standfirst, which stands in the text."""
    label = _label(words)
    return label is not None and label.role == "highlight" and bool(label.value)


def _tail(piece: Sequence[str], text: int) -> int:
    """Where what is said below the text begins."""
    end = len(piece)
    if end > text and _closes(piece[-1]):
        end -= 1
    return tail_of(piece[:end], text, capitals=False)
