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
ENDING = "Les habitants du quai ont été relogés dans la soirée par les pompiers de la ville. " * 4
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
    """Headings, items and quotes are what the page marks; menus and footers are furniture."""
    article = page.articles[0]

    kinds = [block.kind for block in article.blocks]

    assert kinds[:4] == ["headline", "paragraph", "heading", "paragraph"]
    assert kinds.count("item") == 2
    assert "quote" in kinds
    assert all(
        "Mentions légales" not in passage.span.of(article.text) for passage in article.passages
    )
    assert _of_kind(article, "furniture") == [
        "Accueil Sport",
        "Mentions légales Cookies Tous droits réservés",
    ]
    assert article.text.count("Le pont ferme après la crue") == 1


def _of_kind(article: Article, *kinds: str) -> list[str]:
    """The words of an article's blocks of these kinds."""
    return [block.span.of(article.text) for block in article.blocks if block.kind in kinds]


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


@pytest.mark.parametrize(
    "opening", ["<head>", "<body>", "<article>", "<div id=a>", "<meta charset=utf-8>", "<title>"]
)
def test_a_page_without_its_outermost_tags_is_a_page(opening: str) -> None:
    """What opens as a part of a page does, and ends a tag, is read as one, whatever its name."""
    page = f"{opening}Le pont</title><h1>Le pont ferme</h1><p>{BODY}</p><p>{BODY}</p>"

    article = read_article("a.txt", page.encode()).articles[0]

    assert article.title is not None
    assert "<" not in article.text


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.md", "<div align=center>\n\nLe pont\n\n</div>\n\nIl coûte 3 \\< 4 euros."),
        ("a.txt", "<p> ouvre un paragraphe, et rien ne dit où il finit."),
        ("a.txt", "<Le Monde> du 3 décembre, </fin>"),
    ],
)
def test_a_text_with_a_tag_is_no_page(file: str, text: str) -> None:
    """Markdown may open with a tag and stays Markdown; a text that speaks of tags keeps them."""
    assert "<" in read_article(file, text.encode()).articles[0].text


def test_a_short_page_that_marks_no_body_is_read() -> None:
    """A page may leave out its head and body tags; its words are read all the same."""
    page = "<!DOCTYPE html><title>Le pont</title><main><h1>Le pont</h1><p>Il est fermé.</p></main>"

    loaded = read_article("a.html", page.encode())

    assert loaded.articles[0].text == "Le pont\n\nIl est fermé."


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


def _read(head: str, body: str, within: str = "") -> Article:
    """The article of a page with these parts; the last of them within the article."""
    page = (
        f"<!DOCTYPE html><html lang=fr><head><meta charset=utf-8>{head}</head>"
        f"<body>{body}<article><p>{BODY}</p>{within}<p>{ENDING}</p></article></body></html>"
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


def test_a_title_that_the_page_does_not_show_gives_way_to_its_headline() -> None:
    """A title for search engines is not what the article is called and cited by."""
    told = '<meta property="og:title" content="Crue : Lyon coupée en deux">'

    article = _read(told, "<h1>Le pont Morand est fermé</h1>")

    assert article.title == "Le pont Morand est fermé"
    assert "coupée en deux" not in article.text


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Opinions et débats</h1>",
        "<h1>Le journal de la crue</h1><h1>Toutes nos éditions du soir</h1>",
        "<h1>Toute l’actualité en direct</h1><h2>Crue : Lyon coupée en deux</h2>",
    ],
)
def test_a_title_stays_where_the_page_shows_no_other_headline(body: str) -> None:
    """A section's name, several headlines, a headline in smaller letters leave the title."""
    told = '<meta property="og:title" content="Crue : Lyon coupée en deux">'

    assert _read(told, body).title == "Crue : Lyon coupée en deux"


def test_the_last_change_is_what_the_head_says() -> None:
    """A change after the day of publication is told; one of that day says nothing more."""
    published = '<meta property="article:published_time" content="2025-12-03T10:00:00+01:00">'
    changed = '<meta property="article:modified_time" content="2025-12-{}T10:00:00+01:00">'

    assert _read(published + changed.format("05"), "").updated == date(2025, 12, 5)
    assert _read(published + changed.format("03"), "").updated is None


