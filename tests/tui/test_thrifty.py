"""The driver: what signals make it do, and when."""

import asyncio
import signal
from collections.abc import Iterator

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.thrifty import ThriftyDriver


@pytest.fixture(autouse=True)
def handlers_again() -> Iterator[None]:
    """Whatever a driver hears, nothing hears it after the test."""
    heard = {one: signal.getsignal(one) for one in (signal.SIGTSTP, signal.SIGCONT)}
    yield
    for one, handler in heard.items():
        signal.signal(one, handler)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done to the terminal, in order; nothing is."""
    done: list[str] = []
    for name in ("suspend_application_mode", "resume_application_mode"):
        monkeypatch.setattr(ThriftyDriver, name, lambda _, name=name: done.append(name))
    monkeypatch.setattr(
        "textual.drivers.linux_driver.os.kill", lambda *_: done.append("stopped itself")
    )
    return done


async def test_a_signal_does_not_write_in_the_middle_of_a_write(done: list[str]) -> None:
    """Who holds what is to be written would wait for itself: it is done when that is over."""
    driver = ThriftyDriver(App[object]())
    driver._has_terminal = True
    for one in (signal.SIGCONT, signal.SIGTSTP):
        signal.raise_signal(one)
    meanwhile = list(done)
    await asyncio.sleep(0)

    assert meanwhile == []
    assert done == ["resume_application_mode", "suspend_application_mode", "stopped itself"]


async def test_who_was_set_aside_is_taken_up_at_once(done: list[str]) -> None:
    """Nothing can be written before the terminal is ours again."""
    driver = ThriftyDriver(App[object]())
    assert not driver._has_terminal
    signal.raise_signal(signal.SIGCONT)

    assert done == ["resume_application_mode"]


async def test_beside_an_editor_the_program_stops_with_it(done: list[str]) -> None:
    """The editor has the terminal: the shell waits for both to stop."""
    driver = ThriftyDriver(App[object]())
    driver._has_terminal = True
    with driver.no_automatic_restart():
        signal.raise_signal(signal.SIGTSTP)

    assert done == ["stopped itself"]


async def test_the_page_stands_again_when_the_terminal_is_taken_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All of it, though nobody paints it anew: what was set aside was whole."""
    written: list[str] = []
    monkeypatch.setattr(LinuxDriver, "write", lambda _, data: written.append(data))
    driver = ThriftyDriver(App[object]())
    driver.write("\x1b[1;1HThe dyke\x1b[3;1Hheld.")
    driver.write("\x1b[?1049l")
    del written[:]
    monkeypatch.setattr(
        LinuxDriver, "start_application_mode", lambda self: self.write("\x1b[?1049h")
    )
    driver.start_application_mode()
    driver.write("\x1b[1;1HThe dyke")

    assert written[0] == "\x1b[?1049h"
    assert len(written) == 2
    assert all(words in written[1] for words in ("The dyke", "held."))
