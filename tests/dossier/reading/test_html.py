"""Saved web pages."""

import gzip
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.article import Article
from dossier.reading import Loaded, read_article
from tests.strategies import press_text

BODY = (
    "La mairie a voté mardi la fermeture du pont, que la crue avait ébranlé, selon le préfet. " * 4
)
PAGE = f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Le pont ferme - La Gazette</title>
<meta property="og:title" content="Le pont ferme après la crue">
<meta property="og:site_name" content="La Gazette">
<meta property="og:url" content="https://gazette.example/pont">
<meta property="article:published_time" content="2025-12-03T10:00:00+01:00">
<meta name="author" content="Jeanne Martin"></head>
<body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
<article><h1>Le pont ferme après la crue</h1><p>{BODY}</p>
<h2>Ce que l’on sait</h2><p>{BODY}</p>
<ul><li>le prix de l’eau, qui double en janvier ;</li><li>le calendrier des travaux.</li></ul>
<blockquote><p>C’est fini, dit la préfète, et nous ne reviendrons pas.</p></blockquote>
<p>{BODY}</p></article>
<footer>Mentions légales Cookies Tous droits réservés</footer></body></html>"""


TAGS = (
    *("<p>", "</p>", "<div>", "</div>", "<article>", "<ul><li>", "</ul>", "<table><tr><td>"),
    *("<br>", "<h1>", "<blockquote>", "<script>", "</script>", "<!--", "-->", "<svg>", "&nbsp;"),
    *("&#0;", "<title>", "</title>", "<meta name=author content=", "<![CDATA[", "<?xml", "<a h='"),
    f"<p>{BODY}",
)


@pytest.fixture(scope="module")
def page() -> Loaded:
    """The page, read."""
    return read_article("a.html", PAGE.encode())


def test_the_page_gives_the_particulars(page: Loaded) -> None:
    """Title, outlet, author, date and address are what the page says of itself."""
    article = page.articles[0]

    assert article.title == "Le pont ferme après la crue"
    assert article.outlet == "La Gazette"
    assert article.byline == "Jeanne Martin"
    assert article.published == date(2025, 12, 3)
    assert article.url == "https://gazette.example/pont"


def test_the_article_is_told_from_the_site(page: Loaded) -> None:
    """Headings, items and quotes are what the page marks; menus and footers are not in the text."""
    article = page.articles[0]

    kinds = [block.kind for block in article.blocks]

    assert kinds[:4] == ["headline", "paragraph", "heading", "paragraph"]
    assert kinds.count("item") == 2
    assert "quote" in kinds
    assert "Mentions légales" not in article.text
    assert article.text.count("Le pont ferme après la crue") == 1


def test_a_page_that_is_no_article_says_so_and_loses_nothing() -> None:
    """A page of links is shown whole, and the reader is told that no article was found."""
    loaded = read_article("a.html", b"<html><body><p>Bonjour</p><script>x()</script></body></html>")

    assert loaded.articles[0].text == "Bonjour"
    assert "No article" in loaded.problems[0].message


@pytest.mark.parametrize("raw", [b"<html></html>", b"<!doctype html>", b"<html><script>x</script>"])
def test_a_page_without_words_is_told(raw: bytes) -> None:
    """A page with nothing to read is a problem, not an empty article."""
    loaded = read_article("a.html", raw)

    assert loaded.articles == ()
    assert "no words" in loaded.problems[0].message


def test_a_compressed_page_is_read() -> None:
    """A .html.gz is unpacked; one that is broken is told."""
    packed = gzip.compress(PAGE.encode())

    assert read_article("a.html.gz", packed).articles[0].title == "Le pont ferme après la crue"
    assert read_article("a.html.gz", packed[:80]).problems


def test_a_page_is_known_by_its_bytes_not_its_name() -> None:
    """A page saved as .txt is read as a page; a text that mentions a tag is a text."""
    assert read_article("a.txt", PAGE.encode()).articles[0].outlet == "La Gazette"
    assert read_article("a.html", b"Une phrase sur <html> et rien d'autre.").articles[0].text


def test_what_pages_need_is_not_loaded_for_plain_text() -> None:
    """Reading plain text loads no library for pages, Markdown, YAML or encodings."""
    code = (
        "import sys; from dossier.reading import read_article\n"
        "read_article('a.txt', 'La mairie a voté mardi la fermeture du pont.'.encode())\n"
        "slow = {'trafilatura', 'lxml', 'markdown_it', 'yaml', 'charset_normalizer'}\n"
        "print(slow & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


@settings(max_examples=40)
@given(st.lists(st.one_of(st.sampled_from(TAGS), press_text(most=3)), max_size=12))
def test_any_page_is_read(parts: list[str]) -> None:
    """Whatever is put between tags, closed or not, is an article or a problem."""
    loaded = read_article("a.html", ("<html>" + "".join(parts)).encode())

    assert loaded.articles or loaded.problems
    for article in loaded.articles:
        words = "".join(block.span.of(article.text) for block in article.blocks)
        assert "".join(words.split()) == "".join(article.text.split())


def _read(head: str, body: str) -> Article:
    """The article of a page with these parts."""
    page = (
        f"<!DOCTYPE html><html lang=fr><head><meta charset=utf-8>{head}</head>"
        f"<body>{body}<article><p>{BODY}</p><p>{BODY}</p></article></body></html>"
    )
    return read_article("a.html", page.encode()).articles[0]


def _linked(author: str) -> str:
    """A page's JSON-LD with these authors."""
    return (
        '<script type="application/ld+json">{"@graph": ['
        f'{{"@type": "NewsArticle", "author": {author}, "publisher": {{"name": "Le Phare"}}}},'
        '{"@type": "Person", "@id": "#p7", "name": "Awa Diop"}]}</script>'
    )


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        (_linked('[{"@type": "Person", "name": "Awa Diop"}, {"name": "Léa Roux"}]'), "", "2"),
        (_linked('{"@id": "#p7"}'), "", "Awa Diop"),
        (_linked('{"name": "Le Phare"}'), "<p class=byline>Par Awa Diop</p>", "Awa Diop"),
        (
            _linked('{"name": "Admin"}'),
            "<dt>Auteur :</dt><dd><a href=#>Awa Diop</a></dd>",
            "Awa Diop",
        ),
        (
            "<meta name=author content='Le Phare Médias (www.phare.example.com)'>",
            "<p>Auteur : Awa Diop</p><p>Photos : Léa Roux</p>",
            "Awa Diop",
        ),
        (
            "<meta name=parsely-author content='Awa Diop'><meta name=author content='Groupe Mer'>",
            "",
            "Awa Diop",
        ),
        ("<meta name='DC.creator' content='Awa Diop, Léa Roux'>", "", "2"),
        (
            "",
            "<h1>Eau</h1><p class=article_author>Par <a>Awa Diop</a> et <a>Léa Roux</a>, 3</p>",
            "2",
        ),
        ("", "<aside><p class=author>Autre Plume</p></aside><h1>La digue</h1>", None),
        ("", "<div class=related-teaser><p class=author>Autre Plume</p></div>", None),
        ("", "<p class=author>Phare</p><p class=byline>Photo : Léa Roux</p>", "Phare"),
    ],
)
def test_the_authors_are_those_the_page_names(head: str, body: str, author: str | None) -> None:
    """A label, JSON-LD, the byline, then the head; the site, photographers, other articles not."""
    expected = "Awa Diop, Léa Roux" if author == "2" else author

    assert _read(head, body).byline == expected


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("La digue a cédé, l'eau monte | Le Phare | 23.05.2024", "La digue a cédé, l’eau monte"),
        ("DIRECT|La digue a cédé dans la nuit", "La digue a cédé dans la nuit"),
    ],
)
def test_the_title_is_as_the_page_shows_it(told: str, shown: str) -> None:
    """What a site puts around the headline for search engines stays out of the title."""
    article = _read(
        f'<title>{told}</title><meta property="og:title" content="{told}">', f"<h1>{shown}</h1>"
    )

    assert article.title == shown


def test_a_headline_that_is_not_the_title_does_not_take_its_place() -> None:
    """The name of a section in large letters is no title."""
    told = '<meta property="og:title" content="La digue a cédé dans la nuit de mardi">'
    article = _read(told, "<h1>La digue</h1>")

    assert article.title == "La digue a cédé dans la nuit de mardi"
