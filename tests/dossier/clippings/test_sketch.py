"""What a text is known by when its file is called otherwise."""

from dossier.clippings.sketch import resemblance, sketch_of


def test_a_text_shorter_than_a_run_is_one_run() -> None:
    """It is known by all of its words at once, and a text without words by nothing."""
    assert [len(sketch_of(text)) for text in ("", "La crue", "La crue monte")] == [0, 8, 8]
    assert len(sketch_of("La crue monte encore")) == 16
    assert resemblance(sketch_of("La crue monte"), sketch_of("La crue baisse")) == 0
