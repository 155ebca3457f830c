"""Who speaks: ordered rules, each a look at the sentence a quote stands in.

A rule answers with a voice, with "pronoun" for whoever was spoken of last, or with nothing; the
table is the order, the first that answers is heard.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from dossier.quotes.scene import Token
from dossier.quotes.sight import Answer, Sight, verbs_before
from dossier.quotes.voices import (
    Voice,
    is_verb,
    noun_phrase,
    owns,
    past_asides,
    pronoun,
    subject_after,
    subject_before,
    voice_of,
)

_EARLIER = 30
"""Words before a quote among which its verb stands."""

_LATER = 8
"""Words after a quote among which its verb stands."""


def pronoun_before(sight: Sight) -> Answer:
    """He said that "…"."""
    for verb in verbs_before(sight)[:1]:
        thought = sight.before[verb].word in sight.scene.words.sets["thought"]
        if thought and verb < len(sight.before) - _LATER:
            return None
        found = subject_before(sight.scene, sight.before, verb)
        if isinstance(found, str):
            return found
    return None


def according_to_pronoun(sight: Sight) -> Answer:
    """Selon lui, "…"."""
    words = sight.scene.words
    for tokens in (sight.before, sight.after):
        for one, two in pairwise(tokens):
            if one.word in words.sets["according"] and two.word in ("lui", "elle", "eux", "elles"):
                return pronoun(two.word)
            if one.word in words.sets["according"] and two.word in ("qui", "lequel", "laquelle"):
                return last_person(tokens[: tokens.index(one)])
            if one.word == "to" and two.word in ("him", "her", "them") and tokens is sight.after:
                return pronoun(two.word)
    return None


def said_after(sight: Sight) -> Answer:
    """« … », a déclaré X; "…", said X; "…", X said."""
    if _governed(sight):
        return None
    if not sight.before and (asked := _hyphened(sight.after)):
        return asked
    if sight.scene.words.language != "fr" and (found := _said_after_english(sight)):
        return found
    if sight.scene.words.language == "en":
        return None
    for first in _openings(sight):
        verb = _inverted(sight, first)
        if verb is not None and (found := _after_verb(sight, verb + 1)):
            return found
    return None


def _governed(sight: Sight) -> bool:
    """Whether a verb with its subject stands right before the words: what follows reports it."""
    near = [at for at in verbs_before(sight)[:1] if at >= len(sight.before) - 6]
    if not near or any(token.word in ",:" for token in sight.before[near[0] :]):
        return False
    return subject_before(sight.scene, sight.before, near[0]) is not None


def _openings(sight: Sight) -> list[int]:
    """Where the verb of an inversion may begin: right after the words, or after a later comma."""
    tokens = sight.after
    found = []
    for at, token in enumerate(tokens):
        if token.word in ";:(.!?":
            break
        if token.word == "," or at == 0:
            past = at + (token.word == ",")
            found.append(past + (past < len(tokens) and tokens[past].word == "comme"))
    return found


def _inverted(sight: Sight, first: int) -> int | None:
    """The verb that a clause opens with, its auxiliary before it; None when it opens otherwise."""
    tokens, words = sight.after, sight.scene.words
    have = words.sets["auxiliary"] | words.sets["being"]
    light = have | words.sets["clitic"] | words.sets["adverb"] | {"-", "il", "elle", "t"}
    at = first
    while at < len(tokens) and at - first < _LATER and not is_verb(words, tokens, at):
        if tokens[at].word not in light and (
            at == first or past_asides(sight.scene, tokens, at) == at
        ):
            break
        at = at + 1 if tokens[at].word in light else past_asides(sight.scene, tokens, at)
    if at >= len(tokens) or tokens[at].entity is not None:
        return None
    if is_verb(words, tokens, at) and "doing" not in words.verbs[tokens[at].word]:
        return at
    return at if first <= 1 and at == _verb_like(sight, first) else None


def _said_after_english(sight: Sight) -> Answer:
    """Words, X said; words, said X."""
    tokens, words = sight.after, sight.scene.words
    first = 1 if tokens and tokens[0].word == "," else 0
    for at in range(first, min(first + 2 * _LATER, len(tokens))):
        if tokens[at].word in ";:.(" or tokens[at].word in words.sets["that"] | {"and", "but"}:
            return None
        if is_verb(words, tokens, at):
            inside = tokens[first:at]
            found = subject_before(sight.scene, inside, len(inside)) if inside else None
            return found or (None if inside else subject_after(sight.scene, tokens, at + 1))
    return None


def _after_verb(sight: Sight, at: int) -> Answer:
    """The subject after a verb; "-t-il" may stand between, or within: "a-t-il dit"."""
    tokens = sight.after
    if _hyphened(tokens[max(0, at - 5) : at + 4]):
        return "pronoun"
    while at < len(tokens) and tokens[at].word in ("-", "t"):
        at += 1
    return subject_after(sight.scene, tokens, at)


def _hyphened(tokens: Sequence[Token]) -> Answer:
    """« … », s'indigne-t-elle; « … », a-t-il lancé."""
    for at, token in enumerate(tokens[:_LATER]):
        if token.word in ("il", "elle", "ils", "elles") and at and tokens[at - 1].word == "-":
            return pronoun(token.word)
        if token.word in ".;:(":
            return None
    return None


