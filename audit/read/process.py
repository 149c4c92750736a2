"""One process apart and the line to it, as its parent sees it."""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from audit.errors import UnreadableError
from audit.read.options import Limits

__all__ = ["Process"]

_WALL = 10
"""Times the processor time that may pass by the clock, for what waits and does not work: a dead network drive."""
_MAIN = "import sys; from audit.read.child import main; main(int(sys.argv[1]))"


class Process:
    """It reads one document after the other, until one of them is its last."""

    _idle: dict[tuple[int, Limits], list[Process]] = {}  # noqa: RUF012  (shared on purpose)

    def __init__(self, limits: Limits, *, alone: bool) -> None:
        self.limits, self.alone, self.owner = limits, alone, os.getpid()
        ours, theirs = socket.socketpair()
        paths = os.pathsep.join(path for path in sys.path if path)
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-c", _MAIN, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env={**os.environ, "PYTHONPATH": paths},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self.line = Connection(ours.detach())

    @classmethod
    def borrowed(cls, limits: Limits, *, alone: bool = False) -> Process:
        """One that waits for work, or a new one; processes of a parent that was forked are not its own."""
        waiting = cls._idle.get((os.getpid(), limits), [])
        while waiting and not alone:
            with suppress(IndexError):  # another thread was faster
                child = waiting.pop()
                if child.process.poll() is None:
                    return child
        child = cls(limits, alone=alone)
        with suppress(OSError):  # it has died already: the first question finds that out
            child.line.send(limits)
        return child

    def ask(self, request: tuple[bool, Any, str]) -> None:
        """Hand it a task: whether it gives several, the task, and the name of its input."""
        try:
            self.line.send(request)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has died; asked for its answer it says of what
        except BaseException:
            self.end()
            raise

    def answer(self, where: str) -> tuple[Any, bool]:
        """What was made, and whether that is all. Raises `UnreadableError`."""
        try:
            if not self.line.poll(self.limits.seconds * _WALL):
                raise self.limits.too_slow(where)
            well, made, last = self.line.recv()
        except (EOFError, ConnectionResetError):
            raise self._ended(where) from None
        except BaseException:
            self.end()
            raise
        if last:
            self.end()
        elif not self.alone:
            self._idle.setdefault((self.owner, self.limits), []).append(self)
        if not well:
            raise made
        return made, last

    def _ended(self, where: str) -> UnreadableError:
        """Why a process that gave no answer is gone."""
        code = self.process.wait()
        self.line.close()
        if code == -signal.SIGPROF:
            return self.limits.too_slow(where)
        name = signal.Signals(-code).name if code < 0 else f"code {code}"
        reason = f"ended the process that read it ({name}): it is broken, or takes more than {self.limits.memory:,} MB"
        return UnreadableError(where, reason, "save it again, or allow more with --memory")

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.line.close()


@atexit.register
def _end_idle() -> None:
    for (owner, _), children in Process._idle.items():
        for child in children if owner == os.getpid() else ():
            child.end()
