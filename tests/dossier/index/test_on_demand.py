"""A large dossier is made on demand: the same as a whole one, and nothing is fetched unseen."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.article import Article
from dossier.copies import find_copies
from dossier.dossier import Dossier, analyse, open_dossier
from dossier.index.articles import KeptArticle, KeptArticles
from dossier.index.shelf import Shelf, _Words
from dossier.mending import with_particulars
from dossier.search import find_hits, search
from tests.dossier.index.kept_folder import (
    TEXTS,
    SlowChild,
    children,
    folder,
    index_of,
    keep,
    kept_file,
    make_large,
    write,
)

__all__ = ["children", "folder"]


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four articles are many."""
    make_large(monkeypatch)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of which everything is kept; what is in it is not changed."""
    folder = write(tmp_path_factory.mktemp("known") / "crue")
    with pytest.MonkeyPatch.context() as patch:
        make_large(patch)
        keep(folder)
    return folder


def shelf_of(dossier: Dossier) -> Shelf:
    """The shelf that a dossier is made of on demand."""
    assert isinstance(dossier.articles, KeptArticles)
    return dossier.articles.stock.shelf


def test_it_is_the_dossier_that_is_worked_out(known: Path) -> None:
    """Made on demand or whole, articles, names, topics and what is asked of them are the same."""
    whole, kept = analyse(open_dossier([known])), index_of(known).open()

    assert isinstance(kept.articles, KeptArticles)
    assert kept == whole
    assert whole == kept
    assert hash(kept.articles[1]) == hash(whole.articles[1])
    for topic, other in zip((None, *whole.topics), (None, *kept.topics), strict=True):
        assert list(kept.sources(other)) == list(whole.sources(topic))
    for article in whole.articles:
        assert kept.article(article.file) == article
        assert kept.place(article.file) == whole.place(article.file)
        assert kept.mentions(article.file) == whole.mentions(article.file)
        for offset in range(0, len(article.text), 7):
            assert kept.topics_of(article.file, offset) == whole.topics_of(article.file, offset)


@pytest.mark.parametrize("damaged", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        "l",
        "la loire",
        "LOIRE",
        '"jean petit"',
        "pont -mardi",
        "2",
        "l'abri",
        '"loire deborde',
        '"a ferme le po',
        '"tours le"',
        "tours 3",
        "tou",
        "zzz",
        '"',
        "'",
    ],
)
def test_the_same_is_found(folder: Path, words: str, damaged: bool) -> None:
    """Words let through what has a hit, wherever one begins to look; damaged, they let all."""
    if damaged:
        with closing(sqlite3.connect(kept_file(folder))) as shelf, shelf:
            shelf.execute("UPDATE words0_data SET block = x'00' WHERE id > 10")
    kept, whole = index_of(folder).open(), open_dossier([folder])
    hits = search(whole.articles, words)

    assert search(kept.articles, words) == hits
    for start in range(len(kept.articles)):
        found = find_hits(kept.articles, words, start=start)
        assert sorted(found, key=hits.index) == list(hits)
        first = next(find_hits(kept.articles, words, start=start), None)
        if first is not None:
            after = [hit for hit in hits if whole.place(hit.file) >= start]
            assert first == (after or hits)[0]


class Refusing:
    """A database that refuses tables to find words by, and says why."""

    def __init__(self, why: str) -> None:
        self.why = why
        self.asked: list[str] = []

    def execute(self, sql: str, *_: object) -> None:
        """Refuse a table; note all else."""
        if sql.startswith("CREATE VIRTUAL"):
            raise sqlite3.OperationalError(self.why)
        self.asked.append(sql)


def test_an_sqlite_that_finds_no_words_keeps_none() -> None:
    """Articles are then looked through one by one; a full disk is another matter, and told."""
    cannot = Refusing("no such module: fts5")
    words = _Words(cannot)  # type: ignore[arg-type]  # as far as it is asked
    words.put(0, 0, b"la loire")
    words.close()
    assert not cannot.asked

    with pytest.raises(sqlite3.OperationalError, match="full"):
        _Words(Refusing("database or disk is full")).put(0, 0, b"la")  # type: ignore[arg-type]


def test_without_words_to_find_by_the_same_is_found(folder: Path) -> None:
    """What an SQLite without them keeps is searched all the same."""
    with closing(sqlite3.connect(kept_file(folder))) as shelf, shelf:
        shelf.execute("DROP TABLE words0")
    kept, whole = index_of(folder).open(), open_dossier([folder])

    assert not shelf_of(kept).has_words
    for words in ("loire", '"jean petit"', "pont -mardi"):
        assert search(kept.articles, words) == search(whole.articles, words)


def test_words_of_many_articles_stand_in_several_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever one begins to look, the hits of all of them are found, each once and in order."""
    for module in ("writing", "stock"):
        monkeypatch.setattr(f"dossier.index.{module}.SHARE", 3)
    folder = write(tmp_path / "crue")
    for number in range(6):
        (folder / f"e{number}.txt").write_text(f"Jour {number}\n\nLa Loire baisse.", "utf-8")
    keep(folder)
    kept, whole = index_of(folder).open(), open_dossier([folder])

    for words in ("loire", '"la loire"', "jour 3", "l", "zzz"):
        hits = search(whole.articles, words)
        for start in range(len(kept.articles)):
            found = list(find_hits(kept.articles, words, start=start))
            after = [hit for hit in hits if whole.place(hit.file) >= start]
            assert found == [*after, *(hit for hit in hits if hit not in after)]


