"""Batches over the workers of a Dask cluster: a few at a time, and what to do when one dies."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import Any

from newslib.scale.batches import Batch
from newslib.scale.parts import Rows, clear_desks, written_before
from newslib.scale.work import Job, article_at, work_in_worker

__all__ = ["cores", "spread"]

_AHEAD = 3
"""Batches for each worker at a time: one at work, one waiting there, one on its way."""

_TRIES = 2
"""How often an article may stop its worker: once may be an accident."""

_ACCIDENTS = 5
"""How often the worker of a batch may die while it is at no article."""

_SETTINGS = {
    "distributed.scheduler.allowed-failures": 0,  # `_Crew` knows better what to try again
    "distributed.worker.profile.enabled": False,
    "distributed.deploy.lost-worker-timeout": "1h",  # on a busy machine a new start takes a while
    # memory given back at once has to be asked for again: a tenth of a worker's time
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
    # a batch takes seconds: nobody need look fifty times a second whether the workers still tick
    "distributed.admin.tick.interval": "500ms",
    "distributed.admin.system-monitor.interval": "5s",
}

_LOCAL = {
    "processes": True,
    "threads_per_worker": 1,
    "dashboard_address": ":0",  # any free port: two jobs may run at once
    "silence_logs": logging.CRITICAL,  # a death is in `problems_table`, not on the screen
}


def cores() -> int:
    """The cores this process may use.

    >>> cores() >= 1
    True
    """
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


@contextmanager
def _open_client(scheduler: Any, workers: int) -> Iterator[Any]:  # noqa: ANN401  # Dask has no types
    """A client of the scheduler given, or of a cluster of processes on this machine."""
    from distributed import Client

    if isinstance(scheduler, Client):
        yield scheduler
    elif scheduler is not None:
        with Client(scheduler) as client:
            yield client
    else:
        with _local_cluster(workers) as cluster, Client(cluster) as client:
            yield client


@contextmanager
def _local_cluster(workers: int) -> Iterator[Any]:
    import dask
    from distributed import LocalCluster

    with dask.config.set(_SETTINGS):
        try:
            cluster = LocalCluster(n_workers=workers, **_LOCAL)
        except RuntimeError as error:
            raise RuntimeError(
                "the workers do not start; a script calls write_tables from under "
                '`if __name__ == "__main__":`, because each worker loads the script first'
            ) from error
        with cluster:
            yield cluster


def spread(
    batches: Iterable[Batch], job: Job, *, scheduler: object, workers: int
) -> Generator[tuple[Batch, Rows], None, None]:
    """Each batch with its rows, as they are done; no cluster is started before one is to do."""
    with ExitStack() as stack:
        crew: _Crew | None = None
        for batch in batches:
            rows = written_before(job.folder, batch, job.written)
            if rows is not None:
                yield batch, rows
                continue
            if crew is None:
                client = stack.enter_context(_open_client(scheduler, workers))
                clear_desks(job.folder)
                crew = stack.enter_context(closing(_Crew(client, job)))
            yield from crew.take(batch)
        if crew is not None:
            yield from crew.rest()


class _Crew:
    """The workers of a cluster, and the batches that are with them: few, whatever the corpus.

    Where a worker dies, all that is out is brought home first; then the batches that died with
    it are tried again, each alone, so that what they do to a worker is their own doing.
    """

    def __init__(self, client: Any, job: Job) -> None:  # noqa: ANN401
        from distributed import as_completed

        self.client, self.job = client, job
        self.out: dict[Any, Batch] = {}
        self.landing = as_completed(loop=client.loop)

    def take(self, batch: Batch) -> Iterator[tuple[Batch, Rows]]:
        """Send a batch out; where enough are out, wait for one that is done."""
        future = self.client.submit(work_in_worker, batch, self.job, pure=False)
        self.out[future] = batch
        self.landing.add(future)
        if len(self.out) >= _AHEAD * max(1, sum(self.client.nthreads().values())):
            yield from self._land(next(self.landing))

    def rest(self) -> Iterator[tuple[Batch, Rows]]:
        """All that is still out."""
        while self.out:
            yield from self._land(next(self.landing))

    def close(self) -> None:
        """Call back what is out."""
        if self.out:  # of nothing, Dask would tell all clients, and trip one that just connects
            self.client.cancel(list(self.out))

    def _land(self, future: Any) -> Iterator[tuple[Batch, Rows]]:  # noqa: ANN401
        """What has come back; after a death, what else is out first, then those that fell."""
        from distributed import KilledWorker

        fallen: list[Batch] = []
        while True:
            batch = self.out.pop(future)
            try:
                rows = _result(future)
            except KilledWorker:
                fallen.append(batch)
            else:
                yield batch, rows
            if not (fallen and self.out):
                break
            future = next(self.landing)
        for batch in fallen:
            yield batch, self._rescue(batch)

    def _rescue(self, batch: Batch) -> Rows:
        """The rows of a batch whose worker died, without the articles it dies of each time."""
        from distributed import KilledWorker

        job, deaths = self.job, Counter[int | None]()
        while deaths[None] < _ACCIDENTS:
            known = frozenset(at for at, n in deaths.items() if at is not None and n >= _TRIES)
            job.note(batch).unlink(missing_ok=True)
            careful = {"left_out": known, "careful": True, "pure": False}
            try:
                return _result(self.client.submit(work_in_worker, batch, job, **careful))
            except KilledWorker as error:
                deaths[article_at(job, batch)] += 1 + error.allowed_failures
        raise RuntimeError(
            f"{batch.name} stops its worker though each of its articles alone does not: too "
            "little memory; call again with fewer workers, and what is done is kept"
        )


def _result(future: Any) -> Rows:  # noqa: ANN401
    """What came back. The future is let go at once.

    A result that Dask still holds for us is computed again when its worker dies, beside what is
    tried alone.
    """
    try:
        rows: Rows = future.result()
    finally:
        future.release()
    return rows
