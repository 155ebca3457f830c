"""What the lines at top and bottom say: where one is, and which keys matter there."""

from collections.abc import Sequence
from pathlib import Path

from dossier.dossier import extracts_in, place_in
from dossier.index import sorts_itself
from dossier.problems import Problem
from dossier.topics import Extract, Topic
from tui.commands import Command, first_keys, pick
from tui.glyphs import cut
from tui.marks import Dress
from tui.pages import Piece
from tui.reading import Reading
from tui.widgets.pane import Pane
from tui.widgets.source_pane import SourcePane
from tui.widgets.text_pane import TextPane
from tui.widgets.title_line import WAY
from tui.widgets.topic_pane import TopicPane
from tui.wording import say, say_many


def topic_title(topic: Topic | None) -> str:
    """The topic's title, or what all articles are called."""
    return topic.title if topic else say("All articles")


def way_here(reading: Reading, pane: Pane) -> str:
    """The way to a pane that stands alone: dossier, topic, article."""
    way = [reading.dossier.title]
    if not isinstance(pane, TopicPane):
        way.append(topic_title(reading.topic))
    if not isinstance(pane, TopicPane | SourcePane) and reading.file:
        way.append(cut(reading.dossier.article(reading.file).name, 40))
    return WAY.join(way[-2:])


def chosen_here(reading: Reading) -> str:
    """The dossier, and the topic that is chosen, whole: the list may have cut its title."""
    topic = [reading.topic.title] if reading.topic else []
    return WAY.join([reading.dossier.title, *topic])


def what_is_in(reading: Reading) -> str:
    """How many articles and topics the dossier has."""
    articles = say_many("{n} article", "{n} articles", len(reading.dossier.articles))
    if reading.copied is not None and reading.copied.many:
        articles += f", {say_many('{n} copy', '{n} copies', reading.copied.many)}"
    if not reading.dossier.whole:
        return f"{articles} · {say('reading the others …')}"
    if not reading.dossier.analysed:
        unasked = sorts_itself(reading.dossier)
        topics = say("working out topics …") if unasked else say("topics: run “dossier index”")
        return f"{articles} · {topics}"
    topics = say_many("{n} topic", "{n} topics", len(reading.dossier.topics))
    return " · ".join(filter(None, (articles, topics, to_come(reading))))


def to_come(reading: Reading) -> str:
    """Of how many articles names and topics are to come; "" where all were worked out."""
    unsorted = reading.dossier.unsorted
    if unsorted is None:
        return ""
    if not unsorted:
        return say("names and topics are worked out again …")
    return say_many(
        "names and topics of {n} article come later …",
        "names and topics of {n} articles come later …",
        len(unsorted),
    )


ALIAS = 20
"""Cells for a name as it is spelled there."""

SOUGHT = 24
"""Cells for what is looked for: the line stays whole beside a title, at 80 columns."""


def sought_as(words: str, *, by_name: bool) -> str:
    """What the dossier is narrowed to: a name as it is, words between quotation marks."""
    if by_name:
        return cut(words, SOUGHT)
    inner = words.strip().removeprefix('"').removesuffix('"')
    words = words.strip() if '"' in inner else inner
    return say("“{words}”", words=cut(words, SOUGHT - 4))


def kept_line(reading: Reading, dress: Dress, clippings: int, sought: str) -> str:
    """What was kept, what is narrowed and to what, and what is not shown as usual."""
    parts = []
    if reading.lens.narrowed:
        hits = len(reading.lens.hits)
        if reading.lens.more:
            parts.append(say("{n} hits and more of {sought}", n=hits, sought=sought))
        else:
            parts.append(
                say_many("{n} hit of {sought}", "{n} hits of {sought}", hits, sought=sought)
            )
    if clippings:
        parts.append(say_many("{n} clipping", "{n} clippings", clippings))
    if reading.refining is not None:
        done, many = reading.refining
        parts.append(say("refining names: {n} of {many}", n=done, many=many))
    if reading.topic and not dress.dim:
        parts.append(say("nothing dimmed"))
    if not dress.overlay:
        parts.append(say("overlay off"))
    return " · ".join(parts)


def place_lines(
    reading: Reading, file: str | None, seen: float, hit: int | None = None
) -> tuple[str, str]:
    """Which source of how many, how many extracts, how far one has read; and the same in short.

    Before it the number of the ``hit`` one stands on.
    """
    long, short = _place_lines(reading, file, seen)
    if hit is None:
        return long, short
    brief = say("hit {n}/{many}", n=hit, many=len(reading.lens.hits))
    brief += _variant_said(reading, hit)
    return f"{hit_said(reading, hit)} · {long}", f"{brief} · {short}"


def hit_said(reading: Reading, hit: int) -> str:
    """Which of the hits it is, and what it says if that is another spelling of a name."""
    said = say("hit {n} of {many}", n=hit, many=len(reading.lens.hits))
    return said + _variant_said(reading, hit)


