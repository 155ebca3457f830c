"""A program in a pseudo-terminal, seen from outside: when words stand, what a key costs.

No screen is emulated. Words stand when they were written, escape sequences taken out; a key is
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
from statistics import median
from time import perf_counter

STILL = 0.25
"""Seconds without a byte after which a program is taken to wait for a key."""

PATIENCE = 60.0
"""Seconds after which a program is given up."""

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)"
)


@dataclass(frozen=True, slots=True)
class Key:
    """A key, pressed so many times."""

    name: str
    sent: bytes
    times: int


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


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost. Seconds, bytes, MiB."""

    words: float
    """From the start until the words stand."""
    all: float
    """From the start until all of the first page stands."""
    written: int
    """Bytes before the first key."""
    cpu: float
    """CPU seconds of the program's whole life, the processes it waited for counted."""
    memory: float
    """The most it held at once."""
    keys: Mapping[str, tuple[Sequence[float], Sequence[int]]]
    """For each key: until the last byte of the answer, and how many bytes that was."""


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
        words, whole, written = _opened(terminal, program)
        keys = {key.name: _pressed(terminal, key) for key in program.keys}
    finally:
        cpu, memory = _left(child, terminal, program.leave)
    return Run(words - began, whole - began, written, cpu, memory, keys)


def _opened(terminal: int, program: Program) -> tuple[float, float, int]:
    """When the words stood, when all of the page did, how many bytes that took."""
    said, stood = b"", []
    wanted = [re.compile(program.words), re.compile(program.all or program.words)]
    while (part := _read(terminal, PATIENCE if wanted else STILL)) is not None:
        came = perf_counter()
        said += part
        shown = _ESCAPES.sub("", said.decode("utf-8", "ignore")) if wanted else ""
        while wanted and wanted[0].search(shown):
            stood.append(came)
            wanted.pop(0)
    if wanted:
        raise TimeoutError(f"“{wanted[0].pattern}” did not appear")
    return stood[0], stood[1], len(said)


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
