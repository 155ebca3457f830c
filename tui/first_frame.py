"""The first frame: what a dossier will look like when it is opened again, shown at once then.

Who leaves has the screen drawn once more, unseen, as it will be at the next opening; the cells are
kept with all they depend on: the articles' files, their sizes and dates, what was kept and chosen,
the program's own files, the terminal, its size and ground, the language. When the dossier is opened
again and all of that is as it was, the frame stands at once. Keys typed meanwhile wait in the
terminal. Textual then paints over it what differs, and nothing does.

The files of a large dossier are not looked at before its frame stands, as they are not before its
page does: both show what the index holds, and what is otherwise is shown once that is found.

Light: the standard library's built-in parts alone, for each import is time without a page. A frame
is words, inks and places; a file that holds anything else is not shown.
"""

import os
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.terminal import Answer, Question

_FORM = "dossier frame 2"
_UNSEEN = "unseen "
"""How the line of articles begins whose files are looked at after the frame stands."""
_MOST_BYTES, _MOST_FILES, _MOST_FRAMES = 1 << 18, 20_000, 40
_PATIENCE = 0.05
"""Seconds a terminal has to say its ground; a frame is not worth waiting longer for."""
_UNTOLD = "ground None"
"""What is kept of a terminal that was asked for its ground and did not say."""

_ENVIRONMENT = (
    *("TERM", "COLORTERM", "TERM_PROGRAM", "COLORFGBG", "FORCE_COLOR", "HOME", "TMUX"),
    *("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME", "LANG", "PYTHONUTF8"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "DOSSIER_DATA_DIR"),
)
"""What of the environment a picture may depend on, beside all of Textual's own."""

_CONTROLS = frozenset(map(chr, (*range(0x1B), *range(0x1C, 0x20), *range(0x7F, 0xA0))))

OPEN, CLOSE = "\x1b[?1049h\x1b[?25l\x1b[?7l", "\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
"""The alternate screen, without a cursor and without wrapping; and back."""


