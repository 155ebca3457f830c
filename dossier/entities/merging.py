"""What a model heard, put under what the rules saw.

The rules win where they are sure (a list, a title, a given name, a cue); the model says what kind
a name is that they only guessed at, adds names they passed over, and lengthens those they cut.
"""

from collections.abc import Iterator, Sequence

from dossier.entities import lexicon
from dossier.entities.entity import EntityKind
from dossier.entities.lexicon import listed
from dossier.entities.sight import FIRM, GOOD, SOME, Sight, Sighting, is_given, names_nobody
from dossier.spans import Span
from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """A name that a model recognised."""

    file: str
    span: Span
    kind: EntityKind


_VOTE = SOME + 2
"""How much one hearing weighs."""
_LONGEST = 8
_LINKS = listed("de du des d' la le les l' et pour en & of for the and")
HEARD = "recognised by the language model"
"""The reason of what a model alone says."""


def merge(sight: Sight, seen: Sequence[Sighting], heard: Sequence[Heard]) -> list[Sighting]:
    """One line's sightings with what was heard in it; in order, no overlap but of equal spans."""
    kept = list(seen)
    for told in _trimmed(sight, heard):
        over = [s for s in kept if s.start < told.end and told.start < s.end]
        if all(_gives_way(sight, s, told) for s in over):
            kept = [s for s in kept if s not in over]
            kept.append(told)
        elif any((s.start, s.end) == (told.start, told.end) for s in over):
            kept.append(told)
    return sorted(kept, key=lambda s: (s.start, s.end, -s.weight))


def _gives_way(sight: Sight, seen: Sighting, told: Sighting) -> bool:
    """Whether what the rules saw is let go for what the model heard."""
    if not (told.start <= seen.start and seen.end <= told.end):
        return False
    if (seen.start, seen.end) == (told.start, told.end):
        return seen.weight < GOOD and seen.kind is None
    if seen.weight < GOOD:
        return True
    longer = told.kind == "organisation" and seen.weight == FIRM and seen.kind != "person"
    return longer and _is_one_name(sight, seen.end, told.end)


def _is_one_name(sight: Sight, start: int, end: int) -> bool:
    """Whether what a model adds to a listed name can be of it: no verb, no "against"."""
    words = [word for word in sight.words if start <= word.start and word.end <= end]
    return all(
        word.cap or word.text in _LINKS or word.text in sight.cues["org adjective"]
        for word in words
    )


def _trimmed(sight: Sight, heard: Sequence[Heard]) -> Iterator[Sighting]:
    """What was heard without articles, titles and ordinary words at its ends."""
    at = 0
    words = sight.words
    for told in heard:
        while at < len(words) and words[at].start < told.span.start:
            at += 1
        first, end = at, at
        while end < len(words) and words[end].end <= told.span.end:
            end += 1
        while first < end and _hangs_before(sight, first, alone=first + 1 == end):
            first += 1
        while end > first and not words[end - 1].cap and told.kind != "organisation":
            end -= 1
        if first < end <= first + _LONGEST and _holds(sight, first, end):
            yield sight.seen(first, end, told.kind, _VOTE, HEARD)._replace(initial=False)


def _hangs_before(sight: Sight, at: int, *, alone: bool) -> bool:
    word = sight.words[at]
    if not word.cap or word.text.endswith("'"):
        return True
    if word.initial and word.text in sight.cues["opening"]:
        return True
    if word.text in sight.cues["title"] or word.key in sight.cues["title"]:
        return not is_given(word.text) or not alone
    return not alone and word.text in lexicon.demonyms()


def _holds(sight: Sight, first: int, end: int) -> bool:
    """Whether the words can name something at all."""
    words = sight.words[first:end]
    if not all(word.joined or word is words[0] for word in words):
        return False
    capitals = [first + n for n, word in enumerate(words) if word.cap]
    return any(not names_nobody(sight, at) for at in capitals)
