"""What a language needs to be read: sentences, folding, word lists, and telling which it is."""
