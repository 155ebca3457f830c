"""What the reader chose and the program keeps between two openings, in one TOML file.

The file is the reader's: what they wrote in it (comments, keys of a later version) stays as it is
when the program changes a value. A wrong value is a ``Problem`` and its default counts.
"""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from dossier.problems import DossierError, Problem
from dossier.values import dataclass
from tui.toml_lines import at_line, line_of, own_text


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; each has a default, so that no file is needed."""

    theme: str | None = None
    """A theme's name; None takes the dark or the light one, as the terminal is."""
    language: str | None = None
    """The language of the screen, "fr" or "en"; None takes the locale's."""
    overlay: bool = True
    """Whether names, dates and figures are painted."""
    hidden_kinds: tuple[str, ...] = ()
    """Kinds of entity the overlay leaves out: "date", "figure" ..."""
    dim: bool = True
    """Whether what is off topic is dimmed."""
    furniture: bool = False
    """Whether what the site put around the article is shown."""
    numbers: bool = False
    """Whether passages have their numbers in the margin."""
    decorations: bool = True
    """False leaves out the rules between the panes, which only adorn."""
    model: bool = True
    """Whether installed language models refine the names, in a process of their own."""
    pipelines: tuple[str, ...] = ()
    """The spaCy pipeline for a language: "en=en_core_web_md"; "fr=off" for none."""
    topics_width: int | None = None
    """Cells of the topics pane; None lets the screen decide."""
    sources_width: int | None = None
    """Cells of the sources pane; None lets the screen decide."""
    clippings_order: str = "source"
    """How the clippings are listed: the last order the reader chose."""
    export_group: str = "topic"
    """How an export is ordered: the last one the reader chose."""
    export_form: str = "markdown"
    """The form an export has: the last one the reader chose."""
    export_speakers: bool = True
    """Whether an export names who speaks: the last answer."""
    export_folder: str | None = None
    """Where the last export went; None for the current folder."""


def settings_of(app: object) -> Settings:
    """What an app keeps of what the reader chose; the defaults where it keeps nothing."""
    chosen = getattr(app, "settings", None)
    return chosen if isinstance(chosen, Settings) else Settings()


CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("en", "fr"),
    "hidden_kinds": ("person", "place", "organisation", "date", "figure", "other"),
    "clippings_order": ("source", "topic", "tag", "time"),
    "export_group": ("topic", "source", "tag", "time"),
    "export_form": (
        *("markdown", "pandoc", "html", "text", "bibtex", "csl", "annotations", "csv"),
        "template",
    ),
}
"""What some of them may be. What they stand for is not loaded before a page: a test compares."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings of a file, and what was wrong in it."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


def config_folder() -> Path:
    """Where the reader's settings, keys and themes stand on this system."""
    from platformdirs import user_config_path

    return user_config_path("dossier-reader", appauthor=False)


def load_settings(file: Path) -> LoadedSettings:
    """The settings of a file; the defaults when there is none."""
    try:
        text = own_text(file)
        tables = _tables(text)
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, ValueError, RecursionError) as error:
        message = f"The settings could not be read, so the defaults count: {error}."
        return LoadedSettings(Settings(), (Problem(str(file), message),))
    chosen: dict[str, Any] = {}  # Any: a field's own type, checked by _fits
    problems = []
    for field in fields(Settings):
        if field.name not in tables:
            continue
        value = tables[field.name]
        value = tuple(value) if isinstance(value, list) else value
        if _fits(value, field.name, field.type):
            chosen[field.name] = value
        else:
            problems.append(_misfit(text, file, field.name, tables[field.name]))
    return LoadedSettings(Settings(**chosen), tuple(problems))


def _tables(text: str) -> dict[str, Any]:  # Any: what TOML gives
    """What a TOML text says; raises ValueError when it is none, RecursionError when too deep."""
    import tomllib  # not for a page: 5 ms (2026-11), and most chose nothing

    return tomllib.loads(text)


def save_settings(file: Path, settings: Settings) -> None:
    """Write what differs from the defaults, beside what the reader wrote there.

    Raises DossierError when the file cannot be written, or is no TOML: it is left as it is.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        tables = tomlkit.parse(own_text(file)) if file.exists() else tomlkit.document()
    except (OSError, UnicodeDecodeError, TOMLKitError, RecursionError) as error:
        raise DossierError(f"{file} is not as it should be and was left alone: {error}.") from error
    default = Settings()
    for field in fields(Settings):
        value = getattr(settings, field.name)
        usual = value == getattr(default, field.name) or value is None
        if usual or not _fits(value, field.name, field.type):  # the bytes of an odd folder's name
            tables.pop(field.name, None)
        elif tables.get(field.name) != (list(value) if isinstance(value, tuple) else value):
            tables[field.name] = list(value) if isinstance(value, tuple) else value
    from dossier.writing import write_whole

    try:
        write_whole(file, tomlkit.dumps(tables).encode("utf-8"))
    except OSError as error:
        raise DossierError(f"{file} could not be written: {error.strerror}.") from error


def _fits(value: object, name: str, kind: object) -> bool:
    """Whether a TOML value is one that a field may have; a true is no number."""
    if kind is bool:
        return isinstance(value, bool)
    if kind == int | None:
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if kind == tuple[str, ...]:
        return isinstance(value, tuple) and all(_may_be(part, name) for part in value)
    return _may_be(value, name)


def _may_be(value: object, name: str) -> bool:
    """Whether a value, or a part of it, is a word that may stand there."""
    if name == "pipelines":
        return isinstance(value, str) and all(value.partition("="))
    known = name not in CHOICES or value in CHOICES[name]
    return known and isinstance(value, str) and value.isprintable()


def _misfit(text: str, file: Path, name: str, value: object) -> Problem:
    span = line_of(text, name)
    message = f"{at_line(text, span)}“{name}” cannot be {value!r}; its default counts."
    return Problem(str(file), message, span)
