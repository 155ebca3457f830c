"""What a terminal of 256 colours shows of ours.

Left to Rich, each of red, green and blue goes to its nearest step: on such a terminal a cream page
was pink, a dark tint a middle grey that no word could be read on (Rich 14, 2026-11). Here a colour
becomes the one that looks most like it, and words stay as readable on their ground as they were.
Absent on purpose: the first sixteen, which every terminal has otherwise.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Mixed
from textual.filter import LineFilter

from tui.theming import READABLE, contrast_of


class FewerColours(LineFilter):
    """Shows lines in such colours."""

    def apply(self, segments: list[Segment], background: Mixed) -> list[Segment]:  # noqa: ARG002
        """The same segments, seen so."""
        return [Segment(text, style and fewer(style), control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def fewer(style: Style) -> Style:
    """The style in the colours of the cube and the greys; the terminal's own are left."""
    ink, ground = _mixed(style.color), _mixed(style.bgcolor)
    on = _nearest(ground) if ground else None
    asked = min(READABLE, contrast_of(ink, ground)) if ink and ground else 0
    shown = _nearest(ink, on, asked) if ink else None
    return style + Style.from_color(
        None if shown is None else Color.from_ansi(shown),
        None if on is None else Color.from_ansi(on),
    )


def _mixed(colour: Color | None) -> tuple[int, int, int] | None:
    """Red, green, blue, 0..255, of a colour that is not the terminal's own."""
    mixed = colour is not None and colour.type is ColorType.TRUECOLOR
    return colour.triplet if mixed and colour else None


@lru_cache(maxsize=256)
def _nearest(rgb: tuple[int, int, int], on: int | None = None, least: float = 0) -> int:
    """The number of the colour that looks most like it, of those with that contrast on another.

    The one with the most contrast where none has as much.
    """
    wanted, known = _oklab(rgb), _known()

    def unlike(number: int) -> float:
        return sum((a - b) ** 2 for a, b in zip(known[number], wanted, strict=True))

    def contrast_on(number: int) -> float:
        return least if on is None else contrast_of(_rgb(number), _rgb(on))

    most_alike = min(known, key=unlike)
    if contrast_on(most_alike) >= least:
        return most_alike
    enough = [number for number in known if contrast_on(number) >= least]
    return min(enough, key=unlike) if enough else max(known, key=contrast_on)


@cache
def _known() -> Mapping[int, tuple[float, float, float]]:
    """The colours by number."""
    return {number: _oklab(_rgb(number)) for number in range(16, 256)}


def _rgb(number: int) -> tuple[int, int, int]:
    """Red, green, blue, 0..255."""
    return Color.from_ansi(number).get_truecolor()


def _oklab(rgb: tuple[int, int, int]) -> tuple[float, float, float]:
    """Lightness, green to red, blue to yellow: near in these is alike to the eye.

    Björn Ottosson, A perceptual color space for image processing, 2020.
    """
    red, green, blue = ((part / 255) ** 2.2 for part in rgb)
    long = (0.4122 * red + 0.5363 * green + 0.0514 * blue) ** (1 / 3)
    middle = (0.2119 * red + 0.6807 * green + 0.1074 * blue) ** (1 / 3)
    short = (0.0883 * red + 0.2817 * green + 0.6300 * blue) ** (1 / 3)
    return (
        0.2105 * long + 0.7936 * middle - 0.0041 * short,
        1.9780 * long - 2.4286 * middle + 0.4506 * short,
        0.0259 * long + 0.7828 * middle - 0.8087 * short,
    )
