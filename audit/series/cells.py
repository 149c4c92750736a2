"""The cells of a column as numbers: separators, footnote marks and words for 'nothing here', each said aloud."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from audit.lang import load
from audit.series import words
from audit.series.names import parse_name
from audit.series.worded import in_words, with_unit
from audit.vocabulary import kept

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["NUMERIC_SHARE", "Numbers", "as_printed", "is_missing", "numbers", "parse_bounds", "parse_cell"]

NUMERIC_SHARE = 0.8
"""A column is read as numbers if this share of its filled cells are numbers."""

_FOOTNOTE = re.compile(r"(?:\s*(?:[*†‡§¹²³ᵃᵇᶜ]+|\[[\w*†]{1,3}\]|\((?:[a-z]|\d|[ivx]{1,4}|p|r|e)\)))+$", re.IGNORECASE)
_GROUPED = re.compile(r"[+−-]?\d{1,3}(?:(?P<mark>[,'’\u00a0\u2009\u202f ٬])\d{3})(?:(?P=mark)\d{3})*(?:[.٫]\d+)?")
_DOTTED = re.compile(r"[+−-]?[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[+−-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+")
_DECIMAL_COMMA = re.compile(r"[+−-]?\d+[,٫]\d+")
_PLAIN = re.compile(r"[+−-]?\d+(?:\.\d+)?")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DOTTED_END = re.compile(r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,])")
_BRACKETED = re.compile(r"\(\s*([\d.,\s]+)\)")
_WORDED, _MEASURED = "number in words", "what it counts"
_LONGEST = 40
"""Characters; a longer cell is a note and no number."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column read as numbers: `values` is None if it holds too few of them, and `unread` says what stood in the way."""

    values: NDArray[np.float64] | None
    ends: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
    notes: list[str] = field(default_factory=list)
    unread: str = ""
    left: tuple[str, ...] = ()
    """Of a column of numbers the cells that print none, as printed."""


@kept
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


@kept
def parse_bounds(text: str) -> tuple[float, float, str] | None:
    """The lowest and the highest number that a cell of words allows, and what it is; None if it is no quantity.

    >>> parse_bounds("40–70"), parse_bounds("100+"), parse_bounds("unknown"), parse_bounds("1O")
    ((40.0, 70.0, 'range'), (100.0, inf, 'at least'), (0.0, inf, 'unknown'), None)
    """
    from audit.figures.figure import Kind
    from audit.figures.finder import find_figures
    from audit.figures.rounding import Policy, stands_for

    bare = _FOOTNOTE.sub("", text.strip())
    words_ = load("columns")["missing_cells"]
    if bare.lower() in words_["unknown"]:
        return 0.0, np.inf, "unknown"
    if len(bare) > _LONGEST or not any(map(str.isdigit, bare)):
        return None
    if match := _BRACKETED.fullmatch(bare):
        inside = parse_cell(match[1])[0]
        return None if inside != inside else (-inside, inside, "number in brackets, which may stand below zero")
    for after in words_["estimates"]:
        bare = f"about {bare.removesuffix(after).rstrip()}" if bare.lower().endswith(after) else bare
    figures = find_figures(bare)
    if len(figures) != 1 or figures[0].kind not in (Kind.COUNT, Kind.PERCENT, Kind.MEASURE) or figures[0].unit:
        return None
    (figure,) = figures
    left = bare[: figure.start] + bare[figure.end :]
    if figure.cue is not None:
        left = left.replace(figure.cue.text, "", 1)
    if left.strip(" ~≈<>≤≥=+±"):
        return None
    value = stands_for(figure, Policy.TWO_FIGURE)
    kind = "range" if figure.is_range else str(figure.bound).replace("_", " ")
    return float(value.low), float(value.high), kind


