"""A very large dossier: read by another process alone, and sorted only when that is asked for."""

from pathlib import Path

import pytest

from dossier.dossier import analyse, open_dossier
from dossier.index import Index, sorts_itself
from dossier.index.articles import KeptArticles
from dossier.index.store import has_more
from tests.dossier.index.kept_folder import Child, index_of, kept_file, make_large, write


@pytest.fixture(autouse=True)
def _very_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three articles are very many."""
    make_large(monkeypatch, 2)
    monkeypatch.setattr("dossier.index.VERY_LARGE", 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four articles, of which nothing is kept."""
    return write(tmp_path / "crue")


@pytest.fixture
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", Child)


@pytest.mark.usefixtures("_here")
def test_it_is_read_by_another_process_and_not_sorted(folder: Path) -> None:
    """The articles stand as they are kept, not read here; no names, no topics, nothing begun."""
    index = index_of(folder)
    begun = index.open(patience=0)
    index.begin(begun)
    assert not begun.whole

    dossier = index.complete(begun)

    assert isinstance(dossier.articles, KeptArticles)
    assert dossier == open_dossier([folder])
    assert dossier.checked
    assert not sorts_itself(dossier)
    assert index.analyse(dossier) is dossier


@pytest.mark.usefixtures("_here")
def test_the_page_stands_before_its_files_are_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without topics as well, what is kept is shown, and then found to be true."""
    index = index_of(folder)
    index.complete(index.open(patience=0))

    with monkeypatch.context() as patch:
        patch.setattr("dossier.index.stamp_of", None)
        again = index_of(folder)
        dossier = again.open(patience=0)
        again.begin(dossier)
    assert (dossier.whole, dossier.checked, dossier.analysed) == (True, False, False)
    assert again.complete(dossier) is dossier


@pytest.mark.usefixtures("_here")
def test_what_changed_is_read_by_another_process_too(folder: Path) -> None:
    """A file changed, one added: what is shown then is what stands there."""
    index = index_of(folder)
    index.complete(index.open(patience=0))
    (folder / "a.txt").write_text("Le canal gèle\n\nNul ne navigue.", encoding="utf-8")
    (folder / "e.txt").write_text("Il dégèle\n\nOn navigue.", encoding="utf-8")

    again = index_of(folder)
    dossier = again.complete(again.open(patience=0))
    assert dossier == open_dossier([folder])
    (folder / "e.txt").unlink()
    assert again.again() == open_dossier([folder])


def test_where_nothing_can_be_kept_it_is_read_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home that is read only, a full disk, a process that cannot be begun: one reads."""
    monkeypatch.setattr("dossier.index.may_save", lambda _: False)
    index = index_of(folder)
    assert index.complete(index.open(patience=0)) == open_dossier([folder])

    monkeypatch.undo()
    monkeypatch.setattr("dossier.index.VERY_LARGE", 3)
    monkeypatch.setattr("dossier.index.shelf.sqlite3.connect", _full)
    monkeypatch.setattr("subprocess.Popen", Child)
    index = index_of(folder)
    assert index.complete(index.open(patience=0)) == open_dossier([folder])
    assert not list((folder.parent / "cache").iterdir())


def _full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_it_is_sorted_when_that_is_asked_for(folder: Path) -> None:
    """What ``dossier index`` keeps is there at the next opening."""
    index = Index([folder], folder.parent / "cache", at_hand=True)
    assert index.keep(analyse(index.open()))

    dossier = index_of(folder).open(patience=0)
    assert dossier.analysed
    assert dossier.topics
    assert kept_file(folder).exists()


def test_files_are_counted_as_far_as_it_matters(folder: Path) -> None:
    """Sub-folders count, what is hidden or ours does not, nor what is not there."""
    (folder / ".hidden").touch()
    (folder / "dossier.toml").touch()
    write(folder / "sub")

    assert has_more([folder], 7)
    assert not has_more([folder], 8)
    assert has_more([folder / "a.txt", folder / "b.txt"], 1)
    assert not has_more([folder / "nowhere"], 1)


@pytest.mark.parametrize("said", ['title = "La levée"', "published = 2026-02-01"])
def test_a_title_or_a_day_by_hand_takes_no_topic_from_it(folder: Path, said: str) -> None:
    """Names and topics stand until ``dossier index`` is run again, which works them out anew."""
    index = Index([folder], folder.parent / "cache", at_hand=True)
    index.keep(before := analyse(index.open()))
    (folder / "dossier.toml").write_text(f'[[article]]\nfile = "d.txt"\n{said}\n', "utf-8")

    dossier = index_of(folder).open(patience=0)

    assert [topic.title for topic in dossier.topics] == [topic.title for topic in before.topics]
    assert dossier.found.entities
    assert dossier.article("d.txt") == open_dossier([folder]).article("d.txt")
    for topic in dossier.topics:
        sources = dossier.sources(topic)
        assert {one.article.file for one in sources} == {one.file for one in topic.extracts}
    assert not Index([folder], folder.parent / "cache", at_hand=True).open().analysed
