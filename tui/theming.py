"""A file of ``themes/`` to a Textual theme: palette in, roles out, and what is wrong with the line.

A theme gives colours to roles, never to widgets; widgets name roles (``$person``, ``$dim``). What a
reader's own file says wrongly is a ``Problem`` and the rest of the file still counts; what it
leaves out comes from our own dark or light theme. Absent on purpose: styles such as bold or
underline. A mark has to be told apart without colour, so its style is the widget's, in every theme.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from textual.color import Color, ColorParseError
from textual.theme import Theme

import themes
from dossier.problems import Problem
from dossier.reading.files import is_file
from dossier.spans import Span
from dossier.values import dataclass
from tui.toml_lines import at_line, line_of, plain_tables

if TYPE_CHECKING:
    from tomllib import TOMLDecodeError

ROLES = (
    "ground",
    "text",
    "dim",
    "faint",
    "rule",
    "selected",
    "accent",
    "clipping",
    "hit",
    "hit-ground",
    "person",
    "place",
    "organisation",
    "date",
    "figure",
    "other",
)
"""What a theme colours. ``text`` and ``dim`` are for words; ``faint`` is for marks, never words;
``rule`` is decoration; ``selected`` lies under words."""

INKS = ("text", "dim", "accent", "clipping", *ROLES[ROLES.index("person") :])
"""The roles that words are written in, on ``ground`` and on ``selected``."""

READABLE, DISCERNIBLE = 4.5, 3.0
"""The least contrast of words, and of marks (WCAG 2.2, 1.4.3 and 1.4.11, AA)."""

OWN = ("encre", "papier")
"""Our own two, dark and light: first when themes are walked through, and what fills gaps."""

SIXTEEN = ("terminal", "terminal-light")
"""The two for terminals that have no colours but their own sixteen."""


@dataclass(frozen=True, slots=True)
class LoadedThemes:
    """Themes, in the order they are walked through, and what was wrong in the reader's files."""

    themes: tuple[Theme, ...]
    problems: tuple[Problem, ...] = ()


def load_theme(name: str, user_folder: Path | None = None) -> LoadedThemes:
    """The one theme of that name, the reader's before ours; "encre" and a problem for want of it.

    Quick enough to stand before the first paint: it opens one file.
    """
    problems: tuple[Problem, ...] = ()
    for file in _files_named(name, user_folder):
        loaded = _loaded(file, checked=file.parent != _FOLDER)
        if loaded.themes:
            return loaded
        problems += loaded.problems
    if not problems:
        known = ", ".join(theme_names(user_folder))
        problems = (Problem(name, f"There is no theme “{name}”; the themes are {known}."),)
    return LoadedThemes(_loaded(_FOLDER / f"{OWN[0]}.toml").themes, problems)


def load_themes(user_folder: Path | None = None) -> LoadedThemes:
    """Every theme, ours first, then the reader's; one of theirs replaces ours of the same name."""
    found: dict[str, Theme] = {}
    problems: list[Problem] = []
    for name in theme_names(user_folder):
        loaded = load_theme(name, user_folder)
        problems += loaded.problems
        found.update((theme.name, theme) for theme in loaded.themes)
    return LoadedThemes(tuple(found.values()), tuple(problems))


def theme_names(user_folder: Path | None = None) -> tuple[str, ...]:
    """The names there are: our own two, our others, the reader's."""
    theirs: list[str] = []
    if user_folder is not None:
        with suppress(OSError):  # a folder that is shut has none
            theirs = _names_in(user_folder)
    return tuple(dict.fromkeys([*OWN, *_names_in(_FOLDER), *theirs]))


def _names_in(folder: Path) -> list[str]:
    return sorted(file.stem for file in folder.glob("*.toml") if is_file(file))


@cache
def role_defaults() -> Mapping[str, str]:
    """A colour for each role, for an app whose theme does not give it: those of "encre"."""
    return _own_roles(dark=True)


