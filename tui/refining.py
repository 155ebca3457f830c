"""Refining: what the language models add to the names, worked out while one reads.

No widget. The screen runs ``refine`` in a thread, once topics and names stand; ``stop`` ends the
models' process at once, from any thread. What was heard is kept article by article, and what came
of it with the dossier: a second opening asks no model.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.dossier import Dossier
from dossier.on_demand import OnDemand
from tui.wording import say

if TYPE_CHECKING:
    from dossier.entities.hearing import Hearing, Leash

OFF = "off"
"""What a reader writes in the place of a pipeline to have none."""


class Refining:
    """The models that may be heard for a dossier, and where what they say is kept."""

    def __init__(
        self,
        cache: Callable[[], Path] | None = None,
        *,
        pipelines: Mapping[str, str] | None = None,
        on: bool = True,
        keep: Callable[[Dossier], object] = bool,
    ) -> None:
        """``cache`` gives a folder that may be deleted; ``keep`` keeps a dossier that is done."""
        self._cache = cache
        self._pipelines = pipelines
        self._on = on
        self.keep = keep
        self._leash: Leash | None = None
        self._stopped = False

    def refine(self, dossier: Dossier, progress: Callable[[int, int], bool]) -> tuple[Dossier, str]:
        """The dossier with its names refined, and a sentence for the reader ("" for none).

        The very same dossier when there is nothing to ask. Blocks.
        """
        from dossier.entities.hearing import Leash
        from dossier.refining import models_for, refine_dossier

        _make_ready(dossier)
        pipelines = self._pipelines_for(dossier)
        models = models_for(dossier, pipelines)
        if models == dossier.heard:
            return dossier, ""
        self._leash = leash = Leash()
        if self._stopped:
            return dossier, ""
        refined, hearing = refine_dossier(
            dossier, self._folder(), pipelines=pipelines, progress=progress, leash=leash
        )
        if leash.pulled:
            return dossier, ""
        _make_ready(refined)
        if not hearing.failed:
            self.keep(refined)
        return refined, told(hearing)

    def _pipelines_for(self, dossier: Dossier) -> Mapping[str, str] | None:
        return self._pipelines if self._on else _none(dossier)

    def _folder(self) -> Path | None:
        return self._cache() if self._cache is not None else None

    def note(self, dossier: Dossier) -> str:
        """A word for the legend: in which languages no model helps; "" when each has one."""
        from dossier.entities.hearing import UNRULED, pipeline_for

        pipelines = self._pipelines_for(dossier)
        languages = sorted({article.language or "?" for article in dossier.articles})
        alone = [one for one in languages if pipeline_for(one, pipelines) is None]
        if not alone:
            return ""
        if UNRULED.issuperset(alone):
            return say("Latin names only: {languages}", languages=", ".join(alone))
        if len(alone) == len(languages):
            return say("rules only")
        return say("rules only: {languages}", languages=", ".join(alone))

    def stop(self) -> None:
        """End the models' process at once, and ask none any more; what it finished is kept."""
        self._stopped = True
        self.pause()

    def pause(self) -> None:
        """End the models' process at once, until ``refine`` is asked for again."""
        if self._leash is not None:
            self._leash.pull()


def _make_ready(dossier: Dossier) -> None:
    """Have the first correction of a name cost no more than the next.

    Of a large dossier that is done when a correction is asked for: it looks at every name.
    """
    from dossier.entities.corrections import make_ready

    found = dossier.derived.found if dossier.derived else dossier.found
    if not isinstance(found.entities, OnDemand):
        make_ready(found)


def _none(dossier: Dossier) -> dict[str, str]:
    """No pipeline for any language of the dossier."""
    return {article.language or "": OFF for article in dossier.articles}


def told(hearing: "Hearing") -> str:
    """What the reader should know of a hearing; "" when all of it could be heard."""
    if hearing.failed:
        return model_failed(hearing.failed)
    from dossier.entities.hearing import UNRULED

    ruled = ", ".join(one for one in hearing.missing if one not in UNRULED)
    nameless = ", ".join(one for one in hearing.missing if one in UNRULED)
    by_rules = say("Names by rules alone in {languages}: no model is installed.", languages=ruled)
    none = say("Only Latin names in {languages}: no model is installed.", languages=nameless)
    return " ".join([*([by_rules] if ruled else []), *([none] if nameless else [])])


def model_failed(why: object) -> str:
    """What the reader should know of a model that did not answer."""
    return say("The names are found by rules alone: the model failed ({why}).", why=why)


def pipelines_of(said: Sequence[str]) -> dict[str, str]:
    """``("en=en_core_web_sm", "fr=off")`` as a table; what is not of that form is left out."""
    pairs = (one.partition("=") for one in said)
    return {language.strip(): name.strip() for language, sign, name in pairs if sign and name}
