"""The driver: what signals make it do, and when."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver

from tui.thrifty import ThriftyDriver, UntilGone, UntilTorn


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


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[int]]:
    """What is done to the terminal, begun and ended; the signals that come when it is half done."""
    done: list[str] = []
    coming: list[int] = []

    def half(name: str) -> None:
        done.append(f"{name} …")
        if coming:
            signal.raise_signal(coming.pop(0))
        done.append(name)

    def take(driver: LinuxDriver) -> None:
        half("taken")
        driver._writer_thread = WriterThread(sys.stderr)

    monkeypatch.setattr(LinuxDriver, "start_application_mode", take)
    monkeypatch.setattr(LinuxDriver, "stop_application_mode", lambda _: half("given back"))
    monkeypatch.setattr(LinuxDriver, "write", lambda *_: None)
    monkeypatch.setattr(LinuxDriver, "close", lambda _: done.append("closed"))
    monkeypatch.setattr("textual.drivers.linux_driver.os.kill", lambda *_: done.append("stopped"))
    return done, coming


TAKEN, GIVEN = ["taken …", "taken"], ["given back …", "given back"]


async def test_a_signal_waits_until_the_terminal_is_given_back(
    turns: tuple[list[str], list[int]],
) -> None:
    """Taken over in the middle of that, a half-given terminal would be what is given back."""
    done, coming = turns
    driver = ThriftyDriver(App[object]())
    driver.start_application_mode()
    coming += [signal.SIGCONT]
    signal.raise_signal(signal.SIGCONT)
    await asyncio.sleep(0)

    assert done == [*TAKEN, *[*GIVEN, "closed", *TAKEN] * 2]


async def test_a_signal_waits_until_the_terminal_is_taken(
    turns: tuple[list[str], list[int]],
) -> None:
    """It is set aside when it stands, not before: what it was like is known then."""
    done, coming = turns
    coming += [signal.SIGTSTP]
    ThriftyDriver(App[object]()).start_application_mode()
    await asyncio.sleep(0)

    assert done == [*TAKEN, *GIVEN, "closed", "stopped"]


async def test_who_leaves_does_not_take_the_terminal_again(
    turns: tuple[list[str], list[int]],
) -> None:
    """Taken up again while or after it is given back for good, it stays given back."""
    done, coming = turns
    driver = ThriftyDriver(App[object]())
    driver.start_application_mode()
    signal.raise_signal(signal.SIGCONT)
    coming += [signal.SIGCONT]
    driver.stop_application_mode()
    signal.raise_signal(signal.SIGTSTP)
    signal.raise_signal(signal.SIGCONT)
    await asyncio.sleep(0)

    assert done == [*TAKEN, *GIVEN, "stopped"]


@pytest.mark.parametrize(
    ("then", "after"), [(signal.SIGTSTP, ["stopped"]), (signal.SIGCONT, TAKEN)]
)
async def test_set_aside_twice_is_once_and_called_back_is_not_at_all(
    then: int, after: list[str], turns: tuple[list[str], list[int]]
) -> None:
    """Two quick Ctrl+z stop the program once; who is to go on before it stopped goes on."""
    done, coming = turns
    driver = ThriftyDriver(App[object]())
    driver.start_application_mode()
    coming += [then]
    signal.raise_signal(signal.SIGTSTP)
    await asyncio.sleep(0)

    assert done == [*TAKEN, *GIVEN, "closed", *after]


def test_whether_the_terminal_is_gone_may_be_asked_by_two_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who reads the keys and who ends that: the program ended where one asked amid the other."""
    asked: list[object] = []

    class Poll:
        """A poll that another asks in the middle of; two in one fail, as the system's do."""

        def register(self, terminal: int, events: int) -> None:
            """Take whatever is polled."""

        def poll(self, _: float) -> list[tuple[int, int]]:
            """What there is; nothing."""
            if self in asked:
                raise RuntimeError("concurrent poll() invocation")
            asked.append(self)
            if len(asked) == 1:
                assert not gone.is_set()
            return []

    monkeypatch.setattr("select.poll", Poll)
    gone = UntilGone(0)

    assert not gone.is_set()
    assert len(asked) == 2


async def test_what_came_before_an_editor_has_the_terminal_is_not_done_over_it(
    turns: tuple[list[str], list[int]],
) -> None:
    """The terminal is the editor's: nothing takes it from there."""
    done, coming = turns
    driver = ThriftyDriver(App[object]())
    driver.start_application_mode()
    coming += [signal.SIGCONT]
    driver.suspend_application_mode()
    await asyncio.sleep(0)

    assert done == [*TAKEN, *GIVEN, "closed"]


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


def test_a_byte_that_is_no_letter_ends_nothing() -> None:
    """Of a terminal in Latin-1, of its clipboard or an old mouse: what reads keys decodes it."""
    decoder = vars(linux_driver)["getincrementaldecoder"]("utf-8")()

    assert "getincrementaldecoder" in LinuxDriver.run_input_thread.__code__.co_names
    assert decoder.decode(b"caf\xe9 cr\xc3") + decoder.decode(b"\xa8me") == "caf\ufffd crème"
    assert decoder.decode(b"\x1b[M \xca\x28", final=True) == "\x1b[M \ufffd("


def test_a_terminal_that_is_gone_holds_nobody_up() -> None:
    """What is written to it goes nowhere, time and again, and fails for no one."""
    end, terminal = os.openpty()
    with open(terminal, "w", encoding="utf-8") as file:  # noqa: PTH123
        torn = UntilTorn(file)
        os.close(end)
        for _ in range(3):
            torn.write("x" * 20_000)
            torn.flush()

        assert torn.getvalue() == ""


def test_a_terminal_that_takes_no_more_at_once_is_waited_for() -> None:
    """Set so that a write does not wait, it shows all of the page as soon as it takes it."""
    end, terminal = os.pipe()
    os.set_blocking(terminal, False)
    said = "é" * 100_000 + "\udcff"
    with open(terminal, "w", encoding="utf-8") as file, ThreadPoolExecutor(1) as pool:  # noqa: PTH123
        written = pool.submit(UntilTorn(file).write, said)
        heard = b""
        while len(heard) < 200_006:
            heard += os.read(end, 65536)
        written.result()
    os.close(end)

    assert heard.decode() == "é" * 100_000 + "\\udcff"
