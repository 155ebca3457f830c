"""Scores what the program prints as JSON against a gold standard of articles annotated by hand.

Figures lie between 0 and 1. A gold file is one article; offsets are code points, half-open.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]  # JSON, as printed or as annotated
Key = tuple[str, int, int]
"""File, start, end."""

GOLD = Path(__file__).parent / "gold" / "seeds"
KINDS = {"person": "PER", "place": "LOC", "organisation": "ORG", "date": "DATE", "figure": "NUM"}
BLOCKS = {"heading": "headings", "item": "bullets", "furniture": "boilerplate"}


def f1(true: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 1 where nothing was found and nothing wanted."""
    return 2 * true / (found + wanted) if found + wanted else 1.0


def gold_of(folder: Path = GOLD) -> dict[str, Record]:
    """The annotated articles of a folder, by the name of the article's file."""
    read = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    return {gold["file"]: gold for gold in read if "mentions" in gold}


def score_structure(printed: Record, gold: Mapping[str, Record]) -> dict[str, float]:
    """F1 of headline, heading, item and furniture; recall of passages; whether blocks tile."""
    articles = {Path(article["file"]).name: article for article in printed["articles"]}
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in ("headline", *BLOCKS)}
    kept = asked = 0
    tiled = True
    for file, truth in gold.items():
        text = articles[file]["text"]
        blocks = [(b["kind"], _trimmed(text, b)) for b in articles[file]["blocks"]]
        owners = Counter(at for _, (start, end) in blocks for at in range(start, end))
        tiled &= all(owners[at] == 1 for at, char in enumerate(text) if not char.isspace())
        wanted = {kind: {_trimmed(text, b) for b in truth[part]} for kind, part in BLOCKS.items()}
        wanted["headline"] = {_trimmed(text, truth["title"])} if truth["title"] else set()
        for kind, count in counts.items():
            given = {span for block, span in blocks if block == kind}
            count.update(true=len(given & wanted[kind]), found=len(given), wanted=len(wanted[kind]))
        body = {span for kind, span in blocks if kind in {"paragraph", "item", "quote"}}
        kept += sum(_trimmed(text, passage) in body for passage in truth["passages"])
        asked += len(truth["passages"])
    scores = {kind: f1(c["true"], c["found"], c["wanted"]) for kind, c in counts.items()}
    return {**scores, "passages": kept / asked, "tiled": float(tiled)}


def score_entities(printed: Record, gold: Mapping[str, Record]) -> dict[str, float]:
    """F1 of exact names and of values; B-cubed of the names' grouping.

    Optional mentions and those in furniture are neither asked for nor counted against.
    """
    given = _by_file(
        {**mention, "kind": KINDS.get(entity["kind"], entity["kind"]), "entity": number}
        for number, entity in enumerate(printed["entities"])
        for mention in entity["mentions"]
    )
    names, ours, theirs = Counter[str](), dict[Key, Hashable](), dict[Key, Hashable]()
    values = Counter[str]()
    for file, article in gold.items():
        asked, found = _scored(article, given[file])
        for counts, kinds in ((names, {"PER", "LOC", "ORG"}), (values, {"DATE", "NUM"})):
            at = {_span(mention): mention for mention in found if mention["kind"] in kinds}
            wanted = [mention for mention in asked if mention["type"] in kinds]
            counts.update(found=len(at), wanted=len(wanted))
            for mention in wanted:
                hit = at.get(_span(mention))
                counts["true"] += bool(
                    hit and hit["kind"] in {mention["type"], *mention["alt_types"]}
                )
                if counts is names:
                    key = (file, *_span(mention))
                    theirs[key] = mention["canonical"]
                    ours[key] = hit["entity"] if hit else key
    return {
        "exact": f1(names["true"], names["found"], names["wanted"]),
        "values": f1(values["true"], values["found"], values["wanted"]),
        **b_cubed(ours, theirs),
    }


def score_topics(printed: Record, gold: Mapping[str, Record]) -> dict[str, float]:
    """B-cubed over sentences under their main topic; pairs across articles; share placed right."""
    given = _by_file(
        {**extract, "topic": number}
        for number, topic in enumerate(printed["topics"])
        for extract in topic["extracts"]
    )
    ours, theirs = dict[Key, Hashable](), dict[Key, Hashable]()
    missing = 0
    for file, article in gold.items():
        for sentence in article["sentences"]:
            key = (file, *_span(sentence))
            covering = [e for e in given[file] if 2 * _shared(e, sentence) >= key[2] - key[1]]
            missing += not covering
            best = max(covering, key=lambda extract: extract["weight"], default=None)
            ours[key] = best["topic"] if best else key
            theirs[key] = sentence["topics"][0]
    held: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for key, topic in ours.items():
        held[topic][theirs[key]] += 1
    main = {topic: counts.most_common(1)[0][0] for topic, counts in held.items()}
    right = sum(isinstance(ours[k], int) and main[ours[k]] == theirs[k] for k in theirs)
    pairs, wanted = _across(ours), _across(theirs)
    return {
        **b_cubed(ours, theirs),
        "primary": right / len(theirs),
        "across": f1(len(pairs & wanted), len(pairs), len(wanted)),
        "missing": missing / len(theirs),
    }


def b_cubed(ours: Mapping[Key, Hashable], theirs: Mapping[Key, Hashable]) -> dict[str, float]:
    """Precision and F1 of a grouping (Bagga and Baldwin, 1998)."""
    clusters: dict[Hashable, set[Key]] = defaultdict(set)
    classes: dict[Hashable, set[Key]] = defaultdict(set)
    for key in theirs:
        clusters[ours[key]].add(key)
        classes[theirs[key]].add(key)
    precision = recall = 0.0
    for key in theirs:
        shared = len(clusters[ours[key]] & classes[theirs[key]])
        precision += shared / len(clusters[ours[key]]) / len(theirs)
        recall += shared / len(classes[theirs[key]]) / len(theirs)
    return {"b3": 2 * precision * recall / (precision + recall), "b3_precision": precision}


def _span(record: Record) -> tuple[int, int]:
    return record["start"], record["end"]


def _trimmed(text: str, record: Record) -> tuple[int, int]:
    start, end = _span(record)
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _shared(one: Record, other: Record) -> int:
    return max(0, int(min(one["end"], other["end"]) - max(one["start"], other["start"])))


def _by_file(records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[Path(record["file"]).name].append(record)
    return found


def _scored(gold: Record, given: list[Record]) -> tuple[list[Record], list[Record]]:
    """The mentions that are asked for, and those of ours that are not in a place left out."""
    apart = [part for name in ("boilerplate", "byline", "dateline") for part in gold[name]]
    out = [
        mention
        for mention in gold["mentions"]
        if mention["optional"]
        or mention["zone"] != "content"
        or any(_shared(mention, part) for part in apart)
    ]
    asked = [mention for mention in gold["mentions"] if mention not in out]
    return asked, [m for m in given if not any(_shared(m, part) for part in [*apart, *out])]


def _across(groups: Mapping[Key, Hashable]) -> set[tuple[Key, Key]]:
    keys = sorted(groups)
    return {
        (one, other)
        for number, one in enumerate(keys)
        for other in keys[number + 1 :]
        if one[0] != other[0] and groups[one] == groups[other]
    }
