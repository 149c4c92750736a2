"""What is said on the terminal of quantities over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.ledger.series import Series

__all__ = ["series_lines"]


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
