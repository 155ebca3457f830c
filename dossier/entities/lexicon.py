"""The words the rules know: gazetteer, given names, common words, cues, one data file a kind.

Files are read when first asked for and kept. Everything is keyed by ``key``: lower case, no
accents. The lists are generic; none was drawn from a dossier.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from dossier.entities.entity import EntityKind
from dossier.language import stop_words
from dossier.values import dataclass

_DATA = Path(__file__).parent / "data"
_ACCENTED = "àáâãäåāăąçćčďèéêëēėęěğìíîïīįıłñńňòóôõöøōőřśšşșťţțùúûüūůűýÿžźżđð"
_PLAIN = "aaaaaaaaacccdeeeeeeeegiiiiiiilnnnoooooooorssssttt" + "uuuuuuuyyzzzdd"
_ACCENTS = str.maketrans(_ACCENTED, _PLAIN, "\u0307")  # the dot that is left of a small "İ"
_BARE = _ACCENTS | {ord(a.upper()): b.upper() for a, b in zip(_ACCENTED, _PLAIN, strict=True)}
"""Takes accents off, capitals kept."""

_PARTED = re.compile(r"'(?=s\b)|(?:(?<=\b[ldjstc])(?<!-[ldjstc])|(?<=\bqu))'", re.IGNORECASE)
"""An apostrophe that ends a word: of an elision, and before the "s" of English."""
ELSEWHERE = ("de", "es", "it", "nl", "pt")
"""Languages, beside French and English, that have cues of their own."""
_GAZETTEER: tuple[tuple[str, EntityKind], ...] = (
    ("places.txt", "place"),
    ("countries.txt", "place"),
    ("bodies.txt", "organisation"),
    ("bodies-elsewhere.txt", "organisation"),
    ("media.txt", "organisation"),
    ("parties.txt", "organisation"),
    ("companies.txt", "organisation"),
    ("events.txt", "other"),
    ("cities.txt", "place"),
    ("places-elsewhere.txt", "place"),
    ("persons.txt", "person"),
)
"""In order: what an earlier file says of a name, a later one does not change."""
_LOOKALIKES = frozenset(("Fund", "Media", "Capital", "Hospital", "Union", "Post", "Party"))
"""Ends of English names that other languages have too: "grausiger Fund", "Edad Media"."""
TOWNS = "towns-elsewhere"
"""The list of towns that are places only behind a word that leads to one."""
_GAZETTEER_ELSEWHERE: tuple[tuple[str, EntityKind], ...] = (
    ("countries-elsewhere.txt", "place"),
    ("cities-elsewhere.txt", "place"),
    (f"{TOWNS}.txt", "place"),
)
"""Read after the others, for articles in these languages: "Roma" is no town in a French one."""


def key(words: str) -> str:
    """The words in lower case without accents."""
    return words.lower().translate(_ACCENTS)


def spaced(keys: str) -> str:
    """The keys of words with a space where they are parted: "val-d'oise", but "cote d' ivoire"."""
    return _PARTED.sub("' ", keys) if "'" in keys else keys


class Entry(NamedTuple):
    """What the gazetteer says of a name."""

    name: str
    """The first of its names: the same for all that name one thing."""
    kind: EntityKind
    list: str
    """The file it stands in, without its ending."""
    written: str
    """As the file writes it: "UN" in capitals is not "un"."""


def listed(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names known beforehand, by the ``key`` of their words parted by one space."""

    entries: Mapping[str, Entry]
    longest: Mapping[str, int]
    """For the key of a first word, how many words the longest name that opens with it has;
    absent when that is one."""
    small: frozenset[str]
    """First words of names that may open with a small letter, as "mer Noire"."""


@cache
def gazetteer() -> Gazetteer:
    """Every name of the data files, but those of other languages alone."""
    return _gathered(_GAZETTEER, Gazetteer({}, {}, frozenset()))


@cache
def gazetteer_elsewhere() -> Gazetteer:
    """Every name of the data files."""
    return _gathered(_GAZETTEER_ELSEWHERE, gazetteer())


def _gathered(named: Sequence[tuple[str, EntityKind]], known: Gazetteer) -> Gazetteer:
    """The names of some data files behind those that are known."""
    entries, longest, small = dict(known.entries), dict(known.longest), set(known.small)
    for file, kind in named:
        listed = file.removesuffix(".txt")
        written = _lines(file)
        keyed = key("\n".join(written)).split("\n")
        for line, keys in zip(written, map(spaced, keyed), strict=True):
            if " " not in keys:
                entries.setdefault(keys, Entry(line, kind, listed, line))
            else:
                _enter(line, keys, kind, listed, (entries, longest, small))
    return Gazetteer(entries, longest, frozenset(small))


