"""The blocks and passages of an article, on the seeds' gold and on any text."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from dossier.article import PASSAGE_KINDS, Article
from dossier.structure import RULES, structure_article
from dossier.structure.cutting import open_page
from tests.scoring import Record
from tests.strategies import press_text

GOLD = sorted(path for path in Path("tests/gold/seeds").glob("0*.json"))


def _seed(path: Path) -> tuple[Article, Record]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = Path("seeds", gold["file"]).read_text(encoding="utf-8")
    return structure_article(gold["file"], text), gold


def _places(article: Article, kind: str) -> set[tuple[int, int]]:
    return {(b.span.start, b.span.end) for b in article.blocks if b.kind == kind}


def _wanted(records: list[Record]) -> set[tuple[int, int]]:
    return {(record["start"], record["end"]) for record in records}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_seeds_are_cut_as_a_reader_cut_them(path: Path) -> None:
    """Headings, items and furniture of a seed stand where the gold has them, to the character."""
    article, gold = _seed(path)

    assert _places(article, "heading") == _wanted(gold["headings"])
    assert _places(article, "item") == _wanted(gold["bullets"])
    assert _places(article, "furniture") == _wanted(gold["boilerplate"])
    assert _places(article, "headline") == _wanted([t for t in [gold["title"]] if t])
    assert {(p.span.start, p.span.end) for p in article.passages} == _wanted(gold["passages"])


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_seeds_sentences_end_where_a_reader_ended_them(path: Path) -> None:
    """The sentences of a seed's passages are those of the gold, to the character."""
    article, gold = _seed(path)

    found = {(s.start, s.end) for p in article.passages for s in p.sentences}

    assert found == _wanted(gold["sentences"])


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_passage_stands_under_its_heading(path: Path) -> None:
    """Each passage of a seed names the heading the gold puts above it; None before the first."""
    article, gold = _seed(path)

    found = [p.heading.of(article.text) if p.heading else None for p in article.passages]

    assert found == [passage["heading"] for passage in gold["passages"]]


@given(press_text())
def test_every_visible_character_lies_in_exactly_one_block(text: str) -> None:
    """Whatever the text, blocks ascend, do not overlap, and leave no visible character out."""
    article = structure_article("a.txt", text)
    for kind in {block.why or block.kind for block in article.blocks}:
        event(kind)

    owners = [0] * len(text)
    for block in article.blocks:
        for at in range(block.span.start, block.span.end):
            owners[at] += 1

    assert all(a.span.end <= b.span.start for a, b in pairwise(article.blocks))
    assert all(count == 1 for count, c in zip(owners, text, strict=True) if not c.isspace())


@given(press_text())
def test_rules_stay_inside_the_text_and_in_order(text: str) -> None:
    """Whatever the text, a rule's spans lie in it, ascend and do not overlap."""
    page = open_page(text)
    for rule in RULES:
        spans = list(rule.find(page))

        assert all(span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@given(press_text())
def test_sentences_hold_every_visible_character_of_their_passage(text: str) -> None:
    """A passage's sentences lie in it, ascend, and lose no visible character."""
    for passage in structure_article("a.txt", text).passages:
        words = "".join(sentence.of(text) for sentence in passage.sentences)

        assert "".join(words.split()) == "".join(passage.span.of(text).split())
        assert all(passage.span.covers(sentence) for sentence in passage.sentences)
        assert all(a.end <= b.start for a, b in pairwise(passage.sentences))


@given(press_text())
def test_passages_are_the_blocks_that_are_read(text: str) -> None:
    """Passages are numbered from 1 and are exactly the blocks of a kind that is read."""
    article = structure_article("a.txt", text)

    assert [p.number for p in article.passages] == list(range(1, len(article.passages) + 1))
    assert [p.span for p in article.passages] == [
        b.span for b in article.blocks if b.kind in PASSAGE_KINDS
    ]


@given(press_text(), st.integers(0, 400))
def test_structure_is_a_function_of_the_text_alone(text: str, cut: int) -> None:
    """The same text gives the same article, whatever was read before."""
    first = structure_article("a.txt", text)
    structure_article("b.txt", text[:cut])

    assert structure_article("a.txt", text) == first


def test_one_long_line_is_cut_at_sentence_ends_and_says_so() -> None:
    """An article that lost its paragraphs becomes passages of whole sentences, marked as cut."""
    text = " ".join(f"La décrue numéro {n} se poursuit dans la vallée ce soir." for n in range(200))

    passages = structure_article("a.txt", text).passages

    assert len(passages) > 10
    assert all(p.span.of(text).endswith("soir.") for p in passages)
    assert [p.cut for p in passages] == [False] + [True] * (len(passages) - 1)


@pytest.mark.parametrize(
    "piece", ["a", "a. ", "«", "A.B", "x.X", "- a\n", "漢", "1. ", "Sources\n"]
)
def test_a_huge_text_without_sense_is_read(piece: str) -> None:
    """Hundreds of thousands of characters of any kind are an article whose blocks tile it."""
    text = piece * (200_000 // len(piece))

    article = structure_article("a.txt", text)

    words = "".join(block.span.of(text) for block in article.blocks)
    assert "".join(words.split()) == "".join(text.split())
