"""The report of a corpus: one page of HTML or Markdown, and its pictures."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from audit.corpus.digest import Count, Digest
from audit.errors import OptionError
from audit.files import write_whole
from audit.picture import Picture
from audit.report.page import source_hash, stylesheet
from audit.report.palette import LIGHT
from audit.report.templating import template
from audit.vocabulary import load

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["FORMATS", "pictures", "write"]

FORMATS = (".html", ".md", ".png", ".svg")


def write(digest: Digest, path: Path) -> Path:
    """Write the report in the format of the path's suffix; a picture shows outlets and months together."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise OptionError("--report", path.name, FORMATS)
    if suffix in (".png", ".svg"):
        return write_whole(path, pictures(digest)[0].written(suffix[1:], LIGHT))
    words = load("corpus")
    style = stylesheet()
    page = template(f"digest{suffix}").render(
        digest=digest,
        words=words,
        summary=digest.total.summary().splitlines(),
        style=style,
        policy=f"default-src 'none'; img-src data:; style-src '{source_hash(style)}'; base-uri 'none'; form-action 'none'",
        pictures=[(picture, _embedded(picture)) for picture in pictures(digest)] if suffix == ".html" else [],
    )
    return write_whole(path, page.encode())


def pictures(digest: Digest) -> tuple[Picture, ...]:
    """Documents and findings by outlet and by month."""
    words = load("corpus")["pictures"]
    said = "; ".join(
        f"{count.name}: {count.documents:,} documents, {count.checks:,} recomputed, {count.inconsistent:,} that do not fit"
        for count in (*digest.outlets, *digest.months)
    )
    return (Picture(words["title"], said, partial(_draw, digest.outlets, digest.months, words)),)


def _embedded(picture: Picture) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(picture.written("svg", LIGHT)).decode()


def _draw(
    outlets: Sequence[Count], months: Sequence[Count], words: Mapping[str, str], palette: Mapping[str, str]
) -> Figure:
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    tall = max(len(outlets), min(len(months), 24), 3)
    figure = Figure(figsize=(10, 1.2 + 0.34 * tall), layout="constrained")
    for axes, counts, heading in zip(
        figure.subplots(1, 2), (outlets, months[-24:]), (words["outlets"], words["months"]), strict=True
    ):
        places = range(len(counts))
        axes.barh(places, [count.checks for count in counts], height=0.62, color=palette["line"], label=words["checks"])
        axes.barh(
            places,
            [count.inconsistent for count in counts],
            height=0.62,
            color=palette["misfit"],
            label=words["misfits"],
        )
        for place, count in zip(places, counts, strict=True):
            label = f"{count.inconsistent:,} of {count.checks:,}"
            axes.annotate(label, (count.checks, place), (5, 0), textcoords="offset points", va="center", fontsize=8)
        axes.set_yticks(list(places), [_short(count.name) for count in counts], fontsize=9)
        axes.set_ylim(tall - 0.4, -0.6)
        axes.set_title(heading, loc="left", fontsize=11, color=palette["ink"])
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.tick_params(left=False, colors=palette["ink"])
        axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
        axes.margins(x=0.18)
    figure.legend(
        *figure.axes[0].get_legend_handles_labels(), loc="outside lower left", ncols=2, frameon=False, fontsize=9
    )
    return figure


def _short(name: str) -> str:
    return name if len(name) <= 28 else name[:27] + "…"
