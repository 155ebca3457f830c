r"""Any text as Markdown that renders to that very text, and to nothing else.

CommonMark 0.31.2 (2024): what may be escaped is ASCII punctuation (2.4), and a character
reference (2.5) stands for what a line's ends would lose. Also escaped is what GitHub, Pandoc,
Obsidian and Quarto read beyond CommonMark: tables, strikethrough, footnotes, mathematics,
highlights and comments.

Two things cannot be written in Markdown at all: NUL and half a surrogate pair become U+FFFD.
"""

import re

_ALWAYS = re.compile(r"[\\`*_\[\]<|~$^{}]|&(?=#?\w{1,32};)|=(?==)|%(?=%)")
_SHORT_WORD = "|".join(rf"(?<=\b[A-Za-z]{{{size}}})" for size in range(1, 6))
SMART = re.compile(rf"""['"@]|\.(?=\.)|-(?=-)|(?:{_SHORT_WORD})\.(?=\s)""")
"""What Pandoc's own Markdown takes for citations, for typography to mend, and for abbreviations,
whose space it would make a no-break space."""

_NUMBERED = re.compile(r"\d{1,9}(?=[.)])", re.ASCII)
_ENDS = re.compile(r"^\s+|\s+$|[\t\r]|(?<= ) +")
"""White space that would not stay as it is; Pandoc makes one of two spaces."""

_ADDRESS = re.compile(r":(?=//\S+[\t\r])|(?<=\bwww)\.(?=\S+[\t\r])")
"""Where an address that white space ends begins to be one: GitHub and Pandoc would make a link of
it, and of the reference that stands for the tab, to the next word's end."""

_UNNAMEABLE = frozenset("\x0b\x1c\x1d\x1e\x1f\x85")
"""White space that a character reference may not name; it stands as it is."""

UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_PARAGRAPH_BREAK = re.compile(r"(?<=\S)\n\n(?=\S)")


def escape(text: str, *, also: re.Pattern[str] | None = None) -> str:
    """The text as it may stand within a line of Markdown; a run of white space is one space.

    ``also``, here and below, is what is escaped beyond what every reader of Markdown needs.
    """
    return _escape_line(" ".join(writable(text).split()), also)


def paragraphs(text: str, *, also: re.Pattern[str] | None = None) -> tuple[str, ...]:
    """The text as paragraphs of Markdown, their lines as in the text, every character kept."""
    return tuple(_paragraph(part, also) for part in _PARAGRAPH_BREAK.split(writable(text)))


def block_quote(text: str) -> str:
    """The text as a block quote that renders to its very characters."""
    return in_block_quote(paragraphs(text))


def in_block_quote(markdown: tuple[str, ...]) -> str:
    """Paragraphs of Markdown as a block quote."""
    lines = "\n\n".join(markdown).split("\n")
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def writable(text: str) -> str:
    """The text with what no file of text can hold replaced, character for character."""
    return UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _paragraph(text: str, also: re.Pattern[str] | None) -> str:
    """One paragraph; a line end that would end it, beside a blank line, is a reference."""
    lines: list[str] = []
    blank_before = True
    for number, line in enumerate(text.split("\n")):
        blank = not line.strip()
        if number and (blank or blank_before):
            lines[-1] += "&#10;" + _escape_line(line, also)
        else:
            lines.append(_escape_line(line, also))
        blank_before = blank
    return "\n".join(lines)


def _escape_line(line: str, also: re.Pattern[str] | None) -> str:
    """A line, with its ends kept and nothing in it taken for Markdown."""
    line = _ADDRESS.sub(r"\\\g<0>", _ALWAYS.sub(r"\\\g<0>", line))
    line = also.sub(r"\\\g<0>", line) if also else line
    if numbered := _NUMBERED.match(line):
        line = f"{numbered[0]}\\{line[numbered.end() :]}"
    elif line[:1] in "#+-=>:":
        line = f"\\{line}" if line else line
    return _ENDS.sub(_references, line)


def _references(match: re.Match[str]) -> str:
    """White space as character references."""
    return "".join(c if c in _UNNAMEABLE else f"&#{ord(c)};" for c in match[0])
