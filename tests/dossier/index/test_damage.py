"""Damage to what is kept, met while one reads: it is left out at once, and made again later."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dossier.dossier import analyse, open_dossier, sources_count
from tests.dossier.index.kept_folder import folder, index_of, keep, kept_file, make_large

__all__ = ["folder"]


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four articles are many."""
    make_large(monkeypatch)


def _damage(folder: Path, *rows: str) -> None:
    """Have rows of the shelf not be as they were written."""
    with closing(sqlite3.connect(kept_file(folder))) as shelf, shelf:
        for row in rows:
            kind, number = row.split()
            shelf.execute(f"UPDATE {kind} SET said = x'00' WHERE number = ?", (number,))  # noqa: S608


PLACES = (0, -1, slice(0, 2), slice(None), slice(None, None, -1))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("cut_off", [False, True])
def test_mentions_found_damaged_are_none(folder: Path, place: int | slice, cut_off: bool) -> None:
    """Counted, asked for one by one or together: there are none left, and nothing else raises."""
    whole = analyse(open_dossier([folder]))
    kept = index_of(folder).open()
    mentions = kept.found.entities[0].mentions
    assert len(mentions) == len(whole.found.entities[0].mentions) > 1
    if cut_off:
        os.truncate(kept_file(folder), 0)
    else:
        _damage(folder, "mentions 0")

    if isinstance(place, slice):
        assert mentions[place] == ()
    else:
        with pytest.raises(IndexError):
            mentions[place]
    assert (len(mentions), list(mentions), mentions[:]) == (0, [], ())
    assert mentions.sources == 0  # type: ignore[attr-defined]  # on demand
    assert mentions == ()
    assert index_of(folder).open() == open_dossier([folder])


def test_damaged_mentions_are_not_those_there_were(folder: Path) -> None:
    """To compare them finds out that they are damaged, and raises nothing."""
    whole, kept = analyse(open_dossier([folder])), index_of(folder).open()
    _damage(folder, "mentions 0")

    assert kept.found.entities[0].mentions != whole.found.entities[0].mentions


@pytest.mark.parametrize("place", PLACES)
def test_extracts_found_damaged_are_left_out(folder: Path, place: int | slice) -> None:
    """Those of the other articles are what there is, however they are asked for and counted."""
    whole, kept = analyse(open_dossier([folder])), index_of(folder).open()
    many, topic, lost = max(
        (sum(one.file != file for one in topic.extracts), at, file)
        for at, topic in enumerate(whole.topics)
        for file in {one.file for one in topic.extracts}
    )
    extracts = kept.topics[topic].extracts
    number = kept.articles.number(lost)  # type: ignore[attr-defined]  # on demand
    assert many > 1
    left = tuple(one for one in whole.topics[topic].extracts if one.file != lost)
    _damage(folder, f"extracts {number}")

    assert extracts[place] == left[place]
    assert tuple(extracts) == left
    assert (len(extracts), extracts[:]) == (len(left), left)
    assert extracts == left
    assert sum(extracts.counts()) == len(left)  # type: ignore[attr-defined]  # on demand
    sizes = extracts.sizes()  # type: ignore[attr-defined]  # on demand
    assert sum(sizes) == sum(len(one.span) for one in left)
    for source in kept.sources(kept.topics[topic]):
        assert bool(source.extracts) == (source.article.file != lost) == bool(source.coverage)


@pytest.mark.parametrize("gone", [False, True])
def test_articles_are_read_where_not_even_their_names_are_kept(folder: Path, gone: bool) -> None:
    """Their rows and that of the names damaged, each is as its file says; without it, blank."""
    _damage(folder, "about 1", *(f"{kind} {n}" for kind in ("article", "text") for n in range(4)))
    whole, kept = open_dossier([folder]), index_of(folder).open()
    if gone:
        folder.rename(folder.parent / "elsewhere")

    articles = tuple(kept.articles)

    assert len(articles) == len(whole.articles)
    assert (articles == whole.articles) != gone
    assert all(article.text.strip("…") for article in articles) != gone


@pytest.mark.parametrize(
    "rows", ["text", "parts", "text parts", "article", "article text parts", "text named extracts"]
)
@pytest.mark.parametrize("then", ["", "Bref.", "Tout autre chose. " * 40, None])
def test_a_file_that_changed_is_not_taken_for_what_is_damaged(
    folder: Path, rows: str, then: str | None
) -> None:
    """None of its words is shown; every place that is known of the article still lies in it."""
    whole, kept = analyse(open_dossier([folder])), index_of(folder).open()
    _damage(folder, *(f"{kind} {number}" for kind in rows.split() for number in range(4)))
    for file in (article.file for article in whole.articles):
        if then is None:
            (folder / file).unlink()
        else:
            (folder / file).write_text(then, encoding="utf-8")

    for article in kept.articles:
        spans = [block.span for block in article.blocks]
        spans += [sentence for passage in article.passages for sentence in passage.sentences]
        spans += [mention.span for mention, _ in kept.mentions(article.file)]
        spans += [one.span for t in kept.topics for one in t.extracts if one.file == article.file]
        assert set(article.text) == {"…"} or article.text == whole.article(article.file).text
        assert spans
        assert all(span.of(article.text) for span in spans)


def test_an_article_that_names_nothing_is_no_damage(folder: Path) -> None:
    """None of the names stands in it: it is looked at, and the shelf stays."""
    (folder / "e.txt").write_text("zzz\n", "utf-8")
    keep(folder)
    kept = index_of(folder).open()

    assert kept.mentions("e.txt") == ()
    assert kept_file(folder).exists()


def test_a_topic_of_which_the_sources_are_found_damaged_has_none(folder: Path) -> None:
    """It is counted as it was until it is looked into; then nothing of it is left, or raises."""
    whole, kept = analyse(open_dossier([folder])), index_of(folder).open()
    topic = kept.topics[0]
    _damage(folder, "shares 0")
    assert sources_count(topic) == sources_count(whole.topics[0]) > 0

    sources = kept.sources(topic)

    assert (len(sources), list(sources), sources[:]) == (0, [], ())
    assert (len(topic.extracts), list(topic.extracts), sources_count(topic)) == (0, [], 0)
    assert kept.extracts(topic, "a.txt") == ()
    assert index_of(folder).open() == open_dossier([folder])


@pytest.mark.parametrize("row", ["", "about 1"])
def test_what_turns_out_damaged_is_not_written_onto(folder: Path, row: str) -> None:
    """The whole of it or the articles' names: with nothing read to write it anew of, it is left."""
    whole = analyse(open_dossier([folder]))
    index = index_of(folder)
    index.open()
    if row:
        _damage(folder, row)
    else:
        kept_file(folder).write_bytes(b"")

    assert not index.keep(whole)


def test_where_the_names_of_articles_are_damaged_what_was_read_is_written_anew(
    folder: Path,
) -> None:
    """The next opening works nothing out."""
    kept_file(folder).unlink()
    index = index_of(folder)
    dossier = index.open()
    assert index.keep_articles()
    _damage(folder, "about 1")

    assert index.keep(analyse(dossier))
    assert index_of(folder).open().analysed
