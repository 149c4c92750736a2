"""One quantity over time: each claim as an interval at its date, coloured by source, misfits marked; and as a table."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from audit import show
from audit.checks.check import Verdict
from audit.files import remove_own, write_whole
from audit.interval import INFINITY, Interval
from audit.ledger.beside import compared_as, who
from audit.ledger.series import Series
from audit.ledger.statement import Statement
from audit.picture import MARK, Picture
from audit.report.palette import LIGHT, SOURCES
from audit.report.words import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["draw_all", "timeline", "timelines"]

MOST = 12
"""Timelines that one report draws."""
SIZE = (8.0, 4.2)
_MARKERS = "osD^vPX*"
_ENDLESS = 1.15
"""Times the highest finite end: where an interval without an upper end leaves the picture."""
_WIDE = 100
"""Ratio of the highest to the lowest end above which the axis is logarithmic."""
_MOST_LABELS = 40
_NARROW = 2
"""Days that a picture shows at least."""
_NAMES = re.compile(r"\d\d+-[a-z0-9-]*\.png")
_TITLE = 80
"""Characters of a line of the title."""
_NAME = 28
"""Characters of a source's name in a line of the legend."""


def timelines(series: Sequence[Series]) -> tuple[Picture, ...]:
    """All series as a report shows them: those in which something does not fit before others, the longest first. So many are
    drawn, the rest are tables: none is left out."""
    marked = sorted(series, key=lambda one: not _misfits(one))
    return tuple(replace(timeline(one), drawn=number < MOST) for number, one in enumerate(marked))


def timeline(series: Series) -> Picture:
    """The picture of a series; nothing is drawn before it is asked for."""
    heads = tuple(say("labels", name) for name in ("date", "figure", "stands_for", "says", "beside"))
    table = tuple(
        (
            made.date.isoformat() if made.date else say("labels", "undated"),
            show.text(made.claim.figure.text),
            show.interval(compared_as(made.claim.figure, series.policy), made.claim.figure.unit),
            who(made),
            beside,
        )
        for made, beside in zip(series.statements, series.beside(), strict=True)
    )
    spoken = ". ".join(f"{day}: {text} ({value}), {name}" for day, text, value, name, _ in table[:_MOST_LABELS])
    return Picture(series.label, f"{series.label}. {spoken}.", partial(_drawn, series), (heads, *table))


