"""The tables of an `Audit` as pandas frames, with the columns of `audit.columns`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.columns import FRAMES
from audit.errors import OptionError

if TYPE_CHECKING:
    import pandas as pd

    from audit.result import Audit

__all__ = ["to_frame"]


def to_frame(audit: Audit, what: str) -> pd.DataFrame:
    """The frame `what` ('figures', 'claims', 'checks', 'operands'); another name raises `OptionError`."""
    raise OptionError("what", what, tuple(FRAMES))
