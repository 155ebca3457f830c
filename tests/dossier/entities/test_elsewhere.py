"""Names, dates and figures in articles in languages other than French and English."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.article import Article, Block
from dossier.entities import find_entities
from dossier.entities.eastern import find_eastern, find_eastern_figures
from dossier.spans import Span
from dossier.structure import structure_article

TEXTS = {
    "de": (
        "Die Häuser an der Ahr sind zerstört, sagte Landrätin Anna Weber am Abend in Köln. "
        "Im Landkreis Ahrweiler fehlen Wasser und Strom, nach Angaben der Polizei seit Tagen. "
        "Dutzende Menschen aus Ahrweiler und Deutschland warten auf Hilfe, sagte Weber der SPD."
    ),
    "es": (
        "La Audiencia condena a Luis Gómez y a Marta Ruiz por el beso en la final del Mundial. "
        "El Sr. Gómez ha dicho que recurrirá la sentencia en España. "
        "La Cruz Roja, el Tribunal de Justicia y los Estados Unidos no responden a la Sra. Ruiz."
    ),
    "it": (
        "Il boss di Cosa Verde è stato arrestato a Palermo con Giovanni Bruni e Leonardo Rossi. "
        "I carabinieri hanno fermato Bruni in Sicilia, il sig. Rossi è in carcere. "
        "La Procura della Repubblica di Palermo e il Governo hanno ringraziato gli uomini."
    ),
    "pt": (
        "O juiz Paulo Mendes aceitou o pedido do Grupo Laranjas, disse Marcos Lima no Brasil. "
        "Os bancos e as lojas das Laranjas não falaram com o Dr. Mendes nos Estados Unidos. "
        "A Assembleia Geral dos Credores reuniu-se no Rio de Janeiro e no Tribunal de Justiça."
    ),
}


def names_in(language: str) -> dict[str, str]:
    """What a text names, and of which kind."""
    article = structure_article("a.txt", TEXTS[language])
    assert article.language == language
    found = find_entities([article])
    return {
        alias: entity.kind
        for entity in found.entities
        for alias in (entity.name, *entity.aliases)
        if entity.kind in ("person", "place", "organisation")
    }


def test_a_german_noun_is_no_name() -> None:
    """Of words that all have a capital, those count that a list, a title or a cue tells."""
    names = names_in("de")

    assert names["Anna Weber"] == names["Weber"] == "person"
    assert names["Ahrweiler"] == names["Köln"] == names["Deutschland"] == "place"
    assert names["SPD"] == "organisation"
    assert not {"Häuser", "Wasser", "Menschen", "Dutzende Menschen", "Abend", "Hilfe"} & set(names)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("es", {"Luis Gómez": "person", "Cruz Roja": "organisation", "Estados Unidos": "place"}),
        ("it", {"Giovanni Bruni": "person", "Leonardo Rossi": "person", "Sicilia": "place"}),
        ("pt", {"Paulo Mendes": "person", "Brasil": "place", "Grupo Laranjas": "organisation"}),
    ],
)
def test_a_name_has_no_article_and_no_neighbour(language: str, told: dict[str, str]) -> None:
    """What stands before a name, and who is named behind an "and", is no part of it."""
    names = names_in(language)

    assert told.items() <= names.items()
    small = {"a", "al", "da", "das", "del", "della", "di", "el", "do", "no"}
    assert not [name for name in names if small & {name.split()[0]}]
    assert not [name for name in names if {"y", "e"} & set(name.split())]


def test_of_the_behind_a_given_name_is_of_the_name() -> None:
    """The end of a name that a particle goes on is given to nobody else."""
    text = (
        "La jueza María del Mar Ferrer no ha dicho nada a Josep Ferrer, según los vecinos. "
        "El caso de Marta del Castillo y de Jaime Urrutia Sáenz de Tejada no se ha cerrado."
    )

    found = find_entities([structure_article("a.txt", text)]).entities
    assert {e.name for e in found if e.kind == "person"} == {
        "María del Mar Ferrer",
        "Josep Ferrer",
        "Marta del Castillo",
        "Jaime Urrutia Sáenz de Tejada",
    }


def kinds_in(language: str, text: str) -> dict[str, str]:
    """What a text in a language names, and of which kind."""
    article = replace(structure_article("a.txt", text), language=language)
    found = find_entities([article]).entities
    kinds = ("person", "place", "organisation")
    return {alias: e.kind for e in found for alias in e.aliases if e.kind in kinds}


UNLISTED = {
    "": (
        "Tři lidé zahynuli při nehodě vlaku u Brna, oznámila mluvčí Jana Dvořáková v pondělí. "
        "Také Dvořáková mluvila v Praze o signálu. Podle policie se Česká dráha omluvila."
    ),
    "pl": (
        "W Łodzi wybuchł pożar, mówi rzecznik Karol Wilk. Nikt nie zginął, dodał Wilk w Zgierzu. "
        "Tymczasem Komisja Europejska w Brukseli zatwierdziła pomoc, Niemcy też."
    ),
    "tr": (
        "Kasım ayında İzmir'de deprem oldu, dedi Bakan Mehmet Demir. Ege Denizi sakin, dedi Demir. "
        "Ancak Meclis pazar günü Karşıyaka için toplandı, Kızılay da geldi."
    ),
}
"""Texts of languages whose words are not listed; nothing tells the first."""


@pytest.mark.parametrize(
    ("language", "persons"),
    [
        ("", {"Jana Dvořáková", "Dvořáková"}),
        ("pl", {"Karol Wilk", "Wilk"}),
        ("tr", {"Mehmet Demir", "Demir"}),
    ],
)
def test_a_capital_alone_makes_no_name_where_ordinary_words_are_not_listed(
    language: str, persons: set[str]
) -> None:
    """Months, towns and what opens a sentence are no persons; who has a given name is."""
    article = replace(structure_article("a.txt", UNLISTED[language]), language=language or None)

    found = find_entities([article]).entities
    assert {alias for e in found if e.kind == "person" for alias in e.aliases} == persons


def test_the_ending_of_turkish_is_no_part_of_a_name() -> None:
    """What stands behind an apostrophe is cut off, and a dotted capital is one letter."""
    text = (
        "İstanbul'da Bakan Zeynep Kaya'nın sözleri duyuldu, Kaya'ya göre Ankara'dan yardım geldi."
    )

    assert kinds_in("tr", text) == {
        "İstanbul": "place",
        "Ankara": "place",
        "Zeynep Kaya": "person",
        "Kaya": "person",
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hr", "Potres je osjetila okolica Siska i drugih mjesta, javila je vlada u utorak."),
        ("tr", "Bu yıl Deniz kıyısında bir yangın çıktı, dedi bakan."),
        ("vi", "Theo Trung tâm Dự báo, mưa kéo dài, theo Theo Minh Chính."),
    ],
)
def test_a_given_name_alone_is_none_where_no_cues_are_known(language: str, text: str) -> None:
    """It may be a town's or any word's; and in Vietnamese a given name stands last."""
    assert kinds_in(language, text) == {}


def test_the_english_name_of_a_firm_is_one_in_every_language() -> None:
    """What ends it tells."""
    kinds = kinds_in("de", "Das sagte der Sprecher der Deutschen Bank, nicht die Cash Group.")

    assert kinds == {"Deutschen Bank": "organisation", "Cash Group": "organisation"}


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("it", "Il treno da Milano a Parigi passa per Genova, non in Germania.", "Milano Parigi"),
        ("de", "Der Zug aus Nürnberg hält in Speyer und fährt weiter nach Rom.", "Nürnberg Speyer"),
        ("es", "El tren de Lisboa no para en Cáceres ni en Nápoles, dijo.", "Lisboa Nápoles"),
        ("pt", "O comboio de Lisboa não para em Berlim nem no Paraná, disse.", "Berlim Paraná"),
        ("nl", "De trein van Parijs naar Antwerpen stopt in Spijkenisse.", "Parijs Antwerpen"),
    ],
)
def test_places_are_known_as_their_language_writes_them(
    language: str, text: str, places: str
) -> None:
    """Exonyms and towns are places in the languages that have them."""
    kinds = kinds_in(language, text)

    assert {kinds.get(place) for place in places.split()} == {"place"}


def test_a_place_of_another_language_is_none_in_french_or_english() -> None:
    """Beside French words "Roma" is no town; elsewhere one place is one under all its names."""
    article = replace(structure_article("a.txt", "Il treno va da Milano a Roma."), language="it")
    french = replace(structure_article("b.txt", "Le train va de Milan à Rome."), language="fr")

    assert kinds_in("fr", "Les Roma vivent là, disent les Roma du camp.") != {"Roma": "place"}
    places = [set(e.aliases) for e in find_entities([article, french]).entities]
    assert {"Milan", "Milano"} in places
    assert {"Rome", "Roma"} in places


def test_a_word_without_its_accents_is_no_place() -> None:
    """Corridors are no river, a preposition is no state."""
    assert not kinds_in("de", "Die Biber haben tiefe Gänge in den Damm gegraben.")
    assert not kinds_in("pt", "Para os bombeiros, o risco é grande. Ira dos vizinhos.")


def test_a_saints_town_is_no_person() -> None:
    """What opens as places do is one, though the saint has a given name; so behind "in"."""
    kinds = kinds_in("pt", "A lama chegou a Santa Bárbara e a São Bento. Houve mortos em Mariana.")

    assert kinds == {"Santa Bárbara": "place", "São Bento": "place", "Mariana": "place"}


def test_marks_of_an_interview_and_doubled_letters() -> None:
    """Who asks and answers is nobody's name; "EE. UU." is a country, whole."""
    text = (
        "P. ¿Quién lo dijo?\n\nR. El ingeniero de guardia, que llegó de EE. UU. ayer. "
        "¿Y sabe qué pasó? Nada.\n\nP. La delegada de CC OO no está en los JJ. OO. de ahora."
    )

    assert kinds_in("es", text) == {"EE. UU.": "place", "CC OO": "organisation"}


