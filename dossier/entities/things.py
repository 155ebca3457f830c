"""Which names of places and bodies are one: by the gazetteer, by folding, by their initials.

Never by likeness: Mali is not Malawi.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from dossier.entities import lexicon
from dossier.entities.firms import has_form
from dossier.entities.folding import fold
from dossier.entities.lexicon import key, listed
from dossier.entities.recognise import Reading

_SMALL = listed("de la le du des l d et les of the and for pour en a aux au")
_ARTICLE = re.compile(r"^(?:the|le|la|les|l') ?(?=\w{3})")
_ROAD = re.compile(r"^(?:autoroute|route|rocade|motorway|highway) (?=[aenmd]\d)")
_DOTTED = re.compile(r"(?:[a-z]\.){2,}[a-z]?\.?")
_HALF = 0.5
"""Of the articles that have a head word, the share that must name the body whole: "la Ligue" of
five articles is none that one of them names. Of a listed body one is enough."""
_LONG = 6
"""Letters from which two spellings of a place that fold alike are one."""


def gather_things(readings: Sequence[Reading]) -> Iterator[tuple[list[Reading], tuple[str, ...]]]:
    """The readings of one place or body each, with the evidence that joined their spellings."""
    gathered: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        place = reading.mention.kind == "place"
        gathered[_key(reading.words, place=place)].append(reading)
    for name, rivers in _rivers(gathered):
        gathered[name] = [reading for reading in gathered[name] if reading.group != "river"]
        yield rivers, (f"{rivers[0].words}: the river, told from the territory of its name",)
    moved = {**_folded(gathered), **_firms(gathered), **_short(gathered)}
    joined: dict[str, list[str]] = defaultdict(list)
    for name in gathered:
        joined[_end(name, moved)].append(name)
    for names in joined.values():
        found = [reading for name in names for reading in gathered[name]]
        yield found, _evidence(names, gathered, moved)


def _rivers(gathered: dict[str, list[Reading]]) -> list[tuple[str, list[Reading]]]:
    """The readings that are a river's, of each name that the articles give a territory too."""
    return [
        (name, [reading for reading in found if reading.group == "river"])
        for name, found in gathered.items()
        if {"river", "territory"} <= {reading.group for reading in found}
    ]


Move = tuple[str, str]
"""The key that takes another's readings in, and why."""


def _end(name: str, moved: dict[str, Move]) -> str:
    """Where a key's readings end up; one step alone, so that nothing joins by a chain."""
    to = moved.get(name)
    return to[0] if to and to[0] not in moved else name


def _key(words: str, *, place: bool = False) -> str:
    """What names of one thing share; a place may be named in any language whose names are known."""
    plain = lexicon.spaced(key(words)).removesuffix("' s")
    bare = _ROAD.sub("", _ARTICLE.sub("", plain))
    if _DOTTED.fullmatch(plain) and plain not in lexicon.gazetteer().entries:
        plain = words = bare = plain.replace(".", "")
    entry = lexicon.gazetteer().entries.get(plain) or lexicon.gazetteer().entries.get(bare)
    if entry is None and place:
        known = lexicon.gazetteer_elsewhere().entries
        entry = known.get(plain) or known.get(f"le {plain}") or known.get(f"les {plain}")
    name = key(entry.name) if entry else _ROAD.sub("", _ARTICLE.sub("", key(words)))
    return re.sub(r"[-\s]+", " ", name)