class FirstFrame:
    """The frame of a dossier's next opening, and the terminal it stands on."""

    def __init__(self, paths: Sequence[os.PathLike[str]], language: str | None = None) -> None:
        """``language`` is the one asked for, if any."""
        self._asked = paths
        self._paths = [os.path.realpath(path) for path in paths]
        self._language = language or ""
        self.frame = ""
        """What stands; empty when nothing does."""
        self.size = (0, 0)
        """Columns and lines of the terminal."""
        self.before: list[Any] | None = None  # Any: what tcgetattr gives and tcsetattr takes
        """The terminal's settings before the frame stood."""
        self.question: Question | None = None
        """What the terminal was asked, if it has not answered."""
        self.answer: Answer | None = None
        """What it answered."""

    # -- showing

    def show(self, environment: Mapping[str, str] = os.environ) -> bool:
        """Show what was kept, if it is still true; whether it stands."""
        if "-" in map(str, self._asked) or not _may_stand(environment):
            return False
        try:
            # pathlib is 15 ms later, and a pipe of that name would be waited for without end
            with open(self.file(), "rb", opener=_unwaited) as kept:
                written, _, drawn = kept.read(_MOST_BYTES).partition(b"\n\n")
            head, frame = written.decode("utf-8", "surrogateescape"), drawn.decode("utf-8")
            size = os.get_terminal_size(2)
            conditions, _, ground = head.rpartition("\n")
            then = conditions.split("\n")
            unseen = any(said.startswith(_UNSEEN) for said in then)
            now = self._conditions(_files_of(then), size, environment, unseen=unseen)
            true = all(said == held for said, held in zip_longest(now, then))
            if not (true and is_frame(frame) and self._is_ground(ground)):
                return False
            self.frame, self.size = frame, (size.columns, size.lines)
            self._open()
        except (OSError, ValueError):
            return False
        return True

    def _is_ground(self, said: str) -> bool:
        """Whether the terminal is as dark or as light as it was; asked where it was asked then.

        One that did not say is not waited for: should it say so now, the page is painted over.
        """
        if said == "ground known":
            return True
        from tui.terminal import Question

        question = Question(0)
        if said == _UNTOLD:
            self.question = question
            return True
        if not question.is_answered(_PATIENCE):
            self.question = question
            return False
        self.answer = question.answer()
        return said == f"ground {self.answer.dark}"

    def _open(self) -> None:
        """Have the frame stand; keys wait from now on, and are not echoed."""
        import termios

        self.before = termios.tcgetattr(0)
        quiet = termios.tcgetattr(0)
        quiet[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        quiet[6][termios.VMIN] = 1
        quiet[6][termios.VSUSP] = os.fpathconf(0, "PC_VDISABLE").to_bytes(1, "little")
        termios.tcsetattr(0, termios.TCSANOW, quiet)
        if self.question is not None:
            self.before = self.question.hand_over(quiet) or self.before
        _write(OPEN + self.frame)

    def back(self) -> None:
        """Give the terminal back as it was, if a frame stands."""
        if self.before is not None:
            import termios

            with suppress(OSError, termios.error):
                if self.question is not None:
                    self.question.answer()  # a late one would be echoed
                _write(CLOSE)
                termios.tcsetattr(0, termios.TCSANOW, self.before)
            self.before, self.frame = None, ""

    # -- keeping

    def file(self) -> str:
        """Where the frame is kept."""
        from platformdirs import user_cache_dir

        folder = user_cache_dir("dossier-reader", appauthor=False)
        named = "\0".join(self._paths).encode("utf-8", "surrogateescape")
        name = f"{zlib.crc32(named):08x}{zlib.adler32(named):08x}.frame"
        return os.path.join(folder, "frames", name)  # noqa: PTH118 - as above

    def keep(
        self,
        frame: str,
        size: tuple[int, int],
        files: Sequence[os.PathLike[str] | str],
        ground: str,
        environment: Mapping[str, str] = os.environ,
        *,
        unseen: bool = False,
    ) -> bool:
        """Keep a frame, with the state of the files that it depends on; whether it is kept.

        ``ground`` is "known", or what the terminal said of it when it was asked. ``unseen`` says
        that the page will stand before the articles' files are looked at.
        """
        named = [os.path.realpath(file) for file in files]
        conditions = list(self._conditions(named, size, environment, unseen=unseen))
        if not is_frame(frame) or any("\n" in said for said in conditions):  # in a name
            return False
        head = "\n".join((*conditions, f"ground {ground}", ""))
        written = head.encode("utf-8", "surrogateescape") + b"\n" + frame.encode("utf-8")
        return len(written) <= _MOST_BYTES and _keep_whole(self.file(), written)

    def _conditions(
        self,
        files: Sequence[str],
        size: Sequence[int],
        environment: Mapping[str, str],
        *,
        unseen: bool,
    ) -> Iterator[str]:
        """All that a frame depends on, as it is now, a line each."""
        yield _FORM
        yield f"size {size[0]} {size[1]}"
        yield f"language {self._language}"
        names = {*_ENVIRONMENT, *(name for name in environment if name.startswith("TEXTUAL"))}
        for name in sorted(names & environment.keys()):
            yield f"environment {name}={environment[name]}"
        here = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120
        for part in ("dossier", "themes", "tui"):
            yield f"program {_stamp_of(os.path.join(here, part))}"  # noqa: PTH118
        for path in self._paths:
            if unseen:
                yield f"{_UNSEEN}{os.path.exists(path)} {path}"  # noqa: PTH110
            else:
                yield f"articles {_stamp_of(path)} {path}"
        for file in files:
            yield f"file {_stamp_of(file)} {file}"


def is_frame(said: str) -> bool:
    """Whether it is words, inks and places alone: nothing that a terminal would do more for."""
    if not said or not _CONTROLS.isdisjoint(said):
        return False
    start, *orders = said.split("\x1b")
    ends = (order[1:].lstrip("0123456789;")[:1] for order in orders if order[:1] == "[")
    return not start and [end in {"m", "H"} for end in ends] == [True] * len(orders)


def _may_stand(environment: Mapping[str, str]) -> bool:
    """Whether this is a terminal to show a frame on, and it is ours now."""
    if sys.platform == "win32" or environment.get("TERM", "dumb") == "dumb":
        return False
    if not environment.keys().isdisjoint(("NO_COLOR", "COLUMNS", "LINES", "TEXTUAL_DRIVER")):
        return False
    try:
        ours = os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False
    return ours and os.isatty(2)


def _files_of(conditions: Sequence[str]) -> list[str]:
    """The files that conditions name; ValueError where one names none."""
    told = (said.split(" ", 2) for said in conditions if said.startswith("file "))
    return [file for _, _, file in told]


def _stamp_of(path: str) -> str:
    """What changes when a file does, or any below a folder: sizes, dates, places and names.

    Raises ValueError for more files than can be looked at before a page stands.
    """
    sums, many = (0, 1), 0
    folders = [path]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except NotADirectoryError:
            return _look_of(os.stat(folder))  # noqa: PTH116
        except OSError:
            entries = []
            sums = _summed(sums, f"{folder} -")
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
                continue
            many += 1
            with suppress(OSError):
                sums = _summed(sums, f"{entry.path} {_look_of(entry.stat())}")
        if many > _MOST_FILES:
            raise ValueError(f"{many} files are too many")
    return f"{many}-{sums[0]:08x}{sums[1]:08x}"


def _look_of(stat: os.stat_result) -> str:
    return f"{stat.st_size}-{stat.st_mtime_ns}-{stat.st_ctime_ns}-{stat.st_ino}"


def _summed(sums: tuple[int, int], said: str) -> tuple[int, int]:
    more = said.encode("utf-8", "surrogateescape")
    return zlib.crc32(more, sums[0]), zlib.adler32(more, sums[1])


def _keep_whole(file: str, written: bytes) -> bool:
    """Write a file for its owner alone, whole or not at all; the oldest of too many go."""
    folder, neighbour = os.path.dirname(file), f"{file}.{os.getpid()}.new"  # noqa: PTH120
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        with open(neighbour, "wb", opener=_private) as stream:
            stream.write(written)
        os.replace(neighbour, file)  # noqa: PTH105
        kept = sorted(os.scandir(folder), key=lambda entry: entry.stat().st_mtime_ns)
        for entry in kept[:-_MOST_FRAMES]:
            os.unlink(entry.path)  # noqa: PTH108
    except OSError:
        with suppress(OSError):
            os.unlink(neighbour)  # noqa: PTH108
        return False
    return True


def _unwaited(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _write(said: str) -> None:
    """Write to the terminal, all of it."""
    left = said.encode("utf-8")
    while left:
        left = left[os.write(2, left) :]
