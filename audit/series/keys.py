"""Which columns, together with the day, name a row: the keys of a table that holds many series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from audit.series.names import parse_name

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["Keys", "find_keys", "given_keys"]

UNIQUE = 0.9
"""Day and keys must tell this share of the rows apart, or the rows are events and no series."""
_MOST = 4
"""Keys at most."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The key columns, a code for each row, the label of each code, the share of rows that day and key tell apart."""

    names: tuple[str, ...]
    codes: NDArray[np.int32]
    labels: tuple[str, ...]
    unique: float


def find_keys(frame: pd.DataFrame, day: NDArray[np.int64], candidates: list[str]) -> Keys:
    """The fewest columns that tell the rows of one day apart: names that people read if they do, codes if they must."""
    readable = [name for name in candidates if not parse_name(name).has("counter")]
    found = _fewest(frame, day, readable)
    if found.unique == 1 or len(readable) == len(candidates):
        return found
    coded = _fewest(frame, day, candidates)
    return coded if coded.unique > found.unique + 0.002 else found


def _fewest(frame: pd.DataFrame, day: NDArray[np.int64], candidates: list[str]) -> Keys:
    import pandas as pd

    days = pd.factorize(day)[0].astype(np.int64)
    names: tuple[str, ...] = ()
    codes = np.zeros(len(day), dtype=np.int64)
    unique = _unique(days, codes)
    coded = {name: _codes(frame[name]) for name in candidates} if unique < 1 else {}
    usable = {name: code for name, code in coded.items() if 1 < code.max() + 1 <= max(2, len(day) // 2)}
    while unique < 1 and len(names) < _MOST and usable:
        # several columns may do equally well (a country's name and its code): the one that is called a key and stands first
        scores = {}
        for at, (name, code) in enumerate(usable.items()):
            share = _unique(days, codes * (code.max() + 1) + code)
            scores[name] = (round(share, 4), parse_name(name).has("key"), -int(code.max()), -at)
        best = max(scores, key=lambda name: scores[name])
        if scores[best][0] <= unique + 0.002:
            break
        code = usable.pop(best)
        codes, unique = _dense(codes * (code.max() + 1) + code), scores[best][0]
        names = (*names, best)
    if not names or unique < UNIQUE:
        return Keys((), np.zeros(len(day), dtype=np.int32), ("",), _unique(days, np.zeros(len(day), dtype=np.int64)))
    return given_keys(frame, day, names)


def given_keys(frame: pd.DataFrame, day: NDArray[np.int64], names: tuple[str, ...]) -> Keys:
    """The keys as named, in the order of their first rows."""
    import pandas as pd

    days = pd.factorize(day)[0].astype(np.int64)
    codes = np.zeros(len(day), dtype=np.int64)
    for name in names:
        code = _codes(frame[name])
        codes = _dense(codes * (code.max() + 1) + code)
    first = np.unique(codes, return_index=True)[1]
    rows = frame[list(names)].iloc[first]
    labels = (
        tuple(" / ".join(str(cell) for cell in row) for row in rows.itertuples(index=False, name=None))
        if names
        else ("",)
    )
    return Keys(names, codes.astype(np.int32), labels, _unique(days, codes))


def _codes(cells: pd.Series) -> NDArray[np.int64]:
    import pandas as pd

    return pd.factorize(cells, use_na_sentinel=False)[0].astype(np.int64)


def _dense(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    import pandas as pd

    return pd.factorize(codes)[0].astype(np.int64)


def _unique(days: NDArray[np.int64], codes: NDArray[np.int64]) -> float:
    import pandas as pd

    return len(pd.unique(days * (codes.max() + 1) + codes)) / len(days) if len(days) else 1.0
