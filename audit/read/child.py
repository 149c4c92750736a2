"""The process apart: reads one document after the other within its limits, and answers on one line."""

from __future__ import annotations

import os
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from audit.errors import failure
from audit.read.apart import stay_here
from audit.read.options import Limits

__all__ = ["main"]

_WORN = 0.6
"""The share of its limit that a process may hold and still be given another document."""


def main(descriptor: int) -> None:
    """Answer until the line is closed: whether it went well, what was made or raised, and whether it is the last."""
    stay_here()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    line = Connection(descriptor)
    limits: Limits = line.recv()
    _limit(limits)
    while True:
        try:
            several, task, where = line.recv()
        except (EOFError, OSError):
            return
        except MemoryError:
            line.send((False, limits.too_large("what was given"), True))
            return
        if several:
            _each(line, task, limits, where)
            return
        well, answer = _answer(task, limits, where)
        _send(line, (well, answer, _held() > _WORN * limits.memory * 10**6), limits, where)


def _each(line: Connection, task: Callable[[], Iterator[Any]], limits: Limits, where: str) -> None:
    """Hand over one after the other as it is found, so that nothing is lost with what comes behind it."""
    found: Iterator[Any] = iter(())
    well, answer = _answer(task, limits, where)
    if well:
        found = answer
        well, answer = _answer(partial(next, found, None), limits, where)
    while well and answer is not None:
        _send(line, (True, answer, False), limits, where)
        well, answer = _answer(partial(next, found, None), limits, where)
    _send(line, (well, answer, True), limits, where)


def _answer(task: Callable[[], Any], limits: Limits, where: str) -> tuple[bool, Any]:
    try:
        with _clock(limits):
            return True, task()
    except MemoryError:
        return False, limits.too_large(where)
    except Exception as error:
        return False, failure(where, error)


def _send(line: Connection, answer: tuple[bool, Any, bool], limits: Limits, where: str) -> None:
    try:
        line.send(answer)
    except MemoryError:
        line.send((False, limits.too_large(where), True))


def _held() -> int:
    """Bytes of memory that this process has been given, as the limit counts them: also what it has not touched or has
    freed, as libraries with threads of their own do. 0 where the system does not say so."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    except OSError:
        return 0


def _limit(limits: Limits) -> None:
    """Let the kernel refuse more memory than that, as Linux does; other systems limit the time alone."""
    most, (_, hard) = limits.memory * 10**6, resource.getrlimit(resource.RLIMIT_DATA)
    wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (wanted, wanted))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def _clock(limits: Limits) -> Iterator[None]:
    """The time in which the processor may be used; then the kernel ends this process, wherever it is."""
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _follow(parent: int) -> None:
    """End when the parent has, however it ended."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
