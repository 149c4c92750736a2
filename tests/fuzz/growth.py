"""Work counted in steps, which are the same on every machine: lines that run, each round of a loop anew."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

__all__ = ["steps"]


def steps(work: Callable[[], Any]) -> int:
    """The lines that run while the work is done; a comprehension counts once for each of its items."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return seen

    before = sys.gettrace()
    sys.settrace(seen)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
