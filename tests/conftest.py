"""What holds for every test: nothing of whoever runs it, and no failure for a busy machine."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

_THEIRS = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "COLORFGBG", "COLORTERM")
"""What a terminal says of itself; beside it, all that is Textual's, ours or of a language."""
_PREFIXES = ("DOSSIER_", "LC_", "TEXTUAL_")
_KEPT = {"DOSSIER_KILLS", "TEXTUAL_SNAPSHOT_TEMPDIR"}

_MOST_WORKERS = 8


def pytest_xdist_auto_num_workers() -> int:
    """Two tests a core at a time, for they wait more than they work."""
    return min(2 * len(_cores()), _MOST_WORKERS)


def _cores() -> "set[int] | range":
    if sys.platform == "linux":
        return os.sched_getaffinity(0)
    return range(os.cpu_count() or 1)


@pytest.fixture(scope="session", autouse=True)
def _nobodys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home in which nothing is kept or set, and a terminal that says nothing of itself."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in sorted(os.environ):
            if name in _THEIRS or (name.startswith(_PREFIXES) and name not in _KEPT):
                patch.delenv(name)
        patch.delenv("LANGUAGE", raising=False)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("HOME", str(home))
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        yield


@pytest.fixture(autouse=True)
def _signals_given_back() -> Iterator[None]:
    """A test that runs the app leaves nobody behind who heeds the system: Ctrl+c ends the tests."""
    told = [getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP", "SIGINT")]
    heeding = {one: signal.getsignal(one) for one in told if one}
    yield
    for one, heed in heeding.items():
        signal.signal(one, heed)
