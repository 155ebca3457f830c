"""Markdown, as web clippers write it: front matter, then the article.

The front matter is YAML between two lines of three dashes (or JSON in a fence); what cannot be
parsed of it is told, and its plain "key: value" lines are used all the same.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from dossier.article import Article
from dossier.language.folding import fold
from dossier.problems import Problem
from dossier.structure import Particulars, Piece, assemble_article
from dossier.structure.cutting import paragraphs_in
from dossier.structure.dates import find_day
from dossier.structure.particulars import outlet_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT = re.compile(
    r"\A\ufeff?(?:---[ \t]*\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|```json[ \t]*\n(?P<json>\{.*?\})\s*\n```[ \t]*(?:\n|\Z))",
    re.DOTALL,
)
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)", re.DOTALL)
_AROUND = re.compile(r"\s*<(?:footer|nav)\b", re.IGNORECASE)
"""What opens a block of HTML that stands around an article."""
_CELL = re.compile(r"(?<!\\)\|")
"""What parts the cells of a table's row; the parser drops those for which there is no heading."""
_BEFORE_ROW = re.compile(r"^(?:[>\s]|[-*+] |\d{1,9}[.)] )+")
"""The marks of a quote or list item that a row stands in."""
DEEPEST = 100
"""Lists, items and quotes in one another that are read; the parser drops, without a word, what is
deeper and all that comes after it."""
_PLAIN = re.compile(r"^(?P<key>[A-Za-z_][\w -]{0,40}):[ \t]*(?P<value>\S.*)$", re.MULTILINE)
_KEYS = {
    "title": ("title", "titre", "titulo", "titolo", "titel", "headline", "fulltitle"),
    "outlet": (
        *("site", "sitename", "outlet", "publication", "publicationtitle", "publicationname"),
        *("publisher", "website", "websitetitle", "newspaper", "media", "medio"),
        *("journal", "zeitung", "periodico", "giornale", "testata", "jornal", "containertitle"),
        *("domain", "domainname"),
    ),
    "origin": ("source", "sourcename", "quelle", "fuente", "fonte"),
    "byline": ("author", "authors", "auteur", "auteurs", "autor", "autore", "byline", "creator"),
    "published": (
        *("published", "date", "publishdate", "publisheddate", "publishedat", "publishedtime"),
        *("publishedon", "datepublished", "publicationdate", "pubdate", "datum", "fecha", "data"),
    ),
    "updated": (
        *("updated", "modified", "lastmod", "lastmodified", "datemodified", "updatedat"),
        *("dateupdated", "modifiedat"),
    ),
    "url": (
        *("url", "source", "link", "permalink", "canonical", "canonicalurl", "sourceurl"),
        "originalurl",
    ),
}
"""Under which names clippers keep a particular, by their letters alone, the best first."""
_URL = re.compile(r"https?://\S+")


def read_markdown(file: str, text: str) -> tuple[Article, tuple[Problem, ...]]:
    """The article of a Markdown text, and what of its front matter could not be understood."""
    front = _FRONT.match(text)
    values: Mapping[str, object] = {}
    problems: tuple[Problem, ...] = ()
    if front:
        values, broken = _parse(front)
        if broken:
            problems = (Problem(file, f"The front matter is not valid ({broken}); read in part."),)
    said = _particulars(values)
    pieces = list(_pieces(text[front.end() :] if front else text))
    return assemble_article(file, _with_headline(pieces, said.title), said), problems


def _parse(front: re.Match[str]) -> tuple[Mapping[str, object], str]:
    """The front matter's values, and what is wrong with it; empty when nothing is."""
    broken = ""
    try:
        values = json.loads(front["json"]) if front["json"] else _yaml(front["yaml"])
        if values is None or isinstance(values, dict):
            return values or {}, ""
        broken = "it is no list of names and values"
    except ValueError as error:
        broken = str(error).split("\n", 1)[0]
    plain = front["json"] or front["yaml"]
    return {m["key"]: m["value"].strip().strip("\"'") for m in _PLAIN.finditer(plain)}, broken


def _yaml(text: str) -> object:
    """What YAML says, every value as the words it was written with; ValueError when broken."""
    import yaml  # type: ignore[import-untyped]  # has no types; slow to load for what is seldom met

    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings alone
    except (yaml.YAMLError, RecursionError) as error:
        problem = getattr(error, "problem", None) or type(error).__name__
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 2}" if mark else ""
        raise ValueError(f"{problem}{where}") from error


def _particulars(values: Mapping[str, object]) -> Particulars:
    """What the front matter says of the article; an address names the outlet where no name does."""
    by_key = {re.sub(r"[\W_]+", "", fold(str(key))): value for key, value in values.items()}
    told = {
        name: [words for key in keys if (words := _words(by_key.get(key)))]
        for name, keys in _KEYS.items()
    }
    url = next((words for words in told["url"] if _URL.fullmatch(words)), None)
    named = [words for words in told["outlet"] if not _URL.match(words)]
    named += [words for words in told["origin"] if not (_URL.match(words) or _is_way(words))]
    named += filter(None, map(outlet_of, told["outlet"]))
    return Particulars(
        title=next(iter(told["title"]), None),
        outlet=next(iter(named), None),
        byline=next(iter(told["byline"]), None),
        published=_day(told["published"]),
        updated=_day(told["updated"]),
        url=url,
    )