def test_a_search_fetches_what_may_have_a_hit(known: Path) -> None:
    """An article without the words is not looked at."""
    kept = index_of(known).open()
    shelf, before = shelf_of(kept), shelf_of(kept).fetched

    assert [hit.file for hit in search(kept.articles, "bridge")] == ["d.txt"]
    assert shelf.fetched - before <= 6


def test_what_the_articles_share_is_known(known: Path) -> None:
    """Copies of a large dossier are looked for once, and not at each opening."""
    kept = index_of(known).open()

    assert isinstance(kept.articles, KeptArticles)
    assert kept.articles.copies() == find_copies(tuple(kept.articles))


def test_what_is_counted_is_what_there_is(known: Path) -> None:
    """Mentions, sources and kinds are counted as if each was looked at."""
    kept = index_of(known).open()

    for entity in kept.found.entities:
        files = {mention.file for mention in entity.mentions}
        assert len(entity.mentions) == len(list(entity.mentions))
        assert getattr(entity.mentions, "sources", 0) == len(files)
    for topic in kept.topics:
        inside = [
            mention.kind
            for extract in topic.extracts
            for mention, _ in kept.mentions(extract.file)
            if mention.span.overlaps(extract.span)
        ]
        counted = topic.extracts.kinds()  # type: ignore[attr-defined]  # on demand
        assert counted == {kind: inside.count(kind) for kind in inside}


def test_an_article_that_is_not_there_is_not_made_up(known: Path) -> None:
    """Its place, its mentions, its extracts: nothing."""
    kept = index_of(known).open()

    with pytest.raises(KeyError):
        kept.article("z.txt")
    assert kept.mentions("z.txt") == ()
    assert kept.extracts(kept.topics[0], "z.txt") == ()


def test_opening_costs_the_same_whatever_the_number_of_articles(known: Path) -> None:
    """The whole, the topics without their extracts, and not one article, name or word."""
    kept = index_of(known).open()

    assert shelf_of(kept).fetched <= 4 + len(kept.topics)


def test_a_line_of_the_list_costs_one_row_and_a_page_two_more(known: Path) -> None:
    """Title, outlet and date are in the article's row; its words and parts in two others."""
    kept = index_of(known).open()
    shelf, before = shelf_of(kept), shelf_of(kept).fetched

    read = open_dossier([known]).articles[2]
    article = kept.articles[2]
    told = article.name, article.outlet, article.published

    assert told == (read.name, read.outlet, read.published)
    assert shelf.fetched == before + 1
    assert article.text
    assert article.passages
    assert shelf.fetched == before + 3


def test_words_are_let_go_of(known: Path) -> None:
    """An article that was looked at holds neither its text nor its parts."""
    article = index_of(known).open().articles[0]

    assert article.text
    with pytest.raises(AttributeError):
        object.__getattribute__(article, "text")


def test_what_was_said_of_an_article_by_hand_counts(folder: Path) -> None:
    """A title and a date by hand stand in the list, and the order follows them."""
    (folder / "dossier.toml").write_text(
        '[[article]]\nfile = "d.txt"\ntitle = "La Loire"\npublished = 2026-02-01\n'
        '[[article]]\nfile = "z.txt"\ntitle = "?"\n',
        "utf-8",
    )
    index_of(folder).open()
    keep(folder)

    kept = index_of(folder).open()

    assert isinstance(kept.articles, KeptArticles)
    assert kept == analyse(open_dossier([folder]))
    assert next(article.file for article in kept.articles) == "d.txt"
    assert kept.articles[0].name == "La Loire"
    assert kept.place("d.txt") == 0
    assert any("z.txt" in problem.message for problem in kept.problems)


def test_an_article_mended_while_one_reads_stays_in_its_place(known: Path) -> None:
    """Its particulars are as they are told; the others are still made on demand."""
    kept = index_of(known).open()
    told = replace(open_dossier([known]).article("b.txt"), title="Le pont", outlet="Est")

    mended = with_particulars(kept, [told])

    assert isinstance(mended.articles, KeptArticles)
    assert mended.place("b.txt") == kept.place("b.txt")
    assert (mended.article("b.txt").name, mended.article("b.txt").outlet) == ("Le pont", "Est")
    assert mended.article("b.txt").text == told.text


