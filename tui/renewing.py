"""Renewing: files were changed while one reads; what is shown follows, and one stays where one is.

What one reads is found again by its words. Where its article is gone, the nearest one is shown;
what is not otherwise is not drawn anew: its selection and its scroll stay.
"""

from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.on_demand import ArticlesOnDemand, OnDemand
from dossier.spans import Span
from tui.guide import Guide
from tui.lens import Lens
from tui.pages import Page
from tui.reading import Reading
from tui.wording import say, say_many

if TYPE_CHECKING:
    from dossier.search import Hit


def told(before: Dossier, after: Dossier, written: Collection[str]) -> str:
    """How many articles were renamed, added, changed or removed, how many topics are no more.

    "" for none. ``written`` are the files that may be changed, of a large dossier: the others are
    not opened. Where nothing but names and topics were to come, that they came.
    """
    if before.unsorted is not None and after.unsorted is None and not written:
        return say("Names and topics are worked out.")
    then = {article.file for article in before.articles}
    now = {article.file for article in after.articles}
    both, renamed = then & now, _renamed(before, after, then - now, now - then)
    if isinstance(after.articles, ArticlesOnDemand):
        both = both.intersection(written)
    changed = sum(before.article(file).text != after.article(file).text for file in both)
    new, gone = len(now - then) - renamed, len(then - now) - renamed
    said = (
        say_many("{n} article renamed", "{n} articles renamed", renamed) if renamed else "",
        say_many("{n} article added", "{n} articles added", new) if new else "",
        say_many("{n} article changed", "{n} articles changed", changed) if changed else "",
        say_many("{n} article removed", "{n} articles removed", gone) if gone else "",
        _topics_told(before, after),
    )
    return " · ".join(filter(None, said))


def _renamed(before: Dossier, after: Dossier, gone: Collection[str], new: Collection[str]) -> int:
    """How many of the new files say, word for word, what one that is gone said."""
    if not (gone and new):
        return 0
    texts = Counter(before.article(file).text for file in gone)
    return (texts & Counter(after.article(file).text for file in new)).total()


def _file_now(file: str | None, before: Dossier, after: Dossier) -> str | None:
    """The file that an article is now, renamed or not; as it was called where it is gone."""
    if file is None or after.has(file):
        return file
    new = (one.file for one in after.articles if not before.has(one.file))
    text = before.article(file).text
    return next((one for one in new if after.article(one).text == text), file)


def _topics_told(before: Dossier, after: Dossier) -> str:
    """How many topics are no more, or called otherwise; "" for none, or where none are known."""
    titles = {topic.title for topic in after.topics}
    gone = sum(topic.title not in titles for topic in before.topics) if titles else 0
    return say_many("{n} topic regrouped", "{n} topics regrouped", gone) if gone else ""


def clippings_told(gone: int, found: int, key: str) -> str:
    """How many clippings are not found any more, how many are again; "" for none.

    ``key`` lists them.
    """
    said = []
    if gone:
        lost = say_many(
            "{n} clipping is not found any more ({key} shows it)",
            "{n} clippings are not found any more ({key} shows them)",
            gone,
            key=key,
        )
        said.append(lost)
    if found:
        said.append(say_many("{n} clipping found again", "{n} clippings found again", found))
    return " · ".join(said)


def renew(guide: Guide, dossier: Dossier, words: str) -> None:
    """Show a dossier of which files were changed; ``words`` are those that are looked for."""
    reading, text = guide.reading, guide.desk.text
    before, selecting = reading.dossier, text.selecting
    then, offset = text.place()
    file = _file_now(then, before, dossier)
    stays = file is not None and dossier.has(file)
    if then is not None and file is not None and stays:
        offset = _found_again(before.article(then), dossier.article(file), offset)
    hits = _hits_again(guide, dossier, words) if reading.lens.narrowed else ()
    anthology = reading.file is None
    reading.take(dossier)
    reading.copied = None  # of the articles as they were
    _choose(reading, before, file, offset, anthology=anthology)
    if reading.lens.narrowed:
        reading.look(Lens(dossier, hits, narrowed=True, more=reading.lens.more))
    page, above = reading.page(), text.rows_above()
    same = _is_same_page(page, text.page_shown)
    if not same and stays:
        text.show(page, reading.marks_of, file, offset)
        text.leave_above(above)
        if selecting is not None and _is_same(selecting.article, dossier):
            text.selecting = selecting
    elif not same:
        text.show(page, reading.marks_of, reading.file, 0)
    if text.mention is not None:
        stood = text.mention[0]
        text.mention = dossier.mention_at(stood.file, stood.span.start)
    guide.refill()


def _is_same_page(page: Page, shown: Page) -> bool:
    """Whether nothing is to be drawn anew; to compare a long anthology would make all of it."""
    return page is shown or (not isinstance(page.pieces, OnDemand) and page == shown)


def _choose(
    reading: Reading, before: Dossier, file: str | None, offset: int, *, anthology: bool
) -> None:
    """Choose what is nearest to what was chosen: the topic its words stand in, the next article."""
    dossier, chosen = reading.dossier, reading.file
    if anthology and file is not None and dossier.has(file):
        holding = dossier.topics_of(file, offset)
        if reading.topic not in holding:
            reading.topic = holding[0] if holding else None
        chosen = file if reading.topic is None else None
    elif chosen is not None and not dossier.has(chosen) and dossier.has(file):
        chosen = file
    elif not dossier.has(chosen) and (chosen is not None or reading.topic is None):
        chosen = _nearest(chosen or file, before, dossier)
    reading.choose(reading.topic, chosen)


def _is_same(article: Article, dossier: Dossier) -> bool:
    return dossier.has(article.file) and dossier.article(article.file).text == article.text


def _nearest(file: str | None, before: Dossier, after: Dossier) -> str | None:
    """The article that stood next after one that is gone, else next before; None for none."""
    at = before.place(file) if file is not None and before.has(file) else 0
    order = (*range(at, len(before.articles)), *range(at - 1, -1, -1))
    files = (before.articles[place].file for place in order)
    return next((one for one in files if after.has(one)), None)


def _found_again(then: Article, now: Article, offset: int) -> int:
    """Where the words at an offset stand in the article as it is now; the offset where nowhere."""
    if then.text == now.text:
        return offset
    from dossier.clippings import clip, find_again

    passage = then.passage_at(offset)
    span = passage.span if passage else Span(offset, min(len(then.text), offset + 80))
    with suppress(ValueError):  # nothing to be found by
        clipping = clip(then, span, created="")
        found = find_again(clipping, (now,)).span
        if found is not None:
            return min(found.end - 1, found.start + max(0, offset - clipping.span.start))
    return min(offset, max(0, len(now.text) - 1))


def _hits_again(guide: Guide, dossier: Dossier, words: str) -> "tuple[Hit, ...]":
    """What is looked for, or the mentions of the name narrowed to, in the articles of today."""
    from tui.sifting import hits_of, sift

    sought = guide.hits.sought
    if words == sought:
        return next((one.hits for one in sift(dossier, words, None, _always) if one.whole), ())
    entity = next((one for one in dossier.found.entities if one.name == sought), None)
    if entity is not None:
        return tuple(hits_of(dossier, entity))
    return tuple(hit for hit in guide.reading.lens.hits if dossier.has(hit.file))


def _always() -> bool:
    return True
