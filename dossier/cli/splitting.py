"""``split``: writes each document of a press archive's export into a file of its own."""

import os
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.cli.listing import counted
from dossier.cli.misuse import Misuse
from dossier.cli.output import complain, progress, say, say_json
from dossier.cli.shapes import day
from dossier.export.parting import AROUND, document_text, file_name, paragraphs_text
from dossier.problems import DossierError, Problem
from dossier.reading import contents
from dossier.reading.documents import Document, Parted, part_export
from dossier.writing import write_folder

LEFT_OVER = "left-over.md"
"""How the file's name ends that holds what could not be told for an article."""
NAMED = 5
"""Documents that are told by their numbers; of more, it is told how many."""


@dataclass(frozen=True, slots=True)
class _Split:
    """What is to be written, and what the reader should know of it."""

    documents: tuple[tuple[str, str, Document], ...]
    """The export each document stands in, its file's name, and the document."""
    left_over: tuple[str, ...]
    around: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    """What the reader should know: of which export, and a sentence."""
    exports: tuple[tuple[str, Parted], ...]

    @property
    def left_file(self) -> str | None:
        """The file of what could not be told for an article; None when nothing is left over."""
        number = f"{len(self.documents) + 1:03}"
        return f"{number}-{LEFT_OVER}" if self.left_over else None

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The names of the files and what they hold."""
        for _, name, document in self.documents:
            yield name, document_text(document).encode()
        if self.left_file:
            yield self.left_file, paragraphs_text(self.left_over).encode()
        if self.around:
            title = ", ".join(file for file, parted in self.exports if parted.around)
            yield AROUND, paragraphs_text(self.around, title).encode()


def split(asked: Namespace) -> int:
    """Write the documents of the exports into a folder; the exit status."""
    folder = Path(os.path.realpath(asked.output))
    _check_folder(folder, asked.output, force=asked.force)
    with progress("Splitting …"):
        made = _read(asked.exports)
        _check_exports(asked.exports, folder, made)
        try:
            write_folder(folder, made.files())
        except OSError as error:
            raise DossierError(f"“{asked.output}” was not written: {error.strerror}.") from error
    if asked.json:
        say_json(_shape(made, asked.output))
    else:
        _tell(made, asked.output)
    return 1 if made.left_over else 0


def _check_folder(folder: Path, named: Path, *, force: bool) -> None:
    """Whether files may be written there: the folder is new, or empty, or it is so wanted."""
    if not folder.parent.is_dir():
        raise DossierError(f"There is no folder “{named.parent}”: nothing was written.")
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise Misuse(f"“{named}” is a file: name a new folder to write into.")
    try:
        empty = not any(folder.iterdir())
    except OSError as error:
        raise DossierError(f"“{named}” cannot be opened: {error.strerror}.") from error
    if not empty and not force:
        said = "name a new one, or add --force to write among what is there"
        raise Misuse(f"The folder “{named}” is not empty: {said}.")


def _check_exports(exports: Sequence[Path], folder: Path, made: _Split) -> None:
    """Whether no export would be written over, nor what somebody wrote about the folder."""
    files = {folder / name for _, name, _ in made.documents}
    files |= {folder / AROUND, folder / (made.left_file or AROUND)}
    for export in exports:
        if Path(os.path.realpath(export)) in files:
            raise DossierError(f"“{export}” would be written over: name another folder.")
    about = folder / AROUND
    if made.around and about.is_file() and about.read_bytes() != dict(made.files())[AROUND]:
        raise DossierError(f"“{about}” would be written over: name another folder, or move it.")


def _read(paths: Sequence[Path]) -> _Split:
    """The exports, read and parted, and the names of their documents' files."""
    for path in paths:
        if path.is_dir():
            raise Misuse(f"“{path}” is a folder: name the exports in it.")
    problems: list[Problem] = []
    sentences: list[tuple[str, str]] = []
    exports: list[tuple[str, Parted]] = []
    for file, raw in contents(paths, problems):
        parted, told = part_export(file, raw)
        exports.append((file, parted))
        sentences += [(one.file, one.message) for one in told]
        sentences += [(file, sentence) for sentence in _unread(parted)]
    if len(exports) < len({os.path.realpath(path) for path in paths}):
        raise DossierError(f"“{problems[0].file}”: {problems[0].message}")
    found = [(file, document) for file, parted in exports for document in parted.documents]
    return _Split(
        documents=tuple(
            (file, file_name(number, len(found), document), document)
            for number, (file, document) in enumerate(found, 1)
        ),
        left_over=tuple(line for _, parted in exports for line in parted.left_over),
        around=tuple(line for _, parted in exports for line in parted.around),
        told=tuple(sentences),
        exports=tuple(exports),
    )


def _unread(parted: Parted) -> Iterator[str]:
    """What the reader should know of the documents that could not be told for articles."""
    if not parted.unread:
        return
    if len(parted.unread) == 1:
        said = f"Document {parted.unread[0]} could not be told for an article; its words are kept"
    else:
        *first, last = map(str, parted.unread[:NAMED])
        if (more := len(parted.unread) - NAMED) > 0:
            first, last = [*first, last], f"{more} more"
        which = f"Documents {', '.join(first)} and {last}"
        said = f"{which} could not be told for articles; their words are kept together"
    yield f"{said} in the file that ends with “{LEFT_OVER}”."


def _tell(made: _Split, folder: Path) -> None:
    """Print what was written, and tell what the reader should know of it."""
    for _, name, document in made.documents:
        when = day(document.published) or "no date"
        title = document.title or "no headline"
        say(f"{name}: {title} ({document.outlet or 'no outlet'}, {when})")
    if made.left_file:
        say(f"{made.left_file}: what could not be told for an article")
    if made.around:
        say(f"{AROUND}: what stands around the documents; it is not read as an article")
    for file, sentence in made.told:
        complain(f"{file}: {sentence}")
    for file, parted in made.exports:
        many = counted(len(parted.documents), "document")
        complain(f"{many} of {file} ({parted.archive}) written into {folder}.")


def _shape(made: _Split, folder: Path) -> dict[str, object]:
    """What was written, as the contract has it."""
    return {
        "folder": str(folder),
        "documents": [
            {
                "file": name,
                "export": file,
                "title": document.title,
                "outlet": document.outlet,
                "byline": document.byline,
                "published": day(document.published),
                "section": document.section,
                "url": document.url,
            }
            for file, name, document in made.documents
        ],
        "left_over": made.left_file,
        "around": AROUND if made.around else None,
        "exports": [
            {"file": file, "archive": parted.archive, "documents": len(parted.documents)}
            for file, parted in made.exports
        ],
        "problems": [
            {"file": file, "message": sentence, "start": None, "end": None}
            for file, sentence in made.told
        ],
    }
