import json
import subprocess
import sys

CODE = """
import json, sys
from tui.sparing import load_toolkit

load_toolkit()
before = [name for name in ("ssl", "textual.command") if name in sys.modules]
import ssl, textual.command
from textual.system_commands import SystemCommandsProvider
after = issubclass(SystemCommandsProvider, textual.command.Provider)
print(json.dumps([before, after, hasattr(ssl, "create_default_context")]))
"""


def test_what_is_spared_is_there_for_who_asks_for_it() -> None:
    """The toolkit is loaded without palette and TLS; both are as ever when they are imported."""
    command = [sys.executable, "-c", CODE]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == [[], True, True]


LINES = """
import gc, weakref
from tui.sparing import load_toolkit

load_toolkit()
from textual._styles_cache import StylesCache
from textual.color import Color

lines, red, blue = StylesCache(), Color(255, 0, 0), Color(0, 0, 255, 0.5)
left, (inner, outer) = weakref.ref(lines), lines.get_inner_outer(red, blue)
assert (inner.background, outer.background) == (red + blue, red), (inner, outer)
del lines
gc.collect()
print(left())
"""


def test_lines_of_what_was_left_are_let_go_of() -> None:
    """The toolkit tells the same colours, and remembers no lines for them."""
    command = [sys.executable, "-c", LINES]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "None"
