"""The same run on a Dask cluster: a real scheduler, several worker processes, and deaths among them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest

from audit.corpus import Settings, Tally, run
from audit.errors import AuditError

dask = pytest.importorskip("dask", reason="the extra 'dask' is not installed")
pytest.importorskip("distributed", reason="the extra 'dask' is not installed")

SETTINGS = Settings(unit=3)


def contents(out: Path) -> dict[str, bytes]:
    return {str(file.relative_to(out)): file.read_bytes() for file in sorted(out.glob("*/*.parquet"))}


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Cluster:
    """A scheduler and two workers, each a process of its own, as on a cluster of machines."""

    def __init__(self, port: int, folder: Path) -> None:
        self.address = f"tcp://127.0.0.1:{port}"
        self._port, self._folder = port, folder
        self.scheduler = self._start_scheduler()
        self.workers = [self._start_worker() for _ in range(2)]

    def _start_worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", self.address, "--nthreads", "1", "--no-dashboard")

    def _start_scheduler(self) -> subprocess.Popen[bytes]:
        return self._start("scheduler", "--host", "127.0.0.1", "--port", str(self._port), "--no-dashboard")

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *command],
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def restart(self) -> None:
        """Kill the scheduler and start another; workers leave with theirs, as Dask has it, so these are new too."""
        self.stop()
        self.scheduler = self._start_scheduler()
        self.workers = [self._start_worker() for _ in range(2)]

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture
def cluster(port: int, tmp_path: Path) -> Iterator[Cluster]:
    started = Cluster(port, tmp_path)
    yield started
    started.stop()


def test_dask_writes_the_same_bytes_though_a_worker_is_killed(corpus: Path, tmp_path: Path, cluster: Cluster) -> None:
    run([corpus], tmp_path / "local", settings=SETTINGS, processes=1)
    ended: list[Tally] = []

    def kill_a_worker(tally: Tally) -> None:
        ended.append(tally)
        if len(ended) == 4:
            os.killpg(cluster.workers[0].pid, signal.SIGKILL)

    run([corpus], tmp_path / "dask", settings=SETTINGS, engine="dask", address=cluster.address, seen=kill_a_worker)
    assert len(ended) == 20
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")
    assert not pd.read_parquet(tmp_path / "dask" / "documents")["number"].duplicated().any()


def test_a_cluster_of_its_own_writes_the_same_bytes_and_leaves_the_users_settings_alone(
    corpus: Path, tmp_path: Path
) -> None:
    before = dask.config.get("distributed.worker.multiprocessing-method")
    run([corpus], tmp_path / "local", settings=SETTINGS, processes=1)
    run([corpus], tmp_path / "dask", settings=SETTINGS, engine="dask", processes=2)
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")
    assert dask.config.get("distributed.worker.multiprocessing-method") == before


def test_a_run_goes_on_after_the_scheduler_was_restarted(corpus: Path, tmp_path: Path, cluster: Cluster) -> None:
    run([corpus], tmp_path / "local", settings=SETTINGS, processes=1)
    ended: list[Tally] = []

    def restart(tally: Tally) -> None:
        ended.append(tally)
        if len(ended) == 4:
            cluster.restart()

    run([corpus], tmp_path / "dask", settings=SETTINGS, engine="dask", address=cluster.address, seen=restart)
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


def test_a_scheduler_that_is_not_there_is_one_clear_error(
    corpus: Path, tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.corpus.cluster.PATIENCE", 1)
    with pytest.raises(AuditError, match="no scheduler answers"):
        run([corpus], tmp_path / "dask", engine="dask", address=f"tcp://127.0.0.1:{port}")
