"""English names that go on behind "of", "and" or a saint's "'s".

"Isle of Torran", "Devon and Cornwall Police", "St Mary's Hospital".
"""

from dossier.entities import lexicon
from dossier.entities.lexicon import listed
from dossier.entities.sight import FIRM, GOOD, STRONG, Sight, Sighting, before, is_given, run

_LANDS = listed(
    "Isle Isles Sound Firth Gulf Bay Cape Strait Straits Mull Sea Horn Forest Vale Kyle Kyles Port"
)
"""What opens the name of a place behind "of"."""
SHIPS = listed("MV MS MT SS RMS HMS HMAS HMCS USS USNS RRS FV MY")
"""What stands before the name of a ship, and is none of it."""
_SHARED = listed(
    "Police Constabulary Council Hospital Hospitals University Infirmary School College Trust"
    " Counties Borough"
)
"""What two towns or counties may have as one: their police, their council."""


_SAINTS = listed("St St. Saint")


def read_of(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A ship, a place named with "of", or what two places share; and the word after the name."""
    words = sight.words
    if sight.titled or at + 1 >= len(words) or not words[at + 1].joined:
        return at + 1, None
    if words[at].text in SHIPS and words[at + 1].cap:
        end = _behind_of(sight, at + 1) or run(sight, at + 1)
        why = f"after “{words[at].text}”"
        return end, sight.seen(at + 1, end, "other", FIRM, why)._replace(initial=False)
    if sight.language != "en":
        return at + 1, None
    if words[at].text in _LANDS and (end := _behind_of(sight, at)):
        return end, sight.seen(at, end, "place", GOOD, f"opens with “{words[at].text} of”")
    if end := _shared(sight, at):
        why = f"a name made with “{words[end - 1].text}”"
        return end, sight.seen(at, end, "organisation", STRONG, why)
    return at + 1, None


def of_saint(sight: Sight, at: int, end: int) -> Sighting | None:
    """The church, school or hospital of the saint whose name ends there; None where it is none."""
    words = sight.words
    if sight.french or words[at].text not in _SAINTS:
        return None
    owns = sight.text[words[end - 1].end : words[end - 1].end + 3] in ("'s ", "’s ")
    if not owns or end + 1 >= len(words) or not words[end + 1].joined:
        return None
    last = words[end + 1].text
    why = f"a name made with “{last}”"
    if last in sight.cues["place tail"]:
        return sight.seen(at, end + 2, "place", STRONG, why)
    body = last in sight.cues["org tail"]
    return sight.seen(at, end + 2, "organisation", STRONG, why) if body else None


def _behind_of(sight: Sight, at: int) -> int:
    """The word after "Isle of Torran", "Herald of the Seas"; 0 where no "of" leads to a capital."""
    words = sight.words
    ahead = at + 1
    if ahead >= len(words) or words[ahead].text != "of" or not words[ahead].joined:
        return 0
    ahead += 1 + (ahead + 1 < len(words) and words[ahead + 1].text == "the")
    fits = ahead < len(words) and words[ahead].joined and words[ahead].cap
    return run(sight, ahead) if fits else 0


def _shared(sight: Sight, at: int) -> int:
    """The word after "Devon and Cornwall Police"; 0 where two things are named, or nothing."""
    words = sight.words
    entry = lexicon.gazetteer().entries.get(words[at].key)
    other = entry is not None and (entry.kind != "place" or entry.list == "countries")
    if other or at + 3 >= len(words) or words[at + 1].text != "and" or is_given(words[at].text):
        return 0
    end = run(sight, at + 2) if words[at + 2].cap and words[at + 2].joined else 0
    whole = end == at + 4 and words[end - 1].text in _SHARED
    return end if whole and not before(sight, at).istitle() else 0
