"""Material: what the titles of a dossier are made from."""

from collections.abc import Sequence
from dataclasses import replace

from dossier.entities import Found
from dossier.topics.sentences import Sentence
from dossier.values import dataclass

READ = 1500
"""Sentences of a large dossier that are read for the title of a topic, about."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the titles of a dossier are made from."""

    sentences: Sequence[Sentence]
    main: Sequence[int]
    """For each sentence the side it is mainly about."""
    named: Sequence[tuple[int, ...]]
    """For each sentence the entities it mentions, as indices of ``found.entities``."""
    found: Found
    language: str | None
    """That of the titles."""
    spoken: Sequence[str | None] = ()
    """For each article its language."""
    names: Sequence[str] = ()
    """For each article its headline, or what stands for it."""

    def of(self, side: int) -> list[int]:
        """The sentences mainly of that side, as indices."""
        return [i for i, own in enumerate(self.main) if own == side]

    def is_spoken(self, article: int) -> bool:
        """Whether an article is in the language of the titles; all are, where none has its own."""
        return not self.spoken or self.spoken[article] == self.language

    def sampled(self, own: Sequence[int]) -> tuple[Sequence[int], "Material"]:
        """A part of a large dossier, with enough of the topic in it to be told by what marks it.

        Of the headlines, those of its articles; the others are empty.
        """
        step = -(-len(self.sentences) // READ)
        if step < 2:
            return own, self
        some = own[:: -(-len(own) // (READ // 4))] if own else own
        kept = sorted({*range(0, len(self.sentences), step), *some})
        place = {i: at for at, i in enumerate(kept)}
        there = {self.sentences[i].article for i in kept}
        part = replace(
            self,
            sentences=[self.sentences[i] for i in kept],
            main=[self.main[i] for i in kept],
            named=[self.named[i] for i in kept],
            names=[name if i in there else "" for i, name in enumerate(self.names)],
        )
        return [place[i] for i in own if i in place], part
