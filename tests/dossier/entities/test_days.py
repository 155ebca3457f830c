"""Which day a date's words mean, for an article of Wednesday 3 December 2025."""

from collections.abc import Sequence
from datetime import date

import pytest

from dossier.article import Article, Block
from dossier.entities import Entity, find_entities
from dossier.entities.days import place
from dossier.entities.tenses import Setting
from dossier.entities.weekdays import When
from dossier.spans import Span

WEDNESDAY = date(2025, 12, 3)
TOLD = date(2025, 12, 1)
"""The last day named before."""


def when(words: str, language: str, around: str = "") -> str | None:
    """The value of the words in an article of that Wednesday."""
    return place(words, Setting(language, WEDNESDAY, TOLD, around)).value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mardi 2 décembre 2025", "2025-12-02"),
        ("1er décembre", "2025-12-01"),
        ("28 février", "2026-02-28"),
        ("03-12-2025", "2025-12-03"),
        ("2 au 5 décembre", "2025-12-02/2025-12-05"),
        ("novembre", "2025-11"),
        ("décembre 2016", "2016-12"),
        ("automne 2017", "2017-23"),
        ("1987", "1987"),
        ("années 1980", "198X"),
        ("mardi soir", "2025-12-02"),
        ("mercredi", "2025-12-03"),
        ("vendredi dernier", "2025-11-28"),
        ("vendredi prochain", "2025-12-05"),
        ("nuit de lundi à mardi", "2025-12-01/2025-12-02"),
        ("hier", "2025-12-02"),
        ("avant-hier", "2025-12-01"),
        ("aujourd'hui", "2025-12-03"),
        ("demain matin", "2025-12-04"),
        ("la veille", "2025-11-30"),
        ("lendemain", "2025-12-02"),
        ("même jour", "2025-12-01"),
        ("semaine dernière", "2025-W48"),
        ("week-end précédent", "2025-11-29/2025-11-30"),
        ("mois prochain", "2026-01"),
        ("année dernière", "2024"),
        ("il y a trois ans", "2022"),
        ("deux semaines plus tôt", "2025-W47"),
        ("19 h 40", "T19:40"),
        ("minuit", "T00:00"),
        ("31 février 2025", None),
    ],
)
def test_french_words_give_their_day(words: str, value: str | None) -> None:
    """French dates, whole or told from the day of writing, give ISO 8601 as exact as they are."""
    assert when(words, "fr") == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Thursday, March 5, 2026", "2026-03-05"),
        ("14 January", "2026-01-14"),
        ("January 20th", "2026-01-20"),
        ("03/14/2025", "2025-03-14"),
        ("last June", "2025-06"),
        ("last December", "2024-12"),
        ("May 2019", "2019-05"),
        ("last summer", "2025-22"),
        ("yesterday morning", "2025-12-02"),
        ("last night", "2025-12-02"),
        ("three days later", "2025-12-04"),
        ("eight years ago", "2017"),
        ("this week", "2025-W49"),
        ("next Friday", "2025-12-05"),
        ("7:30 p.m.", "T19:30"),
        ("1990s", "199X"),
        ("April one", "2026-04-01"),
        ("1980-85", "1980/1985"),
        ("1987/88", "1987/1988"),
        ("1999/00", "1999/2000"),
    ],
)
def test_english_words_give_their_day(words: str, value: str) -> None:
    """English dates give ISO 8601 as exact as they are."""
    assert when(words, "en") == value


