"""Who says the words, by what the sentence says before them."""

from collections.abc import Sequence

from dossier.quotes.after import follows
from dossier.quotes.genders import Pronoun, pronoun
from dossier.quotes.inversion import subject_after
from dossier.quotes.offices import is_office
from dossier.quotes.scene import Token
from dossier.quotes.sight import Answer, Sight, verbs_before
from dossier.quotes.subjects import subject_before
from dossier.quotes.voices import Voice, noun_phrase, owns, voice_of
from dossier.quotes.words import listed

_EARLIER = 30
"""Words before a quote among which its verb stands."""

_LATER = 8
"""Words within which a verb of thinking stands, and a subject that nothing names."""

_WHILE = listed("alors tandis")
"""With "que" these open a clause that nothing before governs."""

_CASES = listed("# affaire affaires procès dossier scandale loi lois plan rapport cas case trial")
"""Before a name these make it what words are about."""

_LINKS = listed("de d' du of the")

_IF = ("si", "s'", "if", "quand", "lorsque", "lorsqu'", "when")


def pronoun_before(sight: Sight) -> Answer:
    """He said that "…"."""
    for verb in verbs_before(sight)[:1]:
        thought = sight.before[verb].word in sight.scene.words.sets["thought"]
        if thought and verb < len(sight.before) - _LATER:
            return None
        found = subject_before(sight.scene, sight.before, verb)
        if isinstance(found, Pronoun) and not _another_since(sight, verb):
            return _main_subject(sight, verb) or found
    return None


def _another_since(sight: Sight, verb: int) -> bool:
    """Whether the words end a clause about who tells the rest: "selon X, qui écarte « … »"."""
    tokens, words = sight.before[verb:], sight.scene.words
    who = max((at for at, t in enumerate(tokens) if t.word in words.sets["relative"]), default=0)
    near = [token for token in tokens[max(0, who - 2) : who] if token.word != ","]
    led = any(token.word in words.sets["according"] for token in tokens[:who])
    return led and near[-1:] != [] and near[-1].person


def _main_subject(sight: Sight, verb: int) -> Voice | None:
    """X said that he thinks "…": whoever "he" is, the words are X's."""
    for far in verbs_before(sight)[1:]:
        between = [token.word for token in sight.before[far + 1 : verb]]
        linked = between[:1] and between[0] in sight.scene.words.sets["that"]
        bare = sight.scene.words.language == "en" and between[:1] and between[0] in ("he", "she")
        if linked or bare:
            found = subject_before(sight.scene, sight.before, far)
            return found if isinstance(found, Voice) else None
    return None


def said_before(sight: Sight) -> Answer:
    """X said that "…": the nearest verb that speaks; what is only thought gives way to it."""
    words, tokens = sight.scene.words, sight.before
    verbs = [at for at in verbs_before(sight) if at >= len(tokens) - _EARLIER]
    if (since := _contrasted(sight)) and verbs and verbs[0] > since:
        verbs = [at for at in verbs if at > since]
        if all(words.verbs[tokens[at].word] == {"to"} for at in verbs):
            return _first_person(tokens[since:])
    spoken = [at for at in verbs if tokens[at].word not in words.sets["thought"]]
    for at in verbs:
        forms = words.verbs[tokens[at].word]
        if words.language != "en" and not forms & {"finite", "done"}:
            continue
        if words.language == "en" and forms <= {"to", "doing"}:
            continue
        if _is_condition(sight, at):
            return None
        main = [far for far in spoken if far < at and _governs(sight, far, at)]
        verb = _finite_of(sight, main[0]) if at not in spoken and main else at
        led = words.sets["as"] & {t.word for t in tokens[max(0, verb - 4) : verb]}
        if _after_words(sight, verb) and words.sets["relative"] & {t.word for t in tokens[verb:]}:
            return None  # "« … », a dit X, qui a porté plainte pour « … »"
        if said := _said_between(sight, verb):
            return said
        if (led or _after_words(sight, verb)) and (
            found := subject_after(sight.scene, tokens, verb + 1)
        ):
            named = None if led or _is_somebody(sight, found) else _named_before(sight, verb)
            return named or found
        if found := subject_before(sight.scene, tokens, verb):
            return _before_colon(sight, verb, found) or found
    in_passing = bool(verbs) and not {"finite", "done"} & words.verbs[tokens[verbs[0]].word]
    in_passing = in_passing and not _another_since(sight, verbs[0])
    return _said_in_passing(sight, verbs[0]) if in_passing else None


