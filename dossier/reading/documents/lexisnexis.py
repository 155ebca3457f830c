"""LexisNexis: plain text and pages, whose documents are numbered "2 of 10 DOCUMENTS".

Both come to the same: fields, one under the other. The outlet, the day, the headline, what is
said under labels, the text, what is said under labels, whose it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

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
from dossier.reading.documents.shown import Shown, cut_at, shown_lines, words_of

Field = tuple[str, ...]
"""Lines that stand together."""

_OF = r"(?:of|de|von|di|van|sur)"
_NUMBERED = (
    rf"(?:\d{{1,6}} {_OF} \d{{1,7}} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS|DOCUMENTI|DOCUMENTEN)"
    rf"|(?:Document|Dokument|Documento) \d{{1,6}} {_OF} \d{{1,7}})"
)
_MARK = re.compile(rf"^[ \t\u00a0]*{_NUMBERED}[ \t\u00a0]*$", re.MULTILINE)
_PAGE_MARK = re.compile(rf"(?<=>)\s*{_NUMBERED}\s*(?=<)")
_MARKED = re.compile(_NUMBERED)
_FULL = re.compile(r"<DOCFULL>\s*-->", re.IGNORECASE)
_MIDDLE = " " * 8
"""What stands before words in the middle of a page, at least."""
HEAD = 5
"""Fields, from the top, in which the day stands."""
LONGEST_DAY = 150
"""Code points of a field that is the day and the edition."""


def part_lexisnexis_text(text: str) -> Parted | None:
    """The documents of a text that LexisNexis made; None for any other."""
    starts = [match.start() for match in _MARK.finditer(text)]
    if not starts or "</" in text[:2000]:
        return None
    before, pieces = cut_at(text, starts)
    return parted("LexisNexis", map(_of_text, pieces), lines_of(before))


def part_lexisnexis_page(text: str) -> Parted | None:
    """The documents of a page that LexisNexis made; None for any other text."""
    starts = [match.end() for match in _FULL.finditer(text)]
    starts = starts or [match.start() for match in _PAGE_MARK.finditer(text)]
    if not starts:
        return None
    before, pieces = cut_at(text, starts)
    around = words_of(shown_lines(before))
    return parted("LexisNexis", map(_of_page, pieces), around)


def _of_text(piece: str) -> Document:
    """A document of plain text, whose paragraphs are broken into lines."""
    parts = re.split(r"\n[^\S\n]*\n", piece)
    fields = [field for part in parts if (field := _lines(part))]
    head = _Head(fields)
    tail = tail_of([field[0] for field in fields], head.end)
    return head.document(fields[head.end : tail], fields[tail:])


def _lines(part: str) -> Field:
    """The lines of a part of plain text: those that stand in the middle of the page, or one."""
    lines = [line for line in part.split("\n") if line.strip()]
    if all(line.startswith(_MIDDLE) for line in lines):
        return tuple(map(one_line, lines))
    return (one_line(part),)


def _of_page(piece: str) -> Document:
    """A document of a page, each of whose fields is a division of it."""
    fields = [_field(list(lines)) for _, lines in groupby(shown_lines(piece), lambda x: x.field)]
    head = _Head(fields)
    rest = fields[head.end :]
    below = [field for field in rest if label_of(field[0]) or is_copyright(field[0])]
    return head.document([field for field in rest if field not in below], below)


def _field(lines: Sequence[Shown]) -> Field:
    """The lines of a field; a row of a table is one."""
    rows: Iterator[tuple[object, Iterator[Shown]]] = groupby(
        lines, lambda line: line.row or (line,)
    )
    return tuple(" | ".join(line.words for line in row) for _, row in rows)


class _Head:
    """What stands above the text of a document."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = fields
        self._marked = 1 if fields and _MARKED.fullmatch(fields[0][0]) else 0
        self._day = self._dated()
        after = self._marked + 1 if self._day < 0 else self._day + 1
        self._title = after if self._is_title(after) else -1
        end = after if self._title < 0 else self._title + 1
        while end < len(fields) and (label_of(fields[end][0]) or is_copyright(fields[end][0])):
            label = label_of(fields[end][0])
            end += 1
            if label and label.role == "body":
                break
        self.end = min(end, len(fields))

    def _dated(self) -> int:
        """Which field is the day; -1 when none is."""
        for at in range(self._marked, min(len(self._fields), self._marked + HEAD)):
            said = " ".join(self._fields[at])
            if label_of(said):
                break
            if len(said) <= LONGEST_DAY and not is_copyright(said) and day_of(said):
                return at
        return -1

    def _is_title(self, at: int) -> bool:
        """Whether a field is the headline: it stands alone between the day and the labels."""
        if at >= len(self._fields) or label_of(self._fields[at][0]):
            return False
        return not is_copyright(self._fields[at][0]) and at + 1 < len(self._fields)

    def document(self, body: Sequence[Field], below: Sequence[Field]) -> Document:
        """The document of this head, a text, and what is said below it."""
        above = [f for at, f in enumerate(self._fields[: self.end]) if at != self._title]
        labels = {label.role: label for field in (*below, *above) if (label := _label(field))}
        title = " ".join(self._fields[self._title]) if self._title >= 0 else ""
        texts = [field for field in above if (label := _label(field)) and _is_text(label)]
        told = [
            line
            for field in (*above, *below)
            for line in (_without_value(field) if field in texts else field)
        ]
        if not title and "title" in labels:
            title = labels["title"].value
        return Document(
            title=title or None,
            outlet=self._outlet(),
            byline=byline_of([labels["byline"].value]) if "byline" in labels else None,
            published=day_of(" ".join(self._fields[self._day])) if self._day >= 0 else None,
            section=labels["section"].value or None if "section" in labels else None,
            url=url_of(labels["url"].value) if "url" in labels else None,
            body=(*_values(texts), *(line for field in body for line in field)),
            told=tuple(told),
        )

    def _outlet(self) -> str | None:
        """The outlet, right above the day, or first of all."""
        at = self._day - 1 if self._day > self._marked else self._marked
        if at == self._day or at >= len(self._fields) or at == self._title:
            return None
        field = [line for line in self._fields[at] if not is_copyright(line)]
        return None if not field or label_of(field[0]) else " ".join(field)


def _label(field: Field) -> Label | None:
    return label_of(" ".join(field))


def _is_text(label: Label) -> bool:
    """Whether what a label says is the article's own: its standfirst, its text."""
    return label.role in {"highlight", "body"} and bool(label.value)


def _without_value(field: Field) -> Field:
    """The label of a field, without what it says."""
    return (" ".join(field).partition(":")[0] + ":",)


def _values(fields: Sequence[Field]) -> list[str]:
    return [label.value for field in fields if (label := _label(field))]