def test_a_weekday_looks_ahead_where_its_sentence_does() -> None:
    """A bare weekday is the last one, unless its sentence speaks of what is to come."""
    assert when("samedi", "fr", "a défilé samedi") == "2025-11-29"
    assert when("samedi", "fr", "le vote aura lieu samedi") == "2025-12-06"
    assert when("Monday", "en", "is expected to speak on Monday") == "2025-12-08"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mardi 19 novembre", "2024-11-19"),
        ("jeudi 4 décembre", "2025-12-04"),
        ("lundi 8", "2025-12-08"),
        ("lundi 24", "2025-11-24"),
        ("lundi 25", None),
        ("mardi 30 février", None),
    ],
)
def test_a_weekday_and_a_number_tell_the_day_together(words: str, value: str | None) -> None:
    """The year, or the month, is one in which that day is that weekday; otherwise nothing is."""
    assert when(words, "fr", "il parlera") == value


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("Montag", "de", None),
        ("Mittwoch", "de", "2025-12-03"),
        ("letzten Montag", "de", "2025-12-01"),
        ("kommenden Dienstag", "de", "2025-12-09"),
        ("jueves", "es", None),
        ("jueves pasado", "es", "2025-11-27"),
        ("próximo jueves", "es", "2025-12-04"),
        ("lunedì scorso", "it", "2025-12-01"),
        ("sexta-feira (5)", "pt", "2025-12-05"),
        ("próxima sexta-feira", "pt", "2025-12-05"),
        ("1º de abril de 2019", "pt", "2019-04-01"),
        ("1º de abril", "es", "2026-04-01"),
        ("Dienstag, 11. Oktober", "de", "2022-10-11"),
    ],
)
def test_where_nothing_tells_past_from_future_a_weekday_is_no_day(
    words: str, language: str, value: str | None
) -> None:
    """In German, Spanish, Italian and Portuguese the words about it, or its number, must say."""
    assert when(words, language, "procura para hablar ahora") == value


@pytest.mark.parametrize(
    ("around", "value"),
    [
        ("le maire montra le pont samedi", "2025-11-29"),
        ("l'opéra a fermé samedi", "2025-11-29"),
        ("le maire viendra samedi", "2025-12-06"),
        ("il finira samedi", "2025-12-06"),
        ("ils déclareront samedi", "2025-12-06"),
        ("il pourra samedi", "2025-12-06"),
    ],
)
def test_a_past_that_ends_as_a_future_is_none(around: str, value: str) -> None:
    """French: "montra" and "opéra" do not look ahead; "viendra" and "finira" do."""
    assert when("samedi", "fr", around) == value


@pytest.mark.parametrize(
    ("words", "around", "value"),
    [
        ("1er mai", "il le dit le 1er mai", "2026-05-01"),
        ("1er mai", "il l'a dit le 1er mai", "2025-05-01"),
        ("26 juillet", "une lettre datant du 26 juillet", "2025-07-26"),
        ("26 mai", "le vote est prévu le 26 mai", "2026-05-26"),
        ("26 mai", "il a annoncé sa candidature au vote du 26 mai", "2026-05-26"),
        ("1er mai", "il l'a dit le 1er mai dernier", "2025-05-01"),
        ("1er juillet", "fermé depuis le 1er juillet", "2025-07-01"),
        ("1er juin", "la loi est entrée en vigueur le 1er juin", "2025-06-01"),
        ("8 octobre", "le 8 octobre prochain, le vote", "2026-10-08"),
        ("3 décembre", "le 3 décembre dernier", "2025-12-03"),
        ("2 mai", "voté le 12 mai, annulé le 2 mai dernier", "2025-05-02"),
        ("12 mai", "prévu le 12 mai, annulé le 2 mai dernier", "2026-05-12"),
        ("12 mai", "voté le 12 mai, annulé le 2 mai dernier", "2025-05-12"),
        ("15 décembre", "ils renoncent à manifester à Paris le 15 décembre", "2025-12-15"),
        ("8 décembre", "la date du 8 décembre est évoquée", "2025-12-08"),
        ("14 janvier", "dans son livre à paraître le 14 janvier", "2026-01-14"),
        ("15 décembre", "la concertation prévue par la ville, du 15 décembre", "2025-12-15"),
        ("1er mai", "le 1er mai dernier, puis le 1er mai", "2026-05-01"),
    ],
)
def test_a_day_of_a_month_is_past_or_to_come_where_its_sentence_says_so(
    words: str, around: str, value: str
) -> None:
    """Of a day without a year that is half a year away, what stands behind or before it tells."""
    assert when(words, "fr", around) == value


@pytest.mark.parametrize(
    ("around", "value"),
    [
        ("les élèves sont invités à venir marcher samedi", None),
        ("un appel à manifester samedi", None),
        ("il devait se rendre samedi", None),
        ("il a parlé hier samedi", "2025-11-29"),
        ("le chantier a fermé samedi", "2025-11-29"),
        ("il viendra pour parler samedi", "2025-12-06"),
        ("il a été arrêté à Montpellier samedi", "2025-11-29"),
        ("parti samedi, ils sont invités à marcher samedi", "2025-11-29"),
    ],
)
def test_what_is_called_for_may_be_past_or_to_come(around: str, value: str | None) -> None:
    """A call to march on a Saturday tells neither; a future in the sentence does."""
    assert when("samedi", "fr", around) == value


