"""Pictures of series: findings marked on their column, new against cumulative counts, shares of parts, estimate bands.

Each function gives a matplotlib `Figure` of one key of a table; `pictures` chooses those that an audit's findings call for.
A palette is a mapping of the names of `audit.report.palette`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from audit import show
from audit.checks.check import Operation, Verdict
from audit.picture import Picture
from audit.series.days import NO_DAY
from audit.series.finding import DATE, Finding
from audit.series.rule import Kind, Rule
from audit.series.table import Table
from audit.series.words import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

__all__ = ["band_picture", "increments_picture", "pictures", "series_picture", "shares_picture"]

MOST = 6
"""Pictures of one table."""
POINTS = 4000
"""Rows of a key beyond which every so many-th is drawn, with those that findings name."""
DATED = 4
"""Marks of one picture that have their day beside them; more would cover each other."""
GAP = 7
"""Steps without a cell over which no line is drawn."""
_USUAL = {"week": 7, "month": 31, "quarter": 92, "year": 366}
SIZE = (8.0, 3.2)
GROUPS = {Verdict.INCONSISTENT: "misfit", Verdict.UNVERIFIABLE: "open"}


def pictures(table: Table, rules: Iterable[Rule], findings: Sequence[Finding]) -> tuple[Picture, ...]:
    """The columns with most findings, each once, and for rules that were broken the picture that shows how."""
    if not table.series or table.days is None:
        return ()
    open_ = [f for f in findings if f.verdict in GROUPS and f.cell.column in table.columns and f.cell.table is table]
    weight = Counter[tuple[str, int]]()
    for finding in open_:
        weight[finding.cell.column, int(table.key[finding.cell.at])] += (
            3 if finding.verdict is Verdict.INCONSISTENT else 1
        )
    drawn = [_series(table, *place, _marked(table, open_, *place)) for place, _ in weight.most_common(MOST)]
    shown: dict[Kind, tuple[float, Picture]] = {}
    for rule in (rule for rule in rules if rule.on and rule.kind in _DRAWN):
        operation, draw = _DRAWN[rule.kind]
        judged = rule.columns[-1] if rule.kind is Kind.FROZEN else rule.columns[0]
        size: defaultdict[int, float] = defaultdict(float)
        for finding in (f for f in open_ if f.operation is operation and f.cell.column == judged):
            size[int(table.key[finding.cell.at])] += finding.size
        if size:
            key, most = max(size.items(), key=lambda item: item[1])
            if rule.kind not in shown or most > shown[rule.kind][0]:
                marked = [f for f in _marked(table, open_, judged, key) if f.operation is operation]
                shown[rule.kind] = most, draw(table, rule, key, marked)
    return (*drawn[: MOST - len(shown)], *(picture for _, picture in shown.values()))


def _marked(table: Table, findings: Sequence[Finding], column: str, key: int) -> list[Finding]:
    return [f for f in findings if f.cell.column == column and table.key[f.cell.at] == key]


def _of(table: Table, key: int) -> str:
    return f", {table.labels[key]}" if table.labels[key] else ""


def _shown(table: Table, marked: Sequence[Finding]) -> str:
    """What is marked and when: ' does not fit on 2031-05-26', ' does not fit on 3 days, a question on 1'."""
    misfits, open_ = (
        list(dict.fromkeys(table.day(f.cell.at) for f in marked if f.verdict is verdict)) for verdict in GROUPS
    )
    parts = (
        f"{says} on {days[0] if len(days) == 1 and days[0] else count(len(days), 'day')}"
        for says, days in (("does not fit", misfits), ("a question", [day for day in open_ if day not in misfits]))
        if days
    )
    told = ", ".join(parts)
    return f" {told}" if misfits else f": {told}"


def _told(findings: Sequence[Finding]) -> str:
    return "; ".join(finding.working for finding in findings[:5]) + (" and others" if len(findings) > 5 else "")


def _series(table: Table, column: str, key: int, marked: Sequence[Finding]) -> Picture:
    title = f"{column}{_of(table, key)}{_shown(table, marked)}"
    return Picture(title, _told(marked), partial(series_picture, table, column, key, marked))


def _increments(table: Table, rule: Rule, key: int, marked: Sequence[Finding]) -> Picture:
    new, total = rule.columns
    title = f"{new} against the steps of {total}{_of(table, key)}"
    return Picture(title, _told(marked), partial(increments_picture, table, new, total, key, marked))


def _shares(table: Table, rule: Rule, key: int, marked: Sequence[Finding]) -> Picture:
    whole, part = rule.columns
    title = f"Share of {part} in {whole}{_of(table, key)}"
    return Picture(title, _told(marked), partial(shares_picture, table, whole, (part,), key, marked))


def _band(table: Table, rule: Rule, key: int, marked: Sequence[Finding]) -> Picture:
    low, high = rule.columns
    return Picture(
        f"{low} and {high}{_of(table, key)}", _told(marked), partial(band_picture, table, low, None, high, key, marked)
    )


_DRAWN = {
    Kind.INCREMENTS: (Operation.INCREMENTS, _increments),
    Kind.FROZEN: (Operation.FROZEN, _shares),
    Kind.ORDER: (Operation.ORDER, _band),
}


def series_picture(
    table: Table, column: str, key: int, marked: Sequence[Finding], palette: Mapping[str, str]
) -> Figure:
    """The column of one key over time, each finding marked at its cell."""
    figure, axes = _axes(palette)
    at = _positions(table, (column,), key, marked)
    days, values = _broken(table, at, table.columns[column].values[at])
    axes.plot(days, values, color=palette["fit"], linewidth=1.4)
    _mark(axes, table, column, marked, palette)
    _finish(axes, palette, column)
    return figure


def increments_picture(
    table: Table, new: str, total: str, key: int, marked: Sequence[Finding], palette: Mapping[str, str]
) -> Figure:
    """New counts as printed (line) and as the total rises (dots), where they part marked."""
    figure, axes = _axes(palette)
    at = _positions(table, (new, total), key, marked)
    days, values = _broken(table, at, table.columns[new].values[at])
    axes.plot(days, values, color=palette["fit"], linewidth=1.2, label=show.text(new))
    steps = table.steps(total)
    own = np.isin(steps.after, at) & (steps.after - steps.before == 1)
    axes.plot(
        _days(table, steps.after[own]),
        steps.change[own],
        "o",
        markersize=2.4,
        color=palette["plain"],
        label=show.text(f"steps of {total}"),
    )
    _mark(axes, table, new, marked, palette)
    axes.legend(frameon=False, fontsize=8, labelcolor=palette["ink"])
    _finish(axes, palette, "")
    return figure


def shares_picture(
    table: Table, whole: str, parts: Sequence[str], key: int, marked: Sequence[Finding], palette: Mapping[str, str]
) -> Figure:
    """Each part as per cent of the whole over time; stretches at which a part stands still are shaded."""
    figure, axes = _axes(palette)
    at = _positions(table, (whole, *parts), key, marked)
    for part, colour in zip(parts, (palette["fit"], palette["plain"], palette["misfit"]) * len(parts), strict=False):
        with np.errstate(divide="ignore", invalid="ignore"):
            share = 100 * table.columns[part].values[at] / table.columns[whole].values[at]
        axes.plot(*_broken(table, at, share), color=colour, linewidth=1.4, label=show.text(part))
    for finding in marked:
        since = next((cell for role, cell in finding.operands if role == "since"), None)
        if since is not None:
            axes.axvspan(*_days(table, np.array([since.at, finding.cell.at])), color=palette["open_tint"], zorder=0)
    if len(parts) > 1:
        axes.legend(frameon=False, fontsize=8, labelcolor=palette["ink"])
    axes.set_ylim(bottom=0)
    _finish(axes, palette, f"% of {whole}")
    return figure


def band_picture(
    table: Table,
    low: str,
    best: str | None,
    high: str,
    key: int,
    marked: Sequence[Finding],
    palette: Mapping[str, str],
) -> Figure:
    """The band from the lowest to the highest estimate, the best one as a line; cells out of order marked."""
    figure, axes = _axes(palette)
    at = _positions(table, (low, high), key, marked)
    axes.fill_between(
        _days(table, at), table.columns[low].values[at], table.columns[high].values[at], color=palette["fit_tint"]
    )
    for name in filter(None, (low, best, high)):
        axes.plot(
            _days(table, at),
            table.columns[name].values[at],
            linewidth=1.4 if name == best else 0.8,
            color=palette["fit"],
        )
    _mark(axes, table, low, marked, palette)
    _finish(axes, palette, f"{low} to {high}")
    return figure


def _positions(table: Table, columns: Sequence[str], key: int, marked: Sequence[Finding]) -> NDArray[np.intp]:
    """Positions of the key at which all columns are printed, thinned out if there are too many to tell apart."""
    assert table.days is not None
    usable = (table.key == key) & (table.days != NO_DAY)
    for column in columns:
        usable &= ~np.isnan(table.columns[column].values)
    at = np.flatnonzero(usable)
    if len(at) <= POINTS:
        return at
    kept = np.union1d(at[:: len(at) // POINTS + 1], [finding.cell.at for finding in marked])
    return np.intersect1d(kept, at)


def _days(table: Table, at: Any) -> Any:
    assert table.days is not None
    return table.stamps[at].astype("datetime64[D]" if table.clock is None else "datetime64[m]")


def _broken(table: Table, at: NDArray[np.intp], values: NDArray[np.float64]) -> tuple[Any, NDArray[np.float64]]:
    """Days and values of a line that breaks off where a regular series has no cells for `GAP` steps or more."""
    days = _days(table, at)
    if not table.regular or table.clock is not None or len(at) < 2 or len(at) > POINTS // 2:
        return days, values
    wide = np.flatnonzero(np.diff(days).astype(np.int64) >= GAP * max(table.step, _USUAL.get(table.unit, 1))) + 1
    return np.insert(days, wide, days[wide - 1]), np.insert(values, wide, np.nan)


def _axes(palette: Mapping[str, str]) -> tuple[Figure, Axes]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=SIZE, dpi=150, facecolor=palette["ground"], layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot(facecolor=palette["ground"])
    return figure, axes


def _mark(axes: Axes, table: Table, column: str, marked: Sequence[Finding], palette: Mapping[str, str]) -> None:
    """A ring at each finding's cell: full for what does not fit, hollow for what is open."""
    for finding in marked:
        if finding.cell.column not in (column, DATE):
            continue
        colour = palette[GROUPS[finding.verdict]]
        inside = colour if finding.verdict is Verdict.INCONSISTENT else "none"
        axes.plot(
            _days(table, [finding.cell.at]),
            [table.columns[column].values[finding.cell.at]],
            "o",
            markersize=7,
            markeredgecolor=colour,
            markerfacecolor=inside,
            alpha=0.85,
        )
    spots = {f.cell.at for f in marked if f.cell.column in (column, DATE)}
    for at in spots if len(spots) <= DATED else ():
        days, value = _days(table, [at]), table.columns[column].values[at]
        axes.annotate(
            table.day(at),
            (days[0], value),
            xytext=(6, -11),
            textcoords="offset points",
            fontsize=8,
            color=palette["quiet"],
        )


def _finish(axes: Axes, palette: Mapping[str, str], label: str) -> None:
    from matplotlib.dates import AutoDateFormatter, AutoDateLocator
    from matplotlib.ticker import FuncFormatter

    dates = AutoDateLocator(minticks=3)  # type: ignore[no-untyped-call]  # of a few days the days, not their hours
    axes.xaxis.set_major_locator(dates)
    axes.xaxis.set_major_formatter(AutoDateFormatter(dates))  # type: ignore[no-untyped-call]
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(palette["line"])
    axes.tick_params(colors=palette["quiet"], labelsize=8)
    axes.grid(axis="y", color=palette["line"], linewidth=0.5)
    axes.set_axisbelow(True)
    axes.set_ylabel(show.text(label), fontsize=8, color=palette["quiet"])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