@pytest.mark.parametrize(
    ("within", "lines"),
    [
        (
            "<blockquote><p>Nous avons eu peur.</p><p>Puis le calme est revenu.</p></blockquote>",
            ["Nous avons eu peur.", "Puis le calme est revenu."],
        ),
        (
            "<ul><li>Le pont<ul><li>sa pile</li><li>son socle</li></ul></li><li>Le quai</li></ul>",
            ["Le pont", "sa pile", "son socle", "Le quai"],
        ),
        (
            "<ul><li><p>Un alinéa.</p><p>Un autre.</p></li><li>Une ligne<br>qui suit</li></ul>",
            ["Un alinéa. Un autre.", "Une ligne qui suit"],
        ),
        (
            "<table><tr><td>La ville<br>et sa rive<td><p>Lyon</p><p>gauche</p></tr></table>",
            ["La ville et sa rive | Lyon gauche"],
        ),
    ],
)
def test_what_stands_apart_is_not_glued_nor_said_twice(within: str, lines: list[str]) -> None:
    """Paragraphs of a quote, items in an item, lines in a cell keep their words apart, once."""
    read = _read("", "", within).text.split("\n")

    assert list(filter(None, read)) == [BODY.strip(), *lines, ENDING.strip()]


@pytest.mark.parametrize("tag", ["time", "button", "label", "output", "math", "legend", "noindex"])
def test_no_word_vanishes_from_inside_a_sentence(tag: str) -> None:
    """A date or a label that a page marks up amid a sentence stays in it."""
    article = _read(
        "", "", f"<p>Fermé <{tag}>le 3 mars</{tag}> par la <i>préfecture</i> du Rhône.</p>"
    )

    assert "Fermé le 3 mars par la préfecture du Rhône." in article.text


@pytest.mark.parametrize("control", ["&#27;", "&#x1f;", "&#0;", "&#11", "\x0b", "\x1b", "\x02"])
def test_a_control_character_does_not_lose_the_article(control: str) -> None:
    """Nobody reads it, and the page's article is told all the same; other numbers stay."""
    article = _read(
        "", "<h1>Le pont</h1>", f"<p>Le préfet{control} parle à &#49;&#x31; heures.</p>"
    )

    assert "Le préfet parle à 11 heures." in article.text
    assert article.blocks[0].kind == "headline"


def test_a_quote_within_a_sentence_does_not_cut_it() -> None:
    """Words that a page marks as quoted, inside a paragraph, stay in it."""
    article = _read("", "", "<p>C’est fini, <q>et bien fini</q>, a dit la préfète du Rhône.</p>")

    assert "C’est fini, et bien fini, a dit la préfète du Rhône." in article.text


def test_what_the_article_holds_beside_its_text_keeps_its_place() -> None:
    """Standfirst, captions and boxes stand where the page shows them, as what they are."""
    summary = "Le préfet du Rhône a ordonné mercredi la fermeture du pont Morand après la crue."
    head = f'<meta name=description content="{summary[:60]}"><title>Le pont ferme la nuit</title>'
    body = f"<nav>Menu</nav><h1>Le pont ferme la nuit</h1><p class=chapo>{summary}</p>"
    box = (
        "<figure><img src=a><figcaption>Le pont, mercredi. Photo AFP</figcaption></figure>"
        "<aside><h3>Repères</h3><p>Le pont a été construit en 1976.</p></aside>"
    )

    article = _read(head, body, box)

    assert [(block.kind, block.span.of(article.text)) for block in article.blocks] == [
        ("headline", "Le pont ferme la nuit"),
        ("standfirst", summary),
        ("paragraph", BODY.strip()),
        ("caption", "Le pont, mercredi. Photo AFP"),
        ("furniture", "Repères"),
        ("furniture", "Le pont a été construit en 1976."),
        ("paragraph", ENDING.strip()),
        ("furniture", "Menu"),
    ]


@pytest.mark.parametrize(
    "summary",
    [
        "Le préfet du Rhône a ordonné mercredi la fermeture du pont Morand, selon la mairie.",
        "Crue : le préfet du Rhône a ordonné mercredi la fermeture du pont Morand, dit la mairie.",
        "Il restera fermé jusqu’à nouvel ordre, a dit la préfecture du Rhône.",
    ],
)
@pytest.mark.parametrize("above", ["<h1>Le pont</h1><ul><li>Eau</li></ul>{}", "{}<h1>Le pont</h1>"])
def test_the_standfirst_is_what_the_page_says_of_itself(summary: str, above: str) -> None:
    """A line above the text that has much in common with the page's metadata is the standfirst."""
    line = (
        "Le préfet du Rhône a ordonné mercredi la fermeture du pont Morand après la crue. "
        "Il restera fermé jusqu’à nouvel ordre, a dit la préfecture du Rhône."
    )
    head = f'<meta property="og:description" content="{summary}"><title>Le pont</title>'

    assert _of_kind(_read(head, above.format(f"<div>{line}</div>")), "standfirst") == [line]


def test_a_page_of_updates_keeps_their_headings_and_times() -> None:
    """Where every update is an article of its own, each keeps its heading and its hour."""
    updates = "".join(
        f"<article><h2>Le point numéro {number}</h2><time>{number + 10}:32</time>"
        f"<p>Le préfet a fermé le pont {number} de la ville, dit notre reporter sur le quai.</p>"
        f"<p>La circulation sur la route {number} est coupée jusqu’à nouvel ordre.</p></article>"
        for number in range(9)
    )
    page = (
        f"<!DOCTYPE html><html><body><main><h1>La crue en direct</h1>{updates}</main></body></html>"
    )

    article = read_article("a.html", page.encode()).articles[0]

    assert _of_kind(article, "heading") == [f"Le point numéro {number}" for number in range(9)]
    assert _of_kind(article, "date") == [f"{number + 10}:32" for number in range(9)]


