"""Whom a pronoun may mean: everyone its passage has spoken of before it.

Nobody is meant for sure unless one person alone can be: of the right gender, as far as the article
tells, and with no office or body beside that the pronoun might mean as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.entities.lexicon import cues
from dossier.quotes.genders import Genders, Pronoun, gender_of_role, gender_of_word
from dossier.quotes.given import Gender
from dossier.quotes.inversion import subject_after
from dossier.quotes.offices import known_as
from dossier.quotes.scene import TIME, Marked, Scene, Token
from dossier.quotes.subjects import subject_before
from dossier.quotes.verbs import is_verb
from dossier.quotes.voices import Voice, owns, role_of, voice_of
from dossier.quotes.words import listed
from dossier.spans import Span

_SENTENCES = 4
"""Sentences of a passage that are looked at, the nearest to the pronoun."""

_FAR = 2
"""Passages within which somebody may be meant for sure."""

_LONGEST = 400
"""Code points of a sentence that are looked at."""

_ROLE = 10
"""Words of an office, among which a name may stand."""

_OPENING = frozenset((",", TIME, "mais", "et", "but", "and"))
"""After these somebody may be spoken of for the first time."""

_ARTICLES = listed("le la l' un une du au ce cet cette son sa the a an his her this that one")
"""What opens one person's office; "les ministres" is no "he"."""

_POINTING = listed("celui celle ceux celles")

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """Who speaks, and whether that is sure."""

    voice: Voice
    sure: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote that has its speaker."""

    quote: Marked
    heard: Heard


def meant(
    scene: Scene, genders: Genders, quote: Marked, asked: Pronoun, last: Spoken | None
) -> Heard | None:
    """Whom a pronoun means: in its passage, else in those before; None when nobody is there."""
    adjacent = True
    for far, sentences in enumerate(_windows(scene, quote, asked)):
        found = [
            [v for v in _voices(scene, one, last) if _fits(genders, v, asked)] for one in sentences
        ]
        names = {voice.name for voices in found for voice in voices}
        at = next((at for at, voices in enumerate(found) if voices), None)
        if at is None:
            adjacent = adjacent and not any(_says(scene, one) for one in sentences)
            continue
        spoken = last.heard if last and _stands_in(last.quote, sentences) else None
        choice = _choice(found[at], spoken.voice if spoken else speaker_of(scene, sentences[at]))
        close = adjacent and not any(_says(scene, one) for one in sentences[:at])
        alone = len(names) == 1 and far < _FAR
        alone = alone or (close and _speaks_alone(scene, sentences[at], found[at], choice, last))
        known = asked.gender is not None and gender_of_voice(genders, choice) == asked.gender
        doubted = spoken is not None and spoken.voice.name == choice.name and not spoken.sure
        beside = _another_before(scene, sentences[at], choice, asked)
        beside = beside or (spoken is None and _another_says(scene, sentences[at], choice))
        return Heard(choice, known and alone and not doubted and not beside)
    return None


def _speaks_alone(
    scene: Scene, sentence: Span, voices: Sequence[Voice], choice: Voice, last: Spoken | None
) -> bool:
    """Whether the sentence right before is what one person says, who speaks on: "X said …"."""
    tokens = scene.tokens(Span(sentence.start, min(sentence.end, sentence.start + _LONGEST)))
    owners = {token.span for token in tokens if token.entity is not None and owns(tokens, token)}
    if {voice.name for voice in voices if voice.span not in owners} != {choice.name}:
        return False
    if last and last.heard.sure and _stands_in(last.quote, (sentence,)):
        return last.heard.voice.name == choice.name
    verb = next((at for at in range(len(tokens)) if is_verb(scene.words, tokens, at)), 0)
    subject = subject_before(scene, tokens, verb)
    return isinstance(subject, Voice) and subject.name == choice.name


def _another_before(scene: Scene, sentence: Span, choice: Voice, asked: Pronoun) -> bool:
    """Whether the sentence already said "he" of somebody before it came to the one it names."""
    named = Span(sentence.start, max(sentence.start, min(choice.span.start, sentence.end)))
    if not sentence.start <= choice.span.start < sentence.end:
        return False
    pronouns = scene.words.sets["pronoun"]
    said = [token.word for token in scene.tokens(named) if token.word in pronouns]
    return any(gender_of_word(word) == asked.gender for word in said)


def _another_says(scene: Scene, sentence: Span, choice: Voice) -> bool:
    """Whether a sentence gives what it says of a role to another: "un fusil …, a dit X"."""
    if choice.state == "named":
        return False
    tokens = scene.tokens(Span(sentence.start, min(sentence.end, sentence.start + _LONGEST)))
    verbs = [at for at in range(1, len(tokens)) if is_verb(scene.words, tokens, at)]
    said = [subject_after(scene, tokens, at + 1) for at in verbs if _closes(scene, tokens, at)]
    return any(isinstance(one, Voice) and one.name != choice.name for one in said)


def _closes(scene: Scene, tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb opens the clause that says who told the rest: ", a dit X"."""
    light = scene.words.sets["auxiliary"] | scene.words.sets["clitic"]
    at = verb
    while at and tokens[at - 1].word in light:
        at -= 1
    return at > 0 and tokens[at - 1].word == ","


