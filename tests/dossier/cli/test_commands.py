"""The sub-commands, called as the program calls them."""

import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from dossier.cli import COMMANDS, main, paths_to_read
from dossier.cli.arguments import command_parser
from dossier.cli.misuse import Misuse
from dossier.cli.output import neutral
from dossier.cli.taking import topic_named
from dossier.clippings import clip, store_of
from dossier.dossier import analyse, open_dossier
from dossier.spans import Span
from dossier.topics import Topic

FLOOD = """La rivière déborde et coupe deux routes

Par Jeanne Martin

La rivière est sortie de son lit mardi à Lyon, a dit Anne Le Goff. Deux routes sont coupées.

Le pont sera fermé jusqu'en juin. Les travaux coûteront 3 millions d'euros, dit la mairie de Lyon.
"""
BRIDGE = """Le pont de Lyon restera fermé

La mairie de Lyon a voté mercredi la fermeture du pont. Anne Le Goff a pris acte du vote.

Nul n'est blessé. La rivière baisse depuis jeudi, selon la préfète.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles, and somewhere to keep clippings."""
    monkeypatch.setenv("DOSSIER_DATA_DIR", str(tmp_path / "kept"))
    crue = tmp_path / "crue"
    crue.mkdir()
    (crue / "a.txt").write_text(FLOOD, encoding="utf-8")
    (crue / "b.txt").write_text(BRIDGE, encoding="utf-8")
    return crue


def printed(capsys: pytest.CaptureFixture[str], *argv: str | Path) -> str:
    """What a command that succeeds prints."""
    status = main([str(word) for word in argv])
    out, err = capsys.readouterr()
    assert status == 0, err
    return out


@pytest.mark.parametrize(
    ("argv", "paths"),
    [
        ([], [Path()]),
        (["seeds"], [Path("seeds")]),
        (["a.txt", "b.txt"], [Path("a.txt"), Path("b.txt")]),
        (["-"], [Path("-")]),
        (["read", "export"], [Path("export")]),
        (["read"], [Path()]),
        (["--", "-x"], [Path("-x")]),
        (["export", "seeds"], None),
        (["--help"], None),
        (["read", "--help"], None),
    ],
)
def test_what_is_read_and_what_is_a_sub_command(argv: list[str], paths: list[Path] | None) -> None:
    """Anything that is neither a command nor an option is a path to read."""
    assert paths_to_read(argv) == paths


def test_show_gives_every_article_with_its_blocks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The JSON has what the contract says, and offsets that lead to the words."""
    shown = json.loads(printed(capsys, "show", folder, "--json"))

    assert (shown["title"], shown["language"], shown["problems"]) == ("crue", "fr", [])
    article = shown["articles"][0]
    assert (article["file"], article["text"]) == ("a.txt", FLOOD)
    assert (article["byline"], article["outlet"], article["published"]) == (
        "Jeanne Martin",
        None,
        None,
    )
    headline = next(block for block in article["blocks"] if block["kind"] == "headline")
    assert FLOOD[headline["start"] : headline["end"]] == article["title"] == FLOOD.split("\n")[0]


def test_the_articles_can_be_read_from_first_to_last(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A block a line, each passage with its number, and every word of it."""
    lines = printed(capsys, "show", "--plain", folder).split("\n")

    assert lines[0] == "Article 1 of 2"
    assert "§ 1. " + FLOOD.split("\n")[4] in lines
    assert "§ 2. " + FLOOD.split("\n")[6] in lines
    assert "Article 2 of 2" in lines


