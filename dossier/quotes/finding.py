"""The quotes of an article, one after the other: who speaks may hang on who spoke before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.article import Article
from dossier.entities import Entity, Mention
from dossier.language.folding import fold
from dossier.quotes.after import said_after
from dossier.quotes.antecedents import Heard, Spoken, meant, speaker_of
from dossier.quotes.apart import is_far, unsaid
from dossier.quotes.genders import Genders, Pronoun, gender_of_word
from dossier.quotes.marks import find_marked
from dossier.quotes.offices import known_as
from dossier.quotes.quote import Quote, QuoteState
from dossier.quotes.rules import FROM_BEFORE, GUESSES, LOOSE, RULES, put_forward
from dossier.quotes.scene import Marked, Scene
from dossier.quotes.sight import Answer, Sight
from dossier.quotes.voices import Nobody, Voice
from dossier.quotes.within import Incises

_WHOLE = 4
"""Words from which a quote may be a sentence of its own."""

_NOT_SAID = "a name or a title, nobody's words"

_ON = "goes on speaking"

_FIRST = re.compile(r"\b(?:je|me|moi|mon|ma|mes|I|my)\b|\b[jm]['’]", re.IGNORECASE)
"""Says "I"."""


def find_quotes(
    article: Article, named: Sequence[tuple[Mention, Entity]] = ()
) -> tuple[Quote, ...]:
    """The quotes of an article, in reading order; ``named`` is whom it names, likewise.

    Outermost quotes alone; what a site put around the article is not looked at.
    """
    scene = Scene(article, named, find_marked(article))
    told = _Telling(scene, named)
    quotes = [told.tell(quote) for quote in scene.marked]
    return _echoed(article, scene, quotes)


class _Telling:
    """Goes through the quotes, remembering who spoke last."""

    def __init__(self, scene: Scene, named: Sequence[tuple[Mention, Entity]]) -> None:
        self._scene = scene
        self._genders = Genders(scene)
        self._incises = Incises(scene, named)
        self._last: Spoken | None = None

    def tell(self, quote: Marked) -> Quote:
        """Whose the words are."""
        sight = self._sight(quote)
        if unsaid(sight):
            return self._quote(quote, "unsaid", None, _NOT_SAID)
        for rule, why, sure in RULES:
            if rule in LOOSE and (inside := self._inside(sight)):
                return inside
            answer = rule(sight)
            if isinstance(answer, Nobody):
                self._last = None
                return self._quote(quote, "uncertain", None, "said by nobody")
            if isinstance(answer, Voice) and answer.span.overlaps(quote.whole):
                return self._quote(quote, "unsaid", None, _NOT_SAID)
            if heard := self._meant(sight, answer):
                voice = known_as(self._scene, heard.voice)
                said = self._said(quote, Heard(voice, heard.sure and sure), why)
                apart = rule in FROM_BEFORE and is_far(sight)
                return replace(said, state="uncertain") if apart else said
            if answer is not None:
                break
        return self._inside(sight) or self._perhaps(sight)

    def _inside(self, sight: Sight) -> Quote | None:
        """Who says so within the words; nobody where that is not known.

        None where nobody does, or a "he" that may mean several.
        """
        incise = self._incises.of(sight.quote)
        if incise is None:
            return None
        heard = self._meant(sight, incise.answer)
        if isinstance(incise.answer, Pronoun) and not (heard and heard.sure):
            return None
        if heard:
            voice = known_as(self._scene, heard.voice)
            heard = Heard(voice, heard.sure and incise.sure)
            return self._said(sight.quote, heard, "said so, within the words")
        self._last = None
        return self._quote(sight.quote, "uncertain", None, "")

    def _sight(self, quote: Marked) -> Sight:
        return Sight(self._scene, quote, self._scene.before(quote), self._scene.after(quote))

    def _perhaps(self, sight: Sight) -> Quote:
        """What no rule tells: the same speaker goes on, or the sentence is about one."""
        quote = sight.quote
        if ahead := self._ahead(sight):
            return self._said(quote, ahead, "said so, after the next words")
        short = len(quote.span.of(self._scene.article.text).split()) < _WHOLE
        if not short and (heard := self._meant(sight, put_forward(sight))):
            return self._said(quote, Heard(heard.voice, False), "said by")
        if between := self._between(sight):
            return self._quote(quote, "uncertain", between, "named just before the words")
        if self._last and self._goes_on(sight, self._last.quote):
            before, last = self._last.quote, self._last.heard
            sure = last.sure and self._alone(sight) and self._follows_at_once(quote, before)
            sure = sure and self._is_sentence(quote) and not self._turns(quote, before, last.voice)
            same = sure or quote.unit == before.unit
            self._last = Spoken(quote, Heard(last.voice, last.sure and same))
            return self._quote(quote, last.voice.state if sure else "uncertain", last.voice, _ON)
        for guess, why in GUESSES:
            if heard := self._meant(sight, guess(sight)):
                return self._said(quote, Heard(heard.voice, False), why)
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

    def _follows_at_once(self, quote: Marked, before: Marked) -> bool:
        """Whether nothing is said between the sentences of two quotes of one passage."""
        between = self._scene.text[before.unit.end : quote.unit.start]
        return before.passage == quote.passage and not any(map(str.isalnum, between))

    def _between(self, sight: Sight) -> Voice | None:
        """Who speaks in the sentence right before a quote, when the last speaker is not in it."""
        near = self._scene.units_before(sight.quote.whole.start, 1)
        if sight.before or not near or not self._last or not self._is_sentence(sight.quote):
            return None
        own = self._scene.passage_of(near[0].start) == sight.quote.passage
        spoke = near[0].start <= self._last.quote.whole.start < near[0].end
        found = None if spoke or not own else speaker_of(self._scene, near[0])
        return found if found and found.name != self._last.heard.voice.name else None

    def _is_sentence(self, quote: Marked) -> bool:
        """Whether the words are long enough for a sentence, or end as one: no heading."""
        text = self._scene.article.text
        said, past = quote.span.of(text), text[quote.whole.end : quote.unit.end].strip()
        return len(said.split()) >= _WHOLE or (said[-1] + past)[-1] in ".!?…"

    def _turns(self, quote: Marked, before: Marked, last: Voice) -> bool:
        """Whether "I" follows what a body told: "la mairie dit que X n'est « rien ». « Je … »"."""
        text = self._scene.article.text
        told = before.whole.start > before.unit.start and before.span.of(text)[:1].islower()
        body = last.state == "named" and not last.person
        return told and body and _FIRST.search(quote.span.of(text)) is not None

    def _ahead(self, sight: Sight) -> Heard | None:
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

    def _meant(self, sight: Sight, answer: Answer) -> Heard | None:
        """The voice an answer means; a pronoun's is sure where one person alone can be meant."""
        if isinstance(answer, Pronoun):
            if answer.many:
                last = self._last.heard.voice if self._last else None
                return Heard(last, False) if last and not last.person else None
            return self._whom(sight, answer)
        if not isinstance(answer, Voice):
            return None
        article = answer.name.split(" ")[0]
        if article in ("cet", "cette", "ce"):
            spoke = self._last.heard if self._last else None
            noun = answer.name.partition(" ")[2]
            if spoke and spoke.voice.state == "role" and spoke.voice.name.endswith(f" {noun}"):
                return spoke  # "prévient un ministre", "plaide ce ministre"
            named = self._whom(sight, Pronoun(gender_of_word(article), start=answer.span.start))
            if named and named.sure and (named.voice.person or noun in named.voice.name.split()):
                return named
            return Heard(answer, True)  # "cette source" is not "une enquête"
        return Heard(answer, True)

    def _whom(self, sight: Sight, asked: Pronoun) -> Heard | None:
        """Whom "he" or "she" means; in English, no thing is."""
        scene, last = self._scene, self._last
        voice = last.heard.voice if last and scene.words.language == "en" else None
        thing = voice is not None and voice.state == "named" and not voice.person
        return meant(scene, self._genders, sight.quote, asked, None if thing else last)

    def _said(self, quote: Marked, heard: Heard, why: str) -> Quote:
        """Who says a quote, who may be meant from now on."""
        if heard.voice.person and self._scene.is_shared(heard.voice.span, heard.voice.name):
            heard = Heard(heard.voice, False)  # "Jean X est venu. « … », a dit X": not Marie X
        self._last = Spoken(quote, heard)
        state: QuoteState = heard.voice.state if heard.sure else "uncertain"
        return self._quote(quote, state, heard.voice, why)

    def _quote(self, quote: Marked, state: QuoteState, voice: Voice | None, why: str) -> Quote:
        name = voice.name if voice else None
        return Quote(self._scene.article.file, quote.span, state, name, why)


def _echoed(article: Article, scene: Scene, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, those that a headline or a heading takes up given to who says them in full."""
    said = [
        (fold(q.span.of(article.text)), q) for q in quotes if q.speaker and q.state != "uncertain"
    ]
    guessed = {why for _, why in GUESSES}
    made: list[Quote] = []
    for quote, marked in zip(quotes, scene.marked, strict=True):
        words = fold(quote.span.of(article.text))
        many = len(words.split())
        name = many < 3 and scene.repeated(quote.span.of(article.text))  # "gilets jaunes"
        full = [one for text, one in said if words in text and one.span != quote.span]
        whole = [one for text, one in said if words == text and one.span != quote.span]
        if marked.body and many < _WHOLE:
            told = quote.speaker and quote.why not in guessed  # "selon X, ils sont « à bout »"
            same = [one for one in whole if not told or quote.speaker == one.speaker]
            full = same if many > 2 else []
        if quote.state != "uncertain" or many < 2 or name or not full:
            made.append(quote)
        else:
            why = "says the same words elsewhere in the article"
            made.append(Quote(quote.file, quote.span, full[0].state, full[0].speaker, why))
    return tuple(made)
