"""Who a sentence says speaks: the name or the role that is a verb's subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.entities import Entity
from dossier.entities.lexicon import cues, demonyms
from dossier.quotes.genders import Pronoun, pronoun
from dossier.quotes.scene import TIME, Scene, Token
from dossier.quotes.verbs import is_verb
from dossier.quotes.words import Words, listed
from dossier.spans import Span

STOPS = frozenset(",;:.!?()[]–—…")
_AND = frozenset(("et", "and"))
_PARTITIVES = frozenset(("de", "d'", "du", "des"))
_NOT_SUBJECT = listed("de d' of for par contre")

_UNFINISHED = listed(
    "le la l' les cet cette ces son sa ses leur leurs celui celle ceux celles tel telle tels telles"
    " the a an his her its their on"
)
"""No noun phrase ends in these: "la montée de la", "une telle"."""
_LOOSE = frozenset(("-", "'", ",", TIME, "ce", "le"))
"""What may stand after a role: "un manifestant ce lundi", "le 17 novembre"."""
_CLAUSAL = listed("ne n' se s' %")
"""No noun phrase of one speaker has these: "ne comprend pas", "se multiplient", "74 %"."""

_SEVERAL = listed(
    "les des ses leurs ces nos plusieurs certains certaines deux trois quelques tels telles"
)

_PLAIN_ARTICLES = frozenset(("le", "la", "l'", "les", "the"))
_WHOLE = frozenset(("tout", "toute", "tous", "toutes", "all"))

_SOME = frozenset(("un", "une", "ce", "cet", "cette", "plusieurs", "a", "an", "one"))
"""These open somebody whom no name is given to."""

_LINKS = frozenset(("du", "de", "d'"))
"""Before an office these make somebody its own."""

_BEFORE_NAME = 8
"""Words among which the name of a body stands, in English."""

LONGEST = 16
"""Words and names of a subject that are looked at."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may be the speaker."""

    name: str
    span: Span
    """Where the article names them."""
    state: Literal["named", "role"]
    person: bool = False


@dataclass(frozen=True, slots=True)
class Nobody:
    """The clause says that the words are said, and by nobody: "est-il écrit", "dit-on"."""


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