def test_entities_and_topics_give_places_in_the_articles(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every mention and extract leads to words; every passage is in a topic."""
    texts = {"a.txt": FLOOD, "b.txt": BRIDGE}
    entities = json.loads(printed(capsys, "entities", folder, "--json"))["entities"]
    topics = json.loads(printed(capsys, "topics", folder, "--json"))["topics"]

    anne = next(entity for entity in entities if entity["name"] == "Anne Le Goff")
    assert anne["kind"] == "person"
    assert {texts[m["file"]][m["start"] : m["end"]] for m in anne["mentions"]} == {"Anne Le Goff"}
    extracts = [extract for topic in topics for extract in topic["extracts"]]
    assert all(texts[e["file"]][e["start"] : e["end"]].strip() for e in extracts)
    assert {e["file"] for e in extracts} == {"a.txt", "b.txt"}
    assert all("value" not in entity for entity in entities if entity["kind"] == "person")


def test_a_figure_is_listed_with_the_words_that_bound_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mention that no word bounds has no such key."""
    text = FLOOD.replace("coûteront 3 millions", "coûteront près de 3 millions")
    (folder / "a.txt").write_text(text, encoding="utf-8")

    entities = json.loads(printed(capsys, "entities", folder, "--json"))["entities"]

    bounds = {entity["name"]: [m.get("bound") for m in entity["mentions"]] for entity in entities}
    assert bounds["3 millions d'euros"] == ["près de"]
    assert all("bound" not in m for e in entities if e["kind"] == "person" for m in e["mentions"])


def test_what_stands_behind_two_dashes_is_no_option(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file whose name begins with a dash, with options and other paths before it, or none."""
    (folder / "-x.txt").write_text(BRIDGE, encoding="utf-8")
    monkeypatch.chdir(folder)

    for argv, files in (
        (["--json", "--", "-x.txt"], ["-x.txt"]),
        (["a.txt", "--json", "--", "-x.txt", "b.txt"], ["a.txt", "-x.txt", "b.txt"]),
        (["a.txt", "--json", "--"], ["a.txt"]),
    ):
        shown = json.loads(printed(capsys, "show", *argv))
        assert {article["file"] for article in shown["articles"]} == set(files)
    found = json.loads(printed(capsys, "search", "--json", "--", "rivière", "-x.txt"))["hits"]
    assert {hit["file"] for hit in found} == {"-x.txt"}


def test_search_that_finds_nothing_says_so_by_its_exit_status(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a script asks it: 1, with JSON that is whole."""
    status = main(["search", "zzz", "--json", str(folder)])

    assert status == 1
    assert json.loads(capsys.readouterr().out) == {"hits": []}


def test_search_finds_words_and_says_where(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hit has its line; the text shows the words around it."""
    hits = json.loads(printed(capsys, "search", "ferme -vote", "--json", folder))["hits"]

    assert [(hit["file"], hit["line"]) for hit in hits] == [("a.txt", 7), ("b.txt", 1)]
    assert FLOOD[hits[0]["start"] : hits[0]["end"]] == "fermé"[:5]
    assert all("fermé" in hit["text"] and hit["text"] in FLOOD + BRIDGE for hit in hits)
    assert printed(capsys, "search", "blesse", folder).startswith("b.txt:5: Nul n'est blessé.")


def test_search_finds_a_name_in_another_spelling_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same whether the folder was indexed or not; nothing is said where it stands as typed."""
    (folder / "a.txt").write_text("L'accord\n\nUn accord se dessine à Kiev.\n", encoding="utf-8")
    (folder / "b.txt").write_text("La suite\n\nOn reprend mardi à Kyiv.\n", encoding="utf-8")
    before = printed(capsys, "search", "kyiv", folder)
    hits = json.loads(printed(capsys, "search", "kyiv", "--json", folder))["hits"]
    printed(capsys, "index", folder)

    assert [hit["as"] for hit in hits] == ["Kiev", None]
    assert before.splitlines() == [
        "a.txt:3: Un accord se dessine à Kiev. [as Kiev]",
        "b.txt:3: On reprend mardi à Kyiv.",
    ]
    assert printed(capsys, "search", "kyiv", folder) == before


@pytest.mark.parametrize(
    "command", ["show", "topics", "entities", "compare", "quotes", "check", "clippings"]
)
def test_every_listing_is_readable_text_too(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without ``--json`` the same is said in lines of text."""
    out = printed(capsys, command, folder)

    assert not out.startswith("{")
    assert "\x1b" not in out


def test_check_says_what_was_assumed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the text does not say is said, and where the folder's own file is wrong."""
    (folder / "dossier.toml").write_text("[dossier]\ntitle = 3\n", "utf-8")

    checked = json.loads(printed(capsys, "check", folder, "--json"))

    assert checked["problems"][0]["file"] == "dossier.toml"
    assert {"file": "a.txt", "message": "no outlet, date or url"} in checked["assumed"]
    assert "dossier.toml: Line 2: 'title'" in printed(capsys, "check", folder)


def test_check_says_which_topics_hold_no_more(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A topic by hand that stands empty is a problem, though it can be read; and counted."""
    table = "[[topic]]\ntitle = 'La neige'\nterms = ['neige']\nwith = ['gone.txt#p1']\n"
    (folder / "dossier.toml").write_text(table, "utf-8")
    said = printed(capsys, "check", folder)

    assert "dossier.toml: The topic “La neige” stands empty: no sentence has its terms." in said
    assert "speaks of gone.txt#p1, and there is no such file." in said
    assert "2 articles read, 2 problems." in said
    main(["topics", str(folder)])
    assert "2 problems in crue; `dossier check` says which." in capsys.readouterr().err


def test_clippings_are_listed_with_where_they_stand_today(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Held, then moved when the article was edited, with what the contract says."""
    at = FLOOD.index("Deux routes")
    article = open_dossier([folder]).article("a.txt")
    kept = clip(article, Span(at, at + 26), created="2026-03-01T08:00:00+00:00", note="vu")
    store_of(folder).add(kept)

    (shape,) = json.loads(printed(capsys, "clippings", folder, "--json"))["clippings"]
    assert (shape["start"], shape["note"], shape["state"]) == (at, "vu", "held")
    (folder / "a.txt").write_text("Mis à jour à 18 h\n\n" + FLOOD, encoding="utf-8")
    (shape,) = json.loads(printed(capsys, "clippings", folder, "--json"))["clippings"]

    assert (shape["start"], shape["state"]) == (at + 19, "moved")
    assert shape["exact"] == "Deux routes sont coupées."[:26]
    assert json.loads(printed(capsys, "clippings", folder / "b.txt", "--json"))["clippings"] == []


@pytest.mark.parametrize("left", [b"", b"\x7fELF\x00\x01", None])
def test_a_clipping_of_what_is_no_article_any_more_is_lost_and_shown(
    left: bytes | None, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its file emptied, a program, or a folder; a file that was not opened is left alone."""
    article = open_dossier([folder]).article("a.txt")
    store_of(folder).add(clip(article, Span(0, 9), created="2026-03-01T08:00:00+00:00"))
    alone = json.loads(printed(capsys, "clippings", folder / "b.txt", "--json"))["clippings"]
    if left is None:
        (folder / "a.txt").unlink()
        (folder / "a.txt").mkdir()
    else:
        (folder / "a.txt").write_bytes(left)

    (shape,) = json.loads(printed(capsys, "clippings", folder, "--json"))["clippings"]

    assert (alone, shape["state"]) == ([], "lost")
    assert shape["exact"] == FLOOD[:9]


@pytest.mark.parametrize("form", ["json", "annotations", "markdown"])
def test_clippings_move_to_another_machine(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written there is kept here, once, whichever of the forms it came in."""
    at = FLOOD.index("Deux routes")
    article = open_dossier([folder]).article("a.txt")
    kept = clip(article, Span(at, at + 25), created="2026-03-01T08:00:00+00:00", note="vu")
    store_of(folder).add(kept)
    moved = folder.parent / "moved"
    if form == "json":
        moved.write_text(printed(capsys, "clippings", folder, "--json"), "utf-8")
    else:
        printed(capsys, "export", folder, "--clippings", "--form", form, "-o", moved)
    monkeypatch.setenv("DOSSIER_DATA_DIR", str(folder.parent / "elsewhere"))
    for _ in range(2):
        out = printed(capsys, "clippings", folder, "--import", moved, "--json")

    (shape,) = json.loads(out)["clippings"]
    assert (shape["start"], shape["exact"], shape["note"]) == (at, kept.exact, "vu")
    assert shape["state"] == "held"


@pytest.mark.parametrize(("kept", "told", "status"), [("", "vu", 0), ("lu", "lu", 1)])
def test_a_note_taken_in_is_put_to_what_is_kept_without_one(
    folder: Path, capsys: pytest.CaptureFixture[str], kept: str, told: str, status: int
) -> None:
    """Where both have one, what is kept stays, and that is said."""
    at = FLOOD.index("Deux routes")
    article = open_dossier([folder]).article("a.txt")
    mark = clip(article, Span(at, at + 25), created="2026-03-01T08:00:00+00:00", note="vu")
    store_of(folder).add(mark)
    moved = folder.parent / "moved"
    moved.write_text(printed(capsys, "clippings", folder, "--json"), "utf-8")
    store_of(folder).replace(replace(mark, note=kept))

    assert main(["clippings", str(folder), "--import", str(moved)]) == status
    assert [one.note for one in store_of(folder).load()] == [told]
    said = capsys.readouterr().err
    assert ("another note is kept" in said) is (status == 1)
    assert ("1 note put to what is kept" in said) is (status == 0)


@pytest.mark.parametrize(
    ("kept", "told", "said", "status"),
    [
        ((), ("pont", "crue"), "tags put to 1 clipping.", 0),
        (("crue", "pont", "lu"), ("crue", "pont", "lu"), "0 clippings taken in", 0),
        (("crue",), ("crue",), "other tags are kept on “Deux routes sont coupées.”, not #pont.", 1),
    ],
)
def test_tags_taken_in_are_put_to_what_is_kept_without_any(  # noqa: PLR0913, RUF100 - what pytest gives
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    kept: tuple[str, ...],
    told: tuple[str, ...],
    said: str,
    status: int,
) -> None:
    """Where both have some, those that are kept stay, and what is left of the file's is said."""
    at = FLOOD.index("Deux routes")
    article = open_dossier([folder]).article("a.txt")
    created, tags = "2026-03-01T08:00:00+00:00", ("pont", "crue")
    mark = clip(article, Span(at, at + 25), created=created, tags=tags)
    store_of(folder).add(mark)
    moved = folder.parent / "moved"
    moved.write_text(printed(capsys, "clippings", folder, "--json"), "utf-8")
    store_of(folder).replace(replace(mark, tags=kept))

    assert main(["clippings", str(folder), "--import", str(moved)]) == status
    assert [one.tags for one in store_of(folder).load()] == [told]
    assert said in capsys.readouterr().err


def test_what_cannot_be_taken_in_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence for each clipping that is not understood; the others are kept."""
    moved = folder.parent / "moved"
    moved.write_text('{"clippings": [{"file": "a.txt"}, 3]}', "utf-8")

    assert main(["clippings", str(folder), "--import", str(moved)]) == 1
    err = capsys.readouterr().err
    assert "Clipping 1 is not understood" in err
    assert "Clipping 2 is not understood" in err
    assert "0 clippings taken in" in err


def test_an_export_is_verified(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What we exported holds; a word changed by hand is told, and the status says so."""
    export = folder.parent / "x.md"
    printed(capsys, "export", folder, "-o", export)

    assert printed(capsys, "check", folder, "--export", export).endswith(" held.\n")
    export.write_text(export.read_text("utf-8").replace("Deux routes", "Trois routes"), "utf-8")
    assert main(["check", str(folder), "--export", str(export)]) == 1
    assert "is not word for word what is in a.txt, § 1" in capsys.readouterr().out


def test_a_quote_that_names_no_source_is_told_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is found, but it does not hold: nobody can follow it."""
    export = folder.parent / "x.md"
    export.write_text("> Deux routes sont coupées.\n\nVoilà.\n", "utf-8")

    assert main(["check", str(folder), "--export", str(export)]) == 1
    out = capsys.readouterr().out
    assert "» names no source; it stands in a.txt, § 1." in out
    assert out.endswith("1 quote: 0 held, 1 uncited.\n")


def test_what_has_no_quotes_is_not_verified(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An export in another form than Markdown is not said to hold."""
    export = folder.parent / "x.html"
    printed(capsys, "export", folder, "--form", "html", "-o", export)

    assert main(["check", str(folder), "--export", str(export)]) == 1
    assert "it takes an export in Markdown" in capsys.readouterr().err


def test_export_writes_what_the_sources_say(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Passages with an entity or words, or a topic's extracts, to a file or standard output."""
    out = printed(capsys, "export", folder, "--search", "blessé", "--entity", "Anne Le Goff")
    printed(capsys, "export", folder, "--topic", "1", "-o", tmp_path / "x.md")

    quotes = [t.content for t in MarkdownIt().parse(out) if t.type == "inline" and t.level == 2]
    assert len(quotes) == 3
    assert all(quote.strip() in FLOOD + BRIDGE for quote in quotes)
    assert (tmp_path / "x.md").read_text("utf-8").startswith("# crue\n\n## ")


def test_an_export_of_passages_does_not_sort_a_large_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that are not known are left out, in the head and on standard error, not worked out."""
    monkeypatch.setattr("dossier.cli.taking.LARGE", 1)
    monkeypatch.delattr("dossier.cli.listing.analyse")

    status = main(["export", str(folder), "--search", "blessé"])

    out, err = capsys.readouterr()
    assert status == 0
    assert "> Nul n'est blessé." in out
    assert out.splitlines()[2].startswith("*Qui parle n’est pas dit ici")
    assert "dossier index" in err


def test_a_file_is_not_written_over_unasked(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Without --force what is there stays."""
    there = tmp_path / "x.md"
    there.write_text("mine")

    assert main(["export", str(folder), "-o", str(there)]) == 2
    assert "--force" in capsys.readouterr().err
    assert there.read_text() == "mine"
    printed(capsys, "export", folder, "-o", there, "--force")
    assert there.read_text("utf-8").startswith("# crue")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["crue", "x.md"]


def test_a_topic_of_two_that_begin_so_is_asked_for_again(folder: Path) -> None:
    """Both are named; so are all, where none begins so."""
    topics = tuple(Topic(title, ()) for title in ("La crue", "La digue", "Le pont"))
    dossier = replace(analyse(open_dossier([folder])), topics=topics)

    with pytest.raises(Misuse, match=r"^Several topics of .*: La crue; La digue$"):
        topic_named(dossier, "la")
    with pytest.raises(Misuse, match=r"^There is no topic .*: La crue; La digue; Le pont$"):
        topic_named(dossier, "zzz")


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (["show", "nowhere"], 1, "nowhere"),
        (["show", "--jsno"], 2, "--jsno"),
        (["search"], 2, "WORDS"),
        (["search", "crue", "pluie"], 2, "The words come first"),
        (["search", "z" * 5000, "crue"], 1, "none of these articles"),
        (["search", "zzz", "crue"], 1, "“zzz” stands in none of these articles"),
        (["search", " ", "crue"], 2, "There are no words to look for."),
        (["export", "crue", "--topic", "astronomie"], 2, "astronomie"),
        (["export", "crue", "--entity", "Nobody"], 2, "Nobody"),
        (["export", "crue", "--form", "pdf"], 2, "pdf"),
        (["export", "crue", "--search", "zzz"], 1, "Nothing to export"),
        (["export", "crue", "--clippings"], 1, "nothing is clipped"),
        (["export", "crue", "-o", "none/x.md"], 1, "none"),
        (["serve", "--port", "abc"], 2, "abc is no port"),
        (["serve", "--port", "70000"], 2, "70000 is no port"),
        (["--nothing"], 2, "--nothing"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    argv: list[str],
    status: int,
    said: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One line that names the thing, on standard error; status 2 for misuse, 1 for failure."""
    monkeypatch.chdir(folder.parent)

    assert main(argv) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("dossier: ")
    assert said in err
    assert err.count("\n") == 1


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The help names each command, and each command has its own."""
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = capsys.readouterr().out

    for name, sentence in COMMANDS:
        assert f"  {name:<12} {sentence}" in listed
        with pytest.raises(SystemExit):
            main([name, "--help"])
        assert f"usage: dossier {name}" in capsys.readouterr().out


def test_no_argument_is_without_help() -> None:
    """Each command tells of each of its arguments, and what is taken if it is left out."""
    told = {name: [a.help for a in command_parser(name)._actions] for name, _ in COMMANDS}

    assert [name for name, helped in told.items() if not all(helped)] == []
    assert any("127.0.0.1, if left out" in (words or "") for words in told["serve"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_name_every_command_and_option(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The script offers what the parser takes, and the shell, where it is here, reads it."""
    script = printed(capsys, "completions", shell)

    assert all(name in script for name, _ in COMMANDS)
    assert all(
        word in script
        for word in ("lang", "version", "json", "group", "topic", "source", "time", "markdown")
    )
    if found := shutil.which(shell):
        assert subprocess.run([found, "-n"], input=script, text=True, check=True).returncode == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="it is asked")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("--", "--help --lang --version"),
        ("--lang ", "en fr"),
        ("--lang fr chec", "check"),
        ("--lang fr check --ex", "--export"),
        ("check --ex", "--export"),
    ],
)
def test_bash_offers_what_may_stand_before_a_command(
    typed: str, offered: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The language and the version, and behind them what is offered without."""
    words = ["dossier", *typed.split(" ")]
    asked = f"COMP_WORDS=({' '.join(word or repr('') for word in words)}); "
    asked += f'COMP_CWORD={len(words) - 1}; _dossier; echo "${{COMPREPLY[@]}}"'
    script = printed(capsys, "completions", "bash") + asked
    done = subprocess.run(["bash"], input=script, text=True, capture_output=True, check=True)

    assert done.stdout.strip() == offered


def test_zsh_offers_files_where_a_file_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """Every option that takes a file has its files offered."""
    asked = [
        action.option_strings[-1]
        for name, _ in COMMANDS
        for action in command_parser(name)._actions
        if action.option_strings and action.type is Path
    ]
    script = printed(capsys, "completions", "zsh")

    assert {"--template", "--import", "--export", "--output"} == set(asked)
    assert script.count(":_files'") == len(asked) + script.count("'*:path:_files'")


def test_standard_input_is_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A single - is the text on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FLOOD.encode())))

    assert json.loads(printed(capsys, "show", "-", "--json"))["articles"][0]["text"] == FLOOD


def test_a_closed_pipe_is_no_failure_to_speak_of(folder: Path) -> None:
    """When the next command in the pipe has read enough, nothing is said."""
    (folder / "c.txt").write_text("Un mot de plus sur la crue.\n\n" * 20000, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "dossier.cli", "show", "--json", str(folder)]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)

    assert done.stderr == b""


@pytest.mark.parametrize("argv", [["--help"], ["export"], ["export", "--form", "html"]])
def test_what_is_piped_is_whole_whatever_the_locale(folder: Path, argv: list[str]) -> None:
    """Neither a word of a quote nor the help is in escapes, or fails, where letters are lacking."""
    flood = folder / "a.txt"
    flood.write_text(FLOOD.replace("jusqu'en", "jusqu’en"), encoding="utf-8")
    folders = [] if "--help" in argv else [str(folder)]
    program = [sys.executable, "-m", "dossier.cli", *argv, *folders]
    printed = [
        subprocess.run(
            program, env={**os.environ, **poor}, capture_output=True, check=True
        ).stdout.decode("utf-8")
        for poor in ({"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "utf-8"})
    ]

    assert printed[0] == printed[1]
    assert ("…" if "--help" in argv else "jusqu’en") in printed[0]


def test_nothing_in_a_text_is_obeyed_by_a_terminal() -> None:
    """Escape sequences, bells and marks of direction are shown, not obeyed."""
    assert neutral("a\x1b[31mb\x07\x9b\u202e\tc\nd") == "a␛[31mb␇\ufffd\ufffd c\nd"


def test_of_other_letters_it_is_said_that_the_rules_know_no_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty list of names is no answer; the sentence stands apart from what is printed."""
    arabic = "قال المحافظ إن الجسر مغلق منذ الثلاثاء."
    (tmp_path / "a.txt").write_text(f"{arabic}\n\n{arabic} {arabic}\n", encoding="utf-8")

    assert main(["entities", str(tmp_path), "--json"]) == 0
    told = capsys.readouterr()

    assert json.loads(told.out)["entities"] == []
    assert told.err == "dossier: Only names in Latin letters are found in ar.\n"
