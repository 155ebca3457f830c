"""The least a Textual program can be: what everything is measured against."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class Hello(App[None]):
    """Says one thing."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The one thing."""
        yield Static("Hello World")


if __name__ == "__main__":
    Hello().run()
