"""Unframed: what a group of the dossier's own is called, which no frame of news leads.

By a phrase or the people that mark it off, by the frame it is nearest to, or by the headline of its
one article; in a language whose frames are not known, by what it keeps writing.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dossier.language.words import told_length
from dossier.topics.bearing import bearing_of, in_speech, is_plural, is_role, saying
from dossier.topics.candidates import BOUND, MOSTLY, Candidate, candidates_of
from dossier.topics.evidence import hits_of
from dossier.topics.framed import from_frame
from dossier.topics.frames import STRONG, Frame
from dossier.topics.headings import (
    LONGEST,
    SHORTEST,
    in_a_sentence,
    is_nominal,
    is_several,
    shorten,
    tidy,
)
from dossier.topics.kin import Kin, kinship, leaning, near_and_far
from dossier.topics.marking import common_in, is_said, marking_phrases, with_article
from dossier.topics.material import Material
from dossier.topics.runs import is_nounlike, repeated
from dossier.topics.wording import wording_of
from dossier.topics.words import LANGUAGES, terms_of

ITS_OWN = 0.8
"""Share of a topic's sentences that one article has for its headline to be the topic's title, in a
language whose frames are not known."""
ENOUGH = 2
"""Titles of a group that are enough to choose from."""
MIXED, HEADED = 0.12, 0.2
"""How well the best title of a group has to be borne out for the group to be one thing; and
for it to go before the headline of the group's one article."""
BORNE_OUT, FAINTLY = 0.2, 0.25
"""Share of a topic's sentences that have to have a strong term of the frame for it to be called as
the frame is; and what a sentence counts that has a weak one."""
LIFTED, WELL, FAR_BETTER = 1.5, 0.45, 0.2
"""How much more often than on the whole the sentences have to have strong terms of the frame; how
well it has to tell them, for nothing else to be looked for; and how well they have to bear
something else out if it does not."""
WEAKEST, FAINTEST = 0.09, 0.05
"""How well a title has to be borne out to be one, where none is by much; and for a phrase to go
before saying nothing."""
TOUCHED, RATHER, MOST = 0.3, 1.3, 0.5
"""Share of the sentences of a group of several things that have to have a strong term of a frame
that it is called by, and how much more of them than on the whole; or else share of them."""
HARDLY, MUCH_MORE = 0.2, 2.5
"""The same, of fewer that are more the group's own."""
VOICES, LOUDER = 0.55, 1.3
"""Share of a group's sentences that have to be people's words for it to be called so, and how much
more of them there have to be than on the whole."""
SOLO = 0.2
"""Share of them in which one and the same person speaks for them to be that person's."""
READ = 1500
"""Sentences of a large dossier that are read for the title of a group, about."""
NEAREST = 3
"""Frames that a group is nearest to that are asked for its title."""
PART = 12
"""Letters of a part of a headline that may stand for it."""
_SENTENCE = ".…。！"
_PARTED = re.compile(r"[:：]\s+|\s[–—-]\s|(?<=\w{3})[.。]\s*")
_KICKER = re.compile(r"^[^:.?!]{3,40}(?:[.:?!]|\s[:–—-])\s+(?=\S{2,} \S)")


def of_group(own: Sequence[int], material: Material, led: Sequence[str]) -> tuple[list[str], bool]:
    """The titles of a group that no frame leads, in any language, and whether one tells it well."""
    own, material = _sampled(own, material)
    headlines = _own_headlines(own, material)
    if material.language in LANGUAGES:
        return _from_group(own, material, led, headlines)
    texts = [material.sentences[i].text for i in own]
    every = [sentence.text for sentence in material.sentences]
    cut = [shorten(headline) for headline in headlines[:1]]
    return [*_whole(headlines, texts), *repeated(texts, every, material.language), *cut], True


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


def instead_of(
    frame: Frame, own: Sequence[int], material: Material, led: Sequence[str]
) -> list[str]:
    """What a topic is called whose sentences do not bear its frame out, if they do anything else.

    Few have a strong term of the frame, or others have them as often: what put them together is
    what they have in common. Where they bear it out by little, only what they bear out well.
    """
    if material.language not in LANGUAGES:
        return []
    own, material = _sampled(own, material)
    kin = kinship(own, material.sentences, material.spoken, material.language)
    akin = next((one for one in kin if one.frame.key == frame.key), None)
    if not akin or akin.lift < LIFTED or borne_out(frame, own, material) < BORNE_OUT:
        least = MIXED
    elif akin.told < WELL:
        least = FAR_BETTER
    else:
        return []
    candidates = candidates_of(bearing_of(own, material), material, kin, led)
    names = {entity.name for entity in material.found.entities if entity.kind == "person"}
    return [
        one.title
        for one in candidates
        if one.told >= (FAR_BETTER if one.title in names else least)
        and not (one.wide or one.aside or one.framed)
    ]


