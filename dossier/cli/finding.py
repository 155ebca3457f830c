"""Search: where words stand in the articles, as lines or as JSON."""

from argparse import Namespace

from dossier.article import Article
from dossier.cli.listing import opened
from dossier.cli.output import say, say_json
from dossier.cli.shapes import ends
from dossier.search import Hit, search

CONTEXT = 60
"""Characters of the passage shown on either side of a hit."""


def find(asked: Namespace) -> int:
    """Print the hits, a line each."""
    dossier = opened(asked)
    hits = search(dossier.articles, asked.words)
    if asked.json:
        shapes = [
            {"file": hit.file, **ends(hit.span), "line": hit.line, "passage": hit.passage}
            for hit in hits
        ]
        say_json({"hits": shapes})
    else:
        for hit in hits:
            say(f"{hit.file}:{hit.line}: {_in_context(dossier.article(hit.file), hit)}")
    return 0


def _in_context(article: Article, hit: Hit) -> str:
    """The words around a hit, on one line."""
    start = max(0, hit.span.start - CONTEXT)
    end = min(len(article.text), hit.span.end + CONTEXT)
    line_start = article.text.rfind("\n", 0, hit.span.start) + 1
    line_end = article.text.find("\n", hit.span.end)
    line_end = len(article.text) if line_end < 0 else line_end
    before = "…" if start > line_start else ""
    after = "…" if end < line_end else ""
    words = article.text[max(start, line_start) : min(end, line_end)]
    return before + " ".join(words.split()) + after
