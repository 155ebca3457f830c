"""A fuzzer led by coverage over reading and structure: any bytes give an Article or a Problem.

    python tests/bench/fuzz.py FOLDER -max_total_time=600

Needs atheris, which is no dependency; the options are libFuzzer's. FOLDER keeps the inputs that
reached new code, and may hold some to begin with. The input that fails is written here.
"""

import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # not in the tests

sys.path.insert(0, str(Path(__file__).parents[2]))
with atheris.instrument_imports(include=["dossier"]):
    from dossier.reading import html, mail, markdown, one

READERS = (html, mail, markdown)
"""Loaded here, so that their lines are counted too."""
NAMES = ("a.txt", "a.md", "a.html", "a")


def read(raw: bytes) -> None:
    """Read the bytes; AssertionError unless every visible character lies in one block."""
    loaded = one.read_article(NAMES[len(raw) % len(NAMES)], raw)
    assert loaded.articles or loaded.problems
    for article in loaded.articles:
        text, at = article.text, 0
        for block in article.blocks:
            assert block.span.start >= at, "blocks overlap or are out of order"
            assert not text[at : block.span.start].strip(), "words lie in no block"
            at = block.span.end
        assert not text[at:].strip(), "words lie in no block"
        for passage in article.passages:
            assert all(passage.span.covers(sentence) for sentence in passage.sentences)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
