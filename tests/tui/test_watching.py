"""While one reads, files come, change and go: they appear, and one stays where one is."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from textual.pilot import Pilot

from dossier.clippings import ClippingStore
from dossier.decisions import ArticleDecision, EntityDecision
from dossier.dossier import Dossier, analyse, open_dossier
from dossier.index import Index
from dossier.index.watching import Watch
from tests.dossier.index.kept_folder import SlowChild, children, keep, make_large
from tests.dossier.index.test_index import TEXTS
from tests.hosts import dossier_of_floods
from tests.looking import text_of
from tui.app import DossierApp
from tui.refining import Refining
from tui.screens.reader import ReaderScreen
from tui.watching import Watching
from tui.widgets.bottom_line import HintLine

__all__ = ["children"]

NEWS = "Le pont rouvre à Tours\n\nJean Petit a rouvert le pont samedi. La Loire est basse."


class Hand(Watching):
    """Looks when the test says so, and not by the clock."""

    def start(self, screen: ReaderScreen) -> None:
        """Look at nothing yet."""
        self.on(screen)


class Reader:
    """An app on a folder, and what the tests ask of it."""

    def __init__(self, app: DossierApp, pilot: Pilot[None], folder: Path) -> None:
        self.app, self.pilot, self.folder = app, pilot, folder

    @property
    def screen(self) -> ReaderScreen:
        """The reader's screen, whatever stands over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        return screen

    @property
    def files(self) -> list[str]:
        """The files of the sources that are listed."""
        return [source.article.file for source in self.screen.desk.sources.sources]

    @property
    def said(self) -> str:
        """What the bottom line says."""
        return "".join(part.text for part in self.screen.guide.hints.render_line(0)).strip()

    async def look(self, times: int = 2) -> None:
        """Let the reader look at the files."""
        await self.settle()
        for _ in range(times):
            assert self.app.watching is not None
            self.app.watching.look()
        await self.settle()

    async def settle(self) -> None:
        """Wait for what is worked out."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete(
            [worker for worker in self.app.workers if worker.group != "default"]
        )
        await self.pilot.pause()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles on a flood."""
    folder = tmp_path / "crue"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@asynccontextmanager
async def reading(
    folder: Path,
    paths: list[Path] | None = None,
    refiner: Refining | None = None,
    patience: float | None = None,
) -> AsyncIterator[Reader]:
    """The folder, opened and looked at; all of it is read first where there is no ``patience``."""
    index = Index(paths or [folder], folder.parent / "cache")
    dossier: Dossier = index.open(patience)
    app = DossierApp(
        dossier,
        store=ClippingStore(folder.parent / "clippings.jsonl", "test"),
        analyse=index.analyse,
        complete=index.complete,
        refiner=(lambda _: refiner) if refiner else None,
        watch=lambda: Hand(
            Watch(paths or [folder], lambda: index.stamp), index.again, index.is_worked_out
        ),
    )
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot, folder)
        await (reader.look() if refiner is None else pilot.pause())
        yield reader


async def test_an_article_that_is_added_appears(folder: Path) -> None:
    """It is listed and worked out; what one reads, its selection and the focus stay."""
    async with reading(folder) as reader:
        await reader.pilot.press("l", "j", "l", "v")
        screen = reader.screen
        before = screen.guide.place(), screen.desk.text.taken(), screen.desk.current
        (folder / "0.txt").write_text(NEWS, encoding="utf-8")
        await reader.look()

        assert sorted(reader.files) == ["0.txt", "a.txt", "b.txt"]
        assert (screen.guide.place(), screen.desk.text.taken(), screen.desk.current) == before
        assert reader.said == "1 article added · 1 topic regrouped"
        assert screen.reading.dossier.mentions("0.txt")