def test_a_surname_that_opens_a_sentence_is_the_persons() -> None:
    """A person set beside an office is one, and is met again at the head of a sentence."""
    text = (
        "El presidente de la Diputación, Quim Ferrús, no ha dicho nada a los vecinos. "
        "Ferrús llegó tarde. Arribas también, según los vecinos, y los bomberos no."
    )

    assert kinds_in("es", text) == {"Quim Ferrús": "person", "Ferrús": "person"}


def test_dutch_names_stand_without_their_titles_and_adjectives() -> None:
    """A title opens no name in Dutch, "van" leads to a place, and an adjective is none."""
    text = (
        "Burgemeester Anna Visser van Utrecht liet de bewoners van Rozenveen niet naar huis gaan. "
        "De Tweede Kamer wil een brief over de Rotterdamse haven, zegt minister Kuipers. "
        "Koning Willem-Alexander komt, zegt Jan de Boer van de gemeente."
    )

    kinds = kinds_in("nl", text)

    assert kinds["Anna Visser"] == kinds["Kuipers"] == "person"
    assert kinds["Tweede Kamer"] == "organisation"
    assert kinds["Willem-Alexander"] == kinds["Jan de Boer"] == "person"
    assert len(kinds) == 6


def test_a_german_body_ends_with_its_town() -> None:
    """The noun that follows a body's town is no part of its name."""
    kinds = kinds_in("de", "Am Montag hat die Staatsanwaltschaft Weilbach Ermittlungen begonnen.")

    assert kinds == {"Staatsanwaltschaft Weilbach": "organisation"}


