"""What is wrong with ``dossier.toml`` is told while one reads, and what is right in it counts."""

from pathlib import Path

from tests.tui.test_watching import children, folder, reading

__all__ = ["children", "folder"]


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
