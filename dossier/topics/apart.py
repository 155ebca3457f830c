"""Apart: the topics of a folder whose articles do not tell one story.

Two or three stories are each sorted on their own, their topics told apart by the name that marks
the story, "Strasbourg : la traque", and called in its language: "Clinton: the campaign". Clips that
share hardly a word are not cut up: each article is whole in one topic, with those that tell the
same, or with those of its kind, as a paper has desks.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from dossier.article import Article, main_language
from dossier.entities import Entity, Found
from dossier.language import fold
from dossier.spans import Span
from dossier.topics.because import APART
from dossier.topics.evidence import lexicon_of
from dossier.topics.frames import STRONG, frames_of
from dossier.topics.headings import LONGEST, numbered, shorten, tidy
from dossier.topics.topic import REST_KEY, Extract, Topic
from dossier.topics.wording import Wording, wording_of
from dossier.topics.words import LANGUAGES, whole
from dossier.values import dataclass

SORTED, PARTED = 3, 3
"""Articles a story has at least to be sorted on its own, and how many stories at most are."""
MOST, STORIES = 12, 6
"""Topics beyond which articles are put together by kind, and how many stories then keep theirs."""
SHORTEST = 4
"""Letters below which what a name opens with is its article, as in "Le Monde"."""
TELLING = 3
"""Strong terms a desk has to have in an article for the article to be its."""

Sort = Callable[[Sequence[Article], Found, str | None], tuple[Topic, ...]]


def topics_apart(
    stories: Sequence[Sequence[int]],
    articles: Sequence[Article],
    found: Found,
    language: str | None,
    sort: Sort,
) -> tuple[Topic, ...]:
    """The topics of several stories; ``sort`` makes those of one."""
    told = [[articles[i] for i in story] for story in stories]
    if len(told) <= PARTED and all(len(story) >= SORTED for story in told):
        topics = _sorted_apart(told, articles, found, language, sort)
    else:
        topics = _whole(told, articles, language)
    return topics


def _sorted_apart(
    stories: Sequence[Sequence[Article]],
    articles: Sequence[Article],
    found: Found,
    language: str | None,
    sort: Sort,
) -> tuple[Topic, ...]:
    """Each story's own topics behind its mark; what fits nowhere in any of them is in one rest."""
    topics, rest, names = list[Topic](), list[Extract](), _names(found)
    for number, story in enumerate(stories, 1):
        others = [article for other in stories if other is not story for article in other]
        mark = _mark(story, others, found) or str(number)
        spoken = main_language(story) or language
        own = sort(story, found, spoken)
        titles: dict[str, str] = {}
        for title in (topic.title for topic in own if not topic.rest):
            taken = (*(other.title for other in topics), *titles.values())
            titles[title] = numbered(_marked(title, mark, wording_of(spoken), names), taken)
        for topic in own:
            extracts = tuple(_beside(extract, titles) for extract in topic.extracts)
            if topic.rest:
                rest.extend(extracts)
            else:
                title, key = titles[topic.title], f"{fold(mark)}:{topic.key}"
                topics.append(replace(topic, title=title, key=key, extracts=extracts))
    if not rest:
        return tuple(topics)
    order = {article.file: i for i, article in enumerate(articles)}
    rest.sort(key=lambda extract: (order[extract.file], extract.span))
    return (*topics, Topic(wording_of(language).rest, tuple(rest), rest=True, key=REST_KEY))


def _mark(story: Sequence[Article], others: Sequence[Article], found: Found) -> str | None:
    """The name that most articles of the story have, and fewest of the others."""
    own, rest = {a.file for a in story}, {a.file for a in others}

    def marks(entity: Entity) -> tuple[float, int, str]:
        files = Counter(mention.file for mention in entity.mentions)
        inside = sum(file in own for file in files) / len(own)
        outside = sum(file in rest for file in files) / max(1, len(rest))
        return inside - outside, sum(files[file] for file in files if file in own), entity.name

    names = [e for e in found.entities if e.kind in ("place", "person", "organisation")]
    best = max(names, key=marks, default=None)
    if best is None or marks(best)[0] <= 0:
        return None
    shorter = [alias for alias in best.aliases if best.name.endswith(f" {alias}")]
    return max(shorter, key=len) if best.kind == "person" and shorter else best.name


