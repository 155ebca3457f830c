"""The wire between a page and its reader: a process that is there as long as the page is.

textual-serve runs the process and speaks with it. What it would wait for without end is bounded
here: neither a page that has stopped reading nor a reader that does not hear keeps the other, or
the server, from ending.
"""

import asyncio
import json
from contextlib import suppress

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

PATIENCE = 2.0
"""Seconds a page is given to take what is sent last, and then its reader to leave without it."""

_HEARTBEAT = 15.0
"""Seconds from one sign of life of a page to the next."""


class PageReader(AppService):
    """The reader of one page."""

    def __init__(self, command: str, request: web.Request, page: web.WebSocketResponse) -> None:
        self._request, self._page = request, page
        super().__init__(
            command,
            write_bytes=self._show,
            write_str=self._say,
            close=self._close,
            download_manager=DownloadManager(),
        )

    async def _show(self, painted: bytes) -> None:
        with suppress(ConnectionError):  # nobody looks any more; the reader is to go on and leave
            await self._page.send_bytes(painted)

    async def _say(self, said: str) -> None:
        with suppress(ConnectionError):
            await self._page.send_str(said)

    async def _close(self) -> None:
        await self._page.close()

    async def run(self) -> None:
        """Show what the reader paints; when it is gone, however it went, so is the page."""
        await super().run()
        await self._close()

    async def hear(self, said: str) -> None:
        """Heed what a page says; what is not understood is passed over."""
        match _parsed(said):
            case ["stdin", str(keys)]:
                await self.send_bytes(keys.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(width, height)
            case ["ping", str() | int() | float() as token]:
                await self._say(json.dumps(["pong", token]))
            case ["blur", *_]:
                await self.blur()
            case ["focus", *_]:
                await self.focus()

    async def end(self, patience: float) -> None:
        """Have the reader leave: in order if it does so in time, without its page, at last killed.

        It takes ``patience`` seconds twice at most.
        """
        leaving = asyncio.create_task(self._leave())
        try:
            for give_up in (self._hang_up, self._kill):
                done, _ = await asyncio.wait({leaving}, timeout=patience)
                if done:
                    break
                give_up()
        finally:
            if not self._is_gone():
                self._hang_up()
                self._kill()
        await leaving

    async def _leave(self) -> None:
        await self.stop()
        if self._process is not None:
            await self._process.wait()

    def _hang_up(self) -> None:
        if (wire := self._request.transport) is not None:
            wire.abort()

    def _is_gone(self) -> bool:
        return self._process is None or self._process.returncode is not None

    def _kill(self) -> None:
        if self._process is not None and not self._is_gone():
            with suppress(ProcessLookupError):
                self._process.kill()


async def speak(
    request: web.Request, command: str, patience: float = PATIENCE
) -> web.WebSocketResponse:
    """Run a reader at the end of a wire, until one of the two leaves."""
    page = web.WebSocketResponse(heartbeat=_HEARTBEAT, timeout=patience)
    await page.prepare(request)
    reader = PageReader(command, request, page)
    try:
        await reader.start(*(_cells(request, side) for side in ("width", "height")))
        async for message in page:
            if message.type is WSMsgType.TEXT:
                await reader.hear(message.data)
    finally:
        await asyncio.shield(asyncio.create_task(reader.end(patience)))
    return page


def _parsed(said: str) -> object:
    try:
        return json.loads(said)
    except (ValueError, RecursionError):
        return None


def _cells(request: web.Request, side: str) -> int:
    """The size a page says it has; that of an old terminal, when it says none."""
    try:
        return int(request.query[side])
    except (KeyError, ValueError):
        return 80 if side == "width" else 24
