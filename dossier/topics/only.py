"""Only here: extracts whose content no other source of their topic has."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dossier.topics.extracts import Run
from dossier.topics.sentences import Sentence

COMMON = 0.1
"""Names and terms in more than this share of the dossier's sentences tell nothing."""
SHARED = 2
"""Names, figures or terms that another source has to share for an extract not to be alone."""


Item = int | str
"""A name, by its number, or a term."""


def only_here(
    runs: Sequence[Run],
    sentences: Sequence[Sentence],
    named: Sequence[tuple[int, ...]],
    terms: Sequence[Sequence[str]],
    frequent: frozenset[Item],
) -> list[bool]:
    """For each run of a topic, whether no other source of the topic says something like it.

    Nothing is alone in a topic of one source: there is nothing to be alone among. What is
    ``frequent`` in the dossier tells nothing.
    """
    articles = [sentences[run.first].article for run in runs]
    if len(set(articles)) < 2:
        return [False] * len(runs)
    contents = [_content(run, named, terms) - frequent for run in runs]
    holders: defaultdict[Item, set[int]] = defaultdict(set)
    own: defaultdict[int, set[int]] = defaultdict(set)
    for number, (article, content) in enumerate(zip(articles, contents, strict=True)):
        own[article].add(number)
        for item in content:
            holders[item].add(number)
    return [
        len(content) > SHARED and not _is_shared([holders[item] for item in content], own[article])
        for article, content in zip(articles, contents, strict=True)
    ]


def _is_shared(holders: list[set[int]], own: set[int]) -> bool:
    """Whether one run, but those that are the article's ``own``, holds two items or more.

    The rarest first: what is shared mostly shows before the common ones are looked at.
    """
    seen: set[int] = set()
    for having in sorted(holders, key=len):
        if not (seen & having) <= own:
            return True
        seen |= having
    return False


def _content(
    run: Run, named: Sequence[tuple[int, ...]], terms: Sequence[Sequence[str]]
) -> set[Item]:
    places = range(run.first, run.last + 1)
    content: set[Item] = {number for i in places for number in named[i]}
    return content | {term for i in places for term in terms[i]}


def frequent_in(
    named: Sequence[tuple[int, ...]], terms: Sequence[Sequence[str]]
) -> frozenset[Item]:
    """The names and terms of so many of the dossier's sentences that they tell nothing."""
    count: Counter[Item] = Counter()
    for names, own in zip(named, terms, strict=True):
        count.update({*names, *own})
    return frozenset(item for item, times in count.items() if times > max(3, COMMON * len(terms)))
