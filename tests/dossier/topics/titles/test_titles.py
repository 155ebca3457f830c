"""Titles a desk editor could have written."""

from dataclasses import replace

import pytest

from dossier.entities import Found, find_entities
from dossier.spans import Span
from dossier.structure import structure_article
from dossier.topics import sort_topics
from dossier.topics.frames import frames_of
from dossier.topics.headings import is_title, shorten, tidy
from dossier.topics.sentences import Sentence
from dossier.topics.titles import titles_of as titles_of_sides
from dossier.topics.titles.material import Material
from dossier.topics.titles.naming import place_phrase
from dossier.topics.titles.runs import repeated
from dossier.topics.words import terms_of


def titles_of(*texts: str) -> list[str]:
    """The titles of the topics of a dossier of these articles."""
    articles = [structure_article(f"{i}.txt", text) for i, text in enumerate(texts)]
    return [topic.title for topic in sort_topics(articles, find_entities(articles))]


def test_a_phrase_the_articles_keep_writing_makes_the_title() -> None:
    """Three articles that speak of one thing by the same words give it its title."""
    plan = "Le plan de relance prévoit des clauses. Le projet de texte est révisé, dit-on à Lyon."
    toll = "Deux ouvriers sont morts et trois sont blessés. Les victimes sont à l'hôpital."
    texts = [f"Le maire parle ({n})\n\n{plan}\n\n{toll}\n" for n in ("a", "b", "c")]

    titles = titles_of(*texts)

    assert "Le plan de relance" in titles
    assert "Le bilan et les victimes" in titles


def test_an_article_alone_has_its_own_sections() -> None:
    """The topics of one article with headings are its headings, in its order."""
    text = (
        "La crue surprend la vallée\n\nLa rivière est sortie de son lit dans la nuit de mardi.\n\n"
        "Deux ponts coupés\n\nLa circulation est déviée par le nord depuis mercredi matin.\n\n"
        "Une digue contestée\n\nLe conseil a voté contre la digue, jugée trop chère par les élus.\n"
    )

    assert titles_of(text)[-2:] == ["Deux ponts coupés", "Une digue contestée"]
    assert len(titles_of(text)) == 3


def test_an_article_alone_without_headings_has_topics_all_the_same() -> None:
    """One article without headings is sorted as a dossier is."""
    assert titles_of("La crue\n\nLa rivière est sortie de son lit. Deux ponts sont coupés.\n")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("3. Les dégâts", "Les dégâts"),
        ("« Une nuit sans fin »", "Une nuit sans fin"),
        ("les suites :", "Les suites"),
        ("LES DÉGÂTS DE LA CRUE", "Les dégâts de la crue"),
        ("Xに頼らずAI関連情報を集める", "Xに頼らずAI関連情報を集める"),
    ],
)
def test_a_heading_is_set_as_a_title(heading: str, title: str) -> None:
    """Without its number, quote marks or stop; with a capital."""
    assert tidy(heading) == title


def test_a_heading_that_says_nothing_makes_no_title() -> None:
    """Introductions, conclusions, quotations and questions are not what a topic is called."""
    assert is_title("Les dégâts de la crue")
    assert not any(
        map(is_title, ("Introduction", "Contexte et objet", "« Une nuit sans fin »", "Et après ?"))
    )


def test_a_long_title_is_cut_at_a_word() -> None:
    """Cut before the word that does not fit, with an ellipsis."""
    cut = shorten("Les négociations entre la mairie et les riverains de la digue")

    assert cut == "Les négociations entre la mairie et les…"
    assert shorten("Les dégâts") == "Les dégâts"


def test_a_long_headline_is_cut_before_what_only_says_when_or_why() -> None:
    """What stands before is a whole; a date or a cause may go without an ellipsis."""
    headline = "Le conseil rejette la digue après trois heures de débat houleux"

    assert shorten(headline) == "Le conseil rejette la digue"
    assert shorten("Coupe du port : les marins vainqueurs face aux pompiers de la ville") == (
        "Coupe du port : les marins vainqueurs"
    )


