"""What a source is called in a word, under a quote."""

from dataclasses import replace
from datetime import date

from dossier.article import Article
from dossier.export.naming import names_of
from dossier.export.wording import wording_of
from dossier.structure import structure_article

LONG = "Le conseil de Valrives rappelle son préfet et tous les agents des ponts"


def article(file: str, **known: object) -> Article:
    """An article of which that much is known, and no more."""
    plain = structure_article(file, "La digue tient.")
    return replace(plain, **{"title": None, "outlet": None, "byline": None, **known})  # type: ignore[arg-type]  # fields of Article


def test_a_headline_stands_between_quotation_marks() -> None:
    """Those of the export's language, whole or cut; an outlet and an author without any."""
    articles = (
        article("a.txt", title=LONG),
        article("b.txt", title="La crue"),
        article("c.txt", title="La crue", outlet="La Gazette"),
        article("d.txt", title="La crue", byline="Anna Petit"),
    )
    names = names_of(articles, wording_of("fr"))

    assert [names[one.file] for one in articles] == [
        "«\u00a0Le conseil de Valrives rappelle son…\u00a0»",
        "«\u00a0La crue\u00a0»",
        "La Gazette",
        "Anna Petit",
    ]


def test_headlines_that_are_alike_once_cut_are_told_apart() -> None:
    """By more of their words, else by the day, else by the file."""
    articles = (
        article("a.txt", title=LONG),
        article("b.txt", title=f"{LONG} du pays"),
        article("c.txt", title="La crue", published=date(2026, 3, 1)),
        article("d.txt", title="La crue"),
        article("e.txt", title="Le pont", published=date(2026, 3, 2)),
        article("f.txt", title="Le pont", published=date(2026, 3, 2)),
    )
    names = names_of(articles, wording_of("en"))

    assert [names[one.file] for one in articles] == [
        f"“{LONG}”",
        f"“{LONG} du pays”",
        "“La crue”, 1 March 2026",
        "“La crue”, d.txt",
        "“Le pont”, e.txt",
        "“Le pont”, f.txt",
    ]