def _variant_said(reading: Reading, hit: int) -> str:
    """What a hit says, by its number, where that is another spelling; else nothing."""
    at = reading.lens.hits[hit - 1]
    if not at.variant:
        return ""
    words = " ".join(at.span.of(reading.dossier.article(at.file).text).split())
    return say(", as {words}", words=cut(words, ALIAS))


def _place_lines(reading: Reading, file: str | None, seen: float) -> tuple[str, str]:
    sources = reading.sources()
    share = say("{n}%", n=round(seen * 100))
    at = place_in(sources, file)
    if at is None:
        parts = [say("not a source of this topic")] if file is not None else []
        if file in (reading.dossier.unsorted or ()):
            parts = [say("its names and topics come later")]
        return " · ".join([*parts, share]), share
    number = at + 1
    parts = [say("source {n} of {many}", n=number, many=len(sources))]
    if file in (reading.dossier.unsorted or ()):
        parts.append(say("its names and topics come later"))
    elif extracts := sources[at].extracts:
        parts.append(say_many("{n} extract", "{n} extracts", len(extracts)))
        if alone := sum(extract.only_here for extract in extracts):
            parts.append(say("{n} only here", n=alone))
    return " · ".join([*parts, share]), f"{number}/{len(sources)} · {share}"


def wrong_told(problems: Sequence[Problem], commands: Sequence[Command]) -> str:
    """How many problems there are, the key that lists them, and the first."""
    from tui.problems import problem_told  # with its sentences, not before something is wrong

    (key,) = first_keys("problems", among=commands)
    file, message = Path(problems[0].file).name, problem_told(problems[0].message)
    return say_many(
        "{n} problem ({key} shows it): {first}",
        "{n} problems ({key} lists them): {first}",
        len(problems),
        key=key,
        first=say("{name}: {value}", name=file, value=message),
    )


def read_extract(topic: Topic | None, piece: Piece | None) -> tuple[Topic, Extract] | str:
    """The topic, and what one reads of it; else why there is nothing to tell."""
    if topic is None or piece is None or piece.article is None:
        return say("Choose a topic to see why a passage is in it.")
    for extract in extracts_in(topic, piece.article.file):
        if extract.span.start < piece.end and extract.span.end > piece.start:
            return topic, extract
    return say("This passage is not in the topic.")


def also_in(reading: Reading, piece: Piece | None) -> str:
    """In which other articles the passage one reads stands too; empty when in none."""
    if reading.copied is None or piece is None or piece.article is None:
        return ""
    passage = piece.article.passage_at(piece.start)
    found = reading.copied.elsewhere(piece.article.file, passage.number) if passage else ()
    files = [file for file in found if reading.dossier.has(file)]  # one may be gone meanwhile
    if not files:
        return ""
    names = [a.outlet or a.name for a in map(reading.dossier.article, files[:3])]
    more = "…" if len(files) > len(names) else ""
    return say("The same in: {names}", names=", ".join(names) + more)


def no_name(reading: Reading) -> str:
    """Why no further name is painted on the page."""
    dossier = reading.dossier
    if dossier.analysed:
        return say("No further name is painted on this page.")
    if sorts_itself(dossier):
        return say("Names are still being looked for.")
    return say("Names are looked for by “dossier index”: the dossier is very large.")


def source_name(reading: Reading, file: str) -> str:
    """What to call the article of a file, in few words."""
    article = reading.dossier.article(file)
    return article.outlet or article.byline or article.name


def hints_for(pane: Pane, reading: Reading, *, alone: bool) -> list[tuple[str, str]]:
    """The five keys that matter in a pane, each with what it does.

    ``alone`` says that no other is in sight: the ways in and out matter most.
    """
    if isinstance(pane, TextPane) and pane.selecting is not None:
        ids = ("select", "other_end", "clip", "copy", "escape")
    elif isinstance(pane, TopicPane) and alone:
        ids = ("enter", "down", "find", "next_source", "help")
    elif isinstance(pane, SourcePane) and alone:
        ids = ("enter", "escape", "next_topic", "find", "help")
    elif isinstance(pane, TopicPane):
        ids = ("down", "pane_right", "next_source", "find", "help")
    elif isinstance(pane, SourcePane):
        ids = ("down", "next_source", "next_topic", "find", "help")
    elif reading.lens.narrowed:
        ids = ("next_hit", "previous_hit", "escape", "clip", "help")
    elif alone:
        ids = ("next_source", "escape", "clip", "find", "help")
    else:
        ids = ("next_source", "next_topic", "clip", "find", "help")
    commands = pick(*ids, among=getattr(pane.app, "commands", None))
    return [(command.shown.split()[0], say(command.name)) for command in commands]


def failure_told(error: Exception) -> str:
    """Why something could not be done, in the reader's language."""
    from tui.problems import problem_told  # with its sentences, not before something is wrong

    return problem_told(str(error))
