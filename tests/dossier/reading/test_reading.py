"""Reading a folder, files, or standard input: what is readable is read, the rest is told."""

import io
import os
import sys
from pathlib import Path
from threading import Timer

import pytest
from hypothesis import given

from dossier.problems import DossierError
from dossier.reading import STDIN, read_article, read_paths
from dossier.reading.files import path_of
from tests.strategies import any_bytes

TEXT = "La rivière déborde\n\nLa mairie a voté mardi la fermeture du pont. Le préfet a signé.\n"


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_folder_is_read_with_its_sub_folders(tmp_path: Path) -> None:
    """Files of a folder and of its sub-folders are articles, called by their path in it."""
    _write(tmp_path, b_txt=TEXT, a_txt=TEXT, deep__er__c_txt=TEXT)

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt", "b.txt", "deep/er/c.txt"]
    assert loaded.problems == ()
    assert loaded.folder == tmp_path


def test_hidden_files_and_the_dossiers_own_are_not_articles(tmp_path: Path) -> None:
    """Names that open with a dot, folders too, and dossier.toml are passed over in silence."""
    _write(tmp_path, a_txt=TEXT, dossier_toml="[dossier]")
    for hidden in (".hidden.txt", ".git/x.txt"):
        (tmp_path / hidden).parent.mkdir(exist_ok=True)
        (tmp_path / hidden).write_text(TEXT, encoding="utf-8")

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt"]
    assert loaded.problems == ()


