"""What each capitalised name of a dossier is, decided from all the places it stands in.

A name is one kind of thing throughout a dossier, unless one place says otherwise outright
("Mme Paris"). What was recognised at one place is recognised at the others; a person's surname
stands for the person.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dossier.entities.entity import EntityKind, Mention
from dossier.entities.pages import Page
from dossier.entities.sightings import FIRM, SOME, STRONG, WEAK, Sighting, find_sightings
from dossier.spans import Span


def find_names(pages: Sequence[Page]) -> list[list[Mention]]:
    """The persons, places and bodies of each page, in reading order, no overlap."""
    small = frozenset(
        word.text
        for page in pages
        for line in page.lines
        for word in line.words
        if not word.cap and word.text[0].isalpha()
    )
    sighted = [
        [s for line in page.lines for s in find_sightings(page, line, small)] for page in pages
    ]
    kinds = _decide(sighted)
    return [
        [mention for s in found for mention in _mentions(page.file, s, kinds)]
        for page, found in zip(pages, sighted, strict=True)
    ]


def _decide(sighted: Iterable[Iterable[Sighting]]) -> dict[str, tuple[EntityKind, str]]:
    """For each name that names something, what it is and the best reason to say so."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    reasons: dict[tuple[str, EntityKind], tuple[int, str]] = {}

    def vote(name: str, kind: EntityKind, weight: int, why: str) -> None:
        votes[name][kind] += weight
        if weight > reasons.get((name, kind), (0, ""))[0]:
            reasons[name, kind] = weight, why

    for found in sighted:
        for s in found:
            if s.kind and not (s.initial and s.weight < SOME):
                vote(s.name, s.kind, s.weight, s.why)
            if s.kind == "person" and s.weight >= WEAK + 2 and " " in s.name:
                for surname in _surnames(s.name):
                    vote(surname, "person", s.weight // 2, f"surname of {s.name}")
    kinds: dict[str, tuple[EntityKind, str]] = {}
    for name, counts in votes.items():
        kind = max(counts, key=lambda k: (counts[k], k))
        kinds[name] = kind, reasons[name, kind][1]
    return kinds


def _surnames(name: str) -> Iterable[str]:
    """The ways to write a person by the surname alone."""
    words = name.split(" ")
    for at, word in enumerate(words[1:], 1):
        if word[0].islower() or word in ("Le", "La", "De", "Van", "Von", "Ben", "El", "Al", "Di"):
            yield " ".join(words[at:])
            return
    yield words[-1]


def _mentions(
    file: str, s: Sighting, kinds: Mapping[str, tuple[EntityKind, str]]
) -> Iterable[Mention]:
    known = kinds.get(s.name)
    if known is None:
        yield from _parts(file, s, kinds)
        return
    kind, why = known
    if s.kind and s.weight >= STRONG and s.weight < FIRM:
        kind, why = s.kind, s.why
    yield Mention(
        file, Span(s.start, s.end), kind, why if s.kind != kind or s.weight < SOME else s.why
    )


def _parts(
    file: str, s: Sighting, kinds: Mapping[str, tuple[EntityKind, str]]
) -> Iterable[Mention]:
    """The known names inside words that are no name as a whole."""
    at = 0
    for word in s.name.replace("-", " ").split(" "):
        start = s.name.index(word, at) if word else at
        at = start + len(word)
        if word in kinds and len(word) > 2:
            kind, why = kinds[word]
            yield Mention(file, Span(s.start + start, s.start + at), kind, why)
