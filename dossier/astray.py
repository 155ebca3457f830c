"""Astray: what ``dossier.toml`` says of files and topics that the articles do not bear out today.

Asked for where problems are told; what is decided is played over the topics without.
"""

import difflib
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.decisions import DECISIONS_FILE, Decisions, apply_particulars
from dossier.decisions.records import Place, TopicDecision
from dossier.dossier import Dossier
from dossier.language.folding import fold
from dossier.problems import Problem
from dossier.reading.files import path_of
from dossier.topics import Topic
from dossier.topics.corrections import keeps_what_it_had
from dossier.topics.topic import REST_KEY
from dossier.topics.wording import ENGLISH, wording_of

ALIKE = 0.8
"""How like a title or a name another has to be for it to be meant."""
MOST = 10
"""Files that are gone of which another name is sought: 30 ms each in a folder of 5,000."""


def astray(dossier: Dossier) -> tuple[Problem, ...]:
    """What is said of files, of topics and their language and is not so, in the order of the file.

    Nothing before every file is read, and nothing of topics before they are worked out.
    """
    if not dossier.whole or dossier.unsorted is not None:
        return ()
    files = _of_files(tuple(dict.fromkeys(_files_in(dossier.decisions))), dossier)
    told = (*files, *(_when_sorted(dossier) if dossier.analysed else ()))
    return tuple(Problem(DECISIONS_FILE, message) for message in told)


def _when_sorted(dossier: Dossier) -> Iterator[str]:
    """What is said of topics and their language and is not so."""
    decided, language = dossier.decisions.topics, dossier.decisions.language
    if not (decided or language):
        return
    derived = dossier.derived.topics if dossier.derived else dossier.topics
    yield from _of_language(language, dossier)
    for one in decided:
        yield from _of_places(one, dossier)
    yield from _of_topics(decided, derived, dossier.topics, wording_of(dossier.language).rest)


def unclear_in(dossier: Dossier) -> tuple[Problem, ...]:
    """What is wrong with ``dossier.toml``, and what it says that is not so."""
    written = (problem for problem in dossier.problems if problem.file == DECISIONS_FILE)
    return (*written, *astray(dossier))


def told_unasked(dossier: Dossier) -> tuple[Problem, ...]:
    """What the reader should know of without having asked: what is not read, and ``unclear_in``."""
    return (*(problem for problem in dossier.problems if problem.missed), *unclear_in(dossier))


def with_unclear(dossier: Dossier, decisions: Decisions, unclear: Sequence[Problem]) -> Dossier:
    """The dossier with what is wrong in its ``dossier.toml`` now, in the place of what was."""
    others = (problem for problem in dossier.problems if problem.file != DECISIONS_FILE)
    gone = (one for one in decisions.articles if _is_gone(one.file, dossier))
    _, unmet = apply_particulars((), replace(decisions, articles=tuple(gone)))
    return replace(dossier, problems=(*others, *unclear, *unmet))


def _is_gone(file: str, dossier: Dossier) -> bool:
    """Whether there is no such article; one may read some of a folder."""
    if dossier.has(file):
        return False
    return dossier.folder is None or not os.path.exists(path_of(dossier.folder, file))  # noqa: PTH110 - never fails


def _of_language(code: str | None, dossier: Dossier) -> Iterator[str]:
    """That a language is neither one that titles are written in nor that of any article."""
    unknown = code not in {None, "en"} and wording_of(code) is ENGLISH
    if unknown and not any(article.language == code for article in dossier.articles):
        yield f"“{code}” is the language of no article: titles are written in English."


def _files_in(decisions: Decisions) -> Iterator[str]:
    """The files that are spoken of."""
    yield from (one.file for one in decisions.articles)
    for topic in decisions.topics:
        yield from (place.file for place in (*topic.added, *topic.removed, *topic.about))
    yield from (mark.file for entity in decisions.entities for mark in entity.at)


def _of_files(files: Sequence[str], dossier: Dossier) -> Iterator[str]:
    """That files are gone, of those that may go by another name now."""
    for file, meant in _renamed(files, dossier):
        yield f"There is no {file} any more. Is it {meant} that is meant?"


def files_renamed(dossier: Dossier) -> dict[str, str]:
    """The files that are asked about, each with the one it may be now; no two have the same."""
    if not dossier.whole or dossier.unsorted is not None:
        return {}
    found = dict(_renamed(tuple(dict.fromkeys(_files_in(dossier.decisions))), dossier))
    meant = Counter(found.values())
    return {file: now for file, now in found.items() if meant[now] == 1}


