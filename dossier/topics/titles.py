"""Titles: what a desk editor would call a topic.

A heading of the dossier where it fits one topic alone; otherwise the frame's own title, or the
variant of it that the topic's terms ask for. Never a list of words, never two alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.entities import Entity, Found
from dossier.language import fold, stop_words
from dossier.topics.evidence import hits_of
from dossier.topics.frames import STRONG, Frame, Lexicon
from dossier.topics.headings import (
    LONGEST,
    SHORTEST,
    bare,
    first_free,
    in_a_sentence,
    is_nominal,
    is_several,
    is_title,
    share_writing,
    shorten,
    tidy,
)
from dossier.topics.kin import kin_of, leaning
from dossier.topics.marking import common_in, is_said, marking_people, marking_phrases, with_article
from dossier.topics.naming import one_outstanding, place_phrase, places_of, sharing
from dossier.topics.phrases import complemented, covered, phrase_of
from dossier.topics.runs import is_nounlike, repeated
from dossier.topics.sentences import Sentence
from dossier.topics.wording import wording_of
from dossier.topics.words import LANGUAGES, terms_of

OWN = 0.6
"""Share of a heading's sentences that have to be of the topic for it to speak for the topic."""
MUCH = 0.3
"""Share of the topic's sentences that have to stand under the heading."""
ITS_OWN = 0.8
"""Share of a topic's sentences that one article has for its headline to be the topic's title, in a
language whose frames are not known."""
TOLD = 0.25
"""Share of a topic's sentences that have to have a word of a heading for it to speak for them."""
FILLS, AHEAD = 0.15, 1.2
"""Share of a topic's sentences that a variant's terms have to meet, and how far it has to be ahead
of the next."""
LEAST = 4
"""Sentences that have to: three collapsed bridges do not make a topic "The collapse"."""
ENOUGH = 2
"""Titles of a group that are enough to choose from."""
WEAK, STRIKING = 0.12, 2.5
"""Share of a group's sentences that have to have a phrase for it to go before what its frame is
called; and how much more often a name has to be there to go before the phrase."""
READ = 1500
"""Sentences of a large dossier that are read for the title of a group, about."""
NEAREST = 3
"""Frames that a group is nearest to that are asked for its title."""
COPIED = 30
"""Last code points of a sentence that are those of its copies in other articles."""
_PLAIN = {"du ": "le ", "au ": "le ", "des ": "les ", "aux ": "les "}
_KICKER = re.compile(r"^[^:.?!]{3,40}(?:[.:?!]|\s[:–—-])\s+(?=\S{2,} \S)")


@dataclass(frozen=True, slots=True)
class Material:
    """What the titles of a dossier are made from."""

    sentences: Sequence[Sentence]
    main: Sequence[int]
    """For each sentence the side it is mainly about."""
    named: Sequence[tuple[int, ...]]
    """For each sentence the entities it mentions, as indices of ``found.entities``."""
    found: Found
    language: str | None
    """That of the titles."""
    spoken: Sequence[str | None] = ()
    """For each article its language."""
    names: Sequence[str] = ()
    """For each article its headline, or what stands for it."""

    def of(self, side: int) -> list[int]:
        """The sentences mainly of that side, as indices."""
        return [i for i, own in enumerate(self.main) if own == side]


@dataclass(frozen=True, slots=True)
class Heads:
    """A title, and what is said below it."""

    title: str
    subtitle: str | None = None


def titles_of(frames: Sequence[Frame | None], material: Material) -> list[Heads]:
    """A title for each side, at most 45 characters, no two alike; a subtitle if a heading adds one.

    Where two sides want the same title, the one with more sentences has it.
    """
    headings = _headings(material)
    size = Counter(material.main)
    titles: dict[int, Heads] = {}
    for side in sorted(range(len(frames)), key=lambda side: (-size[side], side)):
        frame, own = frames[side], material.of(side)
        headed = headings.get(side, [])
        fitting = [h for share, h in headed if share >= MUCH and _tells(h, own, material)]
        candidates = [*fitting, *_from_frame(frame, own, material)]
        if frame is None:
            candidates += _of_group(own, material, [side.key for side in frames if side])
        taken = [heads.title for heads in titles.values()]
        title = first_free(candidates, taken, wording_of(material.language).unnamed)
        words = set(fold(title).split())
        others = [
            heading
            for _, heading in headed
            if not words.issuperset(fold(heading).split())
            and (_is_of(heading, frame, material) or _tells(heading, own, material))
        ]
        titles[side] = Heads(title, others[0] if others else None)
    return [titles[side] for side in range(len(frames))]


