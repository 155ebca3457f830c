"""``check --export``: whether the quotes of an export are what the articles of today say."""

from collections import Counter
from pathlib import Path

from dossier.cli.listing import counted, shortened
from dossier.cli.output import say, say_json
from dossier.cli.shapes import ends
from dossier.dossier import Dossier
from dossier.export.quotes import QuoteState, Verified, read_quotes, verify
from dossier.problems import DossierError

_SAID: dict[QuoteState, str] = {
    "moved": "stands elsewhere than it says: {}",
    "uncited": "names no source; it stands in {}",
    "changed": "is not word for word what is in {}",
    "absent": "is not in the dossier",
}
"""What is told of a quote that does not hold."""


def check_export(dossier: Dossier, file: Path, *, json: bool) -> int:
    """Print which of an export's quotes hold; the status is 1 when one does not."""
    verified = [verify(quote, dossier.articles) for quote in read_quotes(text_of(file))]
    if not verified:
        raise DossierError(f"{file} has no quote to verify: it takes an export in Markdown.")
    if json:
        say_json({"quotes": [_shape(one) for one in verified]})
    else:
        for one in verified:
            if one.state != "held":
                words = shortened(one.quote.words, 60)
                said = _SAID[one.state].format(_place(dossier, one))
                say(f"{file}:{one.quote.line}: « {words} » {said}.")
        states = Counter(one.state for one in verified)
        others = [f"{states[state]} {state}" for state in _SAID if states[state]]
        tally = ", ".join([f"{states['held']} held", *others])
        say(f"{counted(len(verified), 'quote')}: {tally}.")
    return 0 if all(one.state == "held" for one in verified) else 1


def text_of(file: Path) -> str:
    """What stands in an export; DossierError when it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DossierError(f"{file} is not UTF-8 text.") from error
    except OSError as error:
        raise DossierError(f"{file} cannot be read: {error.strerror}.") from error


def _shape(one: Verified) -> dict[str, object]:
    """A quote as JSON."""
    return {
        "line": one.quote.line,
        "words": one.quote.words,
        "state": one.state,
        "file": one.file,
        "spans": [ends(span) for span in one.spans],
    }


def _place(dossier: Dossier, one: Verified) -> str:
    """The file and the passage where the words stand."""
    if one.file is None:
        return ""
    passage = dossier.article(one.file).passage_at(one.spans[0].start)
    return f"{one.file}, § {passage.number}" if passage else one.file
