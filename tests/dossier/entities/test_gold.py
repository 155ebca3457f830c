"""The rules alone, on the five seeds annotated by hand."""

from pathlib import Path

from dossier.entities import find_entities
from dossier.reading import read_paths
from tests.scoring import gold_of, score_entities

SEEDS = Path(__file__).parents[3] / "seeds"


def test_the_rules_find_the_seeds_names_and_values() -> None:
    """On the seeds, rules alone reach the figures the project holds itself to."""
    found = find_entities(read_paths([SEEDS]).articles)
    printed = {
        "entities": [
            {
                "kind": entity.kind,
                "mentions": [
                    {"file": m.file, "start": m.span.start, "end": m.span.end}
                    for m in entity.mentions
                ],
            }
            for entity in found.entities
        ]
    }

    scores = score_entities(printed, gold_of())

    assert scores["exact"] >= 0.97
    assert scores["values"] >= 0.97
    assert scores["b3"] >= 0.98
    assert scores["b3_precision"] >= 0.9999