async def test_an_article_that_changes_is_read_again(folder: Path) -> None:
    """What one reads is found by its words, and a clipping goes with them."""
    async with reading(folder) as reader:
        await reader.pilot.press("l", "l", "j", "m")
        screen = reader.screen
        file, offset = screen.desk.text.place()
        assert file is not None
        then = screen.reading.dossier.article(file).text[offset:][:30]
        old = TEXTS[file]
        (folder / file).write_text(old.replace("\n\n", "\n\nUn mot nouveau.\n\n", 1), "utf-8")
        await reader.look()
        found, at = screen.desk.text.place()
        text = screen.reading.dossier.article(file).text

        assert "Un mot nouveau." in text
        assert reader.said == "1 article changed · 1 topic regrouped"
        assert found == file
        assert text[at:][:30] == then
        assert [span.of(text)[:30] for span in screen.cuttings.keeping.standing_in(file)] == [then]


async def test_what_one_reads_stays_on_its_row(folder: Path) -> None:
    """Words put in above what one reads do not move it on the screen."""
    long = "\n\n".join(f"Le maire parle du pont, point {n}, et des {n} maisons." for n in range(60))
    (folder / "a.txt").write_text(f"La Loire déborde\n\n{long}\n", encoding="utf-8")
    async with reading(folder) as reader:
        await reader.pilot.press("l", "l", *("J",) * 20)
        text = reader.screen.desk.text
        file, offset = text.place()
        assert file is not None
        before = text.rows_above(), reader.screen.reading.dossier.article(file).text[offset:][:40]
        (folder / "a.txt").write_text(f"La Loire déborde\n\nAjout.\n\n{long}\n", encoding="utf-8")
        await reader.look()
        file, offset = text.place()
        assert file is not None
        words = reader.screen.reading.dossier.article(file).text[offset:][:40]

        assert before[0] > 0
        assert (text.rows_above(), words) == before


@pytest.mark.parametrize("is_large", [False, True])
async def test_what_the_file_says_no_more_does_not_leave(
    folder: Path, is_large: bool, monkeypatch: pytest.MonkeyPatch, children: list[SlowChild]
) -> None:
    """Changed a moment ago and not shown yet: not copied, not exported; then, as it is, it is."""
    if is_large:
        monkeypatch.setattr("dossier.index.LARGE", 2)
        keep(folder)
    async with reading(folder) as reader:
        await reader.pilot.press("l", "l", "m", "C")
        await reader.pilot.pause()
        (folder / "a.txt").write_text(TEXTS["a.txt"].replace("pont", "bac"), encoding="utf-8")
        (folder / "b.txt").write_text(TEXTS["b.txt"].replace("pont", "bac"), encoding="utf-8")
        said = []
        for keys in (("y",), ("x", "enter"), ("escape", "escape", "y")):
            await reader.pilot.press(*keys)
            await reader.pilot.pause()
            said += [line.render_line(0).text for line in reader.app.screen.query(HintLine)]
        written = [file for file in folder.parent.iterdir() if file.suffix == ".md"]
        await reader.look()
        await reader.pilot.press("y")

        assert ["a.txt was changed since" in one for one in said] == [True, True, True], said
        assert ["Back to the text (Esc)" in one for one in said] == [True, True, False], said
        assert not written
        assert "changed since" not in reader.said
        assert bool(children) == is_large


async def test_an_article_that_is_renamed_is_read_on(folder: Path) -> None:
    """It is told as that, neither as new nor as gone, and one stays where one is."""
    async with reading(folder) as reader:
        await reader.pilot.press("slash", *"pont", "enter")
        screen = reader.screen
        file, offset = screen.desk.text.place()
        assert file is not None
        (folder / file).rename(folder / f"presse-{file}")
        await reader.look()

        assert "1 article renamed" in reader.said
        assert "added" not in reader.said
        assert screen.desk.text.place() == (f"presse-{file}", offset)


