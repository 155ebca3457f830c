import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from dossier.article import Article
from dossier.clippings import Clipping, clip
from dossier.dossier import Dossier, analyse
from dossier.export import FORMS, Document, Form, Quotation, Speakers
from dossier.export.document import Section
from dossier.quotes import Quote
from dossier.reading import read_article
from dossier.search import search
from dossier.spans import Span
from tests.hosts import Host, dossier_of_floods
from tests.looking import rows_of
from tests.tui.conftest import MakeApp
from tui.exporting import folder_proposed
from tui.messages import Found
from tui.places import Place
from tui.screens import export, export_choices, outgoing
from tui.screens.choice_pane import ChoicePane
from tui.screens.chrome import TypeLine
from tui.screens.export import ExportScreen
from tui.screens.leaving import Written, first_of
from tui.screens.paged_pane import PagedPane
from tui.screens.reader import ReaderScreen
from tui.screens.rendered_text import RenderedText
from tui.screens.source_text import SourceText
from tui.settings import Settings
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine

WHEN = "2026-02-04T08:00:00+01:00"


@pytest.fixture
def dossier() -> Dossier:
    """Two articles on one flood."""
    return dossier_of_floods()


@pytest.fixture
def clippings(dossier: Dossier) -> tuple[Clipping, ...]:
    """One passage of each article."""
    return tuple(clip(a, a.passages[0].span, created=WHEN) for a in dossier.articles)


def _words(pilot: Pilot[None], kind: type[SourceText | HintLine]) -> str:
    widget = pilot.app.screen.query_one(kind)
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


async def test_enter_writes_what_was_shown(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """A name made of the title is proposed; Enter writes there the very text of the preview."""
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(340, 60)) as pilot:
        shown = [line.removeprefix("  ") for line in _words(pilot, SourceText).splitlines()]
        await pilot.press("enter")

    [written] = host.results
    assert written is not None
    assert written.file == tmp_path / "crue-de-fevrier.md"
    assert str(written.file) in written.said
    assert "2 quotes of 2 sources" in written.said
    text = written.file.read_text(encoding="utf-8")
    assert "The Odet rose by 80 cm" in text
    assert text.splitlines() == shown[: len(text.splitlines())]