def draw_all(series: Iterable[Series], folder: Path) -> list[Path]:
    """A picture of each series as PNG in the folder, numbered and named after its label; those of an earlier run go."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, one in enumerate(series, start=1):
        name = re.sub(r"[^a-z0-9]+", "-", one.label.lower()).strip("-")[:60]
        paths.append(write_whole(folder / f"{number:02}-{name}.png", timeline(one).written("png", LIGHT)))
    remove_own(folder, _NAMES, MARK, paths)
    return paths


def _drawn(series: Series, palette: Mapping[str, str]) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(figsize=SIZE, dpi=150, facecolor=palette["ground"], layout="constrained")
    axes = figure.add_subplot(facecolor=palette["ground"])
    _intervals(axes, series, palette)
    _dress(axes, series, palette)
    return figure


def _misfits(series: Series) -> set[int]:
    """Both sides of what does not fit: neither of the two is the one in error."""
    found = (check for check in series.checks if check.verdict is Verdict.INCONSISTENT)
    return {id(claim) for check in found for claim in check.claims}


def _intervals(axes: Axes, series: Series, palette: Mapping[str, str]) -> None:
    values = [compared_as(made.claim.figure, series.policy) for made in series.statements]
    top = _top(values)
    sources = list(dict.fromkeys(_source(made) for made in series.statements))
    misfits = _misfits(series)
    places = _places(series)
    named: set[int] = set()
    labelled: set[tuple[object, str]] = set()
    for made, value, place in zip(series.statements, values, places, strict=True):
        number = sources.index(_source(made))
        colour = SOURCES[number % len(SOURCES)]
        low = 0.0 if value.low == -INFINITY else float(value.low)
        high = top if value.high == INFINITY else float(value.high)
        axes.plot([place, place], [low, high], color=colour, linewidth=5, alpha=0.45, solid_capstyle="butt")
        if value.high == INFINITY:
            axes.plot([place], [high], marker="^", color=colour, markersize=7, linestyle="none")
        printed = made.claim.figure
        point = float(printed.value.middle) if printed.value.is_finite and printed.words is None else low
        label = textwrap.fill(_source(made), _NAME) if number not in named else None
        named.add(number)
        axes.plot(
            [place], [point], marker=_MARKERS[number % len(_MARKERS)], color=colour, linestyle="none", label=label
        )
        if id(made.claim) in misfits:
            axes.plot(
                [place],
                [point],
                marker="o",
                markersize=14,
                markerfacecolor="none",
                color=palette["misfit"],
                markeredgewidth=1.4,
                linestyle="none",
            )
        words = show.text(made.claim.figure.text)
        if len(values) <= _MOST_LABELS and (made.date, words) not in labelled:
            labelled.add((made.date, words))
            axes.annotate(
                words,
                (place, point),
                xytext=(-9, 0),
                textcoords="offset points",
                ha="right",
                va="center",
                fontsize=8,
                color=palette["ink"],
            )


def _dress(axes: Axes, series: Series, palette: Mapping[str, str]) -> None:
    """Title, ticks at the days on which something was said, legend, and what the marks mean."""
    from matplotlib.ticker import FuncFormatter, NullFormatter

    days = sorted({made.date for made in series.statements if made.date})
    shown = days[:: max(1, len(days) // 8)]
    axes.set_xticks(
        [day.toordinal() for day in shown], [day.isoformat() for day in shown], rotation=25, ha="right", fontsize=8
    )
    finite = [float(end) for made in series.statements for end in _ends(compared_as(made.claim.figure, series.policy))]
    wide = bool(finite) and min(finite) > 0 and max(finite) / min(finite) > _WIDE
    if wide:
        axes.set_yscale("log")
        axes.yaxis.set_minor_formatter(NullFormatter())
    unit = series.statements[0].claim.figure.unit
    axes.set_title(_titled(series), loc="left", fontsize=10, color=palette["ink"])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    note = say("sentences", "bars", policy=say("policies", series.policy)) + (
        say("sentences", "ringed") if _misfits(series) else ""
    )
    axes.set_xlabel(note, fontsize=8, color=palette["quiet"])
    axes.tick_params(colors=palette["quiet"], labelsize=8)
    axes.grid(axis="y", color=palette["line"], linewidth=0.6)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(palette["line"])
    axes.margins(x=0.12, y=0.12)
    if unit is None and not wide and finite and min(finite) >= 0:
        axes.set_ylim(bottom=0)  # what is counted is measured from nothing
    left, right = axes.get_xlim()
    if right - left < _NARROW:  # claims of one day are not to look like a stretch of time
        axes.set_xlim((left + right - _NARROW) / 2, (left + right + _NARROW) / 2)
    axes.legend(fontsize=8, frameon=False, labelcolor=palette["ink"], loc="upper left", bbox_to_anchor=(1.0, 1.0))


def _titled(series: Series) -> str:
    """The quantity with its unit, in lines that the picture holds."""
    unit = series.statements[0].claim.figure.unit
    words = f"{series.label} ({show.unit(unit)})" if unit and show.unit(unit) not in series.label else series.label
    return textwrap.fill(show.text(words), _TITLE)


def _places(series: Series) -> list[float]:
    """Where each claim stands: at its day, those of one day side by side about it; those without one at the left."""
    known = [made.date.toordinal() for made in series.statements if made.date]
    first, last = (min(known), max(known)) if known else (1, 1)
    days = [made.date.toordinal() if made.date else first - 1 for made in series.statements]
    step = max(last - first, _NARROW) / 40
    of_day, seen = Counter(days), Counter[int]()
    places = []
    for day in days:
        places.append(day + (seen[day] - (of_day[day] - 1) / 2) * step)
        seen[day] += 1
    return places


def _top(values: Iterable[Interval]) -> float:
    return max((float(end) for value in values for end in _ends(value)), default=1.0) * _ENDLESS


def _ends(value: Interval) -> list[float]:
    return [float(end) for end in (value.low, value.high) if end not in (INFINITY, -INFINITY)]


def _source(made: Statement) -> str:
    claim = made.claim
    named = claim.attribution.name if claim.attribution and claim.attribution.source else None
    return show.text(named or claim.document.publisher or claim.document.name)
