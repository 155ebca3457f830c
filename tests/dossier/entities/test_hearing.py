"""The second recogniser: a worker process, what is kept of it, and what happens without it."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.article import Article, Block
from dossier.entities import find_entities, hearing, listen, pages, refine
from dossier.entities.hearing import hear
from dossier.entities.merging import Heard
from dossier.entities.pages import Page, read_page
from dossier.reading import read_paths
from dossier.spans import Span
from tests.scoring import gold_of, score_entities

TEXT = "La direction de Brasparts a tranché. Lannilis restera dans le giron de Tromelin."
ARTICLE = Article("a.txt", TEXT, (Block("paragraph", Span(0, len(TEXT))),), language="fr")
LONG = 600.0
"""Seconds that a model is given where others work as well: more than it ever takes."""
PIPELINES = {"fr": "json"}
"""A module that is always there stands for an installed pipeline."""

ECHO = """
import json, sys
print(json.dumps({"ready": "1"}), flush=True)
for line in sys.stdin:
    texts = json.loads(line)
    print(json.dumps([[[t.index("Tromelin"), t.index("Tromelin") + 8, "ORG"]] for t in texts]))
    sys.stdout.flush()
"""
"""A worker that hears one name."""


def worker(code: str) -> tuple[str, ...]:
    """The command of a worker that runs some code."""
    return (sys.executable, "-c", code)


def test_what_the_worker_hears_is_placed_in_the_article() -> None:
    """A span of a line becomes a span of the article, with the kind the label means."""
    hearing = hear([read_page(ARTICLE)], pipelines=PIPELINES, worker=worker(ECHO))

    assert hearing.note is None
    assert [(h.file, h.span.of(TEXT), h.kind) for h in hearing.heard] == [
        ("a.txt", "Tromelin", "organisation")
    ]


def test_what_was_heard_is_kept_and_not_asked_again(tmp_path: Path) -> None:
    """A second listening to the same text asks no worker, and gives the same."""
    pages = [read_page(ARTICLE)]
    first = hear(pages, tmp_path, pipelines=PIPELINES, worker=worker(ECHO))

    again = hear(pages, tmp_path, pipelines=PIPELINES, worker=worker("raise SystemExit(1)"))

    assert again == first
    assert first.heard


def test_a_kept_answer_that_was_spoilt_is_asked_again(tmp_path: Path) -> None:
    """A file of the cache that cannot be read counts as none."""
    pages = [read_page(ARTICLE)]
    first = hear(pages, tmp_path, pipelines=PIPELINES, worker=worker(ECHO))
    for kept in tmp_path.rglob("*.json"):
        kept.write_text('[[[0, 9999, "ORG"]]]', encoding="utf-8")

    again = hear(pages, tmp_path, pipelines=PIPELINES, worker=worker(ECHO))

    assert again == first


def test_a_worker_that_fails_leaves_the_rules_and_one_sentence() -> None:
    """A worker that ends, answers nonsense or names a place that is not there is only noted."""
    nonsense = "print('{}', flush=True); input(); print('[[[5, 4, \"ORG\"]]]', flush=True); input()"
    for code in ("raise SystemExit(1)", "print('not JSON', flush=True)", nonsense):
        hearing = hear([read_page(ARTICLE)], pipelines=PIPELINES, worker=worker(code))

        assert hearing.heard == ()
        assert hearing.note
        assert "rules alone" in hearing.note


def test_a_command_that_is_not_there_is_only_noted() -> None:
    """A worker that cannot be started leaves the rules alone."""
    hearing = hear([read_page(ARTICLE)], pipelines=PIPELINES, worker=("/no/such/command",))

    assert hearing.heard == ()
    assert hearing.note


def test_a_language_that_is_not_told_is_called_none() -> None:
    """The reader is told of the articles, not of a sign for their language."""
    text = "Tri ljudi zginulo, mluvi Dvorak z Brna. " * 5
    article = Article("a.txt", text, (Block("paragraph", Span(0, len(text))),))

    heard = hear([read_page(article)])
    assert heard.missing == ("?",)
    assert "this language: no model is installed for it" in (heard.note or "")


def test_listening_can_be_stopped() -> None:
    """Progress is told article by article, and may end the listening."""
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        told.append((done, total))
        return False

    hear([read_page(ARTICLE)] * 3, pipelines=PIPELINES, progress=stop, worker=worker(ECHO))

    assert told == [(1, 3)]


def test_refining_without_anything_heard_changes_nothing() -> None:
    """Rules alone stand when the model said nothing."""
    found = find_entities([ARTICLE])

    assert refine([ARTICLE], found, ()) is found


def test_the_model_says_what_the_rules_guessed_at() -> None:
    """A name the rules had no evidence for takes the kind the model gives it."""
    at = TEXT.index("Tromelin")
    heard = [Heard("a.txt", Span(at, at + 8), "organisation")]

    found = refine([ARTICLE], find_entities([ARTICLE]), heard)

    assert [e.kind for e in found.entities if e.name == "Tromelin"] == ["organisation"]


def test_the_model_overturns_no_evidence_of_the_rules() -> None:
    """A firm that the articles call one stays one, however often the model hears a person."""
    text = "Le groupe Delvart souffre. Delvart a promis. Chez Delvart, on attend. Delvart se tait."
    article = Article("b.txt", text, (Block("paragraph", Span(0, len(text))),), language="fr")
    places = [m.start() for m in re.finditer("Delvart", text)]
    heard = [Heard("b.txt", Span(at, at + 7), "person") for at in places]

    found = refine([article], find_entities([article]), heard)

    assert [(e.name, e.kind, len(e.mentions)) for e in found.entities] == [
        ("Delvart", "organisation", 4)
    ]


def test_the_readers_process_loads_no_model() -> None:
    """Finding entities loads no model's library, and none of what a worker needs."""
    code = (
        "import sys\n"
        "from dossier.entities import find_entities\n"
        "from dossier.structure import structure_article\n"
        "find_entities([structure_article('a.txt', 'Le maire de Brest, Jean Kerdal, part.')])\n"
        "print({'spacy', 'thinc', 'subprocess', 'rapidfuzz'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_the_french_model_refines_the_seeds(tmp_path: Path) -> None:
    """With the model the seeds' names are found at least as well as the project asks."""
    articles = read_paths([Path(__file__).parents[3] / "seeds"]).articles

    hearing = hear([read_page(one) for one in articles], tmp_path, patience=LONG)
    found = refine(articles, find_entities(articles), hearing.heard)

    assert hearing.note is None
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
    assert score_entities(printed, gold_of())["exact"] >= 0.985


def test_long_lines_are_cut_and_what_is_heard_in_them_is_in_its_place(tmp_path: Path) -> None:
    """A line of many sentences is asked in pieces, and each name stands where it is said."""
    text = "Tromelin a parlé à la presse. " * 200
    article = Article("a.txt", text, (Block("paragraph", Span(0, len(text))),), language="fr")

    first = hear([read_page(article)], tmp_path, pipelines=PIPELINES, worker=worker(ECHO))
    again = hear(
        [read_page(article)], tmp_path, pipelines=PIPELINES, worker=worker("raise OSError")
    )

    assert len(first.heard) > 3
    assert {h.span.of(text) for h in first.heard} == {"Tromelin"}
    assert again == first


ONCE = """
import json, sys
print(json.dumps({"ready": "1"}), flush=True)
asked = set()
for line in sys.stdin:
    texts = json.loads(line)
    if asked & set(texts) or len(texts) != len(set(texts)) or any(t.islower() for t in texts):
        raise SystemExit(1)
    asked |= set(texts)
    found = [[[t.index("Tromelin"), t.index("Tromelin") + 8, "ORG"]] for t in texts]
    print(json.dumps(found), flush=True)
"""
"""A worker that ends when it is asked twice the same, or what can hold no name."""


def test_copies_are_asked_once_and_lines_without_a_capital_never() -> None:
    """What an agency's copies share is heard in each of them, for the cost of one."""
    blocks = (Block("paragraph", Span(0, len(TEXT))), Block("paragraph", Span(len(TEXT), 200)))
    text = TEXT + "tout en minuscules".ljust(200 - len(TEXT), ".")
    copies = [read_page(Article(f"{n}.txt", text, blocks, language="fr")) for n in range(300)]

    hearing = hear(copies, pipelines=PIPELINES, worker=worker(ONCE))

    assert hearing.note is None
    assert [h.file for h in hearing.heard] == [page.file for page in copies]


def test_the_words_of_a_dossier_are_not_all_held_while_it_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each page is read when its turn comes: when the first is heard, the last is still to come."""
    monkeypatch.setattr(hearing, "WORKER", worker(ECHO))
    monkeypatch.setattr(hearing, "_AT_ONCE", 1)
    turns: list[str] = []

    def noted(article: Article) -> Page:
        turns.append(article.file)
        return read_page(article)

    def heard(done: int, many: int) -> bool:
        turns.append(f"{done} of {many}")
        return True

    monkeypatch.setattr(pages, "read_page", noted)
    listen([replace(ARTICLE, file=file) for file in "abcd"], pipelines=PIPELINES, progress=heard)

    assert turns[:4] == ["a", "b", "c", "d"]
    assert turns[4:] == ["a", "b", "1 of 4", "c", "2 of 4", "d", "3 of 4", "4 of 4"]
