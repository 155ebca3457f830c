"""What the environment says of the terminal and cannot be so is taken no notice of."""

from pathlib import Path

import pytest

from tui.start import leave_out_nonsense
from tui.terminal import said_by


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("TEXTUAL_COLOR_SYSTEM", said) for said in ("nonsense", "", "none")),
        *(("TEXTUAL_DRIVER", said) for said in ("x", "no.such:Driver", "web_driver", ":", "")),
        *(("TEXTUAL_LOG", said) for said in ("/no/such/folder/log", "", "\0")),
        *(("COLUMNS", said) for said in ("0", "abc", "-5", "", "99999999", "²")),
        *(("LINES", said) for said in ("0", "abc", "-3", "10000")),
    ],
)
def test_nonsense_is_left_out(name: str, value: str) -> None:
    """The toolkit would fail on it, or draw for ever; what else is said stays."""
    environment = {name: value, "TERM": "xterm"}
    leave_out_nonsense(environment)

    assert environment == {"TERM": "xterm"}


def test_what_may_be_so_stays(tmp_path: Path) -> None:
    """A depth of colour, a page's driver, a log, a size: all are asked for."""
    said = {
        "TEXTUAL_COLOR_SYSTEM": "256",
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "COLUMNS": "70",
        "LINES": "24",
    }
    environment = dict(said)
    leave_out_nonsense(environment)

    assert environment == said


def test_a_ground_that_is_no_number_is_not_known() -> None:
    """A superior two is a digit to some, and no number."""
    assert said_by({"COLORFGBG": "15;²"}) is None
