"""A sketch of a text: small enough to keep with each clipping, enough to know the text again.

An article that was renamed and edited keeps most of its runs of three words; another outlet's
piece on the same story shares next to none. The sketch is the smallest hashes of those runs
(A. Broder, *On the resemblance and containment of documents*, 1997): how many of them two sketches
share tells how many runs the texts do. Agency copy resembles too: callers ask for one clear best.
"""

import re
import zlib
from functools import lru_cache

from dossier.search.searchable import Searchable

_SIZE = 16
"""Hashes kept."""

_RUN = 3
"""Words of a run."""

_READ = 60_000
"""Code points a text is known by: what follows is not read."""


@lru_cache(maxsize=64)
def sketch_of(text: str) -> str:
    """The sketch: hashes of eight hexadecimal digits, ascending; "" for a text without words."""
    words = re.findall(r"\w+", Searchable(text[:_READ]).text)
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    hashes = sorted({zlib.crc32(run.encode("utf-8", "replace")) for run in runs if run})
    return "".join(f"{number:08x}" for number in hashes[:_SIZE])


def resemblance(one: str, other: str) -> float:
    """0..1: how much of their runs of words two sketched texts share, ±0.12."""
    ours, theirs = _hashes(one), _hashes(other)
    smallest = sorted(ours | theirs)[:_SIZE]
    return len(ours & theirs & set(smallest)) / len(smallest) if smallest else 0.0


def _hashes(sketch: str) -> set[str]:
    """The hashes of a sketch."""
    return {sketch[at : at + 8] for at in range(0, len(sketch), 8)}
