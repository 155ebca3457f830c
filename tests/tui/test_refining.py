"""The language models' share in the names: heard meanwhile, kept, stopped, told in one line."""

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.article import Article, Block
from dossier.clippings import ClippingStore
from dossier.decisions import Decisions, EntityDecision
from dossier.dossier import Dossier, analyse, decide
from dossier.entities import Entity, hearing, listen, models
from dossier.entities.entity import Found
from dossier.entities.hearing import Hearing, Leash
from dossier.entities.pages import read_page
from dossier.index import Index
from dossier.index import refining as other
from dossier.index.articles import KeptArticles
from dossier.index.derived import KeptEntities
from dossier.spans import Span
from tests.dossier.index.kept_folder import index_of, keep, make_large, whole_and_large, write
from tests.looking import text_of
from tui.app import DossierApp
from tui.messages import Analysed
from tui.refining import Refining, pipelines_of, told
from tui.screens.reader import ReaderScreen

PIPELINES = {"fr": "json"}
"""A module that is always there stands for an installed pipeline."""

ECHO = """
import json, sys
print(json.dumps({"ready": "1"}), flush=True)
for line in sys.stdin:
    found = [[[t.index("Tromelin"), t.index("Tromelin") + 8, "ORG"]]
             if "Tromelin" in t else [] for t in json.loads(line)]
    print(json.dumps(found), flush=True)
"""
"""A worker that hears one name."""

OTHER = f"""
import sys
from dossier import index
from dossier.entities import hearing
from dossier.index import refining
index.LARGE, index.rules_mark = 4, lambda: "rules"
hearing.WORKER = (sys.executable, "-c", {ECHO!r})
refining.main()
"""
"""What refines a large dossier, of four articles and more, with that worker."""

SILENT = "import sys\nsys.stdin.read()"
"""A worker that never answers."""

Runs = Callable[[str], None]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Has some code run in the place of a model."""

    def run(code: str) -> None:
        monkeypatch.setattr(hearing, "WORKER", (sys.executable, "-c", code))

    return run


def _on(done: int, many: int) -> bool:
    return done <= many


def _names(dossier: Dossier) -> set[str]:
    return {entity.name for entity in dossier.found.entities}


TEXT = "La direction de Brasparts a tranché. Lannilis restera dans le giron de Tromelin."


def _merger() -> Dossier:
    article = Article("a.txt", TEXT, (Block("paragraph", Span(0, len(TEXT))),), language="fr")
    return analyse(Dossier("fusion", (article,)))


def _kinds(dossier: Dossier) -> dict[str, str]:
    return {entity.name: entity.kind for entity in dossier.found.entities}


def _opened(flood: Dossier) -> Dossier:
    return analyse(replace(flood, found=Found(), topics=(), analysed=False))


def test_what_was_refined_is_kept_and_no_model_is_asked_again(runs: Runs, tmp_path: Path) -> None:
    """What a model says of a name is there; the same dossier asks no model a second time."""
    kept: list[Dossier] = []
    refining = Refining(lambda: tmp_path, pipelines=PIPELINES, keep=kept.append)
    runs(ECHO)
    refined, said = refining.refine(_merger(), _on)
    runs("raise SystemExit(1)")
    again, said_again = Refining(lambda: tmp_path, pipelines=PIPELINES).refine(refined, _on)

    assert (said, said_again) == ("", "")
    assert _kinds(refined)["Tromelin"] == "organisation" != _kinds(_merger())["Tromelin"]
    assert kept == [refined]
    assert again is refined


def test_the_index_remembers_that_a_model_was_heard(tmp_path: Path) -> None:
    """A dossier kept with its refined names comes back with them, and with who was heard."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "a.txt").write_text("La mairie de Brest a posé des barrages.\n", encoding="utf-8")
    index = Index([folder], tmp_path / "cache")
    dossier = replace(index.analyse(index.open()), heard="fr:model-1")
    index.keep(dossier)

    assert Index([folder], tmp_path / "cache").open() == dossier


