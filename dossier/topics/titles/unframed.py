"""Unframed: what a topic is called in a language whose frames of news are not known.

By the headline of its one article, or a part of it, or by what it keeps writing.
"""

import re
from collections import Counter
from collections.abc import Sequence

from dossier.language.words import told_length
from dossier.topics.headings import LONGEST, SHORTEST, shorten, tidy
from dossier.topics.titles.material import Material
from dossier.topics.titles.runs import repeated

ITS_OWN = 0.8
"""Share of a topic's sentences that one article has for its headline to be the topic's title."""
PART = 12
"""Letters of a part of a headline that may stand for it."""
_SENTENCE = ".…。！"
_PARTED = re.compile(r"[:：]\s+|\s[–—-]\s|(?<=\w{3})[.。]\s*")
_KICKER = re.compile(r"^[^:.?!]{3,40}(?:[.:?!]|\s[:–—-])\s+(?=\S{2,} \S)")


def of_group(own: Sequence[int], material: Material) -> list[str]:
    """The titles of a topic, the most telling first."""
    headlines = own_headlines(own, material)
    texts = [material.sentences[i].text for i in own]
    every = [sentence.text for sentence in material.sentences]
    cut = [shorten(headline) for headline in headlines[:1]]
    return [*_whole(headlines, texts), *repeated(texts, every, material.language), *cut]


def _whole(headlines: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Headlines that fit a title, or the part of one that a colon or a stop parts from the rest.

    What only stands for a headline, a first sentence or its beginning, is none.
    """
    told = [
        line
        for line in headlines
        if line[-1] not in _SENTENCE and not any(text.startswith(line) for text in texts)
    ]
    parts = [part.strip() for line in told for part in _PARTED.split(line)]
    return [line for line in (*told, *parts) if PART <= told_length(line) <= LONGEST]


def own_headlines(own: Sequence[int], material: Material) -> list[str]:
    """The headline of the article that nearly all of the topic is from, and without its kicker.

    None if there is no such article.
    """
    held = Counter(material.sentences[i].article for i in own)
    article, times = held.most_common(1)[0] if held else (0, 0)
    if not material.names or times < ITS_OWN * len(own):
        return []
    headline = " ".join(material.names[article].split())
    without = _KICKER.sub("", headline)
    return [tidy(line) for line in dict.fromkeys((headline, without)) if len(line) >= SHORTEST]
