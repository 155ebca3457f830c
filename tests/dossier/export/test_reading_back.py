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


WORDS = FLOOD.articles[0].passages[1].sentences[0].of(FLOOD.articles[0].text)


def annotation(**given: object) -> dict[str, object]:
    """An annotation as another program writes one: all in lists, the address percent-encoded."""
    target = {
        "source": "https://host.invalid/page",
        "scope": "l%C3%A0%20bas.txt",
        "selector": [
            {"type": "TextPositionSelector", "start": 40, "end": 40 + len(WORDS)},
            {"type": "TextQuoteSelector", "exact": WORDS, "prefix": "avant ", "suffix": " après"},
        ],
    }
    bodies = [
        {"type": "TextualBody", "purpose": "commenting", "value": "Une ligne."},
        {"type": "TextualBody", "purpose": "tagging", "value": "eau"},
        {"type": "TextualBody", "purpose": "commenting", "value": "Une autre."},
        {"type": "TextualBody", "purpose": "commenting", "value": ""},
        {"type": "TextualBody", "purpose": "tagging"},
        "https://host.invalid/body",
    ]
    return {"target": [target], "body": bodies, "created": "2025-01-02T03:04:05Z", **given}


def test_an_annotation_of_another_program_is_a_whole_clipping() -> None:
    """Place, words around, moment, lines of the note and tags; what says nothing adds nothing."""
    [made], untold = read_clippings(json.dumps(annotation()), FLOOD.articles, created=NOW)

    assert untold == ()
    assert (made.file, made.span.start, made.exact) == ("là bas.txt", 40, WORDS)
    assert (made.prefix, made.suffix) == ("avant ", " après")
    assert (made.created, made.note) == ("2025-01-02T03:04:05Z", "Une ligne.\nUne autre.")
    assert made.tags == ("eau",)


@pytest.mark.parametrize("key", ["first", "items", "clippings"])
def test_annotations_are_found_in_what_wraps_them(key: str) -> None:
    """A collection's first page, and its items; a lone one there too."""
    for inside in ([annotation()], {"items": [annotation()]}):
        made, untold = read_clippings(json.dumps({key: inside}), FLOOD.articles, created=NOW)

        assert (len(made), untold) == (1, ())


def test_a_clipping_keeps_its_own_moment() -> None:
    """Only one that does not say when has that of its being read."""
    record = {"file": "a.txt", "start": 0, "end": 2, "exact": "ab"}
    both = [record, {**record, "created": "2025-01-02T03:04:05Z"}]
    made, _ = read_clippings(json.dumps(both), FLOOD.articles, created=NOW)

    assert [one.created for one in made] == [NOW, "2025-01-02T03:04:05Z"]


@pytest.mark.parametrize(
    "wrong",
    [
        7,
        [],
        {"target": []},
        {"target": "https://host.invalid/page"},
        {"target": {"source": "a.txt", "selector": []}},
        {"target": {"source": "a.txt", "selector": [7]}},
        annotation(target={"source": "a.txt", "selector": {"type": "TextQuoteSelector"}}),
    ],
)
def test_what_is_no_annotation_is_told_and_the_others_are_read(wrong: object) -> None:
    """By its number, from one; whatever it is instead."""
    text = json.dumps([annotation(), wrong])
    made, [untold] = read_clippings(text, FLOOD.articles, created=NOW)

    assert len(made) == 1
    assert untold.startswith("Clipping 2 is not understood: ")


def test_json_too_deep_to_be_read_is_told() -> None:
    """It holds no clipping, and nothing fails."""
    made, untold = read_clippings("[" * 100_000, FLOOD.articles, created=NOW)

    assert made == ()
    assert len(untold) == 1


def test_a_quote_without_a_citation_or_of_several_sentences_comes_back_whole() -> None:
    """From its first word to its last; what stands nowhere is told by how it begins."""
    article = FLOOD.articles[0]
    block = next(one for one in article.passages if len(one.sentences) > 1)
    words = " ".join(one.of(article.text) for one in block.sentences)
    nowhere = "Rien de cela ne se trouve nulle part dans un article. " * 4
    text = f"## La débâcle\n\n> {words}\n\n> {nowhere}\n"
    [made], [untold] = read_clippings(text, FLOOD.articles, created=NOW)

    last = block.sentences[-1].of(article.text)
    assert made.exact.endswith(last)
    assert made.topic == "La débâcle"
    assert nowhere[:60].strip() in untold
    assert len(untold) < 160
