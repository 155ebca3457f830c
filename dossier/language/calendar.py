"""What months and weekdays are called in languages other than French and English."""

from collections.abc import Mapping
from functools import cache

from dossier.language.words import word_list


@cache
def _names(section: str) -> Mapping[str, Mapping[str, int]]:
    """For each language, the folded names of a section of the list, numbered from 0."""
    found: dict[str, dict[str, int]] = {}
    open_section = ""
    for line in word_list("calendar"):
        if line.startswith("["):
            open_section = line.strip("[]")
        elif open_section == section:
            language, _, names = line.partition(":")
            found[language] = {
                name: number
                for number, ways in enumerate(names.split("|"))
                for name in ways.split()
            }
    return found


def months_in(language: str) -> Mapping[str, int]:
    """The folded names of the months of a language, from 1 on; empty for one without a list."""
    return {name: number + 1 for name, number in _names("months").get(language, {}).items()}


def days_in(language: str) -> Mapping[str, int]:
    """The folded names of the weekdays of a language, from 0, Monday, on."""
    return _names("days").get(language, {})


@cache
def months_of_all() -> Mapping[str, int]:
    """The folded names of the months of every language of the list, from 1 on."""
    return {name: n for language in _names("months") for name, n in months_in(language).items()}


@cache
def days_of_all() -> tuple[str, ...]:
    """The folded names of the weekdays of every language of the list."""
    return tuple(sorted({name for days in _names("days").values() for name in days}))
