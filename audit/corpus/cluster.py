"""The engine `dask`: a cluster's workers do the units."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from importlib import import_module
from itertools import islice
from typing import Any

from audit.corpus.processes import await_server, interrupts_held, server
from audit.corpus.tally import Tally
from audit.corpus.unit import AHEAD, Unit, Work
from audit.errors import AuditError

__all__ = ["dask"]

PATIENCE = 20
"""Seconds to wait for a scheduler to answer, and for a worker to join it."""


def dask(
    units: Iterable[Unit], work: Work, *, address: str | None = None, processes: int | None = None
) -> Iterator[Tally]:
    """A Dask cluster: that at `address`, or one made on this machine for the time of the run.

    The units of a worker that dies are done again by another; a unit under which workers die too often is done again with
    deaths counted. After a restart of the scheduler what was in hand is handed out again; one that stays away, or that has
    no workers, ends the run with `AuditError`, and the run goes on when it is started again.
    """
    client = cluster = None
    with ExitStack() as stack:
        if address is None:  # first, so that the server loads the program while this process loads Dask
            starts = stack.enter_context(server("distributed.nanny")).get_start_method()
        distributed = _loaded()
        try:
            if address is None:
                stack.enter_context(import_module("dask.config").set(_settings(starts)))
                cluster = _own_cluster(distributed)
                await_server()
                cluster.scale(processes or os.cpu_count() or 1)
            client = _client(distributed, cluster, address)
            yield from _on_cluster(distributed, client, iter(units), work)
        finally:
            with interrupts_held():
                _end(client, cluster)


def _loaded() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise AuditError("engine dask: is not installed; pip install 'numeric-claims-audit[dask]'") from None


def _settings(starts: str) -> dict[str, Any]:
    """How workers start; and that each looks after itself by the second, not fifty times in one, for nobody watches it."""
    return {
        "distributed.worker.multiprocessing-method": starts,
        "distributed.worker.profile.enabled": False,
        "distributed.worker.memory.monitor-interval": "1s",
        "distributed.admin.tick.interval": "1s",
        "distributed.admin.system-monitor.interval": "5s",
    }


def _own_cluster(distributed: Any) -> Any:
    """A cluster on this machine, as yet without workers."""
    with interrupts_held():
        return distributed.LocalCluster(
            n_workers=0, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
        )


def _client(distributed: Any, cluster: Any, address: str | None) -> Any:
    try:
        with interrupts_held():
            return distributed.Client(cluster or address, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:  # ValueError: an address that can be none
        raise AuditError(f"engine dask: no scheduler answers at {address} ({error}); start one or check it") from None


def _end(client: Any, cluster: Any) -> None:
    """Leave the cluster; end one of our own at once, for a worker with a unit in hand would be given time to finish it."""
    if cluster is not None:
        for nanny in cluster.workers.values():
            nanny.auto_restart = False
            if nanny.pid:
                with suppress(OSError):
                    os.kill(nanny.pid, signal.SIGTERM)
    for each in (client, cluster):
        with suppress(TimeoutError, AssertionError):  # as where a worker had not started yet
            if each is not None:
                each.close(timeout=1)


def _on_cluster(distributed: Any, client: Any, stream: Iterator[Unit], work: Work) -> Iterator[Tally]:
    running: dict[str, Unit] = {}

    def hand_out(unit: Unit, *, alone: bool = False) -> Any:
        future = client.submit(work, unit, alone=alone, pure=False)
        running[future.key] = unit
        return future

    def more() -> list[Any]:
        """As many units as the workers that there are now can take, and one where nobody knows how many there are."""
        return [hand_out(unit) for unit in islice(stream, max(1, _workers(client) * AHEAD - len(running)))]

    _wait_for_workers(client)
    pending = distributed.as_completed(more())
    for future in pending:
        unit = running.pop(future.key)
        try:
            yield future.result()
        except distributed.KilledWorker:
            pending.add(hand_out(unit, alone=True))
        except distributed.CancelledError:
            _wait_for_workers(client)
            pending.add(hand_out(unit))
        except (ImportError, AttributeError, TypeError) as error:
            raise AuditError(f"engine dask: a worker has another program ({error}); install this one there") from None
        else:
            pending.update(more())


def _workers(client: Any) -> int:
    try:
        return len(client.scheduler_info(n_workers=-1)["workers"])
    except (OSError, TimeoutError):  # a scheduler that is being restarted
        return 0


def _wait_for_workers(client: Any) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise AuditError(
            f"engine dask: the scheduler has no workers, or is gone ({type(error).__name__}); "
            "mend it and start the run again, it goes on where it was"
        ) from None
