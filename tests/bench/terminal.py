"""A program in a pseudo-terminal, seen from outside: when words stand, what a key costs.

Of a screen only words and places are followed. Words stand when they were written; a key is
answered when the terminal has been still for a while. A byte's time is when it was read.
"""

import fcntl
import os
import pty
import re
import select
import struct
import termios
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.cells import Cells

STILL = 0.25
"""Seconds without a byte after which a program is taken to wait for a key."""

PATIENCE = 60.0
"""Seconds after which a program is given up."""

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*(?![HX])[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[^\[])"
)
"""Escape sequences that put nothing anywhere."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, pressed so many times."""

    name: str
    sent: bytes
    times: int
    rate: float = 0.0
    """Presses a second, as of a key that is held; 0 waits for the answer to each."""
    back: bytes = b""
    """Sent at every other press, so that no end is reached."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to run, the words that show it is there, and the keys to press then."""

    name: str
    command: tuple[str, ...]
    words: str
    """A regular expression for what stands on the first page."""
    all: str = ""
    """One for what stands last; empty when the words do."""
    keys: Sequence[Key] = ()
    leave: bytes = b"q"
    environment: Mapping[str, str] = field(default_factory=dict)
    up: bytes = b""
    """What it writes when it can answer a key; empty when that is when the words stand."""
    rests: float = 0.0
    """Seconds of rest in which its CPU time is taken."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost. Seconds, bytes, MiB."""

    words: float
    """From the start until the words stand."""
    all: float
    """From the start until all of the first page stands."""
    up: float
    """From the start until a key is answered."""
    written: int
    """Bytes before the first key."""
    cpu: float
    """CPU seconds of the program's whole life, the processes it waited for counted."""
    memory: float
    """The most it held at once."""
    keys: Mapping[str, tuple[Sequence[float], Sequence[int]]]
    """For each key: until the last byte of the answer, and how many bytes that was."""
    idle: float = 0.0
    """Share of a CPU that it takes at rest, 0..1."""
    left: float = 0.0
    """From the key that leaves it until it is gone."""


def run(program: Program, columns: int, lines: int) -> Run:
    """Run a program once; TimeoutError when its words do not come."""
    began = perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
        os.environ.update(program.environment)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.execvp(program.command[0], program.command)  # noqa: S606 - what is measured
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    try:
        words, whole, up, written = _opened(terminal, program)
        keys = {key.name: _answers(terminal, key) for key in program.keys}
        idle = _at_rest(child, terminal, program.rests)
    finally:
        asked = perf_counter()
        cpu, memory = _left(child, terminal, program.leave)
    left = perf_counter() - asked
    return Run(
        words - began, whole - began, up - began, written, cpu, memory, keys, idle=idle, left=left
    )


def _opened(terminal: int, program: Program) -> tuple[float, float, float, int]:
    """When the words stood, all of the page did, and a key could be answered; in how many bytes."""
    said, stood, up, taken, cells = b"", [], 0.0, 0, Cells()
    wanted = [re.compile(program.words), re.compile(program.all or program.words)]
    while (part := _read(terminal, PATIENCE if wanted or not up else STILL)) is not None:
        came = perf_counter()
        said += part
        if wanted and (whole := _whole(said, taken)) > taken:
            cells.take(_ESCAPES.sub("", said[taken:whole].decode("utf-8", "ignore")))
            taken = whole
        while wanted and wanted[0].search(cells.text()):
            stood.append(came)
            wanted.pop(0)
        if not up and (program.up in said if program.up else not wanted):
            up = came
    if wanted:
        raise TimeoutError(f"“{wanted[0].pattern}” did not appear")
    return stood[0], stood[1], up, len(said)


def _whole(said: bytes, start: int) -> int:
    """Where what is written ends that is no begun character or escape sequence."""
    end = len(said)
    while end > start and said[end - 1] & 0xC0 == 0x80:
        end -= 1
    end = len(said) if end > start and said[end - 1] < 0x80 else end - 1
    begun = said.rfind(b"\x1b", max(start, end - 24), end)
    if begun >= 0 and not re.search(rb"[A-Za-z\x07\\]", said[begun + 2 : end]):
        end = begun
    return max(start, end)


def _answers(terminal: int, key: Key) -> tuple[Sequence[float], Sequence[int]]:
    """The answers to a key; to one that is held, how long they go on after it is let go."""
    return _held(terminal, key) if key.rate else _pressed(terminal, key)


def _held(terminal: int, key: Key) -> tuple[Sequence[float], Sequence[int]]:
    """How long a terminal goes on after the last press, and the bytes for each press."""
    size = 0
    for press in range(key.times):
        began = last = perf_counter()
        os.write(terminal, key.back if key.back and press % 2 else key.sent)
        while press < key.times - 1 and (left := began + 1 / key.rate - perf_counter()) > 0:
            size += len(_read(terminal, left) or b"")
    while (part := _read(terminal, STILL)) is not None:
        last = perf_counter()
        size += len(part)
    return [last - began], [size // key.times]


def _at_rest(child: int, terminal: int, seconds: float) -> float:
    """The share of a CPU that a program takes while nothing is asked of it."""
    clock = Path(f"/proc/{child}/stat")
    if not seconds or not clock.exists():
        return 0.0

    def used() -> int:
        return sum(map(int, clock.read_text().rpartition(")")[2].split()[11:13]))

    before, until = used(), perf_counter() + seconds
    while (left := until - perf_counter()) > 0:
        _read(terminal, left)
    return (used() - before) / os.sysconf("SC_CLK_TCK") / seconds


def _pressed(terminal: int, key: Key) -> tuple[Sequence[float], Sequence[int]]:
    """The times and sizes of the answers to a key; a key that changes nothing has none."""
    times, sizes = [], []
    for _ in range(key.times):
        began = last = perf_counter()
        size = 0
        os.write(terminal, key.sent)
        while (part := _read(terminal, STILL)) is not None:
            last = perf_counter()
            size += len(part)
        if size:
            times.append(last - began)
            sizes.append(size)
    return times, sizes


def _read(terminal: int, patience: float) -> bytes | None:
    """What comes next; None when nothing does, or the program is gone."""
    if not select.select([terminal], [], [], patience)[0]:
        return None
    try:
        return os.read(terminal, 1 << 16) or None
    except OSError:
        return None


def _left(child: int, terminal: int, leave: bytes) -> tuple[float, float]:
    """Leave the program; the CPU seconds and the memory of its life."""
    os.write(terminal, leave)
    while _read(terminal, 5.0) is not None:
        pass
    os.close(terminal)
    _, _, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def middle(values: Sequence[float]) -> float:
    """The median; 0 of nothing."""
    return median(values) if values else 0.0


def high(values: Sequence[float]) -> float:
    """The 95th percentile; 0 of nothing."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))] if values else 0.0
