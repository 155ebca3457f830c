"""Reasons: why words are a name, a date, a figure, or somebody's, in the reader's language.

The model gives its reasons in English; each is one of the sentences here, and is said by the
catalogue. A reason that is none of them stands as it is.
"""

from datetime import date

from tui.dates import long_date
from tui.retelling import retold
from tui.wording import say

REASONS = (
    # of dates
    "written in full",
    "a time of day",
    "a decade",
    "a date that cannot be placed",
    "from a year to another",
    "no such day of the month is near the article's date",
    "whether it is past or to come is not known",
    "the year cannot be told",
    "the article gives the year elsewhere",
    "another article gives the year",
    "the article's own date is not known",
    "no day is named before",
    "what it is told from is not known",
    "nearest to the article's date, {day}",
    "nearest to the day named before, {day}",
    "the next one after the article's date, {day}",
    "the last one before the article's date, {day}",
    "the next one after the day named before, {day}",
    "the last one before the day named before, {day}",
    "told from the article's date, {day}",
    "told from the day named before, {day}",
    "told from {day}",
    # of figures
    "a count",
    "a figure",
    "a measure",
    "a number",
    "a share",
    "a sum",
    "an ordinal",
    # of one name
    "in the list of places",
    "in the list of bodies",
    "in the list of events and works",
    "in the list of well-known persons",
    "well known by that name",
    "a given name",
    "a capital inside a sentence",
    "a capital inside it",
    "a name of three words and more",
    "letters between hyphens",
    "capitalised",
    "followed by an age",
    "joined by “&”",
    "joined by “-e-”",
    "made as places' names are",
    "several, named after a place",
    "named after a person",
    "numbered as models are",
    "numbered as roads are",
    "opens with capitals",
    "told by where it is",
    "recognised by the language model",
    "the head word of a body",
    "two capitals or more",
    "written in capitals",
    "a name made with “{word}”",
    "a name that opens with {name}",
    "after “{word}”",
    "before “{word}”",
    "ends in {word}",
    "from {first} to {last}",
    "given name of {name}",
    "named beside {name}",
    "opens with the given name {name}",
    "opens with “{word}”",
    "opens with {word}",
    "set beside “{word}”",
    "stands for {name}",
    "surname of {name}",
    # of two names of one
    "by far the most named of that surname",
    "its head word, of one body alone",
    "its initials",
    "the firm with its form",
    "in brackets beside it",
    "more than one bears the name",
    "said by the reader",
    "the only one of that given name in the article",
    "the only one of that surname in the article",
    "the only one of that surname",
    "two names of one in the lists",
    "two spellings of one sound",
    "the same words",
    "one name goes on where the other ends",
    "same given name, surnames a letter apart",
    "same surname, given names a letter apart",
    "same surname, same given name",
    "same surname, {short} for {long}",
    "same surname, {one} = {other}",
    # of who says some words
    "said so, after the words",
    "said so, before the words",
    "said so, within the words",
    "said so, after the next words",
    "he or she said so, before the words",
    "according to",
    "according to him or her",
    "said by",
    "said by nobody",
    "signed",
    "before a colon",
    "in the words of",
    "goes on speaking",
    "named just before the words",
    "named just after the words",
    "whom the sentence is about",
    "says the same words elsewhere in the article",
)
"""What the model says of them; of two that fit, the first."""


def reason(why: str) -> str:
    """A reason in the reader's language; of "Ushakov = Ouchakov: …", what follows the names."""
    names, colon, rest = why.rpartition(": ")
    said = retold(rest, REASONS, _filled)
    return say("{name}: {value}", name=names, value=said) if colon else said


def _filled(name: str, words: str) -> str:
    return _day(words) if name == "day" else words


def _day(written: str) -> str:
    """A day as the reader's language writes it; as it is when it is none."""
    try:
        return long_date(date.fromisoformat(written))
    except ValueError:
        return written
