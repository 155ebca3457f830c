"""Quotes read back from an export, and whether they hold."""

from dataclasses import replace
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import ScoreAlignment
from rapidfuzz.fuzz import partial_ratio_alignment

from dossier.article import Passage
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


@pytest.mark.parametrize(
    ("under", "state"),
    [
        ("", "uncited"),
        ("## La suite\n\nRien.", "uncited"),
        ("> Le maire se tait depuis deux jours.\n\n— pont.txt", "uncited"),
        ("Voilà qui est dit.", "uncited"),
        ("**Note :** à suivre", "uncited"),
        ("— Le Phare", "moved"),
        ("Le Phare[^1]\n\n[^1]: Le Phare.", "moved"),
        ("Dit par lui [@phare]", "moved"),
        ("pont.txt, ailleurs", "moved"),
        ("Il est dans crue.txt", "held"),
    ],
)
def test_a_quote_without_a_source_is_not_said_to_stand_elsewhere(
    under: str, state: QuoteState
) -> None:
    """It says nothing of where it stands; what names another source does."""
    quote = read_quotes(f"> {FLOOD}\n\n{under}\n")[0]
    found = verify(quote, ARTICLES)

    assert (found.state, found.file) == (state, "crue.txt")


@pytest.mark.parametrize("form", ["markdown", "pandoc"])
@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(
    ("file", "title", "outlet"),
    [
        ("a.txt", "Le § 218 divise", None),
        ("a.txt", "La crue", "Revue § 4"),
        ("a.txt", "La note [^2]", None),
        ("x, § 9.txt", None, None),
        ("a\\b.txt", None, None),
    ],
)
def test_a_name_with_the_signs_of_citations_is_cited_rightly(
    file: str, title: str | None, outlet: str | None, group: Group, form: str
) -> None:
    """A section sign in it is no passage's number, brackets are no footnote's."""
    article = structure_article(file, f"{FLOOD}\n\n{BRIDGE}")
    article = replace(article, title=title, outlet=outlet)
    quotes = read_quotes(written(Dossier("x", (article, ARTICLES[1])), group, form))

    assert {verify(quote, (article, ARTICLES[1])).state for quote in quotes} == {"held"}
    moved = replace(quotes[0], words=BRIDGE)
    assert verify(moved, (article, ARTICLES[1])).state == "moved"


@pytest.mark.parametrize("file", ["a.txt", "b.txt", "c.txt"])
@pytest.mark.parametrize("words", [FLOOD.replace("Deux", "Trois"), BRIDGE.replace("’", "'")])
def test_a_changed_quote_of_an_article_with_copies_is_of_the_one_it_says(
    words: str, file: str
) -> None:
    """Whichever of them comes first, by a word or by a mark."""
    copies = [structure_article(name, f"{FLOOD}\n\n{BRIDGE}") for name in "abc"]
    copies = [replace(one, file=f"{one.file}.txt") for one in copies]
    [quote] = read_quotes(f"> {words}\n\n— {file}\n")
    found = verify(quote, copies)

    assert (found.state, found.file) == ("changed", file)


def test_a_changed_quote_is_compared_with_the_articles_that_have_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not with all of many, letter by letter: an edited export took minutes to verify."""
    asked: list[str] = []

    def compare(words: str, text: str, *, score_cutoff: float) -> ScoreAlignment | None:
        asked.append(text)
        return partial_ratio_alignment(words, text, score_cutoff=score_cutoff)

    monkeypatch.setattr(fuzz, "partial_ratio_alignment", compare)
    texts = (f"Le port {number} ferme ce soir, dit la mairie." for number in range(300))
    articles = [structure_article(f"{n}.txt", text) for n, text in enumerate((*texts, FLOOD))]
    [quote] = read_quotes(f"> {FLOOD.replace('Deux', 'Trois')}\n")
    found = verify(quote, articles)

    assert (found.state, found.file) == ("changed", "300.txt")
    assert len(asked) < 50


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


PRICES = (
    structure_article(
        "prix.txt",
        "Le port de Lorient\n\nIl est improbable que les 12 000 euros y aillent, ni 1,5 %."
        " L'ONU se tait sur les 21 300 tonnes de 2024 300 fois citées. L'an 12 1991 n'est rien.",
    ),
    structure_article(
        "vent.txt",
        "Le vent tombe à Brest\n\nLe maire a vu un autre monde.\n\nIl a plu dans la nuit.",
    ),
)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("probable que les 12 000 euros y aillent", "changed"),
        ("Il est improbable que les 1", "changed"),
        ("2 000 euros y aillent, ni 1,5 %.", "changed"),
        ("improbable que les 12 000 euros y aillent, ni 1", "changed"),
        ("improbable que les 12 000 euros", "held"),
        ("000 euros y aillent, ni 1,5 %.", "changed"),
        ("5 %.", "changed"),
        ("NU se tait sur les", "changed"),
        ("ONU se tait sur les", "held"),
        ("ONU se tait sur les 21", "changed"),
        ("300 tonnes de 2024", "changed"),
        ("les 21 300 tonnes de 2024", "held"),
        ("300 fois citées.", "held"),
        ("L'an 12", "held"),
    ],
)
def test_a_quote_that_cuts_a_word_or_a_number_does_not_hold(words: str, state: QuoteState) -> None:
    """Neither what is improbable nor twelve thousand may be quoted so."""
    [quote] = read_quotes(f"> {words}\n\nprix.txt\n")

    assert verify(quote, PRICES).state == state


def test_a_sentence_that_is_glued_to_an_address_holds() -> None:
    """As a site's embedded post leaves it; half of its first word does not."""
    glued = "Le maire le dit sur pic.twitter.com/YOtHfkVnJYLa digue a cédé lundi. Nul n'est blessé."
    article = structure_article("quai.txt", f"Le quai\n\n{glued}")
    at = article.text.index("La digue")
    cut = Passage(1, "paragraph", Span(at, at + 45), (Span(at, at + 23), Span(at + 24, at + 45)))
    quotes = read_quotes("> La digue a cédé lundi.\n\nquai.txt\n\n> digue a cédé l\n\nquai.txt\n")
    states = [verify(quote, (replace(article, passages=(cut,)),)).state for quote in quotes]

    assert states == ["held", "changed"]


