"""Who bears an office elsewhere in an article: "le maire, Jean Dupont"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from dossier.entities.lexicon import cues
from dossier.language.folding import fold
from dossier.quotes.scene import Scene, Token
from dossier.quotes.verbs import is_verb
from dossier.quotes.voices import Voice, is_governed, voice_of
from dossier.quotes.words import listed
from dossier.spans import Span

_OTHER_OFFICES = listed("vice ex ancien ancienne former premier premiere prime deputy sous futur")
"""Before a role these make another of it."""

SHORTEST = 3
"""Letters of a role: "élu"."""
_BEARERS = 20
"""Places of a role in an article that are looked at."""


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
    bearers: Sequence[Voice] = [
        found for one in ones for found in _bearers(scene, one, whole=bool(same))
    ]
    if kinds and len({bearer.name for bearer in bearers}) > 1:
        bearers = _near(scene, voice, bearers)
    alone = len({bearer.name for bearer in bearers}) == 1
    return bearers[-1] if alone and _is_spoken_of(scene, voice, bearers) else voice


def _kinds(scene: Scene, role: str) -> Sequence[str]:
    """The offices of which a role is the kind: a mayor or a deputy is "l'élu"."""
    lines = (line.partition(" = ") for line in scene.words.phrases["kinds"])
    return next((of.split("|") for names, _, of in lines if role in names.split()), ())


def _near(scene: Scene, voice: Voice, bearers: Sequence[Voice]) -> Sequence[Voice]:
    """Those of the bearers who are named before the role in its passage."""
    before = Span(scene.passage_of(voice.span.start), voice.span.start)
    names = {entity.name for _, entity in scene.names_in(before)}
    return [bearer for bearer in bearers if bearer.name in names]


def _is_spoken_of(scene: Scene, voice: Voice, bearers: Sequence[Voice]) -> bool:
    """Whether the one who bears a role is named before it, or right behind it."""
    before = Span(0, voice.span.start)
    if any(entity.name == bearers[0].name for _, entity in scene.names_in(before)):
        return True
    starts = (one.span.start for one in bearers if one.span.start >= voice.span.end)
    between = (scene.tokens(Span(voice.span.end, start)) for start in starts)
    return any(all(token.word == "," for token in tokens) for tokens in between)


def is_office(scene: Scene, voice: Voice) -> bool:
    """Whether a role is somebody's office or calling, by its noun: "le maire", not "la mairie"."""
    role = voice.name.lower().replace("’", "'").replace("'", "' ").split()
    offices = cues("fr" if scene.words.language == "fr" else "en")["title"]
    return any(word in offices for word in role[1:3])


def _bearers(scene: Scene, role: str, *, whole: bool) -> Iterator[Voice]:
    """The persons named right beside a role, which is not part of another's: "vice-premier …".

    ``whole``: nor is it more than its words, as "président de l'Assemblée" is.
    """
    for match in islice(re.finditer(rf"\b{re.escape(fold(role))}\b", scene.folded), _BEARERS):
        near = scene.tokens(Span(match.end(), min(len(scene.text), match.end() + 60)))
        if whole and near and near[0].word in scene.words.sets["of"]:
            continue
        after = near[1:2] if near and near[0].word == "," else near[:1]
        before = scene.tokens(Span(max(0, match.start() - 60), match.start()))
        if any(fold(token.word) in _OTHER_OFFICES for token in before[-2:] if token.word != "-"):
            continue
        while before and before[-1].word in ("le", "la", "l'", "the"):
            before = before[:-1]
        beside = before[-2:-1] if len(before) > 1 and before[-1].word == "," else ()
        if beside and _acts(scene, near) and is_governed(scene.words, before, len(before) - 2):
            beside = ()  # "interrogé par X, le maire affirme"
        if beside and {t.word for t in before[-4:-2]} & scene.words.sets["according"]:
            beside = ()  # "selon X, le maire ne viendra pas"
        for token in (*after, *beside):
            if token.person:
                yield voice_of(token)


def _acts(scene: Scene, after: Sequence[Token]) -> bool:
    """Whether a verb follows a role at once: it is a subject, not what somebody before it is."""
    light = scene.words.sets["auxiliary"] | scene.words.sets["being"]
    return bool(after) and (after[0].word in light or is_verb(scene.words, after, 0))
