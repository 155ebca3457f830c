"""The subject behind its verb: "a réagi, à l'issue de la séance, le maire", "said the mayor"."""

from collections.abc import Sequence

from dossier.quotes.genders import Pronoun, pronoun
from dossier.quotes.scene import TIME, Scene, Token
from dossier.quotes.subjects import LONGEST, is_light
from dossier.quotes.voices import STOPS, Voice, is_anothers, is_governed, noun_phrase, voice_of
from dossier.quotes.words import Words
from dossier.spans import Span

_SHORTEST = 2
"""Words of a subject that are left when what follows "par" goes: "la cour [présidée] par X"."""

_CALLED = 3
"""Words between marks that may be what somebody is called: "des « bonnets rouges »"."""

_DONE = ("é", "ée", "és", "ées")


def subject_after(
    scene: Scene, tokens: Sequence[Token], first: int, *, beside: bool = True
) -> Voice | Pronoun | None:
    """The subject that stands after a verb; ``beside``: a name after a comma says whose role."""
    at = past_asides(scene, tokens, first)
    if at >= len(tokens):
        return None
    if tokens[at].entity is None and tokens[at].word in scene.words.sets["pronoun"]:
        return pronoun(tokens[at])
    last = at
    while last < len(tokens) and last - at < LONGEST and not _ends(scene.words, tokens, last, at):
        last += 1
    joined = last + 1 < len(tokens) and tokens[last].word in ("et", "and")
    if joined and tokens[last - 1].person and tokens[last + 1].person:
        last += 2
    agent = last < len(tokens) and tokens[last].word in scene.words.sets["by"]
    cut = agent and last - at > _SHORTEST and tokens[last - 1].word.endswith(_DONE)
    found = noun_phrase(scene, tokens[at : last - cut])
    if found is not None and found.person:
        return found
    person = _set_beside(scene, tokens[at:], last - at) if beside else None
    unknown = _unknown_name(scene, tokens[at:last]) if beside else None
    return person or found or _set_apart(scene, tokens[at]) or unknown


def _set_apart(scene: Scene, token: Token) -> Voice | None:
    """Who is called by words between marks: "criaient des « bonnets rouges » de Quimper"."""
    marked = scene.opened_behind(token.span.end)
    text = scene.article.text
    if marked is None or token.word not in scene.words.sets["determiner"]:
        return None
    if len(marked.span.of(text).split()) > _CALLED:
        return None
    span = Span(token.span.start, marked.whole.end)
    return Voice(" ".join(span.of(text).split()), span, "role")


def _unknown_name(scene: Scene, tokens: Sequence[Token]) -> Voice | None:
    """The words with capitals after a verb, a name that nothing else told: "relate Jack"."""
    count = 0
    while count < min(len(tokens), 4) and tokens[count].span.of(scene.text)[:1].isupper():
        count += 1
    if not count:
        return None
    span = Span(tokens[0].span.start, tokens[count - 1].span.end)
    return Voice(" ".join(span.of(scene.article.text).split()), span, "role", person=True)


def _ends(words: Words, tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a subject that began before ends here."""
    token = tokens[at]
    if token.entity is not None:
        return at > first and tokens[at - 1].entity is not None
    if token.word == TIME:
        return True
    stops = token.word in STOPS | words.sets["joint"] | words.sets["relative"]
    before = tokens[at - 1].word if at > first else ""
    if before in words.sets["of"]:
        return stops  # "l'un d'entre eux", "l'un des plus proches conseillers"
    hyphened = at + 1 < len(tokens) and tokens[at + 1].word == "-"  # "le sous-préfet"
    preposed = at > first and token.word in words.sets["preposition"] and not hyphened
    adverb = token.word in words.sets["adverb"] and not hyphened  # "des Outre-mer"
    return stops or preposed or adverb or token.word in ("et", "and")


def past_asides(scene: Scene, tokens: Sequence[Token], at: int) -> int:
    """Past what may stand between a verb and its subject: "de son côté", "mardi", "sur Twitter"."""
    while at < len(tokens):
        token = tokens[at]
        rest = scene.text[token.span.start : token.span.start + 40].lower()
        aside = next((a for a in scene.words.phrases["aside"] if rest.startswith(a)), "")
        if past := _past_circumstance(scene, tokens, at):
            at = past
        elif aside:
            end = token.span.start + len(aside)
            while at < len(tokens) and tokens[at].span.start < end:
                at += 1
        elif (
            _is_addressed(tokens, at)
            or token.word in scene.words.sets["platform"]
            or (
                token.entity is None
                and (is_light(token.word, scene.words.sets["adverb"]) or token.word == ",")
            )
        ):
            at += 1
        else:
            break
    return at


def _past_circumstance(scene: Scene, tokens: Sequence[Token], at: int) -> int:
    """Where ", à l'issue de la séance," ends, its last comma; 0 where none opens, or with a name.

    A name in it may be who the words after it say: "avec X, le maire".
    """
    opened = [token.word for token in tokens[at : at + 2]]
    if opened[:1] != [","] or not set(opened[1:]) & scene.words.sets["preposition"]:
        return 0
    for last in range(at + 2, min(len(tokens) - 1, at + LONGEST)):
        if tokens[last].word == ",":
            return last
        if tokens[last].person or tokens[last].word in STOPS | scene.words.sets["joint"]:
            return 0
    return 0


def _is_addressed(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody between marks is spoken to there: "a dit au « Parisien » un riverain"."""
    if tokens[at].word not in ("à", "au", "aux") or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].span.start - tokens[at].span.end > 1


def _set_beside(scene: Scene, tokens: Sequence[Token], last: int) -> Voice | None:
    """The person whose name follows the role: after a comma, or after more of the role."""
    for at in range(last, min(last + 8, len(tokens))):
        token = tokens[at]
        if token.person:
            others = is_governed(scene.words, tokens, at) or is_anothers(scene.words, tokens, at)
            return None if others else voice_of(token)
        if token.word in scene.words.sets["joint"]:
            return None  # "plaide ce ministre en espérant que X"
        if token.word in STOPS - {","} or (at > last and tokens[at - 1].word == ","):
            return None
    return None
