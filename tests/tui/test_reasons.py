import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier import entities as rules
from dossier.dossier import open_dossier
from dossier.entities import find_entities
from tui.reasons import reason
from tui.wording import speak


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("after “Mme”", "après «\u00a0Mme\u00a0»"),
        ("the article's own date is not known", "la date de l’article n’est pas connue"),
        (
            "told from the article's date, 2025-12-03",
            "compté depuis la date de l’article, 3 décembre 2025",
        ),
        (
            "Ushakov = Iouri Ouchakov: the only one of that surname",
            "Ushakov = Iouri Ouchakov\u00a0: le seul de ce nom",
        ),
        (
            "J. Kushner = Jared Kushner: same surname, J. for Jared",
            "J. Kushner = Jared Kushner\u00a0: même nom, J. pour Jared",
        ),
    ],
)
def test_a_reason_is_said_in_the_readers_language(why: str, said: str) -> None:
    """In French a reason is French, and the names in it are the article's."""
    speak("fr")

    assert reason(why) == said


def test_a_reason_we_have_no_words_for_stands_as_it_is() -> None:
    """What is not in the list is told as the model told it."""
    speak("fr")

    assert reason("heard on the radio") == "heard on the radio"


def test_no_reason_of_the_seeds_is_left_in_english() -> None:
    """Whatever the rules say of five articles has its words in French."""
    articles = open_dossier([Path(__file__).parents[2] / "seeds"]).articles
    entities = find_entities(articles).entities
    reasons = {mention.why for entity in entities for mention in entity.mentions}
    reasons |= {why for entity in entities for why in entity.why}
    speak("fr")

    assert len(reasons) > 20
    assert sorted(why for why in reasons if why and reason(why) == why) == []


_GIVEN = {"seen": 4, "When": 1, "Amount": 1, "Suggestion": 1}
"""Where the call takes a reason, among its arguments."""

_ALONE = {"_by", "_beside_paper", "holders"}
"""Functions that give a reason."""

_PARTS = {
    "same_given": "same surname, {}",
    "the next one after": "{} the article's date, 2025-12-03",
    "the last one before": "{} the article's date, 2025-12-03",
    "nearest to": "{} the article's date, 2025-12-03",
}
"""What is a part of a reason, or the function that gives it; and the whole."""

_BLANKS = {
    "how": "nearest to",
    "_LISTS[entry.kind]": "places",
    "shared": "surname",
    "what": "given names",
}
"""What stands in the blank of that expression; in any other a day, for a word."""


def given_reasons() -> Iterator[str]:
    """Every reason the rules of names, dates and figures are written with, its blanks filled."""
    for file in sorted(Path(rules.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            whole = _PARTS.get(getattr(node, "name", ""), "{}")
            for expression in _reasons_in(node):
                for why in _sentences(expression):
                    yield _PARTS.get(why, whole).format(why)


def _reasons_in(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions that are a reason where they stand."""
    match node:
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)):
            yield from node.args[_GIVEN.get(called, 99) :][:1]
            yield from (word.value for word in node.keywords if word.arg == "why")
        case ast.Assign(targets=[ast.Name(id="why" | "_WHY" | "HEARD")], value=value):
            yield value
        case ast.Assign(targets=[ast.Subscript(value=ast.Attribute(attr="why"), slice=told)]):
            yield told
        case ast.Tuple(elts=[ast.Constant(value=str()), _, why]):
            yield why  # a kind, its weight, and why
        case ast.Tuple(elts=[_, ast.Constant(value=str()) as why]):
            yield why  # what it is told of, and why
        case ast.Assign(
            targets=[ast.Tuple(elts=[ast.Name(id="why"), _])], value=ast.Tuple(elts=both)
        ):
            yield both[0]
        case ast.JoinedStr(values=[_, ast.Constant(value=" = "), _, ast.Constant()]):
            yield node  # of two names, why they are one
        case ast.FunctionDef(name=name) if name in _ALONE or name in _PARTS:
            yield from (
                one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value
            )


def _sentences(told: ast.expr) -> Iterator[str]:
    """What an expression may say: each branch of it, its blanks filled."""
    match told:
        case ast.Constant(value=str(said)):
            yield said
        case ast.JoinedStr(values=parts) if "why" not in map(_blank, parts):
            yield "".join(map(_filled, parts))
        case ast.IfExp(body=one, orelse=other):
            yield from (*_sentences(one), *_sentences(other))
        case ast.BinOp(left=one, op=ast.Add(), right=other):
            yield from (a + b for a in _sentences(one) for b in ("", *_sentences(other)))
        case ast.BinOp(left=one) | ast.Tuple(elts=[_, one]):
            yield from _sentences(one)


def _blank(part: ast.expr) -> str:
    return ast.unparse(part.value) if isinstance(part, ast.FormattedValue) else ""


def _filled(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    return _BLANKS.get(_blank(part), "2025-12-03")


def test_every_reason_the_rules_are_written_with_has_its_french() -> None:
    """Read from the rules themselves: a new reason without its French words is found here."""
    given = {why for why in given_reasons() if " " in why.strip()}
    speak("fr")

    assert len(given) > 60
    assert sorted(why for why in given if reason(why) in (why, _spaced(why))) == []


def _spaced(why: str) -> str:
    """A reason after its two names as it stands when only the colon is French."""
    return why.replace(": ", "\u00a0: ")
