"""The clippings of the dossier that is open: what is worked out bit by bit, and all at once."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dossier.clippings import ClippingStore, store_of
from dossier.dossier import Dossier
from dossier.spans import Span
from tests.hosts import dossier_of_floods
from tui.keeping import Keeping
from tui.reading import Reading

WHEN = "2026-02-04T08:00:00+01:00"

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["clip", "other", "undo", "redo", "note", "all"]),
        st.integers(0, 4),
        st.integers(0, 40),
    ),
    max_size=12,
)
"""What a reader does: where, and with which words."""


def keeping_of(dossier: Dossier, folder: Path) -> Keeping:
    """The clippings kept in a folder, read for the first time."""
    return Keeping(dossier, store_of(None, kept_in=folder))


def show(keeping: Keeping, reading: Reading) -> None:
    """Show what is clipped now, as the screen does."""
    files = keeping.read()
    if files is None:
        reading.mark(keeping.standing())
    for file in files or ():
        reading.mark_in(file, keeping.standing_in(file))


def do(keeping: Keeping, step: tuple[str, int, int], second: ClippingStore) -> None:
    """Do one thing; "other" is another running reader."""
    what, number, at = step
    passages = [(a, p) for a in keeping.dossier.articles for p in a.passages]
    article, passage = passages[number % len(passages)]
    span = Span(passage.span.start + at % 20, passage.span.end)
    match what:
        case "clip":
            keeping.toggle(article, span, created=WHEN)
        case "other":
            kept = second.load()
            second.remove(*(one.id for one in kept[:1]))
        case "undo":
            keeping.undo()
        case "redo":
            keeping.redo()
        case "note" if held := keeping.at(article.file, span):
            keeping.change("note", held[0], replace(held[0], note=str(at)))
        case "all":
            keeping.keep_all([(a.file, p.span) for a, p in passages], created=WHEN)


@given(STEPS)
def test_what_is_shown_bit_by_bit_is_what_is_there(steps: list[tuple[str, int, int]]) -> None:
    """Whatever is done, by this reader or another, the marks are those of a reader new to it."""
    with tempfile.TemporaryDirectory() as folder:
        dossier = dossier_of_floods()
        keeping, reading = keeping_of(dossier, Path(folder)), Reading(dossier)
        show(keeping, reading)
        second = store_of(None, kept_in=Path(folder))
        for step in steps:
            do(keeping, step, second)
            show(keeping, reading)
        fresh, anew = keeping_of(dossier, Path(folder)), Reading(dossier)
        fresh.read()
        anew.mark(fresh.standing())

        assert keeping.clippings == fresh.clippings
        assert sorted(keeping.standing()) == sorted(fresh.standing())
        for article in dossier.articles:
            shown = reading.marks_of(article.file).clippings
            assert shown == anew.marks_of(article.file).clippings


def test_a_clipping_changes_the_marks_of_its_article_alone(tmp_path: Path) -> None:
    """What is clipped in one article leaves what was worked out of the others as it is."""
    dossier = dossier_of_floods()
    keeping, reading = keeping_of(dossier, tmp_path), Reading(dossier)
    keeping.read()
    one, other = dossier.articles
    before = reading.marks_of(other.file)
    keeping.toggle(one, one.passages[0].span, created=WHEN)
    files = keeping.read()

    assert files == frozenset({one.file})
    reading.mark_in(one.file, keeping.standing_in(one.file))
    assert reading.marks_of(one.file).clippings == (one.passages[0].span,)
    assert reading.marks_of(other.file) is before


def test_what_another_reader_clips_is_read_with_the_next_change(tmp_path: Path) -> None:
    """Two readers of one dossier see each other's clippings, one article at a time."""
    dossier = dossier_of_floods()
    mine, yours = keeping_of(dossier, tmp_path), keeping_of(dossier, tmp_path)
    mine.read()
    yours.read()
    one, other = dossier.articles
    yours.toggle(other, other.passages[0].span, created=WHEN)
    mine.toggle(one, one.passages[0].span, created=WHEN)

    assert mine.read() == frozenset({one.file, other.file})
    assert len(mine) == 2


def two_readers(folder: Path) -> tuple[Keeping, Keeping]:
    """Two readers of one dossier, the first of whom has clipped a passage."""
    dossier = dossier_of_floods()
    mine, yours = keeping_of(dossier, folder), keeping_of(dossier, folder)
    one = dossier.articles[0]
    mine.toggle(one, one.passages[0].span, created=WHEN)
    for keeping in (mine, yours):
        keeping.read()
    return mine, yours


def test_what_two_readers_write_of_one_clipping_is_all_kept(tmp_path: Path) -> None:
    """A tag beside a note, and two notes below each other; each takes back its own alone."""
    mine, yours = two_readers(tmp_path)
    [clipping] = yours.clippings
    mine.change("note", clipping, replace(clipping, note="one"))
    yours.change("tags", clipping, replace(clipping, tags=("pont",)))
    yours.change("note", clipping, replace(clipping, note="two"))
    both = [(one.note, one.tags) for one in yours.clippings]
    yours.undo()
    yours.undo()
    mine.read()

    assert both == [("one\ntwo", ("pont",))]
    assert [(one.note, one.tags) for one in mine.clippings] == [("one", ())]


def test_a_clipping_that_comes_back_has_what_another_reader_wrote(tmp_path: Path) -> None:
    """Taken back and made again, it has the note that was written meanwhile."""
    mine, yours = two_readers(tmp_path)
    [clipping] = yours.clippings
    yours.change("note", clipping, replace(clipping, note="two"))
    mine.undo()
    mine.read()
    gone = len(mine)
    mine.redo()
    mine.read()

    assert gone == 0
    assert [one.note for one in mine.clippings] == ["two"]
