import re
from pathlib import Path
from xml.etree import ElementTree as ET

from tui.picture import draw

ARTICLES = {
    "a.txt": "Le pont est fermé\n\nLa mairie de Brest a fermé le pont mardi. Il rouvrira jeudi.\n",
    "b.txt": "Brest sans pont\n\nLe pont de Brest restera fermé deux jours, dit Claire Le Goff.\n",
}


async def test_the_picture_is_of_the_real_reader_and_needs_nothing_else(tmp_path: Path) -> None:
    """The SVG shows the articles' words, is whole XML, and fetches nothing."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text)

    svg = await draw(tmp_path, theme="papier")

    words = "".join(ET.fromstring(svg).itertext()).replace("\xa0", " ")  # noqa: S314
    assert "Le pont est fermé" in words
    assert "1 clipping" in words
    assert re.findall(r"url\((?!#)|<image|<script|https?://(?!www\.w3\.org)", svg) == []
