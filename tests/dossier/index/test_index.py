"""What is kept between two openings is what would be worked out, or it is worked out."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dossier import analyse, open_dossier
from dossier.index import Index
from dossier.index.records import maker, plain
from dossier.index.shelf import DamagedError, Row, Shelf, packed, write_shelf
from dossier.index.store import rules_mark
from dossier.problems import Problem
from dossier.spans import Span

TEXTS = {
    "a.txt": "La Loire déborde à Tours\n\nLe maire Jean Petit a fermé le pont mardi. "
    "Des habitants ont quitté leur maison.\n\nSelon la préfecture, 300 personnes sont à l'abri.",
    "b.txt": "Crue : le pont reste fermé\n\nJean Petit attend la décrue. Le préfet vient jeudi.\n\n"
    "Les habitants de Tours demandent une aide de 2 millions d'euros.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles on a flood."""
    folder = tmp_path / "crue"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def index_of(folder: Path) -> Index:
    """An index of the folder, kept beside it."""
    return Index([folder], folder.parent / "cache")


def kept_file(folder: Path) -> Path:
    """The one file that is kept."""
    (file,) = (folder.parent / "cache").iterdir()
    return file


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is not just any bytes")
def test_a_name_that_is_not_utf8_takes_no_topic_from_the_others(folder: Path) -> None:
    """A dossier with a file of such a name, in a folder of such a name, is worked out and kept."""
    odd = Path(os.fsdecode(os.fsencode(folder) + b"-\xe9"))
    folder.rename(odd)
    Path(os.fsdecode(os.fsencode(odd) + b"/d\xe9p\xeache.txt")).write_text(TEXTS["a.txt"])
    first = index_of(odd)
    worked_out = first.analyse(first.open())

    again = index_of(odd).open()

    assert again.analysed
    assert again == worked_out == analyse(open_dossier([odd]))
    assert again.title == "crue-\\xe9"


def test_another_version_of_a_library_makes_other_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What articles were read with is known; a library that reads none changes nothing."""
    monkeypatch.setattr("dossier.index.store._stamps", lambda _: [])  # also while one edits them
    packages = tmp_path / "site-packages"
    marks = []
    for name in ("trafilatura-2.0.0.dist-info", "spacy-3.8.dist-info", "trafilatura-2.1.dist-info"):
        (packages / name).mkdir(parents=True)
        monkeypatch.setattr(sys, "path", [str(packages)])
        marks.append(rules_mark())

    assert marks[0] == marks[1] != marks[2]


def test_a_second_opening_is_the_same_dossier(folder: Path) -> None:
    """What was kept gives the dossier that reading and working out give."""
    index_of(folder).analyse(index_of(folder).open())
    first = index_of(folder)
    first.analyse(first.open())

    assert index_of(folder).open() == analyse(open_dossier([folder]))


def test_a_second_opening_tells_what_was_left_out(folder: Path) -> None:
    """A file that is no article by its name is told of each time."""
    (folder / "c.json").write_text("{}", encoding="utf-8")
    first = index_of(folder)
    first.analyse(first.open())

    told = index_of(folder).open().problems

    assert [problem.file for problem in told] == ["c.json"]
    assert told == open_dossier([folder]).problems


def test_a_second_opening_reads_and_works_out_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the rules nor the topics are asked again."""
    index = index_of(folder)
    index.analyse(index.open())
    monkeypatch.setattr("dossier.reading.read_article", lambda *_: pytest.fail("read again"))

    assert index_of(folder).open().analysed


def test_a_changed_article_is_read_again_and_topics_with_it(folder: Path) -> None:
    """An article that changed is as it is now; the others are not read again."""
    index = index_of(folder)
    index.analyse(index.open())
    (folder / "b.txt").write_text(TEXTS["b.txt"] + " La Loire baisse.", encoding="utf-8")

    again = index_of(folder).open()

    assert again == open_dossier([folder])
    assert again.article("b.txt").text.endswith("La Loire baisse.")


