"""What a terminal of 256 colours shows of ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from dossier.clippings import ClippingStore
from dossier.dossier import Dossier
from tui.app import DossierApp
from tui.fewer_colours import fewer
from tui.inks import Inks, inks_of
from tui.opening import Opening
from tui.settings import Settings
from tui.theming import DISCERNIBLE, READABLE, contrast_of, load_theme, theme_names
from tui.widgets.drawn import Drawn

OURS = [name for name in theme_names() if not load_theme(name).themes[0].ansi]
"""The themes whose colours are not the terminal's own."""


def _inks(name: str) -> Inks:
    [theme] = load_theme(name).themes
    grounds = {"background": theme.background or "", "foreground": theme.foreground or ""}
    return inks_of({**theme.variables, **grounds})


def _words(inks: Inks) -> Iterator[Style]:
    """Every style that words have, on the ground and on the selected row."""
    yield from (inks.ground + style for style in inks.dimmed)
    yield inks.hit
    for style in (inks.text, inks.dim, inks.accent, inks.clipping, *inks.kinds):
        yield inks.ground + style
        yield inks.ground + style + inks.selected


def _contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast_of(style.color.get_truecolor(), style.bgcolor.get_truecolor())


@pytest.mark.parametrize("name", OURS)
def test_words_and_marks_stay_readable_in_256_colours(name: str) -> None:
    """WCAG AA holds of what is shown, not only of what was meant."""
    inks = _inks(name)

    assert min(_contrast(fewer(style)) for style in _words(inks)) >= READABLE
    for faint in (inks.faint, inks.faint + inks.selected):
        assert _contrast(fewer(faint)) >= DISCERNIBLE


@pytest.mark.parametrize("name", OURS)
def test_what_differs_differs_in_256_colours(name: str) -> None:
    """Five kinds have five colours, and the selected row is not the ground's."""
    inks = _inks(name)

    assert len({fewer(style).color for style in inks.kinds[:5]}) == 5
    assert fewer(inks.selected).bgcolor != fewer(inks.ground).bgcolor


@pytest.mark.parametrize("name", OURS)
def test_no_ground_becomes_another_hue(name: str) -> None:
    """A cream page is not pink: grounds stay as near to what was meant as the terminal allows."""
    inks = _inks(name)

    for style in (inks.ground, inks.selected):
        assert style.bgcolor is not None
        meant, shown = style.bgcolor.get_truecolor(), fewer(style).bgcolor
        assert shown is not None
        assert max(abs(a - b) for a, b in zip(meant, shown.get_truecolor(), strict=True)) <= 30


def test_a_colour_is_shown_as_it_was_chosen() -> None:
    """Nothing that writes it to the terminal takes it for another."""
    style = fewer(Style.parse("#ff8800 on #fafafa"))

    assert style.color is not None
    assert style.color.downgrade(ColorSystem.EIGHT_BIT) == style.color


def test_the_terminal_s_own_colours_are_left() -> None:
    """What is no colour of ours, and how letters look, stays."""
    own = Style(color=Color.parse("red"), bgcolor=Color.default(), underline=True, bold=True)

    assert fewer(own) == own
    assert fewer(Style(bold=True)) == Style(bold=True)


@pytest.mark.parametrize("theme", ["papier", "catppuccin"])
async def test_a_screen_of_256_colours_has_no_other(
    theme: str, flood: Dossier, tmp_path: Path
) -> None:
    """Every line of every pane is in the colours that the terminal has."""
    store = ClippingStore(tmp_path / "clippings.jsonl", "test")
    opening = Opening(Settings(theme=theme), colours=256)
    app = DossierApp(flood, store=store, analyse=lambda opened: opened, opening=opening)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        styles = [
            segment.style
            for widget in app.screen.query(Drawn)
            for y in range(widget.size.height)
            for segment in widget.render_line(y)
        ]

        colours = {colour for style in styles if style for colour in (style.color, style.bgcolor)}
        assert colours
        assert all(colour is None or colour.triplet is None for colour in colours)
