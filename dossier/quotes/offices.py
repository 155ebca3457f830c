"""Who bears an office elsewhere in an article: "le maire, Jean Dupont"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dossier.entities.lexicon import cues
from dossier.language.folding import fold
from dossier.quotes.scene import Scene, Token
from dossier.quotes.verbs import is_verb
from dossier.quotes.voices import STOPS, Voice, is_governed, voice_of
from dossier.quotes.words import listed
from dossier.spans import Span

_OTHER_OFFICES = listed("vice ex ancien ancienne former premier premiere prime deputy sous futur")
"""Before a role these make another of it."""

SHORTEST = 3
"""Letters of a role: "élu"."""
_PLACES = 20
"""Places of a role in an article that are looked at."""
_NEAR = 90
"""Code points behind a role in which its bearer may be named."""


def known_as(scene: Scene, voice: Voice) -> Voice:
    """The person who bears a role elsewhere in the article: "le maire, Jean Dupont".

    Not whom the article comes to only later: "demandé en 2011 par le maire, Jean Dupont".
    """
    name = voice.name.replace("’", "'")
    head, _, role = (f"le {name[2:]}" if name.startswith("l'") else name).partition(" ")
    if voice.state != "role" or head not in ("le", "la", "the") or len(role) < SHORTEST:
        return voice
    same = next((g for g in scene.words.phrases["same"] if fold(role) in fold(g).split("|")), "")
    kinds = _kinds(scene, role)
    if not same and not kinds and not is_office(scene, voice):
        return voice  # "la préfecture, Jean Marx": a body is nobody's office
    ones = [role, *kinds] if kinds else (same or role).split("|")
    held = [place for one in ones for place in _held(scene, one, whole=bool(same))]
    held.sort(key=lambda place: place.start)
    bearers = _meant(scene, voice, held)
    alone = len({bearer.name for bearer in bearers}) == 1
    return bearers[-1] if alone and _is_spoken_of(scene, voice, bearers) else voice


@dataclass(frozen=True, slots=True)
class _Held:
    """A place where an article speaks of an office."""

    start: int
    of: str
    """The noun it is of, as "agriculture"; empty where it is of none."""
    bearer: Voice | None
    """Who bears it there; None where nobody is named."""


def _meant(scene: Scene, voice: Voice, held: Sequence[_Held]) -> Sequence[Voice]:
    """Who may be meant by an office, of all places where it is spoken of.

    Of several who bear one, those named before it in its passage; and where the article last spoke
    of another office of that name, whoever bears that: "le ministre de la Justice".
    """
    told = [one for one in held if one.start < voice.span.start and (one.bearer or one.of)]
    if told and told[-1].bearer is None:
        held = [one for one in held if one.of == told[-1].of]
    bearers = [one.bearer for one in held if one.bearer]
    if len({bearer.name for bearer in bearers}) < 2:
        return bearers
    before = Span(scene.passage_of(voice.span.start), voice.span.start)
    names = {entity.name for _, entity in scene.names_in(before)}
    return [bearer for bearer in bearers if bearer.name in names]


def _kinds(scene: Scene, role: str) -> Sequence[str]:
    """The offices of which a role is the kind: a mayor or a deputy is "l'élu".

    What was done to them tells no more of whom it is: "le joueur formé au club".
    """
    noun, _, done = role.partition(" ")
    role = noun if done.endswith(("é", "ée")) and " " not in done else role
    lines = (line.partition(" = ") for line in scene.words.phrases["kinds"])
    return next((of.split("|") for names, _, of in lines if role in names.split()), ())


def _is_spoken_of(scene: Scene, voice: Voice, bearers: Sequence[Voice]) -> bool:
    """Whether the one who bears a role is named before it, or right behind it."""
    before = Span(0, voice.span.start)
    if any(entity.name == bearers[0].name for _, entity in scene.names_in(before)):
        return True
    starts = (one.span.start for one in bearers if one.span.start >= voice.span.end)
    between = (scene.tokens(Span(voice.span.end, start)) for start in starts)
    return any(all(map(_may_stand_between, tokens)) for tokens in between)


def _may_stand_between(token: Token) -> bool:
    """Whether a word may part an office from who bears it: ", Labour's Naomi Okafor"."""
    return token.word in (",", "'", "s") or (token.entity is not None and not token.person)


def is_office(scene: Scene, voice: Voice) -> bool:
    """Whether a role is somebody's office or calling, by its noun: "le maire", not "la mairie"."""
    role = voice.name.lower().replace("’", "'").replace("'", "' ").split()
    offices = cues("fr" if scene.words.language == "fr" else "en")["title"]
    owned = role[-1:] if "'" in voice.name and scene.words.language == "en" else ()
    return any(word in offices for word in (*role[1:3], *owned))  # "the committee's chair"


