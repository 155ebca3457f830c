"""What the palette can lead to, and how it is found: topics, sources, commands, names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.entities import Entity
from dossier.language.folding import fold
from dossier.topics import Topic
from tui.commands import Command, keys_said
from tui.wording import say

Target = Command | Topic | Article | Entity
"""A command is carried out, a topic or an article shown, an entity narrowed to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette can lead to."""

    name: str
    about: str
    """Said after it: a command's keys, an article's outlet."""
    group: str
    target: Target
    said: str
    """Everything it may be found by, folded; the name first."""


def entries_of(dossier: Dossier, commands: Sequence[Command]) -> Iterator[Entry]:
    """Everything the palette can lead to, in the order shown when nothing is typed."""
    for topic in dossier.topics:
        yield _entry(topic.title, "", say("Topics"), topic, topic.subtitle or "")
    for article in dossier.articles:
        about = article.outlet or article.byline or ""
        yield _entry(article.name, about, say("Sources"), article, about, article.file)
    for command in commands:
        name, sentence = say(command.name), say(command.sentence)
        keys = keys_said(command.shown)
        yield _entry(name, keys, say("Commands"), command, command.name, sentence)
    for entity in dossier.found.entities:
        count = str(len(entity.mentions))
        yield _entry(entity.name, count, say("Names"), entity, *entity.aliases)


def _entry(name: str, about: str, group: str, target: Target, *said: str) -> Entry:
    return Entry(name, about, group, target, fold("\n".join((name, *said))))


def found_in(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that have every word typed, the likeliest first.

    That is: those whose name begins with it, whose name has a word that begins with each, who have
    such words elsewhere, the rest; within each, the order given.
    """
    words = fold(typed).split()
    if not words:
        return list(entries)
    ranks: tuple[list[Entry], ...] = ([], [], [], [])
    for entry in entries:
        if all(word in entry.said for word in words):
            ranks[_rank(entry.said, words)].append(entry)
    return [entry for rank in ranks for entry in rank]


def _rank(said: str, words: Sequence[str]) -> int:
    if said.startswith(" ".join(words)):
        return 0
    name, _, rest = re.sub("['-]", " ", said).partition("\n")
    if all(f" {word}" in f" {name}" for word in words):
        return 1
    return 2 if all(f" {word}" in f" {name} {rest}".replace("\n", " ") for word in words) else 3