def test_files_that_only_look_otherwise_are_looked_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Touched or copied, they are read once more; the next opening opens none of them."""
    os.utime(folder / "b.txt", ns=(10**9, 10**9))
    index_of(folder).open()
    monkeypatch.setattr("dossier.index.open_dossier", lambda *_, **__: pytest.fail("read again"))

    assert index_of(folder).open().analysed


def test_an_article_that_changed_is_read_and_the_others_are_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changed is as it is now, what is gone is gone; the rest is as it was kept."""
    (folder / "b.txt").write_text(TEXTS["b.txt"] + " La Loire baisse.", encoding="utf-8")
    (folder / "a.txt").rename(folder / "e.txt")
    expected = open_dossier([folder])
    read = []
    from dossier.reading import read_article

    def note(file: str, raw: bytes) -> object:
        read.append(file)
        return read_article(file, raw)

    monkeypatch.setattr("dossier.reading.read_article", note)
    again = index_of(folder).open()

    assert again == expected
    assert read == ["b.txt", "e.txt"]


def test_a_reader_goes_on_while_another_keeps_something_new(folder: Path) -> None:
    """What was opened stays as it was; who opens afterwards has what is new."""
    before = index_of(folder).open()
    (folder / "b.txt").write_text("La Loire baisse\n\nLe pont a rouvert mardi.", "utf-8")
    keep(folder)

    assert before.article("b.txt").text == TEXTS["b.txt"]
    assert index_of(folder).open() == analyse(open_dossier([folder]))


def test_reading_leaves_nothing_beside_the_shelf(folder: Path) -> None:
    """No lock, no journal: a home that cannot be written is read all the same."""
    kept_file(folder).chmod(0o400)
    kept = index_of(folder).open()

    assert kept == analyse(open_dossier([folder]))
    assert len(list((folder.parent / "cache").iterdir())) == 1


def test_several_threads_may_ask(known: Path) -> None:
    """The screen and its workers ask at once, and each is answered."""
    kept, whole = index_of(known).open(), open_dossier([known])
    answers: list[bool] = []

    def ask() -> None:
        answers.extend(tuple(kept.articles) == whole.articles for _ in range(20))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [True] * 80


@given(place=st.floats(0, 1, exclude_max=True), bits=st.integers(1, 255))
def test_no_damage_hides_an_article(known: Path, place: float, bits: int) -> None:
    """Whatever byte is wrong, every article is as its file says, and nothing raises."""
    file = kept_file(known)
    sound = file.read_bytes()
    content = bytearray(sound)
    content[int(place * len(content))] ^= bits
    try:
        file.write_bytes(content)
        kept = index_of(known).open()
        articles: tuple[Article, ...] = tuple(kept.articles)
        for entity in kept.found.entities:
            assert all(mention.span for mention in entity.mentions)
        assert all(extract.span for topic in kept.topics for extract in topic.extracts)
        same = articles == open_dossier([known]).articles  # the words are fetched for it
    finally:
        file.write_bytes(sound)

    assert same


def test_an_article_is_not_kept_on_demand_twice(known: Path) -> None:
    """What is retold in memory has its words, and is equal to what has not."""
    article = index_of(known).open().articles[0]
    assert isinstance(article, KeptArticle)

    held = replace(article, outlet="Est")

    assert held.text == article.text
    assert held.name == article.name
    assert held == article.retold({"outlet": "Est"})
    with pytest.raises(AttributeError):
        article.nothing_of_that_name  # noqa: B018 - that it raises is what is asked


def test_a_large_dossier_stands_before_its_files_are_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened for a reader, it is as it was kept; that it still is so is found out afterwards."""
    with monkeypatch.context() as patch:
        patch.setattr("dossier.index.stamp_of", lambda *_: pytest.fail("looked at"))
        index = index_of(folder)
        opened = index.open(patience=0.2)

    assert (opened.checked, opened.analysed) == (False, True)
    assert index.complete(opened) is opened


@pytest.mark.parametrize("looks_otherwise", [False, True])
def test_files_that_changed_meanwhile_are_met_afterwards(
    folder: Path, looks_otherwise: bool, children: list[SlowChild]
) -> None:
    """Where a file has other words, the dossier that is completed has them; else it is the same."""
    if looks_otherwise:
        os.utime(folder / "b.txt", ns=(10**9, 10**9))
    else:
        (folder / "b.txt").write_text("La Loire baisse.", "utf-8")
    index = index_of(folder)
    opened = index.open(patience=0.2)
    assert not opened.checked

    completed = index.complete(opened)

    assert (completed is opened) == looks_otherwise
    assert len(children) == (not looks_otherwise)
    if not looks_otherwise:
        assert completed.articles == open_dossier([folder]).articles
        assert completed.checked
