"""The program in a hostile world: nothing is obeyed, nothing crashes, nothing is lost."""

import io
import json
import os
import pty
import random
import re
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.geometry import Size

from dossier.cli import main
from dossier.cli.output import say
from dossier.clippings import ClippingStore
from dossier.dossier import Dossier, analyse, open_dossier
from dossier.entities import find_entities
from dossier.export.writing import write_files
from dossier.problems import DossierError
from dossier.search import search
from dossier.structure import structure_article
from dossier.writing import wait_for_lock
from tests.bench.costs import LARGE, UNITS
from tests.hostile_files import BODY, make_hostile
from tui.app import DossierApp
from tui.start import main as start

OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey."""

SIZES = ((200, 60), (120, 40), (80, 24), (60, 20), (40, 12), (20, 5), (1, 1))
KEYS = [
    *"hljkJKgG][}{<>/nNe123E*mvayCxfFziwrMut?.0#é漢",
    *("space", "pageup", "ctrl+d", "ctrl+u", "ctrl+r", "ctrl+p", "enter", "tab", "shift+tab"),
    *("escape", "escape", "escape", "backspace"),
]


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The hostile folder, and somewhere of the test's own to keep things."""
    monkeypatch.setenv("DOSSIER_DATA_DIR", str(tmp_path / "kept"))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return make_hostile(tmp_path / "hostile")


