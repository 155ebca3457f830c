"""Who speaks in what leaves: named where an extract is somebody's words, in every form."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.entities import find_entities
from dossier.export import Document, Quotation, Speakers, arranged, form_named, speakers
from dossier.export.document import Section
from dossier.export.quotes import read_quotes, verify
from dossier.export.reading_back import read_clippings
from dossier.export.template import example, write_by
from dossier.reading import read_article
from dossier.spans import Span

TEXT = """La crue

Pascal Kerguelen est arrivé lundi. « Nous avons tout perdu », a-t-il dit.

Le pont est fermé. Le maire, Armand Lestrade, parle de « prudence » et de mois de travaux.

« Il faudra des mois », a dit Oriane Delattre. « Des années », a dit Armand Lestrade.

« Le bac reprendra jeudi. »
"""


@pytest.fixture
def dossier() -> Dossier:
    """One article in which several people speak."""
    [article] = read_article("crue.txt", TEXT.encode()).articles
    article = replace(article, title="La crue", outlet="La Gazette")
    return Dossier("La crue", (article,), language="fr", found=find_entities([article]))


def leaving(dossier: Dossier, *words: str, group: str = "time") -> Document:
    """What leaves when words of the article are taken, with whoever speaks."""
    article = dossier.articles[0]
    starts = [(article.text.index(one), len(one)) for one in words]
    quotations = [Quotation(article, (Span(at, at + size),)) for at, size in starts]
    made = arranged(dossier, quotations, group="source" if group == "source" else "time")
    return Speakers(dossier).told(made)


def speaker(dossier: Dossier, words: str) -> tuple[str | None, bool]:
    """Who is said to speak in an extract, and whether that is sure."""
    [quotation] = leaving(dossier, words).quotations
    return quotation.speaker, quotation.sure


def test_an_extract_within_a_quote_has_its_speaker(dossier: Dossier) -> None:
    """Words taken out of a quotation are given to who speaks in it."""
    assert speaker(dossier, "Nous avons tout perdu") == ("Pascal Kerguelen", True)
    assert speaker(dossier, "tout perdu") == ("Pascal Kerguelen", True)


def test_an_extract_that_is_mostly_a_quote_has_its_speaker(dossier: Dossier) -> None:
    """A sentence that is a quotation and who says it is that speaker's."""
    words = "« Nous avons tout perdu », a-t-il dit."

    assert speaker(dossier, words) == ("Pascal Kerguelen", True)


def test_an_extract_that_quotes_a_word_has_none(dossier: Dossier) -> None:
    """The outlet's own words are not put into the mouth of whom it quotes."""
    words = "Le maire, Armand Lestrade, parle de « prudence » et de mois de travaux."

    assert speaker(dossier, words) == (None, False)


def test_an_extract_of_two_speakers_has_none(dossier: Dossier) -> None:
    """Where two people speak, neither is named for both."""
    words = "« Il faudra des mois », a dit Oriane Delattre. « Des années », a dit Armand Lestrade."

    assert speaker(dossier, words) == (None, False)


def test_what_only_may_be_is_said_so(dossier: Dossier) -> None:
    """A speaker who is a guess is marked, in the dossier's language."""
    document = leaving(dossier, "Le bac reprendra jeudi.")
    [quotation] = document.quotations

    assert (quotation.speaker, quotation.sure) == ("Armand Lestrade", False)
    assert "— Armand Lestrade (attribution incertaine), selon " in form_named("text").write(
        document
    )


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("markdown", "— Pascal Kerguelen, selon La Gazette, §\u00a01[^1]"),
        ("pandoc", "Pascal Kerguelen, selon [@lacrue-"),
        ("html", "— <b>Pascal Kerguelen</b>, selon La Gazette, §\u00a01"),
        ("text", "— Pascal Kerguelen, selon «\u00a0La crue\u00a0», La Gazette, §\u00a01"),
    ],
)
def test_a_citation_names_who_speaks(dossier: Dossier, form: str, told: str) -> None:
    """Each form that is read by people names the speaker before the source."""
    assert told in form_named(form).write(leaving(dossier, "Nous avons tout perdu"))


def test_by_source_the_source_is_not_said_again(dossier: Dossier) -> None:
    """Under a source's own title, the speaker stands with the passage alone."""
    document = leaving(dossier, "Nous avons tout perdu", group="source")

    assert "— Pascal Kerguelen, §\u00a01[^1]" in form_named("markdown").write(document)


def test_the_table_has_a_column_for_who_speaks(dossier: Dossier) -> None:
    """A spreadsheet gets the speaker and how sure that is; nothing where nobody is known."""
    document = leaving(dossier, "Nous avons tout perdu", "Le pont est fermé.")
    rows = list(csv.DictReader(io.StringIO(form_named("csv").write(document))))

    assert [(row["speaker"], row["attribution"]) for row in rows] == [
        ("Pascal Kerguelen", "named"),
        ("", ""),
    ]


def test_an_annotation_describes_who_speaks_and_is_read_back_without(dossier: Dossier) -> None:
    """The speaker is a body of its own, and never comes back as a note of the reader's."""
    text = form_named("annotations").write(leaving(dossier, "Nous avons tout perdu"))
    [item] = json.loads(text)["items"]
    [kept], untold = read_clippings(text, dossier.articles, created="2026-03-02T08:00:00+00:00")

    assert item["body"] == [
        {"type": "TextualBody", "value": "Pascal Kerguelen", "purpose": "describing"}
    ]
    assert (kept.note, kept.tags, untold) == ("", (), ())


def test_a_named_speaker_leaves_the_quote_as_it_was(dossier: Dossier) -> None:
    """Who speaks is told beside the quote, whose words still hold, and come back without a note."""
    words = ("Nous avons tout perdu", "Le bac reprendra jeudi.")
    text = form_named("markdown").write(leaving(dossier, *words))
    quotes = read_quotes(text)

    assert [quote.words for quote in quotes] == list(words)
    assert [verify(quote, dossier.articles).state for quote in quotes] == ["held", "held"]
    assert [quote.note for quote in quotes] == ["", ""]


def test_the_example_template_names_who_speaks(dossier: Dossier) -> None:
    """The built-in template writes the Markdown form's very bytes, speakers and all."""
    document = leaving(dossier, "Nous avons tout perdu", "Le bac reprendra jeudi.")

    assert write_by(example(), document) == form_named("markdown").write(document)


@given(st.text(min_size=1, max_size=20).filter(str.strip))
def test_a_speaker_s_name_is_text(name: str) -> None:
    """Whatever a name is made of, it opens no link, no emphasis and no block."""
    article = Article("a.txt", "Le pont ferme.")
    quotation = Quotation(article, (Span(0, 2),), speaker=name, attribution="named")
    document = Document("La crue", "fr", (Section(None, (quotation,)),))
    tokens = MarkdownIt("commonmark").parse(form_named("markdown").write(document))
    kinds = [token.type for token in tokens]
    under = tokens[kinds.index("blockquote_close") + 2]

    assert kinds.count("blockquote_open") == 1
    assert {c.type for c in under.children or ()} <= {"text", "text_special", "softbreak"}


def test_what_was_asked_last_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more articles than are held, the one that was not asked for longest is let go."""
    looked: list[str] = []
    monkeypatch.setattr(speakers, "_HELD", 2)
    monkeypatch.setattr(speakers, "find_quotes", lambda article, _: looked.append(article.file))
    asked = Speakers(Dossier("", tuple(Article(file, "Le pont ferme.") for file in "abc")))

    for file in "abaca":
        asked.quotes_of(file)

    assert looked == ["a", "b", "c"]
