"""Who and what the articles name: recognised, then resolved across the dossier.

``find_entities`` is the one door. How an article becomes entities::

    Article ──pages──▶ words ──sightings──▶ what capitals may name, with the evidence of the place
    sightings of all articles ──names──▶ one kind for each name, surnames back-filled
    pages ──dates, figures──▶ values ──recognise──▶ mentions, no overlap
    mentions ──resolve, persons──▶ Entity, with the evidence of each joining

The word lists are files of ``data``; ``lexicon`` reads them when they are first asked for.
"""

from collections.abc import Sequence

from dossier.article import Article
from dossier.entities.entity import Entity, EntityKind, Found, Mention, Suggestion

__all__ = ["Entity", "EntityKind", "Found", "Mention", "Suggestion", "find_entities"]


def find_entities(articles: Sequence[Article]) -> Found:
    """The entities of a dossier, those with most mentions first; no two mentions overlap."""
    from dossier.entities.pages import read_page
    from dossier.entities.recognise import recognise
    from dossier.entities.resolve import resolve

    return resolve(recognise([read_page(article) for article in articles]))
