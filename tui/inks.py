"""Inks: the theme's roles as styles that lines are drawn with.

Meaning never rests on colour alone: names are underlined, what is selected has a bar, what is
dimmed is said so in the bottom line. Where there are no colours each kind has a mark of its own.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from rich.style import Style
from textual.color import Color

from dossier.entities import EntityKind
from dossier.values import dataclass
from tui.theming import READABLE, contrast

KINDS: tuple[EntityKind, ...] = ("person", "place", "organisation", "date", "figure", "other")
"""Every kind of mention, in the order of the keys that switch them."""

VALUES: frozenset[EntityKind] = frozenset({"date", "figure"})
"""The kinds that are values: coloured, not underlined."""

_MARKS = (
    Style(underline=True),
    Style(underline=True, italic=True),
    Style(underline=True, bold=True),
    Style(italic=True),
    Style(bold=True),
    Style(underline=True),
)
"""What tells each of ``KINDS`` without a colour."""


@dataclass(frozen=True, slots=True)
class Inks:
    """A style for each role, on the ground."""

    ground: Style
    text: Style
    dim: Style
    faint: Style
    rule: Style
    accent: Style
    clipping: Style
    hit: Style
    """Reversed, so that a hit is seen where there are no colours; not underlined, name or not."""
    selected: Style
    """The tint of a selected row: a background alone."""
    kinds: tuple[Style, ...]
    """Foreground and underline of each of ``KINDS``."""
    dimmed: tuple[Style, ...]
    """The same off topic: nearer to the ground, still readable."""

    native: bool = False
    """Whether any of them is the terminal's own colour rather than one of ours."""

    def kind(self, kind: EntityKind, *, dimmed: bool = False) -> Style:
        """How a mention of that kind is painted."""
        return (self.dimmed if dimmed else self.kinds)[KINDS.index(kind)]


BOLD = Style(bold=True)
ITALIC = Style(italic=True)
REVERSE = Style(reverse=True)
STOOD_ON = Style(bold=True, underline=True)
"""What is added to the hit one stands on: it is told from the others without a colour."""


def inks_of(variables: Mapping[str, str], *, colours: bool = True) -> Inks:
    """The inks of a theme's variables; without colours (NO_COLOR) each kind has its own mark."""
    inks = _inks(
        variables["background"],
        variables["foreground"],
        *(variables[role] for role in _ROLES),
    )
    return inks if colours else _marked(inks)


@lru_cache(maxsize=8)
def _marked(inks: Inks) -> Inks:
    """The inks, each kind told by its mark; one object, as rows drawn before are compared by it."""
    return replace(
        inks,
        kinds=tuple(map(Style.__add__, inks.kinds, _MARKS)),
        dimmed=tuple(map(Style.__add__, inks.dimmed, _MARKS)),
    )


_ROLES = ("dim", "faint", "rule", "accent", "clipping", "hit", "hit-ground", "selected", *KINDS)


@lru_cache(maxsize=8)
def _inks(ground: str, text: str, *roles: str) -> Inks:
    said = dict(zip(_ROLES, roles, strict=True))
    back = Color.parse(ground)

    def on_ground(colour: Color, *, underline: bool | None = None) -> Style:
        return Style(color=colour.rich_color, bgcolor=back.rich_color, underline=underline)

    def ink(role: str) -> Style:
        return on_ground(Color.parse(said[role]))

    kinds = [(Color.parse(said[kind]), None if kind in VALUES else True) for kind in KINDS]
    return Inks(
        ground=on_ground(Color.parse(text)),
        text=on_ground(Color.parse(text)),
        dim=ink("dim"),
        faint=ink("faint"),
        rule=ink("rule"),
        accent=ink("accent"),
        clipping=ink("clipping"),
        hit=Style(
            color=Color.parse(said["hit-ground"]).rich_color,
            bgcolor=Color.parse(said["hit"]).rich_color,
            reverse=True,
            underline=False,
        ),
        selected=Style(bgcolor=Color.parse(said["selected"]).rich_color),
        kinds=tuple(Style(color=c.rich_color, underline=u) for c, u in kinds),
        dimmed=tuple(Style(color=_half(c, back).rich_color, underline=u) for c, u in kinds),
        native=any(Color.parse(said).ansi is not None for said in (ground, text, *roles)),
    )


def _half(colour: Color, ground: Color) -> Color:
    """Towards the ground, half way at most, and no further than words can be read.

    The colour itself when either is only the terminal's to know.
    """
    if colour.ansi is not None or ground.ansi is not None:
        return colour
    for share in (0.4, 0.3, 0.2, 0.1):
        quieter = colour.blend(ground, share)
        if contrast(quieter.hex, ground.hex) >= READABLE:
            return quieter
    return colour
