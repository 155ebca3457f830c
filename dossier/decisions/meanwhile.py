"""Meanwhile: what a table holds once a change is made to it that was thought of before it changed.

Three states: what was known when the change was thought of, what it is to be, and what stands in
the file now. What the change does not touch stays as it stands, and so does what is not understood.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from dossier.decisions.editing import Values, is_empty
from dossier.decisions.places import in_runs, places_in
from dossier.decisions.reading import MARK
from dossier.decisions.records import Mark


class ClashError(ValueError):
    """What cannot be made of both; its argument is the key."""


def changes(known: Values, wanted: Values, now: Values) -> Iterator[tuple[str, Any]]:
    """The keys that change, with what they then hold, Any that TOML can; raises ClashError."""
    for key in dict.fromkeys((*known, *wanted)):
        before, after = known.get(key), wanted.get(key)
        if before == after or (is_empty(before) and is_empty(after)):
            continue
        if not isinstance(before, list) and not isinstance(after, list):
            yield key, after
            continue
        there = now.get(key, [])
        if not isinstance(there, list):
            raise ClashError(key)
        there = list(_one_by_one(key, there))
        made = _listed(key, before or [], after or [], there)
        if made != there:
            yield key, made


def _one_by_one(key: str, listed: Sequence[Any]) -> Iterator[Any]:
    """The list; of what is put somewhere, or taken out, each passage by itself: it may go alone."""
    for one in listed:
        places = places_in(one) if key in {"with", "without"} and isinstance(one, str) else None
        yield from map(str, places) if places and len(places) > 1 else (one,)


def _listed(key: str, before: Sequence[Any], after: Sequence[Any], there: list[Any]) -> list[Any]:
    """What a list holds: what stands there, without what goes, with what comes."""
    read = [_as_read(key, one) for one in there]
    was, is_to_be = [[_as_read(key, one) for one in some] for some in (before, after)]
    if read == was and None not in read:
        written = dict(zip(read, there, strict=True))
        return [written.get(said, one) for said, one in zip(is_to_be, after, strict=True)]
    gone = [said for said in was if said not in is_to_be]
    fresh = [one for said, one in zip(is_to_be, after, strict=True) if said not in was]
    if not gone and not fresh:
        return _in_order(key, was, is_to_be, there, read)
    fresh = [one for one in fresh if _as_read(key, one) not in read]
    if len(gone) == len(fresh) == 1 and gone[0] in read:
        return [fresh[0] if said == gone[0] else one for said, one in zip(read, there, strict=True)]
    left = [one for said, one in zip(read, there, strict=True) if said is None or said not in gone]
    return [*left, *fresh]


def _in_order(
    key: str,
    was: Sequence[str | None],
    wanted: Sequence[str | None],
    there: list[Any],
    read: Sequence[str | None],
) -> list[Any]:
    """The list in another order, what is not understood at its end; raises ClashError."""
    known = [said for said in read if said is not None]
    if known != list(was):
        raise ClashError(key)
    written = dict(zip(read, there, strict=True))
    unclear = [one for said, one in zip(read, there, strict=True) if said is None]
    return [*(written[said] for said in wanted), *unclear]


def _as_read(key: str, written: object) -> str | None:
    """What one of a list says, however it is written; None for what is not understood."""
    if not isinstance(written, str) or not written.strip():
        return None
    if key in {"with", "without", "about"}:
        return next(in_runs(places_in(written) or ()), None)
    if key == "at":
        found = MARK.fullmatch(written)
        return str(Mark(found["file"], int(found["offset"]))) if found else None
    return written
