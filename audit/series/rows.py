"""What the rows of a table are called: which hold rates, which nobody adds up, and which the total of others."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from audit.lang import load
from audit.series.cells import as_printed
from audit.series.names import parse_name
from audit.series.table import Table

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["is_aside", "is_rate", "is_total", "rates"]

MOST = 2000
"""Different cells of a column of words beyond which it describes each row and names none."""
LONGEST = 80
"""Characters; a longer cell is a note."""


def is_total(label: str, column: str = "", *, alone: bool = True) -> bool:
    """Whether a row is called the total of others. 'Total confirmed deaths' says what is counted, not of which rows.

    `column` holds the label ('region': 'all regions' are its total); in a table whose rows do not stand `alone`, but in
    series, 'total' with a word that is none of these names a series.

    >>> is_total("Grand total"), is_total("All ages"), is_total("Allenby"), is_total("Total confirmed deaths")
    (True, True, False, False)
    """
    words = load("columns")["total_rows"]
    bare = label.strip(" :.*").lower()
    if bare in words["words"]:
        return True
    first, *rest = parse_name(bare).words or ("",)
    if first not in words["first"]:
        return False
    held = {*words["of"], *parse_name(column).words}
    known = (
        held
        | {f"{word}{end}" for word in held for end in ("s", "es")}
        | {f"{word[:-1]}ies" for word in held if word.endswith("y")}
    )
    left = [word for word in rest if word not in known]
    said = parse_name(" ".join(left))
    return not left or (alone and first != "all" and not said.measure and not said.has("new", "share", "per"))


def is_aside(label: str) -> bool:
    """Whether a row repeats some of the others ('of which police', 'losses without boats') and is none of the parts."""
    return not frozenset(load("columns")["total_rows"]["aside"]).isdisjoint(_pairs(label))


def _pairs(label: str) -> frozenset[str]:
    words = parse_name(label).words
    return frozenset((*words, *(f"{a} {b}" for a, b in itertools.pairwise(words))))


def rates(table: Table) -> NDArray[np.bool_]:
    """The positions whose row is called a share, a rate or a mean ('cfr', 'percent seen', 'deaths per 100,000')."""
    if "rates" not in table.known:
        table.known["rates"] = _rates(table)
    found: NDArray[np.bool_] = table.known["rates"]
    return found


def _rates(table: Table) -> NDArray[np.bool_]:
    import pandas as pd

    found = np.zeros(len(table), dtype=bool)
    if len(table.labels) > 1 and table.key_names:
        odd = np.array([any(map(is_rate, label.split(" / "))) for label in table.labels])
        found |= odd[table.key]
    if table.order is None:
        return found
    for name, use in table.texts.items():
        if use != "text" or name in table.columns or name not in table.frame.columns:
            continue
        codes, distinct = pd.factorize(table.frame[name])
        if len(distinct) <= MOST:
            odd = np.array([*(is_rate(as_printed(one)) for one in distinct), False])
            found |= odd[codes[table.order]]
    return found


def is_rate(label: str) -> bool:
    """Whether a row's name says that it holds shares, rates or means."""
    if not label or len(label) > LONGEST:
        return False
    said = parse_name(label)
    return said.has("share", "per", "smoothed") and len(said.words) <= 8
