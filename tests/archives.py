"""Exports of press archives, made in the layouts that the archives have.

The layouts are those of real exports; the words are ours.
"""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Piece:
    """One article, before an archive had it."""

    title: str = "La crue coupe deux routes"
    outlet: str = "Le Courrier du Val"
    byline: str = "Jeanne Martin"
    section: str = "Région"
    paragraphs: tuple[str, ...] = ("La rivière est sortie de son lit.", "Le pont est fermé.")


FLOOD = (
    Piece(),
    Piece(
        "“We saw nothing”: a mayor & his bridge",
        "The Daily Post",
        "Ann O'Neil",
        "News",
        ("The bridge will stay shut until June, he said.", "Nobody was hurt <so far>."),
    ),
    Piece("Das Wasser steigt", "Neue Zeitung", "Max Weiß", "Lokales", ("Die Brücke ist zu.",)),
)
"""Three articles, published on the 3rd, the 4th and the 5th of December 2025."""


def lexisnexis_text(pieces: Sequence[Piece], *, french: bool = False) -> bytes:
    """Plain text, in windows' lines, under a cover."""
    of, word = ("de", "Document {} de {}") if french else ("of", "{} of {} DOCUMENTS")
    byline, section, length = (
        ("AUTEUR", "RUBRIQUE", "LONGUEUR") if french else ("BYLINE", "SECTION", "LENGTH")
    )
    parts = ["Download Request: Selected Items: 1-3", f"Terms: crue {of} Val"]
    for number, piece in enumerate(pieces, 1):
        day = f"{number + 2} décembre 2025 mercredi" if french else f"December {number + 2}, 2025"
        parts += [f"{'':30}{word.format(number, len(pieces))}", f"{'':34}{piece.outlet}"]
        parts += [f"{'':28}{day}\n{'':30}Edition 1", piece.title]
        parts += [f"{byline}: By {piece.byline}", f"{section}: {piece.section}; Pg. 3"]
        parts += [f"{length}: 355 words", *piece.paragraphs]
        parts += ["LANGUAGE: ENGLISH", "GRAPHIC: A bridge", f"{'':20}Copyright 2025 {piece.outlet}"]
    return b"\xef\xbb\xbf" + "\n\n".join(parts).replace("\n", "\r\n").encode()


def lexisnexis_page(pieces: Sequence[Piece], *, last_is_broken: bool = False) -> bytes:
    """A page with a division for each particular, and divisions left open between documents."""
    made = []
    for number, piece in enumerate(pieces, 1):
        fields = [f"{number} of 3 DOCUMENTS", piece.outlet, f"December {number + 2}, 2025 Monday"]
        fields += [piece.title, f"BYLINE: {piece.byline}", f"SECTION: {piece.section}"]
        fields += ["LENGTH: 121 words"]
        body = "".join(
            f'<P CLASS="c9"><SPAN>{escape(one)}</SPAN></P>\n' for one in piece.paragraphs
        )
        divs = [f'<P CLASS="c1"><SPAN>{escape(field)}</SPAN></P>' for field in fields]
        divs += [body, "<P>LANGUAGE: ENGLISH</P>", "<P>Copyright 2025 A Company</P>"]
        if last_is_broken and number == len(pieces):
            divs = ["<P>We are sorry but there is an error in this document.</P>"]
        shown = "".join(f'<BR><DIV CLASS="c5">{div}\n</DIV>\n' for div in divs)
        made.append(
            f"<!-- Hide XML section from browser\n<DOC NUMBER={number}>\n<DOCFULL> -->\n{shown}"
            '<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n<DIV CLASS="c10"/>\n'
        )
    return f"<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY>{''.join(made)}</BODY></HTML>".encode()


