"""The engine `local`: a pool of processes on this machine does the units."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import wait as wait_for

from audit.corpus.guard import TRIES
from audit.corpus.processes import await_server, context, interrupts_held, server
from audit.corpus.tally import Tally
from audit.corpus.unit import AHEAD, Unit, Work
from audit.errors import AuditError

__all__ = ["local"]

PATIENCE = 1.0
"""Seconds that a worker has to end when it is told to."""


def local(units: Iterable[Unit], work: Work, *, processes: int | None = None) -> Iterator[Tally]:
    """A pool of processes on this machine, as many as it has cores unless told otherwise.

    If a worker dies, nobody knows whose fault it was: the units in hand are done again one at a time, each with a worker
    of its own, so that the document that is to blame is found and given up.
    """
    count = processes or os.cpu_count() or 1
    stream = iter(units)
    with server():
        await_server()
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
                    with interrupts_held():  # a worker is started, and known to the pool, or neither
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
    for _ in range(TRIES * (len(unit.items) + 1)):
        pool = _new_pool(1)
        try:
            return pool.submit(work, unit, alone=True).result()
        except BrokenProcessPool:
            continue
        finally:
            _end(pool)
    raise AuditError("engine local: workers end before they begin; was the program changed, or is memory short?")


def _new_pool(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, mp_context=context(), initializer=_start_worker)


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
