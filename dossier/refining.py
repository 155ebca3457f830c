"""A dossier's names refined: what the installed language models hear, put under the rules.

Topics stay as they are: what one reads must not move because a name was understood better.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.dossier import Derived, Dossier, decide
from dossier.entities import Found, find_entities, listen, refine
from dossier.on_demand import ArticlesOnDemand

if TYPE_CHECKING:
    from dossier.entities.hearing import Hearing, Leash, Progress


def models_for(dossier: Dossier, pipelines: Mapping[str, str] | None = None) -> str:
    """The models that would be asked for the dossier, as ``Dossier.heard`` names them."""
    from dossier.entities.models import edition_of

    return edition_of(languages_of(dossier), pipelines)


def languages_of(dossier: Dossier) -> frozenset[str]:
    """The languages its articles are in, "" for one not known; a large one is not gone through."""
    if isinstance(dossier.articles, ArticlesOnDemand):
        return frozenset(language or "" for language in dossier.articles.languages())
    return frozenset(article.language or "" for article in dossier.articles)


def refine_dossier(
    dossier: Dossier,
    cache: Path | None = None,
    *,
    pipelines: Mapping[str, str] | None = None,
    progress: "Progress | None" = None,
    leash: "Leash | None" = None,
) -> "tuple[Dossier, Hearing]":
    """The same dossier with its names refined, and what was heard; blocks, as ``listen`` does.

    What the reader put right is played over it. A model that failed or was stopped is not named
    in ``Dossier.heard``, so that it is asked again for what it did not finish. Where ``leash`` was
    pulled it is the very same dossier: nobody waits for what was heard of a part of it.
    """
    hearing = listen(dossier.articles, cache, pipelines=pipelines, progress=progress, leash=leash)
    if leash is not None and leash.pulled:
        return dossier, hearing
    derived = dossier.derived or Derived(dossier.found, dossier.topics)
    if hearing.heard:
        derived = replace(derived, found=refine(dossier.articles, Found(), hearing.heard))
    elif dossier.heard:
        derived = replace(derived, found=find_entities(dossier.articles))
    heard = "" if hearing.failed else models_for(dossier, pipelines)
    return decide(replace(dossier, derived=derived, heard=heard)), hearing
