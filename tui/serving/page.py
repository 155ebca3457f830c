"""The page around the reader: our words, our paper, nothing from elsewhere."""

from html import escape
from importlib.resources import files
from string import Template

from tui.theming import role_defaults
from tui.wording import say


def page_of(nonce: str, language: str) -> str:
    """The page, in the language that is spoken; only a script that bears the nonce runs in it."""
    page = (files("tui.serving") / "page.html").read_text(encoding="utf-8")
    return Template(page).substitute(
        nonce=nonce,
        language=language,
        title="dossier",
        opening=escape(say("Opening the dossier …")),
        closed=escape(say("The reader was left. What you clipped and where you were is kept.")),
        again=escape(say("Read on")),
        ground=role_defaults()["ground"],
        text=role_defaults()["text"],
        accent=role_defaults()["accent"],
    )


def policy_of(nonce: str) -> str:
    """What the page may ask for: this server alone."""
    return (
        "default-src 'none'; connect-src 'self'; font-src 'self'; img-src 'self' data:; "
        f"style-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-{nonce}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
