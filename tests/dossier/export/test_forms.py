"""Every form an export may take: the source's words, and what the form's readers expect."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dossier.article import Article
from dossier.clippings import clip
from dossier.dossier import Dossier, open_dossier
from dossier.export import FORMS, Document, Quotation, arranged, form_named
from dossier.export.citation import numbered
from dossier.export.escaping import SMART, in_block_quote, paragraphs
from dossier.export.frontmatter import front_matter
from dossier.export.reading_back import read_clippings
from dossier.export.references import key_of
from dossier.spans import Span
from dossier.structure import structure_article
from tests.strategies import press_text

SEEDS = Path(__file__).parents[3] / "seeds"


def document_of(*texts: str) -> Document:
    """Every passage of the texts."""
    articles = tuple(structure_article(f"{n}.txt", text) for n, text in enumerate(texts))
    quotations = [Quotation(a, (p.span,), "note") for a in articles for p in a.passages]
    return arranged(Dossier("La crue", articles, language="fr"), quotations, group="source")


def told() -> Article:
    """An article of which everything is known."""
    plain = structure_article("a_1.txt", "=Le pont ferme. Nul n'est blessé.")
    return Article(
        plain.file,
        plain.text,
        plain.blocks,
        plain.passages,
        title="Le pont & la crue {1}",
        outlet="La Gazette",
        byline="Jeanne M.",
        published=date(2026, 3, 1),
        url="https://example.org/a?b=1",
        language="fr",
    )


def clipped_document() -> Document:
    """A clipping of two words, with a note and a tag."""
    article = told()
    kept = clip(article, Span(0, 8), created="2026-03-02T08:00:00+00:00", note="vu", tags=("pont",))
    quotation = Quotation(article, (kept.span,), kept.note, kept.tags, kept.created, kept)
    return arranged(Dossier("La crue", (article,), language="fr"), [quotation], group="source")


def writable(words: str) -> str:
    """The words with what no file of text can hold replaced."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", words)


FEW = settings(max_examples=30, deadline=None)
"""A document of several texts takes its time."""


@FEW
@given(st.lists(press_text(), max_size=3))
def test_any_text_leaves_in_every_form(texts: list[str]) -> None:
    """No text keeps a form from being written; what is written ends with a line end."""
    document = document_of(*texts)

    assert all(form.write(document)[-1:] in {"\n", ""} for form in FORMS)


