"""Clippings read back: from our own JSON, a W3C annotation file, or a Markdown export."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from dossier.article import Article
from dossier.clippings import Clipping, clip
from dossier.clippings.records import clipping_of
from dossier.export.annotations import SPEAKER, STATE
from dossier.export.citation import headline
from dossier.export.quotes import read_quotes, verify
from dossier.export.wording import wordings
from dossier.spans import Span


def read_clippings(
    text: str, articles: Sequence[Article], *, created: str
) -> tuple[tuple[Clipping, ...], tuple[str, ...]]:
    """The clippings a text tells of, and one sentence for each that could not be made.

    ``created`` is the moment, in ISO 8601, of those that do not say when. A clipping of JSON need
    not stand in the articles: it is found again, or lost, as any other; a quote of Markdown must.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return _from_markdown(text, articles, created)
    made: list[Clipping] = []
    untold: list[str] = []
    for number, one in enumerate(_listed(told), 1):
        try:
            made.append(clipping_of(_record(one, created)))
        except (TypeError, ValueError, KeyError, AttributeError, IndexError) as error:
            untold.append(f"Clipping {number} is not understood: {error}.")
    if not made and not untold:
        untold.append("No clipping stands there.")
    return tuple(made), tuple(untold)


def _listed(told: object) -> Sequence[object]:
    """The clippings or annotations of a JSON value, whatever it wraps them in."""
    if isinstance(told, Mapping):
        for key in ("clippings", "items", "first"):
            if key in told:
                inside = told[key]
                return inside if isinstance(inside, list) else _listed(inside)
        return [told] if "exact" in told or "target" in told else []
    return told if isinstance(told, list) else []


def _record(one: object, created: str) -> object:
    """A clipping's record, from one of ours or from an annotation."""
    if not isinstance(one, Mapping) or "target" not in one:
        return {"created": created, **one} if isinstance(one, Mapping) else one
    targets = one["target"]
    target = targets[0] if isinstance(targets, list) else targets
    selectors = {s["type"]: s for s in _as_list(target["selector"])}
    said = selectors["TextQuoteSelector"]
    start = selectors.get("TextPositionSelector", {}).get("start", 0)
    bodies = [body for body in _as_list(one.get("body", [])) if isinstance(body, Mapping)]
    exact = str(said["exact"])
    return {
        "file": unquote(str(target.get("scope") or target["source"])),
        "start": start,
        "end": start + len(exact),
        "exact": exact,
        "prefix": said.get("prefix", ""),
        "suffix": said.get("suffix", ""),
        "created": one.get("created", created),
        "note": "\n".join(_values(bodies, tagging=False)),
        "tags": list(_values(bodies, tagging=True)),
    }


def _as_list(value: object) -> list[Any]:  # Any: JSON, looked into by its reader
    """A value, or the values, as a list: JSON-LD leaves the brackets out around one."""
    return value if isinstance(value, list) else [value]


def _values(bodies: Sequence[Mapping[str, object]], *, tagging: bool) -> Iterator[str]:
    """What an annotation's bodies say: its tags, or the rest."""
    for body in bodies:
        if body.get("purpose") in (SPEAKER, STATE):
            continue
        if (body.get("purpose") == "tagging") == tagging and body.get("value"):
            yield str(body["value"])


def _from_markdown(
    text: str, articles: Sequence[Article], created: str
) -> tuple[tuple[Clipping, ...], tuple[str, ...]]:
    """The quotes of a Markdown text that stand in the articles, word for word."""
    by_file = {article.file: article for article in articles}
    made: dict[str, Clipping] = {}
    untold: list[str] = []
    for quote in read_quotes(text):
        found = verify(quote, articles)
        if found.state in {"held", "moved", "uncited"} and found.file is not None:
            span = Span(found.spans[0].start, found.spans[-1].end)
            article = by_file[found.file]
            kept = clip(article, span, created=created, note=quote.note)
            one = _under(quote.heading, kept, article)
            before = made.get(one.id, one)  # one of two tags stands under both
            made[one.id] = replace(one, tags=tuple(dict.fromkeys((*before.tags, *one.tags))))
        else:
            words = " ".join(quote.words.split())[:60]
            untold.append(f"Line {quote.line}: « {words}… » does not stand in the articles.")
    if not made and not untold:
        untold.append("No clipping stands there.")
    return tuple(made.values()), tuple(untold)


def _under(heading: str, clipping: Clipping, article: Article) -> Clipping:
    """The clipping with what the heading it was exported under says: its tag, or its topic."""
    if heading.startswith("#") and len(heading.split()) == 1:
        return replace(clipping, tags=(heading[1:],))
    ours = {name for one in wordings() for name in (one.others, headline(article, one))}
    is_ours = heading in {" ".join(name.split()) for name in ours}
    return clipping if is_ours else replace(clipping, topic=heading)
