"""Runs: what a group of sentences keeps writing, in any language, as the text writes it.

The only titles that a language whose frames are not known can give: a noun phrase where it can be
told by its shape, never a stem. Families of words count as one: a title is then the form that
stands as the head of a phrase, where an ending tells it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

from dossier.language import fold, stop_words
from dossier.topics.phrases import goes_before
from dossier.topics.words import WORD, is_unspaced, silent_words, terms_of

MOST = 9
"""Runs told at most."""
SHORT = 2
"""Letters of a word that cannot open or close a run."""
ALONE = 0.6
"""What a word alone counts, beside a phrase."""
_UNSPACED_LANGUAGES = ("ja", "zh", "th", "lo", "km", "my")
"""Languages that put no space between words: a Latin word in small letters is code there."""
_SPACED = re.compile(r"[^\s_=<>/\"#@:.,;()«»“”]+(?: [^\s_=<>/\"#@:.,;()«»“”]+)*")
"""Words of one phrase; not a hashtag, an address or what is left of a page's markup."""
_LETTERS = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(
    r"(?:https?:|www\.)\S+|\b[\w.-]{1,60}@\S+|\b[\w-]{1,60}\.[a-z]{2,4}\b(?:/\S*)?"
)
"""An address of the web or of mail, or the name of a file: no part of one is a title."""
_HIRAGANA = re.compile("[\u3040-\u309f]")
_JOINED = re.compile("[\u3040-\u309f]+|[^\u3040-\u309f]+")
_KATAKANA = re.compile("[\u30a0-\u30ff]+")
_OF = "の"
LONGEST = 8
"""Letters of a run where words are not parted; of two joined by "of", two more."""
_NOMINATIVE = re.compile("(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$")
_RUSSIAN_ADJECTIVE = re.compile(
    "(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими)$"
)
_RUSSIAN_VERB = re.compile("(?:[еёи]т|[уюая]т|л|л[аио]|ть|с[яь]|ен|ены?|но)$")
_ARABIC_VERB = re.compile("^(?:و[تيأ]|ي)|[^اي]ت$")
_VERB = re.compile("(?:er|ir|[eiu]e|[eiu]es|[dlnsp]u|ant|ait|aient|s?ent)$")
_ENGLISH_VERB = re.compile("(?:ed|ing|ly)$")
_LINKS = frozenset(("de", "du", "des", "d'", "a", "au", "la", "l'"))
_ENGLISH_LINKS = frozenset(("of", "the"))
_ARTICLE, _SON = "ال", ("بن", "آل")


def repeated(own: Sequence[str], every: Sequence[str], language: str | None = None) -> list[str]:
    """What the sentences ``own`` keep writing and the others do not, the most telling first."""
    inside: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in own:
        found = dict(_runs(text, language))
        inside.update(set(found.values()))
        for form, key in found.items():
            forms[key][form] += 1
    told = {key for key, times in inside.items() if times > 1}
    whole: Counter[str] = Counter()
    for text in every:
        whole.update({key for _, key in _runs(text, language)} & told)
    usual = len(own) / max(1, len(every))

    def tells(key: str) -> float:
        parts = len(key.split()) if " " in key or not is_unspaced(key) else len(key) / 3
        weight = ALONE if parts == 1 else 1.0
        return weight * inside[key] * log(inside[key] / (whole[key] * usual)) * sqrt(parts)

    marking = [key for key in told if inside[key] > whole[key] * usual]
    ranked = sorted(marking, key=lambda key: (-tells(key), key))[:MOST]
    return [_as_title(forms[key]) for key in ranked]