@pytest.mark.parametrize(
    ("words", "around", "value"),
    [
        ("août", "une femme l'a accusé en août", "2025-08"),
        ("août", "elle a accusé en août le prêtre", "2025-08"),
        ("avril", "en avril dernier, le commissaire", "2025-04"),
        ("avril", "le procès aura lieu en avril", "2026-04"),
        ("décembre", "l'activité est tombée en décembre", "2025-12"),
        ("décembre", "les ventes baissent depuis début décembre", "2025-12"),
        ("décembre", "il a été arrêté en décembre dernier", "2024-12"),
        ("novembre", "si les primes ne sont pas versées en novembre", "2025-11"),
        ("février", "si les primes ne sont pas versées en février", "2026-02"),
    ],
)
def test_a_month_is_past_where_its_sentence_says_so(words: str, around: str, value: str) -> None:
    """Though the next one is nearer; the month of the article itself is no year ago."""
    assert when(words, "fr", around) == value


@pytest.mark.parametrize(
    ("words", "language", "around", "value"),
    [
        ("samedi", "fr", "les matchs programmés samedi", "2025-12-06"),
        ("mardi", "fr", "le vote est fixé à mardi", "2025-12-09"),
        ("vendredi", "fr", "une grève annoncée pour vendredi", "2025-12-05"),
        ("samedi", "fr", "les deux équipes se jouent samedi", "2025-12-06"),
        ("samedi", "fr", "le concert de samedi est annulé", None),
        ("samedi", "fr", "le concert a été annulé samedi", "2025-11-29"),
        ("samedi", "fr", "il se rendit samedi au port", "2025-11-29"),
        ("samedi", "fr", "ils se battaient samedi au port", "2025-11-29"),
        ("vendredi", "fr", "vendredi de la semaine prochaine", "2025-12-12"),
        ("mercredi", "fr", "mercredi de la semaine dernière", "2025-11-26"),
        ("Friday", "en", "on Friday next week", "2025-12-12"),
        ("Friday", "en", "on Friday of last week", "2025-11-28"),
        ("Freitag", "de", "am Freitag kommender Woche", "2025-12-12"),
        ("viernes", "es", "el viernes que viene", "2025-12-05"),
        ("viernes", "es", "el viernes de la semana que viene", "2025-12-12"),
    ],
)
def test_what_stands_beside_a_weekday_tells_which(
    words: str, language: str, around: str, value: str | None
) -> None:
    """What is set for it, what is called off, the week it is of."""
    assert when(words, language, around) == value


