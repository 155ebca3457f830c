"""The reader in a web page."""

import asyncio
import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from dossier import cli
from dossier.cli.misuse import Misuse
from dossier.problems import DossierError
from tui.serving import address_of, command_of, open_door, rooms
from tui.start import main

TOKEN = "token-of-a-test"  # noqa: S105 - of a test
PATIENCE = 60
"""Seconds until a test gives up what it waits for."""

Client = TestClient[aiohttp.web.Request, aiohttp.web.Application]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier of one article."""
    folder = tmp_path / "la crue"
    folder.mkdir()
    text = "La crue de mardi\n\nLa rivière est sortie de son lit mardi matin à Lyon.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return folder


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[Client]:
    """Somebody who knows the machine's address, and may know the token."""
    async with TestClient(TestServer(rooms([folder], TOKEN))) as client:
        yield client


async def test_the_page_asks_nothing_of_any_other_machine(folder: Path) -> None:
    """No address stands in the page, and its policy lets it reach this server alone."""
    async with served(folder) as client, client.get(f"/{TOKEN}/") as answer:
        page = await answer.text()

        assert answer.status == 200
        assert not re.search(r"(src|href|url)\W{0,3}(https?:)?//", page)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none';")
        assert answer.headers["Referrer-Policy"] == "no-referrer"


async def test_the_page_is_in_the_language_that_was_asked_for(folder: Path) -> None:
    """The page says which language it is in, and the reader it opens is told to speak it."""
    server = TestServer(rooms([folder], TOKEN, "fr"))
    async with TestClient(server) as client, client.get(f"/{TOKEN}/") as answer:
        page = await answer.text()

    assert '<html lang="fr">' in page
    assert "--lang=fr" in command_of([folder], "fr")
    assert "--lang" not in command_of([folder])


@pytest.mark.parametrize("path", ["", "wire", "static/js/textual.js"])
@pytest.mark.parametrize("token", ["static", "other", TOKEN[:-1], "é", "%00"])
async def test_without_the_token_nothing_is_there(folder: Path, token: str, path: str) -> None:
    """Neither the page, nor the script, nor the wire: whoever guesses learns nothing."""
    async with served(folder) as client, client.get(f"/{token}/{path}") as answer:
        assert answer.status == 404


@pytest.mark.parametrize("asked", ["OPTIONS *", "CONNECT a:1", "GET http://a"])
async def test_what_names_no_path_is_told_as_much(folder: Path, asked: str) -> None:
    """It is no failure of the server's."""
    async with served(folder) as client:
        ear, mouth = await asyncio.open_connection(client.host, client.port)
        mouth.write(f"{asked} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        status = await ear.readline()
        mouth.close()
        await mouth.wait_closed()

    assert status.split()[1] == b"404"


async def test_what_the_page_needs_is_there(folder: Path) -> None:
    """Every style, font and script that the page names is served."""
    async with served(folder) as client, client.get(f"/{TOKEN}/") as answer:
        named = set(re.findall(r"static/[\w./-]+", await answer.text()))
        got = {name: (await client.get(f"/{TOKEN}/{name}")).status for name in named}

        assert len(named) == 4
        assert set(got.values()) == {200}


async def test_the_reader_is_at_the_end_of_the_wire(folder: Path) -> None:
    """The same screen comes over it, takes keys, and leaves in order when it is left."""
    async with (
        asyncio.timeout(PATIENCE),
        serving(folder) as address,
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{address}wire?width=100&height=30") as wire,
    ):
        seen = await _until(wire, "rivière")
        await wire.send_json(["stdin", "q"])
        rest = await _all_of(wire)

    assert "la crue" in seen
    assert all(isinstance(data, bytes) for data in rest)


async def test_the_end_of_the_server_is_the_end_of_its_readers(folder: Path) -> None:
    """Ctrl+C in the server's terminal leaves the open pages in order."""
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
        async with serving(folder) as address:
            wire = await session.ws_connect(f"{address}wire?width=100&height=30")
            await _until(wire, "rivière")
            hearing = asyncio.create_task(_all_of(wire))
        await hearing

    assert wire.closed


async def _all_of(wire: "aiohttp.ClientWebSocketResponse") -> list[bytes]:
    """What still comes over the wire, until it is closed."""
    return [message.data async for message in wire]


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[str]:
    """The address that the command prints; left by Ctrl+C, with nobody left behind."""
    command = [sys.executable, "-P", "-m", "tui", "serve", str(folder)]
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, start_new_session=True
    )
    try:
        assert process.stdout is not None
        found = re.search(
            r"http://127\.0\.0\.1:\d+/\S+/", (await process.stdout.readline()).decode()
        )
        assert found
        yield found[0]
    finally:
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
    async with asyncio.timeout(PATIENCE):
        while _alive(process.pid):  # what was killed may still be about to end
            await asyncio.sleep(0.01)


