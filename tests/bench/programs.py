"""The programs that are measured: ours, the least there can be, others on the same articles."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.bench.terminal import Key, Program

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"

OURS = "import sys; from tui.start import read; from pathlib import Path; read([Path(sys.argv[1])])"

DERIVE = """
import sys
from pathlib import Path
from dossier.index import Index
index = Index([Path(sys.argv[1])])
index.analyse(index.open())
"""

WORDS = r"[a-zà-ÿ]{3} [a-zà-ÿ]+ [a-zà-ÿ]+"
"""What an article's text has, and no heading of a pane."""

TOPICS = r"\d (topics?|thèmes?)\b"
"""What the title line says when topics and overlay stand."""

UP = b"\x1b]22;default\x07"
"""What Textual writes once its first page stands."""

REST = 2.0
"""Seconds of rest that are looked at."""

PGDN, PGUP = b"\x1b[6~", b"\x1b[5~"
READING = (
    Key("down, in the topics", b"j", 8),
    Key("to the sources", b"l", 1),
    Key("down, in the sources", b"j", 4),
    Key("to the text", b"l", 1),
    Key("next source", b"]", 2),
    Key("page down", PGDN, 2),
    Key("page up", PGUP, 2),
    Key("down, in the text", b"j", 6),
    Key("next passage", b"J", 3),
    Key("next topic", b"}", 4),
    Key("held in the text, 30/s", PGUP, 45, rate=30, back=PGDN),
    Key("to the topics", b"hh", 1),
    Key("held in the topics, 30/s", b"j", 45, rate=30, back=b"k"),
)
PAGING = (Key("to the text", b"ll", 1), Key("page down", PGDN, 20))
LISTED = (
    Key("to the sources", b"l", 1),
    Key("down, in the sources", b"j", 12),
    Key("to the text", b"l", 1),
    Key("page down", PGDN, 3),
)


def programs(home: Path, articles: int, texts: int = 0) -> Iterator[Program]:
    """Hello world, ours on the seeds and on a made dossier, and the others that are installed."""
    hello = (sys.executable, str(ROOT / "tests/bench/hello.py"))
    yield Program("hello world", hello, "Hello", up=UP, rests=REST)
    yield _ours("seeds, first time", SEEDS, home / "first", ())
    yield _ours("seeds", SEEDS, known(home / "known", SEEDS), READING)
    yield _ours("seeds, left before", SEEDS, known(home / "left", SEEDS), ())
    made = make_dossier(home / "made", articles)
    read = rf"\b{articles} articles · (?!lecture|reading)"  # topics of so many take long
    yield _ours(f"{articles} articles, first time", made, home / "first", (), read)
    yield _ours(f"{articles} articles", made, known(home / "known", made), LISTED)
    for words in (1_000, texts) if texts else ():
        text = make_text(home / f"text-{words}", words)
        yield _ours(f"a text of {words:,} words", text, home / "texts", PAGING, WORDS)
    yield from _others(home, made)


def _ours(
    name: str, folder: Path, home: Path, keys: tuple[Key, ...], whole: str = TOPICS
) -> Program:
    """Ours on a folder; from one run to the next only what was derived stands, if the home does."""
    forget = 'rm -rf "$XDG_STATE_HOME" "$XDG_DATA_HOME"' if home.name != "left" else ":"
    if home.name == "first":
        forget += ' "$XDG_CACHE_HOME"'
    python = (sys.executable, "-c", OURS, str(folder))
    command = ("sh", "-c", f'{forget}; exec "$@"', "sh", *python)
    return Program(
        name, command, WORDS, whole, keys, environment=_environment(home), up=UP, rests=REST
    )


def known(home: Path, folder: Path) -> Path:
    """The home, where everything is derived that the folder gives."""
    subprocess.run(
        (sys.executable, "-c", DERIVE, str(folder)), env=os.environ | _environment(home), check=True
    )
    return home


def _environment(home: Path) -> dict[str, str]:
    """A home of its own, our own program, and a terminal that need not be asked for its ground."""
    kinds = ("CACHE", "CONFIG", "DATA", "STATE")
    homes = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds}
    return homes | {"PYTHONPATH": str(ROOT), "COLORFGBG": "15;0"}


def _others(home: Path, made: Path) -> Iterator[Program]:
    first = min(SEEDS.glob("*.txt"))
    if shutil.which("less"):
        yield Program(
            "less, one article", ("less", str(first)), WORDS, keys=(Key("page down", b" ", 2),)
        )
    if shutil.which("frogmouth"):
        yield Program("frogmouth, one article", ("frogmouth", str(first)), WORDS, leave=b"\x03")
    if shutil.which("newsboat"):
        feed = _feed(made, home)
        command = ("newsboat", "-u", str(feed), "-c", str(home / "newsboat.db"), "-r")
        yield Program("newsboat, the made articles", command, "feed", leave=b"q")


def make_dossier(folder: Path, articles: int) -> Path:
    """A folder of so many articles, put together from the seeds' lines; the same each time."""
    folder.mkdir(parents=True)
    lines = [line for file in sorted(SEEDS.glob("*.txt")) for line in _lines(file)]
    chance = random.Random(1)  # noqa: S311 - nothing is kept secret
    for number in range(articles):
        held = chance.sample(lines, 12)
        text = "\n\n".join((held[0][:80].rsplit(" ", 1)[0], *held))
        (folder / f"{number:06}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def make_text(folder: Path, words: int) -> Path:
    """A folder of one article of so many words, put together from the seeds' lines."""
    folder.mkdir(parents=True)
    lines = [line for file in sorted(SEEDS.glob("*.txt")) for line in _lines(file)]
    chance = random.Random(1)  # noqa: S311 - nothing is kept secret
    text, many = ["Un long texte"], 0
    while many < words:
        text.append(chance.choice(lines))
        many += len(text[-1].split())
    (folder / "text.txt").write_text("\n\n".join(text) + "\n", encoding="utf-8")
    return folder


def _lines(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text("utf-8").splitlines() if len(line) > 80]


def _feed(folder: Path, home: Path) -> Path:
    """The made articles as a feed, and the file that names it to a feed reader."""
    items = "".join(
        f"<item><title>{escape(file.name)}</title><guid>{file.name}</guid>"
        f"<description>{escape(file.read_text('utf-8'))}</description></item>"
        for file in sorted(folder.iterdir())
    )
    rss = f'<rss version="2.0"><channel><title>feed</title>{items}</channel></rss>'
    (home / "feed.xml").write_text(rss, encoding="utf-8")
    urls = home / "urls"
    urls.write_text(f"{(home / 'feed.xml').as_uri()}{os.linesep}", encoding="utf-8")
    return urls
