"""``dossier split``: an export into a folder of articles."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.cli import main
from dossier.cli.splitting import NAMED
from dossier.export.parting import OUTLET, TITLE, document_text, file_name, paragraphs_text
from dossier.reading import read_paths
from dossier.reading.documents import Document
from tests.archives import FLOOD, europresse, lexisnexis_page, lexisnexis_text


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export of Europresse with three documents."""
    file = tmp_path / "export.html"
    file.write_bytes(europresse(FLOOD))
    return file


def test_a_folder_of_articles_is_written(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each document is a file that opens as an article, in the export's order; each is told."""
    folder = tmp_path / "out"

    assert main(["split", str(export), "-o", str(folder)]) == 0

    said, told = capsys.readouterr()
    articles = read_paths([folder]).articles
    assert [article.title for article in articles] == [piece.title for piece in FLOOD]
    assert [line.split(":")[0] for line in said.splitlines()] == [a.file for a in articles]
    assert articles[0].file == "001-2025-12-03-le-courrier-du-val-la-crue-coupe-deux-routes.md"
    assert "3 documents of export.html (Europresse) written into" in told


@pytest.mark.parametrize("there", [False, True], ids=["a new folder", "one that is there"])
def test_what_a_killed_split_left_is_cleared_away(
    export: Path, tmp_path: Path, there: bool
) -> None:
    """The folder it was making, hidden beside the one asked for, or in it; no other's."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    out = tmp_path / "out"
    home = out / "files" if there else out
    left, others = (home.parent / f".{home.name}.{pid}.new" for pid in (ended.pid, os.getppid()))
    for one in (left, others):
        one.mkdir(parents=True)
        (one / "001.md").write_text("La crue", encoding="utf-8")

    assert main(["split", str(export), "-o", str(out), "--force"]) == 0

    assert not left.exists()
    assert others.exists()


def test_what_was_written_is_told_as_json(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The contract: the folder, each document with its particulars, the rest, the problems."""
    folder = tmp_path / "out"

    main(["split", str(export), "-o", str(folder), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"folder", "documents", "left_over", "around", "exports", "problems"}
    assert told["documents"][0] == {
        "file": "001-2025-12-03-le-courrier-du-val-la-crue-coupe-deux-routes.md",
        "export": "export.html",
        "title": FLOOD[0].title,
        "outlet": FLOOD[0].outlet,
        "byline": FLOOD[0].byline,
        "published": "2025-12-03",
        "section": "Région",
        "url": None,
    }
    assert told["exports"] == [{"file": "export.html", "archive": "Europresse", "documents": 3}]
    assert (told["left_over"], told["around"], told["problems"]) == (None, None, [])


def test_a_document_is_named_by_whole_words_in_few_bytes() -> None:
    """In any script, by its first words where it has no headline; then none stands above them."""
    named = Document(title="Сильное наводнение " * 6, outlet="L’Écho de la vallée " * 4)
    bare = Document(body=("The river left its bed.", "Two roads are cut."), outlet="The Post")
    name = file_name(7, 1200, named)

    assert name == (
        "0007-l-écho-de-la-vallée-l-écho-de-la-сильное-наводнение-сильное-наводнение.md"
    )
    assert len(name.encode()) <= len("0007---.md") + OUTLET + TITLE
    assert file_name(7, 12, bare) == "007-the-post-the-river-left-its-bed.md"
    assert document_text(bare) == (
        '---\noutlet: "The Post"\n---\n\nThe river left its bed.\n\nTwo roads are cut.\n'
    )
    assert paragraphs_text(["One.", "Two."], "Rest") == "# Rest\n\nOne.\n\nTwo.\n"
    assert paragraphs_text(["One."]) == "One.\n"


def test_several_exports_are_numbered_on(export: Path, tmp_path: Path) -> None:
    """The documents of the second follow those of the first; what stands around is no article."""
    other = tmp_path / "other.txt"
    other.write_bytes(lexisnexis_text(FLOOD))
    folder = tmp_path / "out"

    assert main(["split", str(export), str(other), "-o", str(folder)]) == 0

    names = sorted(path.name for path in folder.iterdir())
    assert [name[:3] for name in names] == ["001", "002", "003", "004", "005", "006", "REA"]
    assert "Terms: crue of Val" in (folder / "README.md").read_text("utf-8")
    assert len(read_paths([folder]).articles) == 6


def test_nothing_is_written_over_unasked(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that holds something is left alone, until --force; its other files are kept."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("La crue")

    assert main(["split", str(export), "-o", str(folder)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert main(["split", str(export), "-o", str(folder), "--force"]) == 0
    assert len(list(folder.iterdir())) == 4


def test_what_somebody_wrote_of_the_folder_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A README.md stands, --force or not; one that would be the same stands in nobody's way."""
    export, folder = tmp_path / "export.txt", tmp_path / "out"
    export.write_bytes(lexisnexis_text(FLOOD))
    assert main(["split", str(export), "-o", str(folder)]) == 0
    assert main(["split", str(export), "-o", str(folder), "--force"]) == 0
    (folder / "README.md").write_text("My notes.", encoding="utf-8")

    assert main(["split", str(export), "-o", str(folder), "--force"]) == 1
    assert "README.md” would be written over" in capsys.readouterr().err
    assert (folder / "README.md").read_text(encoding="utf-8") == "My notes."


def test_a_document_that_cannot_be_told_is_kept_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are written, its words stand in a file of their own, and the status is 1."""
    (tmp_path / "a.html").write_bytes(lexisnexis_page(FLOOD, last_is_broken=True))
    folder = tmp_path / "out"

    assert main(["split", str(tmp_path / "a.html"), "-o", str(folder)]) == 1
    assert "a.html: Document 3 could not be told" in capsys.readouterr().err
    assert "We are sorry" in (folder / "003-left-over.md").read_text("utf-8")


def test_of_many_documents_that_cannot_be_told_the_first_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence stays one line, however many they are."""
    (tmp_path / "a.txt").write_text("1 of 9 DOCUMENTS\n\n" * 9)

    main(["split", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")])

    assert f"Documents 1, 2, 3, 4, 5 and {9 - NAMED} more" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["export.html"], 2, "-o/--output"),
        (["-o", "out"], 2, "EXPORT"),
        ([".", "-o", "out"], 2, "is a folder"),
        (["export.html", "-o", "export.html"], 2, "is a file"),
        (["absent.html", "-o", "out"], 1, "absent.html"),
        (["export.html", "-o", "absent/out"], 1, "absent"),
        (["plain.txt", "-o", "out"], 1, "“plain.txt” is not an export"),
        (["export.html", "plain.txt", "-o", "out"], 1, "“plain.txt” is not an export"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(  # noqa: PLR0913, RUF100 - what pytest gives
    arguments: list[str],
    status: int,
    said: str,
    export: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The sentence names the file and what to do, and nothing is written."""
    monkeypatch.chdir(export.parent)
    Path("plain.txt").write_text("La crue\n\nLe pont est coupé.", "utf-8")

    assert main(["split", *arguments]) == status

    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert sorted(path.name for path in export.parent.iterdir()) == ["export.html", "plain.txt"]


def test_a_failure_leaves_no_folder(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full halfway, there is no folder and no remains of one."""

    def full(self: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)

    assert main(["split", str(export), "-o", str(tmp_path / "out")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["export.html"]
