"""Voices: whom a noun phrase names, by name or by role, as one who may speak."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.entities import Entity
from dossier.entities.lexicon import cues, demonyms
from dossier.quotes.scene import TIME, Scene, Token
from dossier.quotes.words import Words, listed
from dossier.spans import Span

STOPS = frozenset(",;:.!?()[]–—…")
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

PLAIN_ARTICLES = frozenset(("le", "la", "l'", "les", "the"))
_WHOLE = frozenset(("tout", "toute", "tous", "toutes", "all"))
_SOME = frozenset(("un", "une", "ce", "cet", "cette", "plusieurs", "a", "an", "one"))
"""These open somebody whom no name is given to."""

_LINKS = frozenset(("du", "de", "d'"))
"""Before an office these make somebody its own."""

_BEFORE_NAME = 8
"""Words among which the name of a body stands, in English."""


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


def owns(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a name stands before "'s"."""
    at = tokens.index(token) + 1
    return at < len(tokens) and tokens[at].word == "'"


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
        whole = not (after[:1].isalnum() or after in ("-", "'")) or after in leading
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
        while before > 0 and tokens[before].word in _WHOLE | PLAIN_ARTICLES:
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
