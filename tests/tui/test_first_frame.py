"""The frame that stands before the program does: only where it is true, and never for long."""

import fcntl
import os
import pty
import re
import select
import stat
import struct
import sys
import termios
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from shutil import rmtree
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.index import Index
from tui.canvas import Canvas
from tui.first_frame import OPEN, FirstFrame, is_frame

BODY = "Le conseil vote\n\nLe conseil de Vallières vote mercredi.\n\nUne digue suivra.\n"
READ = "import sys; from tui.start import main; sys.argv = sys.argv[1:]; sys.exit(main())"
OPENED = b"\x1b[?1000h"
"""What Textual writes first of its own: it has come up."""
STANDS = b"\x1b]22;default\x07"
"""What it writes once its page stands."""
PAINTED = re.compile(rb"\x1b\[\d+;\d+H")
ENVIRONMENT = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "COLORFGBG": "15;0",
    "LC_ALL": "C.UTF-8",
}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no terminal of that kind")


class Reader:
    """The program on a folder, in a terminal of its own."""

    def __init__(self, folder: Path, home: Path, before: str = "", **environment: str) -> None:
        kinds = ("DATA", "CONFIG", "STATE", "CACHE")
        kept = {f"XDG_{kind}_HOME": str(home) for kind in kinds} | ENVIRONMENT | environment
        size = struct.pack("HHHH", 24, 80, 0, 0)
        self.child, self.end = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            command = [sys.executable, "-c", before + READ, "dossier", str(folder)]
            os.execve(sys.executable, command, {**os.environ, **kept})  # noqa: S606
        self.said = b""

    def hear(self, until: bytes) -> bytes:
        """What is written from here on, up to something."""
        while until not in self.said:
            self.said += os.read(self.end, 65536)
        said, _, self.said = self.said.partition(until)
        return said

    def rest(self, seconds: float) -> None:
        """Read on until nothing was written for so long."""
        while select.select([self.end], [], [], seconds)[0]:
            self.said += os.read(self.end, 65536)

    def type(self, keys: bytes) -> None:
        """Type some keys."""
        os.write(self.end, keys)

    def leave(self) -> None:
        """Leave the program as a reader does, and wait until it is gone."""
        self.type(b"q")
        self.hear(b"\x1b[?1049l")
        self.close()

    def close(self) -> None:
        """Read what is left; the terminal goes."""
        try:
            while os.read(self.end, 65536):
                pass
        except OSError:
            pass
        os.close(self.end)
        os.waitpid(self.child, 0)


def leave_frame(home: Path, before: str = "") -> None:
    """Open the folder beside the home, and leave it with a frame that is true.

    ``before`` is what the program does before it begins.
    """
    folder = home.parent / "crue"
    rmtree(home / "dossier-reader" / "frames", ignore_errors=True)
    for seconds in count(1):  # until one leaves after the articles were compared
        index = Index([folder], home / "dossier-reader")  # again: who edits a rule makes it void
        index.analyse(index.open())
        reader = Reader(folder, home, before)
        reader.hear(STANDS)
        reader.rest(seconds)
        reader.leave()
        if (home / "dossier-reader" / "frames").exists():
            break


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the folder beside it was opened, read, and left."""
    home = tmp_path_factory.mktemp("first") / "home"
    folder = home.parent / "crue"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(BODY.replace("vote", f"vote {name}"), "utf-8")
    leave_frame(home)
    return home


def test_a_frame_stands_at_once_and_nothing_is_painted_over_it(
    home: Path,
) -> None:
    """What stands before the program is up is the page itself: to take over writes no cell."""
    reader = Reader(home.parent / "crue", home)
    shown = reader.hear(OPENED).decode()
    over = reader.hear(STANDS)
    reader.type(b"q")
    over += reader.hear(b"\x1b[?1049l")
    reader.close()
    canvas = Canvas()
    canvas.stand(shown.removeprefix(OPEN), 80, 24)

    assert "Vallières" in shown
    assert canvas.frame(80, 24) == shown.removeprefix(OPEN)
    assert not PAINTED.search(over)


def test_keys_typed_while_it_stands_are_served(home: Path) -> None:
    """What is typed before the program is up is done when it is: here it is left again."""
    reader = Reader(home.parent / "crue", home)
    reader.hear(b"\x1b[?7l")
    reader.type(b"q")
    reader.hear(OPENED)
    reader.hear(b"\x1b[?1049l")
    reader.close()


KEEP = """
import sys
from pathlib import Path
from types import MappingProxyType
from tui.first_frame import FirstFrame
home = Path(sys.argv[1])
first = FirstFrame([home / "crue"])
"""
KEPT = (
    KEEP
    + """
