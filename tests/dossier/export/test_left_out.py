"""What an export does not work out: names and topics that are not known are told as left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.dossier import Dossier, analyse
from dossier.export import FORMS, Form, Group, Speakers, arranged
from dossier.export.document import Document, of_search
from dossier.export.quotes import read_quotes
from dossier.export.template import example, write_by
from dossier.export.wording import wording_of
from dossier.export.writing import write_files
from dossier.quotes import Quote
from dossier.reading import read_article

SPOKEN = "“We lost the whole {n} of it,” said Pascal Kerguelen.\n\nThe bridge is closed.\n"


@pytest.fixture
def dossier() -> Dossier:
    """Three articles of which one has the word looked for; nothing is worked out."""
    kinds = ("orchard", "harbour", "library")
    read = [read_article(f"{n}.txt", SPOKEN.format(n=n).encode()).articles for n in kinds]
    return Dossier("The flood", tuple(article for [article] in read), language="en")


class Watched(Speakers):
    """Speakers that remember which articles were asked for."""

    asked: tuple[str, ...] = ()

    def quotes_of(self, file: str) -> tuple[Quote, ...]:
        """The quotes of an article."""
        self.asked = (*self.asked, file)
        return super().quotes_of(file)


def leaving(dossier: Dossier, words: str, *, group: Group = "source") -> Document:
    """The passages that have the words, with who speaks."""
    return Speakers(dossier).told(arranged(dossier, of_search(dossier, words), group=group))


def test_speakers_are_looked_for_in_the_articles_that_leave_alone(dossier: Dossier) -> None:
    """Of the articles that nothing is taken from, nobody's words are asked for."""
    known = analyse(dossier)
    speakers = Watched(known)

    document = speakers.told(arranged(known, of_search(known, "harbour"), group="source"))

    assert [q.speaker for q in document.quotations] == ["Pascal Kerguelen"]
    assert document.left_out == ()
    assert set(speakers.asked) == {"harbour.txt"}


@pytest.mark.parametrize("form", FORMS[:4], ids=lambda form: form.name)
def test_what_is_not_known_is_told_in_the_head(dossier: Dossier, form: Form) -> None:
    """Names and topics that were not worked out are told once, before the first quote."""
    document = leaving(dossier, "harbour", group="topic")
    told = wording_of("en").untold(document.left_out)

    text = form.write(document)

    assert document.left_out == ("topics", "speakers")
    assert all(text.count(sentence) == 1 for sentence in told)
    assert max(map(text.index, told)) < text.index("We lost")


def test_the_template_that_is_given_tells_it_as_markdown_does(dossier: Dossier) -> None:
    """A template of one's own can tell what is missing; the one to begin with does."""
    document = leaving(dossier, "lost", group="topic")

    assert write_by(example(), document) == FORMS[0].write(document)


def test_what_is_told_in_the_head_is_no_quote(dossier: Dossier) -> None:
    """Read back, an export has the quotes it had, whatever stands above them."""
    document = leaving(dossier, "lost", group="topic")

    written = list(read_quotes(FORMS[0].write(document)))

    assert [one.words for one in written] == [q.words[0] for q in document.quotations]


@pytest.mark.parametrize("language", ["fr", "en", "de", "es", "it", "pt", "nl"])
def test_every_language_tells_it_in_its_own_words(language: str) -> None:
    """What is left out is told in each language, of names and of topics."""
    names, topics = wording_of(language).untold(("speakers", "topics"))

    assert names != topics


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_pieces_of_a_form_are_what_it_writes(dossier: Dossier, form: Form) -> None:
    """Written piece by piece, a document is the same text."""
    document = leaving(dossier, "lost")

    assert "".join(form.written(document)) == form.write(document)


def test_a_text_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    """Stopped between two pieces, an export leaves what there was, and nothing beside it."""
    file = tmp_path / "export.md"
    file.write_text("before")

    def pieces() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_files([(file, pieces())], replace=[file])

    assert [one.name for one in tmp_path.iterdir()] == ["export.md"]
    assert file.read_text() == "before"


def test_passages_are_numbered_where_they_are_found(dossier: Dossier) -> None:
    """The number a passage is found with is the number its article has for it."""
    quotes = list(of_search(dossier, "bridge"))

    assert [one.passages for one in quotes] == [(2,), (2,), (2,)]
    assert [one.numbers for one in quotes] == [(2,), (2,), (2,)]
