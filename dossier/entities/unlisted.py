"""Names no list knows: where one ends, and what makes it a name.

In German, whose nouns all have a capital, only what stands beside a word or elsewhere makes one.
"""

from dossier.entities import lexicon
from dossier.entities.bodies import on_its_river
from dossier.entities.folding import is_latin
from dossier.entities.lexicon import listed
from dossier.entities.nobody import is_no_name, opens_a_phrase
from dossier.entities.papers import DETERMINERS
from dossier.entities.personal import SURNAME_PARTICLES
from dossier.entities.sight import (
    ARTICLES,
    DER,
    GOOD,
    SOME,
    Sight,
    Sighting,
    after,
    before,
    is_common,
    is_given,
    look_up,
    names_nobody,
    run,
)
from dossier.entities.surroundings import PARTS_OF_COUNTRIES, cue_word, told

_SHOUTED_ARTICLES = listed("LE LA LES UN UNE THE")
_NO_VERBS = listed("und oder sowie von vom für in mit ohne auf an bei als wie")
_COLOURS = listed("Black White")
"""People are called so, and a great deal else: "Black Heron"."""
_LETTERS = 7
"""Letters of what is too long to be an abbreviation, in capitals."""


def read_unlisted(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A name no list knows; where ordinary words are not listed, a guess is none.

    So in every language but French and English, and in letters that are not Latin; nor is a given
    name alone that opens a sentence ("Nada"), nor any where no cues are known.
    """
    if _is_noun(sight, at):
        return _read_noun(sight, at)
    end, found = _read_name(sight, at)
    unknown = sight.elsewhere or not is_latin(sight.words[at].text)
    bare = sight.words[at].initial or sight.language not in lexicon.ELSEWHERE
    alone = sight.elsewhere and bare and end == at + 1
    if found and unknown and (found.weight < SOME or (alone and found.kind == "person")):
        found = found._replace(kind=None, weight=0, initial=False)
    return end, found


def _read_name(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A name no list knows, if the word may be one."""
    words = sight.words
    word = words[at]
    particle = word.text in SURNAME_PARTICLES and run(sight, at) > at + 1
    if is_no_name(sight, at):
        return at + 1, None
    if (end := run(sight, at)) > at + 1 and _is_shouted(sight, at, end):
        return end, None
    if not particle and names_nobody(sight, at):
        return _read_ordinary(sight, at)
    end = trimmed(sight, at, run(sight, at))
    if end == at + 1 and (particle or word.text[1:] == "."):  # "A. L." signs an article
        return end, None
    if sight.titled:
        return end, sight.seen(at, end, None, 0, "capitalised")._replace(initial=True)
    kind, weight, why = told(sight, at, end)
    if kind == "organisation" and sight.french:
        end = _with_complement(sight, end)
    elif kind == "place" and sight.french:
        end = on_its_river(sight, end)
    return end, sight.seen(at, end, kind, weight, why)


def _read_ordinary(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """An ordinary word with a capital, and what follows: a name where something makes it one."""
    word = sight.words[at]
    if names_nobody(sight, at, common=False):
        end = _of_words(sight, at) if word.text in _COLOURS else 0
        return (end, _named_by_words(sight, at, end)) if end else (at + 1, None)
    if not word.initial and (told_so := _told_outright(sight, at)):
        return told_so
    if _is_given_here(sight, at):
        return at + 1, sight.seen(at, at + 1, "person", GOOD, "a given name")
    if end := _of_words(sight, at):
        return end, _named_by_words(sight, at, end)
    if not word.initial and word.text in sight.cues["bare head"] and before(sight, at) in ARTICLES:
        return at + 1, sight.seen(at, at + 1, "organisation", GOOD, "the head word of a body")
    return at + 1, _maybe(sight, at)


def _is_noun(sight: Sight, at: int) -> bool:
    """Whether a capital says nothing, as in German, but of what is written in capitals."""
    text = sight.words[at].text
    return sight.language == "de" and not (text.isupper() and 1 < len(text) < _LETTERS)


def _read_noun(sight: Sight, at: int) -> tuple[int, Sighting]:
    """A word of German, whose nouns all have a capital: a place if a word for one leads to it.

    Otherwise a name only if it is one elsewhere, and none behind an article.
    """
    if before(sight, at) in sight.cues["place word"]:
        why = f"after “{sight.words[at - 1].text}”"
        found = sight.seen(at, at + 1, "place", GOOD, why)
        return at + 1, found._replace(initial=False)
    found = sight.seen(at, at + 1, None, 0, "capitalised")
    opens = found.initial and not _leads_to_a_verb(sight, at)
    return at + 1, found._replace(initial=opens or before(sight, at) in DER)


def _leads_to_a_verb(sight: Sight, at: int) -> bool:
    """Whether a verb of German may follow a word, as it does a surname that opens a sentence."""
    ahead = after(sight, at + 1)
    return bool(ahead) and not sight.words[at + 1].cap and ahead not in DER | _NO_VERBS


def _is_shouted(sight: Sight, at: int, end: int) -> bool:
    """Whether the words are ordinary ones in capitals, as over a column: "LE MOT DU JOUR"."""
    words = sight.words[at:end]
    if words[0].text in _SHOUTED_ARTICLES and all(w.text.isupper() for w in words):
        return True
    small = lexicon.opening_words()
    return all(w.text.isupper() and (w.text.lower() in small or is_common(sight, w)) for w in words)


def _is_given_here(sight: Sight, at: int) -> bool:
    """Whether an ordinary word with a capital is a given name: "raconte Pierre"."""
    word = sight.words[at]
    if word.initial or sight.titled or not sight.french or not is_given(word.text):
        return False
    if word.text in sight.cues["opening"] or len(word.text) < 3:
        return False
    return before(sight, at) not in DETERMINERS


def _with_complement(sight: Sight, end: int) -> int:
    """The word after "du Net" in "la Quadrature du Net"."""
    words = sight.words
    ahead = end
    while ahead < len(words) and ahead < end + 2 and words[ahead].joined:
        if words[ahead].text not in ("du", "de", "des", "d'", "la", "l'"):
            break
        ahead += 1
    if ahead == end or ahead >= len(words) or not words[ahead].joined or not words[ahead].cap:
        return end
    known = is_given(words[ahead].text) or look_up(sight, ahead)[0] is not None
    return end if known or names_nobody(sight, ahead, common=False) else ahead + 1


def _told_outright(sight: Sight, at: int) -> tuple[int, Sighting] | None:
    """An ordinary word with a capital that the words before make a name."""
    cue = cue_word(sight, at, "org word")
    if cue and not opens_a_phrase(sight, at):
        end = trimmed(sight, at, run(sight, at))
        return end, sight.seen(at, end, "organisation", GOOD, f"after “{cue}”")
    if cue := cue_word(sight, at, "place word"):
        return at + 1, sight.seen(at, at + 1, "place", GOOD, f"after “{cue}”")
    preposition = sight.words[at - 1].text if sight.french and before(sight, at) else ""
    end = run(sight, at) if sight.words[at].text in PARTS_OF_COUNTRIES else at + 1
    if preposition == "à" or (preposition in ("de", "vers", "par") and end > at + 1):
        return end, sight.seen(at, end, "place", SOME, f"after “{preposition}”")
    if (end := _foreign_end(sight, at)) > at + 2:
        return end, sight.seen(at, end, "organisation", SOME, "a name of three words and more")
    return None


def _of_words(sight: Sight, at: int) -> int:
    """The word after an English name made of ordinary words: "Black Heron", "Peel Hunt"; else 0.

    Where a sentence opens with it, its other words may not be a name themselves.
    """
    words = sight.words
    if sight.language != "en" or sight.titled or words[at].text.lower() in lexicon.opening_words():
        return 0
    end = run(sight, at)
    if end < at + 2 or trimmed(sight, at, end) < end:
        return 0
    rest = range(at + 1, end)
    if any(word.text.lower() in sight.cues["title"] for word in words[at:end]):
        return 0
    if any(is_given(words[n].text) or look_up(sight, n)[0] for n in rest):
        return 0
    ordinary = all(names_nobody(sight, n) for n in rest)
    return end if ordinary or not words[at].initial else 0


def _named_by_words(sight: Sight, at: int, end: int) -> Sighting:
    """What a name of ordinary words is: somebody's only where more than a guess says so."""
    if sight.words[at].initial:
        return sight.seen(at, end, None, 0, "capitalised")
    kind, weight, why = told(sight, at, end)
    if kind == "person" and weight < GOOD:
        kind, weight = "organisation", min(weight, SOME)
    return sight.seen(at, end, kind, weight, why)


def _foreign_end(sight: Sight, at: int) -> int:
    """The word after a name that only looks ordinary in English: "Pueblo Sin Fronteras"."""
    words = sight.words
    end = at if sight.french or sight.titled else trimmed(sight, at, run(sight, at))
    odd = end > at + 2 and not is_common(sight, words[end - 1])
    named = any(is_given(w.text) or look_up(sight, n)[0] for n, w in enumerate(words[at:end], at))
    return at if not odd or named else end


def _maybe(sight: Sight, at: int) -> Sighting:
    """An ordinary word with a capital: a name only if it is one elsewhere."""
    verb = after(sight, at + 1) in sight.cues["reporting"]
    return sight.seen(at, at + 1, "person" if verb else None, 0, "capitalised")


def trimmed(sight: Sight, at: int, end: int) -> int:
    """The run without what does not belong to the name: ordinary words, another name."""
    words = sight.words
    while end > at + 1 and names_nobody(sight, end - 1, common=sight.titled):
        end -= 1
    if sight.elsewhere:
        given = (i for i in range(at + 1, end) if is_given(words[i].text))
        end = next((i for i in given if run(sight, i) > i + 1), end)
    for inner in range(at + 1, end):
        if not words[inner].cap:
            continue
        entry, size = look_up(sight, inner)
        if size > 1 and entry and entry.kind != "person":
            end = inner
            break
    while end > at + 1 and not words[end - 1].cap:
        end -= 1
    return end
