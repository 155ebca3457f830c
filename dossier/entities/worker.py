"""The model's own process: lines of text in, spans of names out.

Run as ``python -m dossier.entities.worker PIPELINE``. Each line read from standard input is a JSON
list of texts; each line written is a JSON list with, for every text, its spans as
``[start, end, label]``. The first line written is ``{"ready": VERSION}``. The reader's own process
never imports this module's library.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

_GIANT = 8000
"""Characters of an expression that, opening with "(?iu)", is French's token match. Compiling it
takes 4 to 6 CPU-seconds, and recognising names goes without (measured 2026-11-21, spaCy 3.8.18)."""
_UNUSED = ("parser", "senter", "attribute_ruler", "lemmatizer", "morphologizer", "tagger")


class _Never:
    """Stands for an expression that is not compiled: it matches nothing."""

    def match(self, text: str) -> None:
        """No match."""
        del text

    search = fullmatch = match


@contextmanager
def _without_giants() -> Iterator[None]:
    """While it lasts, expressions too long to be worth compiling are not compiled."""
    compile_ = re.compile

    def patient(pattern: Any, flags: int = 0) -> Any:  # as re.compile, whose types are overloads
        if isinstance(pattern, str) and len(pattern) > _GIANT and pattern[:5] == "(?iu)":
            return _Never()
        return compile_(pattern, flags)

    re.compile = patient
    try:
        yield
    finally:
        re.compile = compile_


def load(pipeline: str) -> Any:  # spaCy's Language, which must not be imported to be named
    """The pipeline, with what finds names and nothing else."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _without_giants():
        import spacy

        nlp: Any = spacy.load(pipeline, exclude=list(_UNUSED))
    _use_numpy(nlp)
    if isinstance(getattr(nlp.tokenizer, "token_match", None), _Never):
        nlp.tokenizer.token_match = None
    return nlp


def _use_numpy(nlp: Any) -> None:  # spaCy's Language
    """Have the model multiply with numpy's own library, twice as fast as the one thinc brings.

    On one core, 7.0 to 9.9 against 4.2 to 5.0 thousand words a second (measured 2026-11-22).
    """
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        if (model := getattr(pipe, "model", None)) is not None:
            for layer in model.walk():
                layer.ops = ops


def hear(nlp: Any, texts: Iterable[str]) -> list[list[tuple[int, int, str]]]:
    """For each text, the spans the pipeline names, in code points; all of them are one batch."""
    together = list(texts)
    return [
        [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
        for doc in nlp.pipe(together, batch_size=max(1, len(together)))
    ]


def main() -> None:
    """Answers requests until standard input closes."""
    if hasattr(os, "nice"):
        os.nice(10)  # the page that is being read goes first
    nlp = load(sys.argv[1])
    _say({"ready": nlp.meta["version"]})
    for line in sys.stdin:
        _say(hear(nlp, json.loads(line)))


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
