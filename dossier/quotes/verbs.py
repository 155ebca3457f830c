"""Which words are verbs of speech in use: no nouns, and their subject speaks."""

from collections.abc import Sequence

from dossier.quotes.scene import Token
from dossier.quotes.words import Words, listed

_STOPS = frozenset(";:.!?()[]–—…")
_CLITICS = frozenset(("de", "d'", "le", "la", "les", "l'"))
"""What may stand before an infinitive as well as before a noun."""

_LIGHT_VERBS = frozenset(("fait", "font", "faisait", "fit"))

PUT = listed("met mettent mettait mettaient mis")
"""Speech only in "mettre en garde"."""

_NOT_ITSELF = ("fait", "font", "fit", "adress", "annonc", "rapport", "appel", "tenu")

_ITSELF_ALONE = ("indign", "inquiét", "inquièt", "étonn", "alarm", "désol", "agac", "irrit")
"""Speech only of who does so "himself": s'indigner."""

_JOINING = listed("et ou puis mais ,")
"""Between two participles of one auxiliary."""

_NEGATIONS = listed("pas plus point jamais")

_COMPLETIONS = listed("savoir valoir part remarquer observer noter état mine")
"""What makes "faire" a verb of speech: "a fait savoir", "a fait part de"."""


def is_verb(words: Words, tokens: Sequence[Token], at: int) -> bool:
    """Whether the word there is a verb of speech in use: no noun, and its subject does it."""
    token = tokens[at]
    forms = words.verbs.get(token.word) if token.entity is None else None
    if not forms or (token.word in _LIGHT_VERBS and not _completed(tokens, at)):
        return False
    if token.word in PUT and [t.word for t in tokens[at + 1 : at + 3]] != ["en", "garde"]:
        return False
    before = tokens[at - 1].word if at else ""
    itself = {"s'", "se"} & {one.word for one in tokens[max(0, at - 4) : at]}
    if itself and (token.word.startswith(_NOT_ITSELF) or before in _LIGHT_VERBS):
        return False  # "s'était fait remarquer", "cet appel s'adresse à tous"
    far = {"s'", "se"} & {one.word for one in tokens[max(0, at - 7) : at]}
    if not far and token.word.startswith(_ITSELF_ALONE):
        return False  # "l'interpellation avait indigné la gauche"
    if itself and token.word.startswith("exprim") and not _introduces(tokens, at):
        return False  # "la colère s'est exprimée « sous une forme inédite »"
    if before in words.sets["determiner"] | words.sets["of"]:
        return "to" in forms and before in _CLITICS
    if words.language == "en":
        return before != "-" and before not in words.sets["being"] | words.sets["preposition"]
    if token.word.startswith(("relev", "relèv")) and _is_matter_of(tokens, at):
        return False
    if token.word.startswith("avanc") and [t.word for t in tokens[at + 1 : at + 2]] == ["de"]:
        return False  # "le camion a avancé de « dix mètres »"
    if "done" not in forms:
        return True
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if before == "," and after in words.sets["by"]:
        return False  # "le mouvement, encouragé par les sondages"
    return _is_active(words, tokens, at) or ("finite" in forms and not _suffers(words, tokens, at))


def _is_matter_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether "relever" has no object but "de": "ne relève pas de « l'arbitraire »"."""
    after = [token.word for token in tokens[at + 1 : at + 3] if token.word not in _NEGATIONS]
    return bool(after) and after[0] in ("de", "d'", "du")


def _introduces(tokens: Sequence[Token], at: int) -> bool:
    """Whether a colon follows a verb, or its clause opens with it: « … », s'est exprimé X."""
    start = next((i for i in range(at - 1, -1, -1) if tokens[i].word in ("s'", "se")), at)
    opens = start == 0 or tokens[start - 1].word == ","
    return opens or any(token.word == ":" for token in tokens[at + 1 :])


def _completed(tokens: Sequence[Token], at: int) -> bool:
    """Whether "faire" is followed by what makes it speech."""
    return any(token.word in _COMPLETIONS for token in tokens[at + 1 : at + 3])


def _is_active(words: Words, tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle has its auxiliary: "a dit", "s'est dite dans un tweet"."""
    for back in range(at - 1, max(-1, at - 7), -1):
        word = tokens[back].word
        if word == "été" or tokens[back].entity is not None or word in words.sets["that"]:
            return False
        said = word not in PUT and "done" in words.verbs.get(word, ())
        if said and tokens[back + 1].word not in _JOINING:
            return False  # "a salué les mesures annoncées", not "a dit et répété"
        if word in words.sets["auxiliary"]:
            return True
        if word in words.sets["being"]:
            return back > 0 and tokens[back - 1].word in ("s'", "m'", "me")
        if word in _STOPS or (word == "," and tokens[at].word.endswith(("ée", "ées", "és"))):
            return False  # "qui a fait du bruit, considérée à Paris comme « … »"
    return False


def _suffers(words: Words, tokens: Sequence[Token], at: int) -> bool:
    """Whether something is said of the subject: "est dit", "a été dit"."""
    near = [token.word for token in tokens[max(0, at - 3) : at]]
    return any(word in words.sets["being"] or word == "été" for word in near)
