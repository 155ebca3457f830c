"""Places of several articles, and what lies over them."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.spans import Span
from dossier.topics.places import Places

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 12), st.integers(0, 6)
)
PLACES = st.lists(st.tuples(st.sampled_from(["a.txt", "b.txt"]), SPANS), max_size=8)


@given(PLACES, SPANS)
def test_what_lies_over_a_span_is_what_one_of_them_does(
    places: list[tuple[str, Span]], span: Span
) -> None:
    """Whatever the order they came in, and though they lie over one another."""
    own = [other for file, other in places if file == "a.txt"]

    assert Places(places).overlap("a.txt", span) == any(span.overlaps(other) for other in own)
    assert Places(places).cover("a.txt", span) == any(other.covers(span) for other in own)