async def test_the_first_picture_is_set_in_the_width_it_is_painted_in(
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The screen may paint the text before the pane is told its size: words, not a letter a row."""
    monkeypatch.setattr(PagedPane, "on_resize", lambda _pane: None)
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(80, 24)) as pilot:
        assert "The Odet rose by 80 cm" in _words(pilot, SourceText)


async def test_the_bar_stands_where_the_keys_go(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """While the name is typed no choice has a bar; among the choices one has."""
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(100, 30)) as pilot:
        choices = pilot.app.screen.query_one(ChoicePane)
        typing = [choices.render_line(y).text[:1] for y in range(4)]
        choices.focus()
        await pilot.pause()

        assert typing == [" "] * 4
        assert [choices.render_line(y).text[:1] for y in range(4)] == ["▌", " ", " ", " "]


async def test_the_arrows_lead_from_the_name_to_the_choices_and_back(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """Up from the name is the last choice, down from that the name; a bar stands where one is."""
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(100, 30)) as pilot:
        named = rows_of(pilot.app)
        await pilot.press("up")
        await pilot.pause()
        chosen = rows_of(pilot.app)
        await pilot.press("up", "down", "down")
        await pilot.pause()
        again = rows_of(pilot.app)

    assert [row[:1] for row in named[2:7]] == [" ", " ", " ", " ", "▌"]
    assert [row[:1] for row in chosen[2:7]] == [" ", " ", " ", "▌", " "]
    assert again == named


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((120, 40), ["choices", "name of the file", "text", "rendered"]),
        ((60, 20), ["choices", "name of the file", "text"]),
        ((60, 7), ["choices", "name of the file"]),
    ],
)
async def test_tab_is_told_by_what_it_leads_to(
    size: tuple[int, int],
    said: list[str],
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
) -> None:
    """The text rendered is passed where it stands beside, the text where it stands at all."""
    screen = ExportScreen(dossier, clippings, folder=tmp_path)
    async with Host(screen).run_test(size=size) as pilot:
        told = []
        for _ in said:
            await pilot.press("tab")
            told.append(_words(pilot, HintLine).split("Tab ")[1].split("  ")[0])

    assert sorted(told) == sorted(said)


async def test_a_file_is_replaced_only_when_asked_twice(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """A file that stands there is told of; typing forgets the question; Enter twice writes."""
    there = tmp_path / "crue-de-fevrier.md"
    there.write_text("mine")
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        assert "exists" in _words(pilot, HintLine)
        await pilot.press("x", "backspace", "enter")
        assert (there.read_text(), host.results) == ("mine", [])
        await pilot.press("enter")

    assert len(host.results) == 1
    assert "The Odet" in there.read_text(encoding="utf-8")


async def test_the_choices_change_what_is_written(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """Grouping and what leaves are chosen by Enter on their row, and shown at once."""
    topic = dossier.topics[1]
    host: Host[Written | None] = Host(
        ExportScreen(
            dossier,
            clippings,
            folder=tmp_path,
            topic=topic,
            settings=Settings(export_group="source"),
        )
    )
    async with host.run_test(size=(200, 60)) as pilot:
        by_source = _words(pilot, SourceText)
        await pilot.press("shift+tab", "enter")
        topic_alone = _words(pilot, SourceText)
        await pilot.press("j", "enter")

        choices = pilot.app.screen.query_one(ChoicePane).choices
        assert [choice.answer for choice in choices] == ["topic", "tag", "markdown", "named"]
    assert "barrages sur la Penfeld" in by_source
    assert "Quimper wakes to water" in by_source
    assert "barrages sur la Penfeld" not in topic_alone
    assert "Huit écoles" in topic_alone


async def test_a_click_on_a_mark_takes_the_answer_it_points_to(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """Elsewhere in its row it selects the question and changes nothing."""
    host = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(80, 24)) as pilot:
        pane = pilot.app.screen.query_one(ChoicePane)

        async def click(words: str) -> str:
            x = rows_of(pilot.app)[pane.region.y + 2].index(words)
            await pilot.click(ChoicePane, offset=(x - pane.region.x, 2))
            return pane.choices[2].answer

        assert await click("Markdown") == "markdown"
        assert pane.selected == 2
        after = await click("›")
        assert after != "markdown"
        assert await click("‹") == "markdown"


async def test_the_arrows_take_the_answers_they_point_to(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """Right takes the next answer, left the one before; the keys stay with the choices."""
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("shift+tab", "j", "j")
        pane = pilot.app.screen.query_one(ChoicePane)
        answers = []
        for key in ("right", "right", "left", "left", "left"):
            await pilot.press(key)
            answers.append(pane.choices[2].at)

        assert answers == [1, 2, 1, 0, len(FORMS) - 1]
        assert pane.has_focus


async def test_another_form_has_another_ending_and_its_second_file(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """The proposed name ends as the form does; Pandoc's references stand beside it."""
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("shift+tab", "j", "j", "enter", "enter")
        assert pilot.app.screen.query_one(TypeLine).value == "crue-de-fevrier.html"
        assert "<html" in _words(pilot, SourceText)
        await pilot.press(*["enter"] * (len(FORMS) - 1))
        await pilot.press("tab", "enter")

    assert sorted(f.name for f in tmp_path.iterdir()) == ["crue-de-fevrier.md", "references.json"]


async def test_without_clippings_the_topics_leave(dossier: Dossier, tmp_path: Path) -> None:
    """With nothing clipped the topics are proposed, with every extract."""
    host: Host[Written | None] = Host(ExportScreen(dossier, (), folder=tmp_path))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")

    [written] = host.results
    assert written is not None
    assert "5 quotes of 2 sources" in written.said


@pytest.mark.parametrize(
    ("name", "word"), [("", "name"), ("no/such/folder.md", "folder"), (".", "is a folder")]
)
async def test_a_wrong_name_is_told_and_nothing_is_written(
    name: str, word: str, dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """An empty name, a missing folder and a folder's name each get a sentence."""
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(160, 30)) as pilot:
        pilot.app.screen.query_one(TypeLine).value = name
        await pilot.pause()
        await pilot.press("enter")

        assert word in _words(pilot, HintLine)
        assert host.results == []
    assert list(tmp_path.iterdir()) == []


async def test_an_export_does_not_become_an_article_in_silence(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """Proposed beside the dossier's folder, never in it; a name inside has to be given twice."""
    folder = tmp_path / "articles"
    folder.mkdir()
    within = replace(dossier, folder=folder)
    host: Host[Written | None] = Host(ExportScreen(within, clippings, folder=folder))
    async with host.run_test(size=(160, 30)) as pilot:
        pilot.app.screen.query_one(TypeLine).value = "articles/kept.md"
        await pilot.pause()
        await pilot.press("enter")
        assert list(folder.iterdir()) == []
        assert "article" in _words(pilot, HintLine)
        await pilot.press("enter")

    assert [file.name for file in folder.iterdir()] == ["kept.md"]


async def test_an_article_is_never_replaced(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """However often it is given, its name is refused; an older export in there is asked about."""
    folder = tmp_path / "articles"
    folder.mkdir()
    article, older = folder / "brest.txt", folder / "kept.md"
    article.write_text(dossier.article("brest.txt").text, encoding="utf-8")
    cited = "older, § 1, brest.txt"
    older.write_text(cited)
    within = replace(dossier, folder=folder)
    host: Host[Written | None] = Host(ExportScreen(within, clippings, folder=folder))
    async with host.run_test(size=(160, 30)) as pilot:
        told = []
        for name in ("articles/brest.txt", "articles/kept.md"):
            pilot.app.screen.query_one(TypeLine).value = name
            await pilot.pause()
            for _ in range(2):
                await pilot.press("enter")
                told.append(_words(pilot, HintLine))
        assert host.results == []
        assert older.read_text() == cited
        await pilot.press("enter")

    assert article.read_text(encoding="utf-8") == dossier.article("brest.txt").text
    assert "brest.txt is an article of this dossier" in told[0]
    assert told[1] == told[0]
    assert "would be read as an article" in told[2]
    assert "kept.md exists" in told[3]
    assert len(host.results) == 1
    assert older.read_text() != cited


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (("references.json",), "references.json exists; Enter again replaces it."),
        (("a.md",), "a.md exists; Enter again replaces it."),
        (
            ("a.md", "references.json"),
            "a.md exists, and references.json too; Enter again replaces both.",
        ),
    ],
)
async def test_the_file_that_is_there_is_the_one_that_is_told(
    there: tuple[str, ...],
    said: str,
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
) -> None:
    """Of a form with two files; what Enter replaces then is what was told, and no more."""
    for name in there:
        (tmp_path / name).write_text("mine")
    screen = ExportScreen(
        dossier, clippings, folder=tmp_path, settings=Settings(export_form="pandoc")
    )
    host: Host[Written | None] = Host(screen)
    async with host.run_test(size=(160, 30)) as pilot:
        pilot.app.screen.query_one(TypeLine).value = "a.md"
        await pilot.pause()
        await pilot.press("enter")
        told = _words(pilot, HintLine)
        assert [(tmp_path / name).read_text() for name in there] == ["mine"] * len(there)
        await pilot.press("enter")

    assert said in told
    assert len(host.results) == 1
    assert "mine" not in [file.read_text() for file in tmp_path.iterdir()]


async def test_an_answer_to_one_form_is_none_to_another(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """Asked about the text, then told to write references as well: those are asked about."""
    text, references = tmp_path / "crue-de-fevrier.md", tmp_path / "references.json"
    for file in (text, references):
        file.write_text("mine")
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "shift+tab", "j", "j", "enter", "tab", "enter")
        told = _words(pilot, HintLine)

    assert "references.json" in told
    assert (text.read_text(), references.read_text()) == ("mine", "mine")
    assert host.results == []


async def test_a_file_that_appears_meanwhile_is_asked_about_once(
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is told by its own name, and the Enter that follows replaces it."""
    references = tmp_path / "references.json"
    write = FORMS[1].write

    def meanwhile(document: Document) -> str:
        if not references.exists():
            references.write_text("mine")
        return write(document)

    monkeypatch.setattr(export_choices, "FORMS", (replace(FORMS[1], write=meanwhile), *FORMS[2:]))
    screen = ExportScreen(dossier, clippings, folder=tmp_path)
    host: Host[Written | None] = Host(screen)
    async with host.run_test(size=(160, 30)) as pilot:
        references.unlink(missing_ok=True)
        await pilot.press("enter")
        told = _words(pilot, HintLine)
        assert references.read_text() == "mine"
        await pilot.press("enter")

    assert "references.json exists" in told
    assert len(host.results) == 1
    assert references.read_text() != "mine"


@pytest.mark.parametrize("name", ["~nobody-of-that-name/x.md", "x" * 300 + ".md"])
async def test_a_name_that_cannot_be_is_told(
    name: str, dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """The home of nobody, or more letters than a name may have: the screen stays."""
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(600, 30)) as pilot:
        pilot.app.screen.query_one(TypeLine).value = name
        await pilot.pause()
        await pilot.press("enter")

        assert "was not written" in _words(pilot, HintLine)
    assert host.results == []
    assert list(tmp_path.iterdir()) == []


async def test_the_text_can_be_copied_instead(
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Key y in the text copies all of it, and says what took it."""
    taken: list[str] = []
    monkeypatch.setattr(export, "copy", lambda text, terminal: _take(taken, text, terminal))
    async with Host(ExportScreen(dossier, clippings, folder=tmp_path)).run_test() as pilot:
        await pilot.press("tab", "y")

        assert "by hand" in _words(pilot, HintLine)
    assert "The Odet rose by 80 cm" in taken[0]


def _take(taken: list[str], text: str, terminal: object) -> object:
    from tui.clipboard import Copied

    assert callable(terminal)
    taken.append(text)
    return Copied("hand", "Copied by hand.")


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (60, 20), (40, 12), (20, 5), (1, 1)])
async def test_any_size_shows_whole_lines(
    size: tuple[int, int], dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """At every size each line has its pane's width, and the last line can be reached."""
    long = replace(clippings[0], note="word " * 3000 + "\x1b[2J" + "é" * 4000)
    async with Host(ExportScreen(dossier, (long,), folder=tmp_path)).run_test(size=size) as pilot:
        await pilot.press("tab", "G", "k", "space", "g", "tab")
        for pane in (
            pilot.app.screen.query_one(SourceText),
            pilot.app.screen.query_one(ChoicePane),
        ):
            for y in range(pane.size.height):
                assert pane.render_line(y).cell_length == pane.size.width
                assert "\x1b" not in pane.render_line(y).text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_text_stands_rendered_beside_its_source(
    size: tuple[int, int], dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """On the left as it is written, on the right as it reads; what is no Markdown stands alone."""
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=size) as pilot:
        rendered = pilot.app.screen.query_one(RenderedText)
        source = _words(pilot, SourceText)
        reads = "\n".join(rendered.render_line(y).text for y in range(rendered.size.height))
        await pilot.press("shift+tab", "j", "j", "enter")
        await pilot.press("enter")
        await pilot.pause()
        alone = not rendered.display

    assert "# Crue de février" in source
    assert "> Les équipes" in source
    assert "# Crue" not in reads
    assert "Crue de février" in reads
    assert "▎ Les équipes" in reads
    assert alone


async def test_what_is_found_leaves_when_it_is_looked_for(dossier: Dossier, tmp_path: Path) -> None:
    """The passages of the places given, each once, and they are proposed before the topics."""
    quimper = dossier.articles[1]
    at = quimper.text.index("Claire")
    found = [("quimper.txt", Span(at, at + 6)), ("quimper.txt", Span(at + 7, at + 9))]
    host: Host[Written | None] = Host(ExportScreen(dossier, (), folder=tmp_path, found=found))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")

    [written] = host.results
    assert written is not None
    assert "1 quote of 1 source" in written.said
    assert "forty volunteers" in written.file.read_text(encoding="utf-8")


async def test_a_template_of_ones_own_is_among_the_forms(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path
) -> None:
    """It writes what it says; a wrong one is told with its line, and nothing is written."""
    template = tmp_path / "export.md.jinja"
    template.write_text("Mine: {{ document_title }}, {{ sources | length }}\n", encoding="utf-8")
    screen = ExportScreen(
        dossier,
        clippings,
        folder=tmp_path,
        template=template,
        settings=Settings(export_form="template", export_group="time"),
    )
    host: Host[Written | None] = Host(screen)
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
    template.write_text("{{ nothing }}", encoding="utf-8")
    wrong: Host[Written | None] = Host(
        ExportScreen(
            dossier,
            clippings,
            folder=tmp_path,
            template=template,
            settings=Settings(export_form="template"),
        )
    )
    async with wrong.run_test(size=(120, 40)) as pilot:
        assert "export.md.jinja, line 1" in _words(pilot, SourceText)
        await pilot.press(*"x.md", "enter")

    [written] = host.results
    assert written is not None
    assert (written.group, written.form) == ("time", "template")
    assert written.file.read_text(encoding="utf-8") == "Mine: Crue de février, 2\n"
    assert wrong.results == []
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".jinja", ".md"]


