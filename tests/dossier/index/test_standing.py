"""Files of a large dossier change: what did not keeps its names and topics, until all have them."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.copies import Copies, find_copies
from dossier.decisions import Decisions, TopicDecision
from dossier.dossier import Dossier, TopicSources, analyse, decide, open_dossier
from dossier.index.articles import KeptArticles
from dossier.mending import with_particulars
from dossier.search import find_hits, search
from dossier.topics import Extract
from tests.dossier.index.kept_folder import (
    TEXTS,
    SlowChild,
    children,
    folder,
    index_of,
    keep,
    kept_file,
    make_large,
)

__all__ = ["children", "folder"]

NEWS = "Le pont rouvre à Tours\n\nJean Petit a rouvert le pont samedi. La Loire est basse.\n"


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three articles are many."""
    make_large(monkeypatch, 3)


def change(folder: Path) -> frozenset[str]:
    """One file changed, one added before the others, one taken out; those that stay the same."""
    (folder / "a.txt").write_text(TEXTS["a.txt"].replace("Jean Petit", "Anne Grand"), "utf-8")
    (folder / "0.txt").write_text(NEWS, "utf-8")
    (folder / "d.txt").unlink()
    return frozenset({"b.txt", "c.txt"})


def among(dossier: Dossier, files: frozenset[str]) -> Dossier:
    """A dossier with the names and topics of these files alone."""
    entities = (
        replace(one, mentions=tuple(m for m in one.mentions if m.file in files))
        for one in dossier.found.entities
    )
    topics = (
        replace(one, extracts=tuple(e for e in one.extracts if e.file in files))
        for one in dossier.topics
    )
    found = replace(dossier.found, entities=tuple(one for one in entities if one.mentions))
    return replace(dossier, found=found, topics=tuple(one for one in topics if one.extracts))


def renewed(folder: Path) -> Dossier:
    """The dossier as it stands when it is opened after files changed."""
    index = index_of(folder)
    return index.complete(index.open(patience=0))


@pytest.mark.parametrize("while_reading", [False, True])
def test_names_and_topics_of_what_did_not_change_stand(
    folder: Path, children: list[SlowChild], while_reading: bool
) -> None:
    """Articles are as their files; of names and topics there is what the other files had."""
    before = analyse(open_dossier([folder]))
    index = index_of(folder)
    opened = index.open(patience=0)
    if while_reading:
        opened = index.complete(opened)
    same = change(folder)

    now = index.again() if while_reading else index.complete(opened)

    left = among(before, same)
    assert isinstance(now.articles, KeptArticles)
    assert now.articles == open_dossier([folder]).articles
    assert now.unsorted == frozenset({"0.txt", "a.txt"})
    assert (now.analysed, now.checked) == (True, True)
    assert now.found == left.found
    assert now.topics == left.topics
    assert len(children) == 1


def test_they_are_counted_as_they_are_listed(folder: Path, children: list[SlowChild]) -> None:
    """Sources, extracts, mentions and their kinds: asked by the article, the topic or the name."""
    before = analyse(open_dossier([folder]))
    left = among(before, change(folder))

    now = renewed(folder)

    for topic, other in zip(left.topics, now.topics, strict=True):
        sources = now.sources(other)
        assert isinstance(sources, TopicSources)
        assert list(sources) == [
            replace(source, article=now.article(source.article.file))
            for source in left.sources(topic)
        ]
        assert list(sources.counts()) == [len(source.extracts) for source in sources]
        assert +Counter(other.extracts.kinds()) == Counter(kinds_in(left, topic.extracts))  # type: ignore[attr-defined]  # on demand
    for file in ("0.txt", "a.txt", "b.txt", "c.txt", "d.txt"):
        assert now.mentions(file) == left.mentions(file)
        assert [now.extracts(topic, file) for topic in now.topics] == [
            left.extracts(topic, file) for topic in left.topics
        ]
    for entity in now.found.entities:
        assert entity.mentions.sources == len({m.file for m in entity.mentions})  # type: ignore[attr-defined]  # on demand
    assert not now.has("d.txt")
    assert children


def kinds_in(dossier: Dossier, extracts: tuple[Extract, ...]) -> list[str]:
    """The kinds of what extracts mention, each as often as it is met."""
    return [
        mention.kind
        for extract in extracts
        for mention, _ in dossier.mentions(extract.file)
        if mention.span.start < extract.span.end and mention.span.end > extract.span.start
    ]