def is_nounlike(run: str, language: str | None, text: str = "") -> bool:
    """Whether a run of French or English words may be a noun phrase: no form of a verb in it.

    ``text`` is where it stands: it is no infinitive there, nor a part of a longer name.
    """
    first, *rest = (fold(word) for word in run.replace("’", "'").replace("'", "' ").split())
    verb, links = (_ENGLISH_VERB, _ENGLISH_LINKS) if language == "en" else (_VERB, _LINKS)
    small = silent_words(language) | stop_words(language or "")
    if language == "en" and rest and verb.search(rest[-1]):
        return False
    if language == "fr" and goes_before((rest or [first])[-1]):
        return False
    if verb.search(first) or any(word in small and word not in links for word in rest):
        return False
    named = r"| [A-ZÀ-Þ]" if run.split()[-1][0].isupper() else ""
    cut = re.compile(rf"(?:\bto (?i:{re.escape(run)})\b)|(?i:{re.escape(run)})(?:-{named})")
    return not cut.search(text)


def _as_title(forms: Counter[str]) -> str:
    """The form that stands for all: the most frequent, before others one that heads a phrase."""

    def order(form: str) -> tuple[bool, int, str]:
        oblique = " " in form and not _NOMINATIVE.search(form.split()[0])
        return oblique and any(_NOMINATIVE.search(f.split()[0]) for f in forms), -forms[form], form

    best = min(forms, key=order)
    return best[0].upper() + best[1:]


def _runs(text: str, language: str | None) -> Iterator[tuple[str, str]]:
    """The runs of the text, each with the key of its family."""
    silent = silent_words(language)
    text = _ADDRESS.sub(_hidden, text)
    words = list(WORD.finditer(text))
    unspaced = language in _UNSPACED_LANGUAGES
    for i, match in enumerate(words):
        if is_unspaced(match[0]):
            yield from ((run, run) for run in _unspaced(match[0], silent))
            continue
        for size, last in enumerate(words[i : i + 3], 1):
            run = text[match.start() : last.end()]
            if not _SPACED.fullmatch(run) or not _LETTERS.search(run):
                break
            ends = match[0], last[0]
            if unspaced and run.islower() and run.isascii():
                continue
            if min(map(len, ends)) > SHORT and not silent.intersection(map(fold, ends)):
                key = " ".join(terms_of(run, language))
                if key and _is_phrase(run.split(" "), size, language):
                    yield run, key


def _hidden(match: re.Match[str]) -> str:
    return "/" * len(match[0])


def _is_phrase(words: Sequence[str], size: int, language: str | None) -> bool:
    """Whether words may be one noun phrase, where the language shows it."""
    if language == "ar" and size > 1:
        rest = words[1:]
        told = all(word.startswith(_ARTICLE) or word in _SON for word in rest) or _SON[0] in rest
        return told and not _ARABIC_VERB.search(words[0])
    if language == "ru" and size > 1:
        named = all(word[0].isupper() for word in words)
        noun = not _RUSSIAN_VERB.search(words[-1])
        return named or bool(size == 2 and noun and _RUSSIAN_ADJECTIVE.search(words[0]))
    return True


def _unspaced(run: str, silent: frozenset[str]) -> Iterator[str]:
    """Runs of two to eight letters that do not begin or end with what joins words."""
    parts = _JOINED.findall(run)
    for i, part in enumerate(parts):
        if _HIRAGANA.match(part):
            continue
        yield from _pieces(part, silent)
        if parts[i + 1 : i + 2] == [_OF] and i + 2 < len(parts):
            joined = part + _OF + parts[i + 2]
            if len(joined) <= LONGEST + 2:
                yield joined


def _pieces(part: str, silent: frozenset[str]) -> Iterator[str]:
    """Runs of two to eight letters; a word of katakana is not cut."""
    inside = {i for m in _KATAKANA.finditer(part) for i in range(m.start() + 1, m.end())}
    for start in range(len(part)):
        for end in range(start + 2, min(len(part), start + LONGEST) + 1):
            piece = part[start:end]
            whole = not inside.intersection((start, end))
            if whole and silent.isdisjoint((piece[0], piece[-1])) and _opens(piece[0]):
                yield piece


def _opens(letter: str) -> bool:
    """Whether a run may begin with the letter: not with a mark written onto the one before."""
    return not re.match(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u17b4-\u17d3\u102b-\u103e]", letter)
