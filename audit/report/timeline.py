"""The picture of one quantity over time: each claim as an interval at its date, coloured by source, misfits marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from audit import show
from audit.checks.check import Verdict
from audit.interval import INFINITY, Interval
from audit.ledger.beside import compared_as
from audit.ledger.series import Series
from audit.ledger.statement import Statement
from audit.report.palette import LIGHT, SOURCES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["draw", "draw_all"]

_MARKERS = "osD^vPX*"
_ENDLESS = 1.15
"""Times the highest finite end: where an interval without an upper end leaves the picture."""
_WIDE = 100
"""Ratio of the highest to the lowest end above which the axis is logarithmic."""
_MOST_LABELS = 40
_METADATA = {"Software": None, "Creation Time": None, "Date": None}
"""Left out, so that the same series gives the same bytes."""


def draw_all(series: Iterable[Series], folder: Path) -> list[Path]:
    """A picture of each series in the folder, numbered and named after its label."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, one in enumerate(series, start=1):
        name = re.sub(r"[^a-z0-9]+", "-", one.label.lower()).strip("-")[:60]
        paths.append(draw(one, folder / f"{number:02}-{name}.png"))
    return paths


def draw(series: Series, path: Path) -> Path:
    """Write the picture as PNG or SVG, by the path's suffix; beside it first, then renamed."""
    import matplotlib

    with matplotlib.rc_context({"font.family": "DejaVu Sans", "svg.hashsalt": "audit", "axes.unicode_minus": True}):
        from matplotlib.figure import Figure

        picture = Figure(figsize=(9, 4.8), dpi=150, facecolor=LIGHT["ground"], layout="constrained")
        axes = picture.add_subplot()
        _intervals(axes, series)
        _dress(axes, series)
        unfinished = path.with_name(f".{path.name}.part")
        kind = path.suffix.lstrip(".").lower() or "png"
        metadata = _METADATA if kind == "png" else {"Date": None}
        picture.savefig(unfinished, format=kind, metadata=metadata)
        unfinished.replace(path)
    return path


def _intervals(axes: Axes, series: Series) -> None:
    values = [compared_as(made.claim.figure, series.policy) for made in series.statements]
    top = _top(values)
    sources = list(dict.fromkeys(_source(made) for made in series.statements))
    misfits = {id(check.claim) for check in series.checks if check.verdict is Verdict.INCONSISTENT}
    places = _places(series)
    for made, value, place in zip(series.statements, values, places, strict=True):
        number = sources.index(_source(made))
        colour = SOURCES[number % len(SOURCES)]
        low = 0.0 if value.low == -INFINITY else float(value.low)
        high = top if value.high == INFINITY else float(value.high)
        axes.plot([place, place], [low, high], color=colour, linewidth=5, alpha=0.45, solid_capstyle="butt")
        if value.high == INFINITY:
            axes.plot([place], [high], marker="^", color=colour, markersize=7, linestyle="none")
        middle = made.claim.figure.value
        point = float(middle.middle) if middle.is_finite else low
        label = _source(made) if number not in axes.get_legend_handles_labels()[1] else None
        axes.plot(
            [place], [point], marker=_MARKERS[number % len(_MARKERS)], color=colour, linestyle="none", label=label
        )
        if id(made.claim) in misfits:
            axes.plot(
                [place],
                [point],
                marker="o",
                markersize=17,
                markerfacecolor="none",
                color=LIGHT["misfit"],
                markeredgewidth=1.8,
                linestyle="none",
            )
        if len(values) <= _MOST_LABELS:
            words = show.text(made.claim.figure.text)
            axes.annotate(
                words, (place, point), xytext=(8, 4), textcoords="offset points", fontsize=8, color=LIGHT["ink"]
            )


def _dress(axes: Axes, series: Series) -> None:
    """Title, ticks at the days on which something was said, legend, and what the marks mean."""
    from matplotlib.ticker import FuncFormatter

    days = sorted({made.date for made in series.statements if made.date})
    shown = days[:: max(1, len(days) // 8)]
    axes.set_xticks(
        [day.toordinal() for day in shown], [day.isoformat() for day in shown], rotation=25, ha="right", fontsize=8
    )
    finite = [float(end) for made in series.statements for end in _ends(compared_as(made.claim.figure, series.policy))]
    if finite and min(finite) > 0 and max(finite) / min(finite) > _WIDE:
        axes.set_yscale("log")
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axes.set_title(series.label, loc="left", fontsize=11, color=LIGHT["ink"])
    marked = any(check.verdict is Verdict.INCONSISTENT for check in series.checks)
    note = f"Bars: what each figure can stand for under the policy {series.policy}." + (
        " Ringed: does not fit an earlier figure." if marked else ""
    )
    axes.set_xlabel(note, fontsize=8, color=LIGHT["quiet"])
    axes.tick_params(colors=LIGHT["quiet"], labelsize=8)
    axes.grid(axis="y", color=LIGHT["line"], linewidth=0.6)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.margins(x=0.12, y=0.12)
    axes.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))


def _places(series: Series) -> list[float]:
    """Where each claim stands: at its day, those of one day side by side; those without one at the left."""
    days = [made.date.toordinal() if made.date else None for made in series.statements]
    known = [day for day in days if day is not None]
    first, last = (min(known), max(known)) if known else (1, 1)
    step = max(last - first, 1) / 60
    seen: dict[int, int] = {}
    places = []
    for day in days:
        at = first - 1 if day is None else day
        places.append(at + seen.get(at, 0) * step)
        seen[at] = seen.get(at, 0) + 1
    return places


def _top(values: Iterable[Interval]) -> float:
    return max((float(end) for value in values for end in _ends(value)), default=1.0) * _ENDLESS


def _ends(value: Interval) -> list[float]:
    return [float(end) for end in (value.low, value.high) if end not in (INFINITY, -INFINITY)]


def _source(made: Statement) -> str:
    claim = made.claim
    named = claim.attribution.name if claim.attribution and claim.attribution.source else None
    return show.text(named or claim.document.publisher or claim.document.name)
