"""An export to its files: all or none of them, and never over the articles it quotes."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.cli import main
from dossier.dossier import Dossier, open_dossier
from dossier.export import FORMS
from dossier.export.writing import write_files
from dossier.problems import DossierError, Problem

FLOOD = "La rivière déborde\n\nLa rivière est sortie de son lit mardi à Lyon, dit la mairie.\n"


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """A folder of two articles, one of them in a folder in it."""
    for name in ("a.txt", "more/b.txt"):
        file = tmp_path / "crue" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FLOOD, encoding="utf-8")
    return open_dossier([tmp_path / "crue"])


@pytest.mark.parametrize(
    "name", ["crue/a.txt", "crue/more/b.txt", "crue/more/../a.txt", "link.txt", "other/a.txt"]
)
def test_an_article_is_never_written_over(name: str, dossier: Dossier, tmp_path: Path) -> None:
    """Whatever way its file is named, and though what is there may be replaced."""
    (tmp_path / "link.txt").symlink_to(tmp_path / "crue" / "a.txt")
    (tmp_path / "other").symlink_to(tmp_path / "crue")
    file = tmp_path / name

    with pytest.raises(DossierError, match="is an article of this dossier"):
        write_files([(file, "new")], dossier=dossier, replace=[file])
    assert file.read_text(encoding="utf-8") == FLOOD


@pytest.mark.parametrize("name", ["dossier.toml", "plan.txt", "late.txt"])
def test_no_other_file_of_the_dossier_is_written_over(
    name: str, dossier: Dossier, tmp_path: Path
) -> None:
    """What is decided of it, what could not be read, and what is still to be; a new one is."""
    file = tmp_path / "crue" / name
    file.write_text("before", encoding="utf-8")
    unread = (Problem("plan.txt", "This file is not a text; it was left out."),)
    begun = replace(dossier, problems=unread, whole=name != "late.txt")

    with pytest.raises(DossierError, match="is a file of this dossier"):
        write_files([(file, "new")], dossier=begun, replace=[file])
    assert file.read_text(encoding="utf-8") == "before"

    beside = file.with_name("export.md")
    write_files([(beside, "new")], dossier=begun)

    assert beside.read_text(encoding="utf-8") == "new"


def test_an_article_that_was_not_opened_is_not_written_over(dossier: Dossier) -> None:
    """Where some files of a folder are read, the others of it may be articles as well."""
    assert dossier.folder is not None
    other = dossier.folder / "c.txt"
    other.write_text("Un pont ferme\n\nLe pont de Givors est fermé.\n", encoding="utf-8")
    alone = open_dossier([dossier.folder / "a.txt"])

    with pytest.raises(DossierError, match="is a file of this dossier"):
        write_files([(other, "new")], dossier=alone, replace=[other])
    assert "Givors" in other.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_an_export_is_written_over_by_the_next(form: str, dossier: Dossier) -> None:
    """It cites what is read, in whatever form, and so is told from an article."""
    assert dossier.folder is not None
    folder = dossier.folder
    argv = ["export", str(folder / "a.txt"), "-o", str(folder / f"crue{_suffix(form)}")]

    assert main([*argv, "--form", form]) == 0
    assert main([*argv, "--form", form, "--force"]) == 0


def _suffix(form: str) -> str:
    return next(one.suffix for one in FORMS if one.name == form)


def test_a_template_is_not_written_over_by_what_it_makes(
    dossier: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An input is no place for what is made of it."""
    template = tmp_path / "mine.md"
    template.write_text("{{ title }}", encoding="utf-8")
    argv = ["export", str(dossier.folder), "--template", str(template), "-o", str(template)]

    assert main([*argv, "--force"]) == 2
    assert "mine.md is the template" in capsys.readouterr().err
    assert template.read_text(encoding="utf-8") == "{{ title }}"