files = [home / "settings.toml", home / "clippings.jsonl"]
assert first.keep("\\x1b[1;1Hthe page", (80, 24), files, sys.argv[2])
"""
)
SHOWN = KEEP + "print('shown' if first.show() else 'not shown', first.answer)"


def told(
    home: Path,
    script: str,
    *arguments: str,
    says: bytes = b"",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """What a script tells in a terminal of its own, that says something when it is asked."""
    child, end = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        kept = {"XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8"} | ENVIRONMENT
        command = [sys.executable, "-c", script, str(home), *arguments]
        os.execve(sys.executable, command, {**os.environ, **kept, **environment})  # noqa: S606
    said = b""
    try:
        while more := os.read(end, 65536):
            said += more
            if says and b"\x1b]11;?" in said:
                os.write(end, says)
                says = b""
    except OSError:
        pass
    os.close(end)
    assert os.waitpid(child, 0)[1] == 0, said
    return said.decode()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder to read, of which a frame was kept; its ground was known without asking."""
    (tmp_path / "crue" / "more").mkdir(parents=True)
    (tmp_path / "crue" / "a.txt").write_text(BODY, "utf-8")
    told(tmp_path, KEPT, "known")
    return tmp_path


def test_a_frame_is_shown_where_all_is_as_it_was(kept: Path) -> None:
    """The same files, terminal and words: the page stands, on the alternate screen."""
    said = told(kept, SHOWN)

    assert said.startswith(OPEN + "\x1b[1;1Hthe page")
    assert "not shown" not in said


def test_a_pipe_in_place_of_a_frame_is_not_waited_for(kept: Path) -> None:
    """Nobody writes into it; the program comes up without a frame."""
    [frame] = kept.rglob("*.frame")
    frame.unlink()
    os.mkfifo(frame)

    assert "not shown" in told(kept, SHOWN)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is not just any bytes")
def test_a_folder_whose_name_is_not_utf8_has_a_frame(tmp_path: Path) -> None:
    """Whatever the bytes of a name, the frame is kept and shown."""
    home = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9"))
    (home / "crue").mkdir(parents=True)
    told(home, KEPT, "known")

    assert "not shown" not in told(home, SHOWN)


def _damage(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:200])


def _swap(file: Path) -> None:
    """Other words of the same length, under the same date."""
    looked = file.stat()
    file.write_text(BODY.replace("mercredi", "dimanche"), "utf-8")
    os.utime(file, ns=(looked.st_atime_ns, looked.st_mtime_ns))


def _add_line(file: Path) -> None:
    head, _, frame = file.read_bytes().partition(b"\n\n")
    file.write_bytes(head.replace(b"\nground", b"\nfile nowhere\nground") + b"\n\n" + frame)


def _be_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _add_order(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\x1b]0;a title\x07")


