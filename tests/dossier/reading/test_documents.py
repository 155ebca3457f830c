"""Exports of press archives, parted into their documents."""

import unicodedata
from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.export.parting import document_text, file_name
from dossier.problems import DossierError
from dossier.reading import read_article
from dossier.reading.documents import Document, Parted, part_export
from dossier.reading.mojibake import mend
from tests.archives import (
    FLOOD,
    LAYOUTS,
    Piece,
    factiva_xml,
    lexisnexis_page,
    lexisnexis_text,
    word,
)
from tests.strategies import HOSTILE, PIECES


def parted(file: str, raw: bytes) -> Parted:
    """The documents of an export."""
    return part_export(file, raw)[0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_document_has_its_particulars_and_its_paragraphs(layout: str) -> None:
    """Headline, outlet, author and day are the archive's, and the text word for word."""
    found = parted(layout, LAYOUTS[layout](FLOOD)).documents

    assert [(d.title, d.outlet, d.byline, d.published) for d in found] == [
        (piece.title, piece.outlet, piece.byline, date(2025, 12, day))
        for day, piece in enumerate(FLOOD, 3)
    ]
    assert [document.body for document in found] == [piece.paragraphs for piece in FLOOD]


@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"newsapi.json"}))
def test_every_document_has_its_section(layout: str) -> None:
    """The section is told where the archive tells it."""
    found = parted(layout, LAYOUTS[layout](FLOOD)).documents

    assert [(d.section or "").split(";")[0] for d in found] == [piece.section for piece in FLOOD]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_document_reads_back_as_the_article_it_was(layout: str) -> None:
    """The file of a document opens with its particulars; what is not text in it is furniture."""
    for document in parted(layout, LAYOUTS[layout](FLOOD)).documents:
        [article] = read_article("a.md", document_text(document).encode()).articles
        folded = {b.span.of(article.text) for b in article.blocks if b.kind == "furniture"}

        assert (article.title, article.outlet) == (document.title, document.outlet)
        assert (article.byline, article.published) == (document.byline, document.published)
        assert article.url == document.url
        assert tuple(p.span.of(article.text) for p in article.passages) == document.body
        assert folded == set(document.told)


_VISIBLE = st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufffe\uffff")
_PARAGRAPHS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(HOSTILE), st.text(_VISIBLE, max_size=40)),
    max_size=4,
).map(lambda lines: tuple(line for line in lines if line.isprintable() and line.strip()))


@pytest.mark.parametrize("layout", LAYOUTS)
@given(st.lists(_PARAGRAPHS, min_size=1, max_size=3))
def test_no_visible_character_of_an_export_is_lost(
    layout: str, texts: list[tuple[str, ...]]
) -> None:
    """Whatever stands in the documents' texts stands in the files, as often as there."""
    pieces = [Piece(paragraphs=text) for text in texts]
    assume(not mend("\n".join(line for text in texts for line in text))[1])
    found = parted(layout, LAYOUTS[layout](pieces))
    files = [document_text(document).encode() for document in found.documents]
    read = [read_article("a.md", file).articles[0].text for file in files]
    wanted = Counter(c for text in texts for c in "".join(text) if _is_visible(c))

    assert not wanted - Counter("".join((*read, *found.left_over, *found.around)))


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ"


@pytest.mark.parametrize("layout", LAYOUTS)
@given(cut=st.floats(0.05, 1), seed=st.randoms(use_true_random=False))
def test_a_cut_or_damaged_export_is_read_or_refused(layout: str, cut: float, seed: Random) -> None:
    """A file that was cut or has bytes changed gives documents, or one sentence."""
    raw = bytearray(LAYOUTS[layout](FLOOD))
    for _ in range(3):
        raw[seed.randrange(len(raw))] = seed.randrange(256)
    cut_short = bytes(raw[: int(cut * len(raw))])

    assert _told(layout, cut_short)


def _told(file: str, raw: bytes) -> bool:
    """Whether a file gives documents, or a sentence that names it."""
    try:
        found = parted(file, raw)
    except DossierError as error:
        return file in str(error)
    return bool(found.documents or found.left_over)


def test_french_labels_are_known() -> None:
    """An export of the French site is read by its own labels."""
    [first, *_] = parted("a.txt", lexisnexis_text(FLOOD, french=True)).documents

    assert (first.byline, first.section) == ("Jeanne Martin", "Région; Pg. 3")
    assert first.published == date(2025, 12, 3)
    assert first.body == FLOOD[0].paragraphs


@pytest.mark.parametrize("mark", ["Dokument 1 von 1", "Documento 1 de 1", "1 de 1 DOCUMENTS"])
def test_one_document_is_split_too_in_any_language(mark: str) -> None:
    """The line above a document is known in the archive's languages."""
    text = (
        f"{mark}\n\nNeue Zeitung\n\n5. Dezember 2025\n\nDas Wasser steigt\n\nLÄNGE: 9 Wörter\n\nEs."
    )

    [only] = parted("a.txt", text.encode()).documents

    assert (only.title, only.outlet) == ("Das Wasser steigt", "Neue Zeitung")
    assert (only.published, only.body) == (date(2025, 12, 5), ("Es.",))


