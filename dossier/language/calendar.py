"""What months and weekdays are called in languages other than French and English."""

from collections.abc import Mapping
from functools import cache

from dossier.language.folding import fold
from dossier.language.words import word_list


@cache
def _names(section: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """For each language, a section of the list: all the ways to write each of its entries."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    open_section = ""
    for line in word_list("calendar"):
        if line.startswith("["):
            open_section = line.strip("[]")
        elif open_section == section:
            language, _, names = line.partition(":")
            found[language] = tuple(tuple(ways.split()) for ways in names.split("|"))
    return found


def _numbered(section: str, language: str) -> Mapping[str, int]:
    names = enumerate(_names(section).get(language, ()))
    return {fold(name): number for number, ways in names for name in ways}


def written_months(language: str) -> tuple[tuple[str, ...], ...]:
    """The months of a language from January on, each in full first; empty without a list."""
    return _names("months").get(language, ())


def written_days(language: str) -> tuple[str, ...]:
    """The weekdays of a language as it writes them; empty for one without a list."""
    return tuple(name for ways in _names("days").get(language, ()) for name in ways)


@cache
def months_in(language: str) -> Mapping[str, int]:
    """The folded names of the months of a language, from 1 on; empty for one without a list."""
    return {name: number + 1 for name, number in _numbered("months", language).items()}


@cache
def days_in(language: str) -> Mapping[str, int]:
    """The folded names of the weekdays of a language, from 0, Monday, on."""
    return _numbered("days", language)


@cache
def months_of_all() -> Mapping[str, int]:
    """The folded names of the months of every language of the list, from 1 on."""
    return {name: n for language in _names("months") for name, n in months_in(language).items()}


@cache
def days_of_all() -> tuple[str, ...]:
    """The folded names of the weekdays of every language of the list."""
    return tuple(sorted({name for language in _names("days") for name in days_in(language)}))
