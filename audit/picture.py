"""The noun `Picture`: a drawing that belongs to a document, with the words that stand for it where it cannot be seen.

All pictures of the house are saved here, so that they are the same on every machine with the same matplotlib.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["MARK", "Picture", "saved"]

MARK = "numeric-claims-audit"
"""Stands in every picture that the program writes, so that it knows its own."""
FORMS = {"png": ("Software", {}), "svg": ("Creator", {"Date": None}), "pdf": ("Creator", {"CreationDate": None})}
"""Of each form the field that names the program, and what is left out."""
_LOOK: Any = {"svg.hashsalt": "audit", "svg.fonttype": "path", "text.hinting": "none", "text.parse_math": False}


@dataclass(frozen=True, eq=False)
class Picture:
    """`draw` takes a palette (`audit.report.palette`) and gives a matplotlib figure; nothing is drawn before it is asked."""

    title: str
    alternative: str
    """What the picture shows, in words, with its figures."""
    draw: Callable[[Mapping[str, str]], Figure]
    table: tuple[tuple[str, ...], ...] = ()
    """The same as a table, its heads first; empty if the picture shows what stands in one elsewhere."""
    drawn: bool = True
    """False where the table is all that is shown of it."""

    def written(self, form: str, palette: Mapping[str, str]) -> bytes:
        """The picture as 'png', 'svg' or 'pdf', the same bytes for the same input."""
        return saved(partial(self.draw, palette), form, self.title, self.alternative, ground=palette["ground"])


def saved(
    draw: Callable[[], Figure], form: str, title: str, alternative: str, *, ground: str, dpi: float | None = None
) -> bytes:
    """What is drawn as 'png', 'svg' or 'pdf', with its title and the words that stand for it, without a clock.

    A user's own settings of matplotlib have no say, and a name with dollar signs is no formula. The file names the libraries
    that wrote it: others may write the same picture in other bytes.
    """
    import matplotlib
    import PIL

    field, left_out = FORMS[form]
    known: dict[str, Any] = {
        "Title": title,
        field: f"{MARK}, matplotlib {matplotlib.__version__}, Pillow {PIL.__version__}",
    }
    known |= left_out if form == "pdf" else {"Description": alternative, **left_out}
    out = io.BytesIO()
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_LOOK)
        draw().savefig(out, format=form, metadata=known, facecolor=ground, dpi=dpi or "figure")
    return out.getvalue()
