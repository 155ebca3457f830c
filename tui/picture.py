"""The picture of the reader in the README: made by ``make picture``, from the real program."""

import asyncio
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.clippings import ClippingStore
from dossier.dossier import analyse, open_dossier
from tui.app import DossierApp
from tui.settings import Settings

SIZE = (120, 34)
KEYS = ("j", "j", "l", "l", "m", "h")
"""A topic, a source of it, a passage clipped."""

_FONTS = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'


async def draw(folder: Path, *, theme: str = "encre") -> str:
    """The reader on the articles of a folder, as SVG that needs nothing from elsewhere."""
    with TemporaryDirectory() as kept:
        store = ClippingStore(Path(kept) / "clippings.jsonl", "picture")
        dossier = analyse(open_dossier([folder]))
        app = DossierApp(dossier, settings=Settings(theme=theme), store=store)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await pilot.press(*KEYS)
            await pilot.pause()
            return standing_alone(app.export_screenshot(title=f"dossier {folder.name}"))


def standing_alone(svg: str) -> str:
    """The SVG without the fonts it would fetch; the reader's own takes their place."""
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    return re.sub(r"font-family: ?(?:Fira Code|arial)[^;]*;", f"font-family: {_FONTS};", svg)


def main() -> None:
    """``python -m tui.picture FOLDER FILE``: write the picture of a folder."""
    folder, file = map(Path, sys.argv[1:3])
    file.write_text(asyncio.run(draw(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