def test_a_decision_is_played_over_what_was_kept(folder: Path) -> None:
    """What the reader decides counts at the next opening, and nothing is worked out anew."""
    index = index_of(folder)
    before = index.analyse(index.open())
    (folder / "dossier.toml").write_text(
        '[[topic]]\ntitle = "Le pont"\nterms = ["pont"]\n', "utf-8"
    )

    opened = index_of(folder).open()

    assert opened.analysed
    assert opened.derived == before.derived
    assert [topic.title for topic in opened.topics if topic.by_hand] == ["Le pont"]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ('outlet = "Ouest"', True),
        ('byline = "Awa Diop"', True),
        ('url = "https://example.org/a"', True),
        ('title = "La Loire"', False),
        ("published = 2026-02-06", False),
        ('language = "en"', False),
    ],
)
def test_names_and_topics_follow_from_a_title_and_a_day_alone(
    folder: Path, said: str, known: bool
) -> None:
    """An outlet, an author or an address by hand has nothing worked out anew."""
    index = index_of(folder)
    index.analyse(index.open())
    (folder / "dossier.toml").write_text(f'[[article]]\nfile = "a.txt"\n{said}\n', "utf-8")

    opened = index_of(folder).open()

    assert opened.analysed is known
    assert analyse(opened) == analyse(open_dossier([folder]))


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_file_is_as_one_that_is_not_there(
    tmp_path_factory: pytest.TempPathFactory, place: float, byte: int, cut: bool
) -> None:
    """Whatever byte is wrong or missing, the dossier is the same; at worst it is worked out."""
    folder = tmp_path_factory.mktemp("damaged") / "crue"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
    index = index_of(folder)
    done = index.analyse(index.open())
    file = kept_file(folder)
    content = bytearray(file.read_bytes())
    at = int(place * len(content))
    content[at] = byte
    file.write_bytes(content[:at] if cut else content)

    again = index_of(folder).open()

    assert again in (done, open_dossier([folder]))


def test_other_rules_begin_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other rules worked out does not count."""
    index = index_of(folder)
    index.analyse(index.open())
    monkeypatch.setattr("dossier.index.rules_mark", lambda: "other rules")

    assert not index_of(folder).open().analysed


def test_a_home_that_cannot_be_written_is_no_hindrance(folder: Path) -> None:
    """The dossier is read and worked out where nothing can be kept."""
    (folder.parent / "cache").write_text("a file where the folder should be")
    index = index_of(folder)

    assert index.analyse(index.open()) == analyse(open_dossier([folder]))


def test_nothing_half_written_stays(tmp_path: Path) -> None:
    """What cannot be written whole leaves what was there, and no neighbour."""
    file = tmp_path / "kept"
    write_shelf(file, [("article", 0, "a", packed([1]))])

    def broken() -> Iterator[Row]:
        yield "article", 0, "a", packed([2])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_shelf(file, broken())

    assert Shelf(file).value("article", 0) == [1]
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room, nothing is kept, and that is told."""
    file = tmp_path / "kept"
    write_shelf(file, [("article", 0, "a", packed([1]))])
    monkeypatch.setattr("dossier.index.shelf.PRAGMAS", ("max_page_count = 4",))

    done = write_shelf(file, [("article", 0, "a", random_bytes(100_000))])

    assert not done
    assert Shelf(file).value("article", 0) == [1]
    assert list(tmp_path.iterdir()) == [file]


def random_bytes(size: int) -> bytes:
    """Bytes that take as much room as they are long."""
    return Random(1).randbytes(size)  # noqa: S311 - nothing is kept secret


def test_a_page_stands_before_all_is_read(folder: Path) -> None:
    """Without patience there is one article; then all of them, and the topics, are the same."""
    index = index_of(folder)

    begun = index.open(patience=0.0)
    whole = index.complete(begun)

    assert (len(begun.articles), begun.whole) == (1, False)
    assert index.analyse(whole) == analyse(open_dossier([folder]))