CHANGES: dict[str, Callable[[Path, Path], object]] = {
    "an article edited": lambda home, _: (home / "crue" / "a.txt").write_text("Non\n", "utf-8"),
    "an article of the same size and date": lambda home, _: _swap(home / "crue" / "a.txt"),
    "one added": lambda home, _: (home / "crue" / "more" / "c.txt").write_text(BODY, "utf-8"),
    "one gone": lambda home, _: (home / "crue" / "a.txt").unlink(),
    "a title": lambda home, _: (home / "crue" / "dossier.toml").write_text("", "utf-8"),
    "settings": lambda home, _: (home / "settings.toml").write_text("dim = false\n", "utf-8"),
    "a clipping": lambda home, _: (home / "clippings.jsonl").write_text("\n", "utf-8"),
    "a file cut short": lambda _, file: _damage(file),
    "a line that names no file": lambda _, file: _add_line(file),
    "bytes that are no text": lambda _, file: file.write_bytes(b"\xff" * 300),
    "an order among the words": lambda _, file: _add_order(file),
    "nothing": lambda _, file: file.write_bytes(b""),
    "a folder": lambda _, file: _be_a_folder(file),
    "no file": lambda _, file: file.unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_frame_that_may_not_be_true_is_not_shown(kept: Path, change: str) -> None:
    """What a page depends on has changed, or the file is not as it was written: nothing stands."""
    [file] = (kept / "cache" / "dossier-reader" / "frames").iterdir()
    CHANGES[change](kept, file)

    said = told(kept, SHOWN)

    assert "not shown" in said
    assert OPEN not in said


def test_no_file_of_a_large_dossier_is_looked_at_before_its_frame(kept: Path) -> None:
    """Its page stands before they are, too: edited or not, there is the frame of what is kept."""
    told(kept, KEPT.replace("sys.argv[2])", "sys.argv[2], unseen=True)"), "known")
    (kept / "crue" / "a.txt").write_text("Non\n", "utf-8")

    assert "not shown" not in told(kept, SHOWN)
    (kept / "settings.toml").write_text("dim = false\n", "utf-8")
    assert "not shown" in told(kept, SHOWN)
    (kept / "settings.toml").unlink()
    (kept / "crue").rename(kept / "away")
    assert "not shown" in told(kept, SHOWN)


def test_what_changed_since_is_shown_after_the_frame_of_a_large_dossier(tmp_path: Path) -> None:
    """What stands at once is what was kept; the words of today follow by themselves."""
    large = "import dossier.index as index; index.LARGE = 2; "
    folder = tmp_path / "crue"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(BODY.replace("vote", f"vote {name}"), "utf-8")
    leave_frame(tmp_path / "home", large)
    (folder / "a.txt").write_text(BODY.replace("mercredi", "dimanche"), "utf-8")

    reader = Reader(folder, tmp_path / "home", large)
    shown = reader.hear(OPENED)
    reader.hear(b"dimanche")
    reader.leave()

    assert "mercredi" in shown.decode()
    [frame] = (tmp_path / "home" / "dossier-reader" / "frames").iterdir()
    assert b"\nunseen True " in frame.read_bytes()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("NO_COLOR", "1"), ("LC_ALL", "fr_FR.UTF-8"), ("COLORTERM", ""), ("COLORFGBG", "0;15")),
        *(("TERM", "dumb"), ("TERM", "xterm"), ("COLUMNS", "70"), ("TEXTUAL_COLOR_SYSTEM", "256")),
        ("DOSSIER_DATA_DIR", "elsewhere"),
    ],
)
def test_another_terminal_has_another_frame(kept: Path, name: str, value: str) -> None:
    """No colours, another depth of them, another ground, size, language or store: nothing."""
    assert "not shown" in told(kept, SHOWN, environment={name: value})


@pytest.mark.parametrize(
    ("ground", "says", "shown"),
    [
        ("True", b"\x1b]11;rgb:1010/1010/1010\x07\x1b[?62c", True),
        ("False", b"\x1b]11;rgb:1010/1010/1010\x07\x1b[?62c", False),
        ("None", b"\x1b[?62c", True),
        ("None", b"", True),
        ("True", b"\x1b[?62c", False),
        ("True", b"", False),
    ],
)
def test_a_frame_is_of_the_ground_there_is(
    kept: Path, ground: str, says: bytes, shown: bool
) -> None:
    """A terminal that was asked is asked again; turned dark or light, or silent, it gets none.

    One that did not say gets it at once.
    """
    told(kept, KEPT, ground)

    assert ("not shown" not in told(kept, SHOWN, says=says)) == shown


