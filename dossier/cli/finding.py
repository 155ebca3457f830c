"""Search: where words stand in the articles, as lines or as JSON."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from dossier.article import Article
from dossier.cli.listing import opened
from dossier.cli.misuse import Misuse
from dossier.cli.output import complain, progress, say, say_json
from dossier.cli.shapes import Shape, ends
from dossier.dossier import Derived, Dossier, decide
from dossier.entities import find_entities
from dossier.index import LARGE
from dossier.search import Hit, search

CONTEXT = 60
"""Characters of the passage shown on either side of a hit."""


def find(asked: Namespace) -> int:
    """Print the hits, a line each; for people, say when there is none. Then 1, as grep does."""
    if not asked.words.strip():
        raise Misuse("There are no words to look for.")
    if _is_folder(asked.words) and not any(path.exists() for path in asked.paths):
        raise Misuse(f"The words come first: dossier search WORDS “{asked.words}”")
    dossier = _named(opened(asked))
    hits = search(dossier.articles, asked.words, entities=dossier.found.entities)
    if asked.json:
        say_json({"hits": [_shape(dossier.article(hit.file), hit) for hit in hits]})
    else:
        if not hits:
            complain(f"“{asked.words}” stands in none of these articles.")
        for hit in hits:
            article = dossier.article(hit.file)
            alias = f" [as {_alias(article, hit)}]" if hit.variant else ""
            say(f"{hit.file}:{hit.line}: {_in_context(article, hit)}{alias}")
    return 0 if hits else 1


def _named(dossier: Dossier) -> Dossier:
    """The dossier with its names; those of a large one, only where they are known."""
    if dossier.analysed or len(dossier.articles) >= LARGE:
        return dossier
    with progress("Finding names …"):
        return decide(replace(dossier, derived=Derived(find_entities(dossier.articles))))


def _shape(article: Article, hit: Hit) -> Shape:
    """A hit; ``as`` is what it says where that is another spelling of what was looked for."""
    return {
        "file": hit.file,
        **ends(hit.span),
        "line": hit.line,
        "passage": hit.passage,
        "text": _around(article, hit),
        "as": _alias(article, hit) if hit.variant else None,
    }


def _alias(article: Article, hit: Hit) -> str:
    """The words of a hit, on one line."""
    return " ".join(hit.span.of(article.text).split())


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
