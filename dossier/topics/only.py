"""Only here: extracts whose content no other source of their topic has."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from dossier.topics.topic import Extract

if TYPE_CHECKING:
    from dossier.topics.extracts import Run
    from dossier.topics.sentences import Sentence

COMMON = 0.1
"""Names and terms in more than this share of the dossier's sentences tell nothing."""
SHARED = 2
"""Names, figures or terms that another source has to share for an extract not to be alone."""
SUBJECT = 0.35
"""Terms in more than this share of a topic's extracts are what it is about, and tell nothing. So it
marks as many as ``only_here`` does, seven in ten the same (four dossiers, 2026-11-22)."""


Item = int | str
"""A name, by its number, or a term."""


def only_here(
    runs: "Sequence[Run]",
    sentences: "Sequence[Sentence]",
    named: Sequence[tuple[int, ...]],
    terms: Sequence[Sequence[str]],
    frequent: frozenset[Item],
) -> list[bool]:
    """For each run of a topic, whether no other source of the topic says something like it.

    Nothing is alone in a topic of one source: there is nothing to be alone among. What is
    ``frequent`` in the dossier tells nothing.
    """
    articles = [sentences[run.first].article for run in runs]
    return _alone(articles, [_content(run, named, terms) - frequent for run in runs])


def only_in_words(extracts: Sequence[Extract], terms: Sequence[Sequence[str]]) -> list[bool]:
    """The same of extracts that the reader put together, by their terms; names are words too.

    Of the dossier nothing else is looked at: what is frequent in the topic is its subject.
    """
    count = Counter(term for own in terms for term in set(own))
    subject = {term for term, times in count.items() if times > max(3, SUBJECT * len(terms))}
    files = list(dict.fromkeys(extract.file for extract in extracts))
    articles = [files.index(extract.file) for extract in extracts]
    return _alone(articles, [{*own} - subject for own in terms])


def _alone(articles: Sequence[int], contents: Sequence[Collection[Item]]) -> list[bool]:
    """For each content, whether no other article has one that shares enough of it."""
    if len(set(articles)) < 2:
        return [False] * len(articles)
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
    run: "Run", named: Sequence[tuple[int, ...]], terms: Sequence[Sequence[str]]
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
