"""Export and clippings: what the reader takes away, and what they kept."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from dossier.cli.listing import counted, opened, refined, shortened, worked_out
from dossier.cli.misuse import Misuse
from dossier.cli.output import complain, say, say_exactly, say_json
from dossier.cli.verifying import text_of
from dossier.clippings import Anchored, Clipping, clippings_of, find_all_again, store_of
from dossier.clippings.records import record_of
from dossier.dossier import Dossier
from dossier.entities import Entity
from dossier.export import (
    FORMS,
    Document,
    Form,
    Quotation,
    Speakers,
    arranged,
    form_named,
    own_form,
    topic_document,
)
from dossier.export.document import of_clippings, of_entity, of_search, of_topic
from dossier.export.frontmatter import front_matter
from dossier.export.reading_back import read_clippings
from dossier.export.wording import wording_of
from dossier.export.writing import Text, write_files
from dossier.index import LARGE
from dossier.index.store import has_more
from dossier.language.folding import fold
from dossier.reading import STDIN
from dossier.topics import Topic


def export(asked: Namespace) -> int:
    """Write passages with their citations to a file or to standard output."""
    if asked.print_template:
        from dossier.export.template import example

        say_exactly(example())
        return 0
    form = _form(asked)
    named = asked.entity or asked.search or asked.clippings
    sorts = asked.topic or asked.entity or asked.model or not named
    told = asked.speakers or asked.group == "topic"
    dossier = worked_out(asked) if sorts or (told and _is_small(asked)) else opened(asked)
    dossier = refined(dossier) if asked.model else dossier
    document = _document(dossier, asked)
    document = Speakers(dossier).told(document) if asked.speakers else document
    if not document.quotations and not document.lost:
        why = "nothing is clipped" if asked.clippings else "no passage is what was asked for"
        complain(f"Nothing to export from {dossier.title}: {why}.")
        return 1
    for sentence in wording_of("en").untold(document.left_out):
        complain(f"{sentence} `dossier index` works them out.")
    if document.lost:
        complain(f"{counted(len(document.lost), 'clipping')} not found in the articles of today.")
    text = form.written(document)
    if asked.front_matter and form is FORMS[0]:
        text = chain((front_matter(document),), text)
    if asked.output in (None, Path("-")):
        say_exactly(text)
        return 0
    written: list[Text] = [(asked.output, text)]
    if form.beside and form.write_beside:
        written.insert(0, (asked.output.with_name(form.beside), form.write_beside(document)))
    _write(written, dossier, force=asked.force)
    return 0


def _form(asked: Namespace) -> Form:
    """The form that was asked for; its template is no place for what it makes."""
    if asked.template is None:
        return form_named(asked.form)
    if asked.output is not None and asked.output.resolve() == asked.template.resolve():
        raise Misuse(f"{asked.output.name} is the template: name another file for what it makes")
    return own_form(asked.template)


def _is_small(asked: Namespace) -> bool:
    """Whether names and topics are worked out for an export of passages that do not need them."""
    return STDIN in asked.paths or not has_more(asked.paths, LARGE)


def _write(texts: Sequence[Text], dossier: Dossier, *, force: bool) -> None:
    """Write the texts to their files, none of them over another unless it is wanted."""
    files = [path for path, _ in texts]
    try:
        write_files(texts, dossier=dossier, replace=files if force else ())
    except FileExistsError as error:
        said = f"There is a {error.args[0]} already: name another, or add --force"
        raise Misuse(said) from error
    complain(f"{' and '.join(map(str, reversed(files)))} written.")
    if dossier.folder is not None and files[-1].resolve().is_relative_to(dossier.folder.resolve()):
        complain("It stands in the dossier's folder, where texts are read as articles.")


def _document(dossier: Dossier, asked: Namespace) -> Document:
    """What was asked to leave; every topic when nothing was named."""
    topics = [topic_named(dossier, name) for name in asked.topic]
    if not (asked.entity or asked.search or asked.clippings):
        return topic_document(dossier, topics or dossier.topics, group=asked.group or "topic")
    quotations: list[Quotation] = [q for topic in topics for q in of_topic(dossier, topic)]
    for name in asked.entity:
        quotations += of_entity(dossier, entity_named(dossier, name))
    for words in asked.search:
        quotations += of_search(dossier, words)
    anchored = _anchored(dossier) if asked.clippings else ()
    quotations += of_clippings(dossier, anchored)
    lost = [found.clipping for found in anchored if found.state == "lost"]
    return arranged(dossier, quotations, group=asked.group or "source", lost=lost)


def topic_named(dossier: Dossier, name: str) -> Topic:
    """The topic of that title, or the one whose title begins so, or the one of that number.

    Raises Misuse when there is none, or several.
    """
    if name.isdecimal() and 0 < int(name) <= len(dossier.topics):
        return dossier.topics[int(name) - 1]
    alike = [t for t in dossier.topics if fold(t.title) == fold(name)] or [
        t for t in dossier.topics if fold(t.title).startswith(fold(name))
    ]
    if len(alike) == 1:
        return alike[0]
    titles = "; ".join(topic.title for topic in alike or dossier.topics)
    if alike:
        raise Misuse(f"Several topics of {dossier.title} begin with “{name}”: {titles}")
    raise Misuse(f"There is no topic “{name}” in {dossier.title}; its topics: {titles}")


def entity_named(dossier: Dossier, name: str) -> Entity:
    """The entity that bears the name; of several, the one with most mentions; Misuse if none."""
    for entity in dossier.found.entities:
        if fold(name) in {fold(alias) for alias in (entity.name, *entity.aliases)}:
            return entity
    raise Misuse(f"Nobody and nothing is called “{name}” in {dossier.title}; see: dossier entities")


def clippings(asked: Namespace) -> int:
    """Print the clippings, and where each of them stands today; take others in first, if asked."""
    dossier = opened(asked)
    store = store_of(dossier.folder)
    status = _take_in(dossier, asked.take_in) if asked.take_in else 0
    anchored = _anchored(dossier)
    if asked.json:
        say_json({"kept_in": str(store.path), "clippings": [_shape(found) for found in anchored]})
        return status
    for found in anchored:
        for line in _lines(found):
            say(line)
    said = f"{counted(len(anchored), 'clipping')} of {shortened(dossier.title, 60)}"
    complain(f"{said}, kept in {store.path}." if store.path.exists() else f"{said}.")
    return status


def _take_in(dossier: Dossier, file: Path) -> int:
    """Keep the clippings that a file tells of, those that are kept already once; the status.

    One that is kept without a note or tags takes those that the file has; where both have a note,
    or tags, what is kept stays, and what is left is said.
    """
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    made, untold = read_clippings(text_of(file), dossier.articles, created=now)
    store = store_of(dossier.folder)
    known = {(kept.file, kept.span, kept.exact): kept for kept in store.load()}
    fresh = [one for one in made if (one.file, one.span, one.exact) not in known]
    store.add(*dict.fromkeys(fresh))
    noted: list[Clipping] = []
    notes = tagged = 0
    for one in made:
        kept = known.get((one.file, one.span, one.exact))
        if kept is None:
            continue
        both = replace(kept, note=kept.note or one.note, tags=kept.tags or one.tags)
        if both != kept:
            noted.append(both)
            notes, tagged = notes + (both.note != kept.note), tagged + (both.tags != kept.tags)
        if one.note and one.note.split() != both.note.split():
            untold = (*untold, f"another note is kept on “{shortened(kept.exact, 40)}”.")
        if left := [f"#{tag}" for tag in one.tags if tag not in both.tags]:
            said = f"other tags are kept on “{shortened(kept.exact, 40)}”, not {' '.join(left)}."
            untold = (*untold, said)
    store.replace(*noted)
    for sentence in untold:
        complain(f"{file}: {sentence}")
    more = f", {counted(notes, 'note')} put to what is kept" if notes else ""
    more += f", tags put to {counted(tagged, 'clipping')}" if tagged else ""
    complain(f"{counted(len(fresh), 'clipping')} taken in from {file}{more}.")
    return 1 if untold else 0


def _anchored(dossier: Dossier) -> Sequence[Anchored]:
    """The clippings of the dossier, found again in its articles.

    When only some files of a folder were opened, those of the others are left alone.
    """
    store = store_of(dossier.folder)
    kept = store.load()
    for problem in store.problems:
        complain(f"{problem.file}: {problem.message}")
    here = clippings_of(kept, dossier.articles, dossier.folder, dossier.problems)
    return find_all_again(here, dossier.articles)


def _shape(found: Anchored) -> dict[str, object]:
    """A clipping as the contract has it: where it stands today, or stood when lost."""
    span = found.span or found.clipping.span
    place = {"file": found.file, "start": span.start, "end": span.end}
    return {**record_of(found.clipping), **place, "state": found.state}


def _lines(found: Anchored) -> list[str]:
    """A clipping for a person: its place, its words, its note."""
    kept = found.clipping
    state = "" if found.state == "held" else f" [{found.state}]"
    lines = [f"{found.file}{state}", f"  {' '.join(kept.exact.split())}"]
    if kept.note:
        lines.append(f"  note: {' '.join(kept.note.split())}")
    if kept.tags:
        lines.append("  " + " ".join(f"#{tag}" for tag in kept.tags))
    return lines
