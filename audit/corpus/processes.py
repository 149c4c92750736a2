"""How worker processes come into being: forked, where that can be done, from a server that has the program loaded."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from typing import Any

__all__ = ["await_server", "context", "interrupts_held", "server"]

_ENDING = (signal.SIGINT, signal.SIGTERM)


def context(*modules: str) -> BaseContext:
    """What starts the workers. No threads of this process are copied, and with the modules loaded a worker starts at once.

    Server and workers are deaf to Ctrl-C from their first moment: it is for this process to end them.
    """
    if os.name != "posix":
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["audit.corpus.warm", *modules])
    resource_tracker.ensure_running()  # first, for it sets the mask itself
    with interrupts_held():
        forkserver.ensure_running()
    return found


@contextmanager
def server(*modules: str) -> Iterator[BaseContext]:
    """The same while workers may be started. Ctrl-C ends the server, which would go on loading what nobody needs."""
    try:
        yield context(*modules)
    except KeyboardInterrupt:
        running: Any = forkserver
        if os.name == "posix" and running._forkserver._forkserver_pid is not None:
            with suppress(ProcessLookupError):
                os.kill(running._forkserver._forkserver_pid, signal.SIGTERM)
        raise


def await_server() -> None:
    """Wait until the server has everything loaded; unlike the start of a worker this hears Ctrl-C."""
    started: Any = context()
    first = started.Process(target=_do_nothing)
    first.start()
    first.join()


def _do_nothing() -> None:
    """What is done by a process that only shows that processes can start."""


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait until what stands inside is done; processes and threads that are started inside never hear it."""
    if os.name != "posix" or threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    # another thread may take the signal in spite of the mask, so the handler waits too
    handlers = {which: signal.signal(which, lambda number, _: heard.append(number)) for which in _ENDING}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for which, handler in handlers.items():
            signal.signal(which, handler)
        for number in heard[:1]:
            signal.raise_signal(number)
