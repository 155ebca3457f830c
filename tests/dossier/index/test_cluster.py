"""A cluster's workers read as this machine does; what is missing is told."""

import sys
from pathlib import Path

import pytest

from dossier.dossier import open_dossier
from dossier.index import Index
from dossier.index.ahead import bring_by
from dossier.index.cluster import cluster
from dossier.problems import DossierError


def test_what_a_cluster_needs_is_told_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Dask there is no cluster, and how to have one is said."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with (
        pytest.raises(DossierError, match=r"pip install 'dossier-reader\[cluster\]'"),
        cluster("tcp://127.0.0.1:1"),
    ):
        pass


def test_a_cluster_of_two_workers_reads_the_same_dossier(tmp_path: Path) -> None:
    """Two processes of a cluster on this machine read every file as one does."""
    distributed = pytest.importorskip("distributed")
    for number in range(8):
        text = f"Le procès s'ouvre lundi ({number})\n\n" + "La cour entend Anne Le Goff.\n\n" * 900
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    missed: list[str] = []

    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as local,
        cluster(local.scheduler_address) as (executor, at_once),
    ):
        read: list[int] = []
        bring = bring_by(executor, at_once, told=read.append, missed=missed)
        dossier = Index([tmp_path], tmp_path / "kept", bring=bring).open()

    assert (at_once, missed, read) == (4, [], list(range(1, 9)))
    assert dossier == open_dossier([tmp_path])