def _alive(session: int) -> list[str]:
    """What still runs of a session, as far as the system tells; what has ended is no matter."""
    alive = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            stat = file.read_text()
            state, _, _, of, *_ = stat.rpartition(")")[2].split()
            alive += [stat] if int(of) == session and state != "Z" else []
    return alive


async def _until(wire: "aiohttp.ClientWebSocketResponse", words: str) -> str:
    """What came over the wire, up to some words."""
    seen = ""
    while words not in seen:
        seen += (await wire.receive_bytes()).decode("utf-8", "replace")
    return seen


def test_standard_input_is_for_one_reader(tmp_path: Path) -> None:
    """A page cannot read what comes once, nor what is not there; both are said before it opens."""
    with pytest.raises(Misuse):
        command_of([Path("-")])
    with pytest.raises(DossierError, match="nowhere"):
        command_of([tmp_path / "nowhere"])


def test_it_listens_to_this_machine_alone() -> None:
    """Unless told otherwise, and an address that is not ours is refused in a sentence."""
    with open_door("127.0.0.1", 0) as door:
        assert address_of(door, TOKEN).startswith("http://127.0.0.1:")
    with pytest.raises(DossierError, match=re.escape("192.0.2.1")):
        open_door("192.0.2.1", 0)
    assert cli.main(["serve", "--port", "70000"]) == 2


def test_a_command_without_the_screen_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model alone cannot serve; the program's own command can, and its help says how."""
    assert cli.main(["serve"]) == 2
    monkeypatch.setattr(sys, "argv", ["dossier", "serve", "-"])
    assert main() == 2
    assert "standard input" in capsys.readouterr().err


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
async def test_a_browser_shows_it_and_reaches_nothing_else(folder: Path, tmp_path: Path) -> None:
    """In Chromium the reader comes, takes a key, and every request goes to this server."""
    async with asyncio.timeout(PATIENCE), serving(folder) as address, _browser(tmp_path) as tab:
        frames: list[str] = []
        asked: list[str] = []
        await tab.send_json({"id": 1, "method": "Network.enable"})
        await tab.send_json(
            {
                "id": 2,
                "method": "Page.navigate",
                "params": {"url": address},
            }
        )
        await _hear(tab, frames, asked, until=3)
        for kind in ("keyDown", "keyUp"):
            key = {"type": kind, "key": "q", "text": "q"}
            await tab.send_json({"id": 3, "method": "Input.dispatchKeyEvent", "params": key})
        await _hear(tab, frames, asked, until=None)

    assert frames
    assert {URL(url).port for url in asked} == {URL(address).port}


async def _hear(
    tab: "aiohttp.ClientWebSocketResponse",
    frames: list[str],
    asked: list[str],
    *,
    until: int | None,
) -> None:
    """Listen to a tab until so many frames came, or until the wire was closed."""
    while until is None or len(frames) < until:
        told = await tab.receive_json()
        match told.get("method"):
            case "Network.requestWillBeSent":
                asked.append(told["params"]["request"]["url"])
            case "Network.webSocketFrameReceived":
                frames.append(told["params"]["response"]["payloadData"])
            case "Network.webSocketClosed":
                return


@asynccontextmanager
async def _browser(home: Path) -> "AsyncIterator[aiohttp.ClientWebSocketResponse]":
    """A tab of a browser nobody sees, as its developers' tools speak to it."""
    command = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu"]
    command += ["--remote-debugging-port=0", f"--user-data-dir={home / 'chromium'}", "about:blank"]
    process = await asyncio.create_subprocess_exec(
        *command, stderr=asyncio.subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    try:
        assert process.stderr is not None
        found = None
        async for line in process.stderr:
            if found := re.search(rb"ws://([\d.:]+)/", line):
                break
        assert found
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://{found[1].decode()}/json") as answer:
                tabs = json.loads(await answer.text())
            page = next(tab for tab in tabs if tab["type"] == "page")
            async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as tab:
                yield tab
    finally:
        process.kill()
        await process.wait()
