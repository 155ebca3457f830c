"""The reader in a web page: ``dossier serve PATH``.

textual-serve runs the reader, one process a page, and its script draws the terminal. What stands
around that is ours: a door that opens only to who has the whole address, and a page that asks
nothing of any other machine (textual-serve's own takes its font from the web).
"""

import asyncio
import secrets
import shlex
import signal
import socket
import sys
from argparse import Namespace
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path

import textual_serve
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from dossier.cli.misuse import Misuse
from dossier.cli.output import complain
from dossier.cli.output import say as write
from dossier.problems import DossierError
from dossier.reading import STDIN
from dossier.reading.files import find_files
from tui.serving.page import page_of, policy_of
from tui.serving.wire import speak as speak_over
from tui.settings import config_folder, load_settings
from tui.wording import LANGUAGES, language_of, say, speak

TOKEN_BYTES = 16
"""As many as a stranger cannot guess: 128 bits."""

PATIENCE = 5.0
"""Seconds the readers of open pages are given to leave in order, when the server ends."""


def serve(asked: Namespace, language: str | None = None) -> int:
    """Serve the dossier until Ctrl+C, in the language asked for; the exit status."""
    language = language or load_settings(config_folder() / "settings.toml").settings.language
    language = language if language in LANGUAGES else language_of()
    speak(language)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    app = rooms(asked.paths, token, language)
    door = open_door(asked.host, asked.port)
    write(say("Read in a browser at {address}", address=address_of(door, token)))
    if not _is_loopback(door):
        complain(say("Whoever has this address reads, clips and exports as you do."))
    write(say("Ctrl+C ends it."))
    sys.stdout.flush()
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    web.run_app(
        app,
        sock=door,
        print=None,
        access_log=None,
        shutdown_timeout=PATIENCE,
        loop=loop,
    )
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # struck twice, it ends no less in order
    return 0


def rooms(paths: Sequence[Path], token: str, language: str | None = None) -> web.Application:
    """What answers the browser: the page, its script and fonts, and the wire to the reader."""
    wires = _Wires(command_of(paths, language))
    spoken = language or language_of()
    statics = Path(textual_serve.__file__).parent / "static"

    async def page(_: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(TOKEN_BYTES)
        headers = {
            "Content-Security-Policy": policy_of(nonce),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        return web.Response(text=page_of(nonce, spoken), content_type="text/html", headers=headers)

    app = web.Application(middlewares=[_keeper_of(token)])
    app.add_routes(
        [
            web.get(f"/{token}/", page),
            web.get(f"/{token}/wire", wires.speak),
            web.static(f"/{token}/static", statics),
        ]
    )
    app.on_shutdown.append(wires.let_go)
    return app


class _Wires:
    """The wires that are open, each with a reader of its own at its end."""

    def __init__(self, command: str) -> None:
        self._command = command
        self._open: set[asyncio.Task[object]] = set()

    async def speak(self, request: web.Request) -> web.WebSocketResponse:
        """Run a reader for a page, until one of the two leaves."""
        task = asyncio.current_task()
        if task is not None:
            self._open.add(task)
            task.add_done_callback(self._open.discard)
        return await speak_over(request, self._command)

    async def let_go(self, _: web.Application) -> None:
        """Have every reader leave: the server ends."""
        for task in tuple(self._open):
            task.cancel()
        if self._open:
            await asyncio.wait(self._open, timeout=PATIENCE)


def _keeper_of(token: str) -> Middleware:
    """Who has not the whole address is told that nothing is here."""
    expected = token.encode()

    @web.middleware
    async def keeper(request: web.Request, handler: Handler) -> web.StreamResponse:
        given = "".join(request.path.split("/")[1:2]).encode("utf-8", "replace")
        if not secrets.compare_digest(given, expected):
            raise web.HTTPNotFound
        return await handler(request)

    return keeper


def command_of(paths: Sequence[Path], language: str | None = None) -> str:
    """What a shell runs for one page, in the language that was asked for.

    Raises Misuse for standard input, which only one page could take, and DossierError where there
    is nothing to read.
    """
    if STDIN in paths:
        raise Misuse(say("A page cannot read standard input: name a folder or files."))
    next(find_files(paths, []), None)
    spoken = [f"--lang={language}"] if language else []
    words = [sys.executable, "-P", "-m", "tui", "read", *spoken, "--"]
    return "exec " + shlex.join([*words, *(str(path.absolute()) for path in paths)])


def open_door(host: str, port: int) -> socket.socket:
    """What listens there; port 0 takes a free one.

    Raises DossierError where it cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        why = error.strerror or error
        told = say("Cannot listen on {host}, port {port}: {why}.", host=host, port=port, why=why)
        raise DossierError(told) from error


def address_of(door: socket.socket, token: str) -> str:
    """What the reader opens; on all addresses, this machine's own name stands for them."""
    host, port = door.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = socket.gethostname()
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/{token}/"


def _is_loopback(door: socket.socket) -> bool:
    return ip_address(door.getsockname()[0]).is_loopback
