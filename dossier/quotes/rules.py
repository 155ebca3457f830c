"""Who speaks: ordered rules, each a look at the sentence a quote stands in.

A rule answers with a voice, with a pronoun for whoever was spoken of, with nobody, or with
nothing; the table is the order, the first that answers is heard.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from dossier.quotes.after import follows, governor, is_heading, said_after
from dossier.quotes.before import last_person, pronoun_before, said_before, subject_of
from dossier.quotes.genders import pronoun
from dossier.quotes.inversion import subject_after
from dossier.quotes.offices import is_office
from dossier.quotes.scene import Token
from dossier.quotes.sight import Answer, Sight, verbs_before
from dossier.quotes.subjects import subject_before
from dossier.quotes.verbs import PUT, is_verb
from dossier.quotes.voices import Nobody, Voice, noun_phrase
from dossier.quotes.words import listed


def nobody_before(sight: Sight) -> Answer:
    """On a mur on peut lire « … »: "on" right before the words says them, and is nobody."""
    near = [token.word for token in sight.before[-6:]]
    if "on" not in near or sight.scene.words.language == "en":
        return None
    at = len(near) - 1 - near[::-1].index("on")
    led = [word for word in near[max(0, at - 2) : at] if word != "l'"][-1:]
    verb = near[at + 1 : at + 2]
    alone = not any(word in ",;.()" for word in near[at:])
    main = not led or led[0] not in ("que", "qu'", "si", "dont", "où", "comme")
    return Nobody() if verb and verb[0].isalpha() and alone and main else None


def nobody_after(sight: Sight) -> Answer:
    """La digue s'explique par « … », lit-on: nobody says so, where the sentence names nobody."""
    tokens = sight.after[:6]
    on = next((at for at, token in enumerate(tokens) if at and token.word == "on"), 0)
    if not on or tokens[0].word != "," or tokens[on - 1].word != "-":
        return None
    near = verbs_before(sight)[:1]
    subject = subject_before(sight.scene, sight.before, near[0]) if near else None
    if not isinstance(subject, Voice) or subject.person or subject.state == "named":
        return None
    return None if is_office(sight.scene, subject) else Nobody()


def according_to_pronoun(sight: Sight) -> Answer:
    """Selon lui, "…"."""
    words = sight.scene.words
    for tokens in (sight.before, () if is_heading(sight) else sight.after):
        for one, two in pairwise(tokens):
            if one.word in words.sets["according"] and two.word in ("lui", "elle", "eux", "elles"):
                said = said_after(sight) if tokens is sight.after else None
                if isinstance(said, Voice) and said.span.start < two.span.start:
                    return None  # "« … », a réagi X, à l'issue d'une séance selon lui utile"
                far = tokens is sight.after and tokens.index(one) > _BEHIND
                if far and isinstance(said_before(sight), Voice):
                    return None  # "X appelle à bâtir un « mur », et Y, selon lui, le fera"
                return pronoun(two)
            if one.word in words.sets["according"] and two.word in ("qui", "lequel", "laquelle"):
                return last_person(sight, tokens[: tokens.index(one)])
            if one.word == "to" and two.word in ("him", "her", "them") and tokens is sight.after:
                return pronoun(two)
    return None


def according_to(sight: Sight) -> Answer:
    """Selon X, "…"; "…", according to X."""
    words = sight.scene.words
    says = governor(sight)
    named = isinstance(says, Voice) and says.state == "named"
    somebody = isinstance(says, Voice) and (says.person or is_office(sight.scene, says))
    for tokens in (sight.before, () if is_heading(sight) or somebody else sight.after):
        for at, token in enumerate(tokens):
            if token.word not in words.sets["according"] or token.entity is not None:
                continue
            if tokens is sight.after and any(t.word in words.sets["relative"] for t in tokens[:at]):
                continue  # "« … », une idée qui, selon X, …": what X says is something else
            start = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].word == "to")
            if words.language == "en" and start == at + 1:
                continue
            if [t.word for t in tokens[start : start + 3]] in _WORDS_OF:
                start += 3
            if start < len(tokens) and tokens[start].word in _WHICH:
                continue  # "une idée selon laquelle le port est fermé"
            found = subject_after(sight.scene, tokens, start, beside=tokens is sight.after)
            told = isinstance(found, Voice) and found.person
            if tokens is sight.after and named and not told:
                return None  # "X a justifié le report par « … », selon un communiqué"
            if isinstance(found, Voice) and (
                found.state == "named" or tokens is sight.after or at == 0
            ):
                return found
    return None


