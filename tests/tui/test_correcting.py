"""Corrections: made, shown, taken back and made again, the file with them."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.decisions import Place, TopicDecision
from dossier.dossier import Dossier
from dossier.problems import DossierError
from tui.correcting import Correcting
from tui.history import History


class Desk:
    """Holds the dossier that is read, as a screen does."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.history = History()
        self.correcting = Correcting(lambda: self.dossier, self.take, self.history)

    def take(self, dossier: Dossier) -> None:
        """Show another one."""
        self.dossier = dossier

    def titles(self) -> list[str]:
        """What the left pane would list."""
        return [topic.title for topic in self.dossier.topics]


@pytest.fixture
def desk(flood: Dossier, tmp_path: Path) -> Desk:
    """A desk on the flood, in a folder that can be written."""
    return Desk(replace(flood, folder=tmp_path))


def test_a_correction_is_shown_undone_and_done_again(desk: Desk, tmp_path: Path) -> None:
    """A topic retitled, back to its title, retitled again; the file says the same each time."""
    before = desk.titles()
    decision = TopicDecision("Ce que dit la mairie", was=(before[0],))

    desk.correcting.make("retitle", decision)
    after, written = desk.titles(), (tmp_path / "dossier.toml").read_text("utf-8")
    undone, back, gone = desk.history.undo(), desk.titles(), (tmp_path / "dossier.toml").exists()
    redone, again = desk.history.redo(), desk.titles()

    assert after == ["Ce que dit la mairie", *before[1:]]
    assert "Ce que dit la mairie" in written
    assert (undone, back, gone) == ("retitle", before, False)
    assert (redone, again) == ("retitle", after)
    assert desk.history.redo() is None


def test_what_cannot_be_written_changes_nothing(desk: Desk) -> None:
    """Without a folder there is nothing to write in; the reader is told, and nothing is to undo."""
    desk.dossier = replace(desk.dossier, folder=None)
    before = desk.titles()

    with pytest.raises(DossierError, match="no folder"):
        desk.correcting.make("retitle", TopicDecision("Autre", was=(before[0],)))

    assert desk.titles() == before
    assert desk.history.undo() is None


def test_nothing_is_said_to_be_done_where_the_file_is_gone(desk: Desk, tmp_path: Path) -> None:
    """What another hand took away is neither taken back nor done again."""
    desk.correcting.make("retitle", TopicDecision("Zorro", was=(desk.titles()[0],)))
    (tmp_path / "dossier.toml").unlink()

    assert desk.history.undo() is None
    assert desk.history.redo() is None
    assert not (tmp_path / "dossier.toml").exists()


def test_what_another_hand_wrote_while_one_was_asked_stays(desk: Desk, tmp_path: Path) -> None:
    """The passage is put to the words that stand there by then; both show."""
    file = tmp_path / "dossier.toml"
    desk.correcting.make("terms", TopicDecision("Le bac", ("bac",)))
    file.write_text(file.read_text("utf-8").replace('"bac"', '"bac", "eau"'), "utf-8")
    desk.correcting.make("move", TopicDecision("Le bac", ("bac",), (Place("flood.txt", 1),)))

    [held] = desk.dossier.decisions.topics
    assert held == TopicDecision("Le bac", ("bac", "eau"), (Place("flood.txt", 1),))
