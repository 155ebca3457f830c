"""Exports of press archives: one file that holds many articles.

An article is one file, and everything that leads back to its words counts on that. So an export is
read as one article, and the reader is told how many documents it holds, and that `dossier split`
writes each into a file of its own (``dossier.reading.documents``).
"""

import re

_DOCUMENTS = (
    (
        "LexisNexis",
        " DOCUMENTS",
        re.compile(r"(?<!\d)(\d{1,5}) (?:of|de|von) \d{1,5} DOCUMENTS\b"),
    ),
    *(
        (
            "LexisNexis",
            f"{document} 1 {of} ",
            re.compile(rf"(?:^|>)\s*{document} (\d{{1,5}}) {of} \d{{1,5}}\s*(?:$|<)", re.MULTILINE),
        )
        for document, of in (("Document", "de"), ("Dokument", "von"), ("Documento", "de"))
    ),
    (
        "Factiva",
        "ument ",
        re.compile(r"o[ck]umento? ([A-Za-z]{2,10}\d{8,14}[a-z][0-9a-z]{6,10})\b"),
    ),
    ("Europresse", "news·", re.compile(r"\b(news·\d{8}·[^\s<>\"]{4,40})")),
)
"""An archive, what is seen of it quickly, and the mark that each of its documents bears."""


def count_documents(text: str) -> tuple[str, int] | None:
    """The archive that a text was exported from and how many documents it holds, if several."""
    for archive, sign, mark in _DOCUMENTS:
        if sign in text and (many := len(set(mark.findall(text)))) > 1:
            return archive, many
    return None
