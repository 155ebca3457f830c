"""From bytes to text, whatever the encoding."""

import pytest
from hypothesis import given

from dossier.reading import read_article
from dossier.reading.decoding import decode, one_newline
from dossier.reading.mojibake import mend
from tests.strategies import press_text

TEXT = (
    "« C’est fini », a déclaré la préfète – émue. L’œuvre coûte 3 000 €.\n"
    "Où vont les crédits ? À Nîmes, çà et là.\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_french_is_read_from_every_encoding_that_holds_it(encoding: str) -> None:
    """The same words come out, whichever encoding wrote them and whether it left a mark."""
    decoded = decode(TEXT.encode(encoding))

    assert decoded is not None
    assert (decoded.text, decoded.lost) == (TEXT, 0)


@pytest.mark.parametrize(
    ("encoding", "name"), [("mac-roman", "Mac Roman"), ("cp1252", "windows-1252")]
)
def test_what_was_assumed_is_on_record(encoding: str, name: str) -> None:
    """An article read from a legacy encoding says which one was assumed."""
    loaded = read_article("a.txt", TEXT.encode(encoding))

    assert loaded.articles[0].text == TEXT
    assert name in loaded.articles[0].assumed[0]


def test_latin_1_is_read() -> None:
    """Text that latin-1 can hold comes out of it whole."""
    text = "La préfète a déclaré que le pont était fermé à Nîmes.\n"

    decoded = decode(text.encode("latin-1"))

    assert decoded is not None
    assert decoded.text == text


def test_a_declared_charset_is_believed_when_the_bytes_bear_it_out() -> None:
    """A Russian page that declares its charset is read in it."""
    page = '<?xml version="1.0" encoding="windows-1251"?><p>Мост закрыт до июня.</p>'

    decoded = decode(page.encode("cp1251"))

    assert decoded is not None
    assert decoded.text == page


def test_a_declared_charset_that_lies_is_not_believed() -> None:
    """A page that declares UTF-8 and is not is read as what it is."""
    page = f'<meta charset="utf-8"><p>{TEXT}</p>'

    decoded = decode(page.encode("cp1252"))

    assert decoded is not None
    assert decoded.text == page


def test_garbled_accents_are_mended_and_told() -> None:
    """UTF-8 that was taken for windows-1252 reads as it was meant; the reader is told."""
    garbled = TEXT.replace("À ", "").encode().decode("cp1252", "ignore")

    loaded = read_article("a.txt", garbled.encode())

    assert loaded.articles[0].text == TEXT.replace("À ", "")
    assert any("garbled" in problem.message for problem in loaded.problems)


@pytest.mark.parametrize(
    "text",
    [
        "Le mot « Ã© » est un accent mal lu. L’été, à Nîmes, c’était déjà arrivé.",
        "Une seule lettre est fausse : Ã©.",
        "São Paulo, Ângela, Árvore, Ñandú: nothing is wrong here.",
    ],
)
def test_what_is_not_certainly_garbled_is_left_alone(text: str) -> None:
    """Text that speaks of garbled letters, or merely looks a little odd, is not touched."""
    assert mend(text) == (text, 0)


def test_a_cut_last_letter_costs_that_letter_alone() -> None:
    """UTF-8 that ends in the middle of a letter is still UTF-8, and the loss is told."""
    loaded = read_article("a.txt", TEXT.encode()[:-2] + "é".encode()[:1])

    assert loaded.articles[0].text.startswith("« C’est fini »")
    assert any("could not be decoded" in problem.message for problem in loaded.problems)


@given(press_text())
def test_utf_8_comes_out_as_it_went_in(text: str) -> None:
    """Text in UTF-8 is read to the letter, newlines apart, unless its accents were garbled."""
    decoded = decode(text.encode())

    if decoded is not None and not decoded.mended and not text.startswith("\ufeff"):
        assert decoded.text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_what_has_no_letter_is_not_told_to_be_utf_16() -> None:
    """Line ends and NULs are read to the letter, not as wide line ends."""
    decoded = decode(b"\0\n" * 4)

    assert decoded is None or decoded.text == "\0\n" * 4


def test_a_closing_quotation_mark_that_lost_its_last_byte_is_put_right() -> None:
    """Windows-1252 has no letter for the last byte of ”: in a garbled text it comes back."""
    told = "Le préfet l’a répété : “évacuez”, et la mairie a fermé le pont ébranlé."
    garbled = told.encode().decode("cp1252", "replace").encode()

    decoded = decode(garbled)

    assert decoded is not None
    assert decoded.text == told


@pytest.mark.parametrize("parts", [("utf-8", "cp1252"), ("cp1252", "utf-8")])
def test_text_pasted_from_another_program_is_read_with_its_own_letters(
    parts: tuple[str, str],
) -> None:
    """Half in UTF-8 and half in windows-1252, each half comes out as it was written."""
    decoded = decode(b"".join(TEXT.encode(part) for part in parts))

    assert decoded is not None
    assert (decoded.text, decoded.lost) == (TEXT * 2, 0)
    assert "UTF-8 + windows-1252" in decoded.assumed


@pytest.mark.parametrize(
    ("raw", "text", "lost"),
    [
        (b"Le pont \xed\xa0\x80 est ferm\xc3\xa9.", "Le pont \ufffd est fermé.", 1),
        (b"\xed\xa0\xbd\xed\xb8\x80 ferm\xc3\xa9", "\U0001f600 fermé", 0),
    ],
)
def test_halves_of_a_character_are_joined_or_lost_alone(raw: bytes, text: str, lost: int) -> None:
    """However short the file, what is well written around them stays as it is."""
    decoded = decode(raw)

    assert decoded is not None
    assert (decoded.text, decoded.lost) == (text, lost)


@pytest.mark.parametrize(("many", "told"), [(1, "1 character "), (2, "2 characters ")])
def test_how_many_characters_were_lost_is_told(many: int, told: str) -> None:
    """One is one character, two are two."""
    loaded = read_article("a.txt", b"Le pont \xed\xa0\x80 est ferm\xc3\xa9. " * many)

    [problem] = [p for p in loaded.problems if "could not be decoded" in p.message]
    assert problem.message.startswith(told)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"RIFF\x24\x10\x0a\x00WEBPVP8 ", "picture or sound"),
        (b"GIF89a pressed into one line", "picture"),
        (b"ID3\x03 a song without much of a voice", "sound"),
        (b"Rar!\x1a\x07 and all that is packed in it", "archive"),
        (b"BZh91AY&SY and all that is packed in it", "compressed file"),
        (b"%PDF-1.4 of letters alone", "PDF"),
        (rb"{\rtf1\ansi Le pont est ferm\'e9.}", "RTF file"),
        (b"PK\x03\x04 and all that is packed in it", "archive or office file"),
        (b"Le pont \x00\x01", None),
    ],
)
def test_what_is_no_text_is_told_by_what_it_is(raw: bytes, what: str | None) -> None:
    """A file of another format is left out under its name, however much of it is letters.

    Of one that holds words, what to do is told.
    """
    loaded = read_article("a.txt", raw)

    told = f"This file is not a text ({what})" if what else "This file is not a text"
    assert loaded.articles == ()
    document = what in {"PDF", "RTF file", "archive or office file"}
    left = "it was left out: save its words as .txt to read them" if document else "it was left out"
    assert [problem.message for problem in loaded.problems] == [f"{told}; {left}."]


@pytest.mark.parametrize(
    "text",
    [
        "RIFFAULT, LE MAIRE, S’EN VA",
        "ID3 : Volkswagen rappelle ses voitures",
        "GIF8, la radio, ferme",
        "Rar! Un cri d’ours réveille le village",
        "Le pont est\x00 fermé.",
        "\x1b[1mNîmes\x1b[0m\t12\t3\r\nLyon\t4\t5\r\n",
    ],
)
def test_a_text_is_read_whatever_it_opens_with(text: str) -> None:
    """A name that opens as the bytes of a format do, or a stray byte, makes it no less a text."""
    loaded = read_article("a.txt", text.encode())

    assert [article.text for article in loaded.articles] == [one_newline(text)]
