"""Quotes on the five seeds annotated by hand."""

from collections import Counter
from pathlib import Path

from dossier.dossier import Dossier
from dossier.entities import find_entities
from dossier.quotes import Quote, find_quotes
from dossier.reading import read_paths
from tests.scoring import Record, gold_of

SEEDS = Path(__file__).parents[3] / "seeds"


def found_in_seeds() -> tuple[Dossier, list[Quote]]:
    """The seeds, and their quotes."""
    articles = read_paths([SEEDS]).articles
    dossier = Dossier("seeds", articles, found=find_entities(articles))
    return dossier, [q for a in articles for q in find_quotes(a, dossier.mentions(a.file))]


def canonical(dossier: Dossier, gold: dict[str, Record]) -> dict[str, str]:
    """What the gold standard calls each of our entities."""
    named: dict[str, Counter[str]] = {}
    for file, article in gold.items():
        spans = {(m["start"], m["end"]): m["canonical"] for m in article["mentions"]}
        for mention, entity in dossier.mentions(file):
            for (start, end), name in spans.items():
                if start < mention.span.end and mention.span.start < end:
                    named.setdefault(entity.name, Counter())[name] += 1
    return {name: count.most_common(1)[0][0] for name, count in named.items()}


def accepted(quote: Quote, wanted: Record, names: dict[str, str]) -> bool:
    """Whether who we say speaks is one the annotator accepts."""
    if quote.speaker is None:
        return "none" in wanted["accept"]
    if quote.state == "role":
        return any(name.startswith("role:") for name in wanted["accept"])
    return names.get(quote.speaker) in wanted["accept"]


def test_the_seeds_quotes_are_found_and_given_to_who_speaks() -> None:
    """Every quote of the seeds is found; at least 95 % of what is said has its speaker."""
    dossier, found = found_in_seeds()
    gold = gold_of()
    names = canonical(dossier, gold)
    wanted = {(f, q["start"], q["end"]): q for f, a in gold.items() for q in a["quotes"]}
    ours = {(q.file, q.span.start, q.span.end): q for q in found}
    speech = [(ours[key], q) for key, q in wanted.items() if q["is_speech"]]
    right = sum(accepted(quote, q, names) for quote, q in speech)

    assert ours.keys() == wanted.keys()
    assert len(speech) == 24
    assert right >= 0.95 * len(speech)


def test_who_is_named_without_doubt_is_right() -> None:
    """In the seeds, no quote is given for sure to somebody who did not say it."""
    dossier, found = found_in_seeds()
    gold = gold_of()
    names = canonical(dossier, gold)
    wanted = {(f, q["start"], q["end"]): q for f, a in gold.items() for q in a["quotes"]}
    sure = [q for q in found if q.state == "named"]

    assert len(sure) > 15
    assert all(accepted(q, wanted[q.file, q.span.start, q.span.end], names) for q in sure)
