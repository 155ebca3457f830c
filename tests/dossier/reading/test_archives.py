"""Exports of press archives: read as one article, and told."""

import pytest

from dossier.reading import read_article

BODY = "La mairie a voté mardi la fermeture du pont, que la crue avait ébranlé, selon le préfet."


@pytest.mark.parametrize(
    ("archive", "marks"),
    [
        ("LexisNexis", ("1 of 3 DOCUMENTS", "2 of 3 DOCUMENTS", "3 of 3 DOCUMENTS")),
        ("LexisNexis", ("1 de 2 DOCUMENTS", "2 de 2 DOCUMENTS")),
        ("LexisNexis", ("Document 1 de 2", "Document 2 de 2")),
        ("LexisNexis", ("Dokument 1 von 2", "Dokument 2 von 2")),
        ("Factiva", ("Dokument pnp0000020010926du4i003v3", "Dokument sddz000020010927du5900a1e")),
        ("Factiva", ("Document GAZETT0020251203elc30001r", "Document GAZETT0020251203elc30002s")),
        ("Europresse", ("news·20251203·GA·0q1503_1256056", "news·20251203·GA·0q1503_1256057")),
    ],
)
def test_an_export_of_many_documents_is_told(archive: str, marks: tuple[str, ...]) -> None:
    """A file that holds many articles is read whole, and the reader learns how many they are."""
    text = "\n\n".join(f"{mark}\n\n{BODY}" for mark in marks)

    loaded = read_article("export.txt", text.encode())

    assert len(loaded.articles) == 1
    assert f"{archive} with {len(marks)} documents" in loaded.problems[0].message
    assert "`dossier split`" in loaded.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"1 of 1 DOCUMENTS\n\n{BODY}",
        f"{BODY}\n\nThe court released 3 of 12 DOCUMENTS on Tuesday.",
        f"{BODY}\n\nDocument 1 de 3, puis Document 2 de 3 : tout est là.",
        f"{BODY}\n\nDocument GAZETT0020251203elc30001r",
    ],
)
def test_one_article_is_no_export(text: str) -> None:
    """A file with one document, or that speaks of documents, is an article like any other."""
    assert read_article("a.txt", text.encode()).problems == ()
