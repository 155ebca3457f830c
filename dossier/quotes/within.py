"""Who speaks when the clause stands within the words: « Nous irons, explique X, jusqu'au bout »."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.entities import Entity, Mention
from dossier.quotes.after import after_verb, inverted
from dossier.quotes.genders import Pronoun
from dossier.quotes.scene import Marked, Scene, Token
from dossier.quotes.sight import Answer, Sight
from dossier.quotes.voices import Voice
from dossier.quotes.words import Form, listed

_OPENS = frozenset(",?!…–—")
"""After these a clause may say who speaks."""

_ENDS = frozenset(",.;:?!…–—")

_HEARERS = listed("m' me nous t' te vous")
"""« La paix, m'a dit le préfet, viendra »: what the speaker was told, or the journalist."""

_PENDING = listed("que qu' où dont comme si quand lorsque")
"""« Ce que, depuis un an, demande le peuple »: the clause is the speaker's own."""

_CITED = ("ait", "aient")
"""« La paix, disait Jaurès, … »: whom the speaker cites, as often as who speaks."""

_IN_USE: frozenset[Form] = frozenset(("finite", "done"))
"""« pour aider les gens, développer les écoles, … » says of nobody that they speak."""

_LONGEST = 40
"""Words of a clause that are looked at."""


@dataclass(frozen=True, slots=True)
class Incise:
    """A clause within the words that says whose they are."""

    answer: Answer
    """None where it names two, or nobody that is known."""
    sure: bool


class Incises:
    """The clauses within the quotes of an article that say whose they are."""

    def __init__(self, scene: Scene, named: Sequence[tuple[Mention, Entity]]) -> None:
        self._scene = scene
        self._named = named

    @cached_property
    def _bare(self) -> Scene:
        """The article with what is quoted in it: to the rules of the scene it is blank."""
        return Scene(self._scene.article, self._named, ())

    def of(self, quote: Marked) -> Incise | None:
        """The clause within a quote that says whose it is; None when there is none."""
        words = self._scene.words
        said = quote.span.of(self._scene.article.text)
        if words.language == "en" or not _OPENS & set(said):
            return None
        found = list(self._heard(quote))
        if not found:
            return None
        names = {one.answer.name for one in found if isinstance(one.answer, Voice)}
        named = [one for one in found if isinstance(one.answer, Voice)]
        return Incise(None, False) if len(names) > 1 else (named or found)[0]

    def _heard(self, quote: Marked) -> list[Incise]:
        """What the clauses within a quote say, in reading order."""
        tokens = self._bare.tokens(quote.span)
        found = []
        for at, token in enumerate(tokens[:-1]):
            if token.word not in _OPENS or _is_pending(tokens, at) or _is_nested(tokens, at):
                continue
            if incise := self._opening(quote, tokens, at):
                found.append(incise)
        return found

    def _opening(self, quote: Marked, tokens: Sequence[Token], at: int) -> Incise | None:
        """The clause that opens after a mark, if it says who speaks."""
        sight = Sight(self._bare, quote, tuple(tokens[:at]), tuple(tokens[at : at + _LONGEST]))
        verb = inverted(sight, 1)
        if verb is None or not _IN_USE & self._scene.words.verbs[sight.after[verb].word]:
            return None
        answer = after_verb(sight, verb + 1)
        if not isinstance(answer, Voice | Pronoun):
            return None
        if isinstance(answer, Voice) and not self._closed(sight, answer):
            return None
        if _HEARERS & {token.word for token in sight.after[:verb]}:
            return Incise(None, False)
        return Incise(answer, not sight.after[verb].word.endswith(_CITED))

    def _closed(self, sight: Sight, voice: Voice) -> bool:
        """Whether a mark ends the clause after a role; a name needs none."""
        if voice.state == "named" or voice.person:
            return True
        past = [token.word for token in sight.after if token.span.start >= voice.span.end]
        return not past or past[0] in _ENDS


def _is_pending(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence has opened a clause whose subject is still to come."""
    start = next((i for i in range(at - 1, -1, -1) if tokens[i].word in ".?!;"), -1) + 1
    commas = [i for i in range(start, at + 1) if tokens[i].word == "," and i > start]
    return any(tokens[comma - 1].word in _PENDING for comma in commas)


def _is_nested(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quote within the quote is open there."""
    before = [token.word for token in tokens[:at]]
    signs = (("“", "”"), ("«", "»"), ("‹", "›"))
    return any(before.count(opens) > before.count(closes) for opens, closes in signs)