def _enter(
    line: str,
    keys: str,
    kind: EntityKind,
    listed: str,
    into: tuple[dict[str, Entry], dict[str, int], set[str]],
) -> None:
    entries, longest, small = into
    names, words = line.split(" | "), keys.split(" | ")
    known = entries.get(words[0])
    first = known.name if known else names[0]
    for name, spelled in zip(names, words, strict=True):
        spelled = spelled.removesuffix("' s")
        held = entries.setdefault(spelled, Entry(first, kind, listed, name))
        if held.name == first and held.written.isascii() and not name.isascii():
            entries[spelled] = held._replace(written=name)  # "Zurich | Zürich"
        if " " in spelled:
            head = spelled[: spelled.index(" ")]
            longest[head] = max(longest.get(head, 1), 1 + spelled.count(" "))
            if name[0].islower():
                small.add(head)


@cache
def given_names() -> frozenset[str]:
    """Given names, as written and without their accents."""
    names = _lines("given.txt")
    return frozenset([*names, *"\n".join(names).translate(_BARE).split("\n")])


@cache
def given_variants() -> Mapping[str, frozenset[int]]:
    """For the key of a given name, the groups of equivalents it stands in."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("given-variants.txt")):
        for name in line.split():
            groups.setdefault(key(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@cache
def common_words(language: str) -> frozenset[str]:
    """Common lower-case words of a language, as written; of French and English for another."""
    if language in ("fr", "en"):
        return frozenset(_lines(f"common-{language}.txt"))
    return common_words("fr") | common_words("en")


@lru_cache(maxsize=1 << 14)
def is_form_of_common(small: str) -> bool:
    """Whether a small word is a form French makes of a common one: "accrochées"."""
    common = common_words("fr")
    if "-" in small:
        return all(part in common or part.removesuffix("e") in common for part in small.split("-"))
    stem = small.removesuffix("s").removesuffix("e")
    if stem.endswith("é"):
        return stem in common or f"{stem[:-1]}er" in common
    return small.endswith("ment") and f"{small.removesuffix('ment')}" in common


@cache
def opening_words() -> frozenset[str]:
    """Small words that open sentences, in small letters: no surname stands alone against them."""
    return frozenset(word.lower() for lang in ("fr", "en") for word in cues(lang)["opening"])


@cache
def demonyms() -> frozenset[str]:
    """Peoples, tongues and faiths, as written: capitals that name nobody in particular.

    The feminine and the plural that French makes of one are made here.
    """
    names = listed(" ".join(_lines("demonyms.txt")))
    return names.union(*(_inflected(name) for name in names))


def _inflected(name: str) -> Iterator[str]:
    for ending, feminine in (("ais", "e"), ("ois", "e"), ("ain", "e"), ("and", "e"), ("ien", "ne")):
        if name.endswith(ending):
            yield from (f"{name}{feminine}", f"{name}{feminine}s", f"{name.rstrip('s')}s")


@cache
def demonyms_small() -> frozenset[str]:
    """The same in small letters, as French writes the adjective."""
    return frozenset(word.lower() for word in demonyms())


@cache
def not_names() -> frozenset[str]:
    """Other capitals that name nobody, as written."""
    return listed(" ".join(_lines("not-names.txt")))


@cache
def cues(language: str) -> Mapping[str, frozenset[str]]:
    """The sections of a language's cues; those of French for want of a language.

    Of a language without a list they are empty, but what ends the name of a firm in English.
    """
    if language in ("fr", "en", ""):
        return _sections(language or "fr")
    small = frozenset(word.capitalize() for word in stop_words(language))
    none = dict.fromkeys((*cues("fr"), *cues("en")), frozenset[str]())
    english = {"foreign tail": cues("fr")["foreign tail"] - _LOOKALIKES}
    own = _sections(language) if language in ELSEWHERE else {}
    return {**none, **english, "opening": small, **own}


def _sections(language: str) -> Mapping[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in _lines(f"cues-{language}.txt"):
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), set())
        else:
            section.update(line.split())
    return {name: frozenset(words) for name, words in sections.items()}


def _lines(file: str) -> list[str]:
    text = (_DATA / file).read_text(encoding="utf-8")
    head, lines = 0, text.splitlines()
    while lines[head].startswith("#"):
        head += 1
    return lines[head:]