def test_a_topic_that_does_not_bear_its_frame_out_is_called_by_what_it_keeps_writing() -> None:
    """Sentences on a lighthouse that a frame of trials leads are not "Le procès"."""
    trial = next(frame for frame in frames_of("fr") if frame.key == "trial")
    own = (
        "Le phare de Kermorvan brille au large.",
        "On a repeint le phare de Kermorvan en blanc.",
        "Personne ne garde plus le phare de Kermorvan depuis deux ans.",
        "Le phare de Kermorvan sera ouvert cet automne.",
    )
    sentences = sentences_at(*own, *["La pluie tombe.", "Le train part.", "La digue tient."] * 4)
    main = [0] * len(own) + [1] * 12
    none: list[tuple[int, ...]] = [()] * len(sentences)
    spoken = ["fr"] * len(sentences)

    told = titles_of_sides([trial, None], Material(sentences, main, none, Found(), "fr", spoken))

    assert told[0].title.startswith("Le phare")


@pytest.mark.parametrize(("others", "title"), [(12, "Le phare"), (0, "Le procès")])
def test_a_frame_whose_words_are_everywhere_tells_no_topic(others: int, title: str) -> None:
    """Where every sentence speaks of a trial, some on a lighthouse are not the trial."""
    trial = next(frame for frame in frames_of("fr") if frame.key == "trial")
    own = [
        f"Le phare de Kermorvan {verb}, dit-on au procès." for verb in ("brille", "luit", "tourne")
    ]
    rest = ["Le procès a commencé.", "Le tribunal attend.", "L'audience a repris."] * 4
    plain = ["La pluie tombe.", "Le train part.", "La digue tient."] * 4
    sentences = sentences_at(*own, *rest[:others], *plain[others:])
    main = [0] * len(own) + [1] * 12
    none: list[tuple[int, ...]] = [()] * len(sentences)
    spoken = ["fr"] * len(sentences)

    told = titles_of_sides([trial, None], Material(sentences, main, none, Found(), "fr", spoken))

    assert told[0].title.startswith(title)


def thrice(said: tuple[str, str, str, str]) -> tuple[str, str, str]:
    """A sentence with each of three words in its gap."""
    text, *words = said
    first, second, third = (text.format(word) for word in words)
    return first, second, third


