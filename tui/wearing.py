"""What the program wears: a theme, in the colours that the terminal has."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.reactive import Initialize, Reactive
from textual.theme import Theme

from dossier.problems import DossierError, Problem
from dossier.reading.files import is_file
from tui.commands import bindings
from tui.leading import Leading
from tui.opening import Opening
from tui.settings import save_settings
from tui.telling import failure_told, wrong_told
from tui.theming import OWN, ROLES, SIXTEEN, load_theme, load_themes
from tui.wording import say

if TYPE_CHECKING:
    from textual.filter import LineFilter


class Wearing(Leading):
    """Wears the theme that was chosen, and takes another when asked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("theme")

    theme: Reactive[str] = Reactive(Initialize(lambda app: _worn(app)), init=False)
    """Ours from the start: to change it once the app stands has every style parsed again."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self.settings = self._kept = opening.settings
        chosen = self.settings.theme or OWN[opening.dark is False]
        loaded = load_theme(chosen, opening.themes)
        self.problems = loaded.problems
        self.worn = loaded.themes[0]
        """The theme one begins with."""
        if not self._can_be_shown(self.worn):
            self.worn = load_theme(SIXTEEN[not self.worn.dark]).themes[0]
        self._fewer_colours = _shown_in(opening.colours)
        super().__init__()

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The toolkit's themes, and the one that is worn from the start."""
        return {self.worn.name: self.worn, **super().available_themes}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """A colour for each role, for a theme that does not give it."""
        return {name: self.worn.variables[name] for name in ROLES if name != "text"}

    def get_line_filters(self) -> Sequence["LineFilter"]:
        """What is done to lines before they are shown: colours are those that the terminal has."""
        filters = super().get_line_filters()
        return [*filters, self._fewer_colours] if self._fewer_colours else filters

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours; rules in that of the ground where nothing is to adorn."""
        variables = super().get_css_variables()
        if not self.settings.decorations:
            variables["rule"] = variables["background"]
        return variables

    def action_theme(self) -> None:
        """Take the next theme, and keep it."""
        loaded = load_themes(self._opening.themes)
        for theme in loaded.themes:
            self.register_theme(theme)
        names = [theme.name for theme in loaded.themes if self._can_be_shown(theme)]
        after = names.index(self.theme) + 1 if self.theme in names else 0
        self.theme = names[after % len(names)]
        self.settings = replace(self.settings, theme=self.theme)
        said = say("Theme: {name}", name=self.theme)
        try:
            self._keep()
        except DossierError as error:
            said = failure_told(error)
        self._take_problems(loaded.problems, self._opening.themes)
        if loaded.problems:
            said = wrong_told(loaded.problems, self.commands)
        self.tell(said)

    def _can_be_shown(self, theme: Theme) -> bool:
        """Whether the terminal has its colours: where there are but sixteen, these alone."""
        return theme.ansi or self._opening.colours != 16

    def _look_at_theme(self) -> None:
        """Take a theme of the reader's own up again, if it was edited in another window."""
        themes = self._opening.themes
        if themes is None or not is_file(themes / f"{self.theme}.toml"):
            return
        loaded = load_theme(self.theme, themes)
        theme = loaded.themes[0]
        if theme.name == self.theme and theme != self.current_theme:
            self.register_theme(theme)
            self.refresh_css(animate=False)
            self.theme_changed_signal.publish(theme)
        self._take_problems(loaded.problems, themes / f"{self.theme}.toml")
        if loaded.problems and self.guide is not None:
            self.guide.hints.tell(wrong_told(loaded.problems, self.commands))

    def _take_problems(self, found: Sequence[Problem], of: Path | None) -> None:
        """Know what is wrong now in a file, or in the files of a folder, that was read again."""
        said = dict.fromkeys(found)
        kept = (p for p in self.problems if of not in (Path(p.file), Path(p.file).parent))
        self.problems = (*(problem for problem in kept if problem not in said), *said)

    def _keep(self) -> None:
        """Write what was chosen, if anything was; DossierError when it cannot be written."""
        config = self._opening.config
        if config and self.settings != self._kept:
            save_settings(config / "settings.toml", self.settings)
            self._kept = self.settings


def _shown_in(colours: int | None) -> "LineFilter | None":
    """What shows our colours on a terminal of 256; None where there are more, or its own alone."""
    if colours != 256:
        return None
    from tui.fewer_colours import FewerColours

    return FewerColours()


def _worn(app: object) -> str:
    """The name of the theme an app begins with."""
    return app.worn.name if isinstance(app, Wearing) else ""
