"""Reading in a process apart, within limits of memory and time: what goes wrong there costs one document, never the program.

The kernel keeps the limits, so that they hold inside a library too that never comes back to Python. A process that has read
one document reads the next; one that was ended is replaced.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

from audit.errors import UnreadableError
from audit.read.options import Limits

__all__ = ["apart", "apart_each", "stay_here"]

Made = TypeVar("Made")


def apart(task: Callable[[], Made], where: str, limits: Limits) -> Made:
    """What the task gives, done in a process apart. Raises `UnreadableError` for what it raises and where it hits a limit.

    The task must be one that can be pickled. Where there are no such processes (Windows, a browser) it is done here.
    """
    if not _apart():
        return task()
    from audit.read.process import Process

    child = Process.borrowed(limits)
    child.ask((False, task, where))
    made: Made = child.answer(where)[0]
    return made


def apart_each(
    task: Callable[[], Iterator[Made | UnreadableError]], where: str, limits: Limits
) -> Iterator[Made | UnreadableError]:
    """The same for what the task gives one after the other, each within the limits; at the first that is not, it ends."""
    if not _apart():
        yield from task()
        return
    from audit.read.process import Process

    child = Process.borrowed(limits, alone=True)
    try:
        child.ask((True, task, where))
        while True:
            item, ended = child.answer(where)
            if ended:
                return
            yield item
    except UnreadableError as error:
        yield error
    finally:
        child.end()


def stay_here() -> None:
    """Do all that is asked for in this process: it is one of those apart."""
    global _here
    _here = True


_here = os.name != "posix" or not sys.executable or sys.platform in ("emscripten", "wasi")


def _apart() -> bool:
    return not _here
