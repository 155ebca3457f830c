"""Refining: what the language models add to the names, worked out while one reads.

No widget. The screen runs ``refine`` in a thread, once topics and names stand; ``stop`` ends the
models' process at once, from any thread. What was heard is kept article by article, and what came
of it with the dossier: a second opening asks no model.

Of a large dossier all of it is done by another process: nothing here goes through its articles. One
that cannot be kept, or is very large, has the names of the rules.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.dossier import Dossier
from dossier.on_demand import ArticlesOnDemand, OnDemand
from tui.wording import say

if TYPE_CHECKING:
    from dossier.entities.hearing import Hearing, Leash

Elsewhere = Callable[..., "tuple[Dossier, Hearing]"]
"""Has another process refine a large dossier: ``Index.refine``."""

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
        elsewhere: Elsewhere | None = None,
    ) -> None:
        """``cache`` gives a folder that may be deleted; ``keep`` keeps a dossier that is done.

        ``elsewhere`` None leaves a large dossier to the rules.
        """
        self._cache = cache
        self._pipelines = pipelines
        self._on = on
        self.keep = keep
        self._elsewhere = elsewhere
        self._leash: Leash | None = None
        self._stopped = False

    def refine(self, dossier: Dossier, progress: Callable[[int, int], bool]) -> tuple[Dossier, str]:
        """The dossier with its names refined, and a sentence for the reader ("" for none).

        The very same dossier when there is nothing to ask. Blocks.
        """
        from dossier.refining import models_for

        if not self._asks(dossier):
            return dossier, ""
        _make_ready(dossier)
        pipelines = self._pipelines_for(dossier)
        models = models_for(dossier, pipelines)
        if models == dossier.heard:
            return dossier, ""
        from dossier.entities.hearing import Leash

        self._leash = leash = Leash()
        if self._stopped:
            return dossier, ""
        refined, hearing = self._refined(dossier, pipelines, progress, leash)
        if leash.pulled:
            return dossier, ""
        return refined, told(hearing)

    def _refined(
        self,
        dossier: Dossier,
        pipelines: Mapping[str, str] | None,
        progress: Callable[[int, int], bool],
        leash: "Leash",
    ) -> "tuple[Dossier, Hearing]":
        """The dossier refined and kept, and what was heard; a large one by another process."""
        from dossier.refining import refine_dossier

        large = isinstance(dossier.articles, ArticlesOnDemand)
        work = self._elsewhere if large and self._elsewhere is not None else refine_dossier
        refined, hearing = work(
            dossier, self._folder(), pipelines=pipelines, progress=progress, leash=leash
        )
        if work is refine_dossier and not leash.pulled:
            _make_ready(refined)
            if not hearing.failed:
                self.keep(refined)
        return refined, hearing

    def _asks(self, dossier: Dossier) -> bool:
        """Whether models are heard for it: a large one is refined where it is kept, or not."""
        from dossier.index import LARGE, sorts_itself

        if isinstance(dossier.articles, ArticlesOnDemand):
            return self._elsewhere is not None and sorts_itself(dossier)
        return len(dossier.articles) < LARGE

    def _pipelines_for(self, dossier: Dossier) -> Mapping[str, str] | None:
        return self._pipelines if self._on and self._asks(dossier) else _none(dossier)

    def _folder(self) -> Path | None:
        return self._cache() if self._cache is not None else None

    def note(self, dossier: Dossier) -> str:
        """A word for the legend: in which languages no model helps; "" when each has one."""
        from dossier.entities.models import UNRULED, pipeline_for
        from dossier.refining import languages_of

        pipelines = self._pipelines_for(dossier)
        languages = sorted(languages_of(dossier))
        alone = [one for one in languages if pipeline_for(one, pipelines) is None]
        if alone and len(alone) == len(languages) and not UNRULED.issuperset(alone):
            return say("rules only")
        alone = [one for one in alone if one]
        if not alone:
            return ""
        if UNRULED.issuperset(alone):
            return say("Latin names only: {languages}", languages=", ".join(alone))
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
    found = dossier.derived.found if dossier.derived else dossier.found
    if not isinstance(found.entities, OnDemand):
        from dossier.entities.corrections import make_ready

        make_ready(found)


def _none(dossier: Dossier) -> dict[str, str]:
    """No pipeline for any language of the dossier."""
    from dossier.refining import languages_of

    return dict.fromkeys(languages_of(dossier), OFF)


def told(hearing: "Hearing") -> str:
    """What the reader should know of a hearing; "" when all of it could be heard."""
    if hearing.failed:
        return model_failed(hearing.failed)
    from dossier.entities.models import UNRULED

    ruled = ", ".join(one for one in hearing.missing if one not in {*UNRULED, "?"})
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
