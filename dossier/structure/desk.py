"""The desk's credits: who reported, wrote, edited and translated, as agencies close a text."""

import re
from collections.abc import Iterator

from dossier.language.folding import fold
from dossier.language.words import word_list
from dossier.spans import Span
from dossier.structure.byline import SIGNED
from dossier.structure.page import LISTS, Page

LONGEST = 400
"""Code points; thirty names and what each did."""
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_DID = re.compile(
    r"\b(?:(?:report|writ|edit)ing (?:and \w+ )?by|(?:edited|written|compiled|translated) by"
    r"|(?:edite|redige|ecrit|traduit)e? par|reportages?|version francaise|service francais"
    r"|(?:editado|escrito|traducido|redigido|traduzido)\b.* p[eo]r|reporte de|edicao de"
    r"|contributed (?:reporting|to this \w+)|con informacion(?:es)? de"
    r"|(?:geschrieben|redigiert|bearbeitet) von|tradott[oa] d[ai]|in redazione)\b"
)
"""What those named did, folded."""


def find_desks(page: Page) -> Iterator[Span]:
    """Lines below the text that only say who did what: in brackets, or among the last ones."""
    last = {line.number for line in page.open[-SIGNED:]}
    for line in page.open:
        if line.number <= page.first_body or len(line.words) > LONGEST:
            continue
        bracketed = line.words.startswith("(") and line.words.rstrip(".").endswith(")")
        if (bracketed or line.number in last) and is_desk(line.words):
            yield line.span


def is_desk(words: str) -> bool:
    """Whether words say what desks do and name who did it, and say nothing else."""
    if not _DID.search(fold(words)):
        return False
    said = frozenset(word_list("desk", LISTS))
    named = [word for word in _WORD.findall(words) if fold(word) not in said]
    return bool(named) and all(word[0].isupper() for word in named)
