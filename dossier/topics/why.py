"""Why: what put an extract in its topic, in one sentence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dossier.language import fold
from dossier.topics.because import HEADING, LIKENESS, because, has, listed
from dossier.topics.frames import WEAK, Hit
from dossier.topics.sentences import Sentence
from dossier.topics.words import terms_in

SHOWN = 3
"""Terms told at most."""


def why(
    sentences: Sequence[Sentence],
    hits: Sequence[Sequence[Hit]],
    common: Mapping[str, float],
    heading: str | None,
    language: str | None,
) -> str:
    """The reason for a run of sentences.

    ``hits`` are the terms of the topic's frame in each, ``common`` the terms that mark the topic
    off, ``heading`` the one that speaks for the topic, None when it does not.
    """
    said = _said(sentences, hits)
    reasons = [has(said)] if said else []
    if heading:
        reasons.append(HEADING.format(listed([heading])))
    if not said:
        shared = _shared(sentences, common, language)
        if shared:
            reasons.append(LIKENESS.format(listed(shared)))
    return because(*reasons)


def _said(sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]]) -> tuple[str, ...]:
    """The words that met the frame's terms, the weightiest first, as the text writes them."""
    weight: dict[str, float] = defaultdict(float)
    written: dict[str, str] = {}
    for sentence, found in zip(sentences, hits, strict=True):
        for hit in found:
            weight[hit.term] += hit.count if hit.count > WEAK else 0.01
            written.setdefault(hit.term, sentence.text[hit.start : hit.end])
    strongest = max(weight.values(), default=0)
    told = [term for term in weight if weight[term] >= WEAK or strongest < WEAK]
    return _distinct(written[term] for term in sorted(told, key=lambda t: (-weight[t], t)))


def _shared(
    sentences: Sequence[Sentence], common: Mapping[str, float], language: str | None
) -> tuple[str, ...]:
    """The words of the sentences that mark the topic off, the strongest first."""
    found: dict[str, str] = {}
    for sentence in sentences:
        for term, word in terms_in(sentence.text, language):
            if term in common:
                found.setdefault(term, word)
    return _distinct(found[t] for t in sorted(found, key=lambda term: (-common[term], term)))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    """The first few words, none twice whatever its case."""
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(fold(word), word)
    return tuple(seen.values())[:SHOWN]