def for_whom(sight: Sight) -> Answer:
    """Pour X, porte-parole du collectif, « … »; pour elle, Y devra « … »."""
    tokens = sight.before
    if [token.word for token in tokens[:3]] in (["pour", "lui", ","], ["pour", "elle", ","]):
        return pronoun(tokens[1])
    opens = len(tokens) > 2 and tokens[0].word in _FOR and tokens[-1].word == ","
    if not opens or sight.scene.words.language == "en":
        return None
    if not tokens[1].person and tokens[1].word not in sight.scene.words.sets["determiner"]:
        return None  # "Pour aider X, « … »"
    found = subject_after(sight.scene, tokens, 1)
    known = isinstance(found, Voice) and (found.person or is_office(sight.scene, found))
    return found if known else None


def called_by(sight: Sight) -> Answer:
    """X a salué une mesure jugée « … » par Y: what is called so right before the words is by Y."""
    words, tokens = sight.scene.words, sight.before
    near = range(max(0, len(tokens) - _CALLED), len(tokens))
    done = (at for at in near if "done" in words.verbs.get(tokens[at].word, ()))
    passive = any(tokens[at].entity is None and not is_verb(words, tokens, at) for at in done)
    by = sight.after[:1] and sight.after[0].word in words.sets["by"]
    return subject_after(sight.scene, sight.after, 1) if passive and by else None


def by_agent(sight: Sight) -> Answer:
    """Qualified as "…" by X."""
    words = sight.scene.words
    near = [token.word for token in sight.before[-6:] if token.word not in PUT]
    told = [words.verbs[word] for word in near if word in words.verbs]
    passive = any("done" in forms or words.language == "en" for forms in told)
    for at, token in enumerate(sight.after[:2]):
        if token.word in words.sets["by"] and passive:
            return subject_after(sight.scene, sight.after, at + 1)
    return None


def by_agent_before(sight: Sight) -> Answer:
    """Hailed by X as "…"; décrit par X comme « … »."""
    words, tokens = sight.scene.words, sight.before
    end = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].word in _AS), -1)
    if end < len(tokens) - 2:
        end = next((at for at in range(len(tokens) - 1) if _is_being(tokens, at)), -1)
    if end < len(tokens) - 3:
        return None
    for at in range(end - 1, 0, -1):
        done = words.verbs.get(tokens[at - 1].word, frozenset())
        told = "done" in done or (words.language == "en" and "finite" in done)
        if tokens[at].word in words.sets["by"] and told:
            return noun_phrase(sight.scene, tokens[at + 1 : end])
        if tokens[at].word in ",;:":
            return None
    return None


def _is_being(tokens: Sequence[Token], at: int) -> bool:
    """Whether "d'être" stands there: accusé par X d'être le « … »."""
    return [token.word for token in tokens[at : at + 2]] == ["d'", "être"]


def put_forward(sight: Sight) -> Answer:
    """« … » et « … » sont d'autres pistes avancées par X; no rule, for X may have said less."""
    words, tokens = sight.scene.words, sight.after
    for at, token in enumerate(tokens[:-1]):
        if token.word in ".;:":
            return None
        done = token.entity is None and "done" in words.verbs.get(token.word, ())
        if done and tokens[at + 1].word in words.sets["by"]:
            found = subject_after(sight.scene, tokens, at + 2)
            return found if isinstance(found, Voice) and found.person else None
    return None