def test_menus_do_not_tell_the_language() -> None:
    """An article is in the language of its own words, however long the menus around it."""
    menu = "".join(
        f"<li>The news of the day and what it is about, part {n}</li>" for n in range(90)
    )

    assert _read("", f"<nav><ul>{menu}</ul></nav>").language == "fr"


SHOWN = st.sampled_from(("p", "li", "h2", "td", "aside", "figcaption", "nav", "time", "div", "em"))


@settings(max_examples=40)
@given(st.lists(st.tuples(SHOWN, SHOWN, st.integers(0, 30)), max_size=20))
def test_no_word_that_a_page_shows_is_lost(parts: list[tuple[str, str, int]]) -> None:
    """Wherever words stand in a page, they stand in the text of its article."""
    told = [f"Le quai numéro {number} est sous les eaux" for _, _, number in parts]
    marked = (
        f"<{a}><{b}>{w}</{b}> ou presque</{a}>" for (a, b, _), w in zip(parts, told, strict=True)
    )

    text = _read("", "<h1>La crue</h1>", "".join(marked)).text

    assert all(words in text for words in told)


@pytest.mark.parametrize("depth", [100, 255, 300, 3000])
@pytest.mark.parametrize("opened", ["<div>", "<b><font>"])
def test_a_page_as_deep_as_one_likes_is_read_to_its_end(depth: int, opened: str) -> None:
    """What the usual parser drops, and all after it, is read by one that goes deeper, or flat."""
    first = (
        "La rivière est sortie de son lit dans la nuit, et deux routes sont coupées depuis hier."
    )
    last = "Le maire demande une digue de pierre, qui coûterait deux millions à la commune."
    page = f"<body><h1>La crue</h1><p>{first}</p>{opened * depth}<p>Il pleut.</p><p>{last}</p>"

    [article] = read_article("a.html", page.encode()).articles

    assert [words for words in (first, "Il pleut.", last) if words not in article.text] == []


@pytest.mark.parametrize(
    "around",
    [
        "<footer>Copyright © 2016 Le Journal</footer>",
        "<div class='comment'>Jean, le 11 septembre 2018 : bravo.</div>",
        "<p>Le pont fut voté, comme le quai, le 14 mars 2003 par la commune.</p>",
    ],
)
def test_a_day_that_the_page_does_not_give_as_its_own_is_absent(around: str) -> None:
    """A copyright, a comment, a day in the text: none of them says when the article was."""
    words = "La rivière est sortie de son lit dans la nuit, et deux routes sont coupées. " * 4
    page = f"<html><head><title>La crue</title></head><body><h1>La crue</h1><p>{words}</p>{around}"

    [article] = read_article("a.html", page.encode()).articles

    assert article.published is None


@pytest.mark.parametrize("behind", ["?article8532", "?1234", "?id=45&p=2", ""])
def test_the_address_is_the_one_that_the_page_writes(behind: str) -> None:
    """What a citation leads to is no other page of the site."""
    address = f"https://www.example.org/spip.php{behind}"
    words = "La rivière est sortie de son lit dans la nuit, et deux routes sont coupées. " * 4
    page = (
        f"<html><head><title>La crue</title><link rel='canonical' href='{address}'></head>"
        f"<body><h1>La crue</h1><p>{words}</p></body></html>"
    )

    [article] = read_article("a.html", page.encode()).articles

    assert article.url == address


@pytest.mark.parametrize(
    "name",
    [
        "Le pont ferme après la crue | Le val | Politique",
        "https://gazette.example/",
        "&amp;copy; 2016 La Gazette",
        "Paul Petit",
        "La Gazette : toutes les nouvelles de la région, de la mer, de la montagne, tous les jours",
    ],
)
def test_what_names_no_outlet_is_none(name: str) -> None:
    """A title, an address, a copyright, a writer or a slogan gives way to the page's host."""
    page = PAGE.replace('site_name" content="La Gazette"', f'site_name" content="{name}"')
    page = page.replace("</h1>", "</h1><p class=byline>Par Paul Petit</p>")

    assert read_article("a.html", page.encode()).articles[0].outlet == "gazette.example"


def test_a_site_that_signs_its_pages_is_an_outlet() -> None:
    """An author of the outlet's name, which the address has too, is the outlet's."""
    page = PAGE.replace("</h1>", "</h1><p class=byline>Par La Gazette</p>")

    assert read_article("a.html", page.encode()).articles[0].outlet == "La Gazette"
