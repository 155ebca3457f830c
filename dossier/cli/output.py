"""Where the sub-commands write: standard output and standard error, in whatever state they are."""

import contextlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

_CONTROL = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
"""Compiled when something is said: a page waits a millisecond less (2026-11)."""


def neutral(text: str) -> str:
    """The text with every character a terminal could obey replaced by one it can only show.

    Line ends stay; a tab becomes a space; the other controls become their pictures, or U+FFFD.
    """
    return re.sub(_CONTROL, _picture, text)


def _picture(match: re.Match[str]) -> str:
    """What stands for a control character."""
    code = ord(match[0])
    if match[0] == "\t":
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


def say(text: str = "", *, to: TextIO | None = None) -> None:
    """Write a line; on a terminal, nothing in it is obeyed, and it stays one line anywhere."""
    _write(text.replace("\n", "\u240a") + "\n", to or sys.stdout)


def say_exactly(text: str | Iterable[str]) -> None:
    """Write a text as it is, but for a terminal's safety; its pieces are not held together.

    Where it goes to a file or a program it is UTF-8, whatever the locale: as an export's file is.
    """
    pieces, to = (text,) if isinstance(text, str) else text, sys.stdout
    _reach(to, None if to.isatty() else "utf-8")
    to.writelines(map(neutral, pieces) if to.isatty() else pieces)


def say_json(value: object) -> None:
    """Write a value as JSON, in UTF-8, whatever the locale."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        text = json.dumps(value, indent=1)
    _reach(sys.stdout, "utf-8")
    sys.stdout.write(text + "\n")


def complain(sentence: str) -> None:
    """Tell the reader, on standard error, in one sentence."""
    _write(f"dossier: {sentence}\n", sys.stderr)


@contextlib.contextmanager
def progress(sentence: str) -> Iterator[None]:
    """Say on a terminal what is being done, while it is; say nothing elsewhere."""
    if not sys.stderr.isatty():
        yield
        return
    sys.stderr.write(sentence + "\r")
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write(" " * len(sentence) + "\r")
        sys.stderr.flush()


def _write(text: str, to: TextIO) -> None:
    """Write a text to a stream that may be a terminal, a pipe, or of a poor encoding."""
    _reach(to, None)
    to.write(neutral(text) if to.isatty() else text)


def _reach(to: TextIO, encoding: str | None) -> None:
    """Have the stream take every character: what its encoding lacks is written as an escape."""
    reconfigure = getattr(to, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
