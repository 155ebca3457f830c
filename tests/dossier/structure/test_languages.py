"""Articles in scripts without spaces, and in languages other than French and English."""

from datetime import date

import pytest

from dossier.language.words import count_words, told_length
from dossier.structure import structure_article

CHINESE = """河水上涨 两条道路中断

市议会周二投票决定关闭大桥,上周日的洪水已经使大桥受损,市长在会议上表示,修复工程将持续数月。

这并非一场没有预兆的洪水。

市议会周四将再次开会,决定工程事宜,费用估计为两百万元,市长表示。

居民的愤怒

市议会周四将再次开会,决定工程事宜,费用估计为两百万元,市长表示。

“我们不会离开。”

市议会周四将再次开会,决定工程事宜,费用估计为两百万元,市长表示。
"""
JAPANESE = """川が氾濫し二つの道路が通行止めに

市議会は火曜日に橋の閉鎖を決めた。日曜日の洪水で橋はすでに傷んでおり、市長によると工事は数か月続く見通しだという。

負傷者は三人。
▼北区で二人
▼南区で一人
"""


def words_of(text: str, kind: str) -> list[str]:
    """What the blocks of a kind say."""
    return [
        block.span.of(text)
        for block in structure_article("a.txt", text).blocks
        if block.kind == kind
    ]


def test_a_sentence_without_spaces_is_no_heading() -> None:
    """A Chinese line that a full stop closes is running text; a short one without it heads some."""
    assert words_of(CHINESE, "headline") == ["河水上涨 两条道路中断"]
    assert words_of(CHINESE, "heading") == ["居民的愤怒"]
    assert len(words_of(CHINESE, "paragraph")) == 6


def test_a_headline_needs_no_spaces() -> None:
    """A Japanese line of one word, as spaces go, may be the headline, and ▼ opens items."""
    assert words_of(JAPANESE, "headline") == ["川が氾濫し二つの道路が通行止めに"]
    assert words_of(JAPANESE, "item") == ["▼北区で二人", "▼南区で一人"]


def test_words_are_counted_where_no_space_parts_them() -> None:
    """A line of kana and ideographs has as many words as it could, and is longer than it looks."""
    assert count_words("The bridge is closed") == 4
    assert 6 <= count_words("川が氾濫し二つの道路が通行止めに") <= 9
    assert told_length("été") == 3
    assert told_length("橋の閉鎖") == 10


DATES = (
    "15. Juli 2021",
    "Stand: 15.07.2021, 23:49 Uhr",
    "15.07.2021 | 23:49 Uhr",
    "Veröffentlicht am Donnerstag, 15. Juli 2021 um 8.30 Uhr",
    "15 de julio de 2021 13:23 h",
    "Publicado el jueves, 15 de julio del 2021",
    "15 Luglio 2021",
    "giovedì 15 luglio 2021 alle 10:15",
    "Pubblicato il 15 luglio 2021",
    "15 julho 2021",
    "15 de julho de 2021 às 13h23",
    "quinta-feira, 15 jul. 2021",
    "15 juli 2021",
    "11:40 15 июля 2021",
    "15 июля 2021 г.",
    "Опубликовано: 15 июля 2021 года",
    "15 يوليو 2021",
    "2021年7月15日",
    "2021年7月15日 15時52分",
    "发布时间：2021年7月15日",
)


@pytest.mark.parametrize("line", DATES)
def test_a_line_given_to_a_date_is_read_in_its_language(line: str) -> None:
    """The day of an article is found whatever the language of its line."""
    text = f"Mehr als hundert Menschen vermisst\n\n{line}\n\n" + "Das Wasser stieg weiter an. " * 9
    article = structure_article("a.txt", text)

    assert (article.published or article.updated) == date(2021, 7, 15)
    assert [block.kind for block in article.blocks][1] == "date"


@pytest.mark.parametrize("line", ["Die Flut vom 15. Juli 2021 und ihre Folgen", "Lunes 15", "Mayo"])
def test_a_line_that_tells_more_than_a_day_is_none(line: str) -> None:
    """A heading with a date in it, and a word that is half of one, give the article no date."""
    text = f"Mehr als hundert Menschen vermisst\n\n{line}\n\n" + "Das Wasser stieg weiter an. " * 9

    assert structure_article("a.txt", text).published is None


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Die Flut und ihre Folgen",
        "Das könnte Sie auch interessieren",
        "Lea también: La sentencia, paso a paso",
        "Lo más leído",
        "Leggi anche",
        "I più letti",
        "Leia também: O plano dos credores",
        "Читайте также: Что известно о крушении",
        "関連記事",
        "Kommentare (42)",
        "Newsletter abonnieren",
        "Suscríbete para seguir leyendo",
        "Más leídas",
        "Ti potrebbe interessare",
        "Condividi su Facebook",
        "Continua após a publicidade",
        "Lees ook: De dijk en het water",
        "Czytaj też: Co wiemy o powodzi",
        "İlginizi çekebilir",
        "相关阅读：大桥为何关闭",
        "责任编辑：张伟",
        "ツイートする",
    ],
)
def test_what_a_site_puts_around_an_article_is_furniture(line: str) -> None:
    """Read-also and most-read lines are folded away in other languages too."""
    told = "Das Wasser stieg weiter an, und niemand wusste, wie lange noch. " * 3
    text = f"Mehr als hundert Menschen vermisst\n\n{told}\n\n{line}\n\n{told}"

    assert words_of(text, "furniture") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Abonnieren Sie die Lehre oder nicht, die Zahlen der Bank lassen keinen Zweifel zu.",
        "Iscriviti o paga, ha detto il sindaco ai cittadini che aspettavano davanti al comune.",
        "Lees ook tussen de regels van de brief, zegt de minister, en men ziet de angst.",
        "Todos los derechos reservados a las mujeres fueron abolidos el lunes por el Senado.",
    ],
)
def test_a_sentence_of_the_article_is_no_furniture(line: str) -> None:
    """A whole sentence that opens as a site's lines do is read with the others."""
    told = "Das Wasser stieg weiter an, und niemand wusste, wie lange noch. " * 3
    text = f"Mehr als hundert Menschen vermisst\n\n{told}\n\n{line}\n\n{told}"

    assert line in words_of(text, "paragraph")
