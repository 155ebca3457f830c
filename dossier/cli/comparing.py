"""Compare: where the articles give different figures, as lines or as JSON."""

from argparse import Namespace

from dossier.cli.listing import counted, worked_out
from dossier.cli.output import complain, say, say_json
from dossier.cli.shapes import Shape, ends
from dossier.comparing import Comparison, Figure, compare, sentence_of
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
        for figure in one.figures:
            say(f"  {figure.file}: {_in_its_sentence(figure, dossier)}")
    return 0


def _in_its_sentence(figure: Figure, dossier: Dossier) -> str:
    """The figure in brackets, in what the article says."""
    article = dossier.article(figure.file)
    sentence = sentence_of(article, figure.span) or figure.span
    before = article.text[sentence.start : figure.span.start]
    after = article.text[figure.span.end : max(figure.span.end, sentence.end)]
    return " ".join(f"{before}[{figure.span.of(article.text)}]{after}".split())


def _shape(comparison: Comparison, dossier: Dossier) -> Shape:
    """A comparison; ``words`` are the figure's own, ``number`` what they amount to."""
    return {
        "counted": comparison.counted,
        "figures": [
            {
                "file": figure.file,
                **ends(figure.span),
                "words": figure.span.of(dossier.article(figure.file).text),
                "number": figure.number,
                "bound": figure.bound,
            }
            for figure in comparison.figures
        ],
    }
