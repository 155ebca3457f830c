"""Measures the structure rules on articles that are not in the project.

``python tests/bench/structure.py FOLDER`` looks below FOLDER for the files that the gold of
``tests/gold/samples`` names, by their hash, and prints F1 by kind and the recall of passages.
"""

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

from dossier.article import PASSAGE_KINDS, Article
from dossier.reading import read_article

GOLD = Path(__file__).parent.parent / "gold" / "samples"
PARTS = {"heading": "headings", "item": "bullets", "furniture": "boilerplate"}
Place = tuple[int, int]


def main(folder: Path) -> None:
    """Print the figures for the articles of the gold found below the folder."""
    by_hash = {hashlib.sha256(p.read_bytes()).hexdigest(): p for p in folder.rglob("*.txt")}
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["sha256"] not in by_hash:
            print(f"{path.stem}: not found below {folder}")
            continue
        article = read_article(gold["file"], by_hash[gold["sha256"]].read_bytes()).articles[0]
        _count(article, gold, counts)
    for part in (*PARTS, "headline"):
        true, found, wanted = (counts[part, what] for what in ("true", "found", "wanted"))
        print(f"{part}: {2 * true / max(1, found + wanted):.3f}, {true} of {wanted}, {found} found")
    kept, asked = counts["passages", "true"], counts["passages", "wanted"]
    print(f"passages: {kept / max(1, asked):.3f} ({kept} of {asked})")


def _count(
    article: Article, gold: dict[str, list[dict[str, int]]], counts: Counter[tuple[str, str]]
) -> None:
    """Add what one article has, what it should have, and what is both."""
    for part, name in (*PARTS.items(), ("headline", "title")):
        records = gold[name] if isinstance(gold[name], list) else [gold[name]]
        wanted = {_place(record) for record in records}  # type: ignore[arg-type]  # one or a list
        found = {(b.span.start, b.span.end) for b in article.blocks if b.kind == part}
        counts[part, "true"] += len(found & wanted)
        counts[part, "found"] += len(found)
        counts[part, "wanted"] += len(wanted)
    found = {(b.span.start, b.span.end) for b in article.blocks if b.kind in PASSAGE_KINDS}
    wanted = {_place(record) for record in gold["passages"]}
    counts["passages", "true"] += len(found & wanted)
    counts["passages", "wanted"] += len(wanted)


def _place(record: dict[str, int]) -> Place:
    return record["start"], record["end"]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