def test_german_makes_titles_of_words() -> None:
    """Who bears an office made of two words is a person, given name or not."""
    kinds = kinds_in("de", "Das sagte Feuerwehrsprecher Krombach, nicht Umweltministerin Wessling.")

    assert kinds == {"Krombach": "person", "Wessling": "person"}


def test_a_german_surname_that_opens_a_sentence_is_the_persons() -> None:
    """It is where a verb follows, not where another noun does or stands beside it."""
    text = (
        "Der Richter Thomas Ehlers wies den Antrag am Abend zurück. Ehlers sprach vom Irrtum. "
        "Der Zeuge Paul Sommer schwieg, denn der Sommer war lang. Sommer und Winter sind vorbei."
    )
    article = replace(structure_article("a.txt", text), language="de")

    found = [(e.name, len(e.mentions)) for e in find_entities([article]).entities]

    assert ("Thomas Ehlers", 2) in found
    assert ("Paul Sommer", 1) in found


def test_a_word_of_another_name_is_nobodys() -> None:
    """A palace is not who has its name, nor a paper who has its name for a given one."""
    text = (
        "Romano De Luca e la sindaca Anna Palazzo erano in aula. Lo scrive l'Osservatore Romano. "
        "Ne hanno parlato a Palazzo Tursi con i familiari delle vittime."
    )
    article = replace(structure_article("a.txt", text), language="it")

    found = {e.name: e.aliases for e in find_entities([article]).entities}

    assert found["Romano De Luca"] == ("Romano De Luca",)
    assert found["Anna Palazzo"] == ("Anna Palazzo",)
    assert found["Palazzo Tursi"] == ("Palazzo Tursi",)


