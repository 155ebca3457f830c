"""Topics of dossiers in languages whose frames of news are not known."""

from itertools import combinations

import pytest

from dossier.article import Article
from dossier.entities import Found
from dossier.language import fold
from dossier.structure import structure_article
from dossier.topics import Topic, sort_topics
from dossier.topics.titles.runs import repeated
from dossier.topics.wording import wording_of
from dossier.topics.words import silent_words, stem_of_arabic, terms_of, without_common

RUSSIAN = (
    (
        "Спасательная служба нашла под обломками моста троих раненых водителей.",
        "Раненые водители доставлены в городскую больницу в тяжёлом состоянии.",
        "Врачи городской больницы борются за жизнь раненых.",
    ),
    (
        "Следственный комитет возбудил уголовное дело о халатности подрядчика.",
        "Следователи изъяли документы подрядчика, уголовное дело ведёт областное управление.",
        "Подрядчик отрицает халатность и не признаёт уголовное дело законным.",
    ),
    (
        "Автобусный маршрут через реку закрыт, пассажиров перевозит паром.",
        "Паром ходит каждый час, билет на автобусный маршрут действителен.",
        "Пассажиры ждут паром на пристани, автобусный маршрут откроют осенью.",
    ),
)
CHINESE = (
    (
        "救援人员在倒塌的大桥下找到三名受伤司机。",
        "受伤司机被送往市立医院，伤势严重。",
        "市立医院的医生正在抢救受伤司机。",
    ),
    (
        "检察机关对施工单位展开刑事调查。",
        "调查人员查封施工单位的合同文件，刑事调查仍在继续。",
        "施工单位否认违规，律师批评刑事调查。",
    ),
    (
        "公交线路改道，乘客改乘渡轮过河。",
        "渡轮每小时一班，公交线路的车票仍然有效。",
        "乘客在码头排队等渡轮，公交线路秋天恢复。",
    ),
)
ARABIC = (
    (
        "عثر رجال الإنقاذ تحت أنقاض الجسر على ثلاثة سائقين جرحى.",
        "نقل الجرحى إلى المستشفى المركزي وحالتهم خطيرة.",
        "يحاول أطباء المستشفى المركزي إنقاذ حياة الجرحى.",
    ),
    (
        "فتحت النيابة العامة تحقيقا مع شركة المقاولات بتهمة الإهمال.",
        "صادر المحققون وثائق المقاولات وتواصل النيابة العامة التحقيق.",
        "تنفي شركة المقاولات تهمة الإهمال وتنتقد النيابة العامة.",
    ),
    (
        "تحولت الحافلات عن النهر وصار الركاب يعبرون بالعبارة الجديدة.",
        "تبحر العبارة الجديدة كل ساعة وتذاكر الحافلات صالحة للركاب.",
        "ينتظر الركاب العبارة الجديدة وتعود الحافلات في الخريف.",
    ),
)
JAPANESE = (
    (
        "救助隊は崩れた橋の下で負傷者三人を見つけた。",
        "負傷者は中央病院に運ばれ、重体となっている。",
        "中央病院の医師が負傷者の手当てを続けている。",
    ),
    (
        "検察庁は建設会社の過失について強制捜査を始めた。",
        "強制捜査で建設会社の契約書類が押収された。",
        "建設会社は過失を否定し、強制捜査に抗議した。",
    ),
    (
        "バス路線は迂回し、乗客はフェリーで川を渡る。",
        "フェリーは一時間ごとに出て、バス路線の切符で乗れる。",
        "乗客はフェリー乗り場に並び、バス路線は秋に再開する。",
    ),
)


def articles_of(sides: tuple[tuple[str, ...], ...], language: str) -> list[Article]:
    """Three articles, each with one sentence of each side and then another, in its own order."""
    space = "" if language in ("zh", "ja") else " "
    texts = [
        space.join(
            side[(turn + more) % 3] for side in sides[turn:] + sides[:turn] for more in range(2)
        )
        for turn in range(3)
    ]
    articles = [structure_article(f"{i}.txt", text + "\n") for i, text in enumerate(texts)]
    return [article.retold({"language": language}) for article in articles]


