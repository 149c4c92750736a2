"""The cells of a column as numbers: separators, footnote marks and words for 'nothing here', each said aloud."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from audit.series import words
from audit.series.names import parse_name
from audit.vocabulary import load

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["NUMERIC_SHARE", "as_printed", "is_missing", "numbers", "parse_cell"]

NUMERIC_SHARE = 0.8
"""A column is read as numbers if this share of its filled cells are numbers."""

_FOOTNOTE = re.compile(r"(?:\s*(?:[*†‡§¹²³ᵃᵇᶜ]+|\[[\w*†]{1,3}\]|\((?:[a-z]|\d|[ivx]{1,4}|p|r|e)\)))+$", re.IGNORECASE)
_GROUPED = re.compile(r"[+−-]?\d{1,3}(?:(?P<mark>[,'’\u00a0\u2009\u202f ٬])\d{3})(?:(?P=mark)\d{3})*(?:[.٫]\d+)?")
_DOTTED = re.compile(r"[+−-]?[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[+−-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+")
_DECIMAL_COMMA = re.compile(r"[+−-]?\d+[,٫]\d+")
_PLAIN = re.compile(r"[+−-]?\d+(?:\.\d+)?")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")


@cache
def _missing() -> frozenset[str]:
    return frozenset(load("columns")["missing_cells"]["words"])


def is_missing(text: str) -> bool:
    """Whether the words of a cell say that it holds nothing."""
    return text.strip().lower() in _missing()


def as_printed(value: object) -> str:
    """A cell as it is printed: a float that is a whole number has no decimals, a missing one is empty."""
    if isinstance(value, str):
        return value.strip()
    if value is None or value != value:
        return ""
    if isinstance(value, (float, np.floating)):
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    return str(value)


def parse_cell(text: str) -> tuple[float, str]:
    """The number that a cell prints, and how it was read; not a number if it prints none.

    >>> parse_cell("1,234*")
    (1234.0, 'footnote mark, thousands separator')
    """
    bare = text.strip()
    if is_missing(bare):
        return np.nan, "missing"
    how = []
    cut = _FOOTNOTE.sub("", bare)
    if cut != bare and cut:
        how.append("footnote mark")
        bare = cut
    if bare.endswith("%"):
        how.append("per cent sign")
        bare = bare[:-1].rstrip()
    if _GROUPED.fullmatch(bare):
        how.append("thousands separator")
        bare = re.sub(r"[^\d.+\-−٫]", "", bare).replace("٫", ".")
    elif _DOTTED.fullmatch(bare):
        how.append("dot as thousands separator")
        bare = bare.replace(".", "").replace(",", ".")
    elif _DECIMAL_COMMA.fullmatch(bare):
        how.append("decimal comma")
        bare = re.sub(r"[,٫]", ".", bare)
    if not _PLAIN.fullmatch(bare):
        return np.nan, "unread"
    return float(bare.replace("−", "-")), ", ".join(how)


def numbers(cells: pd.Series, name: str) -> tuple[NDArray[np.float64] | None, list[str]]:
    """The column as floats (not a number where a cell is empty), or None if it holds no numbers; and what was assumed."""
    import pandas as pd

    if cells.dtype.kind in "iuf":
        values = cells.to_numpy(dtype=np.float64, na_value=np.nan)
        return _without_codes(np.where(np.isinf(values), np.nan, values) if np.isinf(values).any() else values, name)
    if cells.dtype.kind in "bmM":
        return None, []
    values = pd.to_numeric(cells, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan, copy=True)
    values[np.isinf(values)] = np.nan
    open_ = np.isnan(values)
    notes: list[str] = []
    if open_.any():
        codes, distinct = pd.factorize(cells[open_])
        if len(distinct) > max(1000, len(values) // 2):
            return None, []
        read = [parse_cell(as_printed(one)) for one in distinct]
        # the last one stands for cells without any content, which pandas codes as -1
        table = np.array([value for value, _ in read] + [np.nan])
        values[open_] = table[codes]
        counts = Counter(np.array([how for _, how in read] + ["missing"], dtype=object)[codes])
        unread = counts["unread"]
        filled = len(values) - counts["missing"]
        if filled == 0 or filled - unread < NUMERIC_SHARE * filled:
            return None, []
        notes = _said(
            name, counts, [as_printed(d) for d, (_, how) in zip(distinct, read, strict=True) if how == "unread"]
        )
    dotted = None if parse_name(name).has("share", "per", "smoothed") else _thousands_by_dot(cells, values, name)
    if dotted is not None:
        values = dotted
        notes.append(f"Column {name}: every dot has three digits after it and is read as a thousands separator.")
    values, coded = _without_codes(values, name)
    return values, [*notes, *coded]


def _without_codes(values: NDArray[np.float64], name: str) -> tuple[NDArray[np.float64], list[str]]:
    """The column without the codes that stand for 'no number' (-99, -999), if nothing else in it is below zero.

    In a column that holds hardly anything above zero they are corrections; so may -1 be in one of what is new.
    """
    below = np.unique(values[values < 0])
    codes = frozenset(map(float, load("columns")["missing_cells"]["codes"]))
    if not len(below) or len(below) > 2 or not set(below.tolist()) <= codes:
        return values, []
    coded, counts = values < 0, values > 0
    # -1 and -9 are numbers that corrections have, too
    small = below[-1] > -10 and (parse_name(name).has("new") or 2 * counts.sum() < (~np.isnan(values)).sum())
    if small or counts.sum() <= coded.sum():
        return values, []
    shown = " and ".join(as_printed(float(one)) for one in below)
    said = f"Column {name}: {words.count(int(coded.sum()), 'cell')} with {shown} read as empty: nothing else is below zero."
    return np.where(coded, np.nan, values), [said]


def _said(name: str, counts: Counter[str], unread: list[str]) -> list[str]:
    notes = [
        f"Column {name}: {words.count(counted, 'cell')} read with {how}."
        for how, counted in sorted(counts.items())
        if how not in ("", "missing", "unread")
    ]
    if unread:
        shown = ", ".join(repr(text[:20]) for text in sorted(unread)[:4])
        notes.append(f"Column {name}: {words.count(counts['unread'], 'cell')} without a number left out ({shown}).")
    return notes


def _thousands_by_dot(cells: pd.Series, values: NDArray[np.float64], name: str) -> NDArray[np.float64] | None:
    """Where every dot has three digits after it and numbers without one are under 1,000, the dot groups thousands.

    A column of heads has no fractions; of any other, whole numbers must stand beside to tell three decimals from a group.
    """
    if not (values[~np.isnan(values)] % 1).any():
        return None
    texts = cells.map(as_printed).str.replace(_FOOTNOTE, "", regex=True)
    dotted = texts.str.contains(".", regex=False).to_numpy(dtype=bool) & ~np.isnan(values)
    plain = np.abs(values[~dotted & ~np.isnan(values)])
    said = parse_name(name)
    heads = said.measure is not None and not said.has("best", "low", "high")
    if not dotted.any() or len(plain) < (0 if heads else 2) or (plain >= 1000).any():
        return None
    if not texts[dotted].str.fullmatch(_ONE_GROUP).all():
        return None
    return np.where(dotted, np.round(values * 1000, 6), values)
