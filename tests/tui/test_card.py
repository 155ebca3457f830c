"""The card of a name: what it tells, and what goes first where there is little room."""

from dossier.entities import Entity, Mention
from dossier.spans import Span
from tui.card import card_rows
from tui.inks import inks_of
from tui.theming import load_theme

MENTIONS = tuple(
    Mention(f"{at % 3}.txt", Span(at, at + 1), "person", "after “juge”") for at in range(9)
)
USHAKOV = Entity(
    "Iouri Ouchakov",
    "person",
    ("Iouri Ouchakov", "Youri Ushakov"),
    (*MENTIONS, Mention("0.txt", Span(20, 21), "person", "two capitals or more")),
    why=("Youri Ushakov = Iouri Ouchakov: same surname, Youri = Iouri",),
)


def rows(width: int, many: int, *, entity: Entity = USHAKOV, words: str = "") -> list[str]:
    """The words of a card's rows."""
    [theme] = load_theme("encre").themes
    grounds = {"background": theme.background or "", "foreground": theme.foreground or ""}
    inks = inks_of({**theme.variables, **grounds})
    card = card_rows(
        entity.mentions[0], entity, inks, width, many, words=words, source_name="Daily {}".format
    )
    return ["".join(part for part, _ in row).strip() for row in card]


def test_a_card_tells_names_sources_and_why() -> None:
    """Its other names, how often each source names it, this one first, and why names are one."""
    assert rows(70, 6, words="Youri Ushakov") == [
        "─" * 70,
        "Iouri Ouchakov  person · 10 mentions · in 3 sources",
        "also Youri Ushakov",
        "Daily 0.txt 4 · Daily 1.txt 3 · Daily 2.txt 3",
        "Youri Ushakov = Iouri Ouchakov: same surname, Youri = Iouri",
        ". next · , before · * narrow to it",
    ]


def test_sources_that_do_not_fit_are_counted() -> None:
    """What is left out is told as a number."""
    assert "Daily 0.txt 4 · +2" in rows(30, 6)


def test_with_little_room_the_name_and_the_reason_stay() -> None:
    """Keys go first, then the sources, the other names, at last the reason."""
    assert rows(60, 1) == ["Iouri Ouchakov  person · 10 mentions · in 3 sources"]
    assert rows(60, 2)[1] == "after “juge”"
    assert "also Youri Ushakov" in rows(60, 3)
    assert all(len(rows(60, many)) <= many for many in range(1, 8))
    assert all(len(row) <= 12 for many in range(1, 8) for row in rows(12, many))
