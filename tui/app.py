"""The application: themes, keys and the first screen; little else."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from dossier.clippings import ClippingStore, store_of
from dossier.dossier import Dossier, analyse
from tui.commands import bindings
from tui.leading import Leading
from tui.marks import Dress
from tui.screens.reader import Analyse, ReaderScreen
from tui.settings import Settings
from tui.theming import load_theme, load_themes, role_defaults


class DossierApp(Leading):
    """Reads a dossier."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("theme", "quit"),
        Binding("ctrl+c", "quit", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    TITLE = "dossier"

    def __init__(
        self,
        dossier: Dossier,
        *,
        settings: Settings | None = None,
        store: ClippingStore | None = None,
        analyse: Analyse = analyse,
    ) -> None:
        super().__init__()
        self._dossier = dossier
        self._analyse = analyse
        self._store = store or store_of(dossier.folder)
        self.settings = settings or Settings()
        loaded = load_theme(self.settings.theme or "encre")
        for theme in loaded.themes:
            self.register_theme(theme)
        self.theme = loaded.themes[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """A colour for each role, for a theme that does not give it."""
        defaults: Mapping[str, str] = role_defaults()
        return {name: colour for name, colour in defaults.items() if name != "text"}

    def get_default_screen(self) -> Screen[None]:
        """The reader's screen."""
        settings = self.settings
        kinds = Dress().kinds - set(settings.hidden_kinds)
        dress = Dress(
            overlay=settings.overlay,
            kinds=frozenset(kinds),
            dim=settings.dim,
            decorations=settings.decorations,
        )
        return ReaderScreen(self._dossier, self._analyse, self._store, dress)

    def action_theme(self) -> None:
        """Take the next theme."""
        themes = load_themes().themes
        for theme in themes:
            self.register_theme(theme)
        names = [theme.name for theme in themes]
        after = names.index(self.theme) + 1 if self.theme in names else 0
        self.theme = names[after % len(names)]