def titles_over(*groups: tuple[str, str, str]) -> list[str]:
    """The titles of groups of three sentences that no frame leads."""
    sentences = sentences_at(*(text for group in groups for text in group))
    none: list[tuple[int, ...]] = [()] * len(sentences)
    main = [at // 3 for at in range(len(sentences))]
    material = Material(sentences, main, none, Found(), "fr", ["fr"] * len(sentences))
    return [heads.title for heads in titles_of_sides([None] * len(groups), material)]


def test_no_two_titles_have_the_same_words() -> None:
    """One in the singular beside the other in the plural tells nothing apart."""
    several = ("Les marées noires {} la côte.", "salissent", "gagnent", "frappent")
    waiting = ("Le port attend {}.", "le beau temps", "la fin du vent", "des vivres")
    one = ("La marée noire {} un port.", "ferme", "vide", "ruine")

    titles = titles_over(*map(thrice, (several, waiting, one)))

    assert len({frozenset(terms_of(title, "fr")) for title in titles}) == 3


def test_a_noun_is_no_title_beside_what_says_more_of_it() -> None:
    """Beside "Le phare de Kermorvan", "Le phare" does not tell a reader which it is."""
    light = ("Le phare de Kermorvan {} au large.", "brille", "luit", "tourne")
    paint = ("On repeint le phare {}.", "lundi", "mardi", "jeudi")
    market = ("Le marché {} le dimanche.", "ferme", "ouvre", "attend")

    titles = titles_over(*map(thrice, (light, paint, market)))

    assert "Le phare de Kermorvan" in titles
    assert "Le phare" not in titles


def test_no_title_is_a_longer_form_of_another() -> None:
    """Of two headlines one of which goes on where the other ends, one is a title."""
    won = ("au terme du match", "hier au Roudourou", "devant leur public")
    more = ("après la pause", "sous les sifflets", "une fois de plus")
    texts = [
        *(f"Guingamp écrase Lorient {so}." for so in won),
        *(f"Guingamp écrase Lorient par cinq buts {so}." for so in more),
        *(f"Le stade ferme ses portes {day}." for day in ("lundi", "mardi", "jeudi")),
    ]
    sentences = [
        replace(sentence, article=at // 3) for at, sentence in enumerate(sentences_at(*texts))
    ]
    none: list[tuple[int, ...]] = [()] * len(sentences)
    names = [
        "Guingamp écrase Lorient",
        "Guingamp écrase Lorient par cinq buts",
        "Le stade ferme ses portes",
    ]
    main = [0] * 3 + [1] * 3 + [2] * 3
    material = Material(sentences, main, none, Found(), "fr", ["fr"] * 3, names)

    titles = [heads.title for heads in titles_of_sides([None, None, None], material)]

    assert sum("Guingamp écrase Lorient" in title for title in titles) == 1


def test_what_a_group_keeps_writing_is_found_in_any_script() -> None:
    """The longest run of words, or of letters where words are not parted, that marks a group."""
    own = ["橋は閉鎖された。", "橋は閉鎖されたまま。"]
    other = ["市長は述べた。"]

    assert repeated(own, [*own, *other])[0] == "閉鎖"
    assert repeated(["the old bridge", "an old bridge"], ["the old bridge", "an old bridge", "a"])[
        0
    ] == ("Old bridge")


def sentences_at(*texts: str) -> list[Sentence]:
    """One sentence an article."""
    return [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]


def test_a_place_is_written_as_the_articles_write_it() -> None:
    """The word before the place is the articles' own; a place that one in ten names is none."""
    own = sentences_at(*["La pluie tombe dans l’Aude."] * 3, "La pluie tombe à Lyon.")

    assert place_phrase(own, ["Aude", "Lyon"], "fr") == "dans l'Aude"
    assert place_phrase(own + sentences_at(*["Il pleut."] * 20), ["Aude", "Lyon"], "fr") is None


def test_no_place_is_taken_where_two_are_named_as_often() -> None:
    """A topic about two towns is not given the name of one."""
    own = sentences_at(*["It rains in York."] * 3, *["It rains in Leeds."] * 3)

    assert place_phrase(own, ["York", "Leeds"], "en") is None


def test_no_hashtag_or_address_makes_a_title() -> None:
    """What a page left between the words is no title, however often it stands there."""
    own = ['#crue_aude itemtype="http://schema la digue rompue tient'] * 3

    titles = repeated(own, [*own, *["autre chose encore"] * 9])

    assert titles[0] == "Digue rompue tient"
    assert not any(mark in title for title in titles for mark in '_="')


@pytest.mark.parametrize(
    ("heading", "spoken", "stands"),
    [
        ("Les morts de la nuit", "fr", True),
        ("The dead and the wounded", "fr", False),
        ("Vigicrues : deux stations", "en", False),
        ("Ce que l'on sait de la crue", "fr", False),
        ("Pour aller plus loin", "fr", False),
    ],
)
def test_a_heading_makes_a_title_in_its_own_language_and_if_it_says_something(
    heading: str, spoken: str, stands: bool
) -> None:
    """An English heading, one of an English article, or a mere label is no title in French."""
    frame = next(frame for frame in frames_of("fr") if frame.key == "toll")
    text = "Deux ouvriers sont morts."
    sentences = [
        Sentence(i, f"{i}.txt", i, i, heading, 0.0, Span(0, len(text)), text) for i in range(4)
    ]
    named: list[tuple[int, ...]] = [()] * 4
    material = Material(sentences, [0] * 4, named, Found(), "fr", [spoken] * 4)

    (made,) = titles_of_sides([frame], material)

    assert (made.title == heading) is stands
    assert heading in (made.title, made.subtitle) or not stands


def test_no_noun_or_headline_of_another_language_makes_a_title() -> None:
    """A Spanish article's "La elección" is no "L'elección" of a French dossier."""
    spanish = "La elección de Aubin divide a la región, y la elección de Aubin se discute."
    french = "La crue divise les communes, et les communes de la vallée en discutent."
    texts = [spanish, spanish, french, french]
    sentences = [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]
    named: list[tuple[int, ...]] = [()] * 4
    spoken, names = ["es", "es", "fr", "fr"], ["La elección de Aubin divide", "", "", ""]
    material = Material(sentences, [0, 0, 1, 1], named, Found(), "fr", spoken, names)

    made = titles_of_sides([None, None], material)

    assert not any("elección" in one.title for one in made)
    assert "communes" in made[1].title
