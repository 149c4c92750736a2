"""Tags of the Humanitarian Exchange Language below a header: what a column holds, declared by who made the table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audit.lang import load
from audit.series.cells import as_printed
from audit.series.names import cut

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["declared"]

_TAG = re.compile(r"#[a-z]\w*(?:\s*\+\s*\w+)*", re.IGNORECASE)


def declared(frame: pd.DataFrame) -> tuple[pd.DataFrame, int, list[str]]:
    """The rows below the tags, how many rows the tags take, and what was assumed; each column is
    called what its tag says.

    >>> import pandas as pd
    >>> declared(pd.DataFrame({"Tote": ["#affected+killed", "3"]}))[0].columns.tolist()
    ['killed']
    """
    if frame.empty:
        return frame, 0, []
    tags = [as_printed(cell) for cell in frame.iloc[0]]
    printed = [tag for tag in tags if tag]
    if not printed or not all(_TAG.fullmatch(tag) for tag in printed):
        return frame, 0, []
    names = [_named(str(name), tag) for name, tag in zip(frame.columns, tags, strict=True)]
    called = [f"'{old}' is called '{new}'" for old, new in zip(frame.columns, names, strict=True) if str(old) != new]
    notes = ["The row below the header holds HXL tags" + (f": {', '.join(called)}." if called else ".")]
    return frame.iloc[1:].reset_index(drop=True).set_axis(names, axis=1), 1, notes


def _named(name: str, tag: str) -> str:
    """What the tag says that the column holds; its own name where that says the same, or the tag says nothing."""
    words = load("columns")["hxl"]
    said = [part.strip().lower() for part in tag.lstrip("#").split("+")]
    meant = [words["means"].get(word, word) for word in said if word not in words["general"]]
    return name if not meant or frozenset(cut(name)) == frozenset(meant) else " ".join(meant)