def after_head(sight: Sight) -> Answer:
    """Aux yeux de X, "…"; selon les mots de X."""
    text = sight.scene.text
    for tokens in (sight.before, sight.after):
        if not tokens:
            continue
        said = text[tokens[0].span.start : tokens[-1].span.end].lower()
        for phrase in sight.scene.words.phrases["head"]:
            head = phrase.removesuffix(" de").removesuffix(" of")
            at = said.find(head)
            if at >= 0 and (head == phrase or said[at + len(head) :].startswith(_OF)):
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
    return last_person(sight, tokens[start:])


def by_another(sight: Sight) -> Answer:
    """X said so, backed by Y, thinking that "…": it is Y who thinks."""
    tokens, words = sight.before, sight.scene.words
    verbs = verbs_before(sight)
    if not verbs or words.verbs[tokens[verbs[0]].word] != frozenset({"doing"}):
        return None
    near = tokens[max(0, verbs[0] - 1) : verbs[0] + 1]
    beside = len(near) == 2 and near[0].person and near[1].span.start - near[0].span.end == 1
    if beside and words.language == "fr":
        return last_person(sight, near)  # "X a appelé au calme, Y promettant « … »"
    since = verbs[1] if len(verbs) > 1 else 0
    for at in range(verbs[0] - 1, since, -1):
        if tokens[at].word in words.sets["by"]:
            return last_person(sight, tokens[at + 1 : at + 2])
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
    named = found and _is_named(sight, under[start:])
    return found if named and not sight.before and not tokens else None


def _is_named(sight: Sight, line: Sequence[Token]) -> bool:
    """Whether a line names somebody, and is no heading: no "la situation en France"."""
    at = next((at for at, token in enumerate(line) if token.entity is not None), None)
    if at is None:
        return False
    led = any(token.word in sight.scene.words.sets["preposition"] for token in line[:at])
    return line[at].person or not led


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
    return follows(sight)


_WORDS_OF = [["les", words, of] for words in ("mots", "termes", "dires") for of in ("de", "d'")]
"""What somebody says, where who says it is named behind: "selon les mots de Paris"."""

_WHICH = listed("lequel laquelle lesquels lesquelles")

_BEHIND = 4
"""Words behind a quote within which "selon lui" is said of it."""

_FOR = ("pour", "para", "per")
"""For whom something is so: "pour X, « … »"."""

_CALLED = 3
"""Words before a quote among which what it calls somebody stands: "qualifiée d'« … »"."""

_AS = listed("as comme como wie")
"""After these stands what somebody calls something."""

_DONE = re.compile(r".{3,}(?:é|ée|és|ées|ent|ait)")

_OF = (" de ", " d'", " du ", " des ", " of ")

Rule = Callable[[Sight], Answer]

RULES: tuple[tuple[Rule, str, bool], ...] = (
    (nobody_before, "", False),
    (nobody_after, "", False),
    (by_agent_before, "said by", True),
    (called_by, "said by", True),
    (pronoun_before, "he or she said so, before the words", True),
    (according_to_pronoun, "according to him or her", True),
    (said_after, "said so, after the words", True),
    (according_to, "according to", True),
    (for_whom, "according to", True),
    (presented, "before a colon", True),
    (by_another, "said so, before the words", True),
    (said_before, "said so, before the words", True),
    (signed, "signed", True),
    (by_agent, "said by", True),
    (after_head, "in the words of", True),
    (introduced, "before a colon", True),
)
"""The rules, why in the reader's words, and whether what they say is sure."""

FROM_BEFORE: frozenset[Rule] = frozenset((pronoun_before, said_before))
"""The rules that ask a verb before the words, which may be far from them."""

LOOSE = frozenset((introduced,))
"""The rules that give way to who says so within the words."""

GUESSES: tuple[tuple[Rule, str], ...] = (
    (named_before, "named just before the words"),
    (named_after, "named just after the words"),
    (subject_of, "whom the sentence is about"),
)
"""What may be, when no rule answers and nobody has spoken before."""
