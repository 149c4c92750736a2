"""A progress bar on standard error for work that takes over two seconds; nothing where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

__all__ = ["counted"]

Item = TypeVar("Item")
PATIENCE = 2.0
"""Seconds before the bar appears."""


def counted(items: Iterable[Item], noun: str) -> Iterator[Item]:
    """The same items; how many there were is shown while they are used, on a terminal only."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,} " + noun), TimeElapsedColumn())
    start, shown = time.monotonic(), False
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=False) as progress:
        progress.stop()
        task = progress.add_task(noun, total=None)
        for item in items:
            yield item
            progress.advance(task)
            if not shown and time.monotonic() - start > PATIENCE:
                progress.start()
                shown = True
