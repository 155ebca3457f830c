"""The subject before its verb: the name or the role that a sentence says speaks."""

from collections.abc import Sequence

from dossier.entities.lexicon import cues
from dossier.quotes.genders import Pronoun, pronoun
from dossier.quotes.scene import TIME, Scene, Token
from dossier.quotes.verbs import is_verb
from dossier.quotes.voices import (
    PLAIN_ARTICLES,
    STOPS,
    Voice,
    is_governed,
    noun_phrase,
    owns,
    role_of,
    voice_of,
)
from dossier.quotes.words import Words, listed

_AND = frozenset(("et", "and"))
_PARTITIVES = frozenset(("de", "d'", "du", "des"))

_SEVERAL = listed(
    "les des ses leurs ces nos plusieurs certains certaines deux trois quelques tels telles"
)

LONGEST = 16
"""Words and names of a subject that are looked at."""


def subject_before(scene: Scene, tokens: Sequence[Token], verb: int) -> Voice | Pronoun | None:
    """The subject that stands before a verb."""
    words = scene.words
    light = (
        words.sets["clitic"] | words.sets["auxiliary"] | words.sets["being"] | words.sets["adverb"]
    )
    at = verb - 1
    nouns = words.sets["determiner"] | words.sets["of"]
    while at >= 0 and tokens[at].entity is None:
        if not (is_light(tokens[at].word, light) or _says_how(words, tokens, at)):
            break
        if at and tokens[at].word.endswith("ment") and tokens[at - 1].word in nouns:
            break  # "le chef du gouvernement a dit"
        at -= 1
    if at < 0:
        return None
    if tokens[at].word == ",":
        return _past_comma(scene, tokens, at)
    if tokens[at].word in _AND and (earlier := _same_subject(words, tokens, at)):
        return subject_before(scene, tokens, earlier)
    return _ending_at(scene, tokens, at)


def _same_subject(words: Words, tokens: Sequence[Token], last: int) -> int:
    """Where the verb stands that "and" joins another to: "X exprime sa joie et dit"; 0 for none."""
    for at in range(last - 1, 0, -1):
        if tokens[at].word in STOPS | words.sets["joint"] | words.sets["relative"]:
            return 0
        if is_verb(words, tokens, at):
            return at
    return 0


def _says_how(words: Words, tokens: Sequence[Token], at: int) -> bool:
    """Whether "beaucoup" stands after an auxiliary, and is nobody: "il a beaucoup insisté"."""
    return at > 0 and tokens[at].word in words.sets["bare"] and _has(words, tokens[at - 1])


def _has(words: Words, token: Token) -> bool:
    """Whether a word is an auxiliary."""
    return token.entity is None and token.word in words.sets["auxiliary"]


def is_light(word: str, light: frozenset[str]) -> bool:
    """Whether a word stands between a subject and its verb without being either."""
    return word in light or word.endswith(("ment", "ly")) or word in ("-", "'", TIME)


def _past_comma(scene: Scene, tokens: Sequence[Token], comma: int) -> Voice | Pronoun | None:
    """The subject before a comma: what is between two commas may name it, or only say more."""
    first = next((at for at in range(comma - 1, -1, -1) if tokens[at].word in (",", "(")), -1)
    inside = tokens[first + 1 : comma]
    person = [t for t in inside if t.person]
    aside = bool(person) and _is_aside(scene, inside[: inside.index(person[0])])
    if person and not (aside or _is_of(scene, tokens, person[0]) or owns(tokens, person[0])):
        return voice_of(person[0])
    relative = any(token.word in scene.words.sets["relative"] for token in inside)
    if not relative and (whom := _before_clause(scene.words, tokens, first)):
        return voice_of(whom)
    if first > 0 and (relative or len(inside) < LONGEST or tokens[first - 1].person):
        return subject_before(scene, tokens, first)
    return _ending_at(scene, tokens, comma - 1) if comma else None


def _before_clause(words: Words, tokens: Sequence[Token], end: int) -> Token | None:
    """The person whose clause ends there: "X, qui préside la plus grande ligue, la LDP, craint"."""
    comma = next((at for at in range(end - 1, 0, -1) if tokens[at].word == ","), 0)
    whose = comma and tokens[comma + 1].word in words.sets["relative"] and tokens[comma - 1].person
    near = end - comma < LONGEST and not any(t.word in STOPS for t in tokens[comma + 1 : end])
    return tokens[comma - 1] if whose and near else None


