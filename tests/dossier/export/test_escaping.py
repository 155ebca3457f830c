"""Any text as Markdown that renders to that text."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dossier.export.escaping import block_quote, escape
from tests.strategies import press_text

PARSERS = (MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"]))


def quotes_in(markdown: str, parser: MarkdownIt = PARSERS[0]) -> list[str]:
    """What the block quotes of a Markdown text render to, character for character."""
    quotes: list[list[str]] = []
    depth = 0
    for token in parser.parse(markdown):
        if token.type == "blockquote_open":
            depth += 1
            quotes.append([])
        elif token.type == "blockquote_close":
            depth -= 1
        elif depth:
            assert token.type in {"paragraph_open", "paragraph_close", "inline"}, token.type
            if token.type == "inline":
                quotes[-1].append(rendered(token.children or []))
    return ["\n\n".join(paragraphs) for paragraphs in quotes]


def rendered(children: list) -> str:  # type: ignore[type-arg]
    """The text of inline tokens; anything but text and line ends is a failure."""
    kinds = {child.type for child in children}
    assert kinds <= {"text", "softbreak"}, kinds
    return "".join("\n" if child.type == "softbreak" else child.content for child in children)


def as_writable(text: str) -> str:
    """The text with what no Markdown can hold replaced."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


PIECES = ("https://x.fr/a_b_", "<b>", "&amp;", "[^1]: x", "```", "---", "مرحبا", "👩", "10. ")
MARKS = st.lists(
    st.one_of(
        st.sampled_from("*_`[]#<>&|~$^{}=%+-:!()\\\"'1.) \t\n\n\r\u2028\u00a0\u202e\x0b\x1c\x85\0"),
        st.sampled_from(PIECES),
        st.characters(),
    ),
    max_size=40,
).map(lambda pieces: "".join(pieces).strip())


@pytest.mark.parametrize("parser", PARSERS)
@given(st.one_of(MARKS, press_text().map(str.strip)))
@example("# titre\n## sous-titre")
@example("1. un\n2) deux\n- trois\n+ quatre\n===\n---\n***")
@example("a\n\nb\n\n\nc\n \nd")
@example("    code\n\tcode\n```\ncode\n```")
@example("[^1]: note\n\n[a]: http://b 'c'\n\n![x](y)")
@example("| a | b |\n|---|---|\n| c | d |")
@example("<script>alert(1)</script>\n<!-- x -->\n&lt;b&gt; &#35; R&D")
@example("fin de ligne  \nsuite\\\nsuite")
@example("[!NOTE]\nattention ==ici== %%là%% $x$ ~~non~~ :smile:")
def test_a_quote_renders_to_its_very_words(parser: MarkdownIt, text: str) -> None:
    """Whatever the text, its block quote renders to it, and to nothing else."""
    expected = [as_writable(text)] if text else [""]

    assert (quotes_in(block_quote(text), parser) or [""]) == expected


@given(MARKS)
def test_a_line_renders_to_its_words(text: str) -> None:
    """Whatever the text, in a line it renders to its words, and makes no block."""
    (_, inline, _) = PARSERS[0].parse(f"x {escape(text)} x")

    assert rendered(inline.children or []).split() == f"x {as_writable(text)} x".split()


def test_plain_words_stay_plain() -> None:
    """What needs no escaping is not escaped: the source of an export can be read."""
    words = "« L’OTAN (1949) – 32 membres – n'a rien dit ! » : 50 % de R&D, 12,5 € (#1) + 3."

    assert block_quote(words) == f"> {words}"


def test_an_address_before_a_tab_is_no_link() -> None:
    """GitHub's Markdown would take the tab's reference and the next word into the address."""
    assert block_quote("https://a.fr/b\tLire") == "> https\\://a.fr/b&#9;Lire"
    assert block_quote("https://a.fr/b Lire") == "> https://a.fr/b Lire"
