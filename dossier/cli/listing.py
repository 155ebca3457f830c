"""Show, topics, entities and check: what a dossier holds, as text or as JSON."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from dossier.article import Article
from dossier.astray import astray
from dossier.cli.output import complain, progress, say, say_json
from dossier.cli.shapes import entities_shape, show_shape, topics_shape
from dossier.dossier import Dossier, Source, analyse, open_dossier
from dossier.index import Index


def show(asked: Namespace) -> int:
    """Print the articles."""
    dossier = opened(asked)
    if asked.json:
        say_json(show_shape(dossier))
        return 0
    if asked.plain or asked.furniture:
        from dossier.cli.linear import linear_lines

        for line in linear_lines(dossier, furniture=asked.furniture):
            say(line)
        _tell_problems(dossier)
        return 0
    say(f"{shortened(dossier.title, 70)}: {counted(len(dossier.articles), 'article')}")
    for article in dossier.articles:
        say()
        for line in article_lines(article):
            say(line)
    _tell_problems(dossier)
    return 0


def opened(asked: Namespace) -> Dossier:
    """The dossier of the paths; as it is kept, where no file changed since."""
    with progress("Reading …"):
        return _kept(asked) or open_dossier(asked.paths)


def worked_out(asked: Namespace) -> Dossier:
    """The dossier of the paths, with its entities and topics as the rules alone give them."""
    with progress("Reading …"):
        kept = _kept(asked, at_hand=True)
        dossier = kept or open_dossier(asked.paths)
    if dossier.analysed and not dossier.heard:
        return dossier
    with progress(f"Sorting {counted(len(dossier.articles), 'article')} …"):
        return analyse(replace(dossier, heard=""))


def _kept(asked: Namespace, *, at_hand: bool = False) -> Dossier | None:
    """What the index keeps of the paths; None where that is nothing, or not of today's files.

    Names and topics are taken whole (``at_hand``): none of them is left out where it is damaged.
    """
    return Index(asked.paths, at_hand=at_hand).unchanged()


def refined(dossier: Dossier) -> Dossier:
    """The dossier with its names refined by the installed models; what could not be is told."""
    from dossier.index.store import cache_folder
    from dossier.refining import refine_dossier

    with progress(f"Refining the names of {counted(len(dossier.articles), 'article')} …"):
        done, hearing = refine_dossier(dossier, cache_folder())
    if hearing.note:
        complain(hearing.note)
    return done


def article_lines(article: Article) -> Iterator[str]:
    """What is known of an article, a line a particular."""
    yield article.name if article.title else f"[no headline] {shortened(article.name, 70)}"
    known = (article.outlet, article.byline, _dates(article), article.language)
    yield "  " + " · ".join(part for part in known if part) if any(known) else "  (no particulars)"
    words = sum(_words(passage.span.of(article.text)) for passage in article.passages)
    size = f"{counted(len(article.passages), 'passage')}, {counted(words, 'word')}"
    yield f"  {article.file} · {size}"
    if article.url:
        yield f"  {article.url}"


def _words(said: str) -> int:
    """How many words there are; a sign that stands alone is none."""
    return sum(any(map(str.isalnum, word)) for word in said.split())


def topics(asked: Namespace) -> int:
    """Print the topics, source by source."""
    dossier = worked_out(asked)
    if asked.json:
        say_json(topics_shape(dossier.topics))
        return 0
    for number, topic in enumerate(dossier.topics):
        sources = dossier.sources(topic)
        if number:
            say()
        say(f"{topic.title} ({counted(len(sources), 'source')})")
        for source in sources:
            for line in _source_lines(source):
                say(line)
    _tell_problems(dossier)
    return 0


def _source_lines(source: Source) -> Iterator[str]:
    """A source of a topic, and its extracts whole."""
    article = source.article
    outlet = f" · {article.outlet}" if article.outlet else ""
    yield f"  {shortened(article.name, 60)}{outlet} ({source.coverage:.0%})"
    for extract in source.extracts:
        passage = article.passage_at(extract.span.start)
        number = f"§ {passage.number}: " if passage else ""
        alone = "(only here) " if extract.only_here else ""
        yield f"    {number}{alone}{' '.join(extract.span.of(article.text).split())}"


def entities(asked: Namespace) -> int:
    """Print the entities, most mentioned first within their kind.

    By rules alone unless a model is asked for, whatever was heard before: the same articles give
    a script the same names.
    """
    dossier = refined(worked_out(asked)) if asked.model else worked_out(asked)
    _tell_unruled(dossier, asked)
    if asked.json:
        say_json(entities_shape(dossier))
        return 0
    for kind in ("person", "place", "organisation", "other", "date", "figure"):
        named = [entity for entity in dossier.found.entities if entity.kind == kind]
        for entity in named:
            sources = len({mention.file for mention in entity.mentions})
            others = ", ".join(alias for alias in entity.aliases if alias != entity.name)
            met = f"{counted(len(entity.mentions), 'mention')}, {counted(sources, 'source')}"
            say(f"{kind}: {entity.name} ({met})" + (f" = {others}" if others else ""))
    for suggestion in dossier.found.suggestions:
        say(f"perhaps one: {', '.join(suggestion.names)} ({suggestion.why})")
    _tell_problems(dossier)
    return 0


def _tell_unruled(dossier: Dossier, asked: Namespace) -> None:
    """Say, apart from what was asked, of which languages the rules know no names."""
    from dossier.entities.models import UNRULED

    languages = sorted({a.language for a in dossier.articles if a.language in UNRULED})
    if languages and not asked.model:
        complain(f"Only names in Latin letters are found in {', '.join(languages)}.")


def _tell_problems(dossier: Dossier) -> None:
    """Say, apart from what was asked, that some of the folder could not be understood."""
    if problems := (*dossier.problems, *astray(dossier)):
        many = counted(len(problems), "problem")
        complain(f"{many} in {dossier.title}; `dossier check` says which.")


def counted(number: int, thing: str) -> str:
    """A number of things: "1 article", "3 articles"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def shortened(text: str, size: int) -> str:
    """The text on one line, cut at a word so that it holds at most ``size`` characters."""
    line = " ".join(text.split())
    if len(line) <= size:
        return line
    return line[: size - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _dates(article: Article) -> str:
    """The dates, in ISO 8601."""
    published = article.published.isoformat() if article.published else ""
    updated = f"updated {article.updated.isoformat()}" if article.updated else ""
    return ", ".join(part for part in (published, updated) if part)
