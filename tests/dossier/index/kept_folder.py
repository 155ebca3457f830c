"""A folder of four articles on a flood, of which what is worked out is kept."""

from pathlib import Path

import pytest

from dossier.dossier import Dossier, analyse
from dossier.index import Index

TEXTS = {
    "a.txt": "La Loire déborde à Tours\n\n3 février 2026\n\nLe maire Jean Petit a fermé le pont "
    "mardi. Des habitants ont quitté leur maison.\n\nSelon la préfecture, 300 personnes sont "
    "à l'abri.",
    "b.txt": "Crue : le pont reste fermé\n\nJean Petit attend la décrue. Le préfet vient jeudi.\n\n"
    "Les habitants de Tours demandent une aide de 2 millions d'euros.",
    "c.txt": "2 février 2026\n\nLa Loire monte encore à Tours, dit Jean Petit. Météo-France "
    "annonce de la pluie jusqu'à vendredi.\n\nLa préfecture prépare 200 lits.",
    "d.txt": "The river Loire floods Tours\n\nMayor Jean Petit closed the bridge on Tuesday.",
}


def write(folder: Path) -> Path:
    """The folder, written."""
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def make_large(patch: pytest.MonkeyPatch, least: int = len(TEXTS)) -> None:
    """So many articles are many; the rules stay the same, also while someone edits them."""
    patch.setattr("dossier.index.LARGE", least)
    patch.setattr("dossier.index.rules_mark", lambda: "rules")


def index_of(folder: Path) -> Index:
    """An index of the folder, kept beside it."""
    return Index([folder], folder.parent / "cache")


def keep(folder: Path) -> None:
    """Work everything out in this process, and keep it."""
    index = Index([folder], folder.parent / "cache", at_hand=True)
    index.keep(analyse(index.open()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of which everything is kept."""
    folder = write(tmp_path / "crue")
    keep(folder)
    return folder


def kept_file(folder: Path) -> Path:
    """The one file that is kept."""
    (file,) = (folder.parent / "cache").iterdir()
    return file


def whole_and_large(base: Path, patch: pytest.MonkeyPatch) -> tuple[Dossier, Dossier]:
    """The folder as it is opened again: taken whole, and on demand as a large one is."""
    folder = write(base / "crue")
    patch.setattr("dossier.index.rules_mark", lambda: "rules")
    keep(folder)
    whole = Index([folder], base / "cache", at_hand=True).open()
    patch.setattr("dossier.index.LARGE", len(TEXTS))
    return whole, index_of(folder).open()


class Child:
    """Does in this process what is asked of another, at once."""

    def __init__(self, command: list[str], **_: object) -> None:
        self._asked = command[-1]
        self._work()

    def _work(self) -> None:
        from dossier.index import __main__ as other

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.argv", ["", self._asked])
            patch.setattr("os.nice", lambda _: None)
            patch.setattr("gc.set_threshold", lambda *_: None)
            other.main()

    def wait(self) -> int:
        """It is done."""
        return 0

    def poll(self) -> int | None:
        """It is done."""
        return 0


class SlowChild(Child):
    """Does it when it is waited for, or told to; the test knows the one asked last."""

    asked: "list[SlowChild]"
    """All that were asked; a test begins with none."""

    def __init__(self, command: list[str], **_: object) -> None:
        self._ended = False
        self._asked = command[-1]
        self.asked.append(self)

    def wait(self) -> int:
        """Do it now."""
        if not self._ended:
            self._work()
            self._ended = True
        return 0

    def die(self) -> None:
        """End without having done it."""
        self._ended = True

    def poll(self) -> int | None:
        """None until it is done."""
        return 0 if self._ended else None


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[SlowChild]:
    """The other processes that are asked; each works when the test says so."""
    asked: list[SlowChild] = []
    monkeypatch.setattr(SlowChild, "asked", asked, raising=False)
    monkeypatch.setattr("subprocess.Popen", SlowChild)
    return asked
