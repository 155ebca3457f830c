import pytest
from textual.theme import Theme

from tests.hosts import Host, dossier_of_floods
from tui.inks import KINDS, VALUES, Inks, inks_of
from tui.screens.entities import EntitiesScreen, EntityPane
from tui.theming import load_theme, theme_names


def _inks(theme: Theme, *, colours: bool = True) -> Inks:
    grounds = {"background": theme.background or "", "foreground": theme.foreground or ""}
    return inks_of({**theme.variables, **grounds}, colours=colours)


@pytest.mark.parametrize("name", theme_names())
def test_without_colours_each_kind_has_a_mark_of_its_own(name: str) -> None:
    """Where NO_COLOR is set persons, places, bodies, dates and figures are told by their shape."""
    inks = _inks(load_theme(name).themes[0], colours=False)

    for dimmed in (False, True):
        drawn = [inks.kind(kind, dimmed=dimmed) for kind in KINDS[:5]]
        marks = {(ink.underline, ink.italic, ink.bold) for ink in drawn}
        assert len(marks) == 5
        assert (None, None, None) not in marks


@pytest.mark.parametrize("name", theme_names())
def test_what_matters_is_seen_without_colour(name: str) -> None:
    """In every theme names are underlined, values are not, and hits are reversed."""
    inks = _inks(load_theme(name).themes[0])

    underlined = {kind for kind in KINDS if inks.kind(kind).underline}
    assert underlined == set(KINDS) - VALUES
    assert {kind for kind in KINDS if inks.kind(kind, dimmed=True).underline} == underlined
    assert inks.hit.reverse


@pytest.mark.parametrize("name", ["encre", "papier", "terminal"])
async def test_a_terminal_without_colours_still_shows_what_is_chosen(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With NO_COLOR set the screen comes up in greys, or none, with bar and underline."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with Host(EntitiesScreen(dossier_of_floods()), theme=name).run_test() as pilot:
        strip = pilot.app.screen.query_one(EntityPane).render_line(0)

        for line_filter in pilot.app._filters:  # no public way to see what reaches the terminal
            strip = strip.apply_filter(line_filter, pilot.app.screen.background_colors[1])
        colours = [s.style.color for s in strip if s.style and s.style.color]
        triplets = [colour.triplet for colour in colours if colour.triplet]
        assert all(t.red == t.green == t.blue for t in triplets)
        assert strip.text.startswith("▌")
        assert any(s.style and s.style.underline for s in strip if "Claire" in s.text)