def test_an_export_of_twenty_years_ago_is_read() -> None:
    """Its copyright stands above the outlet, its headline and its text under labels."""
    text = (
        "1 of 9 DOCUMENTS\n\n\n         Copyright 2004 The Val Company\n           The Val Times\n"
        "\n          January 1, 2004 Thursday\n           Late Edition - Final\n\n"
        "SECTION: Section A; Pg. 1\n\nHEADLINE: The River Rose\n\nBYLINE:  By ANN O'NEIL\n\n"
        "BODY:\n   The first.\n\n   SOURCE: said the man.\n\n   The last.\n\n"
        "URL: http://www.example.org\n\nGRAPHIC: Photo: A house\n\nChart: B\n\nLOAD-DATE: X\n"
    )

    [only] = parted("a.txt", text.encode()).documents

    assert (only.title, only.outlet) == ("The River Rose", "The Val Times")
    assert (only.byline, only.url) == ("ANN O'NEIL", "http://www.example.org")
    assert only.body == ("The first.", "SOURCE: said the man.", "The last.")


def test_a_paragraph_that_opens_with_a_place_is_text() -> None:
    """Capitals and a colon make no label: "LYON: The river rose" is read."""
    piece = Piece(paragraphs=("LYON: The river rose.", "QUESTION: And then?"))

    [only] = parted("a.txt", lexisnexis_text([piece])).documents

    assert only.body == piece.paragraphs


def test_a_document_that_the_archive_could_not_show_is_left_over() -> None:
    """What is no article is told by its number, and its words are kept."""
    found = parted("a.html", lexisnexis_page(FLOOD, last_is_broken=True))

    assert (len(found.documents), found.unread) == (2, (3,))
    assert found.left_over == ("We are sorry but there is an error in this document.",)


def test_a_broken_element_spoils_no_other() -> None:
    """Of XML, only the document that is broken is left over."""
    raw = (
        factiva_xml(FLOOD).replace(b"<so far>", b"&so far;").replace(b"&lt;so far&gt;", b"&so far;")
    )

    found = parted("a.xml", raw)

    assert ([d.title for d in found.documents], found.unread) == (
        [FLOOD[0].title, FLOOD[2].title],
        (2,),
    )
    assert FLOOD[1].paragraphs[0] in " ".join(found.left_over)


def test_a_word_file_unfolds_nothing() -> None:
    """Entities of its own, and a text without end, are refused in a sentence."""
    entity = word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY a "b">]>')
    bomb = word("<w:p/>" * (12 << 20))

    with pytest.raises(DossierError, match="declares entities"):
        parted("a.docx", entity)
    with pytest.raises(DossierError, match="more than 64 megabytes"):
        parted("a.docx", bomb)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"La crue\n\nLe pont est coup\xc3\xa9.", "not an export that can be split"),
        (b"%PDF-1.4\n\x00\x01", "not an export that can be split"),
        (word("<w:p><w:r><w:t>Bonjour</w:t></w:r></w:p>"), "not an export that can be split"),
        (b"", "is empty"),
        (b'{"status": "ok", "articles": []}', "without a document"),
        (b"<PPSResponse></PPSResponse>", "without a document"),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(raw: bytes, said: str) -> None:
    """The sentence names the file and says what to do."""
    with pytest.raises(DossierError, match=said) as refused:
        parted("folder/a.bin", raw)

    assert "folder/a.bin" in str(refused.value)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("La crue : « un soir d'hiver »", "007-2025-12-03-le-val-la-crue-un-soir-d-hiver.md"),
        ("../../etc/passwd\x00\x1b[2J", "007-2025-12-03-le-val-etc-passwd-2j.md"),
        ("CON\u202e.md", "007-2025-12-03-le-val-con-md.md"),
        ("", "007-2025-12-03-le-val.md"),
        ("Потоп", "007-2025-12-03-le-val-потоп.md"),
    ],
)
def test_a_file_is_called_by_its_number_day_outlet_and_headline(title: str, name: str) -> None:
    """The name has letters, digits and hyphens alone."""
    document = Document(title=title, outlet="Le Val", published=date(2025, 12, 3))

    assert file_name(7, 10, document) == name


@given(st.text(), st.text())
def test_a_file_name_fits_any_disk(title: str, outlet: str) -> None:
    """No headline makes a name too long, or one with what a path could obey."""
    name = file_name(12345, 99999, Document(title=title, outlet=outlet))

    assert len(name.encode()) <= 200
    assert name.startswith("12345")
    assert not set(name) & set('/\\:*?"<>|\0\n')
