"""What the reader kept: where it stands, what it says, and how it is found again.

A clipping says where it is (file and offsets) and what it says (the exact words, what stood
before and after): a TextPositionSelector beside a TextQuoteSelector, as the W3C Web Annotation
Data Model (2017, sections 4.2.4 and 4.2.5) has them. ``find_again`` leads from it to the article
of today; ``ClippingStore`` keeps the clippings of one dossier on disk.
"""

from dossier.clippings.anchors import (
    Anchored,
    AnchorState,
    clippings_of,
    find_again,
    find_all_again,
)
from dossier.clippings.clipping import Clipping, clip, digest_of
from dossier.clippings.grouping import topic_clipped_in, topic_of
from dossier.clippings.store import ClippingStore, data_folder, store_of

__all__ = [
    "AnchorState",
    "Anchored",
    "Clipping",
    "ClippingStore",
    "clip",
    "clippings_of",
    "data_folder",
    "digest_of",
    "find_again",
    "find_all_again",
    "store_of",
    "topic_clipped_in",
    "topic_of",
]
