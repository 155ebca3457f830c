"""Exports in Markdown: word for word what the sources say."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dossier.article import Article
from dossier.clippings import clip, find_all_again
from dossier.dossier import Dossier, open_dossier
from dossier.export import GROUPS, Group, Quotation, arranged, cite, form_named, topic_document
from dossier.export.citation import markdown_citation, particulars
from dossier.export.document import of_clippings, of_search, of_topic
from dossier.export.markdown import write_markdown
from dossier.export.wording import wording_of
from dossier.spans import Span
from dossier.structure import structure_article
from dossier.topics import Extract, Topic
from tests.strategies import press_text

SEEDS = Path(__file__).parents[3] / "seeds"


def quotes_in(markdown: str) -> list[str]:
    """What each block quote renders to."""
    quotes: list[list[str]] = []
    depth = 0
    for token in MarkdownIt("commonmark").parse(markdown):
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "blockquote_open":
            quotes.append([])
        if depth and token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "softbreak"}
            quotes[-1].append(
                "".join("\n" if c.type == "softbreak" else c.content for c in children)
            )
    return ["\n\n".join(paragraphs) for paragraphs in quotes]


def every_passage(dossier: Dossier) -> list[Quotation]:
    """Every passage of every article, as quotes."""
    return [Quotation(a, (p.span,)) for a in dossier.articles for p in a.passages]


@pytest.mark.parametrize("group", GROUPS)
def test_every_passage_of_the_seeds_leaves_as_it_is(group: Group) -> None:
    """Rendered, the quotes of the seeds equal the articles' words, character for character."""
    dossier = open_dossier([SEEDS])
    quotations = every_passage(dossier)

    quotes = quotes_in(write_markdown(arranged(dossier, quotations, group=group)))

    assert sorted(quotes) == sorted(q.words[0] for q in quotations)


@settings(max_examples=50, deadline=None)
@given(st.lists(press_text(), max_size=4))
def test_every_passage_of_any_text_leaves_as_it_is(texts: list[str]) -> None:
    """Whatever the articles, quotes do not break out of their blocks and say what they said."""
    articles = tuple(structure_article(f"{n}.txt", text) for n, text in enumerate(texts))
    dossier = Dossier("« Crue » *ici*", articles)
    quotations = every_passage(dossier)

    markdown = write_markdown(arranged(dossier, quotations, group="source"))

    expected = [q.words[0].replace("\0", "\ufffd") for q in dict.fromkeys(quotations)]
    assert quotes_in(markdown) == expected


TEXT = "La préfète parle. Le pont ferme. Nul n’est blessé.\nLe maire se tait."
ARTICLE = Article(
    **{
        field: getattr(structure_article("a_1.txt", TEXT), field)
        for field in ("file", "text", "blocks", "passages")
    },
    title="Le pont [fermé]",
    outlet="La Gazette",
    byline="Jeanne *M.*",
    published=date(2026, 3, 1),
    url="https://example.org/a_b?c=1",
    language="fr",
)


def sentence(number: int) -> Span:
    """A sentence of the first passage, from 0."""
    return ARTICLE.passages[0].sentences[number]


DOSSIER = Dossier(
    "La crue",
    (ARTICLE,),
    language="fr",
    topics=(
        Topic(
            "Le pont", (Extract("a_1.txt", sentence(0), 1.0), Extract("a_1.txt", sentence(2), 1.0))
        ),
        Topic("Le maire", (Extract("a_1.txt", ARTICLE.passages[1].span, 1.0),)),
    ),
)


def test_a_citation_says_all_that_is_known() -> None:
    """Author, title, outlet, date in the language's form, passage, url to the words."""
    assert cite(ARTICLE, ARTICLE.passages[1].span) == (
        "> Le maire se tait.\n\n"
        "— Jeanne \\*M.\\*, «\u00a0Le pont \\[fermé\\]\u00a0», *La Gazette*, 1er mars 2026, "
        "§\u00a02. <https://example.org/a_b?c=1#:~:text=Le%20maire%20se%20tait.>\n"
    )


def test_a_citation_leaves_out_what_is_not_known() -> None:
    """No author, outlet or date is made up; an article without a headline is marked so."""
    article = structure_article("b.txt", "the bridge is closed until june, they say.")
    article = replace(article, language="en")

    assert cite(article, article.passages[0].span) == (
        "> the bridge is closed until june, they say.\n\n"
        "— \\[no headline\\] “the bridge is closed until june, they say.”, §\u00a01, `b.txt`.\n"
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"outlet": "Yahoo!"}, "“Crue”, Yahoo!, 1 March 2026, `a`."),
        ({"published": None, "updated": date(2026, 3, 2)}, "“Crue”, updated 2 March 2026, `a`."),
        ({"file": "a`b.txt"}, "“Crue”, 1 March 2026, a\\`b.txt."),
        ({"file": " a.txt"}, "“Crue”, 1 March 2026, a.txt."),
        (
            {"title": None},
            f"\\[no headline\\] “{'the bridge, ' * 7}the…”, 1 March 2026, `a`.",
        ),
    ],
)
def test_a_citation_says_each_thing_as_it_can_be_written(
    changed: dict[str, Any], told: str
) -> None:
    """A name that cannot stand in italics or as code is set plain; long words are cut at one."""
    article = structure_article("a", "the bridge, " * 9 + "is closed until june.")
    article = replace(article, title="Crue", published=date(2026, 3, 1))

    these = particulars(replace(article, **changed), wording_of("en"))

    assert markdown_citation(these) == told


def test_sentences_left_out_are_marked_in_brackets() -> None:
    """Two extracts of one passage are one quote, with brackets between."""
    (quotation,) = of_topic(DOSSIER, DOSSIER.topics[0])
    markdown = write_markdown(arranged(DOSSIER, [quotation], group="time"))

    assert quotes_in(markdown) == ["La préfète parle. […] Nul n’est blessé."]