@pytest.mark.parametrize(
    ("language", "text", "persons"),
    [
        (
            "nl",
            "Dat zegt Anna van der Veen. De Jong zweeg, maar niet Van der Veen of Annie de Jong.",
            {"Anna van der Veen", "Van der Veen", "Annie de Jong", "De Jong"},
        ),
        (
            "it",
            "Lo ha detto Michele di Bari a Bari. Il corteo, ha promesso Di Bari, non passa.",
            {"Michele di Bari", "Di Bari"},
        ),
        (
            "de",
            "Das sagte Petra von Stetten. Die Akten, betonte von Stetten, sind geheim.",
            {"Petra von Stetten", "von Stetten"},
        ),
        (
            "fr",
            "Ursula von der Leyen arrive. Von der Leyen a parlé, dit-on, de la paix.",
            {"Ursula von der Leyen", "Von der Leyen"},
        ),
        (
            "fr",
            "Gilles Le Gallic arrive. Le Gallic a parlé, dit-on, du sel.",
            {"Gilles Le Gallic", "Le Gallic"},
        ),
    ],
)
def test_what_opens_a_surname_is_marked_with_it(
    language: str, text: str, persons: set[str]
) -> None:
    """With a capital or without, where the surname stands alone."""
    assert {name for name, kind in kinds_in(language, text).items() if kind == "person"} == persons


def test_the_field_of_a_minister_is_no_part_of_a_name() -> None:
    """Nor is the word for a neighbour, and the letters of a party are no road."""
    text = (
        "Minister Mirjam Bakker van Langdurige Zorg bezocht Zwolle met Jan Peter van Dijk van D66. "
        "Buurvrouw Annie de Boer (71) van de Radboud Universiteit hielp."
    )

    assert kinds_in("nl", text) == {
        "Mirjam Bakker": "person",
        "Zwolle": "place",
        "Jan Peter van Dijk": "person",
        "D66": "organisation",
        "Annie de Boer": "person",
        "Radboud Universiteit": "organisation",
    }


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "En Francia, la Francia Insumisa gana, dijo en France TV.", {"Francia": "place"}),
        ("fr", "Selon F. Marchandot, tout est dit dans la rue.", {"F. Marchandot": "person"}),
        ("es", "Por Á. Martínez, que no dijo nada.", {}),
        ("de", "Wegen Corona zu Verzögerungen kam es, wenn Maria zu Hause war.", {}),
    ],
)
def test_a_country_a_plague_and_an_initial_are_no_given_names(
    language: str, text: str, names: dict[str, str]
) -> None:
    """What stands behind them names nobody, nor what is told to be "zu Hause"."""
    assert kinds_in(language, text) == names


