"""Measures the topics of annotated dossiers, with every frame whole and with frames trimmed.

    PYTHONPATH=. python tests/bench/topics.py GOLD ARTICLES [--trim CORPUS DOSSIER ...]

GOLD holds the annotations, ARTICLES the texts, CORPUS articles as gzipped lines of JSON. Trimmed,
a frame keeps the terms that at least twenty articles of the corpus have, or two of the other
dossiers: what is left was not written for the story at hand. Prints one JSON object a variant,
with the CPU seconds that sorting took.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from dossier.article import Article
from dossier.entities import find_entities
from dossier.reading import read_paths
from dossier.topics import evidence, sort_topics
from dossier.topics.frames import Frame, Lexicon, frames_of
from tests.scoring import gold_of, score_topics

FREQUENT = 20
"""Articles of the corpus that have to have a term for it to be anybody's."""


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--trim", nargs="+", type=Path, default=[])
    given = parser.parse_args()
    wanted = gold_of(given.gold)
    read = read_paths([given.articles]).articles
    articles = [article for article in read if Path(article.file).name in wanted]
    print("whole  ", figures(articles, given.gold))
    if given.trim:
        corpus, *dossiers = given.trim
        narrow(kept_terms(corpus, dossiers))
        print("trimmed", figures(articles, given.gold))


def figures(articles: list[Article], gold: Path) -> str:
    """What the scorer says of the topics of the articles."""
    found = find_entities(articles)
    start = time.process_time()
    topics = sort_topics(articles, found)
    spent = time.process_time() - start
    extracts = [
        [_record(e.file, e.span.start, e.span.end, e.weight) for e in t.extracts] for t in topics
    ]
    scores = score_topics({"topics": [{"extracts": e} for e in extracts]}, gold_of(gold))
    return json.dumps(
        {k: round(v, 3) for k, v in scores.items()}
        | {"topics": len(topics), "cpu": round(spent, 2)}
    )


def _record(file: str, start: int, end: int, weight: float) -> dict[str, object]:
    return {"file": file, "start": start, "end": end, "weight": weight}


def kept_terms(corpus: Path, dossiers: list[Path]) -> set[str]:
    """The terms of the French frames that other stories bear out."""
    terms = sorted({term for frame in frames_of("fr") for term, _ in frame.terms})
    lexicon = Lexicon([[(term, 1.0)] for term in terms])
    articles: Counter[str] = Counter()
    for text in _texts(corpus):
        articles.update({hit.term for hit in lexicon.hits(text)})
    folders: Counter[str] = Counter()
    for folder in dossiers:
        texts = (path.read_text("utf-8", "replace") for path in folder.rglob("*.txt"))
        folders.update({hit.term for text in texts for hit in lexicon.hits(text)})
    return {term for term in terms if articles[term] >= FREQUENT or folders[term] > 1}


def _texts(corpus: Path) -> Iterator[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line).get("text") or ""


def narrow(kept: set[str]) -> None:
    """From here on, frames have no other terms than these."""
    whole: Callable[[str | None], tuple[Frame, ...]] = frames_of

    def trimmed(language: str | None) -> tuple[Frame, ...]:
        return tuple(
            replace(frame, terms=tuple(pair for pair in frame.terms if pair[0] in kept))
            for frame in whole(language)
        )

    setattr(evidence, "frames_of", trimmed)  # noqa: B010  the measure's own seam
    evidence.lexicon_of.cache_clear()


if __name__ == "__main__":
    main()
