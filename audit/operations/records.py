"""The operations, each a record by its name and form. A new one is a new entry here and its words in `lang/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add, mul
from typing import Any

from audit.interval import Interval
from audit.operations.record import Record, Slip

__all__ = ["record"]


def record(operation: str, form: str = "") -> Record:
    return _RECORDS[operation, form]


def _total(values: Sequence[Any]) -> Any:
    return reduce(add, values)


def _product(values: Sequence[Any]) -> Any:
    return reduce(mul, values)


def _rest(values: Sequence[Any]) -> Any:
    return values[0] - _total(values[1:])


def _apart(values: Sequence[Any]) -> Any:
    """How far two values are apart, whichever is the larger."""
    found = values[0] - values[1]
    if not isinstance(found, Interval):
        return abs(found)
    if found.low >= 0:
        return found
    return -found if found.high <= 0 else Interval.of(0, max(found.high, -found.low))


def _same(values: Sequence[Any]) -> Any:
    return values[0]


def _up_to(values: Sequence[Any]) -> Any:
    """Up to the whole; of 'at least 27' up to 27: whoever knows of 31 children knows of at least 31 people."""
    whole = values[0]
    if not isinstance(whole, Interval):
        return whole
    return Interval.below(whole.high if whole.is_finite else whole.low)


def _joined(sign: str) -> Callable[[int], str]:
    return lambda number: f" {sign} ".join(f"{{{place}}}" for place in range(number))


def _fixed(text: str) -> Callable[[int], str]:
    return lambda _: text


def _rise(scale: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: (v[1] / v[0] - 1) * scale


def _fall(scale: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: (1 - v[1] / v[0]) * scale


def _over(scale: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: v[0] / v[1] * scale


def _under(scale: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: v[1] / v[0] * scale


_NEW_BASE_RISE = Slip("new_figure_as_base", lambda v: (1 - v[0] / v[1]) * 100)
_NEW_BASE_FALL = Slip("new_figure_as_base", lambda v: (v[0] / v[1] - 1) * 100)
_UPSIDE_DOWN = Slip("share_upside_down", _under(100))

_RECORDS: Mapping[tuple[str, str], Record] = {
    ("subset", ""): Record("no more than its whole", _up_to, _fixed("{0} at most"), limit=True),
    ("sum", ""): Record("the parts together", _total, _joined("+")),
    ("running_total", ""): Record("the earlier total and what is new", _total, _joined("+")),
    ("remainder", ""): Record("what is left of the whole", _rest, _joined("-")),
    ("difference", ""): Record("the difference of the two", _apart, _fixed("{0} - {1}")),
    ("percentage_point_change", ""): Record("the difference of the two", _apart, _fixed("{0} - {1}")),
    ("percent_of", ""): Record("part over whole", _over(100), _fixed("{0} / {1}"), (_UPSIDE_DOWN,)),
    ("fraction_of", ""): Record("part over whole", _over(1), _fixed("{0} / {1}")),
    ("percent_change", "rise"): Record("new over old", _rise(100), _fixed("{1} / {0} - 1"), (_NEW_BASE_RISE,)),
    ("percent_change", "fall"): Record("new over old", _fall(100), _fixed("1 - {1} / {0}"), (_NEW_BASE_FALL,)),
    ("multiple", ""): Record("one over the other", _over(1), _fixed("{0} / {1}")),
    ("ratio", ""): Record("one over the other", _over(1), _fixed("{0} / {1}")),
    ("rate", ""): Record("the total over its number", _over(1), _fixed("{0} / {1}")),
    ("product", ""): Record("so many at so much each", _product, _joined("x")),
    ("restatement", ""): Record("told before", _same, _fixed("{0}"), discrete=True, any_gap=True),
    ("count", ""): Record("counted one by one", _total, _joined("+"), any_gap=True),
}
