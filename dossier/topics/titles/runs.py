"""Runs: what a group of sentences keeps writing, in any language, as the text writes it.

The only titles that a language whose frames are not known can give: a noun phrase where it can be
told by its shape, never a stem. Families of words count as one: a title is then the form that
stands as the head of a phrase, where an ending tells it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log, sqrt

from dossier.language import fold
from dossier.topics.titles.shapes import Place, is_phrase
from dossier.topics.words import READ_ONCE, WORD, is_unspaced, silent_words, terms_of

MOST = 9
"""Runs told at most."""
SHORT = 2
"""Letters of a word that cannot open or close a run."""
ALONE = 0.6
"""What a word alone counts, beside a phrase."""
COMPOUND = 18
"""Letters of German that one word counts in full for: "Tote" says less than "Todesopfer"."""
WHOLE = 0.7
"""Share of its places in which a run is a part of a longer one, to be no word of its own."""
_UNSPACED_LANGUAGES = ("ja", "zh", "th", "lo", "km", "my")
"""Languages that put no space between words: a Latin word in small letters is code there."""
_SPACED = re.compile(r"[^\s_=<>/\"#@:.,;()«»“”]+(?: [^\s_=<>/\"#@:.,;()«»“”]+)*")
"""Words of one phrase; not a hashtag, an address or what is left of a page's markup."""
_LETTERS = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(
    r"(?:https?:|www\.)\S+|\b[\w.-]{1,60}@\S+|\b[\w-]{1,60}\.[a-z]{2,4}\b(?:/\S*)?"
)
"""An address of the web or of mail, or the name of a file: no part of one is a title."""
_CLOSE = (" ", "'", "’", "\u00a0")
_OPENING = re.compile(r"[.:!?…«»„“”\"–—]")
_WRITTEN = re.compile(r"[^\s'’]+")
_HIRAGANA = re.compile("[\u3040-\u309f]")
_JOINED = re.compile("[\u3040-\u309f]+|[^\u3040-\u309f]+")
_KATAKANA = re.compile("[\u30a0-\u30ff]+")
_OF = "の"
LONGEST = 8
"""Letters of a run where words are not parted; of two joined by "of", two more."""
_NOMINATIVE = re.compile("(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$")


def repeated(own: Sequence[str], every: Sequence[str], language: str | None = None) -> list[str]:
    """What the sentences ``own`` keep writing and the others do not, the most telling first."""
    inside: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in own:
        found = dict(runs_once(text, language))
        inside.update(set(found.values()))
        for form, key in found.items():
            forms[key][form] += 1
    told = {key for key, times in inside.items() if times > 1}
    whole: Counter[str] = Counter()
    for text in every:
        whole.update({key for _, key in runs_once(text, language)} & told)
    usual = len(own) / max(1, len(every))

    def tells(key: str) -> float:
        spaced = not is_unspaced(key)
        parts = len(key.split()) if spaced else len(key) / 3
        weight = ALONE if spaced and parts == 1 else 1.0
        if weight < 1 and language == "de":
            weight = min(ALONE, len(min(forms[key], key=len)) / COMPOUND)
        return weight * inside[key] * log(inside[key] / (whole[key] * usual)) * sqrt(parts)

    runs = {key for key in told if is_unspaced(key)}
    cut = {part for run in runs for part in _parts(run) & runs if _is_cut(part, run, inside)}
    marking = [key for key in told - cut if inside[key] > whole[key] * usual]
    ranked = sorted(marking, key=lambda key: (-tells(key), key))[:MOST]
    return [_as_title(forms[key]) for key in ranked]


@lru_cache(maxsize=READ_ONCE)
def runs_once(text: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """The runs of a sentence, each with the key of its family: each topic asks for those of all."""
    return tuple(_runs(text, language))


def _parts(run: str) -> set[str]:
    """All that can be cut out of a run."""
    size = len(run)
    return {run[i:end] for i in range(size) for end in range(i + 2, size + 1)} - {run}


def _is_cut(part: str, run: str, times: Counter[str]) -> bool:
    """Whether a part is hardly written but inside the run."""
    return times[run] >= WHOLE * times[part]


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
        place = _place(text, words, i)
        for at, last in enumerate(words[i : i + 3], i):
            run = text[match.start() : last.end()]
            if not _SPACED.fullmatch(run) or not _LETTERS.search(run):
                break
            ends = match[0], last[0]
            if unspaced and run.islower() and run.isascii():
                continue
            if min(map(len, ends)) > SHORT and not silent.intersection(map(fold, ends)):
                key = " ".join(terms_of(run, language))
                cut = _goes_on(text, words, at)
                if key and is_phrase(_WRITTEN.findall(run), place._replace(cut=cut), language):
                    yield run, key


def _hidden(match: re.Match[str]) -> str:
    return "/" * len(match[0])


def _place(text: str, words: Sequence[re.Match[str]], i: int) -> Place:
    """Where the word stands in its sentence."""
    if not i:
        return Place("", opens=True)
    before = words[i - 1]
    gap = text[before.end() : words[i].start()]
    if gap not in _CLOSE:
        return Place("", opens=bool(_OPENING.search(gap)))
    return Place(fold(before[0]), opens=False)


def _goes_on(text: str, words: Sequence[re.Match[str]], i: int) -> bool:
    """Whether a word with a capital follows, or one behind a short word: "Maurizio | de Lucia"."""
    end, behind = words[i].end(), [word[0] for word in words[i + 1 : i + 3]]
    if not behind or text[end : words[i + 1].start()] != " ":
        return False
    return behind[0][0].isupper() or (len(behind[0]) == SHORT and behind[-1][0].isupper())


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
            if (
                whole
                and piece not in silent
                and silent.isdisjoint((piece[0], piece[-1]))
                and _opens(piece[0])
            ):
                yield piece


def _opens(letter: str) -> bool:
    """Whether a run may begin with the letter: not with a mark written onto the one before."""
    return not re.match(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u17b4-\u17d3\u102b-\u103e]", letter)
