"""What quotation marks set apart though nobody says it: names, titles, nicknames, charges."""

import re
from collections.abc import Sequence

from dossier.quotes.after import said_after
from dossier.quotes.sight import Sight, verbs_before
from dossier.quotes.words import Words, listed

_MANY = listed(
    "nombre beaucoup plupart dizaine dizaines centaine centaines millier milliers million millions"
    " dozens hundreds thousands most many"
)
_NUMBERED = re.compile(r"(?:l['’])?\w+ (?:[IVXLC]+|\d{1,3})")
"""One of several of a kind: "acte VIII", "phase 2"."""
_DEFINITE = frozenset(("les", "des", "aux", "the", "l'", "le", "la", "du"))


_FEW, _FAR = 3, 10
"""Words that marks may only set apart, and how many may stand between a verb and what it says."""

_CHARGED = 8
"""Words among which a trial stands before what it is about."""

_BESIDE = listed("et ou ,")
"""What joins a charge to another."""

_OBJECT = 3
"""Words from the start of a verb's object on: "a jugé le projet « absurde »"."""

_CLAUSE = 4
"""Words between marks that go on with what somebody says, and are no name: "said the ship …"."""


def unsaid(sight: Sight) -> bool:
    """Whether the marks set a name, a title or a word apart, and nobody speaks."""
    words, near = sight.scene.words, sight.words_before(3)
    quoted = sight.quote.span.of(sight.scene.article.text)
    many = len(quoted.split())
    nouns = words.sets["naming"] - words.sets["determiner"]
    if sight.scene.is_name(quoted) and _names(sight):
        return True
    if not near or near[-1] in (":", ","):
        return len(near) > 1 and near[-1] == ":" and near[-2] in nouns
    last = near[-1]
    judged = _OBJECT if last in nouns and quoted[:1].islower() else 1
    spoken = any(at >= len(sight.before) - judged for at in verbs_before(sight)[:1])
    spoken = spoken or (_is_clause(words, quoted) and bool(verbs_before(sight)))
    if many <= 12 and last in words.sets["naming"] and not spoken:
        return True
    if many <= 6 and not spoken and _named_by(near, nouns, words.sets["of"]):
        return True
    if _NUMBERED.fullmatch(quoted) and not spoken:
        return True
    if many <= 3 and last == "(" and said_after(sight) is None:
        return True  # "le filet de sécurité (« backstop » en anglais)"
    if many <= 3 and (last[0].isdigit() or _counted(near, words.sets["of"])):
        return True
    if many <= 3 and last in _DEFINITE and sight.scene.repeated(quoted):
        return True
    if many <= 6 and quoted[:1].isupper() and last.isalpha():
        capitals = words.language != "de" and all(word[0].isupper() for word in quoted.split())
        titled = words.language == "fr" and last in _DEFINITE and not _said_lately(sight)
        return not verbs_before(sight) or capitals or titled
    if _is_charge(sight):
        return True
    if any(word in words.sets["document"] for word in sight.words_before(6)):
        return not verbs_before(sight) and said_after(sight) is None
    return False


def _is_clause(words: Words, quoted: str) -> bool:
    """Whether marks hold what goes on with what somebody says, no name: "passed every test"."""
    said = quoted.lower().replace("’", "'").replace("'", "' ").split()
    if len(said) < _CLAUSE or not quoted[:1].islower():
        return False
    sets = words.sets
    told = sets["clitic"] | sets["auxiliary"] | sets["being"] | sets["pronoun"]
    told -= sets["determiner"] | sets["preposition"]
    opens = said[0] in sets["preposition"] - sets["of"] or said[0].endswith("ed")
    return opens or any(word in told for word in said)


def _said_lately(sight: Sight) -> bool:
    """Whether a verb of speech stands right before what marks may only name."""
    return any(at >= len(sight.before) - _OBJECT for at in verbs_before(sight)[:1])


def _is_charge(sight: Sight) -> bool:
    """Whether the words are what somebody is tried for: "porter plainte pour « … » et « … »"."""
    words, tokens = sight.scene.words, list(sight.before)
    while tokens and tokens[-1].word in _BESIDE | words.sets["adverb"]:
        tokens.pop()
    if words.language != "fr" or not tokens or tokens[-1].word != "pour":
        return False
    near = range(len(tokens) - 2, max(-1, len(tokens) - 2 - _CHARGED), -1)
    at = next((at for at in near if tokens[at].word in words.sets["charged"]), None)
    if at is None or any(tokens[one].word in ",;:" for one in range(at, len(tokens))):
        return False
    tried = at == 0 or tokens[at - 1].word not in words.sets["auxiliary"]
    told = any(token.word in words.sets["according"] for token in sight.after)
    return tried and not told and said_after(sight) is None


def _names(sight: Sight) -> bool:
    """Whether no verb says the words of a name: "scander « … »", « … », a dit X."""
    words, near = sight.scene.words, sight.words_before(1)
    said = any(at >= len(sight.before) - 2 for at in verbs_before(sight))
    if said or not (sight.before or sight.after):
        return False
    led = words.sets["determiner"] | words.sets["of"] | words.sets["preposition"]
    return (near[:1] != [] and near[0] in led) or said_after(sight) is None


def _counted(near: Sequence[str], of: frozenset[str]) -> bool:
    """Whether the marks hold those who are counted: "nombre de « gilets jaunes »"."""
    return len(near) > 1 and near[-1] in of | {"d'"} and near[-2] in _MANY


def _named_by(near: Sequence[str], nouns: frozenset[str], of: frozenset[str]) -> bool:
    """Whether a naming noun stands last, or before what it is of: "chaîne de télégrammes"."""
    return any(
        word in nouns and (at + 1 == len(near) or near[at + 1] in of)
        for at, word in enumerate(near)
    )


def is_far(sight: Sight) -> bool:
    """Whether a few words, a thing's name it may be, stand far behind the verb that may say them.

    "X a défendu la loi, à deux jours de la « grande marche »"; what a verb says behind "that", or
    beside other words of the same sentence, is said.
    """
    quote, tokens, sets = sight.quote, sight.before, sight.scene.words.sets
    quoted = quote.span.of(sight.scene.article.text)
    at = next(iter(verbs_before(sight)), len(tokens))
    if len(tokens) - at <= _FAR or len(quoted.split()) > _FEW:
        return False
    if not (quoted[0].isupper() or tokens[-1].word in sets["determiner"] | sets["of"] | _DEFINITE):
        return False
    since = tokens[at].span.end
    beside = any(since <= other.whole.start < quote.whole.start for other in sight.scene.marked)
    return not beside and not any(token.word in sets["that"] for token in tokens[at:])
