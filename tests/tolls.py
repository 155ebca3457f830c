"""Articles that give different figures for one thing."""

from dataclasses import replace
from datetime import date

from dossier.article import Article, Block, Passage
from dossier.dossier import Derived, Dossier, decide
from dossier.entities import find_entities
from dossier.language.sentences import find_sentences
from dossier.spans import Span

TOLLS = (
    (
        "La crue de la Laine a fait trois morts et douze blessés à Morvan. Près de 400 habitants"
        " ont été évacués du quartier de la gare. Le maire a parlé pendant deux heures."
    ),
    (
        "La crue de la Laine a fait cinq morts et douze blessés à Morvan. Une retraitée de 71 ans,"
        " Odile Ferrand, est toujours recherchée."
    ),
    (
        "Au moins cinq morts : la crue de la Laine a dévasté Morvan. Quelque 1 200 habitants"
        " ont été évacués du quartier de la gare. Odile Ferrand, retraitée de 72 ans, est morte."
    ),
)
"""Three accounts of a flood: the dead, those who were led away and an age differ."""

SAID = (
    (
        "« Nous n'avons rien vu venir », a déclaré le maire Paul Garnier. La crue est passée la"
        " nuit. « Il faut des digues », a réclamé Odile Ferrand."
    ),
    (
        "« Nous n'avons rien vu venir », a dit Paul Garnier. « On a tout perdu », raconte un"
        " habitant. « Pas un mot », a répondu Paul Garnier."
    ),
    "« Que faire ? » Le film « La Crue » sort mercredi à Morvan.",
)
"""What a mayor, a neighbour, somebody and nobody known say of it."""


def dossier_of_texts(*texts: str, language: str = "fr") -> Dossier:
    """A dossier of articles of one paragraph each, a day apart, its names found by rules."""
    spans = [Span(0, len(text)) for text in texts]
    articles = tuple(
        Article(
            f"{number}.txt",
            text,
            (Block("paragraph", span),),
            (Passage(1, "paragraph", span, tuple(find_sentences(text, span))),),
            title=f"Article {number}",
            outlet=f"Le Courrier {number}",
            published=date(2026, 2, 3 + number),
            language=language,
        )
        for number, (text, span) in enumerate(zip(texts, spans, strict=True))
    )
    dossier = Dossier("Crue", articles, language=language, analysed=True)
    return decide(replace(dossier, derived=Derived(find_entities(articles))))