def _finite_of(sight: Sight, verb: int) -> int:
    """X a jugé …, répétant que « … »: the verb whose subject repeats it too."""
    words, tokens = sight.scene.words, sight.before
    if words.verbs[tokens[verb].word] != {"doing"}:
        return verb
    finite = (at for at in verbs_before(sight) if words.verbs[tokens[at].word] & {"finite", "done"})
    return next((at for at in finite if at < verb), verb)


def _contrasted(sight: Sight) -> int:
    """Where a clause opens that sets another's words against the ones before; 0 where none does."""
    words = [token.word for token in sight.before]
    return max((at for at, word in enumerate(words) if word in ("tandis", "whereas")), default=0)


def _first_person(tokens: Sequence[Token]) -> Voice | None:
    """The first person that words name: "tandis que X est allé jusqu'à parler de « … »"."""
    named = next((token for token in tokens if token.person and not owns(tokens, token)), None)
    return voice_of(named) if named else None


def _is_condition(sight: Sight, verb: int) -> bool:
    """Si X souhaite parler, « … »: what X may say, and the words are another's."""
    tokens = sight.before
    opened = tokens[0].word in _IF and tokens[-1].word == ","
    return opened and all(token.word != "," for token in tokens[verb:-1])


def _said_in_passing(sight: Sight, verb: int) -> Answer:
    """N'a pas tardé à lancer, en décrivant, with X denouncing "…"."""
    if verb and sight.before[verb - 1].word.startswith("laiss"):
        hints = subject_before(sight.scene, sight.before, verb - 1)
        return hints if isinstance(hints, Pronoun) or _is_somebody(sight, hints) else None
    found = follows(sight) or _said_inverted(sight) or _subject(sight, verb)
    return found or last_person(sight, _past_circumstance(sight, verb))


def _past_circumstance(sight: Sight, verb: int) -> Sequence[Token]:
    """The words before a verb, without "en visite chez X," at their start."""
    tokens, words = sight.before[:verb], sight.scene.words
    comma = next((at for at, token in enumerate(tokens) if token.word == ","), 0)
    opens = comma and tokens[0].word in words.sets["preposition"] and tokens[comma - 1].person
    return (tokens[comma + 1 :] if opens else ()) or tokens


def _is_somebody(sight: Sight, found: Answer) -> bool:
    """Whether a voice is a name's or an office's: no "les révélations laissent supposer"."""
    if not isinstance(found, Voice):
        return False
    return found.state == "named" or is_office(sight.scene, found)


def _named_before(sight: Sight, verb: int) -> Voice | None:
    """X, président des « Amis », regrette des annonces « … »: the person before a verb."""
    found = subject_before(sight.scene, sight.before, verb)
    return found if isinstance(found, Voice) and found.person else None


def _said_inverted(sight: Sight) -> Answer:
    """« … », a dit X, ajoutant que « … »: whoever said the words before adds these."""
    verbs = sight.scene.words.verbs
    at = next(iter(verbs_before(sight)[1:2]), None)
    if at is None or not verbs[sight.before[at].word] & {"finite", "done"}:
        return None
    opens = _opens_clause(sight, at)
    return None if opens is None else subject_after(sight.scene, sight.before, at + 1)


def _before_colon(sight: Sight, verb: int, found: Answer) -> Voice | None:
    """« … » sur la place, a dit le maire : « … »: the office after the verb, where no name is."""
    if not isinstance(found, Voice) or found.state == "named":
        return None
    past, verbs = sight.before[verb + 1 :], sight.scene.words.verbs
    if not any(t.word == ":" or verbs.get(t.word, frozenset()) == {"doing"} for t in past):
        return None
    opens = _opens_clause(sight, verb)
    after = subject_after(sight.scene, sight.before, verb + 1) if opens is not None else None
    if not isinstance(after, Voice) or is_office(sight.scene, found):
        return None
    return after if after.person or is_office(sight.scene, after) else None


