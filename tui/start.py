"""The command ``dossier``: decides between a sub-command and the screen.

Nothing that takes time is imported before that is decided. What was kept of the last opening stands
first, if it is still true; what cannot be read is said in one sentence on a terminal as it was.
"""

import os
import signal
import sys
from collections.abc import Callable, MutableMapping
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from argparse import Namespace

    from dossier.index import Index
    from tui.app import DossierApp
    from tui.first_frame import FirstFrame
    from tui.opening import Asked
    from tui.watching import Watching


def main() -> int:
    """Run ``dossier`` with the arguments of the process; the exit status."""
    try:
        return _run()
    except KeyboardInterrupt:
        return 130


def _run() -> int:
    """Show the screen, or carry out a sub-command; the exit status."""
    from dossier import cli

    if None in (sys.stdin, sys.stdout, sys.stderr):
        from dossier.cli.running import open_what_is_closed

        open_what_is_closed()
    argv, language = language_asked(sys.argv[1:])
    if language is not None and not _speaks(language):
        return 2
    paths = cli.paths_to_read(argv)
    if paths is None:
        return cli.main(argv, {"serve": partial(_serve, language=language)})
    if in_a_page():
        return read(paths, language)
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return cli.main(["show", *map(_word_of, paths)])
    return read(paths, language)


def _serve(asked: "Namespace", *, language: str | None) -> int:
    """Serve the reader to a browser, in a language that was asked for; the exit status."""
    from tui.serving import serve

    return serve(asked, language)


def in_a_page() -> bool:
    """Whether what is drawn goes to a web page, by way of a server and not of a terminal."""
    return os.environ.get("TEXTUAL_DRIVER") == _PAGE


def leave_out_nonsense(environment: MutableMapping[str, str]) -> None:
    """Take no notice of what the toolkit is told of itself and would fail on.

    It reads its environment as it is imported; a driver is the terminal's, or a page's.
    """
    tests: dict[str, Callable[[str], bool]] = {
        "TEXTUAL_COLOR_SYSTEM": _COLOUR_SYSTEMS.__contains__,
        "TEXTUAL_DRIVER": _PAGE.__eq__,
        "TEXTUAL_LOG": _may_be_written,
        "COLUMNS": _may_be_a_size,
        "LINES": _may_be_a_size,
    }
    for name, is_sense in tests.items():
        if name in environment and not is_sense(environment[name]):
            del environment[name]


_PAGE = "textual.drivers.web_driver:WebDriver"
"""The driver that a server asks for."""
_COLOUR_SYSTEMS = frozenset(("auto", "standard", "256", "truecolor", "windows"))


def _may_be_written(file: str) -> bool:
    try:
        with open(file, "a", encoding="utf-8"):  # noqa: PTH123 - pathlib would make . of nothing
            return True
    except (OSError, ValueError):
        return False


def _may_be_a_size(said: str) -> bool:
    """Whether a terminal may have so many columns or lines."""
    return said.isdecimal() and 0 < int(said[:5]) <= _MOST_CELLS


_MOST_CELLS = 9_999


def language_asked(argv: list[str]) -> tuple[list[str], str | None]:
    """The arguments without ``--lang``, and what it says; None where it says nothing.

    A sub-command's arguments are its own, but for ``read`` and ``serve``, which have a screen.
    """
    from dossier import cli

    if argv[:1] and argv[0] in dict(cli.COMMANDS) and argv[0] not in {"read", "serve"}:
        return argv, None
    stop = argv.index("--") if "--" in argv else len(argv)
    for at, word in enumerate(argv[:stop]):
        if word == "--lang":
            return argv[:at] + argv[at + 2 :], "".join(argv[at + 1 : at + 2])
        if word.startswith("--lang="):
            return argv[:at] + argv[at + 1 :], word.partition("=")[2]
    return argv, None


def _speaks(language: str) -> bool:
    """Whether the screen speaks a language; if not, the reader is told which ones it does."""
    from dossier.cli.output import complain
    from tui.wording import LANGUAGES

    if language not in LANGUAGES:
        known = " or ".join(LANGUAGES)
        complain(f"The screen does not speak “{language}”: --lang takes {known}.")
    return language in LANGUAGES


