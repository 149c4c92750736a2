"""The one seam between the run and what runs it: an engine takes units and hands back their tallies as they end.

`local` is a process pool, `dask` a Dask cluster. Neither knows what a unit is; each calls the same function on it, so that
the parts written are the same, byte for byte.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import islice
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait as wait_for
from typing import Any, Protocol

from audit.corpus.tally import Tally
from audit.corpus.unit import Unit
from audit.errors import AuditError

__all__ = ["Work", "dask", "local"]

PATIENCE = 1.0
"""Seconds that a worker has to end when it is told to."""
AHEAD = 2
"""Units handed out for each worker: one in hand, one waiting. More would only take memory."""


class Work(Protocol):
    """What is done with a unit. With `alone` no other unit of this run shares the worker, and deaths are counted."""

    def __call__(self, unit: Unit, *, alone: bool = False) -> Tally: ...


def local(units: Iterable[Unit], work: Work, *, processes: int | None = None) -> Iterator[Tally]:
    """A pool of processes on this machine, as many as it has cores unless told otherwise.

    If a worker dies, nobody knows whose fault it was: the units in hand are done again one at a time, each with a worker
    of its own, so that the document that is to blame is found and given up.
    """
    count = processes or os.cpu_count() or 1
    stream = iter(units)
    while True:
        suspects: list[Unit] = []
        yield from _pool(stream, work, count, suspects)
        if not suspects:
            return
        for unit in sorted(suspects, key=lambda unit: unit.number):
            yield _by_itself(unit, work)


def _pool(stream: Iterator[Unit], work: Work, count: int, suspects: list[Unit]) -> Iterator[Tally]:
    """Tallies until the units are used up or a worker dies; then `suspects` holds what was in hand."""
    pool = _new_pool(count)
    running: dict[Future[Tally], Unit] = {}
    try:
        while True:
            for unit in islice(stream, count * AHEAD - len(running)):
                try:
                    with _interrupts_held():  # a worker is started, and known to the pool, or neither
                        running[pool.submit(work, unit)] = unit
                except BrokenProcessPool:
                    suspects.append(unit)
                    break
            if not running:
                break
            ended, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in sorted(ended, key=lambda future: running[future].number):
                unit = running.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    suspects.append(unit)
            if suspects:
                suspects += running.values()
                break
    finally:
        _end(pool)


def _by_itself(unit: Unit, work: Work) -> Tally:
    """One unit, with new workers until it is through: each death uses up a try of one document, so it ends."""
    while True:
        pool = _new_pool(1)
        try:
            return pool.submit(work, unit, alone=True).result()
        except BrokenProcessPool:
            continue
        finally:
            _end(pool)


def _new_pool(count: int) -> ProcessPoolExecutor:
    # a server that has the program loaded forks the workers: no threads are copied, and a new worker starts at once
    context = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
    if os.name == "posix":
        context.set_forkserver_preload(["audit.corpus.unit"])
        # the server and all its children are deaf to Ctrl-C from their first moment: it is for the parent to end them
        resource_tracker.ensure_running()  # first, for it sets the mask itself
        with _interrupts_held():
            forkserver.ensure_running()
    return ProcessPoolExecutor(count, mp_context=context, initializer=_start_worker)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait until what stands inside is done; what is started inside never hears it."""
    if os.name != "posix":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, and end when it does, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where there is no server, as on Windows
    parent = multiprocessing.parent_process()

    def follow() -> None:
        assert parent is not None
        wait_for([parent.sentinel])
        os._exit(1)

    if parent is not None:
        threading.Thread(target=follow, daemon=True).start()


def _end(pool: ProcessPoolExecutor) -> None:
    workers = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        with suppress(OSError):
            worker.terminate()
    for worker in workers:
        worker.join(PATIENCE)  # before this process ends, and with it what a worker that is starting needs


def dask(
    units: Iterable[Unit], work: Work, *, address: str | None = None, processes: int | None = None
) -> Iterator[Tally]:
    """A Dask cluster: that at `address`, or one made on this machine for the time of the run.

    The units of a worker that dies are done again by another; a unit under which workers die too often is done again with
    deaths counted. After a restart of the scheduler what was in hand is handed out again; one that stays away, or that has
    no workers, ends the run with `AuditError`, and the run goes on when it is started again.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise AuditError("engine dask: is not installed; pip install 'numeric-claims-audit[dask]'") from None
    cluster = None
    if address is None:
        cluster = distributed.LocalCluster(
            n_workers=processes or os.cpu_count() or 1, threads_per_worker=1, dashboard_address=None, silence_logs=50
        )
    try:
        client = distributed.Client(cluster or address, timeout=_PATIENCE)
    except (OSError, TimeoutError) as error:
        raise AuditError(f"engine dask: no scheduler answers at {address} ({error}); start one or check it") from None
    try:
        yield from _on_cluster(distributed, client, iter(units), work)
    finally:
        client.close(timeout=2)
        if cluster is not None:
            cluster.close(timeout=2)


_PATIENCE = 20
"""Seconds to wait for a scheduler to answer, and for a worker to join it."""


def _on_cluster(distributed: Any, client: Any, stream: Iterator[Unit], work: Work) -> Iterator[Tally]:
    def hand_out(unit: Unit, *, alone: bool = False) -> Any:
        future = client.submit(work, unit, alone=alone, pure=False)
        running[future.key] = unit
        return future

    running: dict[str, Unit] = {}
    _wait_for_workers(client)
    ahead = len(client.scheduler_info(n_workers=-1)["workers"]) * AHEAD
    pending = distributed.as_completed([hand_out(unit) for unit in islice(stream, ahead)])
    for future in pending:
        unit = running.pop(future.key)
        try:
            yield future.result()
        except distributed.KilledWorker:
            pending.add(hand_out(unit, alone=True))
        except distributed.CancelledError:
            _wait_for_workers(client)
            pending.add(hand_out(unit))
        else:
            for following in islice(stream, 1):
                pending.add(hand_out(following))


def _wait_for_workers(client: Any) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise AuditError(
            f"engine dask: the scheduler has no workers, or is gone ({type(error).__name__}); "
            "mend it and start the run again, it goes on where it was"
        ) from None