def _beside(extract: Extract, titles: dict[str, str]) -> Extract:
    """The extract, the topic it would else stand in called as it now is."""
    runner_up = extract.runner_up
    return replace(extract, runner_up=titles.get(runner_up, runner_up)) if runner_up else extract


def _names(found: Found) -> frozenset[str]:
    """The words that names open with, as they are written."""
    kinds = ("place", "person", "organisation", "event")
    every = [name for e in found.entities if e.kind in kinds for name in (e.name, *e.aliases)]
    return frozenset(word for name in every for word in name.split()[:1])


def _marked(title: str, mark: str, wording: Wording, names: Collection[str]) -> str:
    """The title behind its story's mark, "Aude : les dégâts"; a name keeps its capital."""
    if whole(fold(mark)).search(fold(title)) or wording.colon in title:
        return title
    first = title.split()[0]
    common = len(first) < SHORTEST or first not in names
    small = common and (title[1:2].islower() or title[1:2] in "'’ ")
    return shorten(mark + wording.colon + (title[0].lower() + title[1:] if small else title))


def _whole(
    stories: Sequence[Sequence[Article]], articles: Sequence[Article], language: str | None
) -> tuple[Topic, ...]:
    """Whole articles: by story, those that stand alone by kind when they are many."""
    kept, lone = list(stories), []
    if len(stories) > MOST:
        together = [story for story in stories if len(story) > 1]
        kept = together[:STORIES]
        lone = [article for story in stories if story not in kept for article in story]
    topics: list[Topic] = []
    for story in kept:
        title = numbered(_headline(story), [topic.title for topic in topics])
        topics.append(_topic(title, fold(title), story))
    kinds = _kinds(sorted(lone, key=list(articles).index), language)
    topics.extend(_topic(kind.title, kind.key, kind.articles) for kind in kinds)
    return tuple(topics)


def _topic(title: str, key: str, articles: Sequence[Article]) -> Topic:
    extracts = [
        Extract(
            article.file,
            Span(passage.sentences[0].start, passage.sentences[-1].end),
            1.0,
            why=APART,
        )
        for article in articles
        for passage in article.passages
        if passage.sentences
    ]
    return Topic(title, tuple(extracts), key=key, rough=True)


def _headline(story: Sequence[Article]) -> str:
    """The story's shortest headline; of one that is too long, what stands before its comma."""
    names = [" ".join(article.name.split()) for article in story]
    best = tidy(min((name for name in names if len(name) > 11), key=len, default=names[0]))
    first, comma, _ = best.partition(", ")
    return first if comma and len(best) > LONGEST >= len(first) > 20 else shorten(best)


@dataclass(frozen=True, slots=True)
class _Kind:
    title: str
    key: str
    articles: list[Article]


def _kinds(articles: Sequence[Article], language: str | None) -> list[_Kind]:
    """The articles by desk, those of most articles first, those of no desk last."""
    wording = wording_of(language)
    held: dict[str, list[Article]] = {}
    for article in articles:
        held.setdefault(_desk_of(article, language), []).append(article)
    order = sorted(held, key=lambda desk: (desk not in wording.desks, -len(held[desk]), desk))
    return [
        _Kind(wording.desks.get(desk, wording.elsewhere), f"desk:{desk}", held[desk])
        for desk in order
    ]


def _desk_of(article: Article, language: str | None) -> str:
    """The desk that most of the article's strong terms are of; none when there are few."""
    spoken = article.language or language
    if spoken not in LANGUAGES:
        return ""
    frames = frames_of(spoken)
    sentences = " ".join(s.of(article.text) for p in article.passages for s in p.sentences)
    met = {
        (hit.frame, hit.term) for hit in lexicon_of(spoken).hits(sentences) if hit.count == STRONG
    }
    desks = Counter(frames[frame].desk for frame, _ in met)
    desk, terms = min(desks.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return desk if terms >= TELLING else ""
