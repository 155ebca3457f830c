"""Naming: the names and words of the dossier that mark a topic off from the others."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.entities import Entity, Found
from dossier.topics.sentences import Sentence

SHARE, LIFT, AHEAD = 0.3, 1.3, 1.4
"""A name stands out in a topic when it is in this share of its sentences, is this much more
frequent there than on the whole, and is this far ahead of the next."""
SIDE, SHARED, MARKED = 0.15, 0.33, 1.6
"""The share of a topic's sentences that have to name each of its sides, and any of them; and how
much more frequent each has to be there than on the whole."""
PLACED = 0.2
"""The share of its surest sentences that have to name a place for it to be in a title."""
TIMES, ARTICLES = 3, 2
"""How often, and in how many articles, a noun phrase has to be written to make a title."""
RARE = 0.08
"""The share of a dossier's sentences beyond which a place tells nothing of a topic."""


def named_in(sentences: Sequence[Sentence], found: Found) -> list[tuple[int, ...]]:
    """For each sentence the entities it mentions, as indices of ``found.entities``, each once."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, entity in enumerate(found.entities):
        for mention in entity.mentions:
            places[mention.file].append((mention.span.start, number))
    for at in places.values():
        at.sort()
    named = []
    for sentence in sentences:
        at = places.get(sentence.file, [])
        first = bisect_left(at, (sentence.span.start, -1))
        last = bisect_left(at, (sentence.span.end, -1))
        named.append(tuple(sorted({number for _, number in at[first:last]})))
    return named


def _times(named: Iterable[tuple[int, ...]]) -> Counter[int]:
    """How many of the sentences name each entity."""
    return Counter(number for numbers in named for number in numbers)


def outstanding(
    kind: str, own: Sequence[int], named: Sequence[tuple[int, ...]], found: Found
) -> Iterator[Entity]:
    """The entities of a kind that stand out in the sentences ``own``, the most frequent first."""
    inside, whole = _times(named[i] for i in own), _times(named)
    part = len(own) / max(1, len(named))
    for number, count in sorted(inside.items(), key=lambda item: (-item[1], item[0])):
        entity = found.entities[number]
        if entity.kind != kind or count < max(TIMES, SHARE * len(own)):
            continue
        if count >= LIFT * part * whole[number]:
            yield entity


def sharing(
    own: Sequence[int],
    articles: Sequence[int],
    named: Sequence[tuple[int, ...]],
    found: Found,
) -> list[Entity]:
    """The one to three people or bodies that share a topic between them, of several articles.

    A third of the sentences name one of them, and none is as frequent in the rest of the dossier.
    ``articles`` has the article of each sentence.
    """
    inside, whole = _times(named[i] for i in own), _times(named)
    part = len(own) / max(1, len(named))

    def stands_out(number: int) -> bool:
        among = {articles[i] for i in own if number in named[i]}
        return (
            found.entities[number].kind in ("person", "organisation")
            and inside[number] >= max(TIMES, SIDE * len(own))
            and inside[number] >= MARKED * part * whole[number]
            and len(among) >= ARTICLES
        )

    standing = sorted(filter(stands_out, inside), key=lambda number: (-inside[number], number))
    for most in range(1, 4):
        first = standing[:most]
        held = sum(not set(first).isdisjoint(named[i]) for i in own)
        if held >= SHARED * len(own):
            return [found.entities[number] for number in first]
    return []


def places_of(own: Sequence[int], named: Sequence[tuple[int, ...]], found: Found) -> list[Entity]:
    """The one or two places that a topic is about, and the dossier on the whole is not."""
    whole = _times(named)
    rare = {id(found.entities[n]) for n, times in whole.items() if times <= RARE * len(named)}
    return [place for place in outstanding("place", own, named, found) if id(place) in rare][:2]


def one_outstanding(
    kind: str, own: Sequence[int], named: Sequence[tuple[int, ...]], found: Found
) -> Entity | None:
    """The one name that marks the sentences off; None when there is none, or more than one."""
    inside = _times(named[i] for i in own)
    numbers = {id(entity): number for number, entity in enumerate(found.entities)}
    standing = [
        e for e in outstanding(kind, own, named, found) if kind != "person" or " " in e.name
    ]
    if not standing:
        return None
    counts = [count for n, count in inside.items() if found.entities[n].kind == kind]
    first = inside[numbers[id(standing[0])]]
    rivals = sorted(counts, reverse=True)[1:2]
    return standing[0] if not rivals or first >= AHEAD * rivals[0] else None


def place_phrase(
    own: Sequence[Sentence], places: Sequence[str], language: str | None
) -> str | None:
    """The place that the sentences keep naming, with the word before it as they write it.

    "à Moscou", "dans l'Aude", "en Ukraine": what is written is grammatical, what is made may not
    be. None when no place is in a fifth of the sentences, or when another is nearly as often.
    """
    if not places or language not in _AT:
        return None
    names = "|".join(re.escape(name) for name in sorted(places, key=len, reverse=True))
    pattern = re.compile(rf"\b({_AT[language]})({names})\b(?!-)", re.IGNORECASE)
    inside = _counted(lambda text: _placed(pattern, text), own)
    ranked = sorted(inside.items(), key=lambda item: (-item[1][0], item[0]))
    if not ranked:
        return None
    phrase, (times, articles) = ranked[0]
    next_best = ranked[1][1][0] if len(ranked) > 1 else 0
    enough = times >= max(TIMES, PLACED * len(own)) and articles > ARTICLES
    return phrase if enough and times >= AHEAD * next_best else None


def _placed(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for at, name in pattern.findall(text):
        yield at.lower().replace("’", "'") + name


_AT = {
    "fr": r"(?:dans|sur) (?:l['’]|le |la |les )|à (?:la |l['’])?|en |au |aux ",
    "en": r"(?:in|on|at) (?:the )?",
}
"""What stands before a place where something is, by language."""


def _counted(
    find: Callable[[str], Iterator[str]], sentences: Sequence[Sentence]
) -> dict[str, tuple[int, int]]:
    """How often each phrase is written, and in how many articles."""
    times: Counter[str] = Counter()
    articles: dict[str, set[int]] = defaultdict(set)
    for sentence in sentences:
        for phrase in find(sentence.text):
            times[phrase] += 1
            articles[phrase].add(sentence.article)
    return {phrase: (count, len(articles[phrase])) for phrase, count in times.items()}
