"""A template of the reader's own: what it is given and may do, what is told of a wrong one."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.clippings import clip
from dossier.dossier import Dossier
from dossier.export import Document, Group, Quotation, arranged, form_named, own_form
from dossier.export.template import example, write_by
from dossier.problems import DossierError
from dossier.spans import Span
from dossier.structure import structure_article
from tests.strategies import press_text


def document_of(texts: list[str], note: str = "", group: Group = "source") -> Document:
    """Every passage of the texts, two of the last left apart, and one clipping that is lost."""
    articles = tuple(structure_article(f"{n}.txt", text) for n, text in enumerate(texts))
    dated = tuple(replace(a, url="https://example.org/a", outlet="La Gazette") for a in articles)
    quotations = [Quotation(a, (p.span,), note) for a in dated for p in a.passages]
    lost = [clip(a, a.passages[0].span, created="", note=note) for a in dated if a.passages][:1]
    return arranged(Dossier("La crue", dated, language="fr"), quotations, group=group, lost=lost)


@given(st.lists(press_text(), max_size=3), st.text(max_size=20), st.sampled_from(get_args(Group)))
def test_the_example_writes_what_the_markdown_form_writes(
    texts: list[str], note: str, group: Group
) -> None:
    """Byte for byte, whatever the texts, the notes and the order: it can be trusted as a start."""
    document = document_of(texts, note, group)

    assert write_by(example(), document) == form_named("markdown").write(document)


def test_the_example_marks_sentences_left_out() -> None:
    """Brackets stand between extracts of one passage, as in the Markdown form."""
    article = structure_article("a.txt", "Le pont ferme. Il pleut. Nul n’est blessé.")
    quotation = Quotation(article, (Span(0, 14), Span(25, 42)))
    document = arranged(Dossier("La crue", (article,), language="fr"), [quotation], group="time")

    assert r"ferme. \[…\] Nul" in write_by(example(), document)
    assert write_by(example(), document) == form_named("markdown").write(document)


def test_a_template_says_what_it_likes() -> None:
    """What is given can be put in any form: here a line a quote."""
    template = "{% for s in sections %}{% for q in s.quotes %}{{ q.source.file or q.source.url }}"
    template += ": {{ q.words[0] }} ({{ q.passage }}){% endfor %}{% endfor %}"
    document = document_of(["Le pont ferme. Nul n’est blessé."])

    assert write_by(template, document) == (
        "https://example.org/a: Le pont ferme. Nul n’est blessé. (§\u00a01)"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ sections.__class__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ tags.append('x') }}",
        "{{ said.clear() }}",
        "{{ range(10**9) | list }}",
        "{{ '{0.__class__}'.format(sections) }}{{ nothing }}",
        "{{ 1 / 0 }}",
        "{% for x in %}",
        "{{ quote",
        "{{ 'x' * 3 | unknown }}",
    ],
)
def test_a_template_reads_what_it_is_given_and_no_more(template: str) -> None:
    """What reaches for more, changes what is given or is wrong is told in one sentence."""
    with pytest.raises(DossierError, match=r"^mine\.md\.jinja, line 2: .*\.$"):
        write_by("\n" + template, document_of(["Le pont ferme."]), name="mine.md.jinja")


def test_a_templates_file_is_read_or_told(tmp_path: Path) -> None:
    """Its name says how what it writes ends; what cannot be read is one sentence."""
    page = tmp_path / "page.html.jinja"
    page.write_text("<h1>{{ document_title }}</h1>", encoding="utf-8")
    (tmp_path / "latin.jinja").write_bytes(b"\xe9")

    assert own_form(page).suffix == ".html"
    assert own_form(page).write(document_of([])) == "<h1>La crue</h1>"
    for wrong in ("latin.jinja", "none.jinja", "."):
        with pytest.raises(DossierError, match=str(tmp_path)):
            own_form(tmp_path / wrong)


HALF = "Le pont\0 ferme \ud800à midi."


@pytest.mark.parametrize("form", ["markdown", "pandoc", "html", "text", "csv"])
def test_what_cannot_be_written_is_told_beside_the_quote(form: str) -> None:
    """NUL and half a surrogate pair become U+FFFD; how many there were is said; else nothing is."""
    article = structure_article("a.txt", HALF)
    quotation = Quotation(article, (Span(0, len(HALF)),))
    document = arranged(Dossier("La crue", (article,), language="fr"), [quotation], group="source")
    written = form_named(form).write(document)
    plain = form_named(form).write(document_of(["Le pont ferme."]))

    assert "Le pont\ufffd ferme \ufffdà midi" in written
    assert "2 caractères de la source" in written
    assert written.encode()
    assert "U+FFFD" not in plain.replace("\\", "")