def test_a_model_that_fails_is_one_line_and_asked_again(
    flood: Dossier, runs: Runs, tmp_path: Path
) -> None:
    """Rules stand when the model fails; the next opening tries again."""
    runs("raise SystemExit(1)")
    dossier = _opened(flood)

    refined, said = Refining(lambda: tmp_path, pipelines=PIPELINES).refine(dossier, _on)

    assert refined.found == dossier.found
    assert refined.heard == ""
    assert "rules alone" in said


def test_stopping_ends_a_model_that_does_not_answer(flood: Dossier, runs: Runs) -> None:
    """Leaving in the middle kills the model's process, and gives the dossier as it was."""
    runs(SILENT)
    refining = Refining(pipelines=PIPELINES)
    dossier, given = _opened(flood), []
    thread = threading.Thread(target=lambda: given.append(refining.refine(dossier, _on)))
    thread.start()
    refining.stop()
    thread.join(timeout=30)

    assert not thread.is_alive()
    assert given == [(dossier, "")]


def test_what_was_heard_before_a_pause_is_not_worked_out(
    runs: Runs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pause is waited for by who has files to show: nothing is read or worked out for it."""
    runs(ECHO)
    dossier = _merger()
    refining = Refining(lambda: tmp_path, pipelines=PIPELINES)

    def pause(*_: object) -> bool:
        refining.pause()
        return True

    with monkeypatch.context() as patch:
        patch.setattr("dossier.refining.refine", lambda *_: pytest.fail("worked out"))
        assert refining.refine(dossier, pause) == (dossier, "")
        pages = [read_page(article) for article in dossier.articles]
        patch.setattr("dossier.entities.pages.read_page", lambda *_: pytest.fail("read"))
        patch.setattr(hearing, "pipeline_for", lambda *_: pytest.fail("looked for"))
        leash = Leash()
        leash.pull()
        assert not listen(dossier.articles, leash=leash).heard
        assert not hearing.hear(pages, leash=leash).heard

    refined, _ = refining.refine(dossier, _on)
    assert _kinds(refined)["Tromelin"] == "organisation"


def test_decisions_are_played_over_what_a_model_adds(
    flood: Dossier, runs: Runs, tmp_path: Path
) -> None:
    """What the reader called a name stays so when the names are refined, and when replayed."""
    runs(ECHO)
    called = Decisions(entities=(EntityDecision("La Seille", aliases=("Seille",)),))
    dossier = replace(_opened(flood), decisions=called)
    refining = Refining(lambda: tmp_path, pipelines=PIPELINES)
    refined, _ = refining.refine(dossier, _on)
    undone = decide(refined, Decisions())

    assert "La Seille" in _names(refined)
    assert "La Seille" not in _names(undone)
    assert "Seille" in _names(undone)


def test_a_setting_turns_models_off(flood: Dossier, runs: Runs) -> None:
    """Turned off, no worker runs; what a model said before is taken back."""
    runs("raise SystemExit(1)")
    dossier = _opened(flood)
    off = Refining(pipelines=PIPELINES, on=False)

    assert off.refine(dossier, _on) == (dossier, "")
    refined, said = off.refine(replace(dossier, derived=None, heard="fr:json-"), _on)
    assert (refined.found, refined.heard, said) == (dossier.found, "", "")


def test_a_setting_maps_languages_to_pipelines() -> None:
    """Each line says a language and its pipeline; what says nothing is left out."""
    said = ("en=en_core_web_sm", " fr = off ", "de", "=x")

    assert pipelines_of(said) == {"en": "en_core_web_sm", "fr": "off", "": "x"}


def test_what_is_missing_is_said_in_one_line() -> None:
    """Languages without a model are named, one not recognised is not; a whole hearing is silent."""
    assert told(Hearing()) == ""
    assert told(Hearing(missing=("?",))) == ""
    assert "de, es" in told(Hearing(missing=("de", "es")))


def test_where_only_latin_names_are_found_is_said() -> None:
    """The rules know the letters of Latin: in Arabic or Japanese they find no others."""
    assert told(Hearing(missing=("ar", "ja"))).startswith("Only Latin names in ar, ja:")
    both = told(Hearing(missing=("de", "ar")))

    assert "rules alone in de:" in both
    assert "Only Latin names in ar:" in both


async def test_names_come_in_without_moving_what_is_read(
    flood: Dossier, runs: Runs, tmp_path: Path
) -> None:
    """After the first paint the model's names are in the overlay; text and place stay."""
    runs(ECHO)
    refining = Refining(lambda: tmp_path, pipelines=PIPELINES)
    dossier = _opened(flood)
    app = DossierApp(
        dossier,
        store=ClippingStore(tmp_path / "clippings.jsonl", "test"),
        refiner=lambda _: refining,
    )
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("l", "l", "J")
        place = screen.guide.place()
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert screen.reading.dossier.heard == "fr:json-"
        assert screen.guide.place() == place
        assert "refining names" not in text_of(app)


async def test_a_refiner_that_fails_is_told_and_reading_goes_on(flood: Dossier) -> None:
    """No model is said to be at work any more; why is told, and the names of the rules stand."""

    class Failing(Refining):
        def refine(
            self, dossier: Dossier, progress: Callable[[int, int], bool]
        ) -> tuple[Dossier, str]:
            progress(3, 5)
            raise ValueError(f"no model for {dossier.title}")

    app = DossierApp(_opened(flood), refiner=lambda _: Failing())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete([w for w in app.workers if w.group == "compare"])
        await pilot.pause()
        shown = text_of(app)
        screen = app.screen

    assert isinstance(screen, ReaderScreen)
    assert screen.reading.refining is None
    assert "model at work" not in shown
    assert "The names are found by rules alone: the model failed (no model for" in shown


async def test_what_is_put_right_while_a_model_reads_stays_so(
    flood: Dossier, tmp_path: Path
) -> None:
    """Names that come in later have today's decisions played over them, not those of before."""
    dossier = replace(_opened(flood), folder=tmp_path)
    store = ClippingStore(tmp_path / "clippings.jsonl", "test")
    app = DossierApp(dossier, store=store)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.pause()
        screen.guide.correcting.make("rename", EntityDecision("La Seille", aliases=("Seille",)))
        screen.post_message(Analysed(replace(dossier, heard="fr:json-"), "said"))
        await pilot.pause()

        assert screen.reading.dossier.heard == "fr:json-"
        assert "La Seille" in _names(screen.reading.dossier)


def test_the_legend_says_in_a_word_where_no_model_helps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing where each language has one; the languages without, where others have one.

    An article whose language is not recognised lacks none.
    """
    texts = (("a.txt", "fr"), ("b.txt", "en"))
    articles = tuple(
        Article(file, TEXT, (Block("paragraph", Span(0, len(TEXT))),), language=language)
        for file, language in texts
    )
    dossier = Dossier("fusion", articles)
    monkeypatch.setattr(models, "find_spec", lambda name: name == "json" or None)

    assert Refining(pipelines={"fr": "json", "en": "json"}).note(dossier) == ""
    assert Refining(pipelines=PIPELINES).note(dossier) == "rules only: en"
    assert Refining(pipelines=PIPELINES, on=False).note(dossier) == "rules only"
    odd = replace(dossier, articles=(articles[0], replace(articles[1], language=None)))
    assert Refining(pipelines=PIPELINES).note(odd) == ""
    arabic = Dossier("fusion", tuple(replace(article, language="ar") for article in articles))
    assert Refining(pipelines=PIPELINES).note(arabic) == "Latin names only: ar"


def test_no_name_of_a_large_dossier_is_looked_at_for_corrections_to_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a first correction waits for is made when one is asked for, not at the opening."""
    _, large = whole_and_large(tmp_path, monkeypatch)
    looked_at: list[int] = []
    make = KeptEntities._make

    def noted(self: KeptEntities, at: int) -> Entity:
        looked_at.append(at)
        return make(self, at)

    monkeypatch.setattr(KeptEntities, "_make", noted)
    Refining(on=False).refine(large, _on)

    assert isinstance(large.found.entities, KeptEntities)
    assert looked_at == []


@pytest.fixture
def merger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """The index of a large dossier that is kept, one of whose names a model knows better."""
    folder = write(tmp_path / "fusion")
    (folder / "e.txt").write_text(TEXT, encoding="utf-8")
    make_large(monkeypatch)
    keep(folder)
    return index_of(folder)


def test_another_process_refines_a_large_dossier(
    merger: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No article of it is asked for in the reader's own; its names come, and are kept."""
    dossier = merger.open(0.0)
    refining = Refining(lambda: tmp_path, pipelines=PIPELINES, elsewhere=merger.refine)
    told: list[tuple[int, int]] = []

    def progress(done: int, many: int) -> bool:
        told.append((done, many))
        return True

    monkeypatch.setattr(other, "COMMAND", (sys.executable, "-c", OTHER))
    with monkeypatch.context() as patch:
        patch.setattr(KeptArticles, "_make", lambda *_: pytest.fail("an article is made"))
        patch.setattr(KeptArticles, "__iter__", lambda _: pytest.fail("all are gone through"))
        patch.setattr("dossier.entities.pages.read_page", lambda _: pytest.fail("read"))
        refined, said = refining.refine(dossier, progress)
        again, _ = refining.refine(refined, progress)
        note = refining.note(refined)

    assert "rules alone in en" in said
    assert note == "rules only: en"
    assert again is refined
    assert told[-1] == (5, 5)
    assert _kinds(refined)["Tromelin"] == "organisation" != _kinds(dossier)["Tromelin"]
    assert not refined.checked
    assert merger.open() == refined


def test_a_large_dossier_whose_refining_fails_or_is_stopped_has_the_names_of_the_rules(
    merger: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that ends is told of; one that is stopped at once is not."""
    dossier = merger.open(0.0)
    refining = Refining(pipelines=PIPELINES, elsewhere=merger.refine)
    monkeypatch.setattr(other, "COMMAND", (sys.executable, "-c", "print('[5]')"))
    same, said = refining.refine(dossier, _on)
    monkeypatch.setattr(other, "COMMAND", (sys.executable, "-c", SILENT + "\nwhile True: pass"))
    given: list[tuple[Dossier, str]] = []
    thread = threading.Thread(target=lambda: given.append(refining.refine(dossier, _on)))
    thread.start()
    refining.stop()
    thread.join(timeout=30)

    assert same is dossier
    assert "its process ended" in said
    assert given == [(dossier, "")]


def test_no_model_is_asked_of_what_is_too_large_to_be_refined_elsewhere(
    merger: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is very large or not kept has the rules alone, and the legend says so."""
    dossier = merger.open(0.0)
    held = replace(dossier, articles=tuple(dossier.articles))
    refining = Refining(pipelines=PIPELINES, elsewhere=merger.refine)

    assert refining.refine(held, _on) == (held, "")
    assert refining.note(held) == "rules only"
    monkeypatch.setattr("dossier.index.VERY_LARGE", 4)
    assert refining.refine(dossier, _on) == (dossier, "")
    assert refining.note(dossier) == "rules only"


def test_the_languages_of_a_large_dossier_are_counted_as_the_reader_told(merger: Index) -> None:
    """What stands on the shelf, less what the reader called otherwise."""
    articles = merger.open(0.0).articles
    assert isinstance(articles, KeptArticles)
    english = articles[articles.place("d.txt")]
    told = articles.with_those({"d.txt": english.retold({"language": "de"})})

    assert articles.languages() == frozenset(one.language for one in articles) == {"fr", "en"}
    assert told.languages() == frozenset(one.language for one in told) == {"fr", "de"}