_DONE = re.compile(r".{3,}(?:é|ée|és|ées|ent|ait)")
_PAST = re.compile(r".{2,}(?:é|ée|és|ées|i|ie|is|u|ue|us|ert|int|it)")
_PRESENT = re.compile(r".{2,}(?:e|ent|it|ît|ait|aient|a)")


def _verb_like(sight: Sight, first: int) -> int:
    """Where an unlisted verb stands: the words are said whole, and someone's name follows."""
    tokens, words = sight.after, sight.scene.words
    if sight.before or not first or tokens[first - 1].word != ",":
        return -1
    at, have = first, False
    while at < len(tokens) and (
        tokens[at].word in words.sets["auxiliary"] | words.sets["being"] | words.sets["clitic"]
        or (have and tokens[at].word in words.sets["adverb"])
    ):
        have = have or tokens[at].word not in words.sets["clitic"]
        at += 1
    if at + 1 >= len(tokens) or tokens[at].entity is not None:
        return -1
    fits = (_PAST if have else _PRESENT).fullmatch(tokens[at].word)
    after = tokens[at + 1]
    opens = after.entity is not None or after.word in ("le", "la", "l'", "un", "une", "m")
    known = (
        words.sets["preposition"] | words.sets["determiner"] | words.sets["according"] | {"comme"}
    )
    return at if fits and opens and tokens[at].word not in known else -1


def according_to(sight: Sight) -> Answer:
    """Selon X, "…"; "…", according to X."""
    words = sight.scene.words
    for tokens in (sight.before, sight.after):
        for at, token in enumerate(tokens):
            if token.word not in words.sets["according"] or token.entity is not None:
                continue
            start = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].word == "to")
            if words.language == "en" and start == at + 1:
                continue
            found = subject_after(sight.scene, tokens, start, beside=tokens is sight.after)
            if isinstance(found, Voice) and (
                found.state == "named" or tokens is sight.after or at == 0
            ):
                return found
    return None


def said_before(sight: Sight) -> Answer:
    """X said that "…": the nearest verb that speaks; what is only thought gives way to it."""
    words, tokens = sight.scene.words, sight.before
    verbs = [at for at in verbs_before(sight) if at >= len(tokens) - _EARLIER]
    spoken = [at for at in verbs if tokens[at].word not in words.sets["thought"]]
    for at in verbs:
        forms = words.verbs[tokens[at].word]
        if words.language != "en" and not forms & {"finite", "done"}:
            continue
        if words.language == "en" and forms <= {"to", "doing"}:
            continue
        main = [far for far in spoken if far < at and _governs(sight, far, at)]
        verb = main[0] if at not in spoken and main else at
        if words.sets["as"] & {t.word for t in tokens[max(0, verb - 4) : verb]} and (
            found := subject_after(sight.scene, tokens, verb + 1)
        ):
            return found
        if found := subject_before(sight.scene, tokens, verb):
            return found
    if verbs and not {"finite", "done"} & words.verbs[tokens[verbs[0]].word]:
        # "n'a pas tardé à lancer", "en décrivant", "with X denouncing"
        return _set_before(sight) or subject_of(sight) or last_person(tokens[: verbs[0]])
    return None


def _set_before(sight: Sight) -> Answer:
    """Évoquant « … », le maire a dit: the subject follows the words."""
    tokens, words = sight.after, sight.scene.words
    if not tokens or tokens[0].word != "," or len(sight.before) > _LATER:
        return None
    have = words.sets["auxiliary"]
    last = next(
        (at for at, t in enumerate(tokens) if t.word in have or is_verb(words, tokens, at)), 0
    )
    return noun_phrase(sight.scene, tokens[1:last]) if last else None


def _governs(sight: Sight, far: int, near: int) -> bool:
    """Whether one verb says what the other is about."""
    that = sight.scene.words.sets["that"]
    return any(token.word in that for token in sight.before[far + 1 : near])


def by_agent(sight: Sight) -> Answer:
    """Qualified as "…" by X."""
    words = sight.scene.words
    for at, token in enumerate(sight.after[:2]):
        passive = any(token.word in words.verbs for token in sight.before[-6:])
        if token.word in words.sets["by"] and passive:
            return subject_after(sight.scene, sight.after, at + 1)
    return None


def after_head(sight: Sight) -> Answer:
    """Aux yeux de X, "…"; selon les mots de X."""
    text = sight.scene.text
    for tokens in (sight.before, sight.after):
        if not tokens:
            continue
        said = text[tokens[0].span.start : tokens[-1].span.end].lower()
        for phrase in sight.scene.words.phrases["head"]:
            at = said.find(phrase.removesuffix(" de").removesuffix(" of"))
            if at >= 0:
                past = tokens[0].span.start + at + len(phrase) - 3
                index = next((i for i, t in enumerate(tokens) if t.span.start > past), len(tokens))
                if isinstance(found := subject_after(sight.scene, tokens, index), Voice):
                    return found
    return None


