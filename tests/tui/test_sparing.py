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