def read_theme(name: str, text: str, file: str) -> LoadedThemes:
    """The theme a TOML text describes; none of it only when the text is not TOML."""
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{_sentence(error)}: the theme was left out."
        return LoadedThemes((), (Problem(file, message, _broken_line(text, error)),))
    except (ValueError, RecursionError) as error:  # too long a number, or too deep
        from dossier.decisions.reading import why_not_toml

        return LoadedThemes((), (Problem(file, f"{why_not_toml(error)}: the theme was left out."),))
    return _read(name, tables, text, file)


def _read(name: str, tables: Mapping[str, object], text: str, file: str) -> LoadedThemes:
    """The theme that the tables of a file describe."""
    reading = _Reading(text, file, tables)
    dark = tables.get("dark") is not False
    roles = dict(reading.roles())
    if missing := [role for role in ROLES if role not in roles]:
        base = _own_roles(dark=dark)
        roles |= {role: base[role] for role in missing}
    return LoadedThemes((_theme(name, roles, dark=dark),), tuple(reading.problems))


class _Reading:
    """One theme file while it is read: what it says, and what is wrong with which line."""

    def __init__(self, text: str, file: str, tables: Mapping[str, object]) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._file = file
        self._palette = _table(tables, "palette")
        self._roles = _table(tables, "roles")
        for key in tables.keys() - {"dark", "palette", "roles"}:
            self._problem(key, f"“{key}” is not a part of a theme: dark, [palette], [roles]")
        for key, kind in (("dark", bool), ("palette", dict), ("roles", dict)):
            if not isinstance(said := tables.get(key, kind()), kind):
                self._problem(key, f"“{key}” cannot be {said!r}; its default counts")

    def roles(self) -> Iterator[tuple[str, str]]:
        """Each role the file gives rightly, with its colour."""
        for role, said in self._roles.items():
            colour = self._palette.get(said, said) if isinstance(said, str) else said
            if role not in ROLES:
                self._problem(role, f"“{role}” is not a role; the roles are {', '.join(ROLES)}")
            elif not isinstance(colour, str) or not is_colour(colour):
                self._problem(role, f"“{colour}” is not a colour for “{role}”")
            else:
                yield role, colour

    def _problem(self, key: str, message: str) -> None:
        span = line_of(self._text, key)
        self.problems.append(Problem(self._file, f"{at_line(self._text, span)}{message}.", span))


def is_colour(said: str) -> bool:
    """Whether Textual knows the colour."""
    try:
        Color.parse(said)
    except ColorParseError:
        return False
    return True


_FOLDER = Path(next(iter(themes.__path__)))
"""Where our themes stand. ``importlib.resources`` would do the same, 5 ms later (2026-11, 3.11)."""


def _files_named(name: str, user_folder: Path | None) -> Iterator[Path]:
    for folder in (user_folder, _FOLDER):
        if folder and (file := folder / f"{name}.toml").parent == folder and is_file(file):
            yield file


def _loaded(file: Path, *, checked: bool = False) -> LoadedThemes:
    """The theme of a file: of a reader's, ``checked``, it is also said where it is hard to read."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return LoadedThemes((), (Problem(str(file), f"The theme could not be read: {error}."),))
    if not checked:
        return _read(file.stem, plain_tables(text), text, str(file))
    loaded = read_theme(file.stem, text, str(file))
    weak = tuple(
        Problem(str(file), said, line_of(text, role))
        for theme in loaded.themes
        for role, said in weak_inks(theme)
    )
    return LoadedThemes(loaded.themes, loaded.problems + weak)


def weak_inks(theme: Theme) -> Iterator[tuple[str, str]]:
    """The roles that are hard to read in a theme, each with a sentence that says how hard.

    Colours that only the terminal knows (``ansi_…``) are taken for the toolkit's: many a terminal
    has a lighter green and cyan, harder to read on white.
    """
    needs = [(ink, ground, READABLE) for ground in ("ground", "selected") for ink in INKS]
    needs += [("hit", "hit-ground", READABLE), ("hit-ground", "ground", DISCERNIBLE)]
    needs += [("faint", ground, DISCERNIBLE) for ground in ("ground", "selected")]
    for ink, ground, least in needs:
        ratio = contrast(theme.variables[ink], theme.variables[ground], dark=theme.dark)
        if ratio < least:
            told = f"{int(ratio * 10) / 10}:1; under {least}:1 it is hard to read."
            yield ink, f"“{ink}” on “{ground}” is {told}"


def contrast(ink: str, ground: str, *, dark: bool = True) -> float:
    """The contrast of two colours, 1..21 (WCAG 2.2, "contrast ratio").

    ``dark`` says what the terminal's own ink and ground are taken for.
    """
    return contrast_of(
        _rgb(ink, default=255 if dark else 0), _rgb(ground, default=0 if dark else 255)
    )


def contrast_of(ink: tuple[int, int, int], ground: tuple[int, int, int]) -> float:
    """The same of red, green and blue, 0..255."""
    heavy, light = sorted((_luminance(*ink), _luminance(*ground)))
    return (light + 0.05) / (heavy + 0.05)


def _rgb(colour: str, *, default: int) -> tuple[int, int, int]:
    """Red, green, blue, 0..255; ``default`` of each when it is the terminal's own ink or ground."""
    parsed = Color.parse(colour)
    return (default, default, default) if parsed.ansi == -1 else parsed.rgb