def test_a_topic_leaves_under_its_title_with_one_footnote_a_source() -> None:
    """Sections are the topics; the footnote names every passage quoted."""
    markdown = write_markdown(topic_document(DOSSIER, DOSSIER.topics, group="topic"))

    assert [line for line in markdown.split("\n") if line.startswith("#")] == [
        "# La crue",
        "## Le pont",
        "## Le maire",
    ]
    assert markdown.count("\n[^1]: ") == 1
    assert "§\u00a01-2. <https" in markdown


def test_notes_stand_beside_their_quotes_and_lost_clippings_apart() -> None:
    """A note follows its quote; a clipping whose words are gone keeps them, in a last section."""
    kept = clip(ARTICLE, sentence(1), created="2026-03-02", note="À *vérifier*")
    gone = clip(structure_article("b.txt", "Tout a changé."), Span(0, 14), created="2026-03-02")
    anchored = find_all_again([kept, gone], DOSSIER.articles)
    lost = [found.clipping for found in anchored if found.state == "lost"]

    markdown = write_markdown(
        arranged(DOSSIER, of_clippings(DOSSIER, anchored), group="topic", lost=lost)
    )

    assert "> Le pont ferme.\n\n— La Gazette, [§" in markdown
    assert "**Note\u00a0:** À \\*vérifier\\*" in markdown
    assert "> Tout a changé.\n\n— b.txt" in markdown.partition("## Introuvables")[2]


def test_the_passages_of_a_search_leave_once_each() -> None:
    """A passage with several hits is one quote."""
    quotations = of_search(DOSSIER, "le")

    assert [q.words[0] for q in quotations] == [p.span.of(TEXT) for p in ARTICLE.passages]


def test_an_address_that_is_no_web_page_is_not_a_link() -> None:
    """Only http and https become links; what could break out of a link is percent-encoded."""
    article = structure_article("a.txt", "Un mot.")
    evil = Article("a.txt", "Un mot.", article.blocks, article.passages, url="javascript:alert(1)")
    odd = Article("a.txt", "Un mot.", article.blocks, article.passages, url="http://x/> <b>\n")

    assert "javascript" not in cite(evil, Span(0, 7))
    assert "<http://x/%3E%20%3Cb%3E#:~:text=Un%20mot.>" in cite(odd, Span(0, 7))


PANDOC = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
DIALECTS = [("markdown", "gfm"), ("markdown", "commonmark_x-smart"), ("pandoc", "markdown")]
"""A form, and what Pandoc is told that it is."""


@PANDOC
@pytest.mark.parametrize(("form", "dialect"), DIALECTS)
def test_pandoc_reads_the_same_words(form: str, dialect: str) -> None:
    """Every quote of the seeds is, in Pandoc's reading too, the source's words."""
    dossier = open_dossier([SEEDS])
    document = arranged(dossier, every_passage(dossier), group="source")

    assert quotes_by_pandoc(form_named(form).write(document), dialect) == [
        quotation.words[0] for quotation in document.quotations
    ]


@PANDOC
@pytest.mark.parametrize(("form", "dialect"), DIALECTS)
@settings(max_examples=25, deadline=None)
@given(st.lists(press_text(), min_size=1, max_size=6))
@example(["A\n\né\n"])
def test_pandoc_reads_the_same_words_of_any_text(form: str, dialect: str, texts: list[str]) -> None:
    """Whatever the articles, Pandoc too finds each quote in its block, word for word.

    It puts letter and accent together as it reads CommonMark; either writing is the same word. In
    its own Markdown it takes four control characters for quotation marks, which Windows has there.
    """
    articles = tuple(structure_article(f"{n}.txt", text) for n, text in enumerate(texts))
    dossier = Dossier("« Crue » *ici*", articles)
    document = arranged(dossier, every_passage(dossier), group="source")
    read = quotes_by_pandoc(form_named(form).write(document), dialect)
    said = [normalize("NFC", q.words[0].replace("\0", "\ufffd")) for q in document.quotations]
    marks = dict.fromkeys(map(ord, "\x91\x92‘’"), "'") | dict.fromkeys(map(ord, "\x93\x94“”"), '"')
    taken = marks if form == "pandoc" and re.search("[\x91-\x94]", "".join(said)) else {}

    assert [normalize("NFC", one).translate(taken) for one in read] == [
        one.translate(taken) for one in said
    ]


def quotes_by_pandoc(markdown: str, dialect: str) -> list[str]:
    """What each block quote says, as Pandoc reads it; a passage may have a blank line inside."""
    done = subprocess.run(
        ["pandoc", "-f", dialect, "-t", "json"],
        input=markdown.encode(),
        capture_output=True,
        check=True,
    )
    quotes = [b["c"] for b in json.loads(done.stdout)["blocks"] if b["t"] == "BlockQuote"]
    return [
        "\n\n".join("".join(map(said_by_pandoc, paragraph["c"])) for paragraph in quote)
        for quote in quotes
    ]


def said_by_pandoc(inline: dict[str, Any]) -> str:  # Any: Pandoc's tree
    """An inline of Pandoc's tree: words, a space, an address that it made a link of, or a quote.

    Round quotation marks are kept as a kind of quote, and written as they were.
    """
    if inline["t"] == "Quoted":
        opening, closing = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}[
            inline["c"][0]["t"]
        ]
        return f"{opening}{''.join(map(said_by_pandoc, inline['c'][1]))}{closing}"
    if inline["t"] == "Link":
        return "".join(map(said_by_pandoc, inline["c"][1]))
    return {"Space": " ", "SoftBreak": "\n"}.get(inline["t"]) or str(inline["c"])
