"""Clauses: what the headlines of a dossier say, in the length of a title.

"Gilets jaunes : le Conseil d'État valide l'usage des LBD par les policiers" has a title in it that
a desk editor wrote: "Le Conseil d'État valide l'usage des LBD".
"""

import re
from collections.abc import Iterator

from dossier.topics.headings import LONGEST, tidy

SHORTEST = 10
"""Code points of a clause that says something."""
READ = 400
"""Code points of a headline that are read: what is longer is none."""
WHOLE = 15
"""Code points of a longer clause's beginning that may stand for it, cut before what goes with it.
"""
KICKER = 3
"""Words of what stands before a headline and is none."""
NAMES = 4
"""Words of three letters and more that names have, at most, and a headline set in capitals more."""
TITLED = 0.5
"""Share of a headline's words in capitals from which it is set in them: they are no names."""
LONG = 5
"""Letters of a word that has a capital too where a headline is set in them: not "by", "with"; in
"Castaner accuse Le Pen" there is one without."""
_PARTED = re.compile(r"\s*[:;?!|]\s+|\s+[–—-]\s+|(?<=\w{3})[.…]+\s+")
_COMMA = re.compile(r",\s+")
_CUT = re.compile(
    r"\s(?:après|avant|pendant|depuis|face|lors|malgré|par|"
    r"as|after|before|amid|ahead|ending|until|for|over|during|despite|by|in)\s"
)
_ARTICLES = {
    "fr": r"(?:les?|la|une?|des|ces?|cette)\s|l['’](?=\w)",
    "en": r"(?:the|an?|this|these)\s",
}
_DONE = {
    " by ": re.compile(r"\b[a-z]+ed\Z"),
    " par ": re.compile(r"\w(?:é|[^rt]i|u|is|it|ert)e?s?\Z"),
}
"""A verb of what is done to somebody, where what is cut ends, by the word behind it."""
_SHOWN = r"(?:vid[ée]os?|photos?|images?|pictures?|infographies?|cartes?|audio|live|direct)"
_SHOWS = re.compile(rf"\s*[(\[]{_SHOWN}(?:\s?(?:[+,/&]|et|and)\s?{_SHOWN})*[)\]]", re.IGNORECASE)
"""What a headline says there is to see: "(PHOTOS + VIDEOS)"."""
_BROKEN = re.compile(r",\s+\S+$|^(?:Ce|Cet|Ces|Cette|Ceux|Celles?)\b.*\bqui\b")
"""What is cut in the middle of what a comma opens, or before what it points at: "Un otage, détenu",
"Ces secteurs qui pâtissent"."""
_FREE = {
    language: re.compile(rf"[«“\"‘]?\s?(?:[A-ZÀ-Þ0-9]|{articles})")
    for language, articles in _ARTICLES.items()
}
"""How a part of a headline begins that stands alone: a name, a quotation, or an article of its
language: "a été condamné lundi" begins with none."""
_BOUND = {
    "fr": re.compile(
        r"(?:et|mais|ou|car|que|qui|dont|où|selon|après|avant|pendant|depuis|pour|face|lors|malgré|"
        r"avec|contre|par|dans|sur|en|chez|à|au|aux|de|du|ce que|voici|si|quand|comme|reports?|"
        r"vidéos?|photos?|opinions?|ils?|elles?|on|je|j['’]|tu|nous|vous|c['’]est|"
        r"(?:re)?découvrez|retrouvez|re(?:gard|voy|viv|lis|joign)ez|suivez|lisez|(?:ré)?écoutez|"
        r"consultez|téléchargez|partagez|participez|testez|votez|cliquez|abonnez|inscrivez|"
        r"ce n['’]|l['’]une?|hier|demain|(?:la|cette) semaine (?:derni|pass|proch)\w+)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:and|but|or|as|after|before|amid|which|who|that|because|in|on|at|for|with|by|from|to|"
        r"discover|click|subscribe|sign up|find out|check out|follow|listen|read more|see also|"
        r"of|when|how|why|if|here['’]s|reports?|watch|videos?|photos?|opinion|"
        r"analysis|s?he|it|they|I|we|you)\b",
        re.IGNORECASE,
    ),
}
_THIN = {
    "fr": re.compile(r"(?:des|une?)\s\S+$", re.IGNORECASE),
    "en": re.compile(r"(?:an?|some)\s\S+$", re.IGNORECASE),
}
"""One noun behind an article that points at nothing: "des bâtiments", of a list."""
_COUNTS = {
    "fr": re.compile(
        r"(?:des|ces|cette|près de|plus de|moins de|quelques?|une \w+aine|\d+)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"(?:these|this|some|several|most|many|all|nearly|more than|at least|dozens|hundreds"
        r"|thousands|\d+)\b",
        re.IGNORECASE,
    ),
}
_AUXILIARY = re.compile(r"\b(?:is|are|was|were)\b")
"""An English verb that sentences have and headlines leave out: "Lighter winds are expected"."""
_KICKED = re.compile(
    r"^(?:[\w’'-]+ ){1,3}(?=(?:(?:Les?|La|Une?|Des|Ces?|Cette|Au|Aux|À|En|Avant|Après|Contre|Pour|"
    r"Face|Dans|Sur|Sans|Quand|Comment|Pourquoi)\s(?:[«“\"]\s?)?|L['’])[a-zà-ÿœ])"
)
"""A French kicker that nothing parts from the headline: "Incendie Les locaux sont ravagés"."""
_OPEN = re.compile(r"(?:^|\s)['‘][^'’]*$")
"""A quotation that begins and does not end."""
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))


