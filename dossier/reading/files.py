"""Which files a dossier is made of: what a folder holds, or what was named."""

import os
from collections.abc import Collection, Container, Iterator, Sequence
from pathlib import Path

from dossier.problems import DossierError, Problem

STDIN = Path("-")
"""The path that means standard input."""

OURS = frozenset({"dossier.toml"})
"""Files of a folder that say how to read it; they are not articles."""

DATA = frozenset(
    {
        *(".json", ".jsonl", ".csv", ".tsv", ".xml", ".rss", ".atom", ".toml", ".yaml", ".yml"),
        *(".ini", ".css", ".js", ".py", ".sh", ".sql", ".log", ".bib", ".ris", ".tex", ".svg"),
        *(".mp3", ".mp4", ".m4a", ".mov", ".avi", ".mkv", ".webm", ".wav", ".iso", ".sqlite"),
    }
)
"""How the names of files end that a folder may hold beside its articles; told, and left out."""

PAPERS = frozenset(
    {
        *("readme", "read-me", "read_me", "lisezmoi", "lisez-moi", "lisez_moi", "liesmich"),
        *("leggimi", "leeme", "léeme", "leiame", "leia-me", "leesmij", "license", "licence"),
        *("copying", "changelog", "contributing", "code_of_conduct"),
    }
)
"""How files are called that say something of the folder they lie in; told, and left out."""

_PAPER_KINDS = frozenset({"md", "markdown", "txt", "text", "rst", "html", "htm"})

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_OPENING = 1 << 20
"""Bytes of a page in which it shows something of the folder it was saved with, if of any."""

PAPER_LEFT_OUT = (
    "By its name it tells of this folder, not of the story; it was left out. "
    "To read it, open the folder and this file together."
)


def common_folder(paths: Sequence[Path]) -> Path | None:
    """The folder that the articles' names are relative to; None for standard input alone."""
    real = [path for path in paths if path != STDIN]
    if not real:
        return None
    if len(real) == 1 and real[0].is_dir():
        return real[0]
    parents = [path if path.is_dir() else path.parent for path in real]
    if len({str(parent.absolute()) for parent in parents}) == 1:
        return parents[0]
    try:
        return Path(os.path.commonpath([str(parent.absolute()) for parent in parents]))
    except ValueError:  # two drives
        return parents[0]


