"""Markdown from web clippers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.article import Article
from dossier.reading import read_article
from tests.strategies import press_text

CLIP = """---
title: "La rivière déborde : deux routes coupées"
source: https://www.example.org/crue
author:
  - "[[Jeanne Martin]]"
  - Paul Petit
published: 2025-12-03
created: 2025-12-04
tags: [crue, pont]
---
# La rivière déborde : deux routes coupées

La mairie a *voté* mardi la [fermeture](https://example.org) du pont,
que la crue avait **ébranlé**.

![Le pont de bois](pont.jpg)

## Ce que l'on sait

- le prix de l'eau ;
- le calendrier.

1. Un
2. Deux

> « C'est fini. »

https://www.example.org/partager

Partager sur Facebook
"""


def _read(text: str, name: str = "a.md") -> Article:
    return read_article(name, text.encode()).articles[0]


def test_the_front_matter_gives_the_particulars() -> None:
    """Title, address, authors and date are what the clipper wrote, and said to be metadata."""
    article = _read(CLIP)

    assert article.title == "La rivière déborde : deux routes coupées"
    assert article.url == "https://www.example.org/crue"
    assert article.byline == "Jeanne Martin, Paul Petit"
    assert article.published == date(2025, 12, 3)
    assert article.outlet == "example.org"
    assert dict(article.origins)["published"] == "metadata"


def test_the_text_is_what_is_read() -> None:
    """Marks, addresses of links and the front matter are not in the text; the words all are."""
    article = _read(CLIP)

    kinds = [(b.kind, b.span.of(article.text)) for b in article.blocks]

    assert kinds == [
        ("headline", "La rivière déborde : deux routes coupées"),
        ("paragraph", "La mairie a voté mardi la fermeture du pont, que la crue avait ébranlé."),
        ("caption", "Le pont de bois"),
        ("heading", "Ce que l'on sait"),
        ("item", "- le prix de l'eau ;"),
        ("item", "- le calendrier."),
        ("item", "1. Un"),
        ("item", "2. Deux"),
        ("quote", "« C'est fini. »"),
        ("furniture", "https://www.example.org/partager"),
        ("furniture", "Partager sur Facebook"),
    ]


def test_a_first_heading_is_the_headline_when_no_title_is_given() -> None:
    """Without front matter the title is the heading of the first rank that opens the text."""
    article = _read("# Le pont ferme\n\nLa mairie a voté.\n\n# Suite\n\nElle votera encore.\n")

    assert article.title == "Le pont ferme"
    assert [b.kind for b in article.blocks] == ["headline", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "front",
    [
        'title: "Le pont\nsource: https://example.org/a',
        "title: Le pont\n\t- x: [",
        "source: https://example.org/a\ntitle: Le: pont: ferme",
        "- une liste\n- title: Le pont",
    ],
)
def test_broken_front_matter_is_told_and_the_article_read(front: str) -> None:
    """YAML that is not valid is a problem that says where; the text is read all the same."""
    loaded = read_article("a.md", f"---\n{front}\n---\nLa mairie a voté.\n".encode())

    assert loaded.articles[0].text.endswith("La mairie a voté.")
    assert "front matter is not valid" in loaded.problems[0].message


def test_what_can_be_saved_of_broken_front_matter_is() -> None:
    """Plain lines of front matter that YAML refuses still give the address."""
    article = _read('---\ntitle: "Le pont\nsource: https://example.org/a\n---\nLe texte.\n')

    assert article.url == "https://example.org/a"


def test_front_matter_in_a_fence_of_json_is_read() -> None:
    """Some clippers write JSON; it gives the same particulars."""
    article = _read('```json\n{"title": "Le pont", "site": "La Gazette"}\n```\n\nLe texte.\n')

    assert (article.title, article.outlet) == ("Le pont", "La Gazette")


@pytest.mark.parametrize(
    ("front", "outlet", "url"),
    [
        ("site_name: La Gazette", "La Gazette", None),
        ("siteName: gazette libre", "gazette libre", None),
        ("Média: La Gazette", "La Gazette", None),
        ("publicationTitle: La Gazette", "La Gazette", None),
        ("publisher: {name: La Gazette}", "La Gazette", None),
        ("source: La Gazette\nlink: https://val.example/a", "La Gazette", "https://val.example/a"),
        ("source: val.example", "val.example", None),
        ("source: https://www.val.example/a", "val.example", "https://www.val.example/a"),
        ("website: https://val.example", "val.example", None),
        ("source: web", None, None),
    ],
)
def test_the_outlet_stands_under_many_names(
    front: str, outlet: str | None, url: str | None
) -> None:
    """However a clipper spells its keys; an address is no name, nor is the way a clip came."""
    article = _read(f"---\ntitle: Le pont\n{front}\n---\nLe texte.\n")

    assert (article.outlet, article.url) == (outlet, url)


def test_front_matter_tells_markdown_whatever_the_suffix() -> None:
    """A .txt that opens with front matter is a clip."""
    article = _read("---\ntitle: Le pont\n---\nLe *texte*.\n", "a.txt")

    assert (article.title, article.passages[0].span.of(article.text)) == ("Le pont", "Le texte.")


def test_long_lines_of_several_sentences_are_paragraphs() -> None:
    """Lines that no column broke are the writer's paragraphs, the last one who signed them."""
    told = (
        "Le pont de Lagrasse a été emporté par la crue. Le maire attend des secours depuis lundi."
    )
    first = f"{told} Les écoles restent fermées jusqu'à jeudi."
    second = f"{first} Il pleut encore."

    article = _read(f"# La crue\n\n{first}\n{second}\nJeanne Vidal\n")

    assert [passage.span.of(article.text) for passage in article.passages] == [first, second]
    assert article.byline == "Jeanne Vidal"


_SENTENCE = (
    "Le pont de Lagrasse, que les habitants avaient relevé de leurs mains après la guerre et que le"
    " département devait refaire, a été emporté"
)


@pytest.mark.parametrize(
    "lines",
    [
        ["Le pont de Lagrasse a été emporté. Le maire", "attend des secours. Il pleut."],
        [f"{_SENTENCE}.", "Le maire attend des secours."],
        [f"Il pleut sur Lagrasse depuis jeudi. {_SENTENCE} par la", "Orbieu."],
    ],
    ids=["broken at a column", "one sentence a line", "broken within a sentence"],
)
def test_lines_that_may_be_one_paragraph_are(lines: list[str]) -> None:
    """Markdown's own rule stands where nothing tells that a break is the writer's."""
    article = _read("# La crue\n\n" + "\n".join(lines) + "\n")

    assert [p.span.of(article.text) for p in article.passages] == [" ".join(lines)]


def test_a_footer_in_html_is_furniture_line_by_line() -> None:
    """What HTML says stands around the article is folded; other HTML in Markdown is read."""
    footer = "<footer>\nP. 3\n© A &amp; B\n</footer>"

    article = _read(f"# La crue\n\nLe pont.\n\n<div>\nLe val.\n</div>\n\n{footer}\n")

    kinds = {block.span.of(article.text): block.kind for block in article.blocks}
    assert kinds == {
        "La crue": "headline",
        "Le pont.": "paragraph",
        "Le val.": "paragraph",
        "P. 3": "furniture",
        "© A & B": "furniture",
    }


def test_three_dashes_in_a_text_are_not_front_matter() -> None:
    """A rule that opens a plain text hides nothing of it."""
    article = _read("---\nLa mairie a voté.\n---\nFin.\n", "a.txt")

    assert "La mairie a voté." in article.text


@given(press_text(), st.sampled_from(["", "---\ntitle: x\n---\n", "---\n", "# ", "- - > "]))
def test_any_markdown_is_read(text: str, before: str) -> None:
    """Whatever stands in a .md file, it is an article whose blocks tile it, or a problem."""
    loaded = read_article("a.md", (before + text).encode())

    assert loaded.articles or loaded.problems
    for article in loaded.articles:
        words = "".join(block.span.of(article.text) for block in article.blocks)
        assert "".join(words.split()) == "".join(article.text.split())


@pytest.mark.parametrize("depth", [1, 9, 10, 40, 49, 50, 51, 400])
@pytest.mark.parametrize("opened", ["indented", "in a row", "quoted"])
def test_a_list_as_deep_as_one_likes_loses_nothing_after_it(depth: int, opened: str) -> None:
    """The parser stops at a depth without a word: all that came after it was gone."""
    if opened == "indented":
        text = "\n".join(f"{'  ' * level}- point {level}x" for level in range(depth))
    else:
        text = ("- " if opened == "in a row" else "> ") * depth + f"point {depth - 1}x"

    read = _read(f"# La crue\n\nLe pont ferme.\n\n{text}\n\nLa route aussi.\n\nTout rouvre.\n").text

    words = [f"point {level}x" for level in range(depth)] if opened == "indented" else []
    told = ("Le pont ferme.", *words, f"point {depth - 1}x", "La route aussi.", "Tout rouvre.")
    assert [one for one in told if one not in read] == []


def test_a_sign_that_opens_no_element_hides_no_words() -> None:
    """In a block of HTML, what stands between "less than" and "greater than" is text."""
    raw = (
        "# Le pont\n\nIl est fermé.\n\n<div>\nDe 5 < 6 mètres en mars, de 9 > 8 en avril.\n</div>\n"
    )

    [article] = read_article("a.md", raw.encode()).articles

    assert "De 5 < 6 mètres en mars, de 9 > 8 en avril." in article.text
    assert "div" not in article.text


def test_a_row_with_more_cells_than_headings_loses_none() -> None:
    """The words of a cell that no heading stands over are words of the article."""
    rows = "| Metz | 2 m | route \\| pont **fermés** |\n| Toul |\n|| Nul | part |\n"
    table = f"| Ville | Eau |\n|---|---|\n{rows}"

    read = _read(f"# La crue\n\nIl pleut.\n\n{table}\nTout rouvre.\n").text

    assert "Metz | 2 m | route | pont fermés" in read
    assert "Toul" in read
    assert "Nul | part" in read
    for mark in ("> ", "- ", "1. "):
        rest = "> " if mark == "> " else " " * len(mark)
        lines = table.strip().split("\n")
        inside = "\n".join([mark + lines[0], *(rest + line for line in lines[1:])])
        told = _read(f"# La crue\n\n{inside}\n\nTout rouvre.\n").text
        assert "Ville | Eau\n" in told
        assert "Metz | 2 m | route | pont fermés" in told
