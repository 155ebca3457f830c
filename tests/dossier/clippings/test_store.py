"""Clippings kept on disk: whole, in order, by several readers at once."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.clippings import Clipping, ClippingStore, clip, data_folder, store_of
from dossier.clippings.records import clipping_of, record_of
from dossier.problems import DossierError
from dossier.spans import Span
from dossier.structure import structure_article

TEXT = "Un, deux, trois, quatre, cinq."


def clipping(number: int, note: str = "") -> Clipping:
    """A clipping unlike any other number's."""
    created = f"2025-12-03T10:00:{number:02}+00:00"
    return clip(structure_article("a.txt", TEXT), Span(0, 2), created=created, note=note)


def store_in(tmp_path: Path) -> ClippingStore:
    """The store of a dossier, opened anew."""
    return store_of(tmp_path / "dossier", kept_in=tmp_path / "kept")


def test_clippings_outlive_the_program(tmp_path: Path) -> None:
    """What was kept, let go, rewritten and put in order is so at the next opening."""
    store = store_in(tmp_path)
    store.add(*(clipping(number) for number in range(4)))
    store.remove(clipping(1).id)
    store.replace(clipping(2, note="à vérifier"))
    kept = store.reorder([clipping(3).id, clipping(0).id])

    assert kept == (clipping(3), clipping(0), clipping(2, note="à vérifier"))
    assert store_in(tmp_path).load() == kept
    assert not (tmp_path / "dossier").exists()


def test_two_readers_see_what_the_other_keeps(tmp_path: Path) -> None:
    """Two who have the dossier open lose nothing of each other's."""
    one, other = store_in(tmp_path), store_in(tmp_path)
    one.add(clipping(1))
    other.add(clipping(2))

    assert one.remove(clipping(2).id) == (clipping(1),)
    assert other.load() == (clipping(1),)


def test_a_line_cut_by_a_crash_is_as_if_never_written(tmp_path: Path) -> None:
    """The start of a line at the end of the file does no harm to those before and after."""
    store = store_in(tmp_path)
    store.add(clipping(1))
    with store.path.open("ab") as journal:
        journal.write(b'{"do": "keep", "clipp')
    again = store_in(tmp_path)

    assert again.load() == (clipping(1),)
    assert again.add(clipping(2)) == store_in(tmp_path).load() == (clipping(1), clipping(2))
    assert again.problems == ()


@pytest.mark.parametrize(
    "damage", [b"\0\0\0\n", b"{}\n", b'{"do":"keep","clipping":{}}\n', b"\xff\n"]
)
def test_a_damaged_file_is_kept_aside_and_told(tmp_path: Path, damage: bytes) -> None:
    """What can be read stays, the file as it was is kept, and the reader is told once."""
    store = store_in(tmp_path)
    store.add(clipping(1))
    before = store.path.read_bytes() + damage
    store.path.write_bytes(before)
    store_in(tmp_path).add(clipping(2))
    found = store_in(tmp_path)

    assert found.load() == (clipping(1), clipping(2))
    (aside,) = store.path.parent.glob("*.damaged-*")
    assert aside.read_bytes().startswith(before)
    assert aside.name in found.problems[0].message
    again = store_in(tmp_path)
    assert (again.load(), again.problems) == ((clipping(1), clipping(2)), ())


def test_a_later_form_is_left_alone(tmp_path: Path) -> None:
    """A file of a later version is neither read nor written."""
    store = store_in(tmp_path)
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(b'{"format":2}\n')

    with pytest.raises(DossierError, match="later version"):
        store.add(clipping(1))
    assert store.path.read_bytes() == b'{"format":2}\n'


def test_changes_that_count_no_more_are_cleared_away(tmp_path: Path) -> None:
    """A journal does not grow for ever, and a reader who has it open follows."""
    open_all_along = store_in(tmp_path)
    open_all_along.add(clipping(1))
    store = store_in(tmp_path)
    for number in range(250):
        store.replace(clipping(1, note=str(number)))
    long = store.path.stat().st_size

    assert store_in(tmp_path).load() == (clipping(1, note="249"),)
    assert store.path.stat().st_size < long / 50
    assert open_all_along.add(clipping(2)) == (clipping(1, note="249"), clipping(2))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where nothing can be written nothing is kept, and the message says so."""
    (tmp_path / "kept").write_text("a file where a folder should be")

    with pytest.raises(DossierError, match="Not kept"):
        store_in(tmp_path).add(clipping(1))


def test_the_data_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment may name another folder for what the program keeps."""
    monkeypatch.setenv("DOSSIER_DATA_DIR", str(tmp_path))

    assert data_folder() == tmp_path
    assert store_of(Path("x")).path.is_relative_to(tmp_path)


WRITERS = """
import sys
from pathlib import Path
from dossier import writing
from dossier.clippings import clip, store_of
from dossier.spans import Span
from dossier.structure import structure_article
article = structure_article("a.txt", "Un, deux")
store = store_of(Path("dossier"), kept_in=Path(sys.argv[1]))
writing.PATIENCE = 60.0  # where others work as well
for number in range(20):
    store.add(clip(article, Span(0, 2), created=f"{sys.argv[2]} {number}"))
"""


def test_readers_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    """Three processes keep twenty clippings each in one store: sixty are there."""
    running = [
        subprocess.Popen([sys.executable, "-c", WRITERS, str(tmp_path), name]) for name in "abc"
    ]
    statuses = [process.wait() for process in running]

    assert statuses == [0, 0, 0]
    kept = store_of(Path("dossier"), kept_in=tmp_path).load()
    assert len({clipping.created for clipping in kept}) == 60


@given(st.text(), st.text(), st.lists(st.text()))
def test_a_record_leads_back_to_its_clipping(words: str, note: str, tags: list[str]) -> None:
    """Written as JSON and read again, a clipping is the same."""
    text = f"a{words}b"
    kept = clip(
        structure_article("a.txt", text),
        Span(0, len(text)),
        created="2025-12-03",
        note=note,
        tags=tuple(tags),
    )

    assert clipping_of(record_of(kept)) == kept
