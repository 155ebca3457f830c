"""Clippings read back from a Markdown export: under which heading they stood."""

import json
from dataclasses import replace

import pytest

from dossier.clippings import Clipping, clip
from dossier.dossier import Dossier
from dossier.export import Group, Quotation, arranged, form_named
from dossier.export.reading_back import read_clippings
from tests.flood import make_flood

NOW = "2026-03-02T08:00:00+00:00"
FLOOD = replace(make_flood(), language="fr")


def back(group: Group, *tags: str, dossier: Dossier = FLOOD) -> list[Clipping]:
    """The second passage of the first two articles, exported in groups and read back."""
    quotations = []
    for article in dossier.articles[:2]:
        span = article.passages[1].sentences[0]
        kept = clip(article, span, created=NOW, tags=tags, topic=dossier.topics[0])
        quotations.append(Quotation(article, (span,), tags=tags, clipping=kept))
    text = form_named("markdown").write(arranged(dossier, quotations, group=group))
    made, untold = read_clippings(text, dossier.articles, created=NOW)
    assert untold == ()
    return list(made)


def test_a_heading_is_the_topic_of_what_stands_under_it() -> None:
    """What was exported by topic comes back with its topic."""
    assert [one.topic for one in back("topic")] == ["La crue", "La crue"]


@pytest.mark.parametrize("group", ["source", "time"])
def test_a_source_is_no_topic(group: Group) -> None:
    """Neither a headline, nor the first words of an article without one, in whatever language."""
    for language in ("fr", "de", None):
        kept = back(group, dossier=replace(FLOOD, language=language))

        assert [one.topic for one in kept] == ["", ""]


def test_a_tag_comes_back_as_a_tag() -> None:
    """A quote that stands under two is one clipping that has both."""
    kept = back("tag", "eau", "pont")

    assert [(one.tags, one.topic) for one in kept] == [(("eau", "pont"), "")] * 2
    assert [one.topic for one in back("tag")] == ["", ""]


def test_an_annotation_or_a_clipping_may_stand_alone() -> None:
    """A JSON file that is one of them, with nothing around it."""
    article = FLOOD.articles[0]
    span = article.passages[1].sentences[0]
    words = span.of(article.text)
    annotation = {
        "type": "Annotation",
        "target": {
            "source": article.file,
            "selector": {"type": "TextQuoteSelector", "exact": words},
        },
    }
    clipping = {"file": article.file, "start": span.start, "end": span.end, "exact": words}

    for alone in (annotation, clipping):
        [made], untold = read_clippings(json.dumps(alone), FLOOD.articles, created=NOW)

        assert (made.file, made.exact, untold) == (article.file, words, ())
