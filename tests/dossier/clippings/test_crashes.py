"""Clippings when the program is killed, the disk is full, or nothing may be written."""

import contextlib
import os
import random
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.clippings import clip, store_of
from dossier.export.quotes import read_quotes
from dossier.export.writing import write_files
from dossier.problems import DossierError
from dossier.spans import Span
from dossier.structure import structure_article
from dossier.writing import write_whole

KEEPING = """
import sys
from pathlib import Path
from dossier.clippings import clip, store_of
from dossier.spans import Span
from dossier.structure import structure_article
article = structure_article("a.txt", "Un, deux, trois.")
store = store_of(Path("dossier"), kept_in=Path(sys.argv[1]))
for number in range(100_000):
    kept = clip(article, Span(0, 2), created=f"{sys.argv[2]} {number}", note="x" * 500)
    store.add(kept)
    print(kept.id, flush=True)
    if number % 3 == 0:
        store._tidy()
"""

ARTICLE = structure_article("a.txt", "Un, deux, trois.")


def test_what_was_confirmed_outlives_a_kill_at_any_instant(tmp_path: Path) -> None:
    """Killed again and again while keeping and tidying, the store has all that was confirmed."""
    confirmed: set[str] = set()
    chance = random.Random(7)  # noqa: S311 - instants are drawn, not secrets
    for turn in range(4):
        command = [sys.executable, "-c", KEEPING, str(tmp_path), str(turn)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout
        for _ in range(chance.randint(1, 40)):
            confirmed.add(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL)
        confirmed.update(line.strip() for line in process.stdout if line.endswith("\n"))
        process.wait()
        process.stdout.close()
        store = store_of(Path("dossier"), kept_in=tmp_path)
        kept = {clipping.id for clipping in store.load()}

        assert confirmed <= kept
        assert store.problems == ()
    write_whole(store.path, store.path.read_bytes())
    assert sorted(p.suffix for p in store.path.parent.iterdir()) == [".jsonl", ".lock"]


TAKING = """
import sys
from pathlib import Path
from dossier.clippings import clip, find_all_again, store_of
from dossier.dossier import Dossier
from dossier.export import arranged, form_named
from dossier.export.document import of_clippings
from dossier.export.writing import write_files
from dossier.spans import Span
from dossier.structure import structure_article
where, turn = Path(sys.argv[1]), sys.argv[2]
text = " ".join(f"Nombre {number}, dit-elle." for number in range(40))
article = structure_article("a.txt", text)
dossier = Dossier("La crue", (article,), language="fr")
store = store_of(Path("dossier"), kept_in=where)
for number in range(100_000):
    kept = clip(article, Span(0, 60 + number % 900), created=f"{turn} {number}")
    clippings = store.add(kept)
    print(kept.id, flush=True)
    if number % 7 == 0:
        store._tidy()
    found = of_clippings(dossier, find_all_again(clippings[-9:], dossier.articles))
    page = form_named("markdown").write(arranged(dossier, found, group="time"))
    file = where / "kept.md"
    write_files([(file, page + f"<!-- {number} ends -->\\n")], replace=[file])
    print("written", flush=True)
"""

KILLS = int(os.environ.get("DOSSIER_KILLS", "6"))
"""How often the program is killed; more by hand."""


def test_clipping_and_exporting_leave_nothing_by_half_when_killed(tmp_path: Path) -> None:
    """Killed at any instant: what was confirmed is kept, an export is whole, its quotes hold."""
    article = " ".join(f"Nombre {number}, dit-elle." for number in range(40))
    chance = random.Random(11)  # noqa: S311 - instants are drawn, not secrets
    confirmed: set[str] = set()
    exported = 0
    for turn in range(KILLS):
        command = [sys.executable, "-c", TAKING, str(tmp_path), str(turn)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout
        said = []
        for line in process.stdout:
            said.append(line)
            if turn or line == "written\n":  # however slow it is, one export is done
                break
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        said += list(process.stdout)
        process.wait()
        process.stdout.close()
        told = [line.strip() for line in said if line.endswith("\n")]
        exported += told.count("written")
        confirmed.update(word for word in told if word != "written")
        store = store_of(Path("dossier"), kept_in=tmp_path)
        kept = {clipping.id for clipping in store.load()}
        page = tmp_path / "kept.md"
        text = page.read_text(encoding="utf-8") if page.exists() else "<!-- 0 ends -->\n"

        assert confirmed <= kept
        assert store.problems == ()
        assert re.search(r"<!-- \d+ ends -->\n\Z", text)
        assert all(quote.words in article for quote in read_quotes(text))
    write_files([(page, "")], replace=[page])  # clears away what a kill left beside it
    left = sorted(one.name for one in tmp_path.iterdir() if one.name != "clippings")
    assert left == ["kept.md"]
    assert len(confirmed) >= KILLS
    assert exported


FILLING = """
import resource, signal, sys
from pathlib import Path
from dossier.clippings import clip, store_of
from dossier.problems import DossierError
from dossier.spans import Span
from dossier.structure import structure_article
article = structure_article("a.txt", "Un, deux, trois.")
store = store_of(Path("dossier"), kept_in=Path(sys.argv[1]))
store.add(clip(article, Span(0, 2), created="1"))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = store.path.stat().st_size + 100
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    store.add(clip(article, Span(4, 8), created="2"))
except DossierError as error:
    print(error)
print(len(store.load()))
"""


def test_a_full_disk_is_told_and_harms_nothing(tmp_path: Path) -> None:
    """When there is no room for a line, it is not there by half, and the reader is told."""
    command = [sys.executable, "-c", FILLING, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    store = store_of(Path("dossier"), kept_in=tmp_path)
    kept = store.load()

    assert done.stdout.startswith("Not kept: ")
    assert done.stdout.endswith("\n1\n")
    assert [clipping.created for clipping in kept] == ["1"]
    assert store.add(clip(ARTICLE, Span(4, 8), created="2"))[-1].created == "2"
    assert store.problems == ()


def test_a_folder_that_is_read_only_keeps_its_clippings_elsewhere(tmp_path: Path) -> None:
    """The dossier's folder is not written to; where nothing may be written, what is there shows."""
    folder = tmp_path / "dossier"
    folder.mkdir(mode=0o500)
    store = store_of(folder, kept_in=tmp_path / "kept")
    kept = store.add(clip(ARTICLE, Span(0, 2), created="1"))
    store.path.parent.chmod(0o500)
    store.path.chmod(0o400)
    try:
        again = store_of(folder, kept_in=tmp_path / "kept")
        assert again.load() == kept
        if os.geteuid() != 0:
            with pytest.raises(DossierError, match="Not kept"):
                again.add(clip(ARTICLE, Span(4, 8), created="2"))
    finally:
        store.path.parent.chmod(0o700)

    assert list(folder.iterdir()) == []


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path) -> None:
    """Nothing is left beside it either."""
    path = tmp_path / "x.md"
    path.write_bytes(b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OSError, match="large"):
            write_whole(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)

    assert [p.name for p in tmp_path.iterdir()] == ["x.md"]
    assert path.read_bytes() == b"before"