async def test_the_last_choices_are_proposed_again(
    make_app: MakeApp, flood: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Grouping, form and folder are those of the last export that was written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("x")
        await pilot.pause()
        await pilot.press(
            *("shift+tab", "j", "enter", "j", "enter", "j", "enter"),
            *("tab", "home", *"there/", "enter"),
        )
        await pilot.pause()
        settings = app.settings
        await pilot.press("x")
        await pilot.pause()
        choices = pilot.app.screen.query_one(ChoicePane).choices
        answers = [choice.answer for choice in choices]
        await pilot.press("enter")
        assert "exists" in _words(pilot, HintLine)

    assert (settings.export_group, settings.export_form) == ("source", "pandoc")
    assert settings.export_folder == str((tmp_path / "there").resolve())
    assert answers[1:] == ["source", "pandoc", "left out"]


async def test_where_it_is_written_is_shown_when_it_is_elsewhere(
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not the folder one is in; ~ stands for home; of a long one the end; a typed one's not."""
    deep = tmp_path / "home" / ("press cuttings " * 5).strip() / "[red]" / "flood"
    deep.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    shown = []
    for folder in (tmp_path, tmp_path / "home", deep.parents[1], deep):
        host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=folder))
        async with host.run_test(size=(80, 30)) as pilot:
            to = pilot.app.screen.query_one("#to", Static)
            shown.append(to.render_line(0).text.strip())
            await pilot.press("home", "slash")
            await pilot.pause()
            typed = to.render_line(0).text.strip()

        assert typed == "To"
    assert shown[:2] == ["To", "To ~/"]
    assert shown[2].startswith("To …")
    assert shown[2].endswith("press cuttings/")
    assert shown[3].endswith("/[red]/flood/")


