"""What the palette can lead to, and how it is found: topics, sources, commands, names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.entities import Entity
from dossier.language.folding import fold
from dossier.on_demand import ArticlesOnDemand
from dossier.search import find_hits
from dossier.topics import Topic
from tui.commands import Command, keys_said
from tui.other_words import found_by
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


MOST = 500
"""Sources, and names, that are listed of a dossier made on demand."""

_LOOKED_AT = 400
"""Hits that are looked at for further sources."""


def entries_of(dossier: Dossier, commands: Sequence[Command]) -> Iterator[Entry]:
    """Everything the palette can lead to, in the order shown when nothing is typed.

    Of a dossier made on demand not all sources and names, but the first of each.
    """
    most = MOST if isinstance(dossier.articles, ArticlesOnDemand) else None
    for topic in dossier.topics:
        yield _entry(topic.title, "", say("Topics"), topic, topic.subtitle or "")
    yield from map(_source, islice(dossier.articles, most))
    for command in commands:
        name, sentence = say(command.name), say(command.sentence)
        keys = keys_said(command.shown)
        yield _entry(name, keys, say("Commands"), command, sentence, *found_by(command))
    for entity in islice(dossier.found.entities, most):
        count = str(len(entity.mentions))
        yield _entry(entity.name, count, say("Names"), entity, *entity.aliases)


def further_sources(dossier: Dossier, typed: str, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Sources that are not among the entries, and have every word typed in their name.

    They are those that the index leads to at once, not all of them.
    """
    if not isinstance(dossier.articles, ArticlesOnDemand) or not typed.strip():
        return
    words = fold(typed).split()
    seen = {entry.target.file for entry in entries if isinstance(entry.target, Article)}
    for hit in islice(find_hits(dossier.articles, typed), _LOOKED_AT):
        if hit.passage is None and hit.file not in seen:
            seen.add(hit.file)
            entry = _source(dossier.article(hit.file))
            if all(word in entry.said for word in words):
                yield entry


def _source(article: Article) -> Entry:
    about = article.outlet or article.byline or ("" if article.title else article.file)
    return _entry(article.name, about, say("Sources"), article, about, article.file)


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