@pytest.mark.parametrize("words", ["pont", "tours", "jean petit", '"la loire"', "anne", "river"])
def test_words_are_found_in_all_of_it(folder: Path, children: list[SlowChild], words: str) -> None:
    """What was read anew is searched too, what is gone is not; in order, from wherever one is."""
    change(folder)
    now, whole = renewed(folder), open_dossier([folder])
    hits = search(whole.articles, words)

    assert children
    for start in range(len(whole.articles)):
        found = find_hits(now.articles, words, start=start)
        after = [hit for hit in hits if whole.place(hit.file) >= start]
        assert list(found) == [*after, *(hit for hit in hits if hit not in after)]


def test_what_articles_share_is_told_of_those_that_are_there(
    folder: Path, children: list[SlowChild]
) -> None:
    """A copy of what is gone is none any more."""
    for name in ("e.txt", "f.txt"):
        (folder / name).write_text(TEXTS["b.txt"], "utf-8")
    keep(folder)
    (folder / "f.txt").unlink()
    now = renewed(folder)
    assert isinstance(now.articles, KeptArticles)

    assert now.unsorted == frozenset()
    assert now.articles.copies() == find_copies(open_dossier([folder]).articles)
    assert now.articles.copies() != Copies()
    assert children


def test_all_have_theirs_when_the_whole_was_worked_out(
    folder: Path, children: list[SlowChild]
) -> None:
    """Until then what was kept stays on the disk, for who leaves before."""
    index = index_of(folder)
    opened = index.complete(index.open(patience=0))
    before = kept_file(folder).read_bytes()
    change(folder)
    index.again()
    assert not index.is_worked_out()
    assert kept_file(folder).read_bytes() == before
    assert index_of(folder).open(patience=0) == opened

    children[-1].wait()

    assert index.is_worked_out()
    assert index.again() == analyse(open_dossier([folder]))
    assert not index.is_worked_out()
    assert len(children) == 1


def test_what_changes_while_it_is_worked_out_is_shown_too(
    folder: Path, children: list[SlowChild]
) -> None:
    """Nothing is begun twice; what was worked out of the files before stands then."""
    index = index_of(folder)
    index.complete(index.open(patience=0))
    change(folder)
    index.again()
    (folder / "b.txt").unlink()

    assert index.again().unsorted == frozenset({"0.txt", "a.txt"})
    assert len(children) == 1
    children[-1].wait()
    (folder / "e.txt").write_text(NEWS, "utf-8")
    now = index.again()
    assert now.unsorted == frozenset({"e.txt"})
    assert now.articles == open_dossier([folder]).articles
    assert now.mentions("0.txt")
    assert len(children) == 2
    children[-1].wait()
    assert index.again() == analyse(open_dossier([folder]))


@pytest.mark.parametrize("dies", [False, True])
def test_where_no_other_process_does_it_it_is_worked_out_here(
    folder: Path, children: list[SlowChild], dies: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It dies, or cannot be begun: names and topics come all the same."""
    index = index_of(folder)
    index.complete(index.open(patience=0))
    change(folder)
    if dies:
        index.again()
        children[-1].die()
    else:
        monkeypatch.setattr("subprocess.Popen", _none)

    now = index.again()

    assert now.unsorted is None
    assert now == analyse(open_dossier([folder]))


def _none(*_: object, **__: object) -> None:
    raise OSError(11, "no more processes")


def test_what_is_decided_meanwhile_holds_for_what_stands(
    folder: Path, children: list[SlowChild]
) -> None:
    """A topic of one's own draws from articles that have no topic yet; the rest is not theirs."""
    change(folder)
    own = Decisions(topics=(TopicDecision("Le pont", terms=("rouvert",)),))

    decided = decide(renewed(folder), own)

    mine = next(topic for topic in decided.topics if topic.title == "Le pont")
    assert {extract.file for extract in mine.extracts} == {"0.txt"}
    others = (topic for topic in decided.topics if topic is not mine)
    assert {e.file for topic in others for e in topic.extracts} <= {"b.txt", "c.txt"}
    assert children


def test_where_nothing_stands_any_more_there_are_no_topics(
    folder: Path, children: list[SlowChild]
) -> None:
    """Every file was written anew: the articles are read, topics are still to come."""
    for file in folder.iterdir():
        file.write_text(f"{TEXTS[file.name]}\n\nOn attend la suite.", "utf-8")

    now = renewed(folder)

    assert (now.unsorted, now.analysed) == (None, False)
    assert now == open_dossier([folder])
    assert not children


def test_articles_mended_by_hand_leave_the_others_as_they_are(folder: Path) -> None:
    """Of a large dossier, however it is gone through: no title stands over another's words."""
    opened = index_of(folder).open()
    mended = replace(opened.article("b.txt"), outlet="Est")

    articles = with_particulars(opened, [mended]).articles

    places = range(len(articles))
    assert [one.file for one in articles] == [articles[place].file for place in places]
    assert [one.outlet for one in articles].count("Est") == 1
