"""Search: where words stand in the articles, as lines or as JSON."""

from argparse import Namespace
from pathlib import Path

from dossier.article import Article
from dossier.cli.listing import opened
from dossier.cli.misuse import Misuse
from dossier.cli.output import complain, say, say_json
from dossier.cli.shapes import ends
from dossier.search import Hit, search

CONTEXT = 60
"""Characters of the passage shown on either side of a hit."""


def find(asked: Namespace) -> int:
    """Print the hits, a line each; for people, say when there is none. Then 1, as grep does."""
    if _is_folder(asked.words) and not any(path.exists() for path in asked.paths):
        raise Misuse(f"The words come first: dossier search WORDS “{asked.words}”")
    dossier = opened(asked)
    hits = search(dossier.articles, asked.words)
    if asked.json:
        shapes = [
            {
                "file": hit.file,
                **ends(hit.span),
                "line": hit.line,
                "passage": hit.passage,
                "text": _around(dossier.article(hit.file), hit),
            }
            for hit in hits
        ]
        say_json({"hits": shapes})
    else:
        if not hits:
            complain(f"“{asked.words}” stands in none of these articles.")
        for hit in hits:
            say(f"{hit.file}:{hit.line}: {_in_context(dossier.article(hit.file), hit)}")
    return 0 if hits else 1


def _is_folder(words: str) -> bool:
    """Whether the words name a folder; what can be no path names none."""
    try:
        return Path(words).is_dir()
    except (OSError, ValueError):
        return False


def _around(article: Article, hit: Hit) -> str:
    """The passage that a hit stands in; outside of any, its line."""
    if (passage := article.passage_at(hit.span.start)) is not None:
        return article.text[passage.span.start : passage.span.end]
    start = article.text.rfind("\n", 0, hit.span.start) + 1
    end = article.text.find("\n", hit.span.end)
    return article.text[start : len(article.text) if end < 0 else end]


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
