"""How many documents a corpus holds, without reading them."""

from __future__ import annotations

from collections.abc import Sequence

from audit.read import ReadOptions, find

__all__ = ["count"]


def count(sources: Sequence[str], options: ReadOptions) -> int:
    """The number of documents and failures that `find` will come upon."""
    return sum(1 for _ in find(sources, options))