def test_a_link_that_is_an_article_is_not_written_through(tmp_path: Path) -> None:
    """What it leads to is what the dossier quotes, wherever that lies."""
    kept, link = tmp_path / "kept.txt", tmp_path / "crue" / "a.txt"
    kept.write_text(FLOOD, encoding="utf-8")
    link.parent.mkdir()
    link.symlink_to(kept)

    with pytest.raises(DossierError, match="is an article of this dossier"):
        write_files([(link, "new")], dossier=open_dossier([link.parent]), replace=[link])
    assert kept.read_text(encoding="utf-8") == FLOOD


@pytest.mark.parametrize("broken", [0, 1])
def test_of_two_files_none_is_written_when_one_breaks_off(broken: int, tmp_path: Path) -> None:
    """Whichever it is: both are as they were, and nothing is left beside them."""
    first, second = tmp_path / "references.json", tmp_path / "export.md"
    first.write_text("before")

    def half() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    texts = [half() if number == broken else iter(("whole",)) for number in range(2)]
    with pytest.raises(KeyboardInterrupt):
        write_files(list(zip((first, second), texts, strict=True)), replace=[first])

    assert list(tmp_path.iterdir()) == [first]
    assert first.read_text() == "before"


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="a pipe has no path there")
def test_a_pipe_is_written_through() -> None:
    """What is no file is not replaced: there is nothing in it to ask about, and it has it all."""
    read, write = os.pipe()
    with os.fdopen(read, encoding="utf-8") as out:
        with os.fdopen(write, "wb"):
            write_files([(Path(f"/dev/fd/{write}"), "Le pont.\n")], dossier=Dossier("Crue", ()))

        assert out.read() == "Le pont.\n"


def test_of_two_files_none_is_written_when_one_is_there(tmp_path: Path) -> None:
    """The one that is there is named, though another may be replaced."""
    first, second = tmp_path / "references.json", tmp_path / "export.md"
    second.write_text("before")

    with pytest.raises(FileExistsError) as told:
        write_files([(first, "new"), (second, "new")], replace=[first])
    assert told.value.args == (second,)
    assert list(tmp_path.iterdir()) == [second]


def test_two_texts_do_not_share_a_file(tmp_path: Path) -> None:
    """An export called as what is written beside it would be half of the two."""
    file = tmp_path / "references.json"

    with pytest.raises(DossierError, match="is written beside this export"):
        write_files([(file, "references"), (file, "text")])
    assert list(tmp_path.iterdir()) == []


def test_a_command_writes_over_no_article(
    dossier: Dossier, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --force or without: it says what the file is, and does not propose to force it."""
    assert dossier.folder is not None
    file = dossier.folder / "a.txt"
    argv = ["export", str(dossier.folder), "--search", "Lyon", "-o", str(file)]
    for force in ([], ["--force"]):
        status = main([*argv, *force])

        said = capsys.readouterr().err
        assert status == 1
        assert "a.txt is an article of this dossier: name another file." in said
        assert "--force" not in said
    assert file.read_text(encoding="utf-8") == FLOOD


def test_a_command_says_where_an_export_would_be_an_article(
    dossier: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the dossier's folder, and nowhere else."""
    assert dossier.folder is not None
    for folder, told in ((dossier.folder / "more", True), (tmp_path, False)):
        file = folder / "notes.md"
        status = main(["export", str(dossier.folder), "--search", "Lyon", "-o", str(file)])

        assert status == 0
        assert ("where texts are read as articles" in capsys.readouterr().err) is told


def test_a_command_writes_both_files_of_a_form_or_none(
    dossier: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """References that are there already stay, and so does the place of the text."""
    references, text = tmp_path / "references.json", tmp_path / "x.md"
    references.write_text("mine")
    argv = ["export", str(dossier.folder), "--search", "Lyon", "--form", "pandoc", "-o", str(text)]

    assert main(argv) == 2
    assert f"There is a {references} already" in capsys.readouterr().err
    assert references.read_text() == "mine"
    assert not text.exists()
    assert main([*argv, "--force"]) == 0
    assert capsys.readouterr().err.endswith(f"{text} and {references} written.\n")
