"""Press-like texts for Hypothesis: openings, pieces, and the characters that break programs.

Random characters met no rule in thousands of texts; these are put together from what pages are
made of, so that every rule has something to find, in an order no page would have.
"""

from hypothesis import strategies as st

HOSTILE = (
    *("\x00", "\x07", "\x1b[31m", "\x1b]0;x\x07", "\x85", "\u2028", "\x0b", "\x0c", "\t", "\ufffd"),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\u00ad",
        "\U000e0041",
        "e\u0301",
        "ﷺ",
        "漢字",
        "مرحبا",
    ),
    *("[red]", "[/]", "[@click=app.quit]", "<b>", "&amp;", "`", "**", "_", "\\", "^[1]"),
    "👩\u200d👩\u200d👧",
)
"""What a terminal, a markup language or a renderer could take for an order."""

OPENINGS = (
    "Home Actualité",
    "Accueil > Monde > Europe",
    "La crue surprend la vallée et coupe deux routes",
    "Council votes to sell the old harbour after nine years of debate",
    "by charles",
    "Édité par : Jeanne Martin",
    "Par Jeanne Martin avec AFP",
    "Publié le 3 décembre 2025 à 10h12",
    "Mise à jour : 03-12-2025",
    "Ukraine, Russie",
    "LYON (AFP) — La mairie a voté mardi la fermeture du pont.",
    "STRASBOURG | Les secours étaient toujours engagés mercredi dans la vallée.",
    "Introduction",
    "Contexte et objet",
)
"""Lines that stand above a text."""

PIECES = (
    "La rivière est sortie de son lit, a dit M. Bernard. Elle a pris le pont ; nul n'est blessé.",
    "« Nous n'avions rien vu de tel. C'est fini », a déclaré la préfète J. Le Goff, à 19 h 40.",
    "The court heard Mr. Smith at 9 a.m. on Tuesday. “I was not there. I never was,” he said.",
    "Le club a perdu la finale 3-2 ; l'entraîneur dit « un soir sans jambes »… Il part en juin.",
    "Points de désaccord",
    "Ce que l'on sait",
    "- le prix de l'eau ;",
    "• The bridge will be closed until June.",
    "1. Les faits",
    "2. Les suites",
    "À lire aussi : la crue de 1910, racontée par ceux qui l'ont vue",
    "Read more: the harbour's long decline",
    "https://example.org/a/b?c=1#d",
    "Leave a Comment",
    "Partager",
    "© AFP",
    "Sources",
    "* * *",
    "Le tribunal a tranché lundi.Le gérant fait appel. Elle doit 3.200.000 euros, soit 12,5 %.",
    "Selon elle, le vote aura lieu le 1er mars 2026 (déclaration AFP).",
    "Jean Martin/Agence",
    "قال الوزير إن الجسر مغلق. وأضاف أن العمل مستمر؟ نعم.",
    "橋は閉鎖された。市長は「残念だ。」と述べた。",
)
"""What texts are made of: passages, headings, items, furniture."""

_BREAKS = st.sampled_from(("\n", "\n\n", "\n\n\n", "\r\n", "\r", " ", "", "\u2028", "\n \u00a0\n"))


def press_text(*, hostile: bool = True, most: int = 12) -> st.SearchStrategy[str]:
    """Texts put together from openings and pieces, with hostile characters let in if asked."""
    parts = [st.sampled_from(OPENINGS), st.sampled_from(PIECES), st.sampled_from(PIECES)]
    if hostile:
        parts += [st.sampled_from(HOSTILE), st.text(max_size=20)]
    piece = st.tuples(st.one_of(parts), _BREAKS).map("".join)
    return st.lists(piece, max_size=most).map("".join)


def passages(*, most: int = 6) -> st.SearchStrategy[str]:
    """One running paragraph of a few sentences, on one line."""
    return st.lists(st.sampled_from(PIECES[:4]), min_size=1, max_size=most).map(" ".join)


def articles(*, hostile: bool = False) -> st.SearchStrategy[tuple[str, str]]:
    """A file name and the text of an article that has a headline and something to read."""
    names = st.from_regex(r"[a-z]{1,6}[0-9]{0,3}\.txt", fullmatch=True)
    body = st.tuples(
        st.sampled_from(OPENINGS[2:4]), passages(), press_text(hostile=hostile, most=6)
    )
    return st.tuples(names, body.map("\n\n".join))


def any_bytes() -> st.SearchStrategy[bytes]:
    """Bytes of any file: press texts in several encodings, and noise."""
    encoded = st.tuples(
        press_text(),
        st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252", "mac-roman", "latin-1")),
    ).map(lambda pair: pair[0].encode(pair[1], "replace"))
    return st.one_of(st.binary(max_size=400), encoded)
