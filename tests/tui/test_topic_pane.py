"""Titles in a narrow pane: what neighbours open with is told once."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import HOSTILE, PIECES
from tui.glyphs import cells
from tui.widgets.topic_pane import cut_both, told_once

STORY = ("Aude : la crue", "Aude : les secours", "Aude : le bilan")
titles = st.lists(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["Aude", "Clinton", "漢字漢字", *HOSTILE]),
        st.sampled_from([" : ", ": ", "", ":"]),
        st.sampled_from(["", "la crue", *PIECES]),
    ),
    max_size=8,
)


def test_neighbours_of_a_story_tell_its_mark_once() -> None:
    """Where one of them has not the room; another story, and a lone title, stay as they are."""
    every = ("Bilan", *STORY, "Clinton: the vote", "Clinton: the money")

    assert told_once(every, [15] * 6) == (
        "Bilan",
        "Aude : la crue",
        "— les secours",
        "— le bilan",
        "Clinton: the vote",
        "— the money",
    )
    assert told_once(every, [18] * 6) == every


def test_a_title_apart_from_its_story_has_its_mark() -> None:
    """Put elsewhere by hand, it is not taken for one of the topic above."""
    assert told_once((STORY[0], "Clinton", STORY[1]), [5] * 3) == (STORY[0], "Clinton", STORY[1])


def test_of_a_title_in_one_line_both_parts_are_seen() -> None:
    """The mark is cut before what follows is gone; a title without a mark is cut at its end."""
    assert cut_both("Strasbourg : la traque", 14) == "Str… : la tra…"
    assert cut_both("Strasbourg : la traque", 22) == "Strasbourg : la traque"
    assert cut_both("La sécurité renforcée", 14) == "La sécurité r…"


@given(titles, st.integers(0, 30))
def test_no_title_is_lost_or_too_wide(some: list[str], room: int) -> None:
    """As many as there were, each in its room when cut."""
    shown = told_once(some, [room] * len(some))

    assert len(shown) == len(some)
    assert all(cells(cut_both(title, room)) <= room for title in some)
    assert all(new == old or old.endswith(new[2:]) for new, old in zip(shown, some, strict=True))
