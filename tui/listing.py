"""Listing: the clippings screen, opened in the order of the last time, which it then keeps."""

from dataclasses import dataclass, replace
from typing import Any

from textual.app import App

from dossier.clippings import Anchored, ClippingStore
from dossier.dossier import Dossier
from tui.settings import Settings


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
    store: ClippingStore,
    *,
    typed: str = "",
) -> Listed:
    """Let the reader go through the clippings, narrowed by what they typed the last time."""
    from tui.screens.clippings import ClippingsScreen

    settings = getattr(app, "settings", None)
    settings = settings if isinstance(settings, Settings) else Settings()
    screen = ClippingsScreen(dossier, store, order=settings.clippings_order, typed=typed)
    chosen = await app.push_screen_wait(screen)
    if hasattr(app, "settings"):
        app.settings = replace(app.settings, clippings_order=screen.order)
    return Listed(chosen, screen.typed)
