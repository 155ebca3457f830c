"""What a terminal of 256 colours, or of sixteen, shows of ours.

Left to Rich, each of red, green and blue goes to its nearest step: on such a terminal a cream page
was pink, a dark tint a middle grey that no word could be read on (Rich 14, 2026-11). Here a colour
becomes the one that looks most like it, and words stay as readable on their ground as they were.
Absent on purpose: the sixteen that a reader may have set otherwise, where there are 240 beside.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Mixed
from textual.filter import LineFilter

from tui.theming import READABLE, contrast_of

FEW, SOME = 16, 256
"""How many colours a terminal has that has not any."""


class FewerColours(LineFilter):
    """Shows lines in the colours that a terminal has."""

    def __init__(self, many: int) -> None:
        """``many`` is how many colours there are: ``FEW`` or ``SOME``."""
        super().__init__()
        self._many = many

    def apply(self, segments: list[Segment], background: Mixed) -> list[Segment]:  # noqa: ARG002
        """The same segments in such colours."""
        return [
            Segment(text, style and fewer(style, self._many), control)
            for text, style, control in segments
        ]


@lru_cache(maxsize=1024)
def fewer(style: Style, many: int) -> Style:
    """The style in the colours of a terminal that has so many; its own colours are left."""
    ink, ground = _mixed(style.color), _mixed(style.bgcolor)
    on = _nearest(ground, many) if ground else None
    asked = min(READABLE, contrast_of(ink, ground)) if ink and ground else 0
    shown = _nearest(ink, many, on, asked) if ink else None
    return style + Style.from_color(
        None if shown is None else Color.from_ansi(shown),
        None if on is None else Color.from_ansi(on),
    )


def _mixed(colour: Color | None) -> tuple[int, int, int] | None:
    """Red, green, blue, 0..255, of a colour that is not the terminal's own."""
    mixed = colour is not None and colour.type is ColorType.TRUECOLOR
    return colour.triplet if mixed and colour else None


@lru_cache(maxsize=256)
def _nearest(rgb: tuple[int, int, int], many: int, on: int | None = None, least: float = 0) -> int:
    """The number of the colour that looks most like it, of those with that contrast on another.

    The one with the most contrast where none has as much.
    """
    wanted, known = _oklab(rgb), _known(many)

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
def _known(many: int) -> Mapping[int, tuple[float, float, float]]:
    """The colours by number: the cube and the greys of 256, else the sixteen."""
    return {n: _oklab(_rgb(n)) for n in (range(16) if many == FEW else range(16, 256))}


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