class Quotes(HTMLParser):
    """What the block quotes of a page say."""

    def __init__(self) -> None:
        super().__init__()
        self.quotes: list[str] = []
        self.tags: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag; open a quote."""
        del attrs
        self.tags.add(tag)
        if tag == "blockquote":
            self._inside = True
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        """Close a quote."""
        self._inside = self._inside and tag != "blockquote"

    def handle_data(self, data: str) -> None:
        """What a quote says."""
        if self._inside:
            self.quotes[-1] += data


@FEW
@given(st.lists(press_text(), max_size=3))
def test_a_page_says_what_the_sources_say_and_runs_nothing(texts: list[str]) -> None:
    """Its quotes are the passages, character for character; a text brings no tag of its own."""
    document = document_of(*texts)
    page = Quotes()
    page.feed(form_named("html").write(document))

    assert page.quotes == [writable(q.words[0]) for q in document.quotations]
    ours = "html head meta title style body h1 h2 blockquote p a ol li cite"
    assert page.tags <= set(ours.split())


@given(press_text())
def test_pandocs_typography_mends_nothing(text: str) -> None:
    """With what Pandoc would mend escaped too, a quote renders to its very words."""
    passages = [p.span.of(text) for p in structure_article("a.txt", text).passages]
    for words in passages:
        quote = in_block_quote(paragraphs(words, also=SMART))
        inline = [t for t in MarkdownIt("commonmark").parse(quote) if t.type == "inline"]
        rendered = "\n\n".join(
            "".join("\n" if c.type == "softbreak" else c.content for c in t.children or [])
            for t in inline
        )

        assert rendered == writable(words)
        assert not re.search(r"(?<!\\)['\"@]", quote.replace("\\\\", ""))


@FEW
@given(st.lists(press_text(), max_size=3))
def test_a_table_and_annotations_say_what_the_sources_say(texts: list[str]) -> None:
    """Row by row and target by target, with offsets that lead there."""
    document = document_of(*texts)
    rows = list(csv.DictReader(io.StringIO(form_named("csv").write(document), newline="")))
    items = json.loads(form_named("annotations").write(document))["items"]

    words = [q.words[0] for q in document.quotations]
    assert [row["words"].removeprefix("'") for row in rows] == [
        w.replace("\0", "\ufffd").removeprefix("'") for w in words
    ]
    assert not any(row["words"].startswith(("=", "+", "-", "@")) for row in rows)
    for quotation, item in zip(document.quotations, items, strict=True):
        said, place = item["target"]["selector"]
        assert said["exact"] == quotation.words[0]
        assert quotation.article.text[place["start"] : place["end"]] == said["exact"]


def test_a_table_tells_the_day_of_publication_from_that_of_a_change() -> None:
    """Each has a column; what is not known is left empty."""
    changed = replace(told(), published=None, updated=date(2026, 3, 4))
    documents = [
        arranged(
            Dossier("La crue", (one,), language="fr"), [Quotation(one, (Span(1, 4),))], group="time"
        )
        for one in (told(), changed)
    ]
    rows = [
        row
        for document in documents
        for row in csv.DictReader(io.StringIO(form_named("csv").write(document), newline=""))
    ]

    assert [(row["published"], row["updated"]) for row in rows] == [
        ("2026-03-01", ""),
        ("", "2026-03-04"),
    ]


def test_the_sources_of_a_page_have_every_passage_quoted() -> None:
    """Also where an article was read anew between two of its quotes, as in a large dossier."""
    first, again = (structure_article("a.txt", "Un.\n\nDeux.\n\nTrois.\n") for _ in range(2))
    quotations = [
        Quotation(article, (article.passages[at].span,))
        for article, at in ((first, 0), (again, len(again.passages) - 1))
    ]
    page = form_named("html").write(
        arranged(Dossier("La crue", (first,), language="fr"), quotations, group="source")
    )
    numbers = numbered([first.passages[0].number, again.passages[-1].number])

    assert numbers is not None
    assert numbers in page.partition("<ol>")[2]


def test_annotations_have_the_vocabularys_fields() -> None:
    """Type, motivation, creation, bodies for note and tag, target with both selectors."""
    page = json.loads(form_named("annotations").write(clipped_document()))
    (item,) = page["items"]

    assert (page["@context"], page["type"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationPage",
    )
    assert (item["type"], item["motivation"]) == ("Annotation", "commenting")
    assert item["id"].startswith("urn:dossier:")
    assert item["created"] == "2026-03-02T08:00:00+00:00"
    assert [(body["purpose"], body["value"]) for body in item["body"]] == [
        ("commenting", "vu"),
        ("tagging", "pont"),
    ]
    assert item["target"]["source"] == "https://example.org/a?b=1"


def test_references_say_what_is_known_in_the_fields_of_the_schema() -> None:
    """CSL-JSON of type article-newspaper; a name that is not taken apart is literal."""
    (record,) = json.loads(form_named("csl").write(clipped_document()))

    assert record == {
        "id": key_of(told()),
        "type": "article-newspaper",
        "title": "Le pont & la crue {1}",
        "author": [{"literal": "Jeanne M."}],
        "container-title": "La Gazette",
        "issued": {"date-parts": [[2026, 3, 1]]},
        "URL": "https://example.org/a?b=1",
        "language": "fr",
    }


def test_keys_are_the_articles_own() -> None:
    """Made of outlet, year and title, and the same whatever else is cited; no two alike."""
    keys = [key_of(article) for article in open_dossier([SEEDS]).articles]

    assert key_of(told()).startswith("la2026pont-")
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z0-9]+-[0-9a-f]{8}", key) for key in keys)


def test_bibtex_is_one_entry_a_source_with_its_braces_in_pairs() -> None:
    """What TeX would take for an order is escaped."""
    text = form_named("bibtex").write(clipped_document())

    assert text.startswith(f"@article{{{key_of(told())},\n  author = {{{{Jeanne M.}}}},\n")
    assert r"  title = {{Le pont \& la crue \textbraceleft{}1\textbraceright{}}}," in text
    assert "  date = {2026-03-01},\n  url = {https://example.org/a?b=1},\n" in text
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


def test_pandoc_cites_by_key_and_has_its_references_beside_it() -> None:
    """The key in the text is that of the references."""
    form = form_named("pandoc")
    text = form.write(clipped_document())

    assert f"[@{key_of(told())}, §\u00a01]" in text
    assert "bibliography: references.json\n" in text
    assert form.beside == "references.json"
    assert form.write_beside
    assert json.loads(form.write_beside(clipped_document()))[0]["id"] == key_of(told())


def test_plain_text_has_the_words_and_their_citation() -> None:
    """Nothing is escaped."""
    text = form_named("text").write(clipped_document())

    assert "\n\n=Le pont\n\n— Jeanne M., «\u00a0Le pont & la crue {1}\u00a0», La Gazette, " in text


@given(st.text())
def test_front_matter_is_one_block_whatever_the_title(title: str) -> None:
    """A title does not end the block, nor begin a key."""
    lines = front_matter(Document(title, "fr", ())).split("\n")

    assert (lines[0], lines[-3], lines[-2:]) == ("---", "---", ["", ""])
    assert lines[1].startswith('title: "')
    assert json.loads(lines[1].removeprefix("title: ")) == " ".join(title.split())
    assert len(lines) == 6


def test_a_lost_clipping_leaves_in_every_form_that_has_quotes() -> None:
    """Its words, its note and its file are told, whatever the form."""
    kept = clip(told(), Span(1, 15), created="2026-03-02T08:00:00+00:00", note="vu", tags=("pont",))
    document = replace(clipped_document(), sections=(), lost=(kept,))
    written = {form.name: form.write(document) for form in FORMS}
    silent = {
        name
        for name, text in written.items()
        if not all(word in text for word in ("Le pont ferme.", "vu", kept.file))
        and not all(word in text for word in ("Le pont ferme.", "vu", "a\\_1.txt"))
    }

    assert silent == {"bibtex", "csl"}


def test_a_table_tells_a_lost_clipping_from_a_quote() -> None:
    """Its state is said, and it has no place; a quote's state is empty."""
    document = clipped_document()
    kept = clip(told(), Span(1, 15), created="2026-03-02T08:00:00+00:00", note="vu", tags=("pont",))
    text = form_named("csv").write(replace(document, lost=(kept,)))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert [(row["state"], row["start"], row["tags"]) for row in rows] == [
        ("", "0", "#pont"),
        ("lost", "", "#pont"),
    ]


def test_a_lost_clipping_is_taken_in_again_from_annotations() -> None:
    """With its words, note and tags; that it was lost is no note."""
    kept = clip(told(), Span(1, 15), created="2026-03-02T08:00:00+00:00", note="vu", tags=("pont",))
    text = form_named("annotations").write(replace(clipped_document(), sections=(), lost=(kept,)))
    (made,), untold = read_clippings(text, (), created="")

    assert not untold
    assert (made.exact, made.note, made.tags) == (kept.exact, "vu", ("pont",))


def test_a_table_gives_no_first_sentence_for_a_headline() -> None:
    """What is not known is left empty; the file says which article it is."""
    one = replace(told(), title=None)
    document = arranged(
        Dossier("La crue", (one,), language="fr"), [Quotation(one, (Span(1, 4),))], group="time"
    )
    text = form_named("csv").write(document)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert [(row["title"], row["file"]) for row in rows] == [("", "a_1.txt")]
