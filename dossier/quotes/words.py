"""What each language says around a quote: verbs, pronouns, what leads to a source, what names.

Data, one file a language, read when first asked for. A language without a file takes French and
English together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Form = Literal["finite", "done", "doing", "to"]
"""Of a verb: says, has said, saying, to say."""

LANGUAGES = ("fr", "en", "de", "es", "it", "pt")

_E = "é"


def listed(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, in small letters."""

    language: str
    verbs: Mapping[str, frozenset[Form]]
    """Each form of a verb of speech."""
    sets: Mapping[str, frozenset[str]]
    """The other sections, by name."""
    phrases: Mapping[str, tuple[str, ...]]
    """Those whose entries are several words."""


@cache
def words_of(language: str | None) -> Words:
    """The words of a language; of French and English together for one that is not known."""
    if language in LANGUAGES:
        return _read(language)
    both = [_read(name) for name in LANGUAGES[:2]]
    verbs: dict[str, frozenset[Form]] = {}
    for one in both:
        for word, forms in one.verbs.items():
            verbs[word] = verbs.get(word, frozenset()) | forms
    names = both[0].sets.keys() | both[1].sets.keys()
    sets = {name: frozenset().union(*(one.sets.get(name, ()) for one in both)) for name in names}
    kinds = both[0].phrases.keys()
    phrases = {name: tuple(p for one in both for p in one.phrases[name]) for name in kinds}
    return Words("", verbs, sets, phrases)


@cache
def _read(language: str) -> Words:
    """The file of a language."""
    sections: dict[str, list[str]] = {}
    text = (files("dossier.quotes") / "data" / f"{language}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            section.append(line)
    phrases = {
        name: tuple(p.lower() for line in sections.pop(name) for p in line.split("|"))
        for name in ("aside", "head")
    }
    phrases["same"] = tuple(sections.pop("same"))
    phrases["kinds"] = tuple(sections.pop("kinds", ()))
    entries = {name: " ".join(lines).split() for name, lines in sections.items()}
    verbs: dict[str, frozenset[Form]] = {}
    kinds: tuple[Form, ...] = ("finite", "done", "doing", "to")
    for kind in kinds:
        for word in entries.pop(kind):
            verbs[word] = verbs.get(word, frozenset()) | {kind}
    for infinitive in entries.pop("er"):
        for word, form in _conjugated(infinitive):
            verbs[word] = verbs.get(word, frozenset()) | {form}
    sets = {name: frozenset(word.lower() for word in words) for name, words in entries.items()}
    return Words(language, verbs, sets, phrases)


def _conjugated(infinitive: str) -> list[tuple[str, Form]]:
    """The forms in -er that a paper writes: he and they say, said, have said; saying."""
    stem = infinitive[:-2]
    hard = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    open_stem = _opened(stem)
    finite = [open_stem + "e", open_stem + "ent", hard + "ait", hard + "aient", hard + "a"]
    finite += [stem + "èrent", open_stem + "era", open_stem + "erait"]
    done = [stem + ending for ending in ("é", "ée", "és", "ées")]
    made: list[tuple[str, Form]] = [(word, "finite") for word in finite]
    made += [(word, "done") for word in done]
    return [*made, (hard + "ant", "doing"), (infinitive, "to")]


def _opened(stem: str) -> str:
    """The stem before a silent ending: "répèt", "rappell", "grommell", "projett", "lèv"."""
    if stem.endswith(("ppel", "mmel", "jet")):
        return stem + stem[-1]
    at = max(stem.rfind(_E), stem.rfind("e"))
    if 0 < len(stem) - at - 1 <= 2 and stem[at + 1 :].isalpha() and _single(stem[at + 1 :]):
        return f"{stem[:at]}è{stem[at + 1 :]}"
    return stem


def _single(consonants: str) -> bool:
    """Whether what follows the last e is one sound: "t", "gn", "br", not "st"."""
    if any(letter in "aeiouyéèêâîôû" for letter in consonants):
        return False
    return len(consonants) == 1 or consonants[1] in "lrn" or consonants in ("gn", "qu", "ch")