def _of_group(own: Sequence[int], material: Material, led: Sequence[str]) -> list[str]:
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
            titles += _from_frame(frame, own, material)
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
    names = [_in_a_title(entity, sentences, among_others=False) for entity in people]
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
        titles += _from_frame(frame, own, material)
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


def _tells(heading: str, own: Sequence[int], material: Material) -> bool:
    """Whether the sentences speak of what the heading says, and not one section alone."""
    sentences = [material.sentences[i] for i in own]
    return covered(heading, sentences, material.language) >= TOLD


def _is_of(heading: str, frame: Frame | None, material: Material) -> bool:
    """Whether the heading has a strong term of the frame, and no figure that one article gives."""
    if frame is None or re.search(r"\d", heading):
        return False
    hits = hits_of(frame.key, heading, material.language)
    return any(hit.count >= STRONG for hit in hits)


def _from_frame(frame: Frame | None, own: Sequence[int], material: Material) -> list[str]:
    """The frame's titles, the most telling first.

    With a name, with a phrase the dossier keeps writing, with places, as the terms ask, plain. What
    fills the topic goes before a place: evacuated people are not the life of their village.
    """
    if frame is None:
        return []
    sentences = [material.sentences[i] for i in own]
    variant = _variant(frame, sentences)
    titles = [variant] if variant and frame.name == "place" else []
    if frame.named and frame.name:
        entity = one_outstanding(frame.name, own, material.named, material.found)
        if entity and _is_written(frame.named, entity, sentences):
            titles.append(_with_name(frame.named, entity.name))
    phrase = phrase_of(frame, sentences, material.sentences, material.language)
    if phrase is None and fold(frame.title) in map(fold, frame.heads):
        phrase = complemented(frame.title, sentences, material.sentences, material.language)
    place, is_its_own = _place(frame, own, material) if frame.placed else (None, False)
    plain = [variant or "", frame.title]
    placed = [f"{title} {place}" for title in plain if title and place]
    if is_its_own:
        titles.extend(placed)
    if phrase:
        titles.append(phrase)
    if frame.sides:
        articles = [sentence.article for sentence in material.sentences]
        sharers = sharing(own, articles, material.named, material.found)
        names = [_in_a_title(entity, sentences, len(sharers) > 1) for entity in sharers]
        told = wording_of(material.language).told(frame.sides, names)
        titles.append(told if names else "")
    if frame.places:
        names = [place.name for place in places_of(own, material.named, material.found)]
        told = wording_of(material.language).told(frame.places, names)
        titles.append(told if len(names) > 1 else "")
    return [t for t in (*titles, *placed, *plain) if t and len(t) <= LONGEST]


def _is_written(pattern: str, entity: Entity, own: Sequence[Sentence]) -> bool:
    """Whether the articles write the name after the preposition of the pattern, "avec" or "with".

    A meeting is not with everybody whom it has made speak.
    """
    link = re.search(r"\b(avec|with) \{name\}", pattern)
    if link is None:
        return True
    names = "|".join(re.escape(name) for name in sorted(entity.aliases, key=len, reverse=True))
    near = re.compile(rf"\b{link[1]} (?:[^\s.;:,]+ ){{0,6}}(?:{names})\b")
    return sum(bool(near.search(sentence.text)) for sentence in own) > 1


