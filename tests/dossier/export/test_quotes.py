"""Quotes read back from an export, and whether they hold."""

from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dossier import Dossier, open_dossier
from dossier.export import GROUPS, Group, Quotation, arranged, form_named
from dossier.export.quotes import QuoteState, read_quotes, verify
from dossier.export.reading_back import read_clippings
from dossier.spans import Span
from dossier.structure import structure_article
from tests.strategies import press_text

SEEDS = Path(__file__).parents[3] / "seeds"


def written(dossier: Dossier, group: Group = "source", form: str = "markdown") -> str:
    """Every passage of a dossier, and the two ends of each, as an export."""
    quotations = []
    for article in dossier.articles:
        for passage in article.passages:
            quotations.append(Quotation(article, (passage.span,)))
            if len(passage.sentences) > 2:
                ends = (passage.sentences[0], passage.sentences[-1])
                quotations.append(Quotation(article, ends))
    return form_named(form).write(arranged(dossier, quotations, group=group))


@pytest.mark.parametrize("form", ["markdown", "pandoc"])
@pytest.mark.parametrize("group", GROUPS)
def test_every_quote_we_export_holds(group: Group, form: str) -> None:
    """Word for word, at the article and passage it says, in every order."""
    dossier = open_dossier([SEEDS])
    quotes = read_quotes(written(dossier, group, form))

    assert len(quotes) > 60
    assert {verify(quote, dossier.articles).state for quote in quotes} == {"held"}


@settings(max_examples=30, deadline=None)
@given(st.lists(press_text(), min_size=1, max_size=3))
def test_quotes_of_any_text_are_read_back(texts: list[str]) -> None:
    """Whatever the texts, what was exported is found in them."""
    articles = tuple(structure_article(f"{n}.txt", text) for n, text in enumerate(texts))
    quotes = read_quotes(written(Dossier("x", articles)))
    states = {verify(quote, articles).state for quote in quotes if quote.words.strip()}

    assert states <= {"held", "moved"}


FLOOD = "La rivière est sortie de son lit, a dit la préfète. Deux routes sont coupées depuis mardi."
BRIDGE = "Le pont restera fermé jusqu’en juin, selon la mairie. Nul n’est blessé."
ARTICLES = (
    structure_article("crue.txt", f"{FLOOD}\n\n{BRIDGE}"),
    structure_article("pont.txt", "Le maire se tait depuis deux jours. Il parlera vendredi."),
)


@pytest.mark.parametrize(
    ("words", "cited", "state"),
    [
        (FLOOD, "crue.txt, § 1", "held"),
        (FLOOD, "crue.txt", "held"),
        (FLOOD, "crue.txt, § 2", "moved"),
        (FLOOD, "pont.txt, § 1", "moved"),
        (FLOOD.replace("Deux", "Trois"), "crue.txt, § 1", "changed"),
        (BRIDGE.replace("’", "'"), "crue.txt, § 2", "changed"),
        ("Le fleuve a tout emporté dans la nuit.", "crue.txt, § 1", "absent"),
        ("Il parlera **vendredi**.", "pont.txt, § 1", "held"),
        ("Le maire se tait \\[…\\] Il parlera", "pont.txt, § 1", "held"),
    ],
)
def test_an_export_edited_by_hand_is_told_apart(words: str, cited: str, state: QuoteState) -> None:
    """Held where it says, moved, changed by a word or a mark, or not in the dossier."""
    (quote,) = read_quotes(f"# Titre\n\nUn mot.\n\n> {words}\n\n— {cited}\n\nUn autre mot.\n")

    assert verify(quote, ARTICLES).state == state
    assert quote.line == 5


def test_words_said_twice_hold_where_they_are_cited() -> None:
    """An article that has the same words in two passages is quoted rightly from either."""
    article = structure_article("crue.txt", f"{FLOOD}\n\n{BRIDGE}\n\n{FLOOD}")
    found = [
        verify(quote, (article,))
        for number in (1, 2, 3)
        for quote in read_quotes(f"> {FLOOD}\n\n— crue.txt, § {number}\n")
    ]

    assert [one.state for one in found] == ["held", "moved", "held"]
    assert found[2].spans[0].start > found[0].spans[0].start


def test_a_footnote_says_where_a_quote_is_from() -> None:
    """The label under the quote leads to the source; the note beside it is read."""
    notes = "[^1]: x\n[^2]: « y », pont.txt."
    text = f"> Il parlera vendredi.\n\n— § 1[^2]\n\n**Note :** à suivre\n\n{notes}"
    (quote,) = read_quotes(text)
    found = verify(quote, ARTICLES)

    assert (found.state, found.file, found.spans) == ("held", "pont.txt", (Span(36, 56),))
    assert quote.note == "à suivre"


def test_a_quote_whose_lines_an_editor_wrapped_holds() -> None:
    """What Markdown reads as a space is the space that stands in the article."""
    dossier = open_dossier([SEEDS])
    wrapped = "\n".join(
        fill(line, 60, subsequent_indent="> ", break_long_words=False, break_on_hyphens=False)
        if line.startswith("> ")
        else line
        for line in written(dossier).splitlines()
    )
    quotes = read_quotes(wrapped)

    assert any("\n" in quote.words for quote in quotes)
    assert {verify(quote, dossier.articles).state for quote in quotes} == {"held"}


@pytest.mark.parametrize("text", ["<p>La crue</p>", "a,b\n1,2\n", ""])
def test_a_text_without_a_quote_is_told_to_have_none(text: str) -> None:
    """What is taken in from a page or a table is nothing, and that is said."""
    assert read_clippings(text, ARTICLES, created="2026-02-04T08:00:00+01:00") == (
        (),
        ("No clipping stands there.",),
    )
