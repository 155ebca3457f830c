"""What `pipx install .` would put on a machine."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline with the pinned builder and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    unpacked = folder / "unpacked"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(unpacked)
    return unpacked


def test_the_wheel_holds_every_module_and_every_data_file(wheel: Path) -> None:
    """Themes, word lists and layouts travel with the code that reads them."""
    wanted = {
        path.relative_to(ROOT)
        for package in ("dossier", "tui", "themes")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    packed = {path.relative_to(wheel) for path in wheel.rglob("*") if path.is_file()}

    assert wanted <= packed
    assert any(path.parts[0] == "themes" and path.suffix == ".toml" for path in packed)


def test_the_installed_program_runs_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    """Away from the checkout, the wheel's own files read a dossier and name what is in it."""
    (tmp_path / "one.txt").write_text("La crue\n\nLe maire de Lyon a parlé mardi.\n", "utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(wheel)!r}); import tui.start\n"
        f"assert tui.start.__file__.startswith({str(wheel)!r})\n"
        "sys.argv = ['dossier', 'entities', '.', '--json']; sys.exit(tui.start.main())"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert "Lyon" in {entity["name"] for entity in json.loads(done.stdout)["entities"]}