def test_a_large_dossier_is_worked_out_in_another_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other process gives what this one would, and this one works nothing out."""
    monkeypatch.setattr("dossier.index.LARGE", 2)
    monkeypatch.setattr("dossier.index.analyse", lambda _: pytest.fail("worked out here"))
    index = index_of(folder)

    assert index.analyse(index.open()) == analyse(open_dossier([folder]))


def test_what_was_begun_while_a_page_is_drawn_is_not_worked_out_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However small the dossier: begun at once in another process, it is only waited for."""
    monkeypatch.setattr("dossier.index.analyse", lambda _: pytest.fail("worked out here"))
    index = index_of(folder)
    opened = index.open()

    index.begin(opened)

    assert index.analyse(opened) == analyse(open_dossier([folder]))


def test_without_another_process_it_is_worked_out_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no process can be started, topics are there all the same."""
    monkeypatch.setattr("dossier.index.LARGE", 2)
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    index = index_of(folder)

    assert index.analyse(index.open()) == analyse(open_dossier([folder]))


@given(st.builds(Problem, st.text(), st.text(), st.none() | st.just(Span(3, 7))))
def test_records_come_back_as_they_were(problem: Problem) -> None:
    """A value made plain, written and read, is made again the same."""
    said = json.loads(json.dumps(plain(problem)))

    assert maker(Problem)(said) == problem


@pytest.mark.parametrize("said", [None, [], ["a"], ["a", 3, None], ["a", "b", [7, 3]], "abc"])
def test_what_is_no_record_is_refused(said: object) -> None:
    """Lists that are not those of the type are an error, never a wrong value."""
    with pytest.raises((TypeError, ValueError)):
        maker(Problem)(said)


def test_a_damaged_row_is_told_and_its_shelf_taken_away(tmp_path: Path) -> None:
    """A row whose digest is not that of its content is refused, and the shelf is gone."""
    file = tmp_path / "kept"
    write_shelf(file, [("article", 0, "", packed("a" * 50)), ("article", 1, "", packed("b" * 50))])
    with closing(sqlite3.connect(file)) as shelf, shelf:
        shelf.execute("UPDATE article SET said = (SELECT said FROM article WHERE number = 1)")
    opened = Shelf(file)

    assert opened.value("article", 1) == "b" * 50
    with pytest.raises(DamagedError, match="not as it was written"):
        opened.row("article", 0)
    assert not file.exists()


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path) -> None:
    """Half a shelf beside the shelf goes when one is written; that of a program that runs stays."""
    file = tmp_path / "kept"
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f".kept.{dead.pid}.new").write_bytes(b"half")
    (tmp_path / f".kept.{os.getppid()}.new").write_bytes(b"half")

    assert write_shelf(file, [("article", 0, "", packed("a"))])
    assert sorted(one.name for one in tmp_path.iterdir()) == [f".kept.{os.getppid()}.new", "kept"]


def test_threads_that_write_at_once_leave_a_whole_shelf(tmp_path: Path) -> None:
    """What stands at last is what one of them wrote, and nothing is left beside it."""
    file, many = tmp_path / "kept", range(200)

    def write(name: str) -> bool:
        return write_shelf(file, (("article", at, "", packed(f"{name} {at}")) for at in many))

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(write, "abcdefgh"))

    said = [json.loads(row) for row in Shelf(file).rows("article")]
    assert said == [f"{said[0][0]} {at}" for at in many]
    assert list(tmp_path.iterdir()) == [file]


def test_whoever_has_a_shelf_open_reads_on_when_another_stands_there(tmp_path: Path) -> None:
    """A shelf that is put in the place of the one that is read, or thrown away, changes nothing."""
    file = tmp_path / "kept"
    write_shelf(file, [("article", 0, "", packed("first"))])
    opened = Shelf(file)
    write_shelf(file, [("article", 0, "", packed("second"))])
    later = Shelf(file)
    file.unlink()

    assert opened.value("article", 0) == "first"
    assert later.value("article", 0) == "second"


def test_a_shelf_written_over_while_it_is_read_is_told(tmp_path: Path) -> None:
    """What another program writes into the file is never taken for what was kept."""
    file = tmp_path / "kept"
    write_shelf(file, [("article", at, "", packed("a" * at)) for at in range(2000)])
    opened = Shelf(file)
    before = opened.value("article", 0)
    file.write_bytes(b"no shelf" * 100_000)

    assert before == ""
    with pytest.raises(DamagedError):
        opened.value("article", 1999)
    assert opened.is_damaged
