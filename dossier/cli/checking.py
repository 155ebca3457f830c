"""Check: what could not be understood in the folder, and what was assumed, file by file."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from dossier.article import Article
from dossier.astray import astray, files_renamed
from dossier.cli.listing import counted, opened, shortened, worked_out
from dossier.cli.output import complain, say, say_json
from dossier.cli.shapes import problem_shapes
from dossier.decisions import read_decisions
from dossier.dossier import Dossier
from dossier.index import sorts_itself
from dossier.problems import Problem


def check(asked: Namespace) -> int:
    """Print the problems, and what was assumed where a text does not say."""
    dossier = opened(asked)
    if asked.follow and _followed(dossier):
        dossier = opened(asked)
    if asked.export:
        from dossier.cli.verifying import check_export

        return check_export(dossier, asked.export, json=asked.json)
    if dossier.decisions.topics and sorts_itself(dossier):
        dossier = worked_out(asked)
    problems = (*dossier.problems, *astray(dossier))
    assumed = [(article.file, said) for article in dossier.articles for said in _assumed(article)]
    if asked.json:
        shapes = [{"file": file, "message": message} for file, message in assumed]
        say_json({"problems": problem_shapes(problems), "assumed": shapes})
        return 0
    for problem in problems:
        say(f"{_place(dossier, problem)}: {problem.message}")
    for file, messages in groupby(assumed, key=lambda pair: pair[0]):
        say(f"{file}: {'; '.join(message for _, message in messages)}.")
    read = counted(len(dossier.articles), "article")
    say(f"{read} read, {counted(len(problems), 'problem')}.")
    if files_renamed(dossier):
        complain("If it is, dossier check --follow has dossier.toml say so.")
    return 0


def _followed(dossier: Dossier) -> int:
    """Have what was decided follow the files that have another name now; how many there are."""
    from dossier.decisions.renaming import write_renamed

    found = files_renamed(dossier)
    for old, new in found.items():
        folder = dossier.folder or Path()
        write_renamed(folder, read_decisions(folder)[0], old, new)
        complain(f"What was decided of {old} is decided of {new} now.")
    return len(found)


def _place(dossier: Dossier, problem: Problem) -> str:
    """A problem's file, with the line where that is known."""
    if problem.span is None:
        return problem.file
    try:
        text = dossier.article(problem.file).text
    except KeyError:
        return problem.file
    return f"{problem.file}:{text.count(chr(10), 0, problem.span.start) + 1}"


def _assumed(article: Article) -> Iterator[str]:
    """How the file was read, what is not in the text, and what was made of it."""
    yield from (said[:1].lower() + said[1:].rstrip(".") for said in article.assumed)
    if not article.title:
        yield f"no headline, called “{shortened(article.name, 50)}”"
    missing = [
        name
        for name, known in (
            ("author", article.byline),
            ("outlet", article.outlet),
            ("date", article.published or article.updated),
            ("url", article.url),
        )
        if not known
    ]
    if missing:
        yield f"no {' or '.join(filter(None, (', '.join(missing[:-1]), missing[-1])))}"
    if not article.language:
        yield "language not recognised"
    cut = sum(passage.cut for passage in article.passages)
    if cut:
        yield f"{counted(cut, 'paragraph')} set apart that stood together"
    if not article.passages:
        yield "nothing to read: no passage"
    folded = sum(block.kind == "furniture" for block in article.blocks)
    if folded:
        yield f"{counted(folded, 'block')} of furniture folded away"
