"""Compare: where the articles give different figures, as lines or as JSON."""

from argparse import Namespace

from dossier.cli.listing import counted, worked_out
from dossier.cli.output import complain, say, say_json
from dossier.cli.shapes import Shape, ends
from dossier.comparing import Comparison, Given, compare, sentence_of
from dossier.dossier import Dossier


def comparisons(asked: Namespace) -> int:
    """Print the comparisons, each figure with the sentence it stands in."""
    dossier = worked_out(asked)
    found = compare(dossier)
    if asked.json:
        say_json({"comparisons": [_shape(one, dossier) for one in found]})
        return 0
    if not found:
        complain("No figure differs from article to article, as far as the words around them tell.")
    for number, one in enumerate(found):
        if number:
            say()
        say(f"{one.counted}: {', '.join(one.numbers)} ({counted(len(one.files), 'source')})")
        for given in one.given:
            say(f"  {given.file}: {_in_its_sentence(given, dossier)}")
    return 0


def _in_its_sentence(given: Given, dossier: Dossier) -> str:
    """The figure in brackets, in what the article says."""
    article = dossier.article(given.file)
    sentence = sentence_of(article, given.span) or given.span
    before = article.text[sentence.start : given.span.start]
    after = article.text[given.span.end : max(given.span.end, sentence.end)]
    return " ".join(f"{before}[{given.span.of(article.text)}]{after}".split())


def _shape(comparison: Comparison, dossier: Dossier) -> Shape:
    """A comparison; ``words`` are the figure's own, ``number`` what they amount to."""
    return {
        "counted": comparison.counted,
        "given": [
            {
                "file": given.file,
                **ends(given.span),
                "words": given.span.of(dossier.article(given.file).text),
                "number": given.number,
                "bound": given.bound,
            }
            for given in comparison.given
        ],
    }
