"""Folders whose articles do not tell one story."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.article import Article
from dossier.entities import find_entities
from dossier.structure import structure_article
from dossier.topics import Topic, sort_topics
from dossier.topics.apart import _marked
from dossier.topics.stories import stories_in
from dossier.topics.wording import wording_of

FLOOD = (
    "La rivière est sortie de son lit à Corbigny dans la nuit de mardi à mercredi.",
    "Les pluies ont inondé les rues basses de Corbigny et deux ponts sont coupés.",
    "Trois personnes sont mortes dans la crue de la rivière, selon la préfecture.",
    "Les pompiers ont évacué les habitants des rues basses vers le gymnase.",
    "Le préfet appelle les habitants de Corbigny à rester chez eux.",
    "La décrue de la rivière est attendue jeudi et les ponts restent fermés.",
)
TRIAL = (
    "Le procès de la banque Ardel s'est ouvert lundi devant le tribunal de Vendre.",
    "Les anciens dirigeants d'Ardel sont accusés d'avoir caché des pertes aux clients.",
    "L'avocat des parties civiles réclame le remboursement des clients de la banque.",
    "Le procureur du tribunal de Vendre a requis trois ans de prison.",
    "Les dirigeants nient avoir caché les pertes de la banque à leurs clients.",
    "Le jugement du tribunal sera rendu en mars, selon l'avocat d'Ardel.",
)
STRIKE = (
    "The strike at the Harrow shipyard began on Monday after talks over pay broke down.",
    "The unions say that nine in ten workers of the Harrow shipyard walked out.",
    "The company offers a rise of two per cent, and the unions want five.",
    "The minister said the government would not step into the talks at Harrow.",
    "Two ferries will be late because of the strike, the company said.",
    "The unions and the company meet again on Thursday, with a mediator.",
)
CLIPS = (
    "Le chou se coupe en lamelles, se sale, puis fermente trois semaines dans une jarre.",
    "Le pianiste joue deux sonates ce soir, avant un disque et des concerts en Asie.",
    "Un astéroïde frôle la planète, mesuré par des télescopes installés au désert.",
    "Le championnat reprend samedi, l'attaquant blessé manquera le match contre Nantes.",
)


def articles_of(*texts: str) -> list[Article]:
    """The articles, each with a headline of its own."""
    return [structure_article(f"{i}.txt", text) for i, text in enumerate(texts)]


def told(lines: tuple[str, ...], turn: int) -> str:
    """An article of those lines, each article beginning elsewhere."""
    return "Au jour le jour\n\n" + "\n\n".join((*lines[turn:], *lines[:turn]))


def topics_of(articles: list[Article]) -> tuple[Topic, ...]:
    """Their topics."""
    return sort_topics(articles, find_entities(articles), language="fr")


def test_two_stories_in_a_folder_are_told_apart() -> None:
    """Each has its own topics, told apart by the name that marks the story."""
    articles = articles_of(*(told(lines, i) for lines in (FLOOD, TRIAL) for i in range(3)))

    topics = topics_of(articles)

    assert stories_in(articles, "fr") == [[0, 1, 2], [3, 4, 5]]
    assert any(topic.title.startswith("Corbigny") for topic in topics)
    for topic in topics:
        files = {int(extract.file[0]) // 3 for extract in topic.extracts}
        assert len(files) == 1 or topic.rest


def test_a_story_in_another_language_is_titled_in_its_own() -> None:
    """Its topics are called what they would be if it stood alone; the others stay as they were."""
    french = articles_of(*(told(FLOOD, i) for i in range(3)))
    lines = [(*STRIKE[i:], *STRIKE[:i]) for i in range(3)]
    english = [
        structure_article(f"en{i}.txt", "The day\n\n" + "\n\n".join(line))
        for i, line in enumerate(lines)
    ]
    alone = sort_topics(english, find_entities(english), language="en")

    topics = topics_of([*french, *english])
    theirs = [t for t in topics if all(e.file.startswith("en") for e in t.extracts)]
    assert {article.language for article in english} == {"en"}
    assert len(theirs) > 1
    assert all(any(_ends(t.title, one.title) for one in alone) for t in theirs)
    assert not any(_ends(t.title, one.title) for t in topics if t not in theirs for one in alone)


def _ends(title: str, own: str) -> bool:
    """Whether a title is a topic's own, after its story's mark or by itself."""
    return title.casefold().endswith(own.casefold())


def test_a_story_s_mark_leaves_a_name_its_capital() -> None:
    """The rest of a title goes on in small letters, as after any colon."""
    wording = wording_of("fr")
    names = {"Donald", "Le"}

    assert _marked("Donald Trump en campagne", "Aude", wording, names) == (
        "Aude : Donald Trump en campagne"
    )
    assert _marked("Le procès", "Aude", wording, names) == "Aude : le procès"
    assert _marked("Dégâts", "Aude", wording, names) == "Aude : dégâts"


def test_a_mark_inside_a_word_is_not_in_the_title() -> None:
    """The name in "roman" is not Oman; in Japanese nothing parts the words."""
    wording = wording_of("fr")

    assert _marked("Le roman du maire", "Oman", wording, ()) == "Oman : le roman du maire"
    assert _marked("Le sultan d'Oman", "Oman", wording, ()) == "Le sultan d'Oman"
    assert _marked("東京の洪水", "東京", wording_of("ja"), ()) == "東京の洪水"


def test_what_a_passage_would_else_be_in_is_called_as_it_stands() -> None:
    """Of two stories, the second best topic of an extract bears its story's mark as well."""
    articles = articles_of(*(told(lines, i) for lines in (FLOOD, TRIAL) for i in range(3)))

    topics = topics_of(articles)

    others = {e.runner_up for topic in topics for e in topic.extracts} - {None}
    assert others
    assert others <= {topic.title for topic in topics}


