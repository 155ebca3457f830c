"""Values: ``dataclass`` as the standard library has it, made in a third of its time.

A page waits for some fifty classes. The standard ``dataclass`` writes six methods of each as Python
and compiles them: a millisecond a class (2026-11, 3.11), half of our own part of a start.
Here ``__init__`` alone is written so, and the others are made of ``attrgetter``, which compares and
hashes no slower. What is seldom asked for, such as a parent's fields, the standard one does.

For what stands before the first page and the topics; elsewhere the standard one is as good.
"""

import dataclasses
import operator
from collections.abc import Callable, Iterator, Sequence
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **asked: bool) -> Any:
        """The class with the methods that ``dataclasses.dataclass`` gives it."""
        return _made(cls, asked) if cls is not None else lambda one: _made(one, asked)


__all__ = ["dataclass"]

Fields = Sequence[dataclasses.Field[Any]]
Method = tuple[str, Callable[..., Any]]

_SLOTS = {"slots", "weakref_slot"}
_METHODS = {"__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"}
_ORDER = (operator.lt, operator.le, operator.gt, operator.ge)


def _made(cls: type, asked: dict[str, bool]) -> type:
    """The class with its methods."""
    if _is_seldom(cls, asked):
        return _standard(cls, asked)
    bare = {"init": False, "repr": False, "eq": False}
    made: Any = _standard(cls, bare | {name: asked[name] for name in _SLOTS & asked.keys()})
    fields, frozen = dataclasses.fields(made), "frozen" in asked
    methods = dict(_comparing([field.name for field in fields if field.compare], asked))
    methods["__init__"] = _init(made, fields, frozen=frozen)
    methods["__repr__"] = _repr([field.name for field in fields if field.repr])
    if frozen:
        methods |= _freezing(made, [field.name for field in fields])
    for name, method in methods.items():
        setattr(made, name, method)
    if not frozen:
        made.__hash__ = None  # as Python has it for what changes
    made.__dataclass_params__.frozen = frozen  # which a class that inherits is held to
    return cast("type", made)


def _is_seldom(cls: type, asked: dict[str, bool]) -> bool:
    """Whether it asks for what is not made here."""
    given = vars(cls)
    odd = (
        not one.init or one.hash is not None or one.kw_only is True
        for one in given.values()
        if isinstance(one, dataclasses.Field)
    )
    inherits = any(map(dataclasses.is_dataclass, cls.__mro__[1:]))
    known = asked.keys() <= _SLOTS | {"frozen", "order"} and all(asked.values())
    return inherits or not known or bool(_METHODS & given.keys()) or any(odd)


def _standard(cls: type, asked: dict[str, bool]) -> type:
    made: type = dataclasses.dataclass(**asked)(cls)
    return made


def _init(cls: type, fields: Fields, *, frozen: bool) -> Callable[..., None]:
    """What sets the fields."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_none": dataclasses.MISSING}
    parameters, lines = ["self"], []
    for at, field in enumerate(fields):
        name = said = field.name
        if field.default is not dataclasses.MISSING:
            known[f"_{at}"] = field.default
            parameters.append(f"{name}=_{at}")
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_{at}"] = field.default_factory
            parameters.append(f"{name}=_none")
            said = f"_{at}() if {name} is _none else {name}"
        else:
            parameters.append(name)
        lines.append(f"_set(self, {name!r}, {said})" if frozen else f"self.{name} = {said}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(parameters)}):\n {body}", known)  # noqa: S102 - as the standard one
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return init


def _comparing(names: Sequence[str], asked: dict[str, bool]) -> Iterator[Method]:
    """What compares and hashes; order where it is asked for."""
    held = _held(names)

    def equal(self: object, other: object) -> Any:  # Any: NotImplemented is no bool
        return held(self) == held(other) if other.__class__ is self.__class__ else NotImplemented

    yield "__eq__", equal
    yield "__hash__", lambda self: hash(held(self))
    for compare in _ORDER if "order" in asked else ():
        yield f"__{compare.__name__}__", _ordering(held, compare)


def _ordering(
    held: Callable[[Any], Any], compare: Callable[[Any, Any], bool]
) -> Callable[..., Any]:
    def ordered(self: object, other: object) -> Any:  # Any: as above
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(held(self), held(other))

    return ordered


def _held(names: Sequence[str]) -> Callable[[Any], Any]:
    """Gives what the fields of those names hold, as a tuple."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _repr(names: Sequence[str]) -> Callable[[object], str]:
    def said(self: object) -> str:
        held = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({held})"

    return recursive_repr()(said)


def _freezing(cls: Any, names: Sequence[str]) -> Iterator[Method]:
    """What refuses changes, and lets a copy be made all the same."""

    def setting(self: object, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def deleting(self: object, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    def state(self: object) -> list[object]:
        return [getattr(self, name) for name in names]

    def restore(self: object, held: list[object]) -> None:
        for name, value in zip(names, held, strict=True):
            object.__setattr__(self, name, value)

    yield "__setattr__", setting
    yield "__delattr__", deleting
    if "__slots__" in vars(cls):
        yield "__getstate__", state
        yield "__setstate__", restore