def side_of(article: Article, start: int, sides: tuple[tuple[str, ...], ...]) -> int:
    """The side whose sentence stands there."""
    return next(
        number
        for number, side in enumerate(sides)
        for sentence in side
        if article.text.startswith(sentence, start)
    )


def sorted_topics(sides: tuple[tuple[str, ...], ...], language: str) -> tuple[Topic, ...]:
    """The topics of the three articles."""
    return sort_topics(articles_of(sides, language), Found(), language=language)


LANGUAGES = pytest.mark.parametrize(
    ("sides", "language"),
    [(RUSSIAN, "ru"), (CHINESE, "zh"), (ARABIC, "ar"), (JAPANESE, "ja")],
    ids=["ru", "zh", "ar", "ja"],
)


@LANGUAGES
def test_what_articles_of_any_language_say_of_one_side_stands_together(
    sides: tuple[tuple[str, ...], ...], language: str
) -> None:
    """Of two extracts in one topic, four times in five both are of one side of the story."""
    articles = {article.file: article for article in articles_of(sides, language)}

    together = [
        side_of(articles[one.file], one.span.start, sides)
        == side_of(articles[other.file], other.span.start, sides)
        for topic in sorted_topics(sides, language)
        for one, other in combinations(topic.extracts, 2)
        if one.file != other.file
    ]

    assert len(together) >= 4
    assert sum(together) >= 0.8 * len(together)


@LANGUAGES
def test_titles_of_any_language_are_words_of_the_text(
    sides: tuple[tuple[str, ...], ...], language: str
) -> None:
    """Written as the text writes them, never a stem or a pair of letters; marked as rough."""
    words = " ".join(article.text for article in articles_of(sides, language)).casefold()

    topics = sorted_topics(sides, language)

    assert len({topic.title for topic in topics}) == len(topics) >= 3
    for topic in topics:
        assert topic.rough
        assert topic.title.rstrip("…").casefold() in words
        assert len(topic.title) >= 2


@pytest.mark.parametrize(
    ("text", "language", "terms"),
    [
        ("والمسجد للمسجد مسجدها", "ar", ("مسجد",) * 3),
        ("В школе о школах", "ru", ("школе", "школах")),
        ("これはデザインの会議である", "ja", ("デザイン", "会議")),
        ("大桥的医院", "zh", ("大桥", "医院")),
        ("The cat จะไป", "th", ("cat", "จะ", "ะไ", "ไป")),
    ],
)
def test_what_joins_words_is_no_term(text: str, language: str, terms: tuple[str, ...]) -> None:
    """Articles, prepositions, particles and endings say nothing of a sentence's subject."""
    assert terms_of(text, language) == terms


def test_words_that_every_sentence_has_say_nothing_where_no_list_is_known() -> None:
    """Of a language without a list; those of the others stay."""
    terms = [("va", f"n{i}", "mot") for i in range(40)]

    left = without_common(terms, ["fi"] * 30 + ["fr"] * 10)

    assert left[0] == ("n0",)
    assert left[-1] == ("va", "n39", "mot")


def test_no_address_and_no_code_makes_a_title() -> None:
    """What stands in an address, or in Latin letters among Japanese ones, is not what is told."""
    text = "設計の説明 https://shop.example.com/page import の例"
    runs = repeated([text, text], [text, text, "会議", "会議", "会議"], "ja")

    assert any("設計" in run for run in runs)
    assert not [run for run in runs if run.isascii()]


