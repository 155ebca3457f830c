"""Unframed: what a group of the dossier's own is called, which no frame of news leads.

By a phrase or the people that mark it off, by the frame it is nearest to, or by the headline of its
one article; in a language whose frames are not known, by what it keeps writing.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dossier.language import fold
from dossier.topics.framed import from_frame, in_a_title
from dossier.topics.frames import Frame
from dossier.topics.headings import (
    LONGEST,
    SHORTEST,
    bare,
    in_a_sentence,
    is_nominal,
    is_several,
    share_writing,
    shorten,
    tidy,
)
from dossier.topics.kin import kin_of, leaning
from dossier.topics.marking import common_in, is_said, marking_people, marking_phrases, with_article
from dossier.topics.material import Material
from dossier.topics.naming import places_of
from dossier.topics.runs import is_nounlike, repeated
from dossier.topics.wording import wording_of
from dossier.topics.words import LANGUAGES, terms_of

ITS_OWN = 0.8
"""Share of a topic's sentences that one article has for its headline to be the topic's title, in a
language whose frames are not known."""
ENOUGH = 2
"""Titles of a group that are enough to choose from."""
WEAK, STRIKING = 0.12, 2.5
"""Share of a group's sentences that have to have a phrase for it to go before what its frame is
called; and how much more often a name has to be there to go before the phrase."""
READ = 1500
"""Sentences of a large dossier that are read for the title of a group, about."""
NEAREST = 3
"""Frames that a group is nearest to that are asked for its title."""
_KICKER = re.compile(r"^[^:.?!]{3,40}(?:[.:?!]|\s[:–—-])\s+(?=\S{2,} \S)")


def of_group(own: Sequence[int], material: Material, led: Sequence[str]) -> list[str]:
    """The titles of a group that no frame leads, in any language."""
    own, material = _sampled(own, material)
    headlines = _own_headlines(own, material)
    if material.language in LANGUAGES:
        titles = _from_group(own, material, led, headlines)
    else:
        texts = [material.sentences[i].text for i in own]
        every = [sentence.text for sentence in material.sentences]
        titles = [shorten(headline) for headline in headlines[:1]]
        titles += repeated(texts, every, material.language)
    return titles


def _sampled(own: Sequence[int], material: Material) -> tuple[Sequence[int], Material]:
    """A part of a large dossier, with enough of the topic in it to be told by what marks it."""
    step = -(-len(material.sentences) // READ)
    if step < 2:
        return own, material
    some = own[:: -(-len(own) // (READ // 4))] if own else own
    kept = sorted({*range(0, len(material.sentences), step), *some})
    place = {i: at for at, i in enumerate(kept)}
    part = replace(
        material,
        sentences=[material.sentences[i] for i in kept],
        main=[material.main[i] for i in kept],
        named=[material.named[i] for i in kept],
    )
    return [place[i] for i in own if i in place], part


def _from_group(
    own: Sequence[int], material: Material, led: Sequence[str], headlines: Sequence[str]
) -> list[str]:
    """What a group that no frame leads is called, the most telling first.

    A phrase of several words that marks it off; else what the frame it is nearest to is called, by
    itself where no topic is that frame's, before a name or a word of the group where one is. A
    word, or a name, alone says little of what the group tells. ``led`` are the keys of the frames
    that have a topic.
    """
    wording, language = wording_of(material.language), material.language
    marked = marking_phrases(own, material.sentences, language)
    phrases = [phrase for phrase in marked if is_several(phrase)]
    people = _people(own, material)
    places = [place.name for place in places_of(own, material.named, material.found)]
    marks = list(dict.fromkeys((*people, *marked, *places[:1])))
    near, far = kin_of(own, material.sentences, material.spoken, language)
    texts = [material.sentences[i].text for i in own]
    told = {phrase: share_writing(bare(phrase), texts) for phrase in phrases[:1]}
    strong = [phrase for phrase, share in told.items() if share >= WEAK]
    named = any(share_writing(name, texts) > STRIKING * sum(told.values()) for name in people)
    within = any(name in phrase for name in people for phrase in strong)
    titles = [*people, *strong] if named and not within else [*strong, *people]
    for frame in near[:NEAREST]:
        if frame.key not in led:
            titles += from_frame(frame, own, material)
        others = [mark for mark in marks if fold(mark) not in fold(frame.title)]
        titles += [wording.told(frame.title, [in_a_sentence(mark)]) for mark in others[:NEAREST]]
    titles += [*phrases, *filter(is_nominal, headlines)]
    fitting = [title for title in titles if len(title) <= LONGEST]
    if len(fitting) < ENOUGH:
        fitting += _last_resort(own, material, [frame for frame in far if frame.key not in led])
        fitting += headlines
    return fitting


def _people(own: Sequence[int], material: Material, *, few: bool = False) -> list[str]:
    """The people or bodies that a group is about, as one title."""
    sentences = [material.sentences[i] for i in own]
    found = material.found.entities
    people = marking_people(own, material.named, material.found, few=few)
    articles = (
        {i for i in own if any(found[n] in people for n in material.named[i])} if few else own
    )
    if len({material.sentences[i].article for i in articles}) < 2 and not _own_headlines(
        own, material
    ):
        return []
    names = [in_a_title(entity, sentences, among_others=False) for entity in people]
    joined = wording_of(material.language).joined.join(names)
    return [joined[0].upper() + joined[1:]] if joined else []


def _last_resort(own: Sequence[int], material: Material, far: Sequence[Frame]) -> list[str]:
    """Titles for what little marks off: phrases of few sentences, what frames from afar say."""
    language = material.language
    few = marking_phrases(own, material.sentences, language, few=True)
    titles = [phrase for phrase in few if is_several(phrase)]
    titles += _people(own, material, few=True)
    texts = [material.sentences[i].text for i in own]
    kept = repeated(texts, [s.text for s in material.sentences], language)
    whole = "\n".join(texts)
    several = [run for run in kept if is_several(run) and is_nounlike(run, language, whole)]
    titles += filter(None, (with_article(run, whole, language) for run in several))
    for frame in far[:NEAREST]:
        titles += from_frame(frame, own, material)
    titles += few
    lean = leaning(own, material.sentences, material.spoken, language)
    nouns = list(filter(None, (with_article(run, whole, language) for run in kept)))
    usual = common_in(material.sentences, language)
    small = [run[0].lower() + run[1:] for run in kept]
    names = {low: low if f" {low}" in whole else run for low, run in zip(small, kept, strict=True)}
    said = [run for run in names.values() if is_said(run, whole)]
    nouns += sorted(said, key=lambda run: usual.issuperset(terms_of(run, language)))
    if lean:
        told = wording_of(language).told
        titles += [told(lean.title, [in_a_sentence(noun)]) for noun in nouns[:NEAREST]]
    words = sorted(kept, key=lambda run: (not is_nounlike(run, language, whole), is_several(run)))
    return [title for title in (*titles, *words) if len(title) <= LONGEST]


def _own_headlines(own: Sequence[int], material: Material) -> list[str]:
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