def test_nothing_that_takes_long_is_imported_before_a_frame_stands(kept: Path) -> None:
    """To make classes costs a fifth of the time in which a frame stands."""
    told(kept, KEPT, "None")
    heavy = SHOWN + "; print([one for one in ('dataclasses', 'inspect') if one in sys.modules])"

    assert "shown None\r\n[]" in told(kept, heavy)


BACK = (
    KEEP
    + """
import termios
before = termios.tcgetattr(0)
echo = [first.show()]
echo.append(termios.tcgetattr(0)[3] & termios.ECHO)
if sys.argv[2] == "answered":
    first.question.answer()
    echo.append(termios.tcgetattr(0)[3] & termios.ECHO)
first.back()
print(echo, first.question.answer(), termios.tcgetattr(0) == before)
"""
)


@pytest.mark.parametrize(("when", "echo"), [("answered", "[True, 0, 0]"), ("pending", "[True, 0]")])
def test_no_key_is_echoed_on_a_frame_and_the_terminal_is_given_back(
    kept: Path, when: str, echo: str
) -> None:
    """Where a terminal does not say its ground, before and after its answer is waited for."""
    told(kept, KEPT, "None")

    assert f"{echo} Answer(dark=None, typed='') True" in told(kept, BACK, when)


def test_a_frame_is_for_its_owner_alone(kept: Path) -> None:
    """No one else may read what stands on the reader's screen."""
    [file] = (kept / "cache" / "dossier-reader" / "frames").iterdir()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_what_fails_before_the_page_gives_the_terminal_back(home: Path) -> None:
    """A failure while the frame stands leaves the alternate screen, and says what it is."""
    leave_frame(home)  # who left before the articles were compared left none
    fail = "import tui.opening; tui.opening.Asked = lambda *_: 1 / 0; "
    reader = Reader(home.parent / "crue", home, fail)

    assert PAINTED.search(reader.hear(b"\x1b[?1049l"))
    assert b"ZeroDivisionError" in reader.hear(b"by zero")
    reader.close()


@given(st.text())
def test_a_frame_holds_words_inks_and_places_alone(said: str) -> None:
    """Whatever else is in it, it is no frame."""
    held = re.fullmatch(r"(?:\x1b\[[0-9;]*[Hm][^\x00-\x1f\x7f-\x9f]*)+", said) is not None

    assert is_frame(said) == held


@given(st.lists(st.sampled_from(["\x1b[1;1H", "\x1b[0m", "é", "\x1b", "\x1b]", "[", "\x9b", "\n"])))
def test_no_order_hides_between_others(parts: list[str]) -> None:
    """Nothing but SGR and CUP is let through, however it is cut."""
    said = "".join(parts)
    held = re.fullmatch(r"(?:\x1b\[[0-9;]*[Hm][^\x00-\x1f\x7f-\x9f]*)+", said) is not None

    assert is_frame(said) == held


def test_a_frame_of_too_many_bytes_is_not_kept(tmp_path: Path) -> None:
    """What is kept is bounded."""
    first = FirstFrame([tmp_path])
    first.file = lambda: str(tmp_path / "frames" / "x.frame")  # type: ignore[method-assign]

    assert not first.keep("\x1b[1;1H" + "x" * 300_000, (80, 24), [], "known", {})
    assert first.keep("\x1b[1;1Hx", (80, 24), [], "known", {})
    assert not first.keep("\x1b[1;1Hx", (80, 24), [tmp_path / "a\n\nb"], "known", {})
