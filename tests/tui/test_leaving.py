"""Ways out that are no one's wish: a crash, and to be set aside for a while."""

import os
import pty
import shlex
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.crash import CrashLog
from tui.memory import memory_file, remember

BODY = "Le conseil vote\n\nLe conseil de Vallières vote mercredi.\n\nUne digue suivra.\n"
READ = "import sys; from tui.start import main; sys.argv = sys.argv[1:]; sys.exit(main())"
FAIL = """
from tui.widgets.desk import Desk
def fail(self):
    raise KeyError("what is [red]missing\\x1b[31m")
Desk.action_dim = fail
"""
"""Makes a key fail as nothing foresaw."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the program keeps what it keeps; beside it a folder to read."""
    (tmp_path / "crue").mkdir()
    (tmp_path / "crue" / "a.txt").write_text(BODY, encoding="utf-8")
    return tmp_path / "home"


class Terminal:
    """A shell's terminal, in which a script runs."""

    def __init__(self, home: Path, script: str) -> None:
        kept = {f"XDG_{name}_HOME": str(home) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
        more = {"TERM": "xterm-256color", "COLORFGBG": "15;0", "LC_ALL": "C.UTF-8"}
        self.child, self.end = pty.fork()
        if self.child == 0:
            os.execvpe("sh", ["sh", "-c", script], {**os.environ, **kept, **more})  # noqa: S606
        self.said = b""

    def hear(self, until: bytes) -> bytes:
        """What is written from here on, until something is in it."""
        said, self.said = self.said, b""
        while until not in said:
            said += os.read(self.end, 65536)
        at = said.index(until) + len(until)
        said, self.said = said[:at], said[at:]
        return said

    def type(self, keys: bytes) -> None:
        """Type some keys."""
        os.write(self.end, keys)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Terminals that are closed when the test is over, whatever runs in them."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        os.close(terminal.end)
        os.waitpid(terminal.child, 0)


def command(home: Path, before: str = "") -> str:
    """The command line that reads the folder."""
    return shlex.join([sys.executable, "-c", before + READ, "dossier", str(home.parent / "crue")])


def test_a_crash_gives_the_terminal_back_and_loses_nothing(
    home: Path, terminals: list[Terminal]
) -> None:
    """After a failure the terminal is sane, one line says where more stands, all else is kept."""
    terminal = Terminal(home, f"read x; {command(home, FAIL)}; echo status $?; read x")
    terminals.append(terminal)
    before = termios.tcgetattr(terminal.end)
    terminal.type(b"\n")
    terminal.hear(b"digue suivra")
    terminal.type(b"llJm")
    terminal.hear("◆".encode())
    terminal.type(b"f")
    terminal.hear(b"\x1b[?1049l")
    said = terminal.hear(b"status 1").decode().replace("\r\n", "\n")

    line = said.partition("dossier: ")[2].splitlines()[0]
    log = home / "dossier-reader" / "crash.log"
    assert "KeyError: 'what is [red]missing" in line
    assert "kept" in line
    assert line.endswith(f"All of it is in {log}.")
    assert "Traceback" not in said
    assert termios.tcgetattr(terminal.end) == before
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "in fail" in log.read_text(encoding="utf-8")
    assert "locals" not in log.read_text(encoding="utf-8")
    place = remember(memory_file(home.parent / "crue", kept_in=home / "dossier-reader")).place
    assert place is not None
    assert place.offset == BODY.index("Une digue")
    [journal] = (home / "dossier-reader" / "clippings").glob("*.jsonl")
    assert "Une digue suivra." in journal.read_text(encoding="utf-8")


def test_a_failure_while_keys_are_read_is_one_too(home: Path, terminals: list[Terminal]) -> None:
    """Where no key can be read any more the program ends as after any failure, not as if well."""
    fail = "from tui.thrifty import UntilGone; UntilGone.is_set = lambda _: 1 / 0\n"
    terminal = Terminal(home, f"{command(home, fail)}; echo status $?; read x")
    terminals.append(terminal)
    before = termios.tcgetattr(terminal.end)
    terminal.hear(b"ZeroDivisionError")

    assert terminal.hear(b"status 1")
    assert termios.tcgetattr(terminal.end) == before


def test_set_aside_and_taken_up_again(home: Path, terminals: list[Terminal]) -> None:
    """Ctrl+z gives the shell its terminal as it was; ``fg`` shows the page again, and it works."""
    script = f"set -m; {command(home)}; echo set aside; read x; fg; echo status $?; read x"
    terminal = Terminal(home, script)
    terminals.append(terminal)
    before = termios.tcgetattr(terminal.end)
    terminal.hear(b"digue suivra")
    terminal.type(b"\x1a")
    terminal.hear(b"\x1b[?1049l")
    terminal.hear(b"set aside")
    assert termios.tcgetattr(terminal.end) == before
    terminal.type(b"\n")
    terminal.hear(b"\x1b[?1049h")
    again = terminal.hear(b"digue suivra").decode()
    terminal.type(b"q")
    terminal.hear(b"status 0")

    assert "Topics" in again
    assert termios.tcgetattr(terminal.end) == before


@pytest.mark.parametrize(
    ("opens", "shown"), [(b"lla", b"note; Enter keeps it"), (b"llmCa", b"keep it")]
)
def test_a_note_is_kept_when_the_program_is_ended(
    home: Path, terminals: list[Terminal], opens: bytes, shown: bytes
) -> None:
    """What is typed when the system ends the program is the note, on the page and in the list."""
    told = "sh -c 'echo pid $$ .; exec \"$@\"' sh"
    terminal = Terminal(home, f"{told} {command(home)}; echo status $?; read x")
    terminals.append(terminal)
    pid = int(terminal.hear(b" .").split()[-2])
    terminal.hear(b"digue suivra")
    terminal.type(opens)
    terminal.hear(shown)
    terminal.type(b"\x1b[200~to be checked\x1b[201~")
    terminal.hear(b"checked")
    os.kill(pid, signal.SIGTERM)
    terminal.hear(b"status 143")

    [journal] = (home / "dossier-reader" / "clippings").glob("*.jsonl")
    assert '"to be checked"' in journal.read_text(encoding="utf-8")


def test_the_terminal_bears_the_dossiers_title(home: Path, terminals: list[Terminal]) -> None:
    """It is put there in the place of the one it had, without what would be more than words."""
    home.parent.joinpath("crue", "dossier.toml").write_text(
        '[dossier]\ntitle = "La crue \\u001b]0;x\\u0007"\n', encoding="utf-8"
    )
    terminal = Terminal(home, f"{command(home)}; echo status $?; read x")
    terminals.append(terminal)
    before = terminal.hear(b"\x1b]2;")
    title = terminal.hear(b"\x1b\\")
    terminal.hear(b"digue suivra")
    terminal.type(b"q")
    after = terminal.hear(b"status 0")

    assert before.endswith(b"\x1b[22;2t\x1b]2;")
    assert title.startswith(b"La crue")
    assert title.count(b"\x1b") == 1
    assert b"\x07" not in title
    assert b"\x1b[23;2t" in after


@pytest.mark.parametrize("elsewhere", ["2>err.log", "2>&-", "<&-"])
def test_the_page_stands_where_the_terminal_is(
    home: Path, terminals: list[Terminal], elsewhere: str
) -> None:
    """With stderr in a file, or a stream closed, page and keys are the terminal's all the same."""
    line = f"cd {home.parent}; {command(home)} {elsewhere}; echo status $?; read x"
    terminal = Terminal(home, line)
    terminals.append(terminal)
    terminal.hear(b"digue suivra")
    terminal.type(b"q")

    assert terminal.hear(b"status 0")


def test_taken_up_without_having_been_set_aside(home: Path, terminals: list[Terminal]) -> None:
    """A signal from elsewhere shows the page again; the terminal is given back all the same."""
    told = "sh -c 'echo pid $$ .; exec \"$@\"' sh"
    terminal = Terminal(home, f"{told} {command(home)}; echo status $?; read x")
    terminals.append(terminal)
    before = termios.tcgetattr(terminal.end)
    pid = int(terminal.hear(b" .").split()[-2])
    terminal.hear(b"digue suivra")
    for _ in range(2):
        os.kill(pid, signal.SIGCONT)
        terminal.hear(b"\x1b[?1049h")
        terminal.hear(b"digue suivra")
    terminal.type(b"q")
    terminal.hear(b"status 0")

    assert termios.tcgetattr(terminal.end) == before


LATE = """
import signal
from textual.drivers.linux_driver import LinuxDriver
give_back = LinuxDriver.disable_input
def late(self):
    signal.raise_signal(signal.SIGCONT)
    give_back(self)
LinuxDriver.disable_input = late
"""
"""Has a signal to go on come whenever the terminal is half given back."""


def test_a_signal_on_the_way_out_leaves_the_terminal_given_back(
    home: Path, terminals: list[Terminal]
) -> None:
    """Who is told to go on while leaving does not take the terminal over again."""
    terminal = Terminal(home, f"{command(home, LATE)}; echo status $?; read x")
    terminals.append(terminal)
    before = termios.tcgetattr(terminal.end)
    terminal.hear(b"digue suivra")
    terminal.type(b"q")
    terminal.hear(b"status 0")

    assert termios.tcgetattr(terminal.end) == before


AMID = """
import signal
from textual.drivers.linux_driver import LinuxDriver
take_over = LinuxDriver.start_application_mode
def ended(self):
    take_over(self)
    signal.raise_signal(signal.{})
LinuxDriver.start_application_mode = ended
"""
"""Has the program ended while it takes the terminal over."""
BUSY = """
import asyncio, signal
from tui.widgets.desk import Desk
def busy(self):
    for _ in range(1000):
        asyncio.get_running_loop().call_soon_threadsafe(int)
    signal.raise_signal(signal.{})
Desk.action_dim = busy
"""
"""Has the program ended by a key, while more waits than the loop has room to be woken for."""


@pytest.mark.parametrize("when", [AMID, BUSY], ids=["amid", "busy"])
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_who_is_ended_leaves_in_order_whenever_that_is(
    when: str, told: signal.Signals, home: Path, terminals: list[Terminal]
) -> None:
    """Amid the taking over, or while much waits: it ends, and gives the terminal back."""
    ending = f"{command(home, when.format(told.name))}; echo status $?"
    terminal = Terminal(home, f"read x; {ending}; read x")
    terminals.append(terminal)
    before = termios.tcgetattr(terminal.end)
    terminal.type(b"\n")
    if when is BUSY:
        terminal.hear(b"digue suivra")
        terminal.type(b"fq")
    said = terminal.hear(b"status ") + terminal.hear(b"\n")

    assert said.split()[-1] == str(128 + told).encode()
    assert b"Traceback" not in said
    assert termios.tcgetattr(terminal.end) == before


def test_a_terminal_that_goes_away_without_a_signal_ends_the_program(home: Path) -> None:
    """Where the terminal is not its own it is told by nobody; it ends as if it had been."""
    end, terminal = pty.openpty()
    kept = {f"XDG_{name}_HOME": str(home) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    reader = subprocess.Popen(
        [sys.executable, "-c", READ, "dossier", str(home.parent / "crue")],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        env={**os.environ, **kept, "TERM": "xterm-256color", "COLORFGBG": "15;0"},
    )
    os.close(terminal)
    said = b""
    while b"digue suivra" not in said:
        said += os.read(end, 65536)
    os.close(end)

    try:
        assert reader.wait(timeout=60) == 128 + signal.SIGHUP
    finally:
        reader.kill()


def test_a_crash_deep_in_a_large_dossier_is_written_at_once_and_short(tmp_path: Path) -> None:
    """Of many exceptions the first; nothing of what stood in the calls, and bounded."""
    log = CrashLog(tmp_path)

    def deeper(large: str, depth: int) -> None:
        if depth:
            deeper(large, depth - 1)
        raise ValueError("x" * 300_000)

    try:
        deeper("a passage of the dossier", 200)
    except ValueError as error:
        log.take(error)
    log.take(KeyError("what followed"))
    log.console().print("NOTE: 1 of 3 errors shown.")

    words = (tmp_path / "crash.log").read_text("utf-8")
    assert len(words) < 120_000
    assert "a passage" not in words
    assert "NOTE" not in words
    said = log.told()
    assert said is not None
    assert said.startswith("The reader failed (ValueError: xxx")
    assert len(said) < 600


def test_without_a_crash_nothing_is_told_or_written(tmp_path: Path) -> None:
    """A log that took no word says nothing and makes no file."""
    assert CrashLog(tmp_path).told() is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shut", [False, True])
def test_what_is_kept_of_a_crash_is_said_where_it_could_be(tmp_path: Path, shut: bool) -> None:
    """In a folder that takes no file the crash is told, and no more; as without a folder."""
    folder = tmp_path / "file" if shut else tmp_path
    (tmp_path / "file").write_text("in its place", "utf-8")
    log, blind = CrashLog(folder), CrashLog(None)
    for one in (log, blind):
        one.console().print("Traceback\nValueError: no")

    assert blind.told() == "The reader failed (ValueError: no)."
    told = "Your place and your clippings are kept. All of it is in"
    assert (told in str(log.told())) != shut
