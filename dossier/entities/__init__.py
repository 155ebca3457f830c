"""Who and what the articles name: recognised, then resolved across the dossier.

``find_entities`` is the one door, and answers at once, by rules. How an article becomes entities::

    Article ──pages──▶ words ──sightings──▶ what capitals may name, with the evidence of the place
    words ──dates, days, weekdays, figures, measures──▶ values
    sightings of all articles ──names──▶ one kind for each name, surnames back-filled
    sightings, values ──recognise──▶ mentions, no overlap
    mentions ──resolve, persons──▶ Entity, with the evidence of each joining

One article's words are held at a time, whatever the size of the dossier.

A language model refines it, in a process of its own, for whoever can wait::

    found = find_entities(articles)                       # at once
    hearing = listen(articles, cache)                     # in a thread: seconds, or none if kept
    found = refine(articles, found, hearing.heard)        # pure: rules first, the model beneath

``hearing.note`` is one sentence for the reader when a model was missing or failed; the rules then
speak alone. What the reader put right is applied last, by ``corrections``.

The word lists are files of ``data``; ``lexicon`` reads them when they are first asked for.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.article import Article
from dossier.entities.entity import Entity, EntityKind, Found, Mention, Suggestion

if TYPE_CHECKING:
    from dossier.entities.hearing import Hearing, Leash, Progress
    from dossier.entities.merging import Heard

__all__ = [
    "Entity",
    "EntityKind",
    "Found",
    "Mention",
    "Suggestion",
    "find_entities",
    "listen",
    "refine",
]


def find_entities(articles: Sequence[Article]) -> Found:
    """The entities of a dossier, those with most mentions first; no two mentions overlap."""
    return _find(articles, ())


def listen(
    articles: Sequence[Article],
    cache: Path | None = None,
    *,
    pipelines: Mapping[str, str] | None = None,
    progress: "Progress | None" = None,
    leash: "Leash | None" = None,
) -> "Hearing":
    """What the installed language models recognise in the articles; blocks, so call it in a thread.

    ``cache`` is a folder that may be deleted; None keeps nothing. ``pipelines`` maps a language to
    the spaCy pipeline to use for it. ``progress`` is told how many articles are done, of how many,
    and answers whether to go on. ``leash`` lets another thread stop it at once.
    """
    from dossier.entities.hearing import hear
    from dossier.entities.pages import PagesOnDemand

    pages = PagesOnDemand(articles)
    return hear(pages, cache, pipelines=pipelines, progress=progress, leash=leash)


def refine(articles: Sequence[Article], found: Found, heard: "Sequence[Heard]") -> Found:
    """What was found by rules, with what a model heard put under it."""
    return _find(articles, heard) if heard else found


def _find(articles: Sequence[Article], heard: "Sequence[Heard]") -> Found:
    from dossier.entities.recognise import recognise
    from dossier.entities.resolve import resolve

    return resolve(recognise(articles, heard))
