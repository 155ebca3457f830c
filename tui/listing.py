"""Listing: the clippings screen, opened in the order of the last time, which it then keeps."""

from dataclasses import dataclass, replace
from typing import Any

from textual.app import App

from dossier.clippings import Anchored
from dossier.dossier import Dossier
from tui.history import History
from tui.keeping import Keeping
from tui.settings import settings_of


@dataclass(frozen=True, slots=True)
class Listed:
    """How the list was left."""

    chosen: Anchored | None
    """The clipping to go to."""
    typed: str
    """What the list was narrowed by."""


async def list_clippings(
    app: App[Any],  # Any: whatever it gives when it is left
    dossier: Dossier,
    keeping: Keeping,
    history: History,
    *,
    typed: str = "",
) -> Listed:
    """Let the reader go through the clippings, narrowed by what they typed the last time.

    What is done there is remembered in ``history``.
    """
    from tui.screens.clippings import ClippingsScreen

    screen = ClippingsScreen(
        dossier,
        keeping.store,
        order=settings_of(app).clippings_order,
        typed=typed,
        changes=keeping.changes,
        history=history,
    )
    chosen = await app.push_screen_wait(screen)
    if hasattr(app, "settings"):
        app.settings = replace(app.settings, clippings_order=screen.order)
    return Listed(chosen, screen.typed)
