"""Who speaks when the clause stands after the words: « … », a déclaré X; "…", X said."""

import re
from collections.abc import Sequence

from dossier.quotes.genders import Pronoun, pronoun
from dossier.quotes.inversion import past_asides, subject_after
from dossier.quotes.scene import Token
from dossier.quotes.sight import Answer, Sight, verbs_before
from dossier.quotes.subjects import subject_before
from dossier.quotes.verbs import is_verb
from dossier.quotes.voices import Nobody, Voice, noun_phrase

_NAME = 3
"""Words of what may be a name between marks."""

_LATER = 8
"""Words after a quote among which its verb stands."""

_WITHOUT_SUBJECT = frozenset(("es", "it", "pt"))
"""Languages whose verb alone says "he said": «…», ha dicho."""

_PAST = re.compile(r".{2,}(?:é|ée|és|ées|i|ie|is|u|ue|us|ert|int|it)")
_PRESENT = re.compile(r".{2,}(?:e|ent|it|ît|ait|aient|a)")


def said_after(sight: Sight) -> Answer:
    """« … », a déclaré X; "…", said X; "…", X said."""
    if governor(sight):
        return None
    if not sight.before and (asked := _hyphened(sight, sight.after)):
        return asked
    if sight.scene.words.language != "fr" and (found := _said_either_way(sight)):
        return found
    if sight.scene.words.language == "en":
        return None
    for first in _openings(sight):
        verb = inverted(sight, first)
        if verb is not None and (found := after_verb(sight, verb + 1)):
            return found
        if verb is not None and sight.scene.words.language in _WITHOUT_SUBJECT:
            return Pronoun(None, start=sight.after[verb].span.start)
    return None


def governor(sight: Sight) -> Voice | Pronoun | None:
    """The subject of a verb right before the words, which what follows only reports."""
    verbs = sight.scene.words.verbs
    near = [at for at in verbs_before(sight)[:1] if at >= len(sight.before) - 6]
    near = [at for at in near if verbs[sight.before[at].word] != frozenset({"to"})]
    thought = sight.scene.words.sets["thought"]
    near = [at for at in near if sight.before[at].word not in thought]
    if not near or any(token.word in ",:" for token in sight.before[near[0] :]):
        return None
    inside = near[0] < len(sight.before) - 1
    if inside and sight.before[near[0] - 1].word in sight.scene.words.sets["relative"]:
        return None  # "ceux qui appellent à venir « … », a dit X"
    return subject_before(sight.scene, sight.before, near[0])


def _openings(sight: Sight) -> list[int]:
    """Where the verb of an inversion may begin: right after the words, or after a later comma."""
    tokens = sight.after
    if _another_clause(sight):
        return []
    found = []
    for at, token in enumerate(tokens):
        if token.word in ";:(.!?" or token.word == "tandis":
            break
        apart = token.word == "," or (at == 0 and token.word in "–—")
        if apart or (at == 0 and _is_whole(sight)):
            past = at + apart
            found.append(past + (past < len(tokens) and tokens[past].word == "comme"))
    return found


def _is_whole(sight: Sight) -> bool:
    """Whether the words may be said by who follows: no "les « gilets jaunes » dénoncent la loi"."""
    return not sight.before or len(sight.quote.span.of(sight.scene.article.text).split()) > _NAME


def is_heading(sight: Sight) -> bool:
    """Whether a sentence of its own opens behind the words, which no stop parts from it."""
    tokens, words = sight.after, sight.scene.words
    opens = bool(tokens) and tokens[0].word in words.sets["determiner"]
    return opens and sight.scene.text[tokens[0].span.start].isupper()


def _another_clause(sight: Sight) -> bool:
    """Whether a subject of its own follows the words: "« … » Le Parlement", "Disant « … », X"."""
    tokens, words = sight.after, sight.scene.words
    if is_heading(sight):
        return True
    if tokens and tokens[0].word in words.sets["determiner"]:
        return False
    if tokens and tokens[0].word in words.sets["relative"] and not _is_whole(sight):
        return True  # "des « gilets jaunes » qui, outre la hausse, dénoncent la loi"
    return follows(sight) is not None


def inverted(sight: Sight, first: int) -> int | None:
    """The verb that a clause opens with, its auxiliary before it; None when it opens otherwise."""
    tokens, words = sight.after, sight.scene.words
    have = words.sets["auxiliary"] | words.sets["being"]
    light = have | words.sets["clitic"] | words.sets["adverb"] | {"-", "il", "elle", "t"}
    at = first
    if at < len(tokens) and tokens[at].word in words.sets["pronoun"]:
        return None
    while at < len(tokens) and at - first < _LATER and not is_verb(words, tokens, at):
        if tokens[at].word not in light and (
            at == first or past_asides(sight.scene, tokens, at) == at
        ):
            break
        at = at + 1 if tokens[at].word in light else past_asides(sight.scene, tokens, at)
    if at >= len(tokens) or tokens[at].entity is not None:
        return None
    if is_verb(words, tokens, at) and _is_said(sight, at):
        return at
    return at if first <= 1 and at == _verb_like(sight, first) else None


