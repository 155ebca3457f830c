"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language.sentences import find_sentences
from dossier.spans import Span
from tests.case_files import Case, read_cases
from tests.strategies import press_text

CASES = (*read_cases("sentences"), *read_cases("sentences-elsewhere"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_sentences_end_where_a_reader_ends_them(case: Case) -> None:
    """A case's text is cut into the sentences below it, one a line."""
    text = case.text

    found = [span.of(text) for span in find_sentences(text, Span(0, len(text)))]

    assert tuple(found) == case.expected


@given(press_text(), st.integers(0, 300), st.integers(0, 300))
def test_sentences_stay_inside_the_span_they_were_asked_for(text: str, a: int, b: int) -> None:
    """Sentences of a part of a text neither leave it nor lose a visible character of it."""
    start, end = sorted((min(a, len(text)), min(b, len(text))))

    sentences = list(find_sentences(text, Span(start, end)))

    assert all(start <= s.start < s.end <= end for s in sentences)
    words = "".join(s.of(text) for s in sentences)
    assert "".join(words.split()) == "".join(text[start:end].split())
