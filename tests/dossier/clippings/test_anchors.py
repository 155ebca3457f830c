"""Clippings found again in articles that changed."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.article import Article
from dossier.clippings import Clipping, clip, find_again
from dossier.spans import Span
from dossier.structure import structure_article

TEXT = """Un incendie à Lyon

LYON — L’incendie du quai Perrache a fait 20 blessés mardi, selon les pompiers.

« Nous n’avions jamais vu cela », a dit le maire. Oui.

La cause n’est pas connue. Une enquête est ouverte. Oui.
"""
NOW = "2025-12-03T10:00:00+00:00"


def article_of(text: str, file: str = "a.txt") -> Article:
    """The article of a text."""
    return structure_article(file, text)


def clipped(words: str, text: str = TEXT) -> Clipping:
    """The clipping of the words where they first stand."""
    at = text.index(words)
    return clip(article_of(text), Span(at, at + len(words)), created=NOW)


FIRE = "L’incendie du quai Perrache a fait 20 blessés mardi"


def test_a_clipping_of_an_article_that_did_not_change_is_held() -> None:
    """Nothing changed: it is held in its place."""
    anchored = find_again(clipped(FIRE), (article_of(TEXT),))

    assert (anchored.state, anchored.span) == ("held", clipped(FIRE).span)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (FIRE, "Partager\nTweeter\n" + TEXT),
        (FIRE, "\n\n".join(reversed(TEXT.split("\n\n")))),
        (FIRE, TEXT.replace("’", "'").replace("«\u00a0", '"')),
        (FIRE, TEXT.replace("du quai Perrache", "du\nquai\u00a0Perrache")),
        (FIRE, unicodedata.normalize("NFD", "x" + TEXT)),
        (FIRE, "x" + TEXT.encode("ascii", "replace").decode()),
        (FIRE, "x" + unicodedata.normalize("NFD", TEXT.replace("’", "'")).replace("\u0301", "")),
        ("« Nous n’avions jamais vu cela »", "x" + TEXT.replace("« ", '"').replace(" »", '"')),
        ("20 blessés", "x" + TEXT),
        ("« Nous n’avions", TEXT.replace("« ", "«\u202f")),
        (FIRE, TEXT.replace("’", "'") + TEXT),
        (FIRE, f"Tout le reste est neuf. {FIRE}, et rien de ce qui suit non plus."),
        ("20 blessés", TEXT.replace("a fait 20", "a causé 20").replace("selon", "disent")),
    ],
)
def test_words_that_survive_are_found_again(words: str, text: str) -> None:
    """Furniture, order, typography and encoding may change: the words are found."""
    anchored = find_again(clipped(words), (article_of(text),))

    assert anchored.state == "moved"
    assert anchored.span
    assert plain(anchored.span.of(text)) == plain(words)


def plain(words: str) -> str:
    """The words without anything an encoding or an editor may change."""
    bare = unicodedata.normalize("NFD", words.replace("?", ""))
    return "".join(c for c in bare if c.isascii() and c.isalnum()).replace("e", "")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (FIRE, TEXT.replace("20 blessés", "21 blessés")),
        ("20 blessés", TEXT.replace("20 blessés", "120 blessés")),
        ("20 blessés", TEXT.replace("20 blessés", "20 blessées")),
        ("La cause n’est pas connue.", TEXT.replace("n’est pas", "est")),
        ("Oui.", "Oui.\n\nUn autre article. Oui. Et rien de plus ici que du texte tout autre."),
        (FIRE, ""),
        (FIRE, TEXT.replace("mardi,", "mardis,")),
        ("20 blessés", "Ailleurs, bien plus tard, un train a eu 20 blessés et nul ne le sut."),
        ("20 blessés", "x" + TEXT + TEXT),
        ("20 blessés", "-" * TEXT.index("20 blessés") + "20 blessés" + " -" * 40),
    ],
)
def test_words_that_changed_are_lost_not_moved(words: str, text: str) -> None:
    """A figure, an ending, a negation changed: the clipping keeps the words it had."""
    anchored = find_again(clipped(words), (article_of(text),))

    assert (anchored.state, anchored.span) == ("lost", None)
    assert anchored.clipping.exact == words


def test_the_one_of_two_alike_places_is_told_by_its_surroundings() -> None:
    """The same short words stand twice; the one kept is found by what stands around it."""
    at = TEXT.rindex("Oui.")
    clipping = clip(article_of(TEXT), Span(at, at + 4), created=NOW)
    text = "Partager\n" + TEXT

    assert find_again(clipping, (article_of(text),)).span == Span(at + 9, at + 13)


def test_a_clipping_follows_a_file_that_was_renamed() -> None:
    """The text under another name is found, and one that was edited as well."""
    edited = "Partager\n" + TEXT
    rewritten = TEXT.replace("La cause n’est pas connue.", "La cause est un court-circuit.")

    for text in (TEXT, edited, rewritten):
        anchored = find_again(
            clipped(FIRE), (article_of(text, "b.txt"), article_of("Rien.", "c.txt"))
        )

        assert (anchored.state, anchored.file) == ("moved", "b.txt")


def test_a_clipping_does_not_go_to_another_outlet_with_the_same_words() -> None:
    """The words left its article and stand in another's copy: it is lost, not moved there."""
    without = article_of(TEXT.replace(FIRE, "Rien"))
    copy = article_of("Depuis Lyon.\n" + TEXT, "copie.txt")

    other = article_of(
        TEXT.split("«")[0] + "À Lille, on danse : la place ne désemplit pas avant la nuit, et les "
        "forains resteront jusqu’à dimanche, si le temps le permet. Le beffroi sonne.",
        "lille.txt",
    )

    assert find_again(clipped(FIRE), (without, copy)).state == "lost"
    assert find_again(clipped(FIRE), (other,)).state == "lost"


def test_two_copies_of_a_file_that_is_gone_leave_the_choice_to_the_reader() -> None:
    """Which of the copies was meant cannot be told: it is lost, with the words it had."""
    copies = (article_of("x" + TEXT, "b.txt"), article_of("y" + TEXT, "c.txt"))

    anchored = find_again(clipped(FIRE), copies)

    assert (anchored.state, anchored.clipping.exact) == ("lost", FIRE)


WORDS = st.text(st.sampled_from("aàé1 ’'\n«»-.…\u00a0\u0301?œ"), min_size=1, max_size=80)


@settings(deadline=None)
@given(WORDS, WORDS, st.data())
def test_any_clipping_in_any_text_is_at_its_words_or_lost(
    text: str, later: str, data: st.DataObject
) -> None:
    """Whatever the two texts, a clipping that is not lost stands in the later one."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if not text[start:end].strip():
        return
    clipping = clip(article_of(text), Span(start, end), created=NOW)

    assert find_again(clipping, (article_of(text),)).state == "held"
    anchored = find_again(clipping, (article_of(later),))
    assert anchored.state == "lost" or (anchored.span and anchored.span.of(later).strip())