async def test_a_long_export_is_the_same_written_meanwhile(
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of much, the first is shown, said to be the first; the file has all of it."""
    whole = ExportScreen(dossier, clippings, folder=tmp_path).document()
    monkeypatch.setattr(export, "_MANY_ARTICLES", 0)
    monkeypatch.setattr(outgoing, "_SHOWN", 1)
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(340, 60)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shown = _words(pilot, SourceText)
        title = pilot.app.screen.query_one(TitleLine).render_line(0).text
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()

    [written] = host.results
    assert written is not None
    assert written.file.read_text(encoding="utf-8") == FORMS[0].write(whole)
    assert len([line for line in shown.splitlines() if line.startswith("  — ")]) == 1
    assert "the first 1; the file has all 2" in shown
    assert "2 quotes" in title


async def test_speakers_of_what_is_not_shown_wait_until_it_is_written(
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A preview asks who speaks in the articles it shows, and in no other."""
    asked: list[str] = []
    monkeypatch.setattr(outgoing, "_SHOWN", 1)

    def quotes_of(_: Speakers, file: str) -> tuple[Quote, ...]:
        asked.append(file)
        return ()

    monkeypatch.setattr(Speakers, "quotes_of", quotes_of)
    host: Host[Written | None] = Host(
        ExportScreen(
            analyse(dossier), clippings, folder=tmp_path, settings=Settings(export_group="source")
        )
    )
    async with host.run_test(size=(120, 40)) as pilot:
        previewed = list(asked)
        await pilot.press("enter")

    assert len(previewed) == 1
    assert {*asked} == {clipping.file for clipping in clippings}


@pytest.mark.parametrize("form", FORMS[:2], ids=lambda form: form.name)
async def test_escape_stops_what_is_being_written(
    form: Form,
    dossier: Dossier,
    clippings: tuple[Clipping, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was begun leaves no file, and the screen stays; Escape again leaves it."""
    begun, may_go_on = Event(), Event()

    def pieces(document: Document) -> Iterator[str]:
        yield document.title
        begun.set()
        may_go_on.wait()
        yield "the rest"

    monkeypatch.setattr(export, "_MANY_ARTICLES", 0)
    monkeypatch.setattr(export_choices, "FORMS", (replace(form, pieces=pieces),))
    host: Host[Written | None] = Host(ExportScreen(dossier, clippings, folder=tmp_path))
    async with host.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await asyncio.to_thread(begun.wait)
        await pilot.press("escape")
        told = _words(pilot, HintLine)
        stays = isinstance(pilot.app.screen, ExportScreen)
        may_go_on.set()
        await pilot.press("escape")
    await asyncio.get_running_loop().shutdown_default_executor()  # what was begun ends

    assert "not written" in told
    assert stays
    assert host.results == [None]
    assert list(tmp_path.iterdir()) == []


def test_the_first_of_a_document_are_its_first() -> None:
    """Cut anywhere, a document begins as it did; cut behind its end, it is the same."""
    article = Article("a.txt", "The river rose.")
    quotes = [Quotation(article, (Span(n, n + 1),)) for n in range(6)]
    sections = (Section("a", tuple(quotes[:2])), Section("b", tuple(quotes[2:])))
    document = Document("Flood", "en", sections)

    for most in range(6):
        assert list(first_of(document, most).quotations) == quotes[:most]
    assert first_of(document, 6) is document


async def test_all_hits_leave_when_the_first_alone_are_shown(
    make_app: MakeApp,
) -> None:
    """Where a search goes on, or stopped counting, what leaves is looked for to its end."""
    text = b"The river\n\nThe river rose by a metre.\n\nThe bridge is closed.\n"
    read = [read_article(name, text).articles[0] for name in ("a.txt", "b.txt")]
    dossier = Dossier("Flood", tuple(read), language="en")
    app = make_app(dossier)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        every = search(dossier.articles, "the")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        screen.guide.hits.found(Found("the", every[:1], whole=False), Place(None, None))
        await pilot.press("x")
        await pilot.pause()
        exporting = app.screen
        assert isinstance(exporting, ExportScreen)
        quoted = exporting.document().quotations

    passages = {(hit.file, hit.passage) for hit in every if hit.passage is not None}
    assert len(passages) > 1
    assert {(q.article.file, *q.passages) for q in quoted} == passages


async def test_nothing_is_not_written(dossier: Dossier, tmp_path: Path) -> None:
    """Without a clipping or a topic there is no file, and it is said why."""
    bare = replace(dossier, topics=())
    host: Host[Written | None] = Host(ExportScreen(bare, (), folder=tmp_path))
    async with host.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        said = _words(pilot, HintLine)

    assert "There is nothing to export" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [(20, 5), (24, 6), (80, 8)])
async def test_a_low_screen_shows_what_is_written_and_how(
    dossier: Dossier, clippings: tuple[Clipping, ...], tmp_path: Path, size: tuple[int, int]
) -> None:
    """The choices stand above the name, and ↑ leads to what is seen."""
    async with Host(ExportScreen(dossier, clippings, folder=tmp_path)).run_test(size=size) as pilot:
        await pilot.pause()
        rows = rows_of(pilot.app)
        await pilot.press("up")

        assert [row[1:3] for row in rows[:4]] == ["Wh", "Gr", "As", "Sp"]
        assert rows[-1 if size[1] < 7 else -2].startswith("▌To")
        assert pilot.app.focused is pilot.app.screen.query_one(ChoicePane)
        assert pilot.app.screen.query_one(ChoicePane).region.height >= 4


def test_where_the_current_folder_is_gone_it_is_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the last one, where it is there still."""

    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)

    assert folder_proposed(str(tmp_path)) == tmp_path
    assert folder_proposed(str(tmp_path / "away")) == Path.home()
