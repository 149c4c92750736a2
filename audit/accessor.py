"""The pandas accessor: `df["text"].audit.figures()`, `.claims()`, `.checks()`.

Each gives the documented frame of all texts of the column, one row a figure, claim or check. Its index repeats the label of
the text that a row comes from, so that it joins back to the column's own frame. Missing texts give no
rows; a text on which the program fails gives a warning.

    >>> import audit, pandas as pd
    >>> texts = pd.Series(["7 killed and 4 wounded"], index=["a"])
    >>> texts.audit.figures()["text"].to_dict()
    {'a': '4'}
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from audit.document import Document
from audit.errors import OptionError
from audit.frames import to_frame
from audit.pipeline import check_many

if TYPE_CHECKING:
    from audit.figures.rounding import Policy

__all__ = ["TextAccessor"]


@pd.api.extensions.register_series_accessor("audit")
class TextAccessor:
    """The audit of every text of a column; a column of anything else raises `OptionError`."""

    def __init__(self, series: pd.Series) -> None:
        wrong = next((text for text in series.dropna() if not isinstance(text, str)), None)
        if wrong is not None:
            raise OptionError("column", wrong, ("a column of texts",))
        self._texts = series

    def figures(self, *, convention: str = "plain") -> pd.DataFrame:
        """One row a figure."""
        return self._frame("figures", "two_figure", convention)

    def claims(self, *, convention: str = "plain") -> pd.DataFrame:
        """One row a claim."""
        return self._frame("claims", "two_figure", convention)

    def checks(self, *, policy: Policy | str = "two_figure", convention: str = "plain") -> pd.DataFrame:
        """One row a recomputation, under the rounding policy."""
        return self._frame("checks", policy, convention)

    def _frame(self, what: str, policy: Policy | str, convention: str) -> pd.DataFrame:
        texts = self._texts.dropna()
        documents = [Document(text, str(label)) for label, text in texts.items()]
        audit = check_many(documents, policy=policy, convention=convention)
        frame = to_frame(audit, what)
        for failure in audit.failures:
            warnings.warn(str(failure), stacklevel=3)
        place = {id(document): number for number, document in enumerate(documents)}
        places = [place[id(part.document)] for part in audit.parts for _ in getattr(part, what)]
        frame.index = texts.index.take(np.array(places, dtype=int))
        return frame
