"""Dates that stand in several columns: a year and a month, a year and a week, a year, a month and a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.lang import load
from audit.series.cells import as_printed
from audit.series.days import NO_DAY, Days, days, month_of
from audit.series.names import parse_name
from audit.series.words import count

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Composed", "composed_date"]


@dataclass(frozen=True, slots=True)
class Composed:
    """The frame with the date as a further column, that column's name and days, the names of the columns in it."""

    frame: pd.DataFrame
    name: str
    days: Days
    parts: tuple[str, ...]


def composed_date(frame: pd.DataFrame) -> Composed | None:
    """The date that a column of years makes with one of months (and days) or of weeks; None if there are none such."""
    names = [str(name) for name in frame.columns]
    year = _of(frame, names, "years", 1800, 2100)
    month = _of(frame, names, "months", 1, 12)
    day = _of(frame, names, "days", 1, 31)
    week = None if month else _of(frame, names, "weeks", 1, 53)
    if year is None or not (month or week):
        return None
    parts = tuple(filter(None, (year, month, day if month else None, week)))
    lines = frame[list(parts)].drop_duplicates()
    made = {row: _printed(row, weeks=week is not None) for row in lines.itertuples(index=False, name=None)}
    name = " ".join(parts)
    import pandas as pd

    cells = pd.Series([made[row] for row in zip(*(frame[part] for part in parts), strict=True)], dtype=object)
    read = days(cells, name)
    if read is None or name in names:
        return None
    how = "weeks as ISO 8601 counts them" if week else "months" if len(parts) == 2 else "days"
    said = f"Columns {', '.join(parts)} are read together as the date ({how})."
    lost = int((read.values == NO_DAY).sum())
    left = (f"{count(lost, 'row')} without a date left out.",) if lost else ()
    return Composed(frame.assign(**{name: cells.to_numpy()}), name, Days(read.values, read.unit, (said, *left)), parts)


def _of(frame: pd.DataFrame, names: list[str], what: str, low: int, high: int) -> str | None:
    """The one column called so whose cells are whole numbers between the two, or names of months."""
    words = frozenset(load("columns")["calendar"][what])
    found = [name for name in names if words & set(parse_name(name).words) and len(parse_name(name).words) <= 2]
    fitting = [name for name in found if _all_within(frame[name], low, high, named=what == "months")]
    return fitting[0] if len(fitting) == 1 else None


def _all_within(cells: pd.Series, low: int, high: int, *, named: bool) -> bool:
    texts = {as_printed(cell) for cell in cells.unique()} - {""}
    numbers = [int(text) if text.isdecimal() and len(text) < 5 else None for text in sorted(texts)]
    if named:
        numbers = [n if n is not None else month_of(text) for n, text in zip(numbers, sorted(texts), strict=True)]
    return bool(numbers) and all(n is not None and low <= n <= high for n in numbers)


def _printed(row: tuple[object, ...], *, weeks: bool) -> str:
    """'2024-02', '2024-W05', '2024-02-01'; '' if a part is missing."""
    year, second, *third = (as_printed(cell) for cell in row)
    if not year or not second or (third and not third[0]):
        return ""
    if weeks:
        return f"{year}-W{int(second):02d}"
    number = int(second) if second.isdecimal() else month_of(second) or 0
    return f"{year}-{number:02d}" + (f"-{int(third[0]):02d}" if third else "")
