"""Quotes: the words an article gives to a speaker, and whose they are.

Rules on the sentence around the quotation marks, in French and English, more simply in German,
Spanish, Italian and Portuguese, in the order that *What was measured about the language work*
found: not speech at all, a pronoun, "selon lui", the verb after the words (``after``), "selon X",
the verb before them (``before``), the passage going on. ``rules`` has the order. A speaker is
worked out, never taken for granted: a quote says what told it, and who is not sure is called
uncertain. Whom a pronoun means is sure only where one person alone can be meant; "dit-on" means
nobody.
"""

from dossier.quotes.finding import find_quotes
from dossier.quotes.quote import Quote, QuoteState

__all__ = ["Quote", "QuoteState", "find_quotes"]
