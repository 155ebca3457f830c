"""What is wrong in a file is told in the reader's language, all of it."""

import ast
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import dossier
import dossier.reading
import tui
from dossier.astray import astray
from dossier.clippings import ClippingStore
from dossier.decisions import apply_particulars, read_decisions
from dossier.decisions.reading import parse_decisions
from dossier.dossier import Dossier, decide
from dossier.problems import Problem
from dossier.reading import contents, read_article
from dossier.reading.binary import _SIGNATURES
from tests.flood import make_flood
from tests.looking import text_of
from tests.tui.conftest import MakeApp
from tui.app import DossierApp
from tui.commands import COMMANDS
from tui.keymap import load_keymap, read_keymap
from tui.problems import PROBLEMS, problem_told
from tui.settings import load_settings
from tui.telling import wrong_told
from tui.theming import load_theme, read_theme, weak_inks
from tui.wording import say, speak

ENGLISH = re.compile(r"(?i)\b(the|this|is|was|were|are|not|of|and|there|has|its|it|that)\b")
"""Words that no French sentence has; in a message, nothing but ours has them here."""

ELSEWHERE = {"let go", "by hand"}
"""Words of modules that make problems, which are said elsewhere."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


def _prose(node: ast.AST) -> Iterator[str]:
    """The words in a piece of code: not those of docstrings, annotations, errors and patterns."""
    match node:
        case ast.Raise() | ast.arg() | ast.Expr(value=ast.Constant()):
            return
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
            return
        case ast.Constant(value=str(words)):
            if " " in words and len(re.findall(r"[^\W\d_]{2,}", words)) > 1:
                yield words
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _prose(child)


def _makes_problems(tree: ast.AST) -> bool:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == "Problem" for called in calls)


def test_whatever_is_said_of_a_file_has_its_words_in_the_table() -> None:
    """In a module that makes problems, all words are of a sentence that is translated."""
    sentences = [re.sub(r"\{\w+\}", "\0", sentence) for sentence in PROBLEMS]
    files = [file for of in (dossier, tui) for file in Path(of.__path__[0]).rglob("*.py")]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    said = [words for tree in trees if _makes_problems(tree) for words in _prose(tree)]
    unknown = {words for words in said if not any(words in sentence for sentence in sentences)}

    assert len(said) > 90
    assert sorted(unknown - ELSEWHERE) == []
    assert sorted(ELSEWHERE - unknown) == []


def test_whatever_cannot_be_done_has_its_words_in_the_table() -> None:
    """What the model raises while one reads is of a sentence that is translated."""
    sentences = [re.sub(r"\{\w+\}", "\0", sentence) for sentence in PROBLEMS]
    root = Path(dossier.__path__[0])
    files = [f for f in root.rglob("*.py") if f.relative_to(root).parts[0] not in ONLY_COMMANDS]
    raised = [
        node
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "DossierError"
    ]
    said = [words for call in raised for part in call.args for words in _prose(part)]
    unknown = {words for words in said if not any(words in sentence for sentence in sentences)}

    assert len(said) > 20
    assert unknown == {"Nothing to read: give a folder, files, or - for standard input."}


def test_what_was_named_stands_in_the_language_s_quotation_marks() -> None:
    """A sentence in French has no marks of another language around the folders it names."""
    said = "Nothing to read in “a”, “b”: put articles there, as .txt, .md or .html files."

    speak("fr")
    told = problem_told(said).replace("\u00a0", " ").replace("\u202f", " ")

    assert told.startswith("Rien à lire dans « a », « b » :")


ONLY_COMMANDS = ("cli", "index")
"""Rooms whose errors end a command, which speaks English."""


def test_whatever_a_file_may_be_that_is_no_text_has_its_words() -> None:
    """A picture, an archive, a program: each is called so in French too."""
    assert {name for _, name in _SIGNATURES} - set(PROBLEMS) == {"PDF"}


@pytest.mark.parametrize("sentence", PROBLEMS)
def test_each_sentence_is_found_by_what_it_says(sentence: str) -> None:
    """Filled in, it is said in French, with the spaces of French; in English it is as it was."""
    filled = re.sub(r"\{\w+\}", "7", sentence)
    english = problem_told(filled)
    speak("fr")
    french = problem_told(filled)

    assert english == filled
    assert french == say(sentence, **dict.fromkeys(re.findall(r"\{(\w+)\}", sentence), "7"))
    assert french != filled or filled == "archive"
    assert not ENGLISH.search(french)
    assert not re.search(r" [:;!?»]|« |\w'\w", french)


FILES = {
    "empty.txt": b" \n",
    "picture.txt": b"\x89PNG\r\n\x1a\n",
    "controls.txt": bytes(range(32)) * 40,
    "lost.txt": "La crue monte à Nîmes, dit-on là-bas. ".encode() * 40 + b"\xff",
    "garbled.txt": ("La crue a touchÃ© le cafÃ© du marchÃ©. " * 9).encode(),
    "bare.html": b"<html><body><script>x()</script></body></html>",
    "short.html": b"<!doctype html><html><body><p>Menu</p><p>Deux mots.</p></body></html>",
    "list.md": b"---\n- a\n- b\n---\n# La crue\n\nLe pont.\n",
    "broken.md": b"---\ntitle: [a\n---\n# La crue\n\nLe pont.\n",
    "mute.eml": b"From: a@b.fr\nTo: c@d.fr\nSubject: x\nMIME-Version: 1.0\n\n",
    "joined.eml": (
        b"From: a@b.fr\nTo: c@d.fr\nSubject: x\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=B\n\n"
        b"--B\nContent-Type: text/plain\n\nBonjour.\n"
        b"--B\nContent-Type: image/png\nContent-Disposition: attachment; filename=carte.png\n\nx\n"
        b"--B\nContent-Type: image/png\nContent-Disposition: attachment\n\nx\n--B--\n"
    ),
    "export.txt": b"1 of 2 DOCUMENTS\n\nLe pont.\n\n2 of 2 DOCUMENTS\n\nLe lac.\n",
}
"""Files of which there is something to say."""

TOPICS = """
[[topic]]
title = 'Vide'
terms = ['neige']
[[topic]]
title = 'Encore'
was = ['Le lac']
[[topic]]
title = 'La crux'
[[topic]]
title = 'Autre'
[[topic]]
title = 'La crue'
with = ['flood.txt#p99']
without = ['parti.txt#p1']
[[topic]]
title = 'Ailleurs'
terms = ['pluie']
split = 'La mer'
[[topic]]
title = 'Bois'
terms = ['pluie']
split = 'Le pont'
[[topic]]
title = 'Avant'
was = ['Le lac']
about = ['council.txt#p2']
"""
"""Tables that the flood does not bear out."""

DECISIONS = """
nimporte = 1
article = 1
[dossier]
titel = 'x'
title = ''
language = 'français'
order = 'a'
[[topic]]
terms = ['pont']
[[topic]]
title = 'Le pont'
terms = [1]
with = ['a.txt']
about = ['b.txt']
[[entity]]
kind = 'chat'
[[entity]]
name = 'Jeanne Martin'
kind = 'chat'
hidden = 'oui'
at = ['ici']
"""
"""A ``dossier.toml`` that is wrong in most of the ways it can be."""

THEME = """
tone = 1
dark = true
[palette]
[roles]
ground = '#111111'
text = '#121212'
nobody = '#fff'
person = 'rien'
"""


def _of_files(_: Path) -> Iterator[Problem]:
    for file, raw in FILES.items():
        problems = read_article(file, raw).problems
        assert problems, file
        yield from problems


def _of_folders(folder: Path) -> Iterator[Problem]:
    for name in ("a.csv", "b.csv", "c.csv"):
        (folder / name).touch()
    (folder / "ailleurs").symlink_to(folder)
    os.mkfifo(folder / "tube.txt")
    (folder / "long.txt").write_text("La crue " * 9, encoding="utf-8")
    found: list[Problem] = []
    for paths in ([folder], [folder / "tube.txt"], [folder / "parti.txt"]):
        if paths[0].exists():
            assert list(contents(paths, found)) == []
    assert len(found) == 5
    yield from found


def _of_decisions(folder: Path) -> Iterator[Problem]:
    found = parse_decisions(DECISIONS)[1]
    assert len(found) == 14
    yield from found
    yield from parse_decisions("[[article]]\npublished = 'hier'\ntitle = 1\n")[1]
    for raw in (b"topic =\n", b"\xff", b"dossier = 1\n"):
        (folder / "dossier.toml").write_bytes(raw)
        yield from read_decisions(folder)[1]
    (folder / "dossier.toml").unlink()
    os.mkfifo(folder / "dossier.toml")
    yield from read_decisions(folder)[1]


def _of_topics(_: Path) -> Iterator[Problem]:
    gone = "[[article]]\nfile = 'parti.txt'\n[[article]]\nfile = 'presse/weather.txt'\n"
    decisions, wrong = parse_decisions(TOPICS + gone)
    found = astray(decide(make_flood(), decisions))
    assert wrong == ()
    assert len(found) == 10
    yield from found
    yield from apply_particulars((), decisions)[1]


def _of_ones_own(folder: Path) -> Iterator[Problem]:
    own = folder / "mine.toml"
    own.write_text("theme = 1\n", encoding="utf-8")
    yield from load_settings(own).problems
    yield from read_keymap("nul = 'x'\nclip = 'beep'\nfind = '?'\n", "k", COMMANDS).problems
    yield from read_theme("mine", THEME, "t").problems
    yield from read_theme("mine", "roles =\n", "t").problems
    yield from load_theme("aucun", folder).problems
    loaded = read_theme("mine", THEME, "t").themes[0]
    yield from (Problem("t", said) for _, said in weak_inks(loaded))
    own.write_bytes(b"\xff")
    yield from load_keymap(own, COMMANDS).problems
    yield from load_settings(own).problems
    yield from load_theme("mine", folder).problems


def _of_clippings(folder: Path) -> Iterator[Problem]:
    for many in (1, 2):
        store = ClippingStore(folder / f"{many}.jsonl", "test")
        (folder / f"{many}.jsonl").write_text("{damaged\n" * many, encoding="utf-8")
        store.load()
        assert store.problems
        yield from store.problems


@pytest.mark.parametrize(
    "made", [_of_files, _of_folders, _of_decisions, _of_topics, _of_ones_own, _of_clippings]
)
def test_a_problem_that_is_met_is_told_in_french(
    made: Callable[[Path], Iterator[Problem]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is wrong in a file: no English of ours is left in what is said of it."""
    monkeypatch.setattr(dossier.reading, "MOST_BYTES", 50)
    messages = [problem.message for problem in made(tmp_path)]
    english = [problem_told(message) for message in messages]
    speak("fr")

    assert english == messages
    assert [said for said in map(problem_told, messages) if ENGLISH.search(said)] == []
    assert all(problem_told(message) != message for message in messages)