GERMAN = (
    "Die Rettungskräfte suchen nach Vermissten in den braunen Fluten der Ahr.",
    "Mit braunen Fluten kämpfen die Rettungskräfte, gibt die Zahl der Todesopfer an.",
    "Verheerend ist die Zahl der Todesopfer, es gibt viele.",
    "Verheerend ist es, es gibt viele.",
)
SPANISH = (
    "El juez considera probada la agresión sexual y prohíbe acercarse a Marta Ruiz.",
    "Por agresión sexual la condena el juez, que prohíbe acercarse a Marta Ruiz.",
    "La entrega de medallas y el juez considera la agresión sexual de Marta Ruiz.",
    "Han llegado a la entrega de medallas.",
)
ITALIAN = (
    "Il procuratore di Palermo Maurizio de Lucia ringrazia le forze dell'ordine.",
    "A Palermo Maurizio de Lucia loda le forze dell'ordine, realizzato in stretto raccordo.",
    "Realizzato in stretto raccordo con le forze dell'ordine.",
)
PORTUGUESE = (
    "Os bancos cumpram a medida da recuperação judicial, que soma bilhões.",
    "Que os bancos cumpram o plano da recuperação judicial de bilhões.",
    "A recuperação judicial soma bilhões, e os bancos cumpram.",
)
OTHERS = ("xx yy zz",) * 9


@pytest.mark.parametrize(
    ("texts", "language", "told", "untold"),
    [
        (GERMAN, "de", ("Zahl der Todesopfer",), ("gibt", "verheerend", "viele", "suchen")),
        (SPANISH, "es", ("Agresión sexual", "Marta Ruiz"), ("prohíbe", "considera", "condena")),
        (ITALIAN, "it", ("Maurizio de Lucia",), ("realizzato", "palermo maurizio")),
        (PORTUGUESE, "pt", ("Recuperação judicial",), ("cumpram", "bilhões")),
    ],
)
def test_a_title_is_no_verb_and_no_piece_of_a_phrase(
    texts: tuple[str, ...], language: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    """What a group keeps writing is told as its nouns and names, in four more languages."""
    runs = repeated(texts, (*texts, *OTHERS), language)

    assert set(told) <= set(runs)
    assert not any(word in run.lower() for word in untold for run in runs)


def test_a_piece_of_a_word_without_spaces_is_no_title() -> None:
    """Letters that stand only inside a longer run give way to it."""
    texts = ("珠洲市で地震", "珠洲市に津波", "珠洲市は断水")

    runs = repeated(texts, (*texts, *OTHERS), "ja")

    assert "珠洲市" in runs
    assert "洲市" not in runs


@pytest.mark.parametrize("language", ["de", "es", "it", "pt", "nl", "ja", "zh", "ru", "ar"])
def test_a_listed_language_has_words_that_say_nothing(language: str) -> None:
    """Every list is read, folded, and holds no word twice over in another spelling."""
    silent = silent_words(language)

    assert len(silent) > 80
    assert all(word == fold(word) for word in silent)


def test_the_commonest_words_say_nothing_where_no_others_are_listed() -> None:
    """Those that tell Turkish are silent in it; English ones where a language has none."""
    assert "bir" in silent_words("tr")
    assert "the" in silent_words("mt")


@pytest.mark.parametrize("language", ["de", "es", "it", "pt", "nl", "ru", "uk", "ar", "zh", "ja"])
def test_fixed_titles_are_in_the_language_of_the_dossier(language: str) -> None:
    """What no group has, and an article's opening, are called in the dossier's own language."""
    wording = wording_of(language)
    fixed = {wording.rest, wording.elsewhere, wording.opening, wording.unnamed}

    assert len(fixed) == 4
    english = wording_of("en")
    assert not fixed & {english.rest, english.elsewhere, english.opening, english.unnamed}


def test_a_russian_word_alone_stands_in_no_oblique_case() -> None:
    """The noun as a dictionary has it gives a title; its form behind a preposition gives none."""
    texts = ("На борту был пилот.", "Пилот погиб на борту.", "Второй пилот остался на борту.")

    runs = repeated(texts, (*texts, *OTHERS), "ru")

    assert "Пилот" in runs
    assert "Борту" not in runs


def test_an_arabic_word_keeps_an_ending_without_which_nothing_is_left() -> None:
    """Two letters are no stem, three are."""
    assert stem_of_arabic("سنة") == "سنة"
    assert stem_of_arabic("مدينة") == "مدين"
