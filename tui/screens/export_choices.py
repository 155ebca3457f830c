"""What may be chosen on the export screen, as the reader sees it."""

from collections.abc import Sequence
from pathlib import Path

from dossier.export import FORMS, GROUPS, Form, Group, own_form
from dossier.problems import DossierError
from tui.screens.choice_pane import Choice
from tui.settings import Settings
from tui.telling import failure_told
from tui.wording import say

TELLING = ("named", "left out")
"""Whether who speaks in a quotation is named."""


def known_group(group: str) -> Group:
    """The group of that name, else the usual one."""
    return next((one for one in GROUPS if one == group), GROUPS[0])


def forms_with(template: Path | None) -> tuple[tuple[Form, ...], str]:
    """The forms there are, the reader's own last; and why theirs cannot be read, "" for nothing."""
    if template is None:
        return FORMS, ""
    try:
        return (*FORMS, own_form(template)), ""
    except DossierError as error:
        return FORMS, failure_told(error)


def choices_of(
    offered: tuple[str, ...], forms: Sequence[Form], settings: Settings
) -> tuple[Choice, Choice, Choice, Choice]:
    """What leaves, how it is ordered, in which form, with speakers or not: as the last time."""
    names = tuple(one.name for one in forms)
    at = names.index(settings.export_form) if settings.export_form in names else 0
    group = GROUPS.index(known_group(settings.export_group))
    return (
        Choice(say("What"), offered, what_said),
        Choice(say("Grouped"), GROUPS, group_said, group),
        Choice(say("As"), names, form_said, at),
        Choice(say("Speakers"), TELLING, telling_said, 0 if settings.export_speakers else 1),
    )


def form_said(form: str) -> str:
    """A form as it is known."""
    names = {
        "markdown": "Markdown",
        "pandoc": "Pandoc, references.json",
        "html": "HTML",
        "text": say("plain text"),
        "bibtex": "BibTeX",
        "csl": "CSL-JSON",
        "annotations": say("W3C Web Annotations"),
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
