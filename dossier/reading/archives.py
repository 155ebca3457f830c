"""Exports of press archives: one file that holds many articles.

An article is one file, and everything that leads back to its words counts on that. So an export is
read as one article, and the reader is told how many documents it holds, and what to do.
"""

import re

_DOCUMENTS = (
    (
        "LexisNexis",
        " DOCUMENTS",
        re.compile(r"(?<!\d)(\d{1,5}) (?:of|de|von) \d{1,5} DOCUMENTS\b"),
    ),
    (
        "Factiva",
        "ocument ",
        re.compile(r"ocumento? ([A-Z]{2,10}\d{10,12}[a-z][0-9a-z]{6,10})\b"),
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
