"""The strip of a document: all its quantities by size on logarithmic axes, one lane a unit. Places, no drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from audit.interval import Interval
from audit.report.axis import Axis, Tick, axis_over
from audit.report.words import count, say

__all__ = ["PLAIN", "Dot", "Lane", "Size", "Strip", "strip_of"]

PLAIN = "plain"
"""The group of a figure about which nothing was recomputed."""
SLOTS = 60
"""Dots nearer than one part in this many of the axis are stacked."""
CROWD = 6
"""Levels beyond which the dots of a lane stand in columns."""
LANES = 5
"""Lanes of the units that have a finding, then of those that have most figures; more would be a table."""


@dataclass(frozen=True, slots=True)
class Size:
    """A quantity that can lie on a strip."""

    entry: str
    text: str
    group: str
    value: Interval
    lane: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Dot:
    """A quantity on its lane; `start` and `end` differ for a range, `level` is its place in a stack from 0."""

    entry: str
    text: str
    group: str
    start: float
    end: float
    level: int


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    levels: int
    """Height of its highest stack."""


@dataclass(frozen=True, slots=True)
class Strip:
    lanes: tuple[Lane, ...]
    alternative: str


def strip_of(sizes: Iterable[Size]) -> Strip:
    """The strip of these quantities; without lanes if there are none above zero."""
    lanes: dict[str, list[Size]] = {}
    for size in sizes:
        if isinstance(size.value.high, Fraction) and size.value.high <= 0:
            continue
        lanes.setdefault(size.lane, []).append(size)
    chosen = sorted(lanes, key=lambda name: (_plain(lanes[name]), -len(lanes[name])))[:LANES]
    shown = tuple(_lane(name, lanes[name]) for name in lanes if name in chosen)
    number = sum(len(lane.dots) for lane in shown)
    names = ", ".join(f"{lane.name} ({len(lane.dots):,})" for lane in shown)
    return Strip(shown, say("sentences", "strip", n=count("figures", number), groups=names))


def _plain(sizes: list[Size]) -> bool:
    """Whether nothing was recomputed about any of them."""
    return all(size.group == PLAIN for size in sizes)


def _lane(name: str, sizes: list[Size]) -> Lane:
    axis = axis_over([size.value for size in sizes], sizes[0].unit, logarithmic=True)
    slots: dict[int, list[Size]] = {}
    for size in sizes:
        slots.setdefault(int(axis.place(_middle(size.value)) * SLOTS), []).append(size)
    levels = max(len(stack) for stack in slots.values())
    dots = []
    for slot, stack in sorted(slots.items()):
        # a crowd stands in columns, a few figures each at its own place
        column = (slot + 0.5) / SLOTS if levels > CROWD else None
        dots += [_dot(size, axis, level, column) for level, size in enumerate(stack)]
    return Lane(name, tuple(dots), axis.ticks, levels)


def _dot(size: Size, axis: Axis, level: int, column: float | None) -> Dot:
    if column is not None:
        return Dot(size.entry, size.text, size.group, column, column, level)
    # an endless interval is a dot at its one end: its bar would say more than is known
    low, high = (size.value.low, size.value.high) if size.value.is_finite else (_middle(size.value),) * 2
    return Dot(size.entry, size.text, size.group, axis.place(low), axis.place(high), level)


def _middle(value: Interval) -> Fraction:
    middle = value.middle
    return middle if isinstance(middle, Fraction) else Fraction(0)
