"""Watching: what is otherwise in the folder is seen, once it is still, and nothing else is."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.index.store import stamp_of
from dossier.index.watching import Change, Watch, compared

notes = st.dictionaries(st.text(max_size=3), st.integers(0, 3), max_size=6)


def test_a_folder_is_the_same_from_wherever_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was indexed by one way to write the path is known by another."""
    (tmp_path / "crue").mkdir()
    (tmp_path / "crue" / "a.txt").write_text("La rivière monte.", encoding="utf-8")
    whole = stamp_of([tmp_path / "crue"])
    monkeypatch.chdir(tmp_path)

    assert stamp_of([Path("crue")]) == whole != ""
    monkeypatch.chdir(tmp_path / "crue")
    assert stamp_of([Path()]) == whole


@given(notes, notes)
def test_a_comparison_tells_the_way_from_one_to_the_other(
    shown: dict[str, int], now: dict[str, int]
) -> None:
    """What is shown, with what is added, changed and removed, is what is there now."""
    change = compared(shown, now)
    kept = {path: note for path, note in shown.items() if path not in change.removed}
    told = [*change.added, *change.changed, *change.removed]

    assert kept | {path: now[path] for path in (*change.added, *change.changed)} == now
    assert len(set(told)) == len(told)
    assert bool(change) == (shown != now)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, one of them in a sub-folder."""
    folder = tmp_path / "crue"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("La Seille déborde.")
    (folder / "sub" / "b.txt").write_text("Le pont est fermé.")
    return folder


def watching(folder: Path) -> Watch:
    """A watch that has seen the folder as it was read."""
    stamp = stamp_of([folder])
    watch = Watch([folder], lambda: stamp)
    watch.look()
    assert not watch.look()
    return watch


def test_a_file_counts_once_it_is_still(folder: Path) -> None:
    """What is still being written is not told; it is when two looks see the same."""
    watch, new = watching(folder), folder / "sub" / "c.txt"
    new.write_text("La moitié")
    first = watch.look()
    new.write_text("La moitié, et le reste.")
    second = watch.look()

    assert (first, second) == (Change(), Change())
    assert watch.look() == Change(added=(str(new),))


def test_what_is_taken_is_told_no_more(folder: Path) -> None:
    """A change is told at each look until it is taken, and not then."""
    watch = watching(folder)
    (folder / "a.txt").write_text("La Seille baisse enfin.")
    (folder / "sub" / "b.txt").unlink()
    watch.look()
    told = watch.look(), watch.look()
    watch.accept()

    change = Change(changed=(str(folder / "a.txt"),), removed=(str(folder / "sub" / "b.txt"),))
    assert told == (change, change)
    assert not watch.look()
    assert watch.is_true()


def test_what_is_no_article_is_passed_over(folder: Path) -> None:
    """Hidden files, an editor's own, data and what is ours say nothing of the articles."""
    watch = watching(folder)
    for name in (".a.txt.swp", ".hidden", "table.csv", "README.md"):
        (folder / name).write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "head.txt").write_text("x")

    assert not watch.look()
    assert not watch.look()


def test_decisions_that_were_written_are_told_apart(folder: Path) -> None:
    """``dossier.toml`` is no article: that it was written is told, and nothing of the articles."""
    watch = watching(folder)
    (folder / "dossier.toml").write_text("[dossier]\ntitle = 'Crue'\n")
    watch.look()

    assert watch.look() == Change(decisions=True)


def test_a_file_that_comes_while_decisions_are_taken_is_told(folder: Path) -> None:
    """What is seen for the first time as something put right is taken is still to come."""
    watch = watching(folder)
    (folder / "dossier.toml").write_text('[dossier]\ntitle = "La crue"\n')
    watch.look()
    (folder / "c.txt").write_text("La route est coupée.")

    assert watch.look() == Change(decisions=True)
    watch.accept()
    assert watch.look() == Change(added=(str(folder / "c.txt"),))
    watch.accept()
    assert not watch.look()


def test_a_folder_that_is_gone_is_told(folder: Path) -> None:
    """Nothing is said to be removed where the whole folder is not there."""
    watch = watching(folder)
    folder.rename(folder.with_name("away"))
    gone = watch.look()
    folder.with_name("away").rename(folder)
    watch.look()

    assert gone == Change(gone=True)
    assert not watch.look()


def test_what_changed_before_the_first_look_is_seen(folder: Path) -> None:
    """Files that are others than those that were read are told, though no look saw those."""
    watch = Watch([folder], lambda: "of other files")
    watch.look()

    assert watch.look() == Change(unknown=True)
    assert not watch.is_true()


def test_files_that_were_named_are_looked_at_alone(folder: Path) -> None:
    """A dossier of single files sees those, and not their neighbours."""
    one = folder / "a.txt"
    watch = Watch([one])
    watch.look()
    watch.look()
    (folder / "c.txt").write_text("Une autre.")
    beside = watch.look(), watch.look()
    one.write_text("La Seille baisse.")
    watch.look()

    assert beside == (Change(), Change())
    assert watch.look() == Change(changed=(str(one),))


def test_a_large_folder_is_looked_at_less_often(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a look takes long the files are left alone for a while, but not a folder's list."""
    clock = iter(range(10_000))
    monkeypatch.setattr("dossier.index.watching.thread_time", lambda: float(next(clock)))
    watch = watching(folder)
    os.utime(folder / "a.txt", ns=(1, 1))
    rested = watch.look(), watch.look(), watch.look()
    (folder / "c.txt").write_text("Une autre.")
    watch.look()

    assert rested == (Change(), Change(), Change())
    assert watch.look().added == (str(folder / "c.txt"),)