def _held(scene: Scene, role: str, *, whole: bool) -> Iterator[_Held]:
    """Where an article speaks of an office, which is not part of another's: "vice-premier …".

    ``whole``: nor is it more than its words, as "président de l'Assemblée" is.
    """
    for match in islice(re.finditer(rf"\b{re.escape(fold(role))}\b", scene.folded), _PLACES):
        near = scene.tokens(Span(match.end(), min(len(scene.text), match.end() + _NEAR)))
        if whole and near and near[0].word in scene.words.sets["of"]:
            continue
        before = scene.tokens(Span(max(0, match.start() - 60), match.start()))
        if any(fold(token.word) in _OTHER_OFFICES for token in before[-2:] if token.word != "-"):
            continue
        behind = near if whole else near[_ends_of(scene, near) :]
        after = _behind_comma(behind) if behind and behind[0].word == "," else behind[:1]
        named = [token for token in (*after, *_named_before(scene, before, near)) if token.person]
        of = "" if whole else _noun_of(scene, near)
        yield _Held(match.start(), of, voice_of(named[0]) if named else None)


def _behind_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands behind a comma, past whose one is: ", Labour's Naomi Okafor"."""
    owned = len(tokens) > 4 and tokens[1].entity is not None and tokens[2].word == "'"
    return tokens[4:5] if owned and tokens[3].word == "s" else tokens[1:2]


def _named_before(scene: Scene, before: Sequence[Token], after: Sequence[Token]) -> Sequence[Token]:
    """The name that an office stands behind: "Jean Dupont, le maire"."""
    while before and before[-1].word in ("le", "la", "l'", "the"):
        before = before[:-1]
    if len(before) < 2 or before[-1].word != ",":
        return ()
    if _acts(scene, after) and is_governed(scene.words, before, len(before) - 2):
        return ()  # "interrogé par X, le maire affirme"
    if {token.word for token in before[-4:-2]} & scene.words.sets["according"]:
        return ()  # "selon X, le maire ne viendra pas"
    return before[-2:-1]


def _opens_of(scene: Scene, after: Sequence[Token]) -> int | None:
    """Where opens what an office is of, perhaps behind an adjective; None where it is of none."""
    linked = (at for at, token in enumerate(after[:2]) if token.word in scene.words.sets["of"])
    at = next(linked, None)
    adjective = after[0] if at else None
    return None if adjective and (adjective.person or not adjective.word.isalpha()) else at


def _noun_of(scene: Scene, after: Sequence[Token]) -> str:
    """The noun that an office is of; empty for none."""
    at = _opens_of(scene, after)
    words = () if at is None else (token.word for token in after[at + 1 :])
    return next((fold(word) for word in words if word not in scene.words.sets["determiner"]), "")


def _ends_of(scene: Scene, after: Sequence[Token]) -> int:
    """Where ends what an office is of: "le ministre de l'Agriculture, Didier Guillaume".

    0 where a verb, a mark or another's name comes first.
    """
    sets = scene.words.sets
    light = sets["auxiliary"] | sets["being"] | sets["relative"] | sets["that"]
    at = _opens_of(scene, after)
    if at is None:
        return 0
    while at < len(after) and not after[at].person:
        word = after[at].word
        if word == ",":
            break
        if word in STOPS or word in light or is_verb(scene.words, after, at):
            return 0
        at += 1
    return at


def _acts(scene: Scene, after: Sequence[Token]) -> bool:
    """Whether a verb follows a role at once: it is a subject, not what somebody before it is."""
    light = scene.words.sets["auxiliary"] | scene.words.sets["being"]
    return bool(after) and (after[0].word in light or is_verb(scene.words, after, 0))
