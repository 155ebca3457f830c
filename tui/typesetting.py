"""Typesetting: where the lines of a passage end.

A line is a pair of offsets into the text; the white space at its end belongs to no line. Rich's
wrapping breaks at no-break spaces and leaves « alone at a line's end, so this is our own: plain
text is cut with ``rfind``, wide and combining characters are counted one by one.

A long text is cut into ``leaves`` first, so that nothing ever sets more than one of them.
"""

from collections.abc import Iterator, Sequence

from tui.glyphs import cells, cut, plain

LEAF = 16_384
"""Code points at most that are set as one, so that a text of any length scrolls at once."""

_HYPHENS = "-/\xad\u2010\u2013\u2014\u200b"
_CLOSING = frozenset("»›;:!?%€$°")
_OPENING = frozenset("«‹")
_RAGGED = 12
"""Cells a line may fall short before it is cut elsewhere than at a space; half in a narrow pane."""
_NO_START = frozenset("、。，．」』）】〉》！？：；,.!?;:)]}")


def leaves(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span in pieces of at most ``LEAF``, cut at spaces where there are any."""
    while end - start > LEAF:
        space = text.rfind(" ", start + LEAF // 2, start + LEAF)
        stop = space if space > 0 else start + LEAF
        yield start, stop
        start = stop
        while start < end and text[start] == " ":
            start += 1
    if start < end:
        yield start, end


def wrap(text: str, start: int, end: int, width: int, hang: int = 0) -> Iterator[tuple[int, int]]:
    """The lines of the span, each of at most ``width`` cells, those after the first ``hang`` less.

    Line breaks in the text are spaces; every visible code point lies in exactly one line.
    """
    flow = text[start:end]
    if not flow.isprintable():
        flow = flow.translate(_SPACES)
    flow = flow.rstrip(" ")
    at, length, simple = 0, len(flow), plain(flow)
    room = max(1, width)
    while at < length:
        reach = at + room if simple else _reach(flow, at, room)
        if reach >= length:
            yield start + at, start + length
            return
        stop, after = _break(flow, at, reach, simple=simple)
        yield start + at, start + stop
        at = after
        room = max(1, width - hang)


def in_lines(title: str, room: int, most: int, hang: int = 0) -> tuple[str, ...]:
    """A title in lines, those after the first set in; the last of ``most`` is cut."""
    lines: list[str] = []
    for start, end in wrap(title, 0, len(title), room, hang):
        indent = " " * hang if lines else ""
        if len(lines) == most - 1:
            return (*lines, indent + cut(title[start:], room - len(indent)))
        lines.append(indent + title[start:end])
    return tuple(lines) or (title,)


def shared_out(needed: Sequence[int], lines: int, most: int) -> list[int]:
    """Of so many lines those that each title gets: each its second before one its third."""
    given = [1] * len(needed)
    spare = lines - len(needed)
    for nth in range(2, most + 1):
        for index, wanted in enumerate(needed):
            if wanted >= nth and spare > 0:
                given[index] += 1
                spare -= 1
    return given


_SPACES = str.maketrans(dict.fromkeys("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))


def _reach(flow: str, at: int, room: int) -> int:
    """How far a line that starts there can go: at least one code point, with what combines."""
    if plain(flow[at : at + room + 1]):
        return min(at + room, len(flow))
    used, index = 0, at
    limit = min(len(flow), at + 8 * room + 8)
    while index < limit:
        wide = cells(flow[index])
        if wide and used + wide > room and index > at:
            return index
        used += wide
        index += 1
    return index


def _break(flow: str, at: int, reach: int, *, simple: bool) -> tuple[int, int]:
    """Where the line that may go up to ``reach`` ends, and where the next one starts."""
    space = _space(flow, at, reach)
    stop = max(at, space)
    if reach - stop > min(_RAGGED, (reach - at) // 2) or stop == at:
        hyphen = max(flow.rfind(mark, at + 1, reach) for mark in _HYPHENS) + 1
        if hyphen > stop and flow[hyphen - 2 : hyphen - 1].isalpha():
            return hyphen, hyphen
        if not simple and (wide := _between_wide(flow, stop, reach)) > stop:
            stop = wide
    if stop == at:
        stop = reach
    after = stop
    while after < len(flow) and flow[after] == " ":
        after += 1
    while stop > at + 1 and flow[stop - 1] == " ":
        stop -= 1
    return stop, after


def _space(flow: str, at: int, reach: int) -> int:
    """The last space a line may end at; one that should be kept if there is no other; else -1."""
    first = space = flow.rfind(" ", at + 1, reach + 1)
    while space > at and _kept(flow, space):
        space = flow.rfind(" ", at + 1, space)
    return space if space > at else first


def _kept(flow: str, space: int) -> bool:
    """Whether the space holds its neighbours together: inside « », before : or %, in 10 000."""
    before, after = flow[space - 1], flow[space + 1 : space + 2]
    if before in _OPENING:
        return not flow[space - 2 : space - 1].isalnum()
    if after in _CLOSING:
        return not (after in "»›" and flow[space + 2 : space + 3].isalnum())
    return before.isdigit() and flow[space + 1 : space + 4].isdigit() and space > 0


def _between_wide(flow: str, stop: int, reach: int) -> int:
    """The last place between wide characters where a line may end; ``stop`` when there is none."""
    for index in range(reach, max(stop, reach - 8), -1):
        if cells(flow[index]) == 2 and flow[index] not in _NO_START:
            return index
        if cells(flow[index - 1]) == 2 and flow[index] not in _NO_START and cells(flow[index]):
            return index
    return stop
