"""Exporting: the export screen, opened with the choices of the last time, which it then keeps."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from dossier.clippings import Clipping
from dossier.dossier import Dossier
from dossier.reading.files import is_folder
from dossier.spans import Span
from dossier.topics import Topic
from tui.settings import Settings, settings_of

if TYPE_CHECKING:
    from tui.screens.leaving import Written

TEMPLATE = "export.md.jinja"
"""The reader's own form, in the folder of their settings."""


async def export(
    app: App[Any],  # Any: whatever it gives when it is left
    dossier: Dossier,
    clippings: Sequence[Clipping],
    *,
    topic: Topic | None = None,
    found: Iterable[tuple[str, Span]] = (),
    group: str | None = None,
) -> str | None:
    """Let the reader write an export; what to say then, None when nothing was written.

    ``found`` are the places of what is looked for; ``group`` None takes the last one chosen.
    """
    from tui.screens.export import ExportScreen

    settings = settings_of(app)
    screen = ExportScreen(
        dossier,
        clippings,
        folder=folder_proposed(settings.export_folder),
        settings=replace(settings, export_group=group or settings.export_group),
        topic=topic,
        found=found,
        template=getattr(app, "export_template", None),
    )
    written = await app.push_screen_wait(screen)
    if written is None:
        return None
    if hasattr(app, "settings"):
        app.settings = _after(written, settings)
    return written.said


def _after(written: "Written", settings: Settings) -> Settings:
    """The settings with the choices that an export was written by."""
    return replace(
        settings,
        export_group=written.group,
        export_form=written.form,
        export_speakers=written.speakers,
        export_folder=str(written.file.parent.resolve()),
    )


def folder_proposed(last: str | None) -> Path:
    """Where the last export went, if that folder is there still; else the current one, or home."""
    if last and is_folder(last):
        return Path(last)
    try:
        return Path.cwd()
    except OSError:  # it was taken away
        return Path.home()
