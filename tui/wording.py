"""What the screen says, in the reader's language.

The English sentence stands in the code, as gettext has it, and is its own key; the others stand in
``catalogues/<language>.json``. JSON because it is read in a third of a millisecond, needs no build
step, and a translator can edit it with anything; read by its path, for ``importlib.resources``
costs 5 ms more before the first paint (2026-11). A test fails on a sentence that is not translated,
on one that nothing says, and on one whose blanks differ.

The articles' own words, the dossier's title and what the reader typed are never translated.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = ("en", "fr")
"""What the screen can speak; the first is that of the code."""

_SPOKEN: dict[str, str] = {}
"""English to the language spoken; empty for English itself. One for the whole program, as the
terminal is: a variable of the context would not reach the screens that already stand."""


def speak(language: str) -> None:
    """Say everything in that language from now on; English when it is not one of ours."""
    spoken = catalogue(language) if language in LANGUAGES[1:] else {}
    _SPOKEN.clear()
    _SPOKEN.update(spoken)


def say(sentence: str, /, **blanks: object) -> str:
    """The sentence in the reader's language, its ``{blanks}`` filled in."""
    said = _SPOKEN.get(sentence, sentence)
    return said.format(**blanks) if blanks else said


def say_many(one: str, many: str, number: int, /, **blanks: object) -> str:
    """The sentence for one thing or for many, its ``{n}`` the number.

    None of a thing is many in English and one in French: "0 clippings", "0 passage".
    """
    alone = abs(number) < 2 if _SPOKEN else number == 1
    return say(one if alone else many, n=number, **blanks)


def catalogue(language: str) -> Mapping[str, str]:
    """English to that language, for everything the screen says."""
    file = Path(__file__).with_name("catalogues") / f"{language}.json"
    text = file.read_text(encoding="utf-8")
    spoken: dict[str, str] = json.loads(text)
    return spoken


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The first language of the locale that the screen can speak; English for want of one."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for said in environment.get(name, "").split(":"):
            if (code := said.split("_")[0].split(".")[0].lower()) in LANGUAGES:
                return code
        if name != "LANGUAGE" and environment.get(name):
            break
    return LANGUAGES[0]
