"""The reader at the end of a pipe, as a web page's server has it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import pytest

PATIENCE = 20
"""Seconds until a test gives up what it waits for."""


@pytest.mark.parametrize(
    "size", [(10**9, 10**9), (-5, 0), ("wide", None)], ids=["huge", "none", "no size"]
)
async def test_a_reader_draws_on_whatever_size_it_is_told_and_leaves_with_its_server(
    size: tuple[object, object], tmp_path: Path
) -> None:
    """A page of a milliard of columns took all of the memory; a server that died left readers."""
    folder = tmp_path / "crue"
    folder.mkdir()
    text = "La crue de mardi\n\nLa rivière est sortie de son lit mardi matin à Lyon.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    reader = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "tui", "read", "--", str(folder)),
        env={**os.environ, "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"},
        stdin=PIPE,
        stdout=PIPE,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            await _until(reader, "rivière")
            _say(reader, b"M", json.dumps({"type": "resize", "width": size[0], "height": size[1]}))
            _say(reader, b"M", json.dumps({"type": "resize", "width": 90, "height": 20}))
            _say(reader, b"D", "?")
            await _until(reader, "Esc")
            assert reader.stdin is not None
            reader.stdin.close()
            await _until(reader, None)

            assert await reader.wait() == 0
    finally:
        if reader.returncode is None:
            reader.kill()


def _say(reader: Process, kind: bytes, said: str) -> None:
    assert reader.stdin is not None
    reader.stdin.write(kind + len(said).to_bytes(4, "big") + said.encode())


async def _until(reader: Process, words: str | None) -> None:
    """Read up to some words, or all there is."""
    assert reader.stdout is not None
    seen = b""
    while words is None or words.encode() not in seen:
        said = await reader.stdout.read(65536)
        assert said or words is None
        if not said:
            return
        seen += said
