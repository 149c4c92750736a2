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
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from audit.errors import OptionError
from audit.frames import to_frame
from audit.pipeline import check_many
from audit.text.dates import as_day
from audit.text.document import Document

if TYPE_CHECKING:
    from audit.figures.rounding import Policy

__all__ = ["FrameAccessor", "TextAccessor"]


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
        return _found(what, documents, texts.index, policy, convention)


@pd.api.extensions.register_dataframe_accessor("audit")
class FrameAccessor:
    """The audit of a frame of texts, a column of it each for the text, who published it and when.

    >>> import audit, pandas as pd
    >>> frame = pd.DataFrame({"body": ["Sales rose 30% to 110 from 100."], "outlet": ["The Herald"]}, index=["a"])
    >>> frame.audit.checks(text="body", publisher="outlet")[["text", "verdict", "source"]]
      text       verdict      source
    a  30%  inconsistent  The Herald
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._texts = frame

    def figures(self, *, text: str = "text", convention: str = "plain") -> pd.DataFrame:
        """One row a figure."""
        return self._found("figures", text, None, None, "two_figure", convention)

    def claims(
        self,
        *,
        text: str = "text",
        publisher: str | None = None,
        published: str | None = None,
        convention: str = "plain",
    ) -> pd.DataFrame:
        """One row a claim; `publisher` and `published` are names of columns."""
        return self._found("claims", text, publisher, published, "two_figure", convention)

    def checks(
        self,
        *,
        text: str = "text",
        publisher: str | None = None,
        published: str | None = None,
        policy: Policy | str = "two_figure",
        convention: str = "plain",
    ) -> pd.DataFrame:
        """One row a recomputation, under the rounding policy."""
        return self._found("checks", text, publisher, published, policy, convention)

    def _found(
        self,
        what: str,
        text: str,
        publisher: str | None,
        published: str | None,
        policy: Policy | str,
        convention: str,
    ) -> pd.DataFrame:
        for option, name in (("text", text), ("publisher", publisher), ("published", published)):
            if name is not None and name not in self._texts.columns:
                raise OptionError(option, name, tuple(str(column) for column in self._texts.columns))
        kept = self._texts[self._texts[text].notna()]
        texts = TextAccessor(kept[text])._texts
        outlets = kept[publisher] if publisher is not None else [None] * len(kept)
        days = kept[published] if published is not None else [None] * len(kept)
        documents = [
            Document(body, str(label), publisher=_given(outlet), published=_day(day))
            for label, body, outlet, day in zip(texts.index, texts, outlets, days, strict=True)
        ]
        return _found(what, documents, texts.index, policy, convention)


def _given(value: object) -> str | None:
    return None if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]


def _day(value: object) -> date | None:
    """The day that a cell gives; None for an empty one."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return None
    return pd.Timestamp(value).date() if isinstance(value, (np.datetime64, pd.Timestamp)) else as_day(str(value))


def _found(
    what: str, documents: list[Document], index: pd.Index, policy: Policy | str, convention: str
) -> pd.DataFrame:
    """The frame, its index repeating the label of the text that a row comes from."""
    audit = check_many(documents, policy=policy, convention=convention)
    frame = to_frame(audit, what)
    for failure in audit.failures:
        warnings.warn(str(failure), stacklevel=4)
    place = {id(document): number for number, document in enumerate(documents)}
    places = [place[id(part.document)] for part in audit.parts for _ in getattr(part, what)]
    frame.index = index.take(np.array(places, dtype=int))
    return frame