def test_a_single_file_is_a_dossier(tmp_path: Path) -> None:
    """One file, named, is read whatever its suffix."""
    _write(tmp_path, a_article=TEXT)

    loaded = read_paths([tmp_path / "a.article"])

    assert [a.file for a in loaded.articles] == ["a.article"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is not just any bytes")
def test_a_name_that_is_not_utf8_is_spelled_and_led_back(tmp_path: Path) -> None:
    """What such a file is called can be written anywhere, is told, and leads back to the file."""
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xe9p\xeache.txt"))
    for path in (odd, tmp_path / "é \\xe9.txt"):
        path.write_text(TEXT, encoding="utf-8")

    first, second = read_paths([tmp_path]).articles

    assert (first.file, second.file) == ("d\\xe9p\\xeache.txt", "é \\xe9.txt")
    assert path_of(tmp_path, first.file) == odd
    assert path_of(tmp_path, second.file).name == "é \\xe9.txt"
    assert any("not UTF-8" in said for said in first.assumed)


def test_several_files_of_two_folders_keep_distinct_names(tmp_path: Path) -> None:
    """Files named from two folders are called by their path in the folder that holds both."""
    _write(tmp_path, x__a_txt=TEXT, y__a_txt=TEXT)

    loaded = read_paths([tmp_path / "y" / "a.txt", tmp_path / "x" / "a.txt"])

    assert [a.file for a in loaded.articles] == ["x/a.txt", "y/a.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file that is named, and stands in a folder that is named too, is one article."""
    _write(tmp_path, a_txt=TEXT)

    loaded = read_paths([tmp_path, tmp_path / "a.txt", tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt"]


def test_standard_input_is_a_dossier(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads standard input, as one article called "-"."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    loaded = read_paths([STDIN])

    assert [a.file for a in loaded.articles] == ["-"]
    assert loaded.articles[0].text == TEXT
    assert loaded.folder is None


def test_a_missing_path_is_said_in_one_sentence(tmp_path: Path) -> None:
    """A path that is not there is named, and what to give instead."""
    with pytest.raises(
        DossierError, match=r"^There is no “.*nowhere”: give a folder, or the files"
    ):
        read_paths([tmp_path / "nowhere"])


def test_an_empty_folder_is_said_in_one_sentence(tmp_path: Path) -> None:
    """A folder without articles is named, and what to put there."""
    with pytest.raises(DossierError, match=r"^Nothing to read in “.*”: put articles there"):
        read_paths([tmp_path])


def test_nothing_named_is_said_in_one_sentence() -> None:
    """No path at all is a mistake the message puts right."""
    with pytest.raises(DossierError, match=r"^Nothing to read: give a folder"):
        read_paths([])


def test_one_broken_file_of_two_hundred_is_told_and_the_rest_read(tmp_path: Path) -> None:
    """A picture among texts is a problem with its name; the others are articles."""
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "117.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))

    loaded = read_paths([tmp_path])

    assert len(loaded.articles) == 199
    assert [p.file for p in loaded.problems] == ["117.txt"]
    assert loaded.problems[0].message.count(".") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_a_file_we_may_not_read_is_told(tmp_path: Path) -> None:
    """A file without permission is a problem with the system's reason; the rest is read."""
    _write(tmp_path, a_txt=TEXT, b_txt=TEXT)
    (tmp_path / "b.txt").chmod(0)

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt"]
    assert [(p.file, "permission denied" in p.message) for p in loaded.problems] == [
        ("b.txt", True)
    ]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    """A dangling link is a problem; so is a loop of links."""
    _write(tmp_path, a_txt=TEXT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt"]
    assert sorted(p.file for p in loaded.problems) == ["b.txt", "c.txt"]


def test_a_pipe_in_the_folder_does_not_hold_us_up(tmp_path: Path) -> None:
    """What is neither file nor folder is told, not waited for."""
    _write(tmp_path, a_txt=TEXT)
    os.mkfifo(tmp_path / "b.txt")

    loaded = read_paths([tmp_path])

    assert [p.file for p in loaded.problems] == ["b.txt"]


@pytest.mark.parametrize(("many", "said"), [(1, "."), (2, "1 more such file."), (14, "13 more")])
def test_files_of_data_are_one_problem(tmp_path: Path, many: int, said: str) -> None:
    """A manifest beside each article does not drown what matters."""
    for number in range(many):
        (tmp_path / f"{number:02}.txt").write_text("La crue.", encoding="utf-8")
        (tmp_path / f"{number:02}.json").write_text("{}", encoding="utf-8")

    loaded = read_paths([tmp_path])

    assert len(loaded.articles) == many
    assert [problem.file for problem in loaded.problems] == ["00.json"]
    assert said in loaded.problems[0].message


def test_data_beside_the_articles_is_told_and_left_out(tmp_path: Path) -> None:
    """A .json of a folder is no article; named alone, it is read as text."""
    _write(tmp_path, a_txt=TEXT, b_json='{"title": "x"}')

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt"]
    assert [p.file for p in loaded.problems] == ["b.json"]
    assert read_paths([tmp_path / "b.json"]).articles[0].text == '{"title": "x"}'


@pytest.mark.parametrize(
    "shown",
    [
        "<iframe src='./La cr%C3%BBe_fichiers/ad.html'></iframe>",
        "<img src=La&nbsp;cr&ucirc;e_fichiers/a.png><script src='La crûe_fichiers/a.js'></script>",
        '<link rel=File-List href="La%20cr%C3%BBe_fichiers/filelist.xml">',
    ],
)
def test_what_a_browser_saved_with_a_page_is_told_and_left_out(tmp_path: Path, shown: str) -> None:
    """An advertisement in the page's folder is no article; opened by itself, the folder is read."""
    page = f"<!doctype html><html><body>{shown}<p>{TEXT}</p></html>"
    (tmp_path / "La crûe.html").write_text(page, encoding="utf-8")
    beside = tmp_path / "La crûe_fichiers"
    beside.mkdir()
    (beside / "ad.html").write_text("<html><body><p>Publicité !</p></html>", encoding="utf-8")

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["La crûe.html"]
    assert [p.file for p in loaded.problems if "browser" in p.message] == ["La crûe_fichiers"]
    assert [a.file for a in read_paths([beside]).articles] == ["ad.html"]


def test_a_folder_that_a_page_does_not_show_is_read(tmp_path: Path) -> None:
    """A name of one's own that begins as the page's, or a page that only leads there."""
    page = f"<!doctype html><html><body><p>{TEXT}</p><a href='crue_suite/b.txt'>Suite</a></html>"
    (tmp_path / "crue.html").write_text(page, encoding="utf-8")
    (tmp_path / "crue_suite").mkdir()
    (tmp_path / "crue_suite" / "b.txt").write_text(TEXT, encoding="utf-8")

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["crue.html", "crue_suite/b.txt"]


@pytest.mark.parametrize(
    "name", ["README.md", "deep/er/Readme", "LICENSE.txt", "lisezmoi.TXT", "README.fr.md"]
)
def test_a_folders_own_papers_are_told_and_left_out(tmp_path: Path, name: str) -> None:
    """What by its name tells of the folder is no source of the story, at any depth."""
    _write(tmp_path, a_txt=TEXT)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(TEXT, encoding="utf-8")

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt"]
    assert [p.file for p in loaded.problems] == [name]


def test_a_folders_paper_that_is_named_is_read(tmp_path: Path) -> None:
    """Alone, or beside its folder, and then nothing is told of it."""
    _write(tmp_path, a_txt=TEXT, README_md=TEXT)

    alone = read_paths([tmp_path / "README.md"])
    both = read_paths([tmp_path, tmp_path / "README.md"])

    assert [a.file for a in alone.articles] == ["README.md"]
    assert [a.file for a in both.articles] == ["README.md", "a.txt"]
    assert both.problems == ()


@pytest.mark.parametrize(
    "name", ["readme-scandale.txt", "licence de pêche.txt", "readme.crue.txt", "notice.txt"]
)
def test_an_article_is_no_paper_for_a_word_of_its_name(tmp_path: Path, name: str) -> None:
    """A paper's name is the whole of it."""
    (tmp_path / name).write_text(TEXT, encoding="utf-8")

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == [name]


def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    """A linked folder could lead anywhere, even back here: it is told, not read."""
    _write(tmp_path, a_txt=TEXT, sub__b_txt=TEXT)
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt", "sub/b.txt"]
    assert [p.file for p in loaded.problems] == ["sub/up"]


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    """A file of nothing, or of white space, is a problem; the rest is read."""
    _write(tmp_path, a_txt=TEXT, b_txt="", c_txt=" \n\u00a0\n")

    loaded = read_paths([tmp_path])

    assert [a.file for a in loaded.articles] == ["a.txt"]
    assert [(p.file, "empty" in p.message) for p in loaded.problems] == [
        ("b.txt", True),
        ("c.txt", True),
    ]


def test_nothing_readable_names_the_first_reason(tmp_path: Path) -> None:
    """A folder of one binary file says which file it was and why."""
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))

    with pytest.raises(DossierError, match=r"photo\.jpg"):
        read_paths([tmp_path])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_is_one_kind(newline: str) -> None:
    """CR LF, CR and LF read as the same article."""
    raw = TEXT.replace("\n", newline).encode()

    assert read_article("a.txt", raw).articles[0].text == TEXT


def test_the_text_is_the_files_own() -> None:
    """Nothing but the newlines and the byte order mark is touched: offsets are the file's."""
    text = "\u00a0 Un\u200b texte\t\n\n\n\x0c avec\u2028 tout\x00 \n"

    article = read_article("a.txt", b"\xef\xbb\xbf" + text.encode()).articles[0]

    assert article.text == text


@given(any_bytes())
def test_any_bytes_are_an_article_or_a_problem(raw: bytes) -> None:
    """Whatever the bytes, they are read or told, and never raise."""
    loaded = read_article("a.txt", raw)

    assert len(loaded.articles) == 1 or loaded.problems


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_that_no_one_writes_to_is_told_and_not_waited_for(tmp_path: Path) -> None:
    """What is named beside it is read; what is written into a pipe is read to its end."""
    _write(tmp_path, a_txt=TEXT)
    os.mkfifo(tmp_path / "b.txt")
    loaded = read_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    pipe = os.open(tmp_path / "b.txt", os.O_RDWR)
    os.write(pipe, TEXT.encode())

    def end() -> None:
        os.write(pipe, b"Fin.\n")
        os.close(pipe)

    Timer(0.05, end).start()
    written = read_paths([tmp_path / "b.txt"])

    [problem] = loaded.problems
    assert [article.file for article in loaded.articles] == ["a.txt"]
    assert (problem.file, "nothing is written" in problem.message) == ("b.txt", True)
    assert written.articles[0].text == TEXT + "Fin.\n"