def _is_aside(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Whether the words before a name, between commas, make it somebody else: "reçu par X"."""
    words = scene.words
    borders = words.sets["preposition"] | words.sets["by"] | words.sets["relative"]
    return any(token.entity is None and token.word in borders for token in tokens)


def _is_of(scene: Scene, tokens: Sequence[Token], token: Token) -> bool:
    """Whether a name stands after "de"."""
    at = tokens.index(token)
    return at > 0 and tokens[at - 1].word in scene.words.sets["of"]


def _ending_at(scene: Scene, tokens: Sequence[Token], last: int) -> Voice | Pronoun | None:
    """The subject whose last word stands there."""
    words = scene.words
    word = tokens[last].word
    if tokens[last].entity is None:
        if word in words.sets["pronoun"] or word in words.sets["last"]:
            return pronoun(tokens[last])
        if word == "it" and words.language == "en":
            return Pronoun(None, many=True, start=tokens[last].span.start)
        if word in words.sets["relative"]:
            many = _is_plural(words, tokens[last + 1 :])
            return _antecedent(scene, tokens[:last], many)
        if word in STOPS:
            return None
    elif beside := _named_before_relative(words, tokens, last):
        return voice_of(beside)
    first = last
    while first >= 0 and last - first < LONGEST:
        of = first < last and tokens[first].word == "," and tokens[first + 1].word in _PARTITIVES
        if not of and _is_border(words, tokens, first):
            break  # "des professionnels de l'hôtellerie, du tourisme" is one subject
        first -= 1
        if _opens_sentence(scene, tokens, first + 1):
            break
    follows = first > 0 and tokens[first].word == "," and tokens[first - 1].person
    if follows and _is_bare_office(words, tokens[first + 1 : last + 1]):
        return _ending_at(scene, tokens, first - 1)
    if tokens[last].person and _ends_clause(words, tokens[first + 1 : last]):
        return voice_of(tokens[last])
    return noun_phrase(scene, tokens[first + 1 : last + 1])


def _opens_sentence(scene: Scene, tokens: Sequence[Token], at: int) -> bool:
    """Whether an article with a capital opens a sentence that no stop parts from the one before."""
    words, token = scene.words, tokens[at]
    if not at or token.entity is not None or token.word not in words.sets["determiner"]:
        return False
    led = words.sets["of"] | words.sets["preposition"] | words.sets["determiner"]
    capital = scene.text[token.span.start].isupper()
    return capital and tokens[at - 1].word not in led  # not "le maire de La Bourboule"


def _is_bare_office(words: Words, tokens: Sequence[Token]) -> bool:
    """Whether words are a French office without an article, and say more: "X, délégué CGT"."""
    office = tokens[0].entity is None and tokens[0].word in cues("fr")["title"]
    return words.language == "fr" and office and not any(token.person for token in tokens)


def _ends_clause(words: Words, tokens: Sequence[Token]) -> bool:
    """Whether the words before a name are a clause of their own: "ce qui fut fait et X raconte"."""
    light = words.sets["relative"] | words.sets["auxiliary"] | words.sets["being"]
    last = [token.word for token in tokens if token.word not in words.sets["determiner"]][-1:]
    joined = bool(last) and last[0] in ("et", "and", "mais", "but")
    return joined and any(token.entity is None and token.word in light for token in tokens)


def _named_before_relative(words: Words, tokens: Sequence[Token], last: int) -> Token | None:
    """The person of whom "X, a leader who met Y" or "X, an adviser to Y" speaks, ending at Y."""
    comma = next((at for at in range(last - 1, 0, -1) if tokens[at].word == ","), 0)
    inside = [token.word for token in tokens[comma:last]]
    more = bool(set(inside) & words.sets["relative"])
    if words.language == "en" and not more and comma and not is_governed(words, tokens, comma - 1):
        led = words.sets["of"] | words.sets["preposition"]
        more = bool(set(inside[1:2]) & words.sets["determiner"] and set(inside[2:]) & led)
    named = tokens[comma - 1] if comma and more else None
    return named if named and named.person else None


def _is_plural(words: Words, tokens: Sequence[Token]) -> bool:
    """Whether the French verb after "qui" is of several, as far as it tells."""
    light = words.sets["clitic"]
    verb = next((token.word for token in tokens if token.word not in light), "")
    if words.language != "fr" or not verb.isalpha():
        return False
    if verb in words.sets["auxiliary"] | words.sets["being"]:
        return verb.endswith(("nt", "ons"))
    return verb.endswith("ent") and "finite" in words.verbs.get(verb, ())


def _antecedent(scene: Scene, tokens: Sequence[Token], many: bool) -> Voice | None:
    """Whom "who" stands for: the nearest name, else the nearest role, of the verb's number."""
    of = scene.words.sets["of"]
    body: Voice | None = None
    for at in range(len(tokens) - 1, max(-1, len(tokens) - 10), -1):
        before = tokens[at - 1].word if at else ""
        entity = tokens[at].entity
        if entity is not None and (tokens[at].person or not _is_whose(of, tokens, at)):
            return voice_of(tokens[at])
        if entity is not None and entity.kind == "organisation" and before not in of:
            body = body or voice_of(tokens[at])  # "au sein de la Chambre, qui a appelé"
        if tokens[at].word in scene.words.sets["determiner"] - {"du", "des"} and before not in of:
            kept = tokens[at:-1] if tokens[-1].word == "," else tokens[at:]
            if many and tokens[at].word not in _SEVERAL:
                inner = (i for i, token in enumerate(kept) if i and token.word == "des")
                kept = kept[next(inner, 0) :]  # "une fronde des policiers qui réclament"
            apart = any(token.word in STOPS for token in kept)
            return role_of(scene, kept) if len(kept) > 1 and not apart else body
    return body


def _is_whose(of: frozenset[str], tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only says of what: "de Paris", "l'institution de la rue Cambon"."""
    near = [token.word for token in tokens[max(0, at - 2) : at]]
    return near[-1:] != [] and (near[-1] in of or (near[-1] in PLAIN_ARTICLES and near[0] in of))


def _is_border(words: Words, tokens: Sequence[Token], at: int) -> bool:
    """Whether no subject goes back over this word."""
    token = tokens[at]
    if token.entity is not None:
        return False
    if token.word in STOPS | words.sets["joint"] or token.word == "what":
        return True
    return is_verb(words, tokens, at) or token.word in words.sets["auxiliary"] - {"a"}