def _windows(scene: Scene, quote: Marked, asked: Pronoun) -> Iterator[Sequence[Span]]:
    """The sentences before a quote, the nearest first: of its passage, then of those before."""
    end = quote.whole.start if asked.start is None else min(quote.whole.start, asked.start)
    own = Span(quote.unit.start, max(quote.unit.start, end))
    before = scene.units_before(quote.unit.start, 2 * _SENTENCES)
    passages = groupby(before, key=lambda unit: scene.passage_of(unit.start))
    gathered = {at: list(units)[:_SENTENCES] for at, units in passages}
    yield (own, *gathered.pop(quote.passage, ()))
    yield from gathered.values()


def _says(scene: Scene, sentence: Span) -> bool:
    """Whether anything stands in a range but what is quoted."""
    return any(letter.isalnum() for letter in scene.text[sentence.start : sentence.end])


def _stands_in(quote: Marked, sentences: Sequence[Span]) -> bool:
    return any(one.start <= quote.whole.start < one.end for one in sentences)


def _voices(scene: Scene, sentence: Span, last: Spoken | None) -> list[Voice]:
    """Everyone a sentence speaks of, in reading order, and who speaks in it."""
    end = min(sentence.end, sentence.start + _LONGEST)
    tokens = scene.tokens(Span(sentence.start, end))
    found: list[Voice] = []
    for at, token in enumerate(tokens):
        if token.entity is None:
            if voice := _office(scene, tokens, at):
                found.append(voice)
        elif token.person or (_opens(tokens, at) and scene.words.language != "en"):
            found.append(voice_of(token))
    if last and _stands_in(last.quote, (sentence,)):
        speaker = last.heard.voice
        return [*(one for one in found if one.span.start != speaker.span.start), speaker]
    return found


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is what its sentence is about."""
    return at == 0 or (at == 1 and gender_of_word(tokens[0].word) is not None)


def _office(scene: Scene, tokens: Sequence[Token], at: int) -> Voice | None:
    """The office an article opens that no name stands beside; a person where it has a name."""
    end = _office_ends(scene, tokens, at)
    if not end:
        return None
    near = tokens[at + 1 : at + _ROLE]
    past = next((i for i, t in enumerate(near) if is_verb(scene.words, near, i)), len(near))
    apart = at > 1 and tokens[at - 1].word == "," and tokens[at - 2].entity is not None
    if apart or any(token.person for token in near[:past]):
        return None
    voice = role_of(scene, (*tokens[at : end - 1], _unowning(tokens[end - 1])))
    return known_as(scene, voice) if voice else None


def _unowning(token: Token) -> Token:
    """A word without the mark that makes it an owner: the minister of "the minister's car"."""
    bare = token.word.removesuffix("'")
    return token if bare == token.word else Token(Span(token.span.start, token.span.end - 1), bare)


def _office_ends(scene: Scene, tokens: Sequence[Token], at: int) -> int:
    """Where an office ends that opens there: "le ministre de l'Intérieur"; 0 when none does."""
    word, sets = tokens[at].word, scene.words.sets
    if word not in _ARTICLES or tokens[at].entity is not None:
        return 0
    new = word in ("un", "une", "a", "an", "one")
    first = at == 0 or tokens[at - 1].word in _OPENING
    offices = cues("fr" if scene.words.language == "fr" else "en")["title"]
    heads = (
        i for i in range(at + 1, min(at + 4, len(tokens))) if _names(scene, tokens[i], offices)
    )
    head = next(heads, _noun(scene, tokens, at + 1) if new and first else 0)
    while owned := _owned_office(scene, tokens, head, offices):
        head = owned
    some = new and (first or scene.words.language != "en")  # not "one of the biggest factors"
    if some and not head and at + 1 < len(tokens) and tokens[at + 1].word in sets["of"]:
        head = min(at + 3, len(tokens) - 1)  # "un de ses frères"
    end = _word_ends(scene, tokens, head) if 0 < head < len(tokens) else 0
    if end and end + 1 < len(tokens) and tokens[end + 1].word in sets["of"]:
        end += tokens[end].word.isalpha()  # "le secrétaire général de l'OTAN"
    while end and end + 1 < len(tokens) and tokens[end].word in sets["of"]:
        if tokens[end + 1].span.start - tokens[end].span.end > 1:
            break  # "un journaliste de « La Gazette »"
        if not tokens[end + 1].word[0].isalpha():
            break  # "un journaliste de 53 ans"
        if tokens[end + 1].word in _POINTING:
            break  # "le dernier entraîneur de celui qui …"
        article = tokens[end + 1].word in sets["determiner"] and tokens[end + 1].entity is None
        end = _word_ends(scene, tokens, min(end + 1 + article, len(tokens) - 1))
    return end


def _owned_office(scene: Scene, tokens: Sequence[Token], head: int, offices: frozenset[str]) -> int:
    """Where the office stands that is another's: "the minister's spokesman"; 0 for none."""
    if not 0 < head < len(tokens) or not tokens[head].word.endswith("'"):
        return 0
    near = range(head + 2, min(head + 5, len(tokens)))
    owns_it = tokens[head + 1 : head + 2] and tokens[head + 1].word == "s"
    return next((i for i in near if owns_it and _names(scene, tokens[i], offices)), 0)