async def test_an_article_that_is_removed_goes(folder: Path) -> None:
    """The nearest one is read in its place; a search goes on without it, and undo as well."""
    async with reading(folder) as reader:
        await reader.pilot.press("slash", *"pont", "enter", "m")
        screen = reader.screen
        file = screen.desk.text.place()[0]
        assert file is not None
        (folder / file).unlink()
        await reader.look()
        said, hits = reader.said, screen.reading.lens.hits
        await reader.pilot.press("n", "u")

        lost = "1 clipping is not found any more (C shows it)"
        assert said == f"{lost} · 1 article removed · 1 topic regrouped"
        assert file not in reader.files
        assert screen.desk.text.place()[0] == next(iter(TEXTS.keys() - {file}))
        assert hits
        assert file not in {hit.file for hit in hits}
        assert reader.app.is_running


async def test_nothing_moves_under_a_dialog(folder: Path) -> None:
    """What changed waits until the reader's screen stands again."""
    async with reading(folder) as reader:
        await reader.pilot.press("question_mark")
        (folder / "0.txt").write_text(NEWS, encoding="utf-8")
        for _ in range(3):
            await reader.pilot.pause()
            assert reader.app.watching is not None
            reader.app.watching.look()
        under = list(reader.files)
        await reader.pilot.press("escape")
        await reader.look()

        assert "0.txt" not in under
        assert "0.txt" in reader.files


async def test_a_name_narrowed_to_stays(folder: Path) -> None:
    """A lens on a name holds in what is added, and counts it."""
    async with reading(folder) as reader:
        await reader.pilot.press("E", *"Petit", "enter")
        await reader.settle()
        reads = reader.screen.reading
        before = len(reads.lens.hits)
        (folder / "z.txt").write_text(NEWS, encoding="utf-8")
        await reader.look()

        assert reads.lens.narrowed
        assert len(reads.lens.hits) > before
        assert {hit.file for hit in reads.lens.hits} == {"a.txt", "b.txt", "z.txt"}


async def test_decisions_edited_elsewhere_are_read_again(folder: Path) -> None:
    """What another program writes into ``dossier.toml`` is shown; what is wrong there is told."""
    async with reading(folder) as reader:
        name = "Jean Petit"
        (folder / "dossier.toml").write_text(
            f'[[entity]]\nname = "{name}"\nhidden = true\n', encoding="utf-8"
        )
        await reader.look()
        screen = reader.screen
        hidden = name not in {entity.name for entity in screen.reading.dossier.found.entities}
        (folder / "dossier.toml").write_text('[[entity]\nname = "', encoding="utf-8")
        await reader.look()

        assert hidden
        assert "dossier.toml" in reader.said
        assert name not in {entity.name for entity in screen.reading.dossier.found.entities}


async def test_a_folder_that_is_gone_is_told(folder: Path) -> None:
    """The reader is told once; what was read is read on, and the folder may come back."""
    async with reading(folder) as reader:
        folder.rename(folder.with_name("away"))
        await reader.look()
        said, files = reader.said, list(reader.files)
        folder.with_name("away").rename(folder)
        (folder / "0.txt").write_text(NEWS, encoding="utf-8")
        await reader.look()

        assert "is gone" in said
        assert files == ["a.txt", "b.txt"]
        assert sorted(reader.files) == ["0.txt", *files]