def _in_a_title(entity: Entity, own: Sequence[Sentence], among_others: bool) -> str:
    """A name as a title has it.

    Of several people without the first name, if the articles write it so; a body with the article
    that mostly stands before it: "les Républicains".
    """
    if entity.kind == "person":
        shorter = [a for a in entity.aliases if entity.name.endswith(f" {a}")]
        return max(shorter, key=len) if among_others and shorter else entity.name
    before = re.compile(
        rf"\b(?:(l['’]|les? |la |the |du |des |aux? ))?{re.escape(entity.name)}", re.IGNORECASE
    )
    articles = Counter(m[1].lower() for s in own for m in before.finditer(s.text) if m[1])
    bare = sum(not m[1] for s in own for m in before.finditer(s.text))
    plain: Counter[str] = Counter()
    for article, times in articles.items():
        plain[_PLAIN.get(article, article).replace("’", "'")] += times
    article, times = plain.most_common(1)[0] if plain else ("", 0)
    return f"{article}{entity.name}" if times > bare else entity.name


def _place(frame: Frame, own: Sequence[int], material: Material) -> tuple[str | None, bool]:
    """The place that the surest sentences are about, with the word before it; copies count once.

    And whether it is the topic's own: named there more than in all the others.
    """
    surely = Lexicon([[pair for pair in frame.terms if pair[1] >= STRONG]])
    own = [i for i in own if surely.hits(material.sentences[i].text)]
    numbers = {number for i in own for number in material.named[i]}
    entities = [material.found.entities[number] for number in sorted(numbers)]
    places = [entity.name for entity in entities if entity.kind == "place"]
    once = {material.sentences[i].text[-COPIED:]: material.sentences[i] for i in own}
    phrase = place_phrase(list(once.values()), places, material.language)
    if phrase is None:
        return None, False
    inside = sum(phrase in sentence.text for sentence in once.values())
    return phrase, 2 * inside > sum(phrase in s.text for s in material.sentences)


def _variant(frame: Frame, own: Sequence[Sentence]) -> str | None:
    """The title whose terms fill the topic; None when none do."""
    met: Counter[str] = Counter()
    lexicon = Lexicon([[(term, 1.0) for term in terms] for _, terms in frame.titles])
    for sentence in own:
        for number in {hit.frame for hit in lexicon.hits(sentence.text)}:
            met[frame.titles[number][0]] += 1
    (best, times), (_, others) = (*met.most_common(2), ("", 0), ("", 0))[:2]
    told = times >= max(LEAST, FILLS * len(own)) and times >= AHEAD * others
    return best if told else None


def _with_name(pattern: str, name: str) -> str:
    """The name in its place, "de" elided before a vowel."""
    if name[:1] in "AEIOUÉÈÊÂÎÔÛYaeiouéèêâîôû":
        pattern = pattern.replace(" de {name}", " d'{name}")
    return pattern.replace("{name}", name)


def _headings(material: Material) -> dict[int, list[tuple[float, str]]]:
    """For each side, the headings that speak for it alone, with the share of it they head."""
    held: dict[str, Counter[int]] = defaultdict(Counter)
    written: dict[str, str] = {}
    for sentence, side in zip(material.sentences, material.main, strict=True):
        if sentence.heading and is_title(sentence.heading) and _is_spoken(sentence, material):
            title = tidy(sentence.heading)
            held[fold(title)][side] += 1
            written.setdefault(fold(title), title)
    size = Counter(material.main)
    found: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for folded, sides in held.items():
        side, count = min(sides.items(), key=lambda item: (-item[1], item[0]))
        if count >= max(2, OWN * sides.total()) and len(written[folded]) <= LONGEST:
            found[side].append((count / size[side], written[folded]))
    return {
        side: sorted(titles, key=lambda title: (-title[0], title[1]))
        for side, titles in found.items()
    }


def _is_spoken(sentence: Sentence, material: Material) -> bool:
    """Whether the heading is in the language of the titles.

    Its article is, and no more of its small words are another language's.
    """
    if material.spoken and material.spoken[sentence.article] != material.language:
        return False
    words = set(fold(sentence.heading or "").replace("'", " ").replace("’", " ").split())
    own = len(words & stop_words(material.language)) if material.language else 0
    others = (code for code in LANGUAGES if code != material.language)
    return all(len(words & stop_words(code)) <= own for code in others)
