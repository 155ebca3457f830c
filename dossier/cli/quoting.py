"""Quotes: who says what, as lines or as JSON."""

from argparse import Namespace

from dossier.cli.listing import counted, worked_out
from dossier.cli.output import complain, say, say_json
from dossier.cli.shapes import Shape, ends
from dossier.dossier import Dossier
from dossier.quotes import Quote
from dossier.speakers import Speaker, speakers


def quotes(asked: Namespace) -> int:
    """Print the speakers, each with the quotes, a line each."""
    dossier = worked_out(asked)
    found = speakers(dossier)
    if asked.json:
        say_json({"speakers": [_shape(one, dossier) for one in found]})
        return 0
    if not found:
        complain("Nobody is quoted in these articles.")
    for number, one in enumerate(found):
        if number:
            say()
        many = f"{counted(len(one.quotes), 'quote')}, {counted(len(one.files), 'source')}"
        say(f"{one.name or '[not told]'} ({many})")
        for quote in one.quotes:
            unsure = " (perhaps)" if quote.state == "uncertain" and quote.speaker else ""
            say(f"  {quote.file}: {' '.join(_words(quote, dossier).split())}{unsure}")
    return 0


def _words(quote: Quote, dossier: Dossier) -> str:
    return quote.span.of(dossier.article(quote.file).text)


def _shape(speaker: Speaker, dossier: Dossier) -> Shape:
    """A speaker; ``name`` is null where nobody is known."""
    return {
        "name": speaker.name,
        "known": speaker.known,
        "quotes": [
            {
                "file": quote.file,
                **ends(quote.span),
                "words": _words(quote, dossier),
                "state": quote.state,
                "why": quote.why,
            }
            for quote in speaker.quotes
        ],
    }
