import pytest

from tui.tags import completed, line_of, tags_of


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("#eau", ("eau",)),
        ("eau, #pont  eau", ("eau", "pont")),
        ("#à-vérifier #2026", ("à-vérifier", "2026")),
        ("# #,", ()),
    ],
)
def test_a_line_is_tags_with_or_without_their_sign(typed: str, tags: tuple[str, ...]) -> None:
    """Spaces and commas part them; each counts once; what a line shows is read back."""
    assert tags_of(typed) == tags
    assert tags_of(line_of(tags)) == tags


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("#po", "#pont"),
        ("#eau e", "#eau école"),
        ("#eau #EC", "#eau #école"),
        ("#eau", None),
        ("", None),
        ("#eau ", None),
        ("#xyz", None),
    ],
)
def test_a_tag_begun_is_completed(typed: str, line: str | None) -> None:
    """From those there are, but for those the line has; case and accents aside."""
    assert completed(typed, ("eau", "école", "etat", "pont")) == line