def test_the_words_in_a_problem_stay_what_they_are() -> None:
    """Names and what the system said are not translated; a sentence that is not ours neither."""
    speak("fr")

    assert problem_told("This file cannot be read (permission denied); it was left out.") == (
        "Ce fichier ne peut être lu (permission denied)\u202f; il est laissé de côté."
    )
    assert problem_told(
        "The topic “This file is empty” stands empty: no sentence has its terms."
    ) == (
        "Le thème «\u00a0This file is empty\u00a0» reste vide\u00a0: aucune phrase n’a ses termes."
    )
    assert problem_told("It fell in the water.") == "It fell in the water."


def test_a_problem_without_end_stands_as_it_is() -> None:
    """A title may hold the words of a sentence any number of times; it is not searched for them."""
    message = f"The topic “{'x” speaks of y, ' * 20_000}” speaks of z, and there is no such file."
    speak("fr")

    assert problem_told(message) == message


WRONG = Problem("dossier.toml", "Line 4: 'termes' means nothing in [[topic]].")
SAID = "Ligne 4\u00a0: 'termes' n’a pas de sens dans [[topic]]."


def test_the_line_that_tells_of_problems_speaks_french() -> None:
    """How many there are, and the first of them."""
    speak("fr")

    assert wrong_told([WRONG], COMMANDS) == (
        f"1 problème (! le montre)\u00a0: dossier.toml\u00a0: {SAID}"
    )