def _noun(scene: Scene, tokens: Sequence[Token], at: int) -> int:
    """The last of the words that make one noun: "un haut responsable français"."""
    sets = scene.words.sets
    light = sets["auxiliary"] | sets["being"] | sets["preposition"] | sets["of"]
    light |= sets["relative"] | sets["that"] | sets["clitic"] | sets["determiner"] | sets["adverb"]
    last = at
    while last + 1 < min(len(tokens), at + 3):
        word = tokens[last + 1].word
        plain = tokens[last + 1].entity is None and word.isalpha() and word not in light
        if not plain or is_verb(scene.words, tokens, last + 1):
            break
        last += 1
    return last


def _names(scene: Scene, token: Token, offices: frozenset[str]) -> bool:
    """Whether a word is an office, or opens one that a hyphen joins: "porte-parole"."""
    if token.entity is not None:
        return False
    word = _WORD.match(scene.text, token.span.start)
    return word is not None and word[0].lower() in offices


def _word_ends(scene: Scene, tokens: Sequence[Token], at: int) -> int:
    """Where a word ends that a hyphen may join to the next: "porte-parole"."""
    word = _WORD.match(scene.text, tokens[at].span.start)
    end = at + 1
    while word is not None and end < len(tokens) and tokens[end].span.start < word.end():
        end += 1
    return end


def _fits(genders: Genders, voice: Voice, asked: Pronoun) -> bool:
    """Whether a pronoun may mean a voice: never one of the other gender."""
    gender = gender_of_voice(genders, voice)
    return asked.gender is None or gender is None or gender == asked.gender


def gender_of_voice(genders: Genders, voice: Voice) -> Gender | None:
    """Whether a voice is a woman's or a man's."""
    return gender_of_role(voice.name) if voice.state == "role" else genders.of(voice.name)


def speaker_of(scene: Scene, sentence: Span) -> Voice | None:
    """Who says what a sentence says: "…, a indiqué le maire"; None when nobody is named there."""
    tokens = scene.tokens(Span(sentence.start, min(sentence.end, sentence.start + _LONGEST)))
    verbs = (at for at in range(len(tokens)) if is_verb(scene.words, tokens, at))
    for verb in verbs:
        ones = [subject_after(scene, tokens, verb + 1), subject_before(scene, tokens, verb)]
        for one in ones[::-1] if scene.words.language == "en" else ones:
            if isinstance(one, Voice) and one.person:
                return one
    return None


def _choice(nearest: Sequence[Voice], speaker: Voice | None) -> Voice:
    """Who is meant, of several: who spoke last, else the first person, else the first."""
    said = [voice for voice in nearest if speaker is not None and voice.name == speaker.name]
    return next(iter((*said, *(voice for voice in nearest if voice.person), *nearest)))
