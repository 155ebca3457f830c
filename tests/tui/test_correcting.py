"""Corrections: made, shown, taken back and made again, the file with them."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.decisions import TopicDecision
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