def _luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance, 0..1 (WCAG 2.2)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red / 255, green / 255, blue / 255)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _own_roles(*, dark: bool) -> Mapping[str, str]:
    """The roles of our own theme of that tone."""
    text = (_FOLDER / f"{OWN[0 if dark else 1]}.toml").read_text(encoding="utf-8")
    return {role: str(said) for role, said in _table(plain_tables(text), "roles").items()}


def _theme(name: str, roles: Mapping[str, str], *, dark: bool) -> Theme:
    """The Textual theme: its own colours, and ours of the same meaning in every other place."""
    return Theme(
        name=name,
        primary=roles["accent"],
        secondary=roles["other"],
        accent=roles["accent"],
        warning=roles["figure"],
        error=roles["clipping"],
        success=roles["place"],
        foreground=roles["text"],
        background=roles["ground"],
        surface=roles["ground"],
        panel=roles["selected"],
        dark=dark,
        ansi=any(colour.startswith("ansi_") for colour in roles.values()),
        variables={**_under(roles, dark=dark), **roles},
    )


def _under(roles: Mapping[str, str], *, dark: bool) -> dict[str, str]:
    """The colours that the toolkit takes for its own parts, by its own names."""
    ground, text = roles["ground"], roles["text"]
    return {
        "ansi-background": "ansi_black" if dark else "ansi_bright_white",
        "ansi-foreground": "ansi_white" if dark else "ansi_black",
        "text": text,
        "text-muted": roles["dim"],
        "text-disabled": roles["dim"],
        "border": roles["accent"],
        "border-blurred": roles["rule"],
        "block-cursor-background": roles["selected"],
        "block-cursor-foreground": text,
        "input-cursor-background": text,
        "input-cursor-foreground": ground,
        "input-selection-background": roles["selected"],
        "input-selection-foreground": text,
        "screen-selection-background": roles["selected"],
        "scrollbar": roles["faint"],
        "scrollbar-hover": roles["dim"],
        "scrollbar-active": roles["accent"],
        **dict.fromkeys(_BARE, ground),
    }


_BARE = (
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
)
"""What has no colour of its own."""


def _table(tables: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = tables.get(name, {})
    return found if isinstance(found, dict) else {}


def _sentence(error: "TOMLDecodeError") -> str:
    """``"Expected '=' (at line 3, column 4)"`` as "line 3: Expected '='"."""
    match = re.fullmatch(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)", str(error))
    return f"line {match[2]}: {match[1]}" if match and match[2] else f"last line: {error}"


def _broken_line(text: str, error: "TOMLDecodeError") -> Span:
    """The line a TOML error names; the last one when it names the end."""
    match = re.search(r"at line (\d+)", str(error))
    lines = text.splitlines(keepends=True) or [""]
    number = min(int(match[1]), len(lines)) if match else len(lines)
    start = sum(len(line) for line in lines[: number - 1])
    return Span(start, start + len(lines[number - 1].rstrip("\n")))
