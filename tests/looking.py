"""Looking at a screen and pressing its keys, as a person does: what stands in its rows."""

from rich.cells import cell_len
from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, and wait for what they ask for."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()
    await pilot.pause()


def rows_of(app: App[None]) -> list[str]:
    """The rows of the screen that is shown; each as wide as the screen, or the frame is torn."""
    width, height = app.size
    parts: list[list[tuple[int, str]]] = [[] for _ in range(height)]
    for widget in app.screen.walk_children(Widget):
        region = widget.region
        if any(True for _ in widget.children) or not widget.display or not region.area:
            continue
        strips = widget.render_lines(Region(0, 0, region.width, region.height))
        for y, strip in enumerate(strips, region.y):
            if 0 <= y < height:
                parts[y].append((region.x, strip.text))
    rows = ["".join(text for _, text in sorted(row)) for row in parts]
    torn = [row for row in rows if row and cell_len(row) != width]
    assert not torn, f"not {width} cells: {torn}"
    return rows


def text_of(app: App[None]) -> str:
    """The whole screen as one text."""
    return "\n".join(row.rstrip() for row in rows_of(app))