def test_an_article_makes_another_of_a_given_name() -> None:
    """In Spanish and Italian; and in German days are no river."""
    assert kinds_in("es", "La marcha pasó por la plaza del Pilar, y los Reyes la vieron.") == {}
    assert kinds_in("de", "Drei Tage nach dem Sturm fehlt Strom, sagte ein Mann.") == {}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "In kurzer Zeit ging die Welt unter, mit Blick auf den Stern am Morgen.", set()),
        ("de", "Das „Bild“ sagt ja. Ein neues Bild der Lage, gutes Essen, viel Zeit.", {"Bild"}),
        ("de", "Das sagte er der Zeit. Die Zeit verging, und er war in Essen.", {"Zeit", "Essen"}),
        ("de", "Die Stadt Essen kauft es für den Zoo von Essen, nicht als Essen.", {"Essen"}),
        ("de", "Grausiger Fund im Wald, sagte der Mann am Abend.", set()),
        ("es", "El país espera, y la nación también. En la Edad Media no había.", set()),
        ("es", "El mundo cambia, publicó El País.", {"El País"}),
        ("it", "La stampa è libera, scrive La Stampa.", {"La Stampa"}),
        ("nl", "Morgen komt hij, en de standaard is hoog. De standaard is er.", set()),
    ],
)
def test_a_noun_is_no_paper_and_no_town(language: str, text: str, names: set[str]) -> None:
    """In German what has a capital anyway; elsewhere what is written small."""
    assert set(kinds_in(language, text)) == names


def test_an_italian_republic_is_no_paper() -> None:
    """Whose president or procurator one is, is no paper; that is with its article."""
    text = "Il presidente della Repubblica non parla. Lo ha scritto La Repubblica nella notte."

    assert kinds_in("it", text) == {"La Repubblica": "organisation"}


def test_an_italian_surname_opens_with_its_particle() -> None:
    """A "Di" with a capital, behind a given name, is of the name."""
    text = (
        "L'avvocato di Schmid, Astolfo Di Amato, replicherà. Lo dice ancora Di Amato alla stampa."
    )

    assert kinds_in("it", text) == {"Astolfo Di Amato": "person", "Di Amato": "person"}


def test_an_italian_preposition_ends_at_its_apostrophe() -> None:
    """What it leads to is a name; and "di" behind a surname says where one is from."""
    text = (
        "Il perito dell'Università di Pisa ha detto all'Ansa che l'arbitro Maurizio Mariani di "
        "Aprilia non parla. La senatrice del Movimento 5 Stelle e Marcello Dell'Utri sono in aula."
    )

    kinds = kinds_in("it", text)

    assert kinds["Università di Pisa"] == kinds["Ansa"] == "organisation"
    assert kinds["Maurizio Mariani"] == kinds["Marcello Dell'Utri"] == "person"
    assert kinds["Movimento 5 Stelle"] == "organisation"


VALUES = {
    "de": (
        (
            "Am Donnerstag, 15. Juli 2021, stieg die Ahr um 3,5 Meter, seit 1990 war das nicht so. "
            "Der Schaden liegt bei 17,2 Mrd. Euro nicht bei 1.300 Euro, sagte sie um 23 Uhr. "
            "Rund 1.300 Menschen sind ohne Strom, das sind 20 Prozent, und das nach 3 Tagen."
        ),
        {"2021-07-15", "1990", "T23:00"},
        {"17200000000 EUR", "1300 EUR", "1300 menschen", "20 %", "3 d", "3.5 m"},
    ),
    "es": (
        (
            "El juicio comenzó el 3 de febrero de 2025 y la final se jugó en agosto de 2023. "
            "La multa es de 10.800 euros y el presupuesto del club es de 2 mil millones de euros. "
            "Durante 18 meses no se acercará a 200 metros, ni un 5 por ciento de los días."
        ),
        {"2025-02-03", "2023-08"},
        {"10800 EUR", "2000000000 EUR", "18 mo", "200 m", "5 %"},
    ),
    "it": (
        (
            "Il boss è stato arrestato il 16 gennaio 2023, era ricercato dal 1993 per le stragi. "
            "Le spese sono di 1.234,5 euro e il bilancio della regione è di 3 miliardi di euro. "
            "La fuga è durata 30 anni, e il 7 per cento degli uomini era con lui per 2 chilometri."
        ),
        {"2023-01-16", "1993"},
        {"1234.5 EUR", "3000000000 EUR", "30 y", "7 %", "2 km"},
    ),
    "pt": (
        (
            "A empresa pediu ajuda em 19 de janeiro de 2023, o plano passou em dezembro de 2023. "
            "A dívida é de R$ 43 bilhões, ou 7,6 mil milhões de euros, e não de R$ 1.234,5. "
            "O prazo é de 180 dias e as ações caíram 70% para os 7.720 credores do grupo."
        ),
        {"2023-01-19", "2023-12"},
        {"43000000000 BRL", "7600000000 EUR", "1234.5 BRL", "180 d", "70 %", "7720 credores"},
    ),
    "nl": (
        (
            "Het water steeg op 15 juli 2021 met 3,5 meter, en dat was sinds 1990 niet gebeurd. "
            "De schade is 17,2 miljard euro en niet 1.300 euro, zei de burgemeester om 14.30 uur. "
            "Er zitten 1.300 mensen al 3 dagen zonder stroom, dat is 20 procent van de stad."
        ),
        {"2021-07-15", "1990", "T14:30"},
        {"17200000000 EUR", "1300 EUR", "1300 mensen", "20 %", "3 d", "3.5 m"},
    ),
}


