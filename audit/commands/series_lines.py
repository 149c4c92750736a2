"""What is said on the terminal of quantities over time, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from audit.ledger.series import Series

__all__ = ["series_json", "series_lines"]


def series_json(series: Iterable[Series]) -> str:
    """A list of quantities, each with its label and its claims in the order of time, as columns of `Series.to_frame`."""
    rows = ((one.label, one.to_frame().to_json(orient="records", date_format="iso", date_unit="s")) for one in series)
    found = [{"label": label, "claims": json.loads(claims)} for label, claims in rows]
    return json.dumps(found, ensure_ascii=False, indent=2)


def series_lines(series: Iterable[Series]) -> Iterator[str]:
    """A heading for each quantity, and a line for each claim about it."""
    found = False
    for one in series:
        frame = one.to_frame()
        yield ""
        yield one.label
        figures = [str(text) for text in frame["text"]]
        width = max(len(text) for text in figures)
        for day, text, who, beside in zip(frame["date"], figures, frame["who"], frame["beside"], strict=True):
            said = "no date   " if day is None or day != day else str(day)[:10]
            yield f"  {said}  {text:<{width}}  {who}" + (f"  [{beside}]" if isinstance(beside, str) else "")
        found = True
    if not found:
        yield ""
        yield "No two of the texts speak of one quantity, as far as their words show."
