"""Records: frozen values as plain lists that JSON can hold, and back.

A value is the list of its fields, in order, without their names: the lists are only read by the
rules that wrote them (``store``), so that a field which is added makes old lists unreadable rather
than wrong.
"""

import types
from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, Literal, Union, get_args, get_origin

Plain = Any
"""What ``json`` gives: str, int, float, bool, None, and lists of them."""

Maker = Callable[[Plain], Any]
"""Makes a value of a plain one; what it makes only its type says."""


def plain(value: object) -> Plain:
    """The value in lists, numbers and words."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return value
    parts, are_plain = _parts(kind)
    return list(parts(value)) if are_plain else [plain(part) for part in parts(value)]


_PLAIN = frozenset((str, int, float, bool, types.NoneType))


@cache
def _parts(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], bool]:
    """What gives a dataclass's values in order, and whether all of them are numbers."""
    names = [field.name for field in fields(kind)]
    are_plain = all(field.type is int for field in fields(kind))
    get = attrgetter(*names)
    return (get if len(names) > 1 else lambda value: (get(value),)), are_plain


@cache
def maker(kind: Any) -> Maker:  # Any: a type, or what typing makes of several
    """What makes a value of that type again; it raises TypeError or ValueError on what is none."""
    if get_origin(kind) is tuple:
        return _tuple_maker(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        (inner,) = [maker(one) for one in get_args(kind) if one is not types.NoneType]
        return lambda said: None if said is None else inner(said)
    if get_origin(kind) is Literal:
        return _checked(str)
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind):
        return _record_maker(kind)
    return _checked((float, int) if kind is float else kind)


def _tuple_maker(kinds: tuple[Any, ...]) -> Maker:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        each = maker(kinds[0])
        return lambda said: tuple([each(part) for part in said])
    makers = [maker(kind) for kind in kinds]
    return lambda said: tuple(make(one) for make, one in zip(makers, said, strict=True))


def _record_maker(kind: Any) -> Maker:
    makers = tuple(maker(_type(field)) for field in fields(kind))
    if all(field.type is int for field in fields(kind)):
        return lambda said: kind(*said)

    def make(said: Plain) -> Any:
        return kind(*[one(part) for one, part in zip(makers, said, strict=True)])

    return make


def _type(field: Field[Any]) -> Any:
    """A field's type: ours are types, not names of types."""
    return field.type


def _checked(kind: type | tuple[type, ...]) -> Maker:
    def check(said: Plain) -> Any:
        if not isinstance(said, kind):
            raise TypeError(f"{said!r:.40} is not of {kind}")
        return said

    return check
