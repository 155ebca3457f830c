"""Frames of news: the data as it stands, and how its terms are found."""

import pytest

from dossier.topics.frames import STRONG, Lexicon, frames_of, read_frames


def met(terms: list[str], text: str) -> list[str]:
    """The words of the text that the terms meet."""
    lexicon = Lexicon([[(term, 1.0) for term in terms]])
    return [text[hit.start : hit.end] for hit in lexicon.hits(text)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_frames_have_titles_that_fit_and_differ(language: str) -> None:
    """Every title a frame can give has at most 45 characters; no two frames share one."""
    frames = frames_of(language)
    titles = [title for f in frames for title in (f.title, *(name for name, _ in f.titles))]

    assert all(len(title) <= 45 for title in titles)
    assert len(set(titles)) == len(titles)
    assert len({frame.key for frame in frames}) == len(frames) >= 50


def test_frames_are_the_same_in_both_languages() -> None:
    """A dossier in two languages is sorted as one: the keys are the same, in one order."""
    french, english = frames_of("fr"), frames_of("en")

    assert [frame.key for frame in french] == [frame.key for frame in english]
    assert [frame.named is None for frame in french] == [f.named is None for f in english]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_part_is_part_of_a_frame_that_is_known(language: str) -> None:
    """What is too little to stand alone goes to a frame that can."""
    whole = {frame.key: frame.part_of for frame in frames_of(language)}

    assert {part for part in whole.values() if part} <= whole.keys()


def test_a_language_without_frames_has_none() -> None:
    """What is not known is empty, not an error."""
    assert frames_of("km") == frames_of(None) == ()


def test_terms_are_found_without_accents_capitals_or_plural() -> None:
    """A plural is understood, and a star stands for any ending."""
    assert met(["blesse"], "Deux BLESSÉS, une blessure.") == ["BLESSÉS"]
    assert met(["bless*"], "Deux blessés, une blessure.") == ["blessés", "blessure"]
    assert met(["voix"], "Je vois des voix.") == ["voix"]


def test_terms_of_several_words_take_the_place_of_one() -> None:
    """A longer term hides the shorter one inside it, and crosses an apostrophe."""
    assert met(["garde", "garde* a vue"], "Deux gardes à vue.") == ["gardes à vue"]
    assert met(["chasse a l homme"], "Une chasse à l’homme s'engage.") == ["chasse à l’homme"]


def test_an_editor_can_write_a_frame() -> None:
    """A table with a key, a title and terms is a frame."""
    (frame,) = read_frames(
        '[[frame]]\nkey = "bees"\ntitle = "Les abeilles"\n'
        'strong = "ruche*"\nterms = "miel, Reine"\n'
    )

    assert frame.title == "Les abeilles"
    assert dict(frame.terms) == {"ruche*": 2.0, "miel": 1.0, "reine": 1.0}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            (
                "Mais la France, de son côté, dit avoir, dès le début, un prix élevé à Paris. "
                "À peine a-t-il eu le temps de vivre cela, d'un coup, qu'on lit et aime le reste."
            ),
        ),
        (
            "en",
            (
                "The authorities, who were investigating, were right. In May they remained on the "
                "ground, may develop a record, and bear the toll."
            ),
        ),
    ],
)
def test_common_words_are_no_strong_term_of_a_frame(language: str, text: str) -> None:
    """Without accents and plurals, "cote" would be "côté", "avoirs" avoir, "WHO" who."""
    hits = Lexicon([frame.terms for frame in frames_of(language)]).hits(text)

    assert {text[hit.start : hit.end] for hit in hits if hit.count >= STRONG} <= {
        "investigating",
        "prix",
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mais au cours de votre sieste nous sommes également loin du fait, lundi ou jeudi."),
        ("fr", "Une chose particulièrement publique, volontiers seule sans Dominique."),
        ("fr", "Dont quelque cas, selon les uns, contre rien de bon et devant tous."),
        ("en", "By the time of taking a new one on Thursday."),
        ("en", "Some did, about once, and never since."),
    ],
)
def test_no_term_is_met_in_a_small_word(language: str, text: str) -> None:
    """A month in "mais", a court in "au cours", laws in "loin", the news in "new"."""
    lexicon = Lexicon([frame.terms for frame in frames_of(language)])

    assert [text[hit.start : hit.end] for hit in lexicon.hits(text)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_term_meets_what_it_says(language: str) -> None:
    """A term that its own words do not meet would never be met: "km/h" is two words of a text."""
    frames = frames_of(language)
    terms = {term for frame in frames for term, _ in frame.terms}
    terms |= {term for frame in frames for _, asked in frame.titles for term in asked}

    assert [t for t in sorted(terms) if not met([t], t.replace("*", ""))] == []


def test_a_term_is_cut_where_a_text_is() -> None:
    """At an apostrophe, a full stop, a slash or an ampersand."""
    (frame,) = read_frames(
        '[[frame]]\nkey = "x"\ntitle = "X"\nstrong = "80 km/h, a&e, 1.5c, l\'eau"\n'
    )

    assert [term for term, _ in frame.terms] == ["80 km h", "a e", "1 5c", "l eau"]
    assert met(["80 km h"], "À 80 km/h.") == ["80 km/h"]
