"""Papers whose names are ordinary words, or open with an article of another language."""

from dossier.entities import lexicon
from dossier.entities.lexicon import Entry, listed
from dossier.entities.sight import (
    ARTICLES,
    DER,
    FIRM,
    GOOD,
    OF,
    Sight,
    Sighting,
    after,
    before,
    is_common,
    leads_to_town,
    look_up,
)
from dossier.entities.surroundings import beside, cue_word

_TITLES_ARTICLES = listed("Le La L' Les El Il Der Die")
"""Articles that English leaves with a foreign paper's name: "told Le Monde"."""
DETERMINERS = ARTICLES | listed("un une ce cet cette son sa ses mon ma notre votre leur deux")
"""What makes a capitalised word behind it the ordinary one: "la Libération"."""
_LINKS = listed("selon dans à d' de pour par chez")
_WHY = "in the list of bodies"
_OPEN, _CLOSED = frozenset('„"“«»‚'), frozenset('“"”»«‘')
_PRONOUNS = listed("er sie es")


def read_paper(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A paper named at a word, where its name alone would not say so; and the word after it."""
    if end := _foreign_title(sight, at):
        return end, sight.seen(at, end, "organisation", FIRM, _WHY)
    if not _may_be_one(sight, at):
        return at + 1, None
    if row := _beside_paper(sight, at):
        return at + 1, sight.seen(at, at + 1, "organisation", GOOD, row)
    if _of_the_press(sight, at):
        return at + 1, sight.seen(at, at + 1, "organisation", GOOD, _WHY)
    if before(sight, at) and sight.words[at].text in lexicon.not_names():
        return at + 1, sight.seen(at, at + 1, None, 0, "capitalised")
    return at + 1, None


def is_noun_here(sight: Sight, at: int, size: int, entry: Entry) -> bool:
    """Whether a listed name that is also a noun is the noun here: "mehr Zeit", "gutes Essen".

    A town is one behind what leads to one, and behind a noun ("Stadt Essen"); a paper in quotation
    marks, beside a verb of speech.
    """
    words = sight.words
    last = at + size - 1
    if words[last].text not in sight.cues.get("noun too", ()):
        return False
    if entry.kind == "place":
        word = before(sight, at)
        leads = word == "von" or word.isdigit() or leads_to_town(sight, at)
        return not (leads or (word and words[at - 1].cap))
    if sight.language == "nl":
        return before(sight, last) != "de"
    reporting = sight.cues["reporting"]
    quoted = sight.text[words[at].start - 1 : words[at].start] in _OPEN and (
        sight.text[words[last].end : words[last].end + 1] in _CLOSED
    )
    then = after(sight, last + 1)
    if quoted or then in reporting or then == "online" or before(sight, at) == "laut":
        return False
    if before(sight, last) not in DER or last < 2 or not words[last - 1].joined:
        return True
    told = words[last - 2]
    near = any(word.text in reporting for word in words[max(0, last - 5) : last - 1])
    return not (near and (told.cap or told.text in reporting or told.text in _PRONOUNS))


def _foreign_title(sight: Sight, at: int) -> int:
    """The word after a foreign paper's name that English leaves its article: "Le Monde"."""
    words = sight.words
    if sight.french or words[at].text not in _TITLES_ARTICLES or at + 1 >= len(words):
        return 0
    entry, size = look_up(sight, at + 1)
    return at + 1 + size if entry and entry.list == "media" and words[at + 1].joined else 0


def _may_be_one(sight: Sight, at: int) -> bool:
    """Whether the word, a listed paper's, stands in French as no ordinary word does."""
    word, then = sight.words[at], after(sight, at + 1)
    entry = lexicon.gazetteer().entries.get(word.key)
    if entry is None or entry.list != "media" or not sight.french or word.text.isupper():
        return False
    if word.initial or sight.titled or then in OF or (then and sight.words[at + 1].cap):
        return False
    ordinary = word.text in lexicon.not_names() or is_common(sight, word)
    return ordinary and before(sight, at) not in DETERMINERS


def _of_the_press(sight: Sight, at: int) -> bool:
    """Whether the words before speak of a paper: "selon", "les locaux de", "le quotidien"."""
    if cue_word(sight, at, "org word"):
        return True
    if not before(sight, at) or (link := sight.words[at - 1].text.lower()) not in _LINKS:
        return False
    near = sight.words[max(0, at - 4) : at]
    return link == "selon" or any(word.text in sight.cues["press word"] for word in near)


def _beside_paper(sight: Sight, at: int) -> str:
    """Why the word is a paper in a row of papers; "" when it is in none."""
    for step in (-1, 1):
        near = beside(sight, at, step)
        entry = look_up(sight, near)[0] if near is not None else None
        if entry and entry.list == "media" and near is not None:
            return f"named beside {sight.words[near].text}"
    return ""
