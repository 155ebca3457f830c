"""The sources as CSL-JSON and BibTeX, read by those formats' own readers."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from dossier.article import Article
from dossier.clippings.clipping import digest_of
from dossier.dossier import open_dossier
from dossier.export.document import Document, Quotation, Section
from dossier.export.references import csl_of, key_of, write_bibtex, write_csl
from dossier.spans import Span

SEEDS = Path(__file__).parents[3] / "seeds"

WORDS = st.text(max_size=30) | st.sampled_from(
    [
        " ",
        "\u00a0\n",
        "{",
        "}",
        "\\",
        "a}b",
        '"',
        "@article{x,",
        "% note",
        "100 %",
        "L'Équipe & Cie",
        "«\u00a0Le\u202f",
    ]
)

ARTICLES = st.builds(
    Article,
    file=st.text(min_size=1, max_size=12),
    text=st.just("Le pont ferme."),
    title=st.none() | WORDS,
    outlet=st.none() | WORDS,
    byline=st.none() | WORDS,
    published=st.none() | st.dates(),
    updated=st.none() | st.dates(),
    url=st.none() | st.just("https://example.org/a?b={1}") | WORDS,
    language=st.sampled_from([None, "fr", "en"]),
)


@cache
def schema() -> Callable[[object], object]:
    """Raises what is wrong with a CSL-JSON value."""
    file = Path(__file__).with_name("csl-data.json")
    validate: Callable[[object], object] = fastjsonschema.compile(json.loads(file.read_text()))
    return validate


def document_of(*articles: Article) -> Document:
    """One quote of each article."""
    quotations = tuple(Quotation(article, (Span(0, 2),)) for article in articles)
    return Document("La crue", "fr", (Section(None, quotations),))


def entry_of(article: Article) -> Any:  # Any: the parser's own kind of entry
    """The article's entry, as a BibTeX library reads it."""
    read = parse_string(write_bibtex(document_of(article)))

    assert read.failed_blocks == []
    assert len(read.blocks) == 1
    return read.entries[0]


def test_the_references_of_the_seeds_are_csl() -> None:
    """Every record has the fields of the schema, and of their kinds."""
    records = json.loads(write_csl(document_of(*open_dossier([SEEDS]).articles)))
    schema()(records)

    assert len(records) == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "article-newspaper"},
        {"type": "newspaper", "id": "a"},
        {"type": "article-newspaper", "id": "a", "issued": {"date-parts": [["2026"]]}},
        {"type": "article-newspaper", "id": "a", "author": ["Jeanne M."]},
        {"type": "article-newspaper", "id": "a", "outlet": "La Gazette"},
    ],
)
def test_the_schema_refuses_what_is_no_csl(wrong: dict[str, object]) -> None:
    """A record without its key, of no such type, of other fields or kinds is not let through."""
    with pytest.raises(fastjsonschema.JsonSchemaException):
        schema()([wrong])


@given(ARTICLES)
def test_any_article_is_csl(article: Article) -> None:
    """Whatever is known of an article, its record has the fields of the schema."""
    schema()(json.loads(write_csl(document_of(article))))


@given(ARTICLES)
def test_any_article_is_one_entry(article: Article) -> None:
    """Whatever its names and titles hold, an entry begins and ends where it should."""
    entry = entry_of(article)

    assert entry.entry_type == "article"
    assert entry.key == key_of(article)
    assert set(entry.fields_dict) <= {
        *("author", "title", "journal", "year", "month", "date", "note", "url", "langid")
    }


def test_an_entry_says_what_is_known() -> None:
    """Author, title, outlet, date and address are read back as they are."""
    article = Article(
        "a.txt",
        "Le pont ferme.",
        title="Le pont ferme",
        outlet="La Gazette",
        byline="Jeanne M.",
        published=date(2026, 3, 1),
        url="https://example.org/a",
        language="fr",
    )
    read = {name: field.value for name, field in entry_of(article).fields_dict.items()}

    assert read == {
        "author": "{Jeanne M.}",
        "title": "{Le pont ferme}",
        "journal": "La Gazette",
        "year": "2026",
        "month": "3",
        "date": "2026-03-01",
        "url": "https://example.org/a",
        "langid": "fr",
    }
    assert csl_of(article) == {
        "id": "la2026pont-" + digest_of("a.txt")[:8],
        "type": "article-newspaper",
        "title": "Le pont ferme",
        "author": [{"literal": "Jeanne M."}],
        "container-title": "La Gazette",
        "issued": {"date-parts": [[2026, 3, 1]]},
        "URL": "https://example.org/a",
        "language": "fr",
    }


def test_a_day_of_change_is_a_note_and_no_date() -> None:
    """An article of which only that is known has no day of its own; of another nothing is said."""
    bare = Article("a.txt", "Le pont ferme.", language="fr")
    changed = replace(bare, updated=date(2026, 3, 2))
    told = csl_of(changed)
    read = entry_of(changed).fields_dict

    assert "note" not in csl_of(bare)
    assert key_of(bare).startswith("article-")
    assert key_of(changed).startswith("2026-")
    assert told["note"] == read["note"].value == "mis à jour le 2 mars 2026"
    assert "issued" not in told
    assert not {"date", "year"} & set(read)
