"""A clipping as JSON, and back."""

from collections.abc import Mapping

from dossier.clippings.clipping import Clipping, clipping_id
from dossier.spans import Span


def record_of(clipping: Clipping) -> dict[str, object]:
    """The clipping as JSON; ``clipping_of`` is the way back."""
    return {
        "id": clipping.id,
        "file": clipping.file,
        "start": clipping.span.start,
        "end": clipping.span.end,
        "exact": clipping.exact,
        "prefix": clipping.prefix,
        "suffix": clipping.suffix,
        "note": clipping.note,
        "tags": list(clipping.tags),
        "topic": clipping.topic,
        "topic_key": clipping.topic_key,
        "created": clipping.created,
        "digest": clipping.digest,
        "sketch": clipping.sketch,
    }


def clipping_of(record: object) -> Clipping:
    """The clipping a JSON object tells of.

    Raises TypeError and ValueError, which say what is wrong, when it tells of none.
    """
    if not isinstance(record, Mapping):
        raise TypeError("not a JSON object")
    span = Span(_number(record, "start"), _number(record, "end"))
    file, exact = _words(record, "file"), _words(record, "exact")
    created = _words(record, "created", "")
    if not exact:
        raise ValueError('"exact" is empty')
    return Clipping(
        id=_words(record, "id", "") or clipping_id(file, span, exact, created),
        file=file,
        span=span,
        exact=exact,
        prefix=_words(record, "prefix", ""),
        suffix=_words(record, "suffix", ""),
        created=created,
        digest=_words(record, "digest", ""),
        note=_words(record, "note", ""),
        tags=_tags(record),
        topic=_words(record, "topic", ""),
        topic_key=_words(record, "topic_key", ""),
        sketch=_words(record, "sketch", ""),
    )


def _words(record: Mapping[str, object], key: str, default: str | None = None) -> str:
    """The text under a key."""
    value = record.get(key, default)
    if not isinstance(value, str):
        raise TypeError(f'"{key}" is not a text')
    return value


def _number(record: Mapping[str, object], key: str) -> int:
    """The whole number under a key."""
    value = record.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f'"{key}" is not a whole number')
    return value


def _tags(record: Mapping[str, object]) -> tuple[str, ...]:
    """The tags."""
    tags = record.get("tags", [])
    if not isinstance(tags, list):
        raise TypeError('"tags" is not a list')
    return tuple(tag for tag in tags if isinstance(tag, str))
