"""The operations, each a record by its name and form. A new one is a new entry here and its words in `lang/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from operator import add, mul
from typing import Any

from audit.interval import INFINITY, Interval
from audit.operations.conversion import conversion, rate
from audit.operations.elapsed import UNITS, age, elapsed
from audit.operations.record import Record, Slip

__all__ = ["PER_HEADS", "record"]

PER_HEADS = (100, 1000, 10_000, 100_000, 1_000_000)
"""Heads for which a rate is told: '13 per 100,000'."""


def record(operation: str, form: str = "") -> Record:
    if operation == "unit_conversion":
        return conversion(form)
    if operation == "rate" and "/" in form:
        return rate(form)
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


def _from(values: Sequence[Any]) -> Any:
    """From the level on; of 'at most 27' from 27."""
    level = values[0]
    if not isinstance(level, Interval):
        return level
    return Interval.above(level.low if level.low != -INFINITY else level.high)


def _over_times(number: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: v[0] / v[1] * number


def _over_number(number: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: v[0] / number


def _mean(values: Sequence[Any]) -> Any:
    return _total(values) / len(values)


def _most(values: Sequence[Any]) -> Any:
    """From the most of all on; the last is the word that says so."""
    levels = values[:-1]
    return _from([max(levels, key=_nominal)])


def _least(values: Sequence[Any]) -> Any:
    levels = values[:-1]
    return _up_to([min(levels, key=_nominal)])


def _nominal(level: Any) -> Any:
    if not isinstance(level, Interval):
        return level
    return level.low if level.low != -INFINITY else level.high


def _listing(number: int) -> str:
    return ", ".join(f"{{{place}}}" for place in range(number))


def _next(values: Sequence[Any]) -> Any:
    return _total(values) + 1


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


def _rise_by(scale: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: scale / (v[1] / v[0] - 1)


def _fall_by(scale: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: scale / (v[1] / v[0] + 1)


def _changes() -> Iterator[tuple[tuple[str, str], Record]]:
    """A rise or a fall, in percent or as a fraction, from two levels or from its amount and one level."""
    for scale, of in ((100, ""), (1, "_fraction")):
        yield (
            ("percent_change", f"rise{of}"),
            Record("new over old", _rise(scale), _fixed("{1} / {0} − 1"), _RISE_SLIPS if scale == 100 else ()),
        )
        yield (
            ("percent_change", f"fall{of}"),
            Record("new over old", _fall(scale), _fixed("1 − {1} / {0}"), _FALL_SLIPS if scale == 100 else ()),
        )
        for way, compute, sign in (("rise", _rise_by, "-"), ("fall", _fall_by, "+")):
            label = f"the {way} over what it was before"
            expression = _fixed(f"{{0}} / ({{1}} {sign} {{0}})")
            yield ("percent_change", f"{way}_by{of}"), Record(label, compute(scale), expression)
            yield ("percent_change", f"{way}_on{of}"), Record(label, _over(scale), _fixed("{0} / {1}"))


_NEW_BASE_RISE = Slip("new_figure_as_base", lambda v: (1 - v[0] / v[1]) * 100)
_NEW_BASE_FALL = Slip("new_figure_as_base", lambda v: (v[0] / v[1] - 1) * 100)
_RATIO = Slip("ratio_as_change", _under(100))
_POINTS_RISE = Slip("percent_for_points", lambda v: v[1] - v[0])
_POINTS_FALL = Slip("percent_for_points", lambda v: v[0] - v[1])
_RISE_SLIPS, _FALL_SLIPS = (_NEW_BASE_RISE, _RATIO, _POINTS_RISE), (_NEW_BASE_FALL, _RATIO, _POINTS_FALL)
_SHARE_SLIPS = (
    Slip("share_upside_down", _under(100)),
    Slip("share_of_the_rest", lambda v: v[0] / (v[1] - v[0]) * 100),
)
_MULTIPLE_SLIPS = (Slip("increase_as_multiple", lambda v: v[0] / v[1] - 1), Slip("multiple_upside_down", _under(1)))
_EXCHANGE_SLIPS = (Slip("exchange_reversed", lambda v: v[2] * v[0] / v[1]),)


def _spent(size: int) -> Callable[[Sequence[Any]], Any]:
    return lambda v: (v[1] - v[0]) / size


_PERIODS = (7, 12, 30, 52, 365)
"""Days of a week, months of a year, days of a month, weeks of a year, days of a year."""


def _other_periods(number: int) -> tuple[Slip, ...]:
    """'15,600 a year, or 1,300 a week': divided by the months."""
    return tuple(Slip("another_period", _over_number(other)) for other in _PERIODS if other != number)


_BETWEEN = "from the one day to the other"

_RECORDS: Mapping[tuple[str, str], Record] = {
    ("subset", ""): Record("no more than its whole", _up_to, _fixed("{0} at most"), limit=True),
    ("subset", "least"): Record("no fewer than its part", _from, _fixed("{0} at least"), limit=True, least=True),
    ("sum", ""): Record("the parts together", _total, _joined("+"), chance=0.25),
    ("running_total", ""): Record("the earlier total and what is new", _total, _joined("+")),
    ("remainder", ""): Record("what is left of the whole", _rest, _joined("−")),
    ("remainder", "percent"): Record(
        "what is left of a hundred", lambda v: 100 - _total(v), lambda n: f"100% - {_joined('-')(n)}"
    ),
    ("remainder", "fraction"): Record(
        "what is left of the whole", lambda v: 1 - _total(v), lambda n: f"1 - {_joined('-')(n)}"
    ),
    ("difference", ""): Record("the difference of the two", _apart, _fixed("{0} − {1}")),
    ("percentage_point_change", ""): Record("the difference of the two", _apart, _fixed("{0} − {1}")),
    ("percent_of", ""): Record("part over whole", _over(100), _fixed("{0} / {1}"), _SHARE_SLIPS),
    ("percent_of", "one_whole"): Record(
        "part over the whole of the other share", lambda v: v[0] * v[2] / v[1], _fixed("{0} x {2} / {1}")
    ),
    ("fraction_of", ""): Record("part over whole", _over(1), _fixed("{0} / {1}")),
    **dict(_changes()),
    ("multiple", ""): Record("one over the other", _over(1), _fixed("{0} / {1}"), _MULTIPLE_SLIPS),
    ("ratio", ""): Record("one over the other", _over(1), _fixed("{0} / {1}")),
    ("rate", ""): Record("the total over its number", _over(1), _fixed("{0} / {1}")),
    ("currency_conversion", ""): Record(
        "at the rate of the other sum", lambda v: v[2] * v[1] / v[0], _fixed("{2} x {1} / {0}"), _EXCHANGE_SLIPS
    ),
    ("currency_conversion", "times"): Record("at the rate that the text gives", _product, _joined("×")),
    ("currency_conversion", "over"): Record("at the rate that the text gives", _over(1), _fixed("{0} / {1}")),
    ("rate", "hundredfold"): Record(
        "the total over its number", lambda v: v[0] / v[1] * 100, _fixed("{0} / {1} x 100")
    ),
    **{
        ("rate", f"per_{number}"): Record(
            "the cases over the heads", _over_times(number), _fixed(f"{{0}} / {{1}} x {number:,}")
        )
        for number in PER_HEADS
    },
    **{
        ("rate", name): Record(
            f"the total over {told}", _over_number(number), _fixed(f"{{0}} / {number}"), _other_periods(number)
        )
        for name, told, number in (
            ("year>month", "the months of a year", 12),
            ("year>week", "the weeks of a year", 52),
            ("year>day", "the days of a year", 365),
            ("month>day", "the days of a month", 30),
            ("week>day", "the days of a week", 7),
            ("day>hour", "the hours of a day", 24),
        )
    },
    ("rate", "mean"): Record("the mean of them all", _mean, lambda n: f"({_joined('+')(n)}) / {n}"),
    ("product", "hundredths"): Record(
        "so many at so much each", lambda v: v[0] * v[1] / 100, _fixed("{0} x {1} / 100")
    ),
    ("product", ""): Record("so many at so much each", _product, _joined("×")),
    ("restatement", ""): Record("told before", _same, _fixed("{0}"), discrete=True),
    **{
        ("duration", unit): Record(_BETWEEN, elapsed(unit), _fixed("{1} − {0}"), any_gap=True, calendar=True)
        for unit in UNITS
    },
    **{
        ("duration", f"clock_{unit}"): Record(
            "from the one time to the other", _spent(size), _fixed("{1} − {0}"), any_gap=True
        )
        for unit, size in (("hour", 60), ("minute", 1))
    },
    ("duration", "days"): Record(_BETWEEN, elapsed("day", both=True), _fixed("{1} − {0}"), any_gap=True, calendar=True),
    ("duration", "age"): Record("full years from birth", age, _fixed("{1} − {0}"), any_gap=True, calendar=True),
    ("duration", "shift"): Record("so much later", _total, _joined("+"), any_gap=True),
    ("day_of_week", ""): Record("the weekday beside the date", _same, _fixed("{0}"), any_gap=True),
    ("rank", "up"): Record("no less than what it is up from", _from, _fixed("{0} at least"), limit=True, least=True),
    ("rank", "down"): Record("no more than what it is down from", _up_to, _fixed("{0} at most"), limit=True),
    ("rank", "up_of_all"): Record(
        "no less than any", _most, lambda number: f"the most of {_listing(number - 1)}", limit=True, least=True
    ),
    ("rank", "down_of_all"): Record(
        "no more than any", _least, lambda number: f"the least of {_listing(number - 1)}", limit=True
    ),
    ("rank", "after"): Record("behind those named", _next, lambda number: f"{_joined('+')(number)} + 1", any_gap=True),
    ("count", ""): Record("counted one by one", _total, _joined("+"), any_gap=True),
}
