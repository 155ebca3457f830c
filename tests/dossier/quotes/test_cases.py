"""Quotes against the cases of their file, and what holds of any text."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.entities import find_entities
from dossier.quotes import Quote, find_quotes
from dossier.reading import read_article
from tests.case_files import Case, read_cases
from tests.strategies import press_text


def quotes(text: str) -> tuple[Article, tuple[Quote, ...]]:
    """A text read as an article, and its quotes."""
    read = read_article("case.txt", text.encode("utf-8", "replace")).articles
    article = read[0] if read else Article("case.txt", "")
    found = find_entities([article])
    dossier = Dossier("", (article,), found=found)
    return article, find_quotes(article, dossier.mentions(article.file))


@pytest.mark.parametrize("case", read_cases("quotes"), ids=lambda case: case.title)
def test_quotes_are_given_to_who_speaks(case: Case) -> None:
    """The quotes of a text, how sure their speaker is, and who that is."""
    article, found = quotes(case.text)
    said = [f"{q.state} · {q.speaker or '-'} · {q.span.of(article.text)}" for q in found]

    assert tuple(said) == case.expected


@given(press_text())
def test_quotes_stay_in_the_text(text: str) -> None:
    """Whatever the text, quotes lie in it, ascend, do not overlap and hold something."""
    article, found = quotes(text)

    assert all(q.span.end <= len(article.text) and q.span.of(article.text).strip() for q in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(press_text())
def test_a_speaker_is_the_article_s_own(text: str) -> None:
    """Who speaks is an entity's name or words of the article; nobody speaks what is unsaid."""
    article, found = quotes(text)
    entities = {entity.name for entity in find_entities([article]).entities}
    words = " ".join(article.text.split()).lower()

    for quote in found:
        if quote.speaker is not None:
            assert quote.speaker in entities or quote.speaker.lower() in words
            assert quote.state != "unsaid"


def test_a_quote_of_several_paragraphs_is_one() -> None:
    """What each paragraph opens with a mark and the last alone closes is one quote."""
    text = "« La digue a cédé.\n\n« Puis l'eau est venue », a raconté Oriane Delattre.\n\nSuite."
    article, [quote] = quotes(f"La crue\n\nLe récit.\n\n{text}\n")

    assert quote.span.of(article.text) == "La digue a cédé.\n\n« Puis l'eau est venue"
    assert quote.speaker == "Oriane Delattre"


def test_a_headline_s_quote_is_who_says_it_below() -> None:
    """What a headline quotes is given to who says those words in the article."""
    body = "« Le pont ne rouvrira pas », a tranché Pascal Kerguelen lundi devant les habitants."
    article, found = quotes(f"« Le pont ne rouvrira pas »\n\n{body}\n")

    assert [(q.speaker, q.state) for q in found] == [("Pascal Kerguelen", "named")] * 2
    assert article.title == "« Le pont ne rouvrira pas »"


def test_dialogue_is_quoted() -> None:
    """Paragraphs that open with a dash, one after the other, are what people say."""
    text = "— Vous avez vu la digue ?\n\n— Je n'ai vu que l'eau, monsieur."
    article, found = quotes(f"La crue\n\nIls se parlent sur le quai du pont.\n\n{text}\n")

    assert [q.span.of(article.text) for q in found] == [
        "Vous avez vu la digue ?",
        "Je n'ai vu que l'eau, monsieur.",
    ]
    assert {q.state for q in found} == {"uncertain"}


def test_furniture_is_not_quoted() -> None:
    """What the site put around the article holds no quote."""
    article, [quote] = quotes("La crue\n\n« Rien », a dit Oriane Delattre.\n")
    block = article.blocks[-1]
    around = replace(article, blocks=(*article.blocks[:-1], replace(block, kind="furniture")))

    assert quote.speaker == "Oriane Delattre"
    assert find_quotes(replace(around, passages=())) == ()


def test_many_marks_cost_in_proportion() -> None:
    """A line of nothing but quotes is read up to a limit, and no further."""
    article, found = quotes("La crue\n\n" + "« a » " * 20_000)

    assert 0 < len(found) <= 2000
    assert len(article.text) > 100_000


def test_endless_dialogue_costs_in_proportion() -> None:
    """Paragraphs that open with a dash are read up to the same limit: 1 MB of them took minutes."""
    _, found = quotes("La crue\n\n" + "— oui mais non alors quoi\n\n" * 2_100)

    assert len(found) == 2000


def test_a_family_name_is_not_surely_hers_once_another_of_the_family_is_called_in_full() -> None:
    """Though the name alone be known as hers; before that, and once she is named again, it is."""
    text = (
        "La crue\n\n« Non », a dit Lestrade. Marie Lestrade est là. « L'eau monte », a dit"
        " Lestrade. Daniel Lestrade est venu. « Le pont tiendra », a dit Lestrade. « Oui », a dit"
        " Marie Lestrade. « Jamais », a dit Lestrade.\n"
    )
    article, _ = quotes(text)
    named = Dossier("", (article,), found=find_entities([article])).mentions(article.file)
    marie = next(entity for _, entity in named if entity.name == "Marie Lestrade")
    hers = [(m, e if "Daniel" in m.span.of(article.text) else marie) for m, e in named]

    found = find_quotes(article, hers)

    assert [q.speaker for q in found] == ["Marie Lestrade"] * 5
    assert [q.state for q in found] == ["named", "named", "uncertain", "named", "named"]
