"""Why here: what put a passage in its topic, in the reader's language, marked in its own words."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.language.folding import fold
from dossier.spans import Span
from dossier.topics import Extract, Topic
from dossier.topics.entitled import Entitled, entitled
from dossier.topics.reasons import SHOWN, Reasons, reasons_of
from dossier.topics.words import whole
from tui.commands import bindings, keys_now
from tui.screens.chrome import HEIGHTS, LeftOnce
from tui.screens.detail_pane import DetailPane, Paragraph
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many


class WhyScreen(LeftOnce[None]):
    """The extract, its words that count marked, and what else speaks for its place."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("escape", "why")
    CSS = """
    WhyScreen.-low TitleLine, WhyScreen.-low HintLine { display: none; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self, topic: Topic, extract: Extract, article: Article, reasons: Reasons, title: Entitled
    ) -> None:
        super().__init__()
        self._topic, self._article = topic, article
        told = reasons_told(topic, extract, article, reasons)
        named = (Paragraph(sentence, "dim") for sentence in title_told(topic, title))
        self._paragraphs = (*told, *named)

    def compose(self) -> ComposeResult:
        """Title, the extract and the reasons, the keys."""
        yield TitleLine()
        yield DetailPane(id="why")
        yield HintLine()

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(TitleLine).tell(say("Why here"), self._topic.title, "")
        self.query_one(DetailPane).show(self._paragraphs)
        [close] = keys_now(self.app, "escape")
        self.query_one(HintLine).hint([(close, say("close"))])

    def action_escape(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_why(self) -> None:
        """Close: the key that opened it."""
        self.dismiss(None)


def why_screen(dossier: Dossier, topic: Topic, extract: Extract) -> WhyScreen:
    """The screen for an extract of a topic of the dossier."""
    decided = (d.terms for d in dossier.decisions.topics if fold(d.title) == fold(topic.title))
    reasons = reasons_of(
        extract,
        topic,
        dossier.topics,
        dossier.article,
        language=dossier.language,
        terms=next(decided, ()),
    )
    title = entitled(topic, dossier.article, dossier.language)
    return WhyScreen(topic, extract, dossier.article(extract.file), reasons, title)


def reasons_told(
    topic: Topic, extract: Extract, article: Article, reasons: Reasons
) -> Iterator[Paragraph]:
    """The extract with its terms marked, and each reason in a sentence."""
    start, words = extract.span.start, extract.span.of(article.text)
    terms = [Span(s.start - start, s.end - start) for s in (*reasons.strong, *reasons.weak)]
    yield Paragraph("")
    yield Paragraph(words, marks=_apart([*terms, *_places(reasons.shared, words)]))
    yield Paragraph("")
    told = tuple(_sentences(topic, article, reasons))
    nothing = say("No single word put it here: on the whole it is like the others here.")
    yield from (Paragraph(sentence) for sentence in told or (nothing,))
    if reasons.only_here:
        yield Paragraph(
            say(
                "Only here: no passage of another article shares more than one of its less usual "
                "words (of a long extract, than a few)."
            )
        )
    if reasons.tie_is_weak:
        yield Paragraph(say("The tie is weak: it may stand better elsewhere."), "dim")
    if reasons.runner_up and not topic.rest:
        yield Paragraph(say("Next best: {title}", title=reasons.runner_up), "dim")


def title_told(topic: Topic, title: Entitled) -> Iterator[str]:
    """Why the topic is called so, in a sentence; none of what fits nowhere."""
    if topic.rest:
        return
    if title.by_hand:
        yield say("You gave the topic its title.")
    elif title.kind:
        yield say(
            "The title is what such news is called: {n} of {m} passages here have words of it.",
            n=title.having,
            m=title.among,
        )
    elif title.headline:
        yield say("The title is from a headline: {headline}", headline=title.headline)
    elif title.heading:
        yield say("The title is a heading of an article.")
    elif title.having:
        yield say(
            "Words of the title are in {n} of {m} passages here.", n=title.having, m=title.among
        )


def _places(words: Sequence[str], text: str) -> Iterator[Span]:
    """Where words stand in a text, as they are written there."""
    for word in words:
        for found in whole(word).finditer(text):
            yield Span(*found.span())


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans ascending, of those that overlap the first and longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _sentences(topic: Topic, article: Article, reasons: Reasons) -> Iterator[str]:
    if reasons.by_hand:
        yield say("You put it here.")
    if reasons.strong:
        yield say("It has words of this topic: {words}", words=_words(article, reasons.strong))
    if reasons.weak:
        words = _words(article, reasons.weak)
        told = say("Words that often go with it: {words}", words=words)
        if reasons.kind:
            told = say("Words that often go with “{kind}”: {words}", kind=reasons.kind, words=words)
        yield told
    if reasons.heading:
        yield say("The heading above speaks of it: {heading}", heading=reasons.heading)
    if reasons.beside:
        yield say_many(
            "{n} sentence beside it is in the topic too.",
            "{n} sentences beside it are in the topic too.",
            reasons.beside,
        )
    if reasons.shared:
        yield say("It shares words with the others here: {words}", words=", ".join(reasons.shared))
    if topic.rough:
        yield say("The topic is rough: words alone made it, and its title is what stands out.")
    if topic.rest:
        yield say("Nothing ties it clearly to one topic.")


def _words(article: Article, spans: tuple[Span, ...]) -> str:
    """The words there, each once, as many as are told."""
    words = {span.of(article.text).casefold(): span.of(article.text) for span in spans}
    return ", ".join(list(words.values())[:SHOWN])
