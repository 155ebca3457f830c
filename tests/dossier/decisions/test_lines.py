"""Where the tables and keys of a TOML file stand."""

import tomllib

import pytest

from dossier.decisions.lines import find_lines


@pytest.mark.parametrize(
    ("above", "stands"),
    [
        ("# say it: '''three quotation marks", True),
        ('title = "a \'\'\' b" # """', True),
        ('title = \'"""\'', True),
        ("title = \"a \\\" '''\"", True),
        ('title = """\n[topic] # \'\'\'\n"""', True),
        ("title = '''it's # not over", False),
    ],
)
def test_what_only_looks_like_a_long_string_hides_no_line(above: str, stands: bool) -> None:
    """A comment or a string of one line may hold the marks; what is in a long string is no line."""
    text = f"{above}\n[entity]\nname = 'x'\n"
    if stands:
        assert "entity" in tomllib.loads(text)

    found = [(line.table, line.key) for line in find_lines(text) if line.table == "entity"]

    assert found == ([("entity", None), ("entity", "name")] if stands else [])