@pytest.mark.parametrize(
    ("language", "around", "values"),
    [
        ("fr", "Le maire a annoncé mardi que les prix seront gelés.", ["2025-12-02"]),
        ("fr", "Mardi, le maire a annoncé que les prix seront gelés.", ["2025-12-02"]),
        ("fr", "Le juge a dit lundi que le vote aura lieu jeudi.", ["2025-12-01", "2025-12-04"]),
        (
            "fr",
            "Lundi, la commission, qui a été élue en mai, doit voter.",
            ["2025-12-08", "2025-05"],
        ),
        ("fr", "« Ils viendront samedi », a dit dimanche le préfet.", ["2025-12-06", "2025-11-30"]),
        ("fr", "Le texte, adopté lundi, entrera en vigueur.", ["2025-12-01"]),
        ("fr", "« Il faut être là demain (jeudi) », a-t-il dit.", ["2025-12-04", "2025-12-04"]),
        ("fr", "Voté lundi. Au lendemain des élections du 24, rien ne va.", ["2025-12-01", None]),
        ("fr", "Voté lundi. Le lendemain, rien ne va.", ["2025-12-01", "2025-12-02"]),
        ("en", "He died on Monday. The day after the vote, all was calm.", ["2025-12-01", None]),
        (
            "fr",
            "Il sera jugé lundi pour avoir frappé samedi un juge.",
            ["2025-12-08", "2025-11-29"],
        ),
        ("fr", "Il va parler après les violences à Paris samedi.", ["2025-11-29"]),
        ("fr", "Le Sénat a promis un débat sur la paix jeudi, il sera long.", [None]),
        ("fr", "Le maire a annoncé, mardi, qu'il viendra.", ["2025-12-02"]),
        ("fr", "Il a promis qu'il parlerait samedi.", [None]),
        ("fr", "Le club doit jouer dès lundi à Nice.", ["2025-12-08"]),
        ("fr", "A partir de jeudi, les élus se réunissent.", ["2025-12-04"]),
        ("fr", "Dès lundi, il avait refusé.", ["2025-12-01"]),
        ("fr", "Trois personnes jugées dès lundi.", ["2025-12-01"]),
        ("fr", "Il va, comme décidé par le bureau lundi, payer.", ["2025-12-01"]),
        ("fr", "La marche aura lieu, mais dimanche.", ["2025-12-07"]),
        ("fr", "Des marches sont annoncées samedi.", ["2025-12-06"]),
        ("fr", "Le procès s'ouvre lundi.", ["2025-12-08"]),
        ("fr", "Le maire reçoit lundi les élus.", ["2025-12-08"]),
        ("fr", "Les soldes, qui débutent vendredi, arrivent.", ["2025-12-05"]),
        ("fr", "La mobilisation, ce jeudi, est forte.", ["2025-12-04"]),
        ("fr", "Il dévoilera, a priori vendredi, son plan.", ["2025-12-05"]),
        ("fr", "Elle était présente lundi au bal, comme ce mardi.", ["2025-12-01", "2025-12-02"]),
        ("fr", "Après l'annonce du maire, lundi, une grève est prévue.", [None]),
        ("fr", "Il a parlé ce jeudi.", ["2025-12-04"]),
        ("fr", "Le dimanche, les magasins sont fermés.", [None]),
        ("en", "The mayor said Tuesday that prices will be frozen.", ["2025-12-02"]),
        ("en", "On Monday, the court said it will rule on Friday.", ["2025-12-01", "2025-12-05"]),
        ("en", "He is expected to be questioned on Monday.", ["2025-12-08"]),
        ("en", "He will visit the United States on Monday.", ["2025-12-08"]),
        ("en", "The two sides agreed to meet on Friday.", [None]),
        ("en", "The march on Friday was cancelled.", [None]),
        ("en", "Voters went to the polls on Sunday.", ["2025-11-30"]),
        ("en", "The court meets this Friday.", ["2025-12-05"]),
        (
            "en",
            "The summit opens on Thursday; the trial begins Monday.",
            ["2025-12-04", "2025-12-08"],
        ),
        ("en", "It rained this Monday.", ["2025-12-01"]),
        ("en", "The fair starting Saturday draws thousands.", ["2025-12-06"]),
    ],
)
def test_a_weekday_is_of_the_tense_of_its_own_verb(
    language: str, around: str, values: list[str | None]
) -> None:
    """The last one before it, or the first behind one that opens its sentence."""
    assert dates_of(around, WEDNESDAY, language) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Il arrive à 14 heures et part à 16 heures 30.", ["T14:00", "T16:30"]),
        ("De 8 heures à 17 heures, on dort.", ["T08:00", "T17:00"]),
        ("Entre 14 heures et 16 heures, on dort.", ["T14:00", "T16:00"]),
        ("Il a dormi 14 heures, à 14 heures de route, jusqu'à 48 heures, limité à 10 heures.", []),
        ("Entre 2000 et 3000 euros ; entre 2000 et 2018.", ["2000", "2018"]),
    ],
)
def test_hours_and_years_are_told_from_lengths_and_sums(text: str, values: list[str]) -> None:
    """By what stands before and behind them."""
    assert dates_of(text, WEDNESDAY) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On les attendra de jeudi à dimanche.", ["2025-12-04", "2025-12-07"]),
        ("Les élus voteront mardi, mercredi et jeudi.", ["2025-12-09", "2025-12-10", "2025-12-11"]),
        ("Il a été entendu lundi et mardi.", ["2025-12-01", "2025-12-02"]),
        ("Il a été élu vendredi, et jeudi, il parlera.", ["2025-11-28", "2025-12-04"]),
        ("Les bals durent de lundi à jeudi.", ["2025-12-01", "2025-12-04"]),
        ("Il devait jouer samedi et dimanche.", [None, None]),
        ("Il a plu samedi, moins que le samedi précédent.", ["2025-11-29", "2025-11-22"]),
        ("Il a plu le 2 mai 2025, puis le lundi suivant.", ["2025-05-02", "2025-05-05"]),
        ("Moins que le samedi précédent.", [None]),
        (
            "Il a plu samedi, moins que le samedi précédent ; il a neigé le samedi précédent.",
            ["2025-11-29", "2025-11-22", "2025-11-22"],
        ),
    ],
)
def test_of_two_weekdays_the_second_follows_the_first(text: str, values: list[str | None]) -> None:
    """Whatever the verb: nobody names them the other way about."""
    assert dates_of(text, WEDNESDAY) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Samedi, il a plu. Le maire viendra samedi.", ["2025-11-29", "2025-12-06"]),
        ("Il a plu samedi.\nLe maire viendra.", ["2025-11-29"]),
        ("Le 1er mai 2024, il a plu. Le procès du 1er mai suit.", ["2024-05-01", "2024-05-01"]),
        ("Le 1er décembre 2024, il a plu. Il neige le 1er décembre.", ["2024-12-01", "2025-12-01"]),
    ],
)
def test_a_day_is_told_by_its_own_sentence_and_its_article(text: str, values: list[str]) -> None:
    """The same weekday twice is two days; a day far off has the year that the article gave it."""
    assert dates_of(text, WEDNESDAY) == values


