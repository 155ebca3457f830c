"""The wire between a page and its reader: neither waits for the other without end."""

import asyncio
import os
import shlex
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from tui.serving.wire import speak

PATIENCE = 60
"""Seconds until a test gives up what it waits for."""

BEGUN = """
import os, sys, threading
open(sys.argv[1], "w").write(str(os.getpid()))
os.write(1, b"__GANGLION__\\n")
def paint(said):
    os.write(1, b"D" + len(said).to_bytes(4, "big") + said)
paint(b"begun")
"""
DEAF = "threading.Event().wait()"
FLOODING = "while True: paint(b'x' * 60_000)"
GONE = "os._exit(1)"
ECHOING = """
while kind := sys.stdin.buffer.read(1):
    said = sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(4), "big"))
    paint(kind + said)
    if b"quit" in said:
        break
"""

HANDSHAKE = b"""GET / HTTP/1.1\r
Host: a\r
Upgrade: websocket\r
Connection: Upgrade\r
Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
Sec-WebSocket-Version: 13\r
\r
"""


class Ends:
    """The two ends of a wire."""

    def __init__(self, told: Path) -> None:
        self._told = told
        self.address: tuple[str, int] = ("", 0)
        """Where the server listens."""
        self.tasks: list[asyncio.Task[object]] = []
        """What serves each page."""

    def reader_is_gone(self) -> bool:
        """Whether the reader's process has ended."""
        try:
            os.kill(int(self._told.read_text()), 0)
        except ProcessLookupError:
            return True
        return False


@asynccontextmanager
async def wired(code: str, folder: Path) -> AsyncIterator[Ends]:
    """A wire, at whose other end that code runs once a page asks for it."""
    told = folder / "pid"
    command = shlex.join([sys.executable, "-c", BEGUN + code, str(told)])

    async def wire(request: web.Request) -> web.StreamResponse:
        task = asyncio.current_task()
        assert task is not None
        ends.tasks.append(task)
        return await speak(request, f"exec {command}", patience=0.05)

    ends, app = Ends(told), web.Application()
    app.add_routes([web.get("/", wire)])
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        ends.address = runner.addresses[0]
        async with asyncio.timeout(PATIENCE):
            yield ends
    finally:
        await runner.cleanup()


@asynccontextmanager
async def page_at(ends: Ends) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A page that reads."""
    host, port = ends.address
    async with aiohttp.ClientSession() as session, session.ws_connect(f"http://{host}:{port}") as p:
        yield p


@pytest.mark.parametrize("code", [DEAF, FLOODING])
async def test_a_server_that_ends_waits_for_nobody(code: str, tmp_path: Path) -> None:
    """A page that takes nothing and a reader that hears nothing are left, and the reader ended."""
    async with wired(code, tmp_path) as ends:
        page, mouth = await asyncio.open_connection(*ends.address)
        mouth.write(HANDSHAKE)
        await page.readuntil(b"begun")  # and nothing after
        (task,) = ends.tasks
        task.cancel()
        await asyncio.wait({task})

        assert task.cancelled() or task.exception() is None
        assert ends.reader_is_gone()
        mouth.close()


@pytest.mark.parametrize("code", [DEAF, FLOODING, ECHOING])
async def test_a_page_that_goes_takes_its_reader_along(code: str, tmp_path: Path) -> None:
    """Closed without a word, it leaves no process behind."""
    async with wired(code, tmp_path) as ends:
        page, mouth = await asyncio.open_connection(*ends.address)
        mouth.write(HANDSHAKE)
        await page.readuntil(b"begun")
        mouth.transport.abort()
        await asyncio.gather(*ends.tasks)

        assert ends.reader_is_gone()


async def test_a_reader_that_goes_closes_its_page(tmp_path: Path) -> None:
    """However it ended, nobody looks at a page that nothing paints any more."""
    async with wired(GONE, tmp_path) as ends, page_at(ends) as page:
        said = [message.data async for message in page]
        await asyncio.gather(*ends.tasks)

        assert said == [b"begun"]
        assert page.close_code == aiohttp.WSCloseCode.OK
        assert ends.reader_is_gone()


NONSENSE = (
    *("", "q", "[", "[" * 100_000, "{}", "5", "[5]", '["quit"]', '["stdin"]', '["stdin", 5]'),
    *('["resize"]', '["resize", {"width": "x", "height": 1}]', '["resize", {"width": 1}]'),
    *('["ping"]', '["ping", {}]', '["ping", null]'),
)


async def test_what_a_page_says_is_heeded_or_passed_over(tmp_path: Path) -> None:
    """Nonsense ends nothing and reaches no reader; what follows it does."""
    async with wired(ECHOING, tmp_path) as ends, page_at(ends) as page:
        begun = await page.receive_bytes()
        for said in NONSENSE:
            await page.send_str(said)
        await page.send_bytes(b"\xff")
        await page.send_str('["stdin", "\\ud800j"]')
        await page.send_str('["resize", {"width": 7, "height": 3}]')
        heard = [await page.receive_bytes(), await page.receive_bytes()]
        await page.send_json(["ping", 1])
        pong = await page.receive_json()

        assert begun == b"begun"
        assert heard == [b"D?j", b'M{"type": "resize", "width": 7, "height": 3}']
        assert pong == ["pong", 1]
