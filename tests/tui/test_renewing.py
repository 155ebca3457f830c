"""What is said when files were changed while one reads."""

from dataclasses import replace
from pathlib import Path

from dossier.dossier import Dossier, open_dossier
from dossier.topics import Topic
from tui.renewing import told


def titled(folder: Path, *titles: str) -> Dossier:
    """A dossier of one article, with topics of these titles."""
    (folder / "a.txt").write_text("La crue\n\nLa Loire est sortie de son lit.\n", encoding="utf-8")
    topics = tuple(Topic(title, ()) for title in titles)
    return replace(open_dossier([folder]), topics=topics)


def test_topics_that_are_no_more_are_told(tmp_path: Path) -> None:
    """One reads in a list that was made anew: how much of it is told, with what was changed."""
    before = titled(tmp_path, "La crue", "Les secours", "Les dégâts")

    assert told(before, titled(tmp_path, "La crue", "Les aides"), ()) == "2 topics regrouped"
    assert told(before, titled(tmp_path, "Les dégâts", "La crue", "Les secours"), ()) == ""


def test_topics_that_are_still_to_come_are_not_told_as_gone(tmp_path: Path) -> None:
    """Until they are worked out there are none."""
    assert told(titled(tmp_path, "La crue"), titled(tmp_path), ()) == ""
