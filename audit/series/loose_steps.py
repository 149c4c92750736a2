"""Steps to and from cells that stand for a range: what is sure of 'about 850' after '~600', or of 700 after it."""

from __future__ import annotations

import numpy as np

from audit.series.table import Steps, Table

__all__ = ["loose_steps"]


def loose_steps(table: Table, column: str) -> Steps:
    """The steps between neighbouring cells of a key of which one at least stands for a range, by the least that it moved.

    Below zero is a sure fall, above it a sure rise; 0 leaves it open: from 35 to 'more than 30' it may have gone either way.
    Cells that say 'unknown' are passed over.
    """
    printed = table.columns[column]
    if printed.ends is None:
        nothing = np.zeros(0, dtype=np.intp)
        return Steps(nothing, nothing, np.zeros(0))
    low, high = printed.between()
    loose = np.isnan(printed.values)
    told = ~np.isnan(low) & ~((low <= 0) & np.isinf(high)) & ~table.repeated
    filled = np.flatnonzero(told)
    before, after = filled[:-1], filled[1:]
    these = (loose[before] | loose[after]) & (table.key[before] == table.key[after])
    before, after = before[these], after[these]
    fallen, risen = np.minimum(high[after] - low[before], 0), np.maximum(low[after] - high[before], 0)
    return Steps(before, after, fallen + risen)
