"""Measures the structure rules on articles that are not in the project.

``python tests/bench/structure.py FOLDER`` looks below FOLDER for the files that the gold of
``tests/gold/samples`` names, by their hash, and prints F1 by kind and the recall of passages;
then how fast all the texts of FOLDER are read, and how long their copies take to find.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from dossier.article import PASSAGE_KINDS, Article
from dossier.copies import find_copies
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
    _time([(path.name, path.read_bytes()) for path in sorted(by_hash.values())])


def _time(files: Sequence[tuple[str, bytes]]) -> None:
    """Print the CPU time of reading each file, at its best of three, and of comparing them all."""
    articles: list[Article] = []
    spent = 0.0
    for file, raw in files:
        best = float("inf")
        for _ in range(3):
            begun = process_time()
            loaded = read_article(file, raw)
            best = min(best, process_time() - begun)
        spent += best
        articles += loaded.articles
    size = sum(len(raw) for _, raw in files) / 1e6
    speed = size / max(spent, 1e-9)
    print(f"reading: {speed:.2f} MB a CPU-second ({len(files)} files, {size:.1f} MB)")
    begun = process_time()
    copies = find_copies(articles)
    print(f"copies: {process_time() - begun:.2f} CPU-seconds, {len(copies.articles)} pairs")


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
