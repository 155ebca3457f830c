"""Mails kept as files."""

from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading import read_article

BODY = (
    "La mairie a voté mardi la fermeture du pont, que la crue avait ébranlé.\n\n"
    "Le préfet ne s’est pas prononcé.\n"
)


def _mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    return message


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252"])
@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a"])
def test_a_mail_is_read_whatever_it_is_called(charset: str, name: str) -> None:
    """Subject, sender and date head the article; the body is cut into passages."""
    mail = _mail(
        Subject="Le pont ferme après la crue",
        From="Awa Diop <awa@example.org>",
        Date="Tue, 02 Dec 2025 23:30:00 +0100",
    )
    mail.set_content(BODY.replace("’", "'"), charset=charset)

    [article] = read_article(name, mail.as_bytes()).articles
    assert article.title == "Le pont ferme après la crue"
    assert article.byline == "Awa Diop"
    assert article.published == date(2025, 12, 2)
    assert dict(article.origins)["published"] == "metadata"
    assert [p.span.of(article.text)[:9] for p in article.passages] == ["La mairie", "Le préfet"]


def test_the_signature_of_a_mail_is_furniture() -> None:
    """What stands under the last line that begins one, and the words above are the article's."""
    mail = _mail(Subject="La crue", From="Awa Diop <awa@example.org>")
    mail.set_content(f"{BODY}\n-- \nAwa Diop\nServices de la préfecture\n05 65 00 00 00\n")

    [article] = read_article("a.eml", mail.as_bytes()).articles
    signature = [b.span.of(article.text) for b in article.blocks if b.kind == "furniture"]
    assert signature == ["--", "Awa Diop", "Services de la préfecture", "05 65 00 00 00"]
    assert [p.span.of(article.text)[:9] for p in article.passages] == ["La mairie", "Le préfet"]


def test_a_mail_passed_on_below_a_signature_is_read() -> None:
    """What is longer than a signature is none."""
    mail = _mail(Subject="TR: La crue", From="Awa Diop <awa@example.org>")
    mail.set_content(f"À lire.\n\n-- \nAwa Diop\n\n---- Message transféré ----\n\n{BODY * 3}")

    [article] = read_article("a.eml", mail.as_bytes()).articles
    assert sum("fermeture du pont" in p.span.of(article.text) for p in article.passages) == 3


def test_a_mail_that_is_a_page_is_read_as_a_page() -> None:
    """Without plain text, the page is read; what it does not say of itself the mail says."""
    mail = _mail(Subject="La crue, jour 3", From="awa@example.org", Date="Tue, 2 Dec 2025 10:00:00")
    mail.set_content(f"<html><body><article><p>{BODY * 3}</p></article></body></html>", "html")

    [article] = read_article("a.eml", mail.as_bytes()).articles
    assert article.title == "La crue, jour 3"
    assert article.byline is None
    assert "fermeture du pont" in article.text


def test_what_is_attached_is_told() -> None:
    """A file in a mail is not read, and the reader knows it."""
    mail = _mail(Subject="La crue", From="Awa Diop <awa@example.org>")
    mail.set_content(BODY)
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")

    loaded = read_article("a.eml", mail.as_bytes())
    assert [p.message for p in loaded.problems] == [
        "“plan.pdf” is attached to this mail; it was not read."
    ]
    assert "PDF" not in loaded.articles[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Date: mardi\n\nLa mairie a voté la fermeture du pont.",
        "Paris: la mairie a voté\nFrom: nowhere in particular comes the flood, and more of it\n",
        "Note: From: Subject:\n",
    ],
)
def test_a_text_with_a_colon_is_no_mail(text: str) -> None:
    """An article that opens with a word and a colon is read whole."""
    [article] = read_article("a.txt", text.encode()).articles

    assert article.text == text


@given(
    st.lists(
        st.sampled_from(
            (
                *(b"Subject: =?utf-8?q?La_digue?=\n", b"Date: 31 Feb 2025\n", b"From: <<>>,;\n"),
                *(b"Content-Type: multipart/mixed; boundary=x\n", b"\n", b"--x\n", b"--x--\n"),
                *(b"Content-Type: text/html; charset=nope\n", b"<p>La digue</p>", b"\xff\xfe"),
                *(b"Content-Transfer-Encoding: base64\n", b"=?x?b?", b"Subject: =?utf-8?b?!?=\n"),
                b"Content-Disposition: attachment; filename*=utf-9''%ff\n",
            )
        ),
        max_size=14,
    )
)
def test_a_broken_mail_is_an_article_or_a_problem(parts: list[bytes]) -> None:
    """Whatever the headers and the parts, nothing fails."""
    loaded = read_article("a.eml", b"From: a@example.org\nSubject: x\n" + b"".join(parts))

    assert loaded.articles or loaded.problems
