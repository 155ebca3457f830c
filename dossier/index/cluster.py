"""A cluster's workers, for archives beyond one machine: an optional extra (Dask's distributed)."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from dossier.problems import DossierError
from dossier.reading.ahead import CHUNKS_A_WORKER

PATIENCE = 10
"""Seconds that a scheduler, and then its first worker, are waited for."""


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The workers of a scheduler, and how many chunks they may have at a time.

    Raises DossierError when distributed is not installed, or no worker answers. The workers need
    this program installed.
    """
    try:
        distributed: Any = import_module("distributed")  # Any: it may not be there to be known
    except ImportError as error:
        raise DossierError(
            "A cluster takes Dask, which is not installed: pip install 'dossier-reader[cluster]'."
        ) from error
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise DossierError(f"No scheduler answers at {address}.") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except OSError as error:
            raise DossierError(f"The scheduler at {address} has no workers.") from error
        executor = client.get_executor(pure=False)
        try:
            yield executor, CHUNKS_A_WORKER * sum(client.ncores().values())
        finally:
            executor.shutdown(wait=False)
