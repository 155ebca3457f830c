"""A count: how often the next movement is made, or where it goes to."""

MOST = 9_999
"""The highest count: more digits are left out, so that a key held down harms nothing."""


class Count:
    """What is typed of a count, and the number that the movement being made may take."""

    def __init__(self) -> None:
        self.typed: str | None = None
        """The digits so far; None when no count was begun."""
        self._given: int | None = None

    def add(self, digit: str) -> None:
        """Take one more digit."""
        typed = ((self.typed or "") + digit).lstrip("0")
        if int(typed or "0") <= MOST:
            self.typed = typed

    def give(self) -> None:
        """The count is typed: the movement made now may take it."""
        self._given, self.typed = int(self.typed or "0") or None, None

    def take(self) -> int | None:
        """The number given to the movement being made, once; None when there is none."""
        given, self._given = self._given, None
        return given

    def drop(self) -> None:
        """Forget what was typed of a count."""
        self.typed = self._given = None

    def times(self) -> int:
        """How often the movement is made."""
        return self.take() or 1
