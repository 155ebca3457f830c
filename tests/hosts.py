"""An app small enough to push one screen on, and a dossier made by hand."""

from dataclasses import replace
from datetime import date
from typing import Generic, TypeVar

from textual.app import App
from textual.screen import Screen

from dossier.article import Article, Passage
from dossier.dossier import Dossier
from dossier.entities import Entity, EntityKind, Found, Mention
from dossier.spans import Span
from dossier.topics import Extract, Topic
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


BREST = """Crue : Brest se prépare

Les équipes de la mairie ont posé des barrages sur la Penfeld dans la nuit de mardi.

« Nous attendons 1,20 m d’eau au centre », a dit Claire Le Goff devant la presse.

Huit écoles resteront fermées jeudi."""

QUIMPER = """Quimper wakes to water

The Odet rose by 80 cm in six hours, and the prefecture closed two bridges.

Claire Le Goff, mayor of Brest, offered pumps and forty volunteers."""


def dossier_of_floods() -> Dossier:
    """Two articles on one flood, with passages, two topics and three entities."""
    brest = _article("brest.txt", BREST, "fr")
    brest = replace(brest, outlet="Le Littoral", published=date(2026, 2, 3))
    quimper = replace(_article("quimper.txt", QUIMPER, "en"), byline="Ann Reed")
    extracts = [
        tuple(Extract(a.file, p.span, 1.0) for a in (brest, quimper) for p in a.passages[part])
        for part in (slice(0, 1), slice(1, None))
    ]
    topics = (Topic("La montée des eaux", extracts[0]), Topic("Les secours", extracts[1]))
    entities = (
        _entity("Claire Le Goff", "person", (brest, quimper)),
        _entity("Brest", "place", (brest, quimper)),
        _entity("80 cm", "figure", (quimper,)),
    )
    return Dossier(
        "Crue de février",
        (brest, quimper),
        language="fr",
        topics=topics,
        found=Found(entities),
        analysed=True,
    )


def _article(file: str, text: str, language: str) -> Article:
    passages, at = [], 0
    title, *paragraphs = text.split("\n\n")
    for number, words in enumerate(paragraphs, start=1):
        at = text.index(words, at)
        span = Span(at, at + len(words))
        passages.append(Passage(number, "paragraph", span, (span,)))
    return Article(file, text, passages=tuple(passages), title=title, language=language)


def _entity(name: str, kind: EntityKind, articles: tuple[Article, ...]) -> Entity:
    mentions = []
    for article in articles:
        at = article.text.find(name)
        while at >= 0:
            mentions.append(Mention(article.file, Span(at, at + len(name)), kind, "by hand"))
            at = article.text.find(name, at + 1)
    return Entity(name, kind, (name,), tuple(mentions))