def test_in_an_article_without_a_date_no_year_is_that_of_an_old_event() -> None:
    """Of another paragraph, or before a weekday that cannot be placed."""
    text = (
        "Le 13 novembre 2015, Paris.\n\nLe 31 janvier, il neige. Mardi, le maire parle la veille."
    )

    assert dates_of(text, None) == ["2015-11-13", "--01-31", None, None]


def test_what_is_past_is_so_from_the_article_s_own_day_alone() -> None:
    """Not from the day named before."""
    text = "Le 1er mai 2018, il pleut, dit une lettre datant du 26 juillet. Fin août, rien."

    assert dates_of(text, None) == ["2018-05-01", "--07-26", "2018-08"]


def test_a_year_given_is_no_more_once_the_article_names_another_for_the_day() -> None:
    """Here by its weekday; which of the two a later one is of is not known."""
    text = "Élu le 15 mai 2012. Le lundi 15 mai, il part.\n\nRien avant le 15 mai, ni le 11 juin."

    assert dates_of(text, None) == ["2012-05-15", "2017-05-15", "--05-15", "--06-11"]


@pytest.mark.parametrize(
    ("others", "value"),
    [
        (["Le 8 décembre 2018, il pleut."], "2018-12-08"),
        (["Le 8 décembre 2018, il pleut.", "Né le 8 décembre 1984."], "--12-08"),
        (["Né le 8 décembre 1984 et le 9 mai 2018, le 2 mai 2018."], "--12-08"),
        (["Le 8 décembre 2017, le 9 mai 2018, le 2 mai 2018."], "--12-08"),
    ],
)
def test_a_day_has_the_year_that_the_other_articles_give_it(others: list[str], value: str) -> None:
    """If it is one, about that of the dossier's days, and the weekday is of it."""
    told = [article_of(text, None, f"{n}.txt") for n, text in enumerate(others)]
    undated = article_of("La marche du samedi 8 décembre, et le 8 décembre dernier.", None, "z.txt")

    dates = values_of(find_entities([*told, undated]).entities)

    assert dates["z.txt"] == [value, "--12-08"]


def dates_of(text: str, published: date | None, language: str = "fr") -> list[str | None]:
    """The values of the dates of an article, in reading order."""
    article = article_of(text, published, language=language)
    return values_of(find_entities([article]).entities).get("a.txt", [])


def article_of(
    text: str, published: date | None, file: str = "a.txt", language: str = "fr"
) -> Article:
    """An article, a paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    return Article(file, text, tuple(blocks), published=published, language=language)


def values_of(entities: Sequence[Entity]) -> dict[str, list[str | None]]:
    """By file, the values of its dates in reading order."""
    read = [(m.file, m.span, e.value) for e in entities if e.kind == "date" for m in e.mentions]
    found: dict[str, list[str | None]] = {}
    for file, _, value in sorted(read):
        found.setdefault(file, []).append(value)
    return found


def test_without_the_articles_date_nothing_is_guessed() -> None:
    """What hangs on a date that is not known has no value, and says so."""
    setting = Setting("fr", None)

    assert place("mardi", setting) == When(None, "the article's own date is not known")
    assert place("la veille", setting).value is None
    assert place("2 décembre", setting).value == "--12-02"
