"""Models: the pipelines that are installed, by language, each with its version.

It is asked at each opening, so it loads nothing of what hears them.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

OFF = "off"
"""Stands for a pipeline where the reader wants none."""

# fmt: off
UNRULED = frozenset((
    "am", "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko",
    "lo", "mk", "ml", "mr", "my", "ne", "pa", "ps", "ru", "si", "ta", "te", "th", "ti", "uk",
    "ur", "yi", "zh",
))
# fmt: on
"""Languages of other letters than the Latin: the rules find no names written in them."""


def pipeline_for(language: str, chosen: Mapping[str, str] | None = None) -> str | None:
    """The installed pipeline for a language, the reader's choice first; None without one."""
    wished = (chosen or {}).get(language)
    if wished == OFF:
        return None
    likely = (
        wished,
        *(
            f"{language}_core_{what}_{size}"
            for size in ("md", "lg", "sm")
            for what in ("news", "web")
        ),
    )
    for name in likely:
        with suppress(ValueError, ImportError):
            if name and find_spec(name) is not None:
                return name
    return None


def edition_of(languages: Iterable[str], chosen: Mapping[str, str] | None = None) -> str:
    """What would be heard in these languages: each pipeline with its version; "" for nothing."""
    named = ((language, pipeline_for(language, chosen)) for language in sorted(set(languages)))
    return " ".join(f"{language}:{name}-{version_of(name)}" for language, name in named if name)


@cache
def version_of(pipeline: str) -> str:
    """The version of an installed pipeline, as its folder says; "" where nothing says it.

    ``importlib.metadata`` tells it as well, and loads thirty modules to do so.
    """
    spec = find_spec(pipeline)
    if spec is None or spec.origin is None:
        return ""
    library = Path(spec.origin).parent.parent
    named = sorted(folder.name for folder in library.glob(f"{pipeline}-*.dist-info"))
    return named[-1].removeprefix(f"{pipeline}-").removesuffix(".dist-info") if named else ""
