"""Why a passage is in its topic, told on a screen of its own."""

from collections.abc import Callable
from dataclasses import replace

from dossier.dossier import Dossier
from dossier.spans import Span
from dossier.structure import structure_article
from dossier.topics import Extract, Topic
from dossier.topics.entitled import Entitled
from dossier.topics.reasons import Reasons
from tests.flood import make_flood
from tests.looking import text_of
from tui.app import DossierApp
from tui.screens.reader import ReaderScreen
from tui.screens.why import WhyScreen, reasons_told, title_told
from tui.wording import speak

MakeApp = Callable[[Dossier], DossierApp]


async def test_w_tells_why_in_the_readers_language(flood: Dossier, make_app: MakeApp) -> None:
    """The passage stands there with what speaks for it; w or Escape leads back to the page."""
    app = make_app(flood)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "l", "l", "w")
        await pilot.pause()
        assert isinstance(app.screen, WhyScreen)
        assert "No single word put it here" in text_of(app)
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        speak("fr")
        try:
            await pilot.press("w")
            await pilot.pause()
            assert "Aucun mot seul ne l’a mis ici" in text_of(app)
        finally:
            speak("en")
        await pilot.press("escape")
        await pilot.pause()

        assert isinstance(app.screen, ReaderScreen)


async def test_w_without_a_topic_says_what_to_do(flood: Dossier, make_app: MakeApp) -> None:
    """Where every article is shown there is no topic to ask about."""
    app = make_app(flood)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("w")
        await pilot.pause()

        assert isinstance(app.screen, ReaderScreen)
        assert "Choose a topic to see why" in text_of(app)


async def test_a_topic_that_words_alone_made_is_marked(flood: Dossier, make_app: MakeApp) -> None:
    """A rough topic has a tilde in the list, and why it is rough is told; the others have none."""
    first, *others = flood.topics
    app = make_app(replace(flood, topics=(replace(first, rough=True), *others)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "l", "l")
        await pilot.pause()
        listed = text_of(app)
        await pilot.press("w")
        await pilot.pause()

        assert f"~ {first.title}" in listed
        assert f"~ {others[0].title}" not in listed
        assert "The topic is rough" in text_of(app)


async def test_what_one_source_alone_says_is_told(flood: Dossier, make_app: MakeApp) -> None:
    """A double bar beside it, a count at the foot of the page, a sentence among the reasons."""
    first, *others = flood.topics
    alone = (replace(first.extracts[0], only_here=True), *first.extracts[1:])
    app = make_app(replace(flood, topics=(replace(first, extracts=alone), *others)))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j")
        await pilot.pause()
        anthology = text_of(app)
        await pilot.press("l", "l")
        await pilot.pause()
        source = text_of(app)
        await pilot.press("w")
        await pilot.pause()

        assert "║ La rivière est sortie" in anthology
        assert "║ Jeanne" not in anthology
        assert "║ La rivière est sortie" in source
        assert "▎ Jeanne Martin" in source
        assert "2 extracts · 1 only here" in source
        assert "Only here: no passage of another article shares" in text_of(app)


async def test_words_shared_with_the_topic_are_marked_where_they_stand() -> None:
    """Each place of a word in the extract, those of a term the word is in but once."""
    flood = make_flood()
    article, extract = flood.articles[0], flood.topics[0].extracts[0]
    text = article.text
    term = Span(text.index("sortie de"), text.index("sortie de") + len("sortie de"))
    reasons = Reasons(weak=(term,), shared=("sortie", "lit", "nui"))
    _, words, *_ = reasons_told(flood.topics[0], extract, article, reasons)

    assert [span.of(words.words) for span in words.marks] == ["sortie de", "lit"]


def test_words_of_a_script_without_spaces_are_marked_too() -> None:
    """What is told to be shared is marked, though nothing parts the words."""
    article = structure_article("ja.txt", "洪水の町\n\n東京の川で洪水があった。町は避難した。\n")
    extract = Extract("ja.txt", article.passages[-1].span, 1.0)
    topic = Topic("洪水", (extract,))
    _, words, *_ = reasons_told(topic, extract, article, Reasons(shared=("洪水", "避難")))

    assert [span.of(words.words) for span in words.marks] == ["洪水", "避難"]


def test_why_a_topic_is_called_so_is_told_in_a_sentence(flood: Dossier) -> None:
    """By the reader, by its kind, by a headline, by its words; nothing of what fits nowhere."""
    topic = flood.topics[0]

    def told(title: Entitled, of: Topic = topic) -> list[str]:
        return list(title_told(of, title))

    assert told(Entitled(by_hand=True)) == ["You gave the topic its title."]
    assert "2 of 3 passages" in told(Entitled(kind=True, having=2, among=3))[0]
    assert told(Entitled(headline="La crue")) == ["The title is from a headline: La crue"]
    assert told(Entitled(heading=True)) == ["The title is a heading of an article."]
    assert "in 1 of 3" in told(Entitled(having=1, among=3))[0]
    assert told(Entitled()) == []
    assert told(Entitled(by_hand=True), replace(topic, rest=True)) == []


def test_what_words_go_with_is_told(flood: Dossier) -> None:
    """By the title of the kind of news, where the topic has another."""
    topic, extract = flood.topics[0], flood.topics[0].extracts[0]
    article = flood.article(extract.file)
    start = extract.span.start
    weak = (Span(start, start + 2),)
    words = weak[0].of(article.text)
    itself, other = (
        [one.words for one in reasons_told(topic, extract, article, Reasons(weak=weak, kind=kind))]
        for kind in (None, "The flood")
    )

    assert f"Words that often go with it: {words}" in itself
    assert f"Words that often go with “The flood”: {words}" in other