def numbers(cells: pd.Series, name: str) -> Numbers:
    """The column as floats (not a number where a cell is empty) with what was assumed, or the cells that are none."""
    import pandas as pd

    if cells.dtype.kind in "iuf":
        values = cells.to_numpy(dtype=np.float64, na_value=np.nan)
        values = np.where(np.isinf(values), np.nan, values) if np.isinf(values).any() else values
        values, notes = _without_codes(values, name)
        return Numbers(values, notes=notes)
    if cells.dtype.kind in "bmM":
        return Numbers(None)
    values = pd.to_numeric(cells, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan, copy=True)
    values[np.isinf(values)] = np.nan
    open_ = np.isnan(values)
    notes = []
    ends = None
    left: list[str] = []
    unsure: dict[int, tuple[float, float, str]] = {}
    if open_.any():
        codes, distinct = pd.factorize(cells[open_])
        if len(distinct) > max(1000, len(values) // 2):
            return Numbers(None)
        texts = [as_printed(one) for one in distinct]
        read = [parse_cell(text) for text in texts]
        said = parse_name(name)
        if said.measure or not said.has("key"):  # 'district: two', 'age: 5 years' are names of a row's series
            read = _in_words(texts, read, int(len(values) - open_.sum()))
        # the last one stands for cells without any content, which pandas codes as -1
        values[open_] = np.array([value for value, _ in read] + [np.nan])[codes]
        hows = [how for _, how in read]
        unsure = {
            i: found
            for i, (text, how) in enumerate(zip(texts, hows, strict=True))
            if how in ("unread", "missing")
            for found in [parse_bounds(text)]
            if found is not None
        }
        for i, (_, _, kind) in unsure.items():
            hows[i] = kind if hows[i] == "unread" else "missing"
        counts = Counter(np.array([*hows, "missing"], dtype=object)[codes])
        filled = len(values) - counts["missing"]
        left = sorted(text for text, how in zip(texts, hows, strict=True) if how == "unread")
        if filled == 0 or filled - counts["unread"] < NUMERIC_SHARE * filled:
            return Numbers(None, unread=_some_unread(counts["unread"], filled, left))
        shown = {
            how: [text for text, one in zip(texts, hows, strict=True) if one == how]
            for how in {_WORDED, _MEASURED, *(kind for _, _, kind in unsure.values())}
        }
        notes = _said(name, counts, left, shown)
    dotted = None if parse_name(name).has("share", "per", "smoothed") else _thousands_by_dot(cells, values, name)
    if dotted is not None:
        values = dotted
        notes.append(f"Column {name}: every dot has three digits after it and is read as a thousands separator.")
    if unsure:
        if not (values[~np.isnan(values)] % 1).any():
            unsure = {i: _undotted(texts[i]) or found for i, found in unsure.items()}
        ends = (np.full(len(values), np.nan), np.full(len(values), np.nan))
        for k in (0, 1):
            each = [unsure[i][k] if i in unsure else np.nan for i in range(len(texts))]
            ends[k][open_] = np.array([*each, np.nan])[codes]
    values, coded = _without_codes(values, name)
    return Numbers(values, ends, [*notes, *coded], left=tuple(left))


def _undotted(text: str) -> tuple[float, float, str] | None:
    """'~1.500' in a column of whole numbers, where the dot groups thousands."""
    whole = _DOTTED_END.sub(r"\1\2", text)
    return parse_bounds(whole) if whole != text else None


def _in_words(texts: list[str], read: list[tuple[float, str]], plain: int) -> list[tuple[float, str]]:
    """The cells with those that print a number in words and, where most of the column does so, with its unit.

    `plain` cells of the column are bare numbers: '2l' among them is a slip and no two litres.
    """
    read = [
        (found, _WORDED) if how == "unread" and (found := in_words(text)) == found else (value, how)
        for text, (value, how) in zip(texts, read, strict=True)
    ]
    open_ = [text for text, (_, how) in zip(texts, read, strict=True) if how == "unread"]
    half = (plain + len(texts)) / 2
    measured = with_unit(open_) if len(open_) >= half else {}
    if len(measured) < half:
        return read
    return [
        (measured[text], _MEASURED) if how == "unread" and text in measured else (value, how)
        for text, (value, how) in zip(texts, read, strict=True)
    ]


def _some_unread(unread: int, filled: int, texts: list[str]) -> str:
    """Why a column with some numbers in it is none of numbers; '' if it has hardly any."""
    if filled == 0 or 2 * (filled - unread) < filled:
        return ""
    shown = ", ".join(repr(text[:20]) for text in texts[:3])
    return f"{unread:,} of {words.count(filled, 'filled cell')} are no numbers, {shown} among them"


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


def _said(name: str, counts: Counter[str], unread: list[str], shown: dict[str, list[str]]) -> list[str]:
    """What was assumed; `shown` are the cells that are quoted, by how they were read."""

    def quoted(how: str) -> str:
        cells = ", ".join(repr(text[:20]) for text in shown.get(how, ())[:3])
        return f" ({cells})" if cells else ""

    notes = [
        f"Column {name}: {words.count(counted, 'cell')} read with {how}{quoted(how)}."
        for how, counted in sorted(counts.items())
        if how not in ("", "missing", "unread")
    ]
    if unread:
        cells = ", ".join(repr(text[:20]) for text in sorted(unread)[:4])
        notes.append(f"Column {name}: {words.count(counts['unread'], 'cell')} without a number left out ({cells}).")
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
