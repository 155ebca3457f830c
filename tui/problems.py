"""Problems: what is wrong in a file, in the reader's language.

The words of the system and of the libraries that read a file (``{error}``) stay as they are.
"""

import re

from tui.retelling import retold
from tui.wording import say

PROBLEMS = (
    # of a line
    "Line {n} is not UTF-8; nothing in the file counts until it is saved as such.",
    "Line {n}: {error}. Nothing in the file counts until this is put right.",
    "Line {n}: {why}",
    "line {n}: {why}",
    # of a folder and its files
    "Cannot be listed: {error}.",
    "This file cannot be read ({why}); it was left out.",
    "more than {n} megabytes",
    "nothing is written into this pipe",
    "This is a link to another folder; it was left out.",
    "This is not a file to read; it was left out.",
    "This is data ({kind}), not an article; it was left out.",
    "This is data ({kind}), not an article; it was left out, and so was 1 more such file.",
    "This is data ({kind}), not an article; it was left out, and so were {n} more such files.",
    "A browser saved this folder with a page; it was left out.",
    "A browser saved this folder with a page; it was left out, and so was 1 more such folder.",
    "A browser saved this folder with a page; it was left out, and so were {n} more such folders.",
    (
        "By its name it tells of this folder, not of the story; it was left out. "
        "To read it, open the folder and this file together."
    ),
    "This file is empty; it was left out.",
    "This file is not a text; it was left out.",
    "This file is not a text ({why}); it was left out.",
    "This file is not a text ({why}); it was left out: save its words as .txt to read them.",
    "archive",
    "archive or office file",
    "compressed file",
    "database",
    "office file",
    "picture",
    "picture or sound",
    "program",
    "RTF file",
    "sound",
    # of what a file holds
    "1 character could not be decoded; each is shown as \ufffd.",
    "{n} characters could not be decoded; each is shown as \ufffd.",
    "{n} garbled letters (as “{garbled}” for “{letter}”) were put right here.",
    (
        "This is an export from {archive} with {n} documents, read as one article; "
        "`dossier split` writes each into a file of its own."
    ),
    "The front matter is not valid ({why}); read in part.",
    "it is no list of names and values",
    "{error}, line {n}",
    "This page has no words to read; it was left out.",
    "No article could be told from the rest of this page; all of its words are shown.",
    "This mail has no words to read; it was left out.",
    "“a file without a name” is attached to this mail; it was not read.",
    "“{name}” is attached to this mail; it was not read.",
    # of clippings
    "Of the clippings, a line was damaged and left out.",
    "Of the clippings, a line was damaged and left out; the file as it was is kept as {name}.",
    "Of the clippings, {n} lines were damaged and left out.",
    "Of the clippings, {n} lines were damaged and left out; the file as it was is kept as {name}.",
    # of what dossier.toml says
    "It is not a file; it was left out.",
    "It cannot be read: {error}.",
    "It tells of {file}, which is not in the folder.",
    "{key} means nothing in here. Is it {other} that is meant?",
    "{key} means nothing in {table}. Is it {other} that is meant?",
    "{key} means nothing in here.",
    "{key} means nothing in {table}.",
    "{key} is to be a table: [{table}].",
    "{key} is to be written [[{table}]], a table each.",
    "This [[article]] does not say which: give its file.",
    "This [[topic]] has no title.",
    "“{title}” is the title of a [[topic]] above: put the two together.",
    "“{name}” is the name of an [[entity]] above: put the two together.",
    "“{file}” is the file of an [[article]] above: put the two together.",
    "This [[entity]] has no name.",
    "'hidden' is to be true or false.",
    "{key} is to be words between quotation marks.",
    "{key} is empty.",
    '{key} is to be a list: ["…", "…"].',
    "What {key} lists is to be between quotation marks.",
    '{words} is no passage: write it as in "003.txt#p14".',
    '{words} is no passages: write them as in "003.txt#p2-4,7".',
    '{words} is no place: write it as in "003.txt@1204".',
    "“{words}” is no date: write it as in 2025-12-03 or 3 December 2025.",
    "{key} is no date: write it as in 2025-12-03.",
    '{words} is no language: write it as in "fr".',
    "{words} is no kind: it is person, place, organisation, event or other.",
    # of files and topics that are not there any more
    "There is no {file} any more. Is it {other} that is meant?",
    "The topic “{title}” speaks of {place}, {why}.",
    "and there is no such file",
    "and the article has 0 passages",
    "and the article has 1 passage",
    "and the article has {n} passages",
    (
        "The topic “{title}” is parted from “{other}”, which is no topic any more: "
        "its terms draw from all."
    ),
    "The topic “{title}” is parted from itself: its terms draw from all.",
    "“{words}” is the language of no article: titles are written in English.",
    (
        "The topic “{title}” is none that the articles make any more: "
        "it keeps the passages it had when it was put right."
    ),
    "The topic “{title}” stands empty: {why}",
    "all its passages were taken out of it.",
    "no sentence has its terms.",
    "no sentence of “{other}” has its terms.",
    "what it takes the place of is no topic any more; merge it, or take it out.",
    (
        "there is no topic of that title, and it has neither terms nor passages. "
        "Is it “{other}” that is meant?"
    ),
    "there is no topic of that title, and it has neither terms nor passages.",
    "a number is too long or a list too deep to be read",
    # of the reader's settings, keys and themes
    "The settings could not be read, so the defaults count: {why}.",
    "“{name}” cannot be {value}; its default counts.",
    "The keys could not be read, so none changed: {why}.",
    "there is no command “{name}”; it keeps its keys.",
    "“{name}” cannot have the key {key}; it keeps its keys.",
    "the key {key} of “{name}” is also that of “{other}”; it keeps its keys.",
    "There is no theme “{name}”; the themes are {known}.",
    "The theme could not be read: {error}.",
    "last line: {why}",
    "{error}: the theme was left out.",
    "“{name}” is not a part of a theme: dark, [palette], [roles].",
    "“{name}” is not a role; the roles are {known}.",
    "“{colour}” is not a colour for “{role}”.",
    "“{ink}” on “{ground}” is {ratio}:1; under {least}:1 it is hard to read.",
    # of what could not be done
    "{path} is a folder: name a file in it.",
    "{name} is an article of this dossier: name another file.",
    "{name} is a file of this dossier: name another.",
    "{name} is written beside this export: name another file.",
    "There is no folder {folder}: {name} was not written.",
    "{path} was not written: {why}.",
    "it is not UTF-8",
    "it is not a file",
    "another program holds it; try again",
    "it has to be put right first ({error})",
    "each {kind} has to stand below a line [[{table}]] there first",
    "what it says of the dossier has to stand below a line [dossier] there first",
    "“{title}” is not there any more",
    "“{title}” is there already",
    "“{title}” was changed there meanwhile",
    "“{title}” is “{other}” there now",
    "the order of the topics is another there now",
    "what is not understood under “{title}” has to be put right first",
    "{key} of “{title}” has to be put right first",
    "“{words}” is no address: write it as in https://example.org/page.",
    "Nothing to read in {named}: put articles there, as .txt, .md or .html files.",
    "Nothing to read in {named}: none of its {n} files could be read ({file}: {why})",
    "Nothing to read in {named}: {file}: {why}",
    "There is no “{path}”: give a folder, or the files to read.",
    "“{path}” cannot be opened: {error}.",
    "Not kept: {path} cannot be written ({error}); make room or set {variable}.",
    "Not kept: another program holds {path}; try again when it is done.",
    "{path} was written by a later version of dossier: update this one.",
    "{path} could not be written: {error}.",
    "{path} cannot be written: {error}.",
    "{path} cannot be read: {error}.",
    "{path} is not as it should be and was left alone: {error}.",
    "{path} is too large for a template.",
    "{path} is not UTF-8 text.",
    "{path}, line {n}: {error}.",
    "The topics could not be worked out: {error}.",
    # of how a file was read
    "Read as {encoding}, as it declares.",
    "Read as {encoding}, which fits its bytes best.",
    "Read as {encoding}, as it is not UTF-8 and this fits best.",
    "Its name is not UTF-8: each byte that is not stands here as \\x and its number.",
)
"""What is said of a file, and of what could not be done; ``{why}`` is itself one of these."""


def problem_told(message: str) -> str:
    """What a problem says, in the reader's language."""
    return retold(message, PROBLEMS, _filled)


def _filled(name: str, words: str) -> str:
    """``{why}`` is a sentence, ``{named}`` are files in quotation marks."""
    if name == "named":
        return re.sub("“(.*?)”", lambda one: say("“{words}”", words=one[1]), words)
    return problem_told(words) if name == "why" else words