def _is_way(words: str) -> bool:
    """Whether a source is not an outlet but the way a clip came: "web", "rss"."""
    return words.islower() and "." not in words


def _words(value: object) -> str | None:
    """A value as one line: names joined, wiki brackets off; None when it says nothing."""
    if isinstance(value, (list, tuple)):
        return ", ".join(words for item in value if (words := _words(item))) or None
    if isinstance(value, dict):
        return _words(value.get("name"))
    if value is None:
        return None
    words = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", str(value))
    return " ".join(words.split()) or None


def _day(said: Iterable[str]) -> date | None:
    return next((day for words in said if (day := find_day(fold(words)))), None)


def _with_headline(pieces: list[Piece], title: str | None) -> list[Piece]:
    """The pieces with the headline on top: the title, or the first heading of the first rank."""
    first = next((piece for piece in pieces if piece.kind in {"headline", "heading"}), None)
    if first is not None and title and fold(first.words) == fold(title):
        pieces.remove(first)
        return [Piece(first.words, "headline"), *pieces]
    if title:
        return [Piece(title, "headline"), *(_demoted(piece) for piece in pieces)]
    if first is not None and first is pieces[0] and first.kind == "headline":
        return [first, *(_demoted(piece) for piece in pieces[1:])]
    return [_demoted(piece) for piece in pieces]


def _demoted(piece: Piece) -> Piece:
    return Piece(piece.words, "heading") if piece.kind == "headline" else piece


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # loaded when a Markdown file is met

    return MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])


@dataclass(slots=True)
class _Place:
    """Where the walk over the tokens stands."""

    heading: str = ""
    quotes: int = 0
    markers: list[str] | None = None
    """The marker of the list item that is open and has no words yet, innermost last."""
    row: list[str] | None = None
    """The cells of the table row that is open."""
    written: str = ""
    """That row, as the text has it."""


def _pieces(text: str) -> Iterator[Piece]:
    """The parts of a Markdown text, in order, as they are read; its lines if it is too deep."""
    place = _Place(markers=[])
    tokens = _parser().parse(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        yield from (Piece(line) for line in text.splitlines())
        return
    lines = text.split("\n")
    for token in tokens:
        if token.type == "tr_open" and token.map:
            place.written = lines[token.map[0]]
        yield from _from_token(token, place)


def _from_token(token: "Token", place: _Place) -> Iterator[Piece]:
    """The pieces a token gives; the place moves on."""
    markers = place.markers if place.markers is not None else []
    match token.type:
        case "heading_open":
            place.heading = token.tag
        case "heading_close":
            place.heading = ""
        case "blockquote_open":
            place.quotes += 1
        case "blockquote_close":
            place.quotes -= 1
        case "list_item_open":
            markers.append(f"{token.info}{token.markup} ")
        case "list_item_close":
            markers.pop()
        case "tr_open":
            place.row = []
        case "tr_close":
            cells = place.row or []
            written = _BEFORE_ROW.sub("", place.written).strip().removeprefix("|")
            more = _CELL.split(written.removesuffix("|"))[len(cells) :]
            cells += [_inline_words(_parser().parseInline(cell.strip())[0]) for cell in more]
            yield Piece(" | ".join(cell for cell in cells if cell))
            place.row = None
        case "inline":
            yield from _from_inline(token, place, markers)
        case "fence" | "code_block":
            yield from (Piece(line) for line in token.content.splitlines())
        case "html_block":
            yield from _from_html(token.content)


def _from_html(html: str) -> Iterator[Piece]:
    """The piece that a block of HTML is; furniture, line by line, where it stands around."""
    if not _AROUND.match(html):
        yield Piece(_without_tags(html))
        return
    for line in html.splitlines():
        yield Piece(unescape(_without_tags(line)), "furniture")


def _from_inline(token: "Token", place: _Place, markers: list[str]) -> Iterator[Piece]:
    words = _inline_words(token)
    if place.row is not None:
        place.row.append(words)
    elif place.heading:
        yield Piece(words, "headline" if place.heading == "h1" else "heading")
    elif _is_picture(token):
        yield Piece(words, "caption")
    elif markers:
        yield Piece(markers[-1] + words, "item")
        markers[-1] = ""
    else:
        lines = _inline_words(token, "\n")
        paragraphs = paragraphs_in(lines) if "\n" in lines else [words]
        yield from (Piece(each, "quote" if place.quotes else None) for each in paragraphs)


def _inline_words(token: "Token", broken: str = " ") -> str:
    """The words of a line of Markdown, without its marks, with ``broken`` where it breaks."""
    words = []
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            words.append(broken)
        elif child.type == "html_inline":
            words.append(" " if child.content.lower().startswith("<br") else "")
        else:
            words.append(child.content)
    return "".join(words)


def _is_picture(token: "Token") -> bool:
    """Whether a line holds pictures alone."""
    children = [c for c in token.children or () if c.content.strip() or c.type == "image"]
    return bool(children) and all(child.type == "image" for child in children)


def _without_tags(html: str) -> str:
    """The words of a piece of HTML."""
    return re.sub(r"<[a-zA-Z/!?][^>]*>", " ", _HIDDEN.sub(" ", html))