def _is_said(sight: Sight, at: int) -> bool:
    """Whether a verb has a subject: "dit X", "a dit X", "de conclure X", no "en souvenir de"."""
    tokens, forms = sight.after, sight.scene.words.verbs[sight.after[at].word]
    led = at > 0 and tokens[at - 1].word in ("de", "d'")
    return bool(forms & {"finite", "done"}) or ("to" in forms and led)


def _said_either_way(sight: Sight) -> Answer:
    """In other languages than French: words, X said; words, said X; „…“, so X."""
    tokens, words = sight.after, sight.scene.words
    first = 1 if tokens and tokens[0].word == "," else 0
    if first < len(tokens) and tokens[first].word in words.sets.get("thus", ()):
        return subject_after(sight.scene, tokens, first + 1)
    if words.language == "de" and _is_told(sight, first):
        return subject_after(sight.scene, tokens, first + 1)
    beside = first + 1 < len(tokens) and tokens[first].person and tokens[first + 1].word == ","
    ends = words.sets["that"] | ({"but"} if beside else {"and", "but"})
    for at in range(first, min(first + (4 if beside else 2) * _LATER, len(tokens))):
        if tokens[at].word in ";:.(" or (tokens[at].word in ends and not _quotes_on(tokens, at)):
            return None
        if is_verb(words, tokens, at):
            inside = tokens[first:at]
            found = subject_before(sight.scene, inside, len(inside)) if inside else None
            return found or (None if inside else subject_after(sight.scene, tokens, at + 1))
    return None


def _is_told(sight: Sight, first: int) -> bool:
    """Whether a German clause opens with its auxiliary and ends in its verb: hat X gesagt."""
    tokens, words = sight.after[first : first + 2 * _LATER], sight.scene.words
    ends = next((at for at, token in enumerate(tokens) if token.word in ",.;:"), len(tokens))
    has = bool(tokens) and tokens[0].word in words.sets["auxiliary"]
    return has and any("done" in words.verbs.get(token.word, ()) for token in tokens[:ends])


def _quotes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether other quoted words stand behind a word: "…" and "…", X said."""
    return at + 1 < len(tokens) and tokens[at + 1].span.start - tokens[at].span.end > 1


def after_verb(sight: Sight, at: int) -> Answer:
    """The subject after a verb; "-t-il" may stand between, or within: "a-t-il dit"."""
    tokens = sight.after
    if asked := _hyphened(sight, tokens[max(0, at - 5) : at + 4]):
        return asked
    while at < len(tokens) and tokens[at].word in ("-", "t"):
        at += 1
    return subject_after(sight.scene, tokens, at)


def _hyphened(sight: Sight, tokens: Sequence[Token]) -> Answer:
    """« … », s'indigne-t-elle; « … », a-t-il lancé; nobody in "dit-on" and "est-il écrit"."""
    for at, token in enumerate(tokens[:_LATER]):
        if at and tokens[at - 1].word == "-":
            if token.word == "on":
                return Nobody()
            if token.word in ("il", "elle", "ils", "elles"):
                return Nobody() if _impersonal(sight, tokens, at) else pronoun(token)
        if token.word in ".;:(" or token.entity is not None:
            return None
    return None


def _impersonal(sight: Sight, tokens: Sequence[Token], at: int) -> bool:
    """Whether "il" stands for nobody: "est-il écrit", "a-t-il été dit", not "s'est-il écrié"."""
    words = sight.scene.words
    opened = next((i for i in range(at - 1, -1, -1) if tokens[i].word not in ("-", "t")), -1)
    if tokens[at].word != "il" or opened < 0:
        return False
    done = [token.word for token in tokens[at + 1 : at + 5]]
    said = any("done" in words.verbs.get(word, ()) for word in done)
    passive = tokens[opened].word in words.sets["being"]
    itself = opened > 0 and tokens[opened - 1].word in ("s'", "se")
    return said and (done[:1] == ["été"] or (passive and not itself))


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


def follows(sight: Sight) -> Voice | Pronoun | None:
    """Évoquant « … », le maire a dit: whom the clause after the words is about."""
    tokens, words = sight.after, sight.scene.words
    comma = next((at for at, token in enumerate(tokens[:_LATER]) if token.word == ","), -1)
    opens = [token.word for token in sight.before[:3] if token.word not in ("tout", "en", "by")]
    participle = bool(opens) and opens[0].endswith(("ant", "ing"))
    doing = all(words.verbs[sight.before[at].word] == {"doing"} for at in verbs_before(sight))
    if not (participle and doing) or not 0 <= comma < len(tokens) - 1:
        return None
    first, ends = tokens[comma + 1], words.sets["auxiliary"] | words.sets["being"]
    if first.word in words.sets["pronoun"]:
        return pronoun(first)
    if first.entity is None and first.word not in words.sets["determiner"] | words.sets["bare"]:
        return None
    last = (
        at
        for at in range(comma + 1, len(tokens))
        if tokens[at].word in ends or is_verb(words, tokens, at)
    )
    return noun_phrase(sight.scene, tokens[comma + 1 : next(last, comma + 1)])
