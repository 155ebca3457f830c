"""The quotes of an article, one after the other: who speaks may hang on who spoke before."""

from collections.abc import Sequence

from dossier.article import Article
from dossier.entities import Entity, Mention
from dossier.language.folding import fold
from dossier.quotes.apart import unsaid
from dossier.quotes.marks import find_marked
from dossier.quotes.quote import Quote, QuoteState
from dossier.quotes.rules import GUESSES, RULES, said_after
from dossier.quotes.scene import Marked, Scene, Token
from dossier.quotes.sight import Sight
from dossier.quotes.voices import Pronoun, Voice, known_as, voice_of
from dossier.spans import Span

_WHOLE = 4
"""Words from which a quote may be a sentence of its own."""


def find_quotes(
    article: Article, named: Sequence[tuple[Mention, Entity]] = ()
) -> tuple[Quote, ...]:
    """The quotes of an article, in reading order; ``named`` is whom it names, likewise.

    Outermost quotes alone; what a site put around the article is not looked at.
    """
    scene = Scene(article, named, find_marked(article))
    told = _Telling(scene)
    quotes = [told.tell(quote) for quote in scene.marked]
    return _echoed(article, quotes)


class _Telling:
    """Goes through the quotes, remembering who spoke last."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._last: tuple[Marked, Voice] | None = None

    def tell(self, quote: Marked) -> Quote:
        """Whose the words are."""
        sight = self._sight(quote)
        if unsaid(sight):
            return self._quote(quote, "unsaid", None, "a name or a title, nobody's words")
        for rule, why, sure in RULES:
            answer = rule(sight)
            voice = self._meant(sight, answer)
            if isinstance(voice, Voice):
                voice = known_as(self._scene, voice)
                self._last = (quote, voice)
                return self._quote(quote, voice.state if sure else "uncertain", voice, why)
            if answer is not None:
                break
        return self._perhaps(sight)

    def _sight(self, quote: Marked) -> Sight:
        return Sight(self._scene, quote, self._scene.before(quote), self._scene.after(quote))

    def _perhaps(self, sight: Sight) -> Quote:
        """What no rule tells: the same speaker goes on, or the sentence is about one."""
        quote = sight.quote
        if ahead := self._ahead(sight):
            self._last = (quote, ahead)
            return self._quote(quote, ahead.state, ahead, "said so, after the next words")
        if self._last and self._goes_on(sight, self._last[0]):
            before, last = self._last
            self._last = (quote, last)
            sure = self._alone(sight) and before.passage == quote.passage
            state: QuoteState = last.state if sure else "uncertain"
            return self._quote(quote, state, last, "goes on speaking")
        for guess, why in GUESSES:
            answer = guess(sight)
            voice = self._meant(sight, answer)
            if isinstance(voice, Voice):
                self._last = (quote, voice)
                return self._quote(quote, "uncertain", voice, why)
        short = len(quote.span.of(self._scene.article.text).split()) < _WHOLE
        if short and sight.before:
            return self._quote(quote, "unsaid", None, "a word set apart")
        return self._quote(quote, "uncertain", None, "")

    def _alone(self, sight: Sight) -> bool:
        """Whether the quote is its sentence."""
        return not sight.before and not any(t.word.isalpha() for t in sight.after)

    def _goes_on(self, sight: Sight, last: Marked) -> bool:
        """Whether the last speaker speaks on: in the same passage, or at the next one's start."""
        if not sight.quote.body:
            return False
        if last.passage == sight.quote.passage:
            return True
        if sight.before:
            return False
        near = self._scene.units_before(sight.quote.whole.start, 2)
        return any(unit.start <= last.whole.start <= unit.end for unit in near)

    def _ahead(self, sight: Sight) -> Voice | None:
        """Who says the next sentence, when both are nothing but quotes: "Yes." "No," said X."""
        if not self._alone(sight):
            return None
        marked, scene = self._scene.marked, self._scene
        at = marked.index(sight.quote) + 1
        if at >= len(marked) or marked[at].passage != sight.quote.passage:
            return None
        between = scene.text[sight.quote.whole.end : marked[at].whole.start]
        if any(letter.isalnum() for letter in between):
            return None
        answer = said_after(self._sight(marked[at]))
        return self._meant(sight, answer)

    def _meant(self, sight: Sight, answer: Voice | Pronoun | None) -> Voice | None:
        """The voice an answer means."""
        if answer == "plural":
            last = self._last[1] if self._last else None
            return last if last and not last.person else None
        if answer == "pronoun":
            return self._whom(sight)
        if isinstance(answer, Voice) and answer.name.split(" ")[0] in ("cet", "cette", "ce"):
            return self._whom(sight) or answer
        return answer if isinstance(answer, Voice) else None

    def _whom(self, sight: Sight) -> Voice | None:
        """Whom "he" or "she" means: who was spoken of last; in English, no thing is."""
        scene, quote = self._scene, sight.quote
        if self._last and scene.words.language == "en" and not self._last[1].person:
            self._last = None
        for unit in (quote.unit, *scene.units_before(quote.unit.start, 3)):
            if self._last and unit.start <= self._last[0].whole.start < min(
                unit.end, quote.whole.start
            ):
                return self._last[1]
            end = min(unit.end, quote.whole.start) if unit is quote.unit else unit.end
            tokens = scene.tokens(Span(unit.start, min(end, unit.start + 400)))
            if person := _first_person(tokens):
                return person
        return self._last[1] if self._last else None

    def _quote(self, quote: Marked, state: QuoteState, voice: Voice | None, why: str) -> Quote:
        name = voice.name if voice else None
        return Quote(self._scene.article.file, quote.span, state, name, why)


def _first_person(tokens: Sequence[Token]) -> Voice | None:
    """The first person a sentence names."""
    for token in tokens:
        if token.entity is not None and token.entity.kind == "person":
            return voice_of(token)
    return None


def _echoed(article: Article, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, those that a headline or a heading takes up given to who says them in full."""
    said = [
        (fold(q.span.of(article.text)), q) for q in quotes if q.speaker and q.state != "uncertain"
    ]
    made: list[Quote] = []
    for quote in quotes:
        words = fold(quote.span.of(article.text))
        known = quote.state != "uncertain" or len(words.split()) < 2
        full = [one for text, one in said if words in text and one.span != quote.span]
        if known or not full:
            made.append(quote)
        else:
            why = "says the same words elsewhere in the article"
            made.append(Quote(quote.file, quote.span, full[0].state, full[0].speaker, why))
    return tuple(made)