def borne_out(frame: Frame, own: Sequence[int], material: Material) -> float:
    """The share of the sentences that have a strong term of the frame; a weak one counts less."""
    counts = []
    for i in own[:: -(-len(own) // READ) or 1]:
        sentence = material.sentences[i]
        spoken = material.spoken[sentence.article] if material.spoken else material.language
        hits = hits_of(frame.key, sentence.text, spoken)
        strong = any(hit.count >= STRONG for hit in hits)
        counts.append(1.0 if strong else FAINTLY if hits else 0.0)
    return sum(counts) / max(1, len(counts))


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
) -> tuple[list[str], bool]:
    """What a group that no frame leads is called, the most telling first.

    What its sentences bear out best. Where they bear out little, it is several things: then what
    is said of all of them goes first, that they are people's words, or what the frame is called
    that most of them touch. ``led`` are the keys of the frames that have a topic.
    """
    bearing = bearing_of(own, material)
    kin = kinship(own, material.sentences, material.spoken, material.language)
    candidates = candidates_of(bearing, material, kin, led)
    titles = [candidate.title for candidate in candidates if candidate.told > 0]
    nominal = list(filter(is_nominal, headlines))
    best = max((candidate.told for candidate in candidates), default=0.0)
    if best < HEADED:
        titles = [*nominal, *titles]
    if best < MIXED:
        titles = [*nominal, *_of_several_things(own, material, candidates, kin, led)]
    fitting = [title for title in (*titles, *nominal) if len(title) <= LONGEST]
    if len(fitting) < ENOUGH or best < MIXED:
        _, far = near_and_far(kin)
        fitting += _last_resort(own, material, [frame for frame in far if frame.key not in led])
        fitting += headlines
    return fitting, best >= MIXED


def _of_several_things(
    own: Sequence[int],
    material: Material,
    candidates: Sequence[Candidate],
    kin: Sequence[Kin],
    led: Sequence[str],
) -> list[str]:
    """What a group is called that nothing tells well: what is true of most of it, before a detail.

    At last, that it is details: a wrong name is worse than none.
    """
    wording = wording_of(material.language)
    titles = [one.title for one in candidates if one.told >= WEAKEST and not one.aside]
    titles += [one.title for one in candidates if one.told >= FAINTEST and _is_of_things(one)]
    speech = in_speech(own, material.sentences)
    usual = in_speech(range(len(material.sentences)), material.sentences)
    if speech >= VOICES and speech >= LOUDER * usual and not _has_one_voice(own, material):
        titles.append(wording.voices)
    titles += [one.title for one in candidates if one.wide]
    for frame in _touched(kin, led):
        titles += from_frame(frame, own, material)
    passing = [one.title for one in candidates if one.told >= FAINTEST and is_several(one.title)]
    return [*titles, wording.details, *passing]


def _is_of_things(candidate: Candidate) -> bool:
    """Whether it is a phrase of several words, or of one in the plural, and no frame or name."""
    title = candidate.title
    told = not candidate.wide and not candidate.aside and ":" not in title
    return told and (is_several(title) or is_plural(title))


def _has_one_voice(own: Sequence[int], material: Material) -> bool:
    """Whether one person speaks in much of a group: it is no chorus."""
    least = SOLO * len(own)
    for number in {number for i in own for number in material.named[i]}:
        entity = material.found.entities[number]
        having = [i for i in own if number in material.named[i]]
        is_long = entity.kind == "person" and len(having) >= least
        if is_long and len(saying(having, entity, material.sentences)) >= least:
            return True
    return False


def _touched(kin: Sequence[Kin], led: Sequence[str]) -> list[Frame]:
    """The frame that most of a group of several things touches, if no topic is its own."""
    free = [one for one in kin if one.frame.key not in led and one.varied and one.alone < MOSTLY]
    some = [one for one in free if one.share >= TOUCHED and one.lift >= RATHER]
    most = [one for one in free if one.share >= MOST]
    sure = [one for one in free if one.share >= HARDLY and one.lift >= MUCH_MORE]
    best = (
        sorted(some, key=lambda one: -one.told)
        or sorted(most, key=lambda one: -one.share)
        or sorted(sure, key=lambda one: -one.told)
    )
    return [one.frame for one in best[:1]]


def _last_resort(own: Sequence[int], material: Material, far: Sequence[Frame]) -> list[str]:
    """Titles for what little marks off: phrases of few sentences, what frames from afar say."""
    language = material.language
    few = marking_phrases(own, material.sentences, language, few=True)
    texts = [material.sentences[i].text for i in own]
    few = sorted(few, key=lambda phrase: is_role(phrase, texts, language))
    titles = [p for p in few if is_several(p) and not is_role(p, texts, language)]
    kept = repeated(texts, [s.text for s in material.sentences], language)
    whole = "\n".join(texts)
    several = [run for run in kept if is_several(run) and is_nounlike(run, language, whole)]
    free = BOUND.sub("de ", whole)
    titles += filter(None, (with_article(run, free, language) for run in several))
    for frame in far[:NEAREST]:
        titles += from_frame(frame, own, material)
    titles += few
    lean = leaning(own, material.sentences, material.spoken, language)
    nouns = list(filter(None, (with_article(run, whole, language) for run in kept)))
    nouns = [noun for noun in nouns if not is_role(noun, texts, language)]
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
