"""The report of a corpus: one page of HTML or Markdown, and its pictures."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from audit.corpus.digest import NO_DATE, Count, Digest
from audit.errors import OptionError
from audit.files import write_whole
from audit.picture import Picture
from audit.report.page import source_hash, stylesheet
from audit.report.palette import LIGHT
from audit.report.templating import template
from audit.strings import strings

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["FORMATS", "calendar", "pictures", "write"]

FORMATS = (".html", ".md", ".png", ".svg")
MONTHS = 120
"""Months that are drawn one by one; of a longer time each bar is a year."""
TICKS = 24
"""Bars of a time that are named."""
WIDE, NARROW = 10, 4.2
"""Inches of the picture, and of that for a phone, whose words would be too small to read if the wide one were shrunk."""


def write(digest: Digest, path: Path) -> Path:
    """Write the report in the format of the path's suffix; a picture shows outlets and months together."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise OptionError("--report", path.name, FORMATS)
    if suffix in (".png", ".svg"):
        return write_whole(path, pictures(digest)[0].written(suffix[1:], LIGHT))
    words = strings("corpus")
    style = stylesheet()
    page = template(f"digest{suffix}").render(
        digest=digest,
        words=words,
        summary=digest.total.summary().splitlines(),
        style=style,
        policy=f"default-src 'none'; img-src data:; style-src '{source_hash(style)}'; base-uri 'none'; form-action 'none'",
        pictures=_both_widths(digest) if suffix == ".html" else [],
    )
    return write_whole(path, page.encode())


def pictures(digest: Digest, width: float = WIDE) -> tuple[Picture, ...]:
    """What was recomputed by outlet and by month, so many inches wide; nothing where nothing was."""
    words = strings("corpus")["pictures"]
    said = "; ".join(
        f"{count.name}: {count.documents:,} documents, {count.checks:,} recomputed, {count.inconsistent:,} that do not fit"
        for count in (*digest.outlets, *digest.months)
    )
    if not any(count.checks for count in digest.outlets):
        return ()
    return (Picture(words["title"], said, partial(_draw, digest.outlets, digest.months, words, width)),)


def _both_widths(digest: Digest) -> list[tuple[Picture, str, str]]:
    """Each picture with its addresses: as it is, and for a phone."""
    pairs = zip(pictures(digest), pictures(digest, NARROW), strict=True)
    return [(wide, _embedded(wide), _embedded(narrow)) for wide, narrow in pairs]


def _embedded(picture: Picture) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(picture.written("svg", LIGHT)).decode()


def _draw(
    outlets: Sequence[Count],
    months: Sequence[Count],
    words: Mapping[str, str],
    width: float,
    palette: Mapping[str, str],
) -> Figure:
    from matplotlib.figure import Figure

    tall = 0.9 + 0.3 * len(outlets)
    figure = Figure(figsize=(width, tall + 3), layout="constrained")
    above, below = figure.subplots(2, 1, height_ratios=[tall, 2.6])
    _draw_outlets(above, outlets, words, palette)
    _draw_months(below, calendar(months), words, palette, most=int(TICKS * width / WIDE))
    for axes in (above, below):
        axes.tick_params(length=0, colors=palette["ink"], labelsize=9)
    figure.legend(*above.get_legend_handles_labels(), loc="outside lower left", ncols=2, frameon=False, fontsize=9)
    return figure


def _draw_outlets(axes: Axes, outlets: Sequence[Count], words: Mapping[str, str], palette: Mapping[str, str]) -> None:
    places = range(len(outlets))
    for name, values, color in _layers(outlets, words, palette):
        axes.barh(places, values, height=0.62, color=color, label=name)
    for place, count in zip(places, outlets, strict=True):
        label = f"{count.inconsistent:,} of {count.checks:,}"
        axes.annotate(label, (count.checks, place), (5, 0), textcoords="offset points", va="center", fontsize=8)
    axes.set_yticks(list(places), [_short(count.name) for count in outlets])
    axes.set_ylim(len(outlets) - 0.4, -0.6)
    axes.set_title(words["outlets"], loc="left", fontsize=11, color=palette["ink"])
    axes.spines[:].set_visible(False)
    axes.set_xticks([])
    axes.margins(x=0.12)


def _draw_months(
    axes: Axes, spans: Sequence[Count], words: Mapping[str, str], palette: Mapping[str, str], most: int
) -> None:
    """Bars of a time, at most so many of them named."""
    from matplotlib.ticker import MaxNLocator

    places = range(len(spans))
    for _, values, color in _layers(spans, words, palette):
        axes.bar(places, values, width=0.72, color=color)
    years = any(len(span.name) == 4 for span in spans)
    step = max(1, -(-len(spans) // most))
    shown = [place for place in places if place % step == 0 or spans[place].name == NO_DATE]
    axes.set_xticks(shown, [spans[place].name for place in shown])
    if len(shown) > most // 2:
        axes.tick_params(axis="x", labelrotation=45)
        for label in axes.get_xticklabels():
            label.set(ha="right", rotation_mode="anchor")
    axes.set_title(words["years" if years else "months"], loc="left", fontsize=11, color=palette["ink"])
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.set_ylim(0, max(1.0, 1.05 * max((span.checks for span in spans), default=0)))  # counts begin at nothing
    axes.grid(axis="y", color=palette["line"], linewidth=0.6)
    axes.set_axisbelow(True)


def _layers(
    counts: Sequence[Count], words: Mapping[str, str], palette: Mapping[str, str]
) -> Iterator[tuple[str, list[int], str]]:
    """What is drawn over each other: name, values and colour."""
    yield words["checks"], [count.checks for count in counts], palette["line"]
    yield words["misfits"], [count.inconsistent for count in counts], palette["misfit"]


def calendar(months: Sequence[Count]) -> list[Count]:
    """The months in a row, also those without a document between them; years where there would be too many months; what
    has no date stands last."""
    dated = [count for count in months if count.name != NO_DATE]
    rest = [count for count in months if count.name == NO_DATE]
    if not dated:
        return rest
    first, last = ((int(year), int(month)) for year, month in (dated[end].name.split("-") for end in (0, -1)))
    if (last[0] - first[0]) * 12 + last[1] - first[1] < MONTHS:
        row = [f"{at // 12}-{at % 12 + 1:02}" for at in range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])]
    else:
        row = [f"{year}" for year in range(first[0], last[0] + 1)]
    found = {name: Count(name, 0, 0, 0) for name in row}
    for count in dated:
        name = count.name[: len(row[0])]
        found[name] = found[name].plus(count)
    return [*found.values(), *rest]


def _short(name: str) -> str:
    return name if len(name) <= 28 else name[:27] + "…"