def _renamed(files: Sequence[str], dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Files that are gone, of those that are spoken of, and the one that each may be now."""
    gone = [file for file in files if _is_gone(file, dossier)]
    others = [one.file for one in dossier.articles if one.file not in files] if gone else []
    for file in gone[:MOST]:
        if (meant := _called_now(file, others)) is not None:
            yield file, meant


def _called_now(file: str, others: Sequence[str]) -> str | None:
    """The file that one may have become: of its name elsewhere, or of one like it; None for none.

    Numbers tell files apart: "crue-2.txt" is not "crue-1.txt".
    """
    name, numbers = _stem(file), re.findall(r"\d+", file.rpartition("/")[2])
    alike = {
        _stem(other): other
        for other in reversed(others)
        if re.findall(r"\d+", other.rpartition("/")[2]) == numbers
    }
    found = difflib.get_close_matches(name, alike, 1, ALIKE)
    return alike[found[0]] if found else None


def _stem(file: str) -> str:
    """The name of a file without its folder and its kind, folded."""
    name = file.rpartition("/")[2]
    return fold(name.rpartition(".")[0] or name)


def _of_places(decision: TopicDecision, dossier: Dossier) -> Iterator[str]:
    """What is said of passages that are not there."""
    for place in (*decision.added, *decision.removed):
        if (said := _no_place(place, dossier)) is not None:
            yield f"The topic “{decision.title}” speaks of {place}, {said}."


def _of_topics(
    decided: Sequence[TopicDecision], derived: Sequence[Topic], topics: Sequence[Topic], rest: str
) -> Iterator[str]:
    """What is said of topics that are not there, or have nothing.

    ``derived`` are the topics before anything was decided, ``topics`` those with it; ``rest`` is
    the title of what fits nowhere.
    """
    stand = {fold(topic.title): topic for topic in topics}
    titles = {REST_KEY: rest} | {topic.key or topic.title: topic.title for topic in derived}
    names = {fold(name) for name in (*titles, *titles.values(), rest)}
    names |= {fold(name) for one in decided for name in (one.title, *one.was)}
    for decision in decided:
        topic = stand.get(fold(decision.title))
        if decision.split and fold(decision.split) not in names and not decision.about:
            what = f"is parted from “{decision.split}”, which is no topic any more"
            yield f"The topic “{decision.title}” {what}: its terms draw from all."
        elif decision.split and _is_itself(decision, titles):
            what = "is parted from itself"
            yield f"The topic “{decision.title}” {what}: its terms draw from all."
        if topic is not None and not topic.rest and not topic.extracts:
            why = _why_empty(decision, titles)
            yield f"The topic “{decision.title}” stands empty: {why}"
        elif topic is not None and keeps_what_it_had(topic):
            what = "is none that the articles make any more"
            kept = "it keeps the passages it had when it was put right"
            yield f"The topic “{decision.title}” {what}: {kept}."


def _is_itself(decision: TopicDecision, derived: Mapping[str, str]) -> bool:
    """Whether a topic is parted from itself, and not from one whose key is its title."""
    split = decision.split or ""
    return fold(derived.get(split, split)) == fold(decision.title)


def _no_place(place: Place, dossier: Dossier) -> str | None:
    """Why a passage is not there; None when it is."""
    if _is_gone(place.file, dossier):
        return "and there is no such file"
    if not dossier.has(place.file):
        return None
    count = len(dossier.article(place.file).passages)
    if not 0 < place.passage <= count:
        return f"and the article has {count} passage" + ("s" if count != 1 else "")
    return None


def _why_empty(decision: TopicDecision, derived: Mapping[str, str]) -> str:
    """What would fill the topic, and does not; ``derived`` has titles by key."""
    titles = list(derived.values())
    names = {fold(name) for name in (*derived, *titles)}
    is_there = not names.isdisjoint(map(fold, (decision.title, *decision.was)))
    if decision.removed and not decision.terms and is_there:
        return "all its passages were taken out of it."
    if decision.terms:
        split = decision.split and derived.get(decision.split, decision.split)
        within = f" of “{split}”" if split else ""
        return f"no sentence{within} has its terms."
    if decision.was:
        return "what it takes the place of is no topic any more; merge it, or take it out."
    alike = difflib.get_close_matches(decision.title, titles, 1, ALIKE)
    meant = f" Is it “{alike[0]}” that is meant?" if alike else ""
    return f"there is no topic of that title, and it has neither terms nor passages.{meant}"