def _words_of(app: DossierApp) -> str:
    """The screen as one line of words."""
    return " ".join(text_of(app).split())


async def test_the_list_of_problems_speaks_french(flood: Dossier, make_app: MakeApp) -> None:
    """Key ! lists them in French, and the bottom line told of them so at the opening."""
    empty = Problem("a.txt", "This file is empty; it was left out.")
    speak("fr")
    app = make_app(replace(flood, problems=(WRONG, empty)))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        told = _words_of(app)
        await pilot.press("exclamation_mark")
        await pilot.pause()
        listed = _words_of(app)

    said = SAID.replace("\u00a0", " ")
    assert said in told
    assert f"dossier.toml {said} a.txt Ce fichier est vide ; il est laissé de côté." in listed
    assert not ENGLISH.search(listed)


async def test_a_yes_has_what_was_decided_follow_a_file(
    flood: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """Enter on the list of what is wrong writes it down; it is said, and can be taken back."""
    written = "[[article]]\nfile = 'council.md'  # of the Est\noutlet = 'L’Est'\n"
    (folder / "dossier.toml").write_text(written, encoding="utf-8")
    app = make_app(replace(flood, folder=folder, decisions=parse_decisions(written)[0]))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("exclamation_mark")
        await pilot.pause()
        asked = _words_of(app)
        await pilot.press("enter")
        await pilot.pause()
        told = _words_of(app)
        followed = (folder / "dossier.toml").read_text(encoding="utf-8")
        await pilot.press("u")
        await pilot.pause()

    assert "Is it council.txt that is meant?" in asked
    assert "Enter yes, it is that file" in asked
    assert "council.md is council.txt now; u takes it back" in told
    assert followed == written.replace("'council.md'", '"council.txt"')
    assert (folder / "dossier.toml").read_text(encoding="utf-8") == written


async def test_a_yes_for_two_files_says_how_each_is_taken_back(
    flood: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """What one yes wrote of two files is told of both, and goes back in two steps."""
    one, other = (
        f"[[article]]\nfile = '{name}'\noutlet = 'A'\n" for name in ("council.md", "weather.md")
    )
    written = f"{one}\n{other}"
    (folder / "dossier.toml").write_text(written, encoding="utf-8")
    app = make_app(replace(flood, folder=folder, decisions=parse_decisions(written)[0]))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("exclamation_mark")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        told = _words_of(app)
        await pilot.press("u")
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()

    assert "2 names followed; u takes each back" in told
    assert (folder / "dossier.toml").read_text(encoding="utf-8") == written


async def test_there_is_no_yes_where_nothing_is_asked(flood: Dossier, make_app: MakeApp) -> None:
    """Enter leaves the list as it is, and is not offered."""
    app = make_app(replace(flood, problems=(WRONG,)))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("exclamation_mark")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        listed = _words_of(app)

    assert "What is wrong" in listed
    assert "yes" not in listed