def find_files(paths: Sequence[Path], problems: list[Problem]) -> Iterator[Path]:
    """The files to read, each once: named ones in the order given, a folder's by name.

    Raises DossierError for a path that is not there. A folder that cannot be listed is a problem.
    """
    seen: set[str] = set()
    named = {os.path.realpath(path) for path in paths if path != STDIN}
    for path in paths:
        for file in _expand(path, problems, named):
            if (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file


def _expand(path: Path, problems: list[Problem], named: Container[str]) -> Iterator[Path]:
    if path == STDIN:
        yield path
        return
    try:
        listed = path.is_dir()
        there = listed or os.path.lexists(path)
    except (OSError, ValueError) as error:
        raise DossierError(f"“{path}” cannot be opened: {_reason(error)}.") from error
    if not there:
        raise DossierError(f"There is no “{path}”: give a folder, or the files to read.")
    if listed:
        yield from walk(path, problems, named)
    else:
        yield path


def walk(folder: Path, problems: list[Problem], named: Container[str] = ()) -> Iterator[Path]:
    """The files of a folder and of its sub-folders, by name; hidden ones are left out.

    What is no article by its name or its nature is told, and not opened. ``named`` are the real
    paths of those that are read whatever they are called.
    """

    def note(error: OSError) -> None:
        listed = Path(error.filename or folder)
        told = f"Cannot be listed: {_reason(error)}."
        problems.append(Problem(_in(folder, listed), told, missed=True))

    data: list[str] = []
    saved: list[str] = []
    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in _saved_with_pages(Path(root), folders, names):
            folders.remove(name)
            saved.append(_in(folder, Path(root, name)))
        for name in sorted([*names, *(f for f in folders if is_link(Path(root, f)))]):
            file = Path(root, name)
            if name.startswith(".") or name in OURS:
                continue
            if file.suffix.lower() in DATA and not is_folder(file):
                data.append(_in(folder, file))
            elif why := _left_out(file):
                problems.append(Problem(_in(folder, file), f"{why}; it was left out."))
            elif is_paper(name) and os.path.realpath(file) not in named:
                problems.append(Problem(_in(folder, file), PAPER_LEFT_OUT))
            else:
                yield file
    if data:
        problems.append(Problem(data[0], _data_left_out(data)))
    if saved:
        first = "A browser saved this folder with a page; it was left out"
        problems.append(Problem(saved[0], _with_more(first, saved, "folder")))


def is_paper(name: str) -> bool:
    """Whether a file is called as a folder's own papers are: README, LICENSE.txt, README.fr.md.

    "readme-scandale.txt" is not: the word stands alone, before a language and a kind of text.
    """
    word, *rest = name.lower().split(".")
    if word not in PAPERS:
        return False
    *language, kind = rest or ("txt",)
    return kind in _PAPER_KINDS and all(len(one) == 2 for one in language)


def _data_left_out(files: Sequence[str]) -> str:
    first = f"This is data ({Path(files[0]).suffix.lower()}), not an article; it was left out"
    return _with_more(first, files, "file")


def _with_more(first: str, found: Sequence[str], thing: str) -> str:
    """One sentence for all: said of each, what matters would drown among them."""
    match len(found) - 1:
        case 0:
            return f"{first}."
        case 1:
            return f"{first}, and so was 1 more such {thing}."
        case more:
            return f"{first}, and so were {more} more such {thing}s."


def _saved_with_pages(root: Path, folders: Sequence[str], names: Collection[str]) -> list[str]:
    """The folders in which a browser put what a page shows: pictures, scripts, advertisements.

    Each is called as the page and a word more ("crue_files", in the browser's language), and the
    page shows something from it.
    """
    pages = {Path(n).stem: root / n for n in names if Path(n).suffix.lower() in _PAGES}
    return [
        folder
        for folder in folders
        if (stems := [stem for sign in "_-." if (stem := folder.rpartition(sign)[0]) in pages])
        and any(_shows(pages[stem], folder) for stem in stems)
    ]


def _shows(page: Path, folder: str) -> bool:
    """Whether a page shows something that lies in a folder beside it."""
    import re  # with what it needs, not before such a folder is met
    from html import unescape
    from unicodedata import normalize
    from urllib.parse import unquote

    try:
        with page.open("rb") as file:
            text = file.read(_OPENING).decode("utf-8", "replace")
    except OSError:
        return False
    held = normalize("NFC", unquote(unescape(text)))
    there = re.escape(normalize("NFC", folder))
    shown = rf"(?:\bsrc|<link\b[^<>]*\bhref)\s*=\s*[\"']?(?:\./)?{there}/"
    return re.search(shown, held, re.IGNORECASE) is not None


def _left_out(file: Path) -> str | None:
    """Why a file of a folder is no article, before it is opened; None when it may be one."""
    if is_link(file) and is_folder(file):
        return "This is a link to another folder"
    if exists(file) and not is_file(file):
        return "This is not a file to read"
    return None


def name_of(path: str | Path) -> str:
    r"""A path as it is called in the dossier: with ``/``, and in letters that any file can hold.

    A name may be any bytes; those that are not UTF-8 are spelled: ``d\xe9p\xeache.txt``.
    """
    name = Path(path).as_posix()
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name


def path_of(folder: Path, name: str) -> Path:
    """Where a file of the dossier's folder stands, by what it is called in the dossier."""
    path = folder / name
    if not is_spelled(name) or os.path.lexists(path):
        return path
    import re  # for an odd name alone

    spelled = re.compile(rb"\\x([89a-f][0-9a-f])")
    return folder / os.fsdecode(
        spelled.sub(lambda byte: bytes.fromhex(byte[1].decode()), os.fsencode(name))
    )


def is_spelled(name: str) -> bool:
    """Whether what a file is called may spell bytes that are not UTF-8."""
    return "\\x" in name


def _in(folder: Path, file: Path) -> str:
    return name_of(file.relative_to(folder) if file.is_relative_to(folder) else file)


def _reason(error: Exception) -> str:
    """What the system says is wrong, as the end of a sentence."""
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return said[:1].lower() + said[1:]


def exists(path: str | Path) -> bool:
    """Whether there is anything of that name; in a folder that is shut nothing is, nor below.

    ``Path.exists`` and the like fail there until Python 3.14.
    """
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: str | Path) -> bool:
    """Whether it is a file."""
    return os.path.isfile(path)  # noqa: PTH113


def is_no_file(path: Path) -> bool:
    """Whether something else stands there: a folder; a pipe, which would be read without end."""
    return exists(path) and not is_file(path)


def is_folder(path: str | Path) -> bool:
    """Whether it is a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def is_link(path: str | Path) -> bool:
    """Whether it is a link, to whatever."""
    return os.path.islink(path)  # noqa: PTH114
