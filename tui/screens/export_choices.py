"""What may be chosen on the export screen, as the reader sees it."""

from dossier.export import GROUPS, Group
from tui.wording import say

TELLING = ("named", "left out")
"""Whether who speaks in a quotation is named."""


def known_group(group: str) -> Group:
    """The group of that name, else the usual one."""
    return next((one for one in GROUPS if one == group), GROUPS[0])


def form_said(form: str) -> str:
    """A form as it is known."""
    names = {
        "markdown": "Markdown",
        "pandoc": "Pandoc, references.json",
        "html": "HTML",
        "text": say("plain text"),
        "bibtex": "BibTeX",
        "csl": "CSL-JSON",
        "annotations": "W3C Web Annotations",
        "csv": "CSV",
        "template": say("own template"),
    }
    return names.get(form, form)


def what_said(what: str) -> str:
    """What leaves."""
    match what:
        case "topic":
            return say("this topic")
        case "topics":
            return say("all topics")
        case "found":
            return say("what is found")
        case _:
            return say("clippings")


def telling_said(telling: str) -> str:
    """Whether speakers are named."""
    return say("named") if telling == TELLING[0] else say("left out")


def group_said(group: str) -> str:
    """An order."""
    match group:
        case "topic":
            return say("by topic")
        case "source":
            return say("by source")
        case "tag":
            return say("by tag")
        case _:
            return say("in the order clipped")
