"""Only here: extracts whose content no other source of their topic has."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dossier.topics.extracts import Run
from dossier.topics.sentences import Sentence

COMMON = 0.1
"""Names and terms in more than this share of the dossier's sentences tell nothing."""
SHARED = 2
"""Names, figures or terms that another source has to share for an extract not to be alone."""


def only_here(
    runs: Sequence[Run],
    sentences: Sequence[Sentence],
    named: Sequence[tuple[int, ...]],
    terms: Sequence[Sequence[str]],
) -> list[bool]:
    """For each run of a topic, whether no other source of the topic says something like it.

    Nothing is alone in a topic of one source: there is nothing to be alone among.
    """
    contents = [_content(run, named, terms) for run in runs]
    articles = [sentences[run.first].article for run in runs]
    if len(set(articles)) < 2:
        return [False] * len(runs)
    frequent = _frequent(named, terms)
    holders: dict[int | str, set[int]] = defaultdict(set)
    for number, content in enumerate(contents):
        content -= frequent
        for item in content:
            holders[item].add(number)
    alone = []
    for number, content in enumerate(contents):
        shared: Counter[int] = Counter()
        for item in content:
            shared.update(n for n in holders[item] if articles[n] != articles[number])
        alone.append(len(content) > SHARED and max(shared.values(), default=0) < SHARED)
    return alone


def _content(
    run: Run, named: Sequence[tuple[int, ...]], terms: Sequence[Sequence[str]]
) -> set[int | str]:
    places = range(run.first, run.last + 1)
    content: set[int | str] = {number for i in places for number in named[i]}
    return content | {term for i in places for term in terms[i]}


def _frequent(named: Sequence[tuple[int, ...]], terms: Sequence[Sequence[str]]) -> set[int | str]:
    count: Counter[int | str] = Counter()
    for names, own in zip(named, terms, strict=True):
        count.update({*names, *own})
    return {item for item, times in count.items() if times > max(3, COMMON * len(terms))}
