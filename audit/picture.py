"""The noun `Picture`: a drawing that belongs to a document, with the words that stand for it where it cannot be seen."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["Picture"]

_LOOK: Any = {"svg.hashsalt": "audit", "svg.fonttype": "path", "text.hinting": "none"}


@dataclass(frozen=True, eq=False)
class Picture:
    """`draw` takes a palette (`audit.report.palette`) and gives a matplotlib figure; nothing is drawn before it is asked."""

    title: str
    alternative: str
    """What the picture shows, in words, with its figures."""
    draw: Callable[[Mapping[str, str]], Figure]
    table: tuple[tuple[str, ...], ...] = ()
    """The same as a table, its heads first; empty if the picture shows what stands in one elsewhere."""

    def written(self, form: str, palette: Mapping[str, str]) -> bytes:
        """The picture as 'png', 'svg' or 'pdf', the same bytes for the same input."""
        import matplotlib

        known: dict[str, Any] = {"Title": self.title, "Description": self.alternative} if form != "pdf" else {}
        known |= {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}, "pdf": {"CreationDate": None}}[
            form
        ]
        out = io.BytesIO()
        with matplotlib.rc_context(_LOOK):
            self.draw(palette).savefig(out, format=form, metadata=known, facecolor=palette["ground"])
        return out.getvalue()
