"""Whether a file is there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.reading import files as there


@pytest.mark.parametrize("asked", [there.exists, there.is_file, there.is_folder, there.is_link])
def test_in_a_folder_that_is_shut_nothing_is(
    asked: Callable[[Path], bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No error tells of it: a reader of a shut folder ended with one."""

    def shut(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "stat", shut)
    monkeypatch.setattr(os, "lstat", shut)

    assert not asked(tmp_path / "a.txt")


def test_what_is_there_is_told(tmp_path: Path) -> None:
    """A file, a folder and a link, each as what it is."""
    (tmp_path / "a.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path)

    assert there.is_file(tmp_path / "a.txt")
    assert there.is_folder(tmp_path)
    assert there.is_link(tmp_path / "link")
    assert not there.exists(tmp_path / "b.txt")