async def test_files_written_anew_with_the_same_words_say_nothing(folder: Path) -> None:
    """A file that was only touched is no news."""
    async with reading(folder) as reader:
        before = reader.screen.guide.place(), reader.said
        (folder / "a.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
        await reader.look()

        assert (reader.screen.guide.place(), reader.said) == before


async def test_a_folder_that_is_emptied_leaves_what_was_read(folder: Path) -> None:
    """Why there is nothing to show is told, and what was read stays until there is."""
    async with reading(folder) as reader:
        for file in TEXTS:
            (folder / file).unlink()
        await reader.look()
        said, files = reader.said, list(reader.files)
        (folder / "0.txt").write_text(NEWS, encoding="utf-8")
        await reader.look()

        assert said.startswith("Nothing to read")
        assert files == ["a.txt", "b.txt"]
        assert reader.files == ["0.txt"]


async def test_a_single_file_is_watched(folder: Path) -> None:
    """A dossier of one file shows what it says now, and nothing of its neighbours."""
    async with reading(folder, [folder / "a.txt"]) as reader:
        (folder / "c.txt").write_text(NEWS, encoding="utf-8")
        (folder / "a.txt").write_text(NEWS, encoding="utf-8")
        await reader.look()

        assert reader.files == ["a.txt"]
        assert "rouvre" in reader.screen.reading.dossier.article("a.txt").text


async def test_what_we_write_ourselves_is_no_news(folder: Path) -> None:
    """A decision made on the screen is not read again, and can be taken back afterwards."""
    async with reading(folder) as reader:
        screen = reader.screen
        before = screen.reading.dossier
        name = before.found.entities[0].name
        hidden = EntityDecision(name, hidden=True)
        screen.guide.correcting.make("hide", hidden)
        decided = screen.reading.dossier
        await reader.look()
        same = screen.reading.dossier is decided
        await reader.pilot.press("u")
        await reader.look()

        assert same
        assert screen.reading.dossier.found == before.found


CLIPS = {
    "a.txt": "Un chat retrouve ses maîtres\n\nMinou a marché de Lyon à Brest. Le vétérinaire "
    "parle d'un exploit.\n\nSes maîtres le cherchaient depuis mai.",
    "b.txt": "La Loire déborde à Tours\n\nLe préfet a fermé le pont mardi. Des habitants ont "
    "quitté leur maison.\n\nLa pluie tombera encore jeudi.",
    "c.txt": "Le budget est voté au Sénat\n\nLes sénateurs ont adopté le budget. La gauche a "
    "voté contre.\n\nLe texte va à l'Assemblée.",
}
"""Of three stories: each is called by its headline."""


async def test_a_title_by_hand_calls_the_topic_that_is_called_by_it(tmp_path: Path) -> None:
    """Topics are soon as the next opening would have them; one stays where one is."""
    folder = tmp_path / "clips"
    folder.mkdir()
    for name, text in CLIPS.items():
        (folder / name).write_text(text, encoding="utf-8")
    async with reading(folder) as reader:
        await reader.pilot.press("j", "l", "l", "J")
        screen = reader.screen
        place = screen.guide.place()
        mend = ArticleDecision("a.txt", title="La longue marche de Minou")
        screen.guide.correcting.make("title", mend)
        await reader.look()
        now, there = screen.reading.dossier, screen.guide.place()
        await reader.look()

        assert now.derived == analyse(open_dossier([folder])).derived
        assert now.topics[0].title == there.topic == "La longue marche de Minou"
        assert (place.file, place.offset) == (there.file, there.offset)
        assert screen.reading.dossier is now
        assert reader.app.watching is not None
        assert reader.app.watching.is_true()
        await reader.pilot.press("u")
        await reader.look()
        assert (
            screen.reading.dossier.topics[0].title == place.topic == "Un chat retrouve ses maîtres"
        )


async def test_a_correction_does_not_stop_a_language_model(folder: Path) -> None:
    """What one puts right while it works is no news: it works on."""
    done = Event()
    asked: list[int] = []

    class Slow(Refining):
        def refine(
            self, dossier: Dossier, progress: Callable[[int, int], bool]
        ) -> tuple[Dossier, str]:
            asked.append(len(dossier.articles))
            while not done.is_set() and progress(1, 2):
                sleep(0.001)  # as a model takes its time
            return dossier, ""

    async with reading(folder, refiner=Slow()) as reader:
        screen, watching = reader.screen, reader.app.watching
        while not asked:
            await reader.pilot.pause()
        name = screen.reading.dossier.found.entities[0].name
        screen.guide.correcting.make("hide", EntityDecision(name, hidden=True))
        for _ in range(4):
            assert watching is not None
            watching.look()
            await reader.pilot.pause()

        assert not screen.models.is_quiet()
        done.set()
        await reader.settle()
        assert asked == [2]


async def test_what_is_put_right_meanwhile_holds(folder: Path) -> None:
    """A decision made before a new article came holds after it came."""
    async with reading(folder) as reader:
        screen = reader.screen
        name = screen.reading.dossier.found.entities[0].name
        screen.guide.correcting.make("hide", EntityDecision(name, hidden=True))
        (folder / "z.txt").write_text(NEWS, encoding="utf-8")
        await reader.look()

        assert sorted(reader.files) == ["a.txt", "b.txt", "z.txt"]
        assert name not in {entity.name for entity in screen.reading.dossier.found.entities}


async def test_the_way_back_leads_past_what_is_gone(folder: Path) -> None:
    """Going back to an article that was taken out shows what is left, and ends nothing."""
    async with reading(folder) as reader:
        await reader.pilot.press("l", "j", "k", "j")
        (folder / "a.txt").unlink()
        await reader.look()
        await reader.pilot.press("less_than_sign", "less_than_sign", "greater_than_sign")

        assert reader.files == ["b.txt"]
        assert reader.screen.desk.text.place()[0] == "b.txt"


async def test_the_anthology_one_reads_stays(folder: Path) -> None:
    """A topic's anthology is read on after an article came, at the words one read."""
    async with reading(folder) as reader:
        screen = reader.screen
        await reader.pilot.press("j")
        title = screen.reading.topic.title if screen.reading.topic else None
        place = screen.desk.text.place()
        (folder / "z.txt").write_text(NEWS.replace("rouvre", "attend"), encoding="utf-8")
        await reader.look()

        assert title is not None
        assert screen.desk.text.place() == place


async def test_a_language_model_makes_room(folder: Path) -> None:
    """What changes while a model refines the names stops it, is shown, and it begins again."""
    asked: list[int] = []

    class Slow(Refining):
        def refine(
            self, dossier: Dossier, progress: Callable[[int, int], bool]
        ) -> tuple[Dossier, str]:
            asked.append(len(dossier.articles))
            while len(asked) == 1 and progress(1, 2):
                sleep(0.001)  # as a model takes its time
            return dossier, ""

    async with reading(folder, refiner=Slow()) as reader:
        (folder / "z.txt").write_text(NEWS, encoding="utf-8")
        while "z.txt" not in reader.files:
            assert reader.app.watching is not None
            reader.app.watching.look()
            await reader.pilot.pause()
        await reader.settle()

        assert asked == [2, 3]
        assert reader.screen.reading.refining is None


@pytest.fixture
def large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, which is large and was worked out before."""
    make_large(monkeypatch, 2)
    keep(folder)
    return folder


async def test_of_a_large_dossier_articles_appear_before_all_is_worked_out(
    large: Path, children: list[SlowChild]
) -> None:
    """What came is listed, without names; those of the others stand, and one stays where one is."""
    async with reading(large) as reader:
        await reader.pilot.press("j", "l", "l", "J")
        screen = reader.screen
        before = screen.guide.place(), screen.desk.current
        names, topics = screen.reading.dossier.mentions("a.txt"), screen.reading.topics()
        (large / "0.txt").write_text(NEWS, encoding="utf-8")
        await reader.look()
        now = screen.reading.dossier

        assert (reader.said, now.unsorted) == ("1 article added", frozenset({"0.txt"}))
        assert (screen.guide.place(), screen.desk.current) == before
        assert (now.mentions("a.txt"), now.mentions("0.txt")) == (names, ())
        assert screen.reading.topics() == topics
        assert "names and topics of 1 article come later" in text_of(reader.app)

        children[-1].wait()
        await reader.look(1)

        assert screen.reading.is_known
        assert screen.reading.dossier.mentions("0.txt")
        assert reader.said == "Names and topics are worked out."
        assert screen.desk.text.place() == (before[0].file, before[0].offset)
        assert screen.desk.current == before[1]
        assert "come later" not in text_of(reader.app)


async def test_what_changed_since_it_was_kept_is_shown_on_opening(
    large: Path, children: list[SlowChild]
) -> None:
    """The page stands first, then what changed, then names and topics of it; each is told."""
    (large / "0.txt").write_text(NEWS, encoding="utf-8")
    (large / "b.txt").unlink()
    async with reading(large, patience=0) as reader:
        screen = reader.screen

        assert sorted(reader.files) == ["0.txt", "a.txt"]
        assert reader.said == "1 article added · 1 article removed"
        assert screen.at_rest
        await reader.pilot.press("l", "g")
        await reader.pilot.press(*"j" * reader.files.index("0.txt"))
        assert "its names and topics come later" in text_of(reader.app)

        children[-1].wait()
        await reader.look(1)

        assert screen.reading.is_known
        assert screen.reading.dossier.mentions("0.txt")


async def test_where_articles_only_went_it_is_told_too(
    large: Path, children: list[SlowChild]
) -> None:
    """Names and topics are those of what is left, until they are worked out of it."""
    async with reading(large) as reader:
        (large / "a.txt").unlink()
        await reader.look()

        assert reader.said == "1 article removed"
        assert "names and topics are worked out again" in text_of(reader.app)
        assert reader.screen.reading.dossier.mentions("b.txt")
        assert len(children) == 1


async def test_no_model_is_asked_before_all_is_worked_out(
    large: Path, children: list[SlowChild]
) -> None:
    """A language model refines the names of what was worked out together, and of nothing else."""
    asked: list[int] = []

    class Noting(Refining):
        def refine(self, dossier: Dossier, _: Callable[[int, int], bool]) -> tuple[Dossier, str]:
            asked.append(len(dossier.articles))
            return dossier, ""

    (large / "0.txt").write_text(NEWS, encoding="utf-8")
    async with reading(large, refiner=Noting(), patience=0) as reader:
        await reader.look()
        before = list(asked)
        children[-1].wait()
        await reader.look(1)

        assert before == []
        assert asked == [3]


async def test_a_copy_that_goes_is_named_no_more(folder: Path) -> None:
    """A passage that stood in another article too is read on when that one is removed."""
    copy = folder / "c.txt"
    copy.write_text((folder / "a.txt").read_text(encoding="utf-8"), encoding="utf-8")
    async with reading(folder) as reader:
        await reader.settle()
        copied = reader.screen.reading.copied
        assert copied is not None
        assert copied.files == {"a.txt", "c.txt"}
        await reader.pilot.press("j")
        where = reader.screen.desk.text.place()[0]
        (copy if where == "a.txt" else folder / "a.txt").unlink()
        await reader.look()
        left = reader.screen.reading.copied

        assert where in ("a.txt", "c.txt")
        assert left is not None
        assert left.files == frozenset()


async def test_what_failed_while_one_reads_is_listed(folder: Path) -> None:
    """What is said once in the bottom line stands in the list of what is wrong."""
    async with reading(folder) as reader:
        worker = reader.screen._work_out
        reader.screen._complete = _fail
        reader.screen.reading.dossier = replace(reader.screen.reading.dossier, whole=False)
        worker()
        await reader.settle()
        said = reader.said
        await reader.pilot.press("j", "exclamation_mark")
        await reader.pilot.pause()

        assert said == "The topics could not be worked out: no room."
        assert said in " ".join(text_of(reader.app).split())


def _fail(_: Dossier) -> Dossier:
    raise OSError("no room")


def test_a_look_that_fails_is_not_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong as one looks, beside the screen, is looked at again the next time."""
    monkeypatch.setattr("tui.watching.EVERY", 0.001)
    looks, again = count(1), Event()

    class Failing(Watching):
        def look(self) -> None:
            if next(looks) > 1:
                again.set()
            raise RuntimeError("Set changed size during iteration")

    dossier = dossier_of_floods()
    watching = Failing(Watch([]), lambda: dossier)
    watching.start(ReaderScreen(dossier, lambda one: one, lambda: ClippingStore(Path(), "")))
    looked = again.wait(5)
    watching.stop()

    assert looked
