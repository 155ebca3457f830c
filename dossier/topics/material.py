"""Material: what the titles of a dossier are made from."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.entities import Found
from dossier.topics.sentences import Sentence


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