def nexis_word(pieces: Sequence[Piece]) -> bytes:
    """A Word file, with a cover that lists what is in it."""
    lines = ["Date and Time: Friday, 5. December 2025 09:31:00 CET", f"Documents ({len(pieces)})"]
    lines += [f"{number}. {piece.title}" for number, piece in enumerate(pieces, 1)]
    for number, piece in enumerate(pieces, 1):
        lines += [piece.title, piece.outlet, f"December {number + 2}, 2025 Monday 9:20 AM GMT"]
        lines += [f"Copyright 2025 {piece.outlet}", f"Section: {piece.section}; Version:2"]
        lines += ["Length: 355 words", f"Byline: {piece.byline}", "Body", *piece.paragraphs]
        lines += ["Load-Date: December 9, 2025", "End of Document"]
    return word("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines))


def word(paragraphs: str, head: str = "") -> bytes:
    """A Word file of paragraphs in its own XML, the same bytes at any hour."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        xml = f'<w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
        part = zipfile.ZipInfo("word/document.xml")
        part.compress_type = zipfile.ZIP_DEFLATED
        file.writestr(part, f'<?xml version="1.0" encoding="UTF-8"?>{head}{xml}')
    return packed.getvalue()


def factiva_page(pieces: Sequence[Piece]) -> bytes:
    """A page without codes, as the German site makes it."""
    made = []
    for number, piece in enumerate(pieces, 1):
        lines = [piece.byline, "664 Wörter", f"{number + 2} Dezember 2025", "12:30", piece.outlet]
        lines += ["COVA", "Deutsch", f"(c) 2025 {piece.outlet}"]
        text = "".join(
            f'<p class="articleParagraph dearticleParagraph">{escape(one)}\n</p>'
            for one in piece.paragraphs
        )
        made.append(
            f'<div class="article deArticle"><p><div>{escape(piece.section)}</div>'
            f"<div id=\"hd\"><span class='deHeadline'>{escape(piece.title)}</span></div>"
            + "".join(f"<div>{escape(line)}\n</div>" for line in lines)
            + f"</p>{text}<p>Dokument COVA00002025120{number}elc30000r\n</p></div><br/>"
        )
    foot = "<div>Gefundene Ergebnisse 2,654</div>"
    return f"<!DOCTYPE html><html><body>{''.join(made)}{foot}</body></html>".encode()


def factiva_coded(pieces: Sequence[Piece]) -> bytes:
    """A page with codes, as the French site makes it."""
    made = []
    for number, piece in enumerate(pieces, 1):
        text = "".join(f'<p class="articleParagraph">{escape(one)}</p>' for one in piece.paragraphs)
        rows = (
            *(("SE", piece.section), ("HD", f"<b>{escape(piece.title)}</b>")),
            *(("BY", f"Par {escape(piece.byline)}"), ("WC", "295 mots")),
            *(("PD", f"{number + 2} décembre 2025"), ("SN", escape(piece.outlet)), ("TD", text)),
            *(("RE", "fra : France"), ("AN", f"Document COVA00002025120{number}elc30000r")),
        )
        cells = "".join(
            f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'
            for code, value in rows
        )
        made.append(f'<div class="article frArticle"><table>{cells}</table><br/></div><br/>')
    return f"<!DOCTYPE html><html><body>{''.join(made)}</body></html>".encode()


def factiva_xml(pieces: Sequence[Piece]) -> bytes:
    """XML, under a byte order mark."""
    made = []
    for number, piece in enumerate(pieces, 1):
        text = "".join(f"<paragraph>{escape(one)}</paragraph>" for one in piece.paragraphs)
        made.append(
            f"<ppsarticle><article><accessionNo>COVA{number}</accessionNo>"
            f"<byline>{escape(piece.byline)}</byline><copyright>(c) 2025</copyright>"
            f"<headline><paragraph>{escape(piece.title)}</paragraph></headline>"
            f"<tailParagraphs>{text}</tailParagraphs><publicationDate><dateTime>"
            f"2025-12-0{number + 2}T01:35:58Z</dateTime></publicationDate>"
            f"<sectionName>{escape(piece.section)}</sectionName>"
            f"<sourceName>{escape(piece.outlet)}</sourceName></article></ppsarticle>"
        )
    space = "http://global.factiva.com/pps/2.0"
    return (
        f'\ufeff<?xml version="1.0" encoding="utf-8"?><PPSResponse><ppsArticleResponse xmlns="'
        f'{space}">{"".join(made)}</ppsArticleResponse></PPSResponse>'
    ).encode()


def europresse(pieces: Sequence[Piece]) -> bytes:
    """A page of the layout of today."""
    made = []
    for number, piece in enumerate(pieces, 1):
        text = "".join(f"<p>{escape(one)}</p> " for one in piece.paragraphs)
        made.append(
            f'<article> <header> <div> <span class="DocPublicationName">{escape(piece.outlet)}   '
            f'</span> </div> <div> <span class="DocHeader">{escape(piece.section)}, mercredi '
            f"{number + 2} décembre 2025, p. 16</span> </div> <div><p>MÉTÉO</p></div> "
            f'<div class="titreArticle"> <p class="titreArticleVisu">{escape(piece.title)}</p> '
            f"</div> <div>{escape(piece.byline)}</div> </header> <section> "
            f"<div class=\"DocText\"> <div class='docOcurrContainer'> {text}</div> </div> "
            "</section> <aside> <div> <b>Note(s) : </b> </div> </aside> <footer> "
            f"<small>© 2025 Val. Tous droits réservés.</small> <p>Numéro de document : "
            f"news·2025120{number}·VAL·0q15_{number}</p> </footer> </article>"
        )
    head = '<head><meta charset="utf-8"></head>'
    return f"<!DOCTYPE html><html>{head}<body>{''.join(made)}</body></html>".encode()


def europresse_old(pieces: Sequence[Piece]) -> bytes:
    """A page of the layout of 2012: it declares another encoding than it is written in."""
    made = []
    for number, piece in enumerate(pieces, 1):
        text = "<p></p>".join(map(escape, piece.paragraphs))
        made.append(
            f'<table><tr><td><span class="DocPublicationName">{escape(piece.outlet)}, no. 5968'
            f'</span><br><span class="DocHeader">{escape(piece.section)}, </span>'
            f'<span class="DocHeader">mercredi </span><span class="DocHeader">{number + 2} '
            f'décembre 2025</span><br><br><span class="TitreArticleVisu">{escape(piece.title)}'
            f"</span><br><br>{escape(piece.byline)}<br><p></p>{text}<p></p><b><i>© 2025 Val. Tous "
            f"droits réservés.</i></b><p></p>Numéro de document : news·2025120{number}·HU·175071"
            "<br><table><tr><td>Ce certificat est émis à <b>Université</b>.</td></tr></table>"
            "</td></tr></table><p><br>"
        )
    head = '<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'
    return f"<html><head>{head}</head><body>{''.join(made)}</body></html>".encode()


def newsapi(pieces: Sequence[Piece]) -> bytes:
    """An answer as JSON, its texts cut."""
    made = [
        {
            "source": {"id": None, "name": piece.outlet},
            "author": piece.byline,
            "title": piece.title,
            "description": piece.paragraphs[0] if piece.paragraphs else None,
            "url": f"https://example.org/{number}",
            "publishedAt": f"2025-12-0{number + 2}T10:02:24Z",
            "content": "\r\n".join(piece.paragraphs[1:]) + " [+2608 chars]",
        }
        for number, piece in enumerate(pieces, 1)
    ]
    return json.dumps({"status": "ok", "articles": made}, ensure_ascii=False).encode()


LAYOUTS: dict[str, Callable[[Sequence[Piece]], bytes]] = {
    "lexisnexis.txt": lexisnexis_text,
    "lexisnexis.html": lexisnexis_page,
    "nexis.docx": nexis_word,
    "factiva.html": factiva_page,
    "factiva-fr.html": factiva_coded,
    "factiva.xml": factiva_xml,
    "europresse.html": europresse,
    "europresse-2012.html": europresse_old,
    "newsapi.json": newsapi,
}
"""Every layout, by a name for its file."""