def _folded(gathered: dict[str, list[Reading]]) -> dict[str, Move]:
    """Long names of one word that are romanisations of one another."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in gathered:
        if " " not in name and len(name) >= _LONG:
            groups[name[0], fold(name)].append(name)
    moved = {}
    for names in groups.values():
        first, *others = sorted(names, key=lambda n: (-len(gathered[n]), n))
        moved.update(dict.fromkeys(others, (first, "two spellings of one sound")))
    return moved


def _firms(gathered: dict[str, list[Reading]]) -> dict[str, Move]:
    """Firms named without the form they have: "Medisoft" of one "Medisoft Group" alone."""
    whole: dict[str, list[str]] = defaultdict(list)
    for name in gathered:
        short = name.rpartition(" ")[0]
        if has_form(name) and short in gathered:
            whole[short].append(name)
    common = lexicon.common_words("en") | lexicon.common_words("fr")
    return {
        names[0]: (short, "the firm with its form")
        for short, names in whole.items()
        if len(names) == 1 and short not in common
        if _is_body(gathered[short]) and _is_body(gathered[names[0]])
    }


def _is_body(found: Sequence[Reading]) -> bool:
    return found[0].mention.kind == "organisation"


def _short(gathered: dict[str, list[Reading]]) -> dict[str, Move]:
    """Initials of one longer name, and the head word of one body ("l'Assemblée")."""
    full: dict[str, list[str]] = defaultdict(list)
    heads: dict[str, list[str]] = defaultdict(list)
    for name, found in gathered.items():
        words = [w for w in re.findall(r"[^\W\d_]+", name) if w not in _SMALL]
        if len(words) > 1:
            full["".join(w[0] for w in words)].append(name)
            if found[0].mention.kind == "organisation":
                heads[words[0]].append(name)
                heads[words[-1]].append(name)
    generic = bare_heads()
    lists = _listed_names()
    moved = {}
    for name, found in gathered.items():
        written = found[0].words.replace(".", "")
        if name in lists:
            continue
        said = {_key(r.group) for r in found if r.group and r.mention.kind == "organisation"}
        if len(said) == 1 and (to := said.pop()) in gathered and to != name:
            moved[name] = to, "in brackets beside it"
            continue
        if written.isupper() and 2 <= len(written) <= 7:
            candidates, why = full.get(key(written), []), "its initials"
        elif name in generic and found[0].mention.kind == "organisation":
            candidates, why = heads.get(name, []), "its head word, of one body alone"
            near = {c: _shared(found, gathered[c]) for c in candidates}
            candidates = [c for c, share in near.items() if share]
            if candidates and candidates[0] not in lists and near[candidates[0]] < _HALF:
                continue
        else:
            continue
        if len(candidates) == 1:
            moved[name] = candidates[0], why
    return moved


@cache
def _listed_names() -> frozenset[str]:
    """The first name of everything the lists know, as a key."""
    names = {entry.name for entry in lexicon.gazetteer().entries.values()}
    return frozenset(re.sub(r"[-\s]+", " ", key(name)) for name in names)


@cache
def bare_heads() -> frozenset[str]:
    """Words that name a body only beside its fuller name."""
    return frozenset(key(word) for lang in ("fr", "en") for word in lexicon.cues(lang)["bare head"])


def _shared(some: Sequence[Reading], others: Sequence[Reading]) -> float:
    """The share of the articles of some readings that have the others too, 0..1."""
    files = {reading.mention.file for reading in some}
    return len(files & {reading.mention.file for reading in others}) / len(files)


def _evidence(
    names: Sequence[str], gathered: dict[str, list[Reading]], moved: dict[str, Move]
) -> tuple[str, ...]:
    """Why the spellings of some keys are one; the first needs no reason."""
    why: dict[str, None] = {}
    for name in names:
        spelled = {re.sub(r"[-\s]+", " ", key(r.words)): r.words for r in reversed(gathered[name])}
        first, *others = dict.fromkeys(spelled.values())
        for other in others:
            why[f"{other} = {first}: two names of one in the lists"] = None
        if name in moved and moved[name][0] in names:
            to, reason = moved[name]
            why[f"{first} = {_usual(gathered[to])}: {reason}"] = None
    return tuple(why)


def _usual(found: Sequence[Reading]) -> str:
    return Counter(r.words for r in found).most_common(1)[0][0]