def _word_of(path: Path) -> str:
    """A path as an argument that cannot be taken for an option."""
    word = str(path)
    return os.path.join(os.curdir, word) if word.startswith("-") and word != "-" else word  # noqa: PTH118


def read(paths: list[Path], language: str | None = None) -> int:
    """Read on the screen, in a language that was asked for or is left open; the exit status."""
    import gc

    from tui.first_frame import FirstFrame

    gc.disable()  # to look for rubbish among imports is 5 % of the time to a page (2026-11)
    for told in _ENDINGS:
        signal.signal(told, _leave)
    leave_out_nonsense(os.environ)
    first = FirstFrame(paths, language)
    try:
        first.show()
        return _read(paths, language, first)
    finally:
        first.back()


def _read(paths: list[Path], language: str | None, first: "FirstFrame") -> int:
    """Read on the screen, on which a frame may stand."""
    from dossier.cli.output import complain
    from dossier.problems import DossierError
    from tui.opening import Asked

    asked = Asked(language, first.question, first.answer)
    try:
        index, app = _opened(paths, asked, first)
    except DossierError as error:
        from tui.problems import problem_told

        first.back()
        asked.speak()
        complain(problem_told(str(error)))
        return 1
    finally:
        asked.withdraw()
    if not in_a_page():
        _listen_to_the_terminal()
    import asyncio

    app.run(loop=asyncio.new_event_loop())  # asyncio.run would wait for every thread
    first.back()
    index.close()
    if crashed := app.crash.told():
        complain(crashed)
    sys.stdout.flush()
    # what is still being worked out is not waited for
    os._exit(app.return_code or int(crashed is not None))


def _opened(paths: list[Path], asked: "Asked", first: "FirstFrame") -> tuple["Index", "DossierApp"]:
    """What is kept of a dossier, and the app that shows it; raises DossierError."""
    from dataclasses import replace

    from dossier.index import PATIENCE, Index
    from dossier.index.store import cache_folder, file_for
    from tui.sparing import load_toolkit

    index = Index(paths)
    dossier = index.open(PATIENCE)
    index.begin(dossier)
    load_toolkit()
    from tui.app import DossierApp
    from tui.memory import memory_file
    from tui.refining import Refining, pipelines_of
    from tui.settings import Settings
    from tui.standing import Standing, files_shown

    opening = replace(asked.opening(), memory=memory_file(dossier.folder))

    def refiner(settings: Settings) -> Refining:
        said = pipelines_of(settings.pipelines)
        on, keep = settings.model, index.keep
        return Refining(cache_folder, pipelines=said, on=on, keep=keep, elsewhere=index.refine)

    def files() -> list[Path]:
        return files_shown(opening, file_for(paths), dossier.folder)

    def watch() -> "Watching":
        from dossier.index.watching import Watch
        from tui.watching import Watching

        return Watching(Watch(paths, lambda: index.stamp), index.again, index.is_worked_out)

    return index, DossierApp(
        dossier,
        opening=opening,
        analyse=index.analyse,
        complete=index.complete,
        ready=_collect,
        refiner=refiner,
        watch=watch if any(map(os.path.exists, paths)) else None,  # not for standard input
        standing=Standing(first, files, str(opening.dark) if asked.asks else "known"),
    )


_ENDINGS = (signal.SIGTERM, signal.SIGHUP) if sys.platform != "win32" else (signal.SIGTERM,)
"""What a system sends to end a program."""


def _leave(told: int, _frame: FrameType | None) -> NoReturn:
    """End in order: what is on the way out puts the terminal back as it was."""
    raise SystemExit(128 + told)


def _listen_to_the_terminal() -> None:
    """Take keys from the terminal, where the articles came on standard input."""
    if not sys.stdin.isatty() and sys.platform != "win32":
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, 0)
        os.close(terminal)


def _collect() -> None:
    """Look for rubbish again, now that a page stands; not in what was imported."""
    import gc

    gc.freeze()
    gc.enable()
    sys.setswitchinterval(0.001)  # a key waits less for what is read or worked out meanwhile
