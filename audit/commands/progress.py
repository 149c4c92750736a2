"""How work over two seconds shows itself: a bar on a terminal, a line a minute where standard error is a file."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, TypeVar

from audit.streams import raw

__all__ = ["Meter", "counted", "working"]

Item = TypeVar("Item")
PATIENCE = 2.0
"""Seconds before a bar appears."""
MINUTE = 60.0
"""Seconds between two lines where nobody watches."""


class Meter:
    """Counts what is done; use it as a context. `total` may become known later, or never."""

    def __init__(self, noun: str, *, quiet: bool = False) -> None:
        self._noun, self._quiet = noun, quiet
        self._start = self._said = time.monotonic()
        self._done = self._before = 0
        self._total: int | None = None
        self._bar: Any = None
        self._watched = sys.stderr.isatty()

    def __enter__(self) -> Meter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    @property
    def watched(self) -> bool:
        """Whether somebody sees the bar, so that it is worth counting what there is to do."""
        return self._watched and not self._quiet

    def total(self, total: int | None, done: int = 0) -> None:
        """Say how many there are, and how many of them were done before the clock started."""
        self._total, self._before = total, done

    @property
    def rate(self) -> float:
        """Done a second since the start."""
        return self._done / max(time.monotonic() - self._start, 1e-9)

    def advance(self, by: int = 1) -> None:
        self._done += by
        now = time.monotonic()
        if self._quiet or now - self._start < PATIENCE:
            return
        if self._watched:
            self._draw()
        elif now - self._said >= MINUTE:
            self._said = now
            of = f" of {self._total:,}" if self._total is not None else ""
            done = self._before + self._done
            print(f"{done:,}{of} {self._noun}, {self.rate:,.0f} a second", file=sys.stderr, flush=True)

    def _draw(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

        if self._bar is None:
            columns = (
                TextColumn("{task.completed:,.0f} " + self._noun),
                BarColumn(),
                TextColumn("{task.fields[rate]}/s"),
                TimeElapsedColumn(),
                TimeRemainingColumn(),
            )
            self._bar = Progress(*columns, console=Console(file=raw(sys.stderr)), transient=True)
            self._bar.add_task(self._noun, total=self._total, rate="")
            self._bar.start()
        completed = self._before + self._done
        self._bar.update(self._bar.task_ids[0], completed=completed, total=self._total, rate=f"{self.rate:,.0f}")


def counted(items: Iterable[Item], noun: str, *, quiet: bool = False) -> Iterator[Item]:
    """The same items; how many there were is shown while they are used."""
    with Meter(noun, quiet=quiet) as meter:
        for item in items:
            yield item
            meter.advance()


@contextmanager
def working(words: str, *, quiet: bool = False) -> Iterator[None]:
    """A bar that moves while one long step is done of which nothing can be counted; on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(file=raw(sys.stderr)), transient=True)
    bar.add_task(words, total=None)
    starter = threading.Timer(PATIENCE, bar.start)
    starter.daemon = True
    starter.start()
    try:
        yield
    finally:
        starter.cancel()
        starter.join()
        bar.stop()