@pytest.mark.parametrize(
    ("cited", "state"), [("§ 1", "moved"), ("§ 2", "moved"), ("§ 1-2", "held"), ("§ 1, 2", "held")]
)
def test_a_quote_of_two_passages_holds_where_both_are_cited(cited: str, state: QuoteState) -> None:
    """One of them is not where all of its words stand."""
    [quote] = read_quotes(f"> un autre monde. […] Il a plu\n\nvent.txt, {cited}\n")

    assert verify(quote, PRICES).state == state


def test_a_footnote_that_names_another_article_is_no_citation() -> None:
    """Though both are of one outlet, which the line under the quote names."""
    port, wind = (replace(article, outlet="Le Phare") for article in PRICES)
    text = "> un autre monde\n\nLe Phare[^1]\n\n[^1]: Le Phare, « {} ».\n"
    states = []
    for title in (wind.title, port.title, "Le Phare du jour"):
        [quote] = read_quotes(text.format(title))
        states.append(verify(quote, (port, wind)).state)

    assert states == ["held", "moved", "held"]


def test_a_label_that_is_defined_twice_names_what_both_name() -> None:
    """As where two exports were put together in one file."""
    quote = "> un autre monde\n\nDit par lui.[^1]\n"
    [one] = read_quotes(f"{quote}\n[^1]: vent.txt, § 1\n")
    [two] = read_quotes(f"{quote}\n[^1]: vent.txt, § 1\n\n[^1]: prix.txt, § 1\n")

    assert [verify(quote, PRICES).state for quote in (one, two)] == ["held", "moved"]


@pytest.mark.parametrize(
    "added", ["     Puis il avoua.", " ```\n> Puis il avoua.\n> ```", " <p>Puis il avoua.</p>"]
)
def test_what_is_added_to_a_quote_as_code_is_seen(added: str) -> None:
    """Whatever Markdown calls it, it stands there in quotation."""
    [quote] = read_quotes(f"> un autre monde\n>\n>{added}\n\nvent.txt\n")

    assert verify(quote, PRICES).state != "held"


def test_a_footnote_of_one_word_is_no_definition_of_a_link() -> None:
    """Markdown reads one so, and "[^1]" as its link; Khmer and Japanese have no spaces."""
    [quote] = read_quotes("> un autre monde\n\nIci.[^1]\n\n[^1]: vent.txt\n")

    assert (verify(quote, PRICES).state, quote.named) == ("held", ("vent.txt",))


def test_a_footnote_whose_lines_an_editor_wrapped_says_all_it_said() -> None:
    """With a hanging indent or without."""
    for indent in ("    ", ""):
        [quote] = read_quotes(
            f"> un autre monde\n\nIci.[^1]\n\n[^1]: « Le vent tombe\n{indent}à Brest ».\n"
        )
        assert verify(quote, PRICES).state == "held"


def test_a_quote_of_an_article_with_hard_line_ends_holds_however_it_is_wrapped() -> None:
    """Its line ends are the article's, or an editor's, or none."""
    article = structure_article(
        "dur.txt",
        "Le port ferme\n\nLa digue a cédé dans la nuit de lundi\nà mardi, dit le maire du port.\n",
    )
    for words in (
        "nuit de lundi\n> à mardi, dit",
        "nuit de\n> lundi à mardi, dit",
        "nuit de lundi à mardi, dit",
    ):
        [quote] = read_quotes(f"> {words}\n\ndur.txt\n")
        assert verify(quote, (article,)).state == "held"
