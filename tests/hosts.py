"""An app small enough to push one screen on, and a dossier made by hand."""

from typing import Generic, TypeVar

from textual.app import App
from textual.screen import Screen

from tui.theming import load_theme, role_defaults

Result = TypeVar("Result")


class Host(App[None], Generic[Result]):
    """Shows one screen and keeps what it gave back."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, screen: Screen[Result], *, theme: str = "encre") -> None:
        super().__init__()
        self._shown = screen
        [colours] = load_theme(theme).themes
        self.register_theme(colours)
        self.theme = colours.name
        self.results: list[Result | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The roles that screens name."""
        return dict(role_defaults())

    def on_mount(self) -> None:
        """Show the screen."""
        self.push_screen(self._shown, self.results.append)