def introduced(sight: Sight) -> Answer:
    """X is firm: "…"."""
    if not sight.before or sight.before[-1].word != ":":
        return None
    return subject_of(sight)


def presented(sight: Sight) -> Answer:
    """…, X attempts a synthesis: "…"; what else was said before the last comma is not asked."""
    tokens = sight.before
    if not tokens or tokens[-1].word != ":":
        return None
    start = max((at + 1 for at, token in enumerate(tokens) if token.word == ","), default=0)
    if not start or any(at >= start for at in verbs_before(sight)):
        return None
    return last_person(tokens[start:])


def by_another(sight: Sight) -> Answer:
    """X said so, backed by Y, thinking that "…": it is Y who thinks."""
    tokens, words = sight.before, sight.scene.words
    verbs = verbs_before(sight)
    if not verbs or words.verbs[tokens[verbs[0]].word] != frozenset({"doing"}):
        return None
    since = verbs[1] if len(verbs) > 1 else 0
    for at in range(verbs[0] - 1, since, -1):
        if tokens[at].word in words.sets["by"]:
            return last_person(tokens[at + 1 : at + 2])
    return None


def subject_of(sight: Sight) -> Answer:
    """Whom the sentence before the quote is about."""
    tokens = sight.before
    if tokens and tokens[0].word in sight.scene.words.sets["pronoun"]:
        return "pronoun"
    for at, token in enumerate(tokens):
        if token.entity is not None and token.entity.kind == "person" and not owns(tokens, token):
            found = noun_phrase(sight.scene, tokens[max(0, at - 6) : at + 1])
            return found if found and found.state == "named" else None
    words = sight.scene.words
    first = next((at for at, t in enumerate(tokens) if t.word in words.sets["auxiliary"]), 0)
    return noun_phrase(sight.scene, tokens[:first]) if first < _LATER else None


def last_person(tokens: Sequence[Token]) -> Voice | None:
    """The last person that words name."""
    for token in reversed(tokens):
        if token.entity is not None and token.entity.kind == "person" and not owns(tokens, token):
            return voice_of(token)
    return None


def signed(sight: Sight) -> Answer:
    """Words — X; or X alone on the line under a quote that is a paragraph."""
    tokens = sight.after
    if len(tokens) > 1 and tokens[0].word in "—–-" and tokens[1].entity is not None:
        return noun_phrase(sight.scene, tokens[1:2])
    under = sight.scene.signature(sight.quote)
    if any(token.word in sight.scene.words.verbs for token in under):
        return None
    start = next((at for at, token in enumerate(under) if token.word not in "—–-"), len(under))
    found = noun_phrase(sight.scene, under[start:])
    named = found and any(token.entity is not None for token in under)
    return found if named and not sight.before and not tokens else None


def named_before(sight: Sight) -> Answer:
    """Une internaute « trouve … »: the words before are nobody but a subject."""
    tokens, words = sight.before, sight.scene.words
    start = max((at + 1 for at, t in enumerate(tokens) if t.word in ",;"), default=0)
    inside = tokens[start:]
    if not 1 <= len(inside) <= 6 or not sight.quote.span.of(sight.scene.article.text)[:1].islower():
        return None
    if inside[-1].word in words.sets["preposition"] | words.sets["of"] | words.sets["determiner"]:
        return None
    if any(token.word in words.verbs or _DONE.fullmatch(token.word) for token in inside):
        return None
    return noun_phrase(sight.scene, inside)


def named_after(sight: Sight) -> Answer:
    """Avec « … », X did: the clause after the words begins with a person."""
    tokens = sight.after
    if len(tokens) > 1 and tokens[0].word == "," and tokens[1].entity is not None:
        found = noun_phrase(sight.scene, tokens[1:2])
        return found if found is not None and found.person else None
    return None


Rule = Callable[[Sight], Answer]

RULES: tuple[tuple[Rule, str, bool], ...] = (
    (pronoun_before, "he or she said so, before the words", True),
    (according_to_pronoun, "according to him or her", True),
    (said_after, "said so, after the words", True),
    (according_to, "according to", True),
    (presented, "before a colon", True),
    (by_another, "said so, before the words", True),
    (said_before, "said so, before the words", True),
    (signed, "signed", True),
    (by_agent, "said by", True),
    (after_head, "in the words of", True),
    (introduced, "before a colon", True),
)
"""The rules, why in the reader's words, and whether what they say is sure."""

GUESSES: tuple[tuple[Rule, str], ...] = (
    (named_before, "named just before the words"),
    (named_after, "named just after the words"),
    (subject_of, "whom the sentence is about"),
)
"""What may be, when no rule answers and nobody has spoken before."""
