"""What is wrong with ``dossier.toml`` is told while one reads, and what is right in it counts."""

from pathlib import Path

import pytest

from dossier.astray import unclear_in
from dossier.decisions import EntityDecision, read_decisions
from dossier.problems import DossierError, Problem
from tests.tui.test_watching import Reader, children, folder, reading

__all__ = ["children", "folder"]

WRONG = "[[entity]]\nnome = 'x'\n"
"""What says nothing that counts, and is wrong twice."""

BROKEN = "[[topic\n"
"""What is no TOML."""

RIGHT = "[[topic]]\ntitle = 'Mon thème'\nterms = ['pont']\n"


async def test_what_is_understood_of_a_file_that_is_partly_wrong_counts(folder: Path) -> None:
    """As it does at the opening; what is wrong is told and listed until it is put right."""
    file = folder / "dossier.toml"
    async with reading(folder) as reader:
        file.write_text("[[topic]]\ntitle = 'Mon thème'\nterms = ['pont']\ntermes = 1\n", "utf-8")
        await reader.look()
        titles = [topic.title for topic in reader.screen.reading.dossier.topics]
        said, wrong = reader.said, reader.screen.reading.dossier.problems
        file.write_text("[[topic]]\ntitle = 'Mon thème'\nterms = ['neige']\n", "utf-8")
        await reader.look()

        assert "Mon thème" in titles
        assert said.startswith(
            "1 problem (! shows it): dossier.toml: Line 4: 'termes' means nothing"
        )
        assert len(wrong) == 1
        assert reader.screen.reading.dossier.problems == ()
        assert "“Mon thème” stands empty" in reader.said


async def test_an_opening_tells_what_is_wrong_with_decisions(folder: Path) -> None:
    """In the bottom line, with the key that lists it; what topics tell, when they are there."""
    (folder / "dossier.toml").write_text("[[topic]]\nterms = ['pont']\n", "utf-8")
    async with reading(folder) as reader:
        first = reader.said
    (folder / "dossier.toml").write_text("[[topic]]\ntitle = 'La neige'\n", "utf-8")
    async with reading(folder, patience=0.0) as reader:
        await reader.settle()
        second = reader.said

    assert first.startswith("1 problem (! shows it): dossier.toml: Line 1: This [[topic]] has no")
    assert "“La neige” stands empty" in second


async def test_an_opening_tells_of_files_that_were_not_read(folder: Path) -> None:
    """Of what may have been meant to be read; pictures and data are listed, and told no other way.

    What is not read is told when it comes, too.
    """
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (folder / "a.css").write_text("p {}", "utf-8")
    async with reading(folder) as reader:
        quiet, known = reader.said, len(reader.screen.reading.dossier.problems)
        (folder / "b.pdf").write_bytes(b"%PDF-1.7\n" + bytes(99))
        await reader.look(2)
        come = reader.said
    async with reading(folder) as reader:
        said = reader.said

    assert ("problem" in quiet, known) == (False, 2)
    assert come.startswith("3 problems (! lists them): b.pdf: This file is not a text (PDF)")
    assert said.startswith("3 problems (! lists them): b.pdf: This file is not a text (PDF)")


def listed(reader: Reader) -> tuple[Problem, ...]:
    """What ``!`` lists of ``dossier.toml``."""
    return unclear_in(reader.screen.reading.dossier)


@pytest.mark.parametrize("right", ["# nothing yet\n", RIGHT])
@pytest.mark.parametrize("wrong", [WRONG, BROKEN])
async def test_what_is_wrong_and_decides_nothing_is_told_each_time(
    folder: Path, right: str, wrong: str
) -> None:
    """While what counts of the file stays as it was; what is put right is said no more."""
    file = folder / "dossier.toml"
    file.write_text(right, "utf-8")
    async with reading(folder) as reader:
        told = []
        for text in (right + wrong, right, right + wrong, right):
            file.write_text(text, "utf-8")
            await reader.look()
            told.append((listed(reader) == read_decisions(folder)[1], "! " in reader.said))
        titles = [topic.title for topic in reader.screen.reading.dossier.topics]

        assert told == [(True, True), (True, False)] * 2
        assert ("Mon thème" in titles) == (right == RIGHT)


async def test_problems_of_the_opening_go_when_they_are_put_right(folder: Path) -> None:
    """One after the other: those that are left are told, and after the last one nothing."""
    file = folder / "dossier.toml"
    file.write_text(WRONG, "utf-8")
    async with reading(folder) as reader:
        first, said = len(listed(reader)), reader.said
        file.write_text("[[entity]]\n", "utf-8")
        await reader.look()
        second, left = len(listed(reader)), reader.said
        file.write_text("# right\n", "utf-8")
        await reader.look()

        assert (first, second, len(listed(reader))) == (2, 1, 0)
        assert said.startswith("2 problems (! lists them)")
        assert left.startswith("1 problem (! shows it)")
        assert "problem" not in reader.said


@pytest.mark.parametrize("seen", [True, False])
async def test_that_nothing_was_written_is_said_until_the_file_is_right(
    folder: Path, *, seen: bool
) -> None:
    """Whether or not one was told that it is no TOML; then the keys are shown again."""
    file = folder / "dossier.toml"
    file.write_text(RIGHT, "utf-8")
    async with reading(folder) as reader:
        file.write_text(RIGHT + BROKEN, "utf-8")
        await reader.look(2 if seen else 0)
        with pytest.raises(DossierError) as error:
            reader.screen.guide.correcting.make("hide", EntityDecision("Tours", hidden=True))
        reader.screen.guide.hints.tell(str(error.value))
        await reader.look(2 if seen else 0)
        refused = reader.said
        kept = [topic.title for topic in reader.screen.reading.dossier.topics]
        file.write_text(RIGHT, "utf-8")
        await reader.look()

        assert refused.startswith("dossier.toml was not written: it has to be put right first")
        assert "Mon thème" in kept
        assert (listed(reader), "not written" in reader.said) == ((), False)
        assert "Mon thème" in [topic.title for topic in reader.screen.reading.dossier.topics]


async def test_as_many_problems_are_said_as_are_listed(folder: Path) -> None:
    """A file left out counts too, and what is wrong in a file stands by line."""
    (folder / "bad.txt").write_bytes(b"\x00\xff\x01" * 900)
    (folder / "dossier.toml").write_text('[[topic]]\ntitel = "x"\n', "utf-8")
    async with reading(folder) as reader:
        found = reader.screen.reading.dossier.problems

        assert reader.said.startswith(f"{len(found)} problems (! lists them): bad.txt: ")
        assert [problem.message[:7] for problem in found[1:]] == ["Line 1:", "Line 2:"]