@pytest.mark.parametrize(
    ("language", "text", "figures", "dates"),
    [
        (
            "es",
            "Cuesta 150 y 200 millones de euros, y 4.500 metros cúbicos a las 8.40 horas: 15.000.",
            {"150000000–200000000 EUR", "4500 m³", "15000"},
            {"T08:40"},
        ),
        (
            "de",
            "Er kostet 900 Mio. bis 1,2 Mrd. Euro. Es sind 3 Mio. Nach der Flut schweigt er.",
            {"900000000–1200000000 EUR", "3000000"},
            set(),
        ),
        (
            "pt",
            "A obra custa R$ 2 a R$ 3 milhões.",
            {"2000000–3000000 BRL"},
            set(),
        ),
        (
            "it",
            "Il concerto delle 18.30 parla di pace, con oltre 15.000.",
            {"15000"},
            {"T18:30"},
        ),
        ("fr", "Ils étaient 15 000. Le préfet se tait.", {"15000"}, set()),
    ],
)
def test_ranges_areas_and_hours_have_their_value(
    language: str, text: str, figures: set[str], dates: set[str]
) -> None:
    """Both ends count, an area is no length, an hour no figure, and a full stop ends a number."""
    article = replace(structure_article("a.txt", text), language=language)
    entities = find_entities([article]).entities

    assert {e.value for e in entities if e.kind == "figure"} == figures
    assert {e.value for e in entities if e.kind == "date"} == dates


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        (
            "it",
            "La polizia ha fermato 120 persone e ha letto 300 contratti dopo la festa della città.",
            {"120 persone", "300 contratti"},
        ),
        (
            "es",
            "El gobierno gastó 5 billones de euros y la obra tiene 30 suspendidos en la ciudad.",
            {"5000000000000 EUR", "30 suspendidos"},
        ),
        (
            "pt",
            "O governo não gastou R$ 5 mi e sim R$ 2 bi com os 30 massacres na região da cidade.",
            {"5000000 BRL", "2000000000 BRL", "30 massacres"},
        ),
    ],
)
def test_what_is_counted_may_open_as_a_small_word_does(
    language: str, text: str, figures: set[str]
) -> None:
    """A noun such as "persone" is not "per"; "mi" and "billones" are worth what they say."""
    article = replace(structure_article("a.txt", text), language=language)

    assert {e.value for e in find_entities([article]).entities if e.kind == "figure"} >= figures


@pytest.mark.parametrize("language", VALUES)
def test_dates_and_figures_are_read_in_their_language(language: str) -> None:
    """Days, years and hours, sums, measures and shares have the value that a reader gives them."""
    text, dates, figures = VALUES[language]
    article = structure_article("a.txt", text)

    assert article.language == language
    entities = find_entities([article]).entities
    assert {e.value for e in entities if e.kind == "date"} >= dates
    assert {e.value for e in entities if e.kind == "figure"} >= figures


