"""Passages of an article, many in one."""

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dossier.decisions.places import in_runs, numbers_in
from dossier.decisions.reading import parse_decisions, read_decisions
from dossier.decisions.recording import record, take_back
from dossier.decisions.records import Place, TopicDecision

places = st.builds(Place, st.sampled_from(["a.txt", "b#p1.txt", "c\nd.txt"]), st.integers(1, 60))


def test_runs_are_written_as_pages_are() -> None:
    """Neighbours as a run, the others by themselves; a file once."""
    numbers = (2, 3, 4, 7, 9, 8)

    assert list(in_runs([Place("a.txt", n) for n in numbers])) == ["a.txt#p2-4,7-9"]


@given(st.lists(places, unique=True))
def test_what_is_written_is_read_again(some: list[Place]) -> None:
    """Every place, and no other."""
    written = json.dumps(list(in_runs(some)))
    decisions, problems = parse_decisions(f'[[topic]]\ntitle = "T"\nabout = {written}\n')

    assert problems == ()
    assert sorted(decisions.topics[0].about) == sorted(some)


def test_what_a_topic_was_about_is_written_in_runs(tmp_path: Path) -> None:
    """An article once, however many passages of it there are."""
    about = tuple(Place("a.txt", number) for number in (1, 2, 3, 7))
    record(tmp_path, TopicDecision("T", about=about))

    assert 'about = ["a.txt#p1-3,7"]' in (tmp_path / "dossier.toml").read_text("utf-8")


def test_a_run_without_end_is_cut() -> None:
    """What a hand wrote does not fill the memory; one that goes down names nothing."""
    assert len(list(numbers_in("1-999999999"))) < 20_000
    assert list(numbers_in("9-2")) == []


def test_a_run_that_goes_down_is_told() -> None:
    """It names no passage: what stands there is not dropped in silence, and is left in the file."""
    text = '[[topic]]\ntitle = "T"\nwith = ["a.txt#p9-2", "a.txt#p3,9-2"]\nabout = ["a.txt#p9-2"]\n'
    decisions, problems = parse_decisions(text)

    assert decisions.topics == (TopicDecision("T"),)
    assert [problem.message.partition(":")[0] for problem in problems] == [
        *["Line 3"] * 2,
        "Line 4",
    ]


def test_what_is_no_run_is_told() -> None:
    """With its line, and what it should look like."""
    _, [problem] = parse_decisions('[[topic]]\ntitle = "T"\nabout = ["a.txt"]\n')

    assert problem.message == (
        "Line 3: 'a.txt' is no passages: write them as in \"003.txt#p2-4,7\"."
    )


def test_passages_put_somewhere_are_written_as_those_it_was_about() -> None:
    """One by one, in a run, several after a comma: all are read."""
    written = 'with = ["a.txt#p3-5", "b.txt#p1,4-5,9"]\nwithout = ["a.txt#p7", "a.txt#p1-2"]'
    decisions, problems = parse_decisions(f'[[topic]]\ntitle = "T"\n{written}\n')
    [topic] = decisions.topics

    assert problems == ()
    assert list(in_runs(topic.added)) == ["a.txt#p3-5", "b.txt#p1,4-5,9"]
    assert list(in_runs(topic.removed)) == ["a.txt#p1-2,7"]


def test_a_passage_of_a_run_may_go_by_itself(tmp_path: Path) -> None:
    """The others stay, and taken back the run is as it was written."""
    file = tmp_path / "dossier.toml"
    before = '[[topic]]\ntitle = "T"\nwith = ["a.txt#p3-5"]  # by hand\n'
    file.write_text(before, encoding="utf-8")
    known, _ = read_decisions(tmp_path)
    [topic] = known.topics
    change = record(tmp_path, replace(topic, added=topic.added[:2]), known=known)
    [after] = read_decisions(tmp_path)[0].topics
    take_back(tmp_path, change)

    assert after.added == topic.added[:2]
    assert file.read_text(encoding="utf-8") == before