def owns(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a name stands before "'s"."""
    at = tokens.index(token) + 1
    return at < len(tokens) and tokens[at].word == "'"


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
    return near[-1:] != [] and (near[-1] in of or (near[-1] in _PLAIN_ARTICLES and near[0] in of))


def _is_border(words: Words, tokens: Sequence[Token], at: int) -> bool:
    """Whether no subject goes back over this word."""
    token = tokens[at]
    if token.entity is not None:
        return False
    if token.word in STOPS | words.sets["joint"] or token.word == "what":
        return True
    return is_verb(words, tokens, at) or token.word in words.sets["auxiliary"] - {"a"}


def noun_phrase(scene: Scene, tokens: Sequence[Token]) -> Voice | None:
    """Whom words without a verb are about: a person, a body, or a role in the words themselves."""
    tokens = _without_predicate(scene.words, _without_circumstance(scene.words, tokens))
    if not tokens:
        return None
    of = scene.words.sets["of"]
    for at, token in enumerate(tokens):
        if token.person:
            before = tokens[at - 1].word if at else ""
            led = _NOT_SUBJECT | scene.words.sets["preposition"]
            if before not in led and not owns(tokens, token):
                if is_anothers(scene.words, tokens, at):
                    return role_of(scene, tokens[: at + 1])
                return _together(scene, tokens[at:]) or voice_of(token)
    head = 1 if tokens[0].word in scene.words.sets["determiner"] and len(tokens) > 1 else 0
    after = tokens[head + 1].word if head + 1 < len(tokens) else ""
    if after == "'" and len(tokens) > head + 3:
        return role_of(scene, tokens)
    if head and _is_inhabitant(scene, tokens):
        return role_of(scene, tokens)
    if scene.words.language == "en":
        return _named_whole(scene, tokens[head:]) or role_of(scene, tokens)
    if tokens[head].entity is not None:
        return voice_of(tokens[head])
    named = [at for at, token in enumerate(tokens) if token.entity is not None]
    named = [at for at in named if tokens[at].word not in scene.words.sets["platform"]]
    if head and named and not any(t.word in of for t in tokens[: named[0]]) and named[0] < 4:
        offices = cues("fr" if scene.words.language == "fr" else "en")["title"]
        if not any(token.word in offices for token in tokens[1 : named[0]]):
            return voice_of(tokens[named[0]])  # "le quotidien X", not "le député LR"
    return role_of(scene, tokens)


def is_anothers(words: Words, tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is that of an office which somebody is of: "un proche du président X"."""
    if tokens[0].word not in _SOME or any(token.word in STOPS for token in tokens[:at]):
        return False
    offices = cues("fr" if words.language == "fr" else "en")["title"]
    links = _LINKS if words.language == "fr" else words.sets["of"] | {"for", "to"}
    linked = next((i for i in range(1, at) if tokens[i].word in links), at)
    led = tokens[linked - 1].word in words.sets["preposition"]
    return not led and any(token.word in offices for token in tokens[linked + 1 : at])


def _named_whole(scene: Scene, tokens: Sequence[Token]) -> Voice | None:
    """The body English words name last: "the agency AFP", not "the Marine Corps general"."""
    words, titles = scene.words, cues("en")["title"]
    leading = words.sets["of"] | words.sets["preposition"]
    for at, token in enumerate(tokens[:_BEFORE_NAME]):
        if token.entity is None and token.word in (leading - words.sets["by"]) | titles:
            return None
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        whole = not (after[:1].isalpha() or after in ("-", "'")) or after in leading
        if whole and token.entity is not None and token.word not in words.sets["platform"]:
            return voice_of(token)
    return None


def _is_inhabitant(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Whether an article and a people's name are somebody who lives there: "le Parisien"."""
    name = tokens[1].span.of(scene.text)
    return (
        not tokens[1].person and scene.text[tokens[0].span.start].islower() and name in demonyms()
    )


def _together(scene: Scene, tokens: Sequence[Token]) -> Voice | None:
    """Two persons or more who speak as one: "X et Y", in the article's own words."""
    last = 0
    while (
        last + 2 < len(tokens)
        and tokens[last + 1].word in ("et", "and", ",")
        and tokens[last + 2].person
    ):
        last += 2
    both = last and tokens[last - 1].word in ("et", "and") and not owns(tokens, tokens[last])
    if both:
        return role_of(scene, tokens[: last + 1])
    joined = tokens[1:2] and tokens[1].word in ("et", "and") and tokens[-1].person
    between = scene.words.sets["of"] | scene.words.sets["preposition"] | {","}
    if not joined or any(token.person or token.word in between for token in tokens[2:-1]):
        return None
    return role_of(scene, tokens)


def _without_predicate(words: Words, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before "who …" and before "has …": whom those name is not who they are about."""
    light = words.sets["auxiliary"] | words.sets["being"] if words.language == "fr" else frozenset()
    ends = words.sets["relative"] | light
    first = (at for at, token in enumerate(tokens) if at and token.word in ends)
    return tokens[: next(first, len(tokens))]


def _without_circumstance(words: Words, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words from the first that may open a subject: an article or a name, not after "dans"."""
    prepositions = words.sets["preposition"] | words.sets["of"]
    for at, token in enumerate(tokens):
        opens = (
            token.entity is not None or token.word in words.sets["determiner"] | words.sets["bare"]
        )
        opens = opens and not (at and token.word in ("du", "des"))
        before = at - 1
        while before > 0 and tokens[before].word in _WHOLE | _PLAIN_ARTICLES:
            before -= 1
        led = at and tokens[before].word in prepositions
        body = token.entity is not None and token.entity.kind != "person"
        owned = body and any(one.word in words.sets["of"] for one in tokens[max(0, at - 6) : at])
        if opens and not led and not owned:
            return tokens[at:]
    return ()


def role_of(scene: Scene, tokens: Sequence[Token]) -> Voice | None:
    """A role, in the article's own words."""
    while len(tokens) > 1 and tokens[-1].word in _LOOSE:
        tokens = tokens[:-1]
    first = tokens[0]
    determined = first.word in scene.words.sets["determiner"]
    if tokens[-1].word in ("et", "and", "ou", "or"):
        return None  # "clashed with riot police and chanted": who chanted stands further off
    if not _is_noun_phrase(scene, tokens):
        return None
    if (
        not (determined and len(tokens) > 1)
        and first.word not in scene.words.sets["bare"]
        and first.entity is None
    ):
        return None
    span = Span(first.span.start, tokens[-1].span.end)
    said = " ".join(span.of(scene.article.text).split())
    if len(said) > 100:
        return None
    return Voice(said[:1].lower() + said[1:] if determined else said, span, "role")


def _is_noun_phrase(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Whether words are whole, and no clause: no "la hausse de", no "la part de ceux"."""
    last = tokens[-1]
    if scene.words.language == "en" and [t.word for t in tokens[-2:]] == ["'", "s"]:
        return False  # "Di Maio's and Salvini's comments were": comments say nothing
    open_ends = scene.words.sets["of"] | scene.words.sets["that"] | _UNFINISHED
    unfinished = last.word in open_ends or last.word[0].isdigit()
    if unfinished and len(tokens) > 1 and last.entity is None:
        return False
    return not any(token.entity is None and token.word in _CLAUSAL for token in tokens)


def voice_of(token: Token) -> Voice:
    """The voice of a name."""
    entity: Entity | None = token.entity
    if entity is None:
        raise ValueError(f"{token.word} names nobody")
    if token.called:
        return Voice(token.word.title(), token.span, "role", person=True)
    return Voice(entity.name, token.span, "named", entity.kind == "person")


def is_governed(words: Words, tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only says more: "à X", "à la journaliste X", "la messe du cardinal X"."""
    titles = cues("fr" if words.language == "fr" else "en")["title"]
    leading, first = words.sets["preposition"] | words.sets["of"], at - 1
    if first > 0 and tokens[first].word in titles | words.sets["naming"]:
        leading -= set() if tokens[first].word in titles else words.sets["of"]
        first -= 1
        first -= tokens[first].word in words.sets["determiner"] - words.sets["of"]
    return first >= 0 and tokens[first].word in leading
