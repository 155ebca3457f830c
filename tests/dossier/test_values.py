import copy
import dataclasses
import inspect
import operator
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier import values

COMPARISONS = (operator.eq, operator.lt, operator.le, operator.gt, operator.ge)


@values.dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place."""

    file: str
    offset: int = 0
    words: tuple[str, ...] = dataclasses.field(default_factory=tuple)
    seen: bool = dataclasses.field(default=True, compare=False)

    def __post_init__(self) -> None:
        """Refuse what is no place."""
        if self.offset < 0:
            raise ValueError("before the beginning")


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Standard:
    """The same, by the standard library."""

    file: str
    offset: int = 0
    words: tuple[str, ...] = dataclasses.field(default_factory=tuple)
    seen: bool = dataclasses.field(default=True, compare=False)


PARTS = st.tuples(
    st.text(max_size=3), st.integers(0, 3), st.tuples(st.text(max_size=2)), st.booleans()
)


@given(PARTS, PARTS)
def test_values_are_compared_as_the_standard_ones(one: Any, other: Any) -> None:
    """Equal, less and more are what they are for the standard library, and so are hashes."""
    for compare in COMPARISONS:
        assert compare(Place(*one), Place(*other)) == compare(Standard(*one), Standard(*other))
    assert hash(Place(*one)) == hash(Standard(*one))


@given(PARTS)
def test_a_value_is_told_as_the_standard_one(parts: Any) -> None:
    """What it says of itself, its fields and what a copy with a change is do not differ."""
    ours, theirs = Place(*parts), Standard(*parts)

    assert repr(ours) == repr(theirs).replace("Standard", "Place")
    assert dataclasses.astuple(ours) == dataclasses.astuple(theirs)
    assert dataclasses.astuple(dataclasses.replace(ours, file="b")) == dataclasses.astuple(
        dataclasses.replace(theirs, file="b")
    )


@given(PARTS)
def test_a_value_outlives_being_written_down(parts: Any) -> None:
    """Pickled or copied, it is the same."""
    value = Place(*parts)

    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own
    assert copy.copy(value) == copy.deepcopy(value) == value


def test_a_frozen_value_cannot_be_changed() -> None:
    """Neither a field nor anything else can be set or deleted."""
    value = Place("a")

    with pytest.raises(dataclasses.FrozenInstanceError, match="assign to field 'file'"):
        value.file = "b"  # type: ignore[misc]  # what is tested
    with pytest.raises(dataclasses.FrozenInstanceError, match="delete field 'file'"):
        del value.file
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.other = 1  # type: ignore[attr-defined]  # as above


def test_what_is_less_than_nothing_is_no_value_of_another_kind() -> None:
    """A value is not equal to, nor to be ordered with, one of another class."""
    assert not operator.eq(Place("a"), Standard("a"))
    with pytest.raises(TypeError):
        operator.lt(Place("a"), Standard("a"))


def test_a_subclass_has_its_own_attributes() -> None:
    """What a subclass adds can be set; what it inherits cannot."""

    class Inner(Place):
        __slots__ = ("note",)
        note: str

    inner = Inner("a")
    inner.note = "seen"

    assert inner.note == "seen"
    with pytest.raises(dataclasses.FrozenInstanceError):
        inner.file = "b"  # type: ignore[misc]  # what is tested


def test_it_is_called_as_the_standard_one() -> None:
    """The same parameters, of the same types; what is refused after that is refused."""
    ours, theirs = inspect.signature(Place), inspect.signature(Standard)

    assert [*ours.parameters] == [*theirs.parameters]
    assert inspect.get_annotations(Place.__init__) == inspect.get_annotations(Standard.__init__)
    assert Place.__match_args__ == Standard.__match_args__
    with pytest.raises(ValueError, match="before"):
        Place("a", -1)


def test_a_value_that_may_change_has_no_hash() -> None:
    """It is set like any object, each with a list of its own."""

    @values.dataclass
    class Trail:
        places: list[str] = dataclasses.field(default_factory=list)

    one, other = Trail(), Trail()
    one.places.append("a")

    assert (one.places, other.places) == (["a"], [])
    assert one != other
    with pytest.raises(TypeError):
        hash(one)


def test_what_is_seldom_asked_for_is_the_standard_ones() -> None:
    """A parent's fields, an order of one's own and fields by keyword are as ever."""

    @values.dataclass(frozen=True)
    class Child(Place):
        more: int = 1

    @values.dataclass
    class Named:
        name: str
        at: int = dataclasses.field(default=1, kw_only=True)

    assert dataclasses.astuple(Child("a", more=2)) == ("a", 0, (), True, 2)
    with pytest.raises(TypeError):
        Named("a", 2)  # type: ignore[call-arg]  # what is tested