def test_the_first_of_a_month_has_its_day() -> None:
    """Portuguese and Spanish write it "1º", with a point before the sign or without."""
    words = (
        "O governo do Brasil fechou o porto em 1.º de maio de 2019 e a ponte em 1º de abril de 2019"
    )
    article = structure_article("a.txt", f"O porto\n\n{words}, disse o ministro da cidade.\n")

    found = find_entities([article]).entities

    dates = {entity.name: entity.value for entity in found if entity.kind == "date"}
    assert dates == {"1.º de maio de 2019": "2019-05-01", "1º de abril de 2019": "2019-04-01"}


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (
            "de",
            "Gestern stieg der Fluss, und vorgestern auch. Am Morgen kam Hilfe, morgen kommt mehr.",
            {"Gestern": "2024-06-11", "vorgestern": "2024-06-10", "morgen": "2024-06-13"},
        ),
        (
            "es",
            "El río subió ayer y anteayer. Por la mañana llegó la ayuda; hoy llega más.",
            {"ayer": "2024-06-11", "anteayer": "2024-06-10", "hoy": "2024-06-12"},
        ),
        (
            "it",
            "Il fiume è salito ieri, e l'altro ieri. Oggi arrivano gli aiuti, domani altri.",
            {"ieri": "2024-06-11", "Oggi": "2024-06-12", "domani": "2024-06-13"},
        ),
        (
            "pt",
            "O rio subiu ontem e anteontem. Hoje chega a ajuda, amanhã chega mais.",
            {
                "ontem": "2024-06-11",
                "anteontem": "2024-06-10",
                "Hoje": "2024-06-12",
                "amanhã": "2024-06-13",
            },
        ),
    ],
)
def test_days_are_told_from_the_day_of_writing(
    language: str, text: str, values: dict[str, str]
) -> None:
    """Yesterday, today, tomorrow; the morning is none of them."""
    wrote = date(2024, 6, 12)
    article = replace(structure_article("a.txt", text), language=language, published=wrote)

    found = find_entities([article]).entities

    assert {e.name: e.value for e in found if e.kind == "date"} == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ru", "2 декабря 2025 года, 3 мая; окружающая среда", ["2025-12-02", "2024-05-03"]),
        ("uk", "2 грудня 2025 року", ["2025-12-02"]),
        ("pl", "2 grudnia 2025, 3 maja", ["2025-12-02", "2024-05-03"]),
        ("tr", "2 Aralık 2025 pazar yerinde", ["2025-12-02"]),
        ("ca", "el 2 de desembre de 2025, el 3 de maig", ["2025-12-02", "2024-05-03"]),
        ("cs", "2. prosince 2025, 3. května", ["2025-12-02", "2024-05-03"]),
        ("da", "den 2. december 2025, den 3. maj", ["2025-12-02", "2024-05-03"]),
        ("fi", "2. joulukuuta 2025, 3. toukokuuta", ["2025-12-02", "2024-05-03"]),
        ("no", "2. desember 2025, 3. mai", ["2025-12-02", "2024-05-03"]),
        ("ro", "pe 2 decembrie 2025, vineri 3 mai", ["2025-12-02", "2024-05-03"]),
        ("sk", "2. decembra 2025, 3. mája", ["2025-12-02", "2024-05-03"]),
        ("sv", "den 2 december 2025, den 3 maj", ["2025-12-02", "2024-05-03"]),
        ("nl", "Op 2 december 2025, op 3 mei", ["2025-12-02", "2024-05-03"]),
        ("ar", "في 2 ديسمبر 2025 وفي 3 مايو", ["2025-12-02", "2024-05-03"]),
        ("zh", "2025年12月2日，3月5日花了2000万元，共12个月", ["2025-12-02", "2024-03-05"]),
        ("zh", "民國109年4月6日，2020-04-01，13月45日", ["2020-04-06", "2020-04-01"]),
        ("ja", "令和5年11月2日、24年6月、2012年", ["2023-11-02", "2024-06", "2012"]),
        ("ja", "2020/7/11-12", ["2020-07-11"]),
        ("ko", "2025년 12월 2일, 5월 3일", ["2025-12-02", "2024-05-03"]),
        ("es", "el 28 y 29 de junio", ["2024-06-28/2024-06-29"]),
        ("de", "3.-5. Juli 2024", ["2024-07-03/2024-07-05"]),
    ],
)
def test_dates_are_found_in_the_languages_whose_months_are_known(
    language: str, text: str, values: list[str]
) -> None:
    """By the names of months, or the signs for them; a market or a milieu is no weekday."""
    assert dates_of(text, language) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "Der Minister sagte am Montag, es werde am Freitag enden.", ["2024-06-10", None]),
        ("de", "Am Montag hat der Rat das Gesetz unterzeichnet.", ["2024-06-10"]),
        ("de", "Am Freitag soll der Rat abstimmen.", ["2024-06-14"]),
        ("es", "Dijo el lunes que se votará el viernes.", ["2024-06-10", "2024-06-14"]),
        ("es", "La reunión del jueves fue larga.", [None]),
        ("it", "Ha detto lunedì che la legge passerà venerdì.", ["2024-06-10", "2024-06-14"]),
        ("it", "Lunedì è stato arrestato un uomo.", ["2024-06-10"]),
        ("pt", "O juiz decidiu na terça-feira parar.", ["2024-06-11"]),
        ("pt", "Na sexta-feira haverá uma marcha.", ["2024-06-14"]),
        ("nl", "Hij zei maandag dat de wet vrijdag wordt gestemd.", ["2024-06-10", None]),
        ("nl", "Het parlement zal donderdag stemmen, vandaag niet.", ["2024-06-13", "2024-06-12"]),
        (
            "nl",
            "Volgende vrijdag, om 14 uur, na afgelopen dinsdag",
            ["2024-06-14", "T14:00", "2024-06-11"],
        ),
    ],
)
def test_a_weekday_goes_with_a_verb_beside_it(
    language: str, text: str, values: list[str | None]
) -> None:
    """Where none stands beside it, it is not told."""
    assert dates_of(text, language) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("zh", "花了2000万元，18人受伤，增长3.2%，1.5亿美元，12个月，1,234家公司。12月2日。",
         ["20000000 元", "18 人", "3.2 %", "150000000 USD", "12 mo", "1234 家"]),
        ("ja", "1億2000万円、5時間、3.2％、24年6月", ["120000000 JPY", "5 h", "3.2 %"]),
        ("ko", "500만 원, 1억 달러, 18명, 2024년", ["5000000 KRW", "100000000 USD", "18 人"]),
        ("zh", "第3章，2020-04-01，13:45，共50000", []),
    ],
)  # fmt: skip
def test_figures_are_found_where_no_space_parts_words(
    language: str, text: str, values: list[str]
) -> None:
    """With what they count, and the scale that is written behind the number."""
    assert values_of("figure", text, language) == values


@pytest.mark.parametrize("piece", ["1", "1万", "1,", "1月", "1.", "令和1年"])
def test_a_long_line_of_figures_is_read_in_one_pass(piece: str) -> None:
    """What looks like a figure from every place in it takes no square of its length."""
    seen = [
        *find_eastern(piece * 20_000, 0, 20_000),
        *find_eastern_figures(piece * 20_000, 0, 20_000),
    ]

    assert all(len(span) < 60 for span in seen)


def dates_of(text: str, language: str) -> list[str | None]:
    """The values of the dates of an article of Wednesday 12 June 2024, in reading order."""
    return values_of("date", text, language)


def values_of(kind: str, text: str, language: str) -> list[str | None]:
    """The values of a kind in an article of Wednesday 12 June 2024, in reading order."""
    block = Block("paragraph", Span(0, len(text)))
    article = Article("a.txt", text, (block,), published=date(2024, 6, 12), language=language)
    found = find_entities([article]).entities
    read = [(m.span, e.value) for e in found if e.kind == kind for m in e.mentions]
    return [value for _, value in sorted(read)]
