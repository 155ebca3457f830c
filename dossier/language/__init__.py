"""What a language needs to be read: sentences, folding, word lists, and telling which it is."""

from dossier.language.folding import Folded, fold, fold_places
from dossier.language.recognising import recognise_language
from dossier.language.sentences import find_sentences
from dossier.language.words import stop_words, word_list

__all__ = [
    "Folded",
    "find_sentences",
    "fold",
    "fold_places",
    "recognise_language",
    "stop_words",
    "word_list",
]
