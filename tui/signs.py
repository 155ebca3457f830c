"""The signs on the screen, each with what it means: the end of the help.

Not here: the frame's lines, and the arrows that stand for keys.
"""

from dataclasses import dataclass

from tui.wording import say


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign as it stands on the screen."""

    shown: str
    means: str
    """In the reader's language; at most 49 cells, so that 60 columns show it whole."""


def signs() -> tuple[Sign, ...]:
    """Every sign, in the order one meets them: lists, text, clippings, names, exports."""
    return (
        Sign("▌", say("What is chosen; in a text, what you read.")),
        Sign("━", say("Over the pane that keys go to.")),
        Sign("●", say("An article not yet read to its end.")),
        Sign("○", say("An article read to its end.")),
        Sign("≈", say("Most of its words stand in another article too.")),
        Sign("▇▇▇··", say("How much it says of the topic, beside the others.")),
        Sign("2/5", say("The second of five sources.")),
        Sign(say("{n}%", n=36), say("So much of the text is in sight or above.")),
        Sign("~", say("A rough title: words alone made the topic.")),
        Sign("—", say("Before a topic: of the story of the one above.")),
        Sign("›", say("After it, a part of what stands before it.")),
        Sign("▎", say("Of the topic; elsewhere, a source’s own words.")),
        Sign("║", say("Of the topic, and in this source of it alone.")),
        Sign("▸", say("Folded: what the site put around the article.")),
        Sign("…", say("There is more, not shown here.")),
        Sign("§", say("The number of a passage.")),
        Sign("◆", say("A clipping; in a text, where it begins.")),
        Sign("┊", say("The clipping goes on.")),
        Sign("◇", say("A clipping found again: its article changed.")),
        Sign("✕", say("A clipping whose words are nowhere any more.")),
        Sign("·▁▄▇", say("How often each source has the name; · is never.")),
        Sign("= ?", say("Perhaps two names of one: you decide.")),
        Sign("+2", say("So many more are not shown.")),
        Sign("‹ ›", say("There are other answers to choose from.")),
        Sign("↪", say("The line above goes on here.")),
        Sign("�␡·", say("A character that would disturb the screen.")),
    )