def test_clips_that_share_nothing_are_not_cut_up() -> None:
    """Each is whole in one topic, under its headline, and marked as rough."""
    articles = articles_of(
        *(f"Clip numéro {i}\n\n{text} {text} {text}" for i, text in enumerate(CLIPS))
    )

    topics = topics_of(articles)

    assert [topic.title for topic in topics] == [f"Clip numéro {i}" for i in range(4)]
    assert all(topic.rough and len({e.file for e in topic.extracts}) == 1 for topic in topics)


def test_many_clips_are_put_together_by_kind() -> None:
    """Beyond a dozen, those that stand alone are gathered as a paper has desks."""
    syllables = [a + b for a in "bcdfglmnprst" for b in "aeiou"]
    words = [syllables[i % 60] + syllables[i // 60] + "ra" for i in range(400)]
    texts = [" ".join(words[25 * i : 25 * i + 25]).capitalize() + "." for i in range(16)]
    articles = articles_of(*texts)

    topics = topics_of(articles)

    assert len(stories_in(articles, "fr")) == 16
    assert [topic.title for topic in topics] == ["Autres articles"]
    assert {e.file for e in topics[0].extracts} == {article.file for article in articles}


def test_a_story_is_one_whatever_its_sides() -> None:
    """Articles of one story are not parted."""
    articles = articles_of(*(told(FLOOD, i) for i in range(4)))

    assert stories_in(articles, "fr") == [[0, 1, 2, 3]]


@given(st.lists(st.sampled_from((*CLIPS, *FLOOD, *TRIAL, "")), max_size=8))
def test_every_article_is_in_one_story(texts: list[str]) -> None:
    """However they fall apart."""
    articles = articles_of(*texts)

    found = [i for story in stories_in(articles, "fr") for i in story]

    assert sorted(found) == list(range(len(articles)))


def test_clips_of_a_line_are_no_story_where_they_share_nothing() -> None:
    """A film, a recipe and a page of code are not cut up into topics."""
    lines = (
        "A hacker learns what is real about the world.",
        "Bake the chocolate cake slowly in a hot oven.",
        "Parse command line options before opening sockets.",
        "Mountain goats graze above frozen alpine lakes.",
        "Violin makers varnish spruce with amber resin.",
        "Tax returns close this Friday for small firms.",
    )
    articles = articles_of(*lines)

    assert len(stories_in(articles, "en")) == len(lines)


def test_articles_whose_words_are_not_parted_share_pairs_of_letters_by_chance() -> None:
    """A few common pairs do not make one story of three articles in Japanese."""
    common = "方法説明利"
    kinds = ("料理野菜塩油鍋包丁皿箸", "電車駅線路切符車両運転橋", "登山岩雪頂上小屋道標靴")
    texts = [f"{kind}。{common}。{kind[::-1]}。" for kind in kinds]

    assert len(stories_in(articles_of(*texts), "ja")) == len(kinds)
