"""A quote in its sentence: what a rule looks at, and what it may answer."""

from dataclasses import dataclass

from dossier.quotes.genders import Pronoun
from dossier.quotes.scene import Marked, Scene, Token
from dossier.quotes.verbs import is_verb
from dossier.quotes.voices import Nobody, Voice


@dataclass(frozen=True, slots=True)
class Sight:
    """A quote in its sentence."""

    scene: Scene
    quote: Marked
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    def words_before(self, most: int) -> list[str]:
        """The last words before the quote."""
        return [token.word for token in self.before[-most:]]


Answer = Voice | Pronoun | Nobody | None


def verbs_before(sight: Sight) -> list[int]:
    """Where verbs of speech stand before the quote, the nearest first."""
    tokens = sight.before
    found = [at for at in range(len(tokens)) if is_verb(sight.scene.words, tokens, at)]
    return found[::-1]
