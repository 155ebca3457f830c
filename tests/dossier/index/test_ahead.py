"""A folder that is read by several is the folder that is read by one."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from dossier.dossier import analyse, open_dossier
from dossier.index import Index, ahead
from dossier.index.ahead import Bring, bring_by
from dossier.reading import ahead as reading_ahead
from dossier.reading.ahead import chunks_of, read_ahead, workers
from dossier.reading.one import read_article

MANY = 12


CHUNK = 1500


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles on a bankruptcy, some longer than a chunk, beside what cannot be read."""
    monkeypatch.setattr(reading_ahead, "CHUNK_BYTES", CHUNK)
    monkeypatch.setattr("dossier.index.rules_mark", lambda: "rules")  # also while one edits them
    folder = tmp_path / "faillite"
    folder.mkdir()
    for number in range(MANY):
        said = f"La société Verrier doit {number + 2} millions d'euros, dit Anne Le Goff.\n\n"
        text = f"Verrier dépose le bilan ({number})\n\n" + said * (5 if number % 3 else 40)
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "05.md").write_bytes(b"")
    (folder / "06.png.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe")
    return folder


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    """Two processes that read."""
    with workers(2) as pool:
        yield pool


class Failing(Executor):
    """Workers of which none reads what it is given."""

    def submit(self, *_: object, **__: object) -> "Future[object]":  # type: ignore[override] # takes anything
        """A future that fails."""
        future: Future[object] = Future()
        future.set_exception(ModuleNotFoundError("No module named 'dossier'"))
        return future


class Gone(Executor):
    """Workers that are not there any more."""

    def submit(self, *_: object, **__: object) -> "Future[object]":  # type: ignore[override] # takes anything
        """Nothing is taken."""
        raise RuntimeError("cannot schedule new futures after shutdown")


class Unborn(Executor):
    """Workers that the system does not let begin."""

    def submit(self, *_: object, **__: object) -> "Future[object]":  # type: ignore[override] # takes anything
        """No process can be begun."""
        raise ValueError("bad value(s) in fds_to_keep")


def contents_of(folder: Path) -> list[tuple[str, bytes]]:
    """The files of a folder."""
    return [(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


def shelf_by(folder: Path, bring: Bring, name: str) -> bytes:
    """The one file that is kept of a folder, whose files were so brought in."""
    index = Index([folder], folder.parent / name, bring=bring)
    index.keep(analyse(index.open()))
    (kept,) = (folder.parent / name).iterdir()
    return kept.read_bytes()


def alone(*_: object) -> dict[str, tuple[str, object]]:
    """Nothing is brought in: every file is read in this process."""
    return {}


def test_what_is_kept_is_the_same_whoever_read_it(folder: Path, pool: Executor) -> None:
    """Threads, processes and this process alone keep the same bytes."""
    kept = shelf_by(folder, alone, "alone")  # type: ignore[arg-type] # nothing is of every kind

    with ThreadPoolExecutor(3) as threads:
        assert shelf_by(folder, bring_by(threads, 4), "threads") == kept
    assert shelf_by(folder, bring_by(pool, 4), "processes") == kept


def test_what_was_read_comes_in_the_order_of_the_files(folder: Path, pool: Executor) -> None:
    """Every file once, in order, each as one process reads it; nothing is missed."""
    files, missed = contents_of(folder), list[str]()

    read = list(read_ahead(files, pool, 3, missed))

    assert read == [(file, read_article(file, raw)) for file, raw in files]
    assert missed == []


@pytest.mark.parametrize("workers", [Failing, Gone, Unborn])
def test_workers_that_fail_hinder_nothing(folder: Path, workers: Callable[[], Executor]) -> None:
    """What they do not read is read here; why they did not is told."""
    missed: list[str] = []

    dossier = Index([folder], bring=bring_by(workers(), 2, missed=missed)).open()

    assert dossier == open_dossier([folder])
    assert len(dossier.articles) == MANY
    assert missed


def test_a_worker_that_is_killed_hinders_nothing(folder: Path) -> None:
    """A process that ends in the middle is told of, and the folder is read."""
    missed: list[str] = []
    with workers(1) as pool:
        pool.submit(os._exit, 9).exception()

        dossier = Index([folder], bring=bring_by(pool, 2, missed=missed)).open()

    assert dossier == open_dossier([folder])
    assert missed


def test_no_more_is_out_than_asked_for(
    folder: Path, pool: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many files there are, so many chunks of them are held at a time."""
    monkeypatch.setattr(reading_ahead, "CHUNK_BYTES", 1)  # a file is a chunk
    taken = 0

    def taking() -> Iterator[tuple[str, bytes]]:
        nonlocal taken
        for file, raw in contents_of(folder):
            taken += 1
            yield file, raw or b"-"

    held = [taken - read for read, _ in enumerate(read_ahead(taking(), pool, 3, []))]

    assert max(held) == 4  # three are out, and the one that is to go
    assert taken == len(held)


def test_chunks_are_of_about_one_size_and_lose_no_file(folder: Path) -> None:
    """Every file is in a chunk, in order; no chunk but the last could do with another file."""
    files = contents_of(folder)

    chunks = list(chunks_of(files))

    assert [file for chunk in chunks for file in chunk] == files
    assert all(sum(len(raw) for _, raw in chunk) >= CHUNK for chunk in chunks[:-1])
    assert all(sum(len(raw) for _, raw in chunk[:-1]) < CHUNK for chunk in chunks)


def test_a_large_folder_is_read_by_several_unasked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From some size on other processes read it, of which this one is told; not below."""
    told: list[int] = []
    monkeypatch.setattr(ahead, "cores", lambda: 2)
    assert ahead.bring([folder], (), told.append) == {}

    monkeypatch.setattr(ahead, "WORTH", 5_000)
    brought = ahead.bring([folder], ("03.txt",), told.append)

    assert list(brought) == [file for file, _ in contents_of(folder) if file != "03.txt"]
    assert told == list(range(1, len(brought) + 1))


def test_a_worker_loads_what_reading_needs_and_nothing_else() -> None:
    """To read plain text loads neither names nor topics nor what keeps them."""
    asked = (
        "import sys; from dossier.reading.ahead import read_chunk; "
        "read_chunk([('a.txt', b'Une crue a Tours\\n\\nLe pont est ferme.')]); "
        "print(sorted(m for m in sys.modules if m.startswith('dossier.')))"
    )

    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert "dossier.structure" in done.stdout
    for room in ("entities", "topics", "dossier", "index", "decisions", "search"):
        assert f"'dossier.{room}" not in done.stdout


SCREEN = """
import sys
from pathlib import Path
from dossier.index import ahead

class Taken:
    def write(self, text): return len(text)
    def flush(self): pass
    def fileno(self): return -1

if __name__ == "__main__":
    ahead.cores, ahead.WORTH = (lambda: 2), 1
    sys.stderr = taken = Taken()
    brought = ahead.bring([Path(sys.argv[1])], ())
    print(len(brought), sys.stderr is taken)
"""
"""Reads a folder while stderr is what a screen that takes what is printed makes of it."""


def test_a_folder_is_read_by_several_while_a_screen_stands(folder: Path, tmp_path: Path) -> None:
    """Its stream in the place of stderr has no number to give, and is there again after."""
    script = tmp_path / "screen.py"
    script.write_text(SCREEN, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, script, folder], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == [str(len(contents_of(folder))), "True"]