def clauses_of(headline: str, language: str | None) -> list[str]:
    """What a headline says, and each of its parts, that may be a title; none twice.

    Not the word or two before a colon, which only say where one is; nor, in English, what commas
    part: there they list.
    """
    whole = _SHOWS.sub("", " ".join(headline[:READ].split())).strip(" .")
    if language == "fr":
        whole = _KICKED.sub("", whole)
    parts = [part.strip(" .,") for part in _PARTED.split(whole)]
    if language != "en":
        parts = [clause.strip(" .") for part in parts for clause in _COMMA.split(part)]
    if len(parts) > 1 and len(parts[0].split()) <= KICKER:
        del parts[0]
    spoken = language if language in _FREE else "en"
    every = [tidy(cut) for part in (whole, *parts) for cut in _cuts(part) if _is_one(cut, spoken)]
    return list(dict.fromkeys(every))


def _cuts(part: str) -> Iterator[str]:
    """The part; of one that is too long, its beginnings before what goes with it."""
    yield part
    if len(part) > LONGEST:
        near = _CUT.finditer(part, 0, LONGEST + WHOLE)
        cuts = (part[: m.start()] for m in near if m.start() >= WHOLE and not _by_whom(part, m))
        yield from (cut for cut in cuts if not _BROKEN.search(cut))


def _by_whom(part: str, cut: re.Match[str]) -> bool:
    """Whether a cut would part a verb from who does it: "Militias backed | by planes"."""
    done = _DONE.get(cut[0])
    return bool(done and done.search(part, 0, cut.start()))


def _is_one(part: str, language: str) -> bool:
    """Whether it is of a title's length, stands alone and closes all that it opens."""
    closed = all(part.count(one) == part.count(other) for one, other in _PAIRS)
    return (
        SHORTEST <= len(part) <= LONGEST
        and " " in part
        and closed
        and part.isprintable()
        and part.count('"') % 2 == 0
        and not _OPEN.search(part)
        and not _PARTED.search(part)
        and bool(_FREE[language].match(part))
        and not _is_of_names(part)
        and not _BOUND[language].match(tidy(part))
        and not _THIN[language].match(part)
    )


def _is_of_names(part: str) -> bool:
    """Whether it only says who: few words, each with a capital."""
    words = re.findall(r"[^\W\d_]{3,}", part)
    return len(words) <= NAMES and all(word[0].isupper() for word in words)


def is_told(clause: str, language: str | None) -> bool:
    """Whether it is written as sentences are and no headline: "Des milliers de", "Winds are"."""
    opens = _COUNTS[language if language in _COUNTS else "en"].match(clause)
    return bool(opens) or (language == "en" and bool(_AUXILIARY.search(clause)))


def in_small_letters(title: str, text: str) -> str:
    """A title set in capitals as a sentence has it: small where ``text`` writes the word so."""
    words = title.split()
    capitals = sum(word[0].isupper() for word in words)
    is_set = all(word[0].isupper() for word in words if len(word) >= LONG and word[0].isalpha())
    if len(words) < 2 or not is_set or capitals < TITLED * len(words):
        return title
    return " ".join([words[0], *(_small(word, text) for word in words[1:])])


def _small(word: str, text: str) -> str:
    """The word in small letters, if the text has it so and not more often in capitals."""
    small = word.lower()
    if not word.istitle():
        return word
    written = len(re.findall(rf"\b{re.escape(small)}\b", text))
    return (
        small
        if written > len(re.findall(rf"(?<=[a-zà-ÿœ,] )\b{re.escape(word)}\b", text))
        else word
    )