def _opens_clause(sight: Sight, verb: int) -> int | None:
    """Where the clause opens whose verb comes before its subject; None where none does."""
    tokens, words = sight.before, sight.scene.words
    at = verb
    light = words.sets["auxiliary"] | words.sets["clitic"] | words.sets["adverb"]
    while at and tokens[at - 1].word in light:
        at -= 1
    return at if words.language == "fr" and (at == 0 or tokens[at - 1].word == ",") else None


def _said_between(sight: Sight, verb: int) -> Voice | None:
    """Ce pont, insiste X, doit « … »: the person or the office of a clause between two commas."""
    tokens = sight.before
    opens = _opens_clause(sight, verb)
    if not opens or [t.word for t in tokens[:opens]].count(",") != 1:
        return None
    found = subject_after(sight.scene, tokens, verb + 1)
    if not isinstance(found, Voice) or not (found.person or is_office(sight.scene, found)):
        return None
    past = [token.word for token in tokens[verb:] if token.span.start >= found.span.end]
    return found if "," in past[:-1] else None


def _after_words(sight: Sight, verb: int) -> bool:
    """Whether a verb opens a clause right after other words that are quoted."""
    at = _opens_clause(sight, verb)
    comma = sight.before[at - 1].span.start if at else 0
    return bool(at) and sight.scene.text[comma - 2 : comma] == "  "


def _governs(sight: Sight, far: int, near: int) -> bool:
    """Whether one verb says what the other is about."""
    that, tokens = sight.scene.words.sets["that"], sight.before
    return any(
        tokens[at].word in that and tokens[at - 1].word not in _WHILE for at in range(far + 1, near)
    )


def subject_of(sight: Sight) -> Answer:
    """Whom the sentence before the quote is about."""
    return _subject(sight, len(sight.before))


def _subject(sight: Sight, end: int) -> Answer:
    """Whom the first words before the quote are about."""
    tokens = sight.before[:end]
    if tokens and tokens[0].word in sight.scene.words.sets["pronoun"]:
        return pronoun(tokens[0])
    for at, token in enumerate(tokens):
        if token.person and not owns(tokens, token) and not _is_spoken_of(sight, tokens, at):
            found = noun_phrase(sight.scene, tokens[max(0, at - 6) : at + 1])
            return found if found and found.state == "named" else None
    words = sight.scene.words
    first = next((at for at, t in enumerate(tokens) if t.word in words.sets["auxiliary"]), 0)
    whole = first and end == len(sight.before)
    first -= bool(whole) and tokens[first - 1].word in words.sets["clitic"]
    return noun_phrase(sight.scene, tokens[:first]) if first < _LATER else None


def _is_spoken_of(sight: Sight, tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only says which, or whom words are about: "ne cesse de critiquer X"."""
    verb = sight.scene.words.verbs.get(tokens[at - 1].word) if at else None
    return verb == frozenset({"to"}) or _is_label(tokens, at)


def _is_label(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only says which: "#X", "affaire X", "procès de X", "the X case"."""
    if at + 1 < len(tokens) and tokens[at + 1].word == "case":
        return True
    near = [token.word for token in tokens[max(0, at - 3) : at] if token.word not in _LINKS]
    return near[-1:] != [] and near[-1] in _CASES


def last_person(sight: Sight, tokens: Sequence[Token]) -> Voice | None:
    """The last person that words name and are not about."""
    for at in range(len(tokens) - 1, -1, -1):
        spoken_of = not tokens[at].person or _is_spoken_of(sight, tokens, at)
        if not spoken_of and not owns(tokens, tokens[at]):
            joined = at > 1 and tokens[at - 1].word in ("et", "and") and tokens[at - 2].person
            return None if joined else voice_of(tokens[at])
    return None