def test_every_command_answers(hostile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each sub-command ends well on the hostile folder, as text and as JSON."""
    for command in (["show"], ["topics"], ["entities"], ["check"], ["search", "pont"]):
        for form in ([], ["--json"]):
            status = main([*command, str(hostile), *form])
            out, err = capsys.readouterr()

            assert status == 0, (command, err)
            assert out
            assert not form or json.loads(out)


@pytest.mark.parametrize(("command", "what"), [("compare", "comparisons"), ("quotes", "speakers")])
def test_what_articles_say_is_gathered(
    command: str, what: str, hostile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the files, what there is to gather is listed, or that there is nothing."""
    assert main([command, str(hostile)]) == 0
    told = capsys.readouterr()
    assert main([command, str(hostile), "--json"]) == 0

    assert told.out or told.err
    assert isinstance(json.loads(capsys.readouterr().out)[what], list)


def test_every_visible_character_is_in_one_block(hostile: Path) -> None:
    """Whatever the file, its blocks tile its text, and what was lost is told."""
    dossier = open_dossier([hostile])
    for article in dossier.articles:
        held = [0] * len(article.text)
        for block in article.blocks:
            for at in range(block.span.start, block.span.end):
                held[at] += 1

        assert all(held[at] == 1 for at, c in enumerate(article.text) if not c.isspace())
    told = {problem.file for problem in dossier.problems}
    assert {"broken.txt", "white.txt", "dead.txt", "loop.txt", "pipe.txt"} <= told


def test_what_is_counted_adds_up(hostile: Path) -> None:
    """The sources of a topic are the files of its extracts; their shares make a whole."""
    dossier = analyse(open_dossier([hostile]))
    for topic in dossier.topics:
        sources = dossier.sources(topic)

        assert [s.article.file for s in sources] == sorted(
            {extract.file for extract in topic.extracts}, key=dossier.place
        )
        assert sum(source.coverage for source in sources) == pytest.approx(1)
        assert sum(len(source.extracts) for source in sources) == len(topic.extracts)
    sorted_files = {extract.file for topic in dossier.topics for extract in topic.extracts}
    with_sentences = {
        article.file for article in dossier.articles if any(p.sentences for p in article.passages)
    }
    assert sorted_files == with_sentences


@pytest.mark.parametrize("unit", UNITS)
def test_one_thing_ten_thousand_times_over_is_read(unit: str) -> None:
    """Cut, named and searched, a text of one thing alone loses none of it."""
    text = (unit * LARGE)[:LARGE]

    article = structure_article("a.txt", text)
    found = find_entities((article,))

    words = "".join(block.span.of(text) for block in article.blocks)
    assert "".join(words.split()) == "".join(text.split())
    assert all(m.span.end <= LARGE for entity in found.entities for m in entity.mentions)
    assert all(hit.span.end <= LARGE for hit in search((article,), "lyon"))


def test_a_file_that_never_ends_is_left_out() -> None:
    """A device, named by mistake, is told and not read for ever."""
    with pytest.raises(DossierError, match="more than 64 megabytes"):
        open_dossier([Path("/dev/zero")])


def test_a_name_is_one_line(hostile: Path) -> None:
    """A line end in a file's name cannot pass for a line of ours."""
    assert (hostile / "a\nb.txt").exists()
    out = io.StringIO()
    say("a\nb.txt: harmless", to=out)

    assert out.getvalue() == "a␊b.txt: harmless\n"


def test_an_export_goes_through_links_and_into_devices(tmp_path: Path) -> None:
    """A link keeps pointing where it did, a device stays one, a folder is refused."""
    kept, link, dead = tmp_path / "kept.md", tmp_path / "link.md", tmp_path / "dead.md"
    kept.write_text("before", encoding="utf-8")
    link.symlink_to(kept)
    dead.symlink_to(tmp_path / "nowhere")

    with pytest.raises(FileExistsError):
        write_files([(dead, "after")])
    with pytest.raises(FileExistsError):
        write_files([(link, "after")])
    with pytest.raises(DossierError, match="is a folder"):
        write_files([(tmp_path, "after")], replace=[tmp_path])
    write_files([(link, "after")], replace=[link])
    write_files([(Path(os.devnull), "after")], replace=[Path(os.devnull)])
    assert link.is_symlink()
    assert kept.read_text(encoding="utf-8") == "after"
    assert not Path(os.devnull).is_file()


def test_a_lock_that_is_never_let_go_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program that holds the clippings does not hold the reader for ever."""
    monkeypatch.setattr("dossier.writing.PATIENCE", 0.0)
    held = tmp_path / "c.lock"
    code = (
        "import fcntl, sys; f = open(sys.argv[1], 'ab'); fcntl.flock(f, fcntl.LOCK_EX);"
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, held], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline()

        with held.open("ab") as lock, pytest.raises(BlockingIOError):
            wait_for_lock(lock.fileno())


def test_brackets_by_the_thousand_are_a_damaged_line(tmp_path: Path) -> None:
    """A line of the clippings that no reader of JSON can bear is left out, and told."""
    path = tmp_path / "clippings.jsonl"
    path.write_text('{"format":1,"dossier":"x","writing":"a"}\n' + "[" * 100_000 + "\n", "utf-8")
    store = ClippingStore(path, "x")

    assert store.load() == ()
    assert "damaged" in store.problems[0].message


def test_a_pipe_called_dossier_toml_is_not_waited_for(tmp_path: Path) -> None:
    """A folder whose ``dossier.toml`` never ends is read without it."""
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    os.mkfifo(tmp_path / "dossier.toml")
    dossier = open_dossier([tmp_path])

    assert [problem.file for problem in dossier.problems] == ["dossier.toml"]


def test_a_pipe_where_clippings_are_kept_is_not_waited_for(tmp_path: Path) -> None:
    """It is told, and nothing is written into it."""
    store = ClippingStore(tmp_path / "kept.jsonl", "crue")
    os.mkfifo(store.path)

    with pytest.raises(DossierError, match="it is not a file"):
        store.load()
    with pytest.raises(DossierError, match="it is not a file"):
        store.remove("a")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_failure(tmp_path: Path, closed: str) -> None:
    """Started without one of its streams, the program does its work and says nothing wrong."""
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    program = f"exec {sys.executable} -m dossier.cli show {tmp_path} {closed}"
    done = subprocess.run(["sh", "-c", program], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_named_like_an_option_is_read(
    hostile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After ``--``, what begins with a dash is a file, on a terminal or not."""
    monkeypatch.chdir(hostile)
    monkeypatch.setattr(sys, "argv", ["dossier", "--", "-rf.txt", "--json.txt"])

    assert start() == 0
    assert "2 articles" in capsys.readouterr().out


@pytest.mark.parametrize("seed", [1, 2])
async def test_any_keys_at_any_size(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Keys struck at random, at sizes that change, tear no frame and send nothing to obey."""
    monkeypatch.chdir(tmp_path)
    drawn = random.Random(seed)  # noqa: S311 - the same keys each time
    store = ClippingStore(tmp_path / "clippings.jsonl", "test")
    app = DossierApp(worked_out(hostile), store=store, analyse=lambda opened: opened)
    async with app.run_test(size=drawn.choice(SIZES)) as pilot:
        for _ in range(6):
            await pilot.resize_terminal(*drawn.choice(SIZES))
            await pilot.press(*drawn.choices(KEYS, k=10))
            await pilot.pause()

            assert not faults(app), (seed, app.screen)


_WORKED_OUT: dict[str, Dossier] = {}


def worked_out(folder: Path) -> Dossier:
    """The hostile dossier, worked out once: the folders are alike."""
    if "hostile" not in _WORKED_OUT:
        _WORKED_OUT["hostile"] = analyse(open_dossier([folder]))
    return _WORKED_OUT["hostile"]


def faults(app: DossierApp) -> list[str]:
    """The rows of the screen that are not as wide as it, or hold what a terminal obeys."""
    size: Size = app.size
    strips = app.screen._compositor.render_strips()  # what is really sent
    rows = [(strip.cell_length, strip.text) for strip in strips]
    return [text for width, text in rows if width != size.width or OBEYED.search(text)]


@contextmanager
def reading(folder: Path, home: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, int]]:
    """The program on a terminal of its own: the process, our end of it, its end of it."""
    ours, its = pty.openpty()
    kept = {f"XDG_{name}_HOME": str(home) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    code = "import sys; from tui.start import main; sys.argv = sys.argv[1:]; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", code, "dossier", str(folder)],
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        env={**os.environ, **kept, "TERM": "xterm-256color", "COLORFGBG": "15;0"},
    ) as process:
        try:
            yield process, ours, its
        finally:
            process.kill()
            os.close(its)
            os.close(ours)


def heard(terminal: int, until: bytes) -> bytes:
    """What a terminal is sent, until something is in it."""
    said = b""
    while until not in said:
        said += os.read(terminal, 65536)
    return said


@pytest.mark.parametrize(
    ("leave", "status"),
    [
        (lambda process, _: process.send_signal(signal.SIGTERM), 128 + signal.SIGTERM),
        (lambda process, _: process.send_signal(signal.SIGHUP), 128 + signal.SIGHUP),
        (lambda _, terminal: os.write(terminal, b"\x03"), 0),
        (lambda _, terminal: os.write(terminal, b"q"), 0),
    ],
    ids=["SIGTERM", "SIGHUP", "Ctrl+c", "q"],
)
def test_the_terminal_is_given_back(
    tmp_path: Path, leave: Callable[[subprocess.Popen[bytes], int], object], status: int
) -> None:
    """However the reader is left, the terminal is as it was, and not on the other screen."""
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    with reading(tmp_path, tmp_path / ".home") as (process, ours, its):
        before = termios.tcgetattr(its)
        heard(ours, b"conseil")
        assert termios.tcgetattr(its) != before

        leave(process, ours)
        said = heard(ours, b"\x1b[?1049l\x1b[?25h")
        assert process.wait() == status
        assert termios.tcgetattr(its) == before
        assert b"\x1b[?1049h" not in said
