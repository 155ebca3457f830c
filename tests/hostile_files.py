"""A folder such as a hostile world would give: made by code, nothing of it is kept."""

import os
from pathlib import Path

BODY = (
    "Le conseil a voté mardi la fermeture du pont. Jeanne Martin, la maire, a dit : « C'est fini. »"
    "\n\nLe préfet Paul Durand a répondu à Lyon le 3 décembre 2025 ; l'eau a monté de 12 %.\n"
)

TEXTS: dict[str, str] = {
    "escapes": f"La crue \x1b[31mmonte\x1b[0m\n\n{BODY}\x1b]52;c;cm0=\x07 \x9b1m \x1b[?1049l.",
    "markup": f"[red]La crue[/] [@click=app.quit]monte[/]\n\n{BODY}[/x] [link=file:x]y[/] \\[b].",
    "direction": f"La \u202eeurc\u202c \u2066monte\u2069 \u061c\u200b\ufeff\n\n{BODY}\u202e fin.",
    "controls": f"La\x00 crue monte\n\n{BODY}NUL \x00, \x07, \x08, \x7f puis \x85 et \x0b.",
    "punctuation": "... !!! ??? --- ;;; ,,,\n***\n« »\n",
    "families": "👩‍👩‍👧‍👦👩🏽‍🚀 " * 200,
    "accents": f"La crue\n\ne{'́' * 10_000} monte. Une autre ici.\n\n{BODY}",
    "tabs": f"La crue\tmonte\n\n\t\tLe\tconseil a\tvoté mardi.\t\n{BODY}",
    "separators": f"La crue\u2028monte\u2029{BODY}",
    "long-word": f"La crue\n\n{'a' * 50_000} fin. {BODY}",
    "headings": "\n\n".join(f"Titre numéro {n}\n\nLe pont {n} est fermé." for n in range(300)),
    "right-to-left": "قال الوزير إن الجسر مغلق. وأضاف أن العمل مستمر؟ نعم. Lyon est là. " * 20,
    "wide": "橋は閉鎖された。市長は「残念だ。」と述べた。" * 100,
    "astral": f"𝕃𝕒 crue 🌊 monte\n\n🌊 {BODY}",
}
"""What texts hold that a terminal, a markup or a rule could stumble over, by what it is."""

NAMES = (
    "a\nb",
    "a\x1b[31mb",
    "[red]x[@click=app.quit]y",
    "a\u202etxt.exe",
    "-rf",
    "--json",
    "a#p1",
    "%s{0}",
    " ",
)
"""What files are called."""


def make_hostile(folder: Path) -> Path:
    """Fill a folder: every text, every name, a broken file, links to nowhere and to themselves."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    for name in NAMES:
        (folder / f"{name}.txt").write_text(f"La crue monte\n\n{BODY}", encoding="utf-8")
    (folder / "crlf.txt").write_bytes(b"\xef\xbb\xbf" + BODY.replace("\n", "\r\n").encode())
    (folder / "wide-bytes.txt").write_bytes(BODY.encode("utf-16"))
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "white.txt").write_text(" \n\t\u2003\n", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.txt")).write_text(BODY, encoding="utf-8")
    (folder / "dead.txt").symlink_to("nowhere")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    return folder
