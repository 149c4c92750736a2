"""Cells that print a number in words, or a number with what it counts: 'twelve', '22 killed', '$1,200'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np

__all__ = ["in_words", "with_unit"]

_LONGEST = 40
"""Characters; a longer cell is a note and no number."""
_NEAR = re.compile(r"\W{0,3}\d")
_DIGITS = re.compile(r"[\d.,\s]+")
_UNITS = 3
"""So many ways of writing one unit at most: '1 person', '2 people', '3 persons'."""
_ALIKE = 0.8
"""Share of the cells that are written so; with less, the column is one of words."""


def in_words(text: str) -> float:
    """The number that all words of a cell make; not a number if they make none.

    >>> in_words("Twenty-two"), in_words("one hundred and five"), in_words("two villages"), in_words("none")
    (22.0, 105.0, nan, nan)
    """
    from audit.figures.made_lexicon import lexicon
    from audit.figures.number_words import read_words

    low = text.strip().lower()
    if not low or len(low) > _LONGEST or not low[0].isalpha():
        return np.nan
    atom = read_words(low, 0, lexicon())
    return float(atom.low) if atom is not None and atom.end == len(low) and atom.low == atom.high else np.nan


def with_unit(texts: Iterable[str]) -> dict[str, float]:
    """The numbers of cells that all print them with one unit, one currency or one counted noun, by cell.

    Labels that hold a number ('12 Brigade', '3 May') are none, nor are cells of different units: these cannot be added up.

    >>> with_unit(["6 killed", "11 killed", "unclear"])
    {'6 killed': 6.0, '11 killed': 11.0}
    >>> with_unit(["6 km", "400 m"]), with_unit(["12 Brigade", "14 Brigade"])
    ({}, {})
    """
    from audit.figures.figure import Bound, Kind
    from audit.figures.finder import find_figures

    near = [text for text in texts if len(text) <= _LONGEST and _NEAR.match(text)]
    forms = Counter(_DIGITS.sub(" ", text).lower() for text in near)
    if sum(counted for _, counted in forms.most_common(_UNITS)) <= _ALIKE * len(near):
        return {}
    counts = (Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.DURATION)
    found: dict[str, float] = {}
    units: set[str | None] = set()
    for text in near:
        figures = find_figures(text)
        if len(figures) != 1 or figures[0].kind not in counts or figures[0].bound is not Bound.EXACT:
            continue
        (figure,) = figures
        left = text[: figure.start] + text[figure.end :]
        if figure.value.low != figure.value.high or any(map(str.isdigit, left)):
            continue
        found[text] = float(figure.value.low)
        units.add(figure.unit or figure.noun)
    return found if len(units) == 1 and None not in units else {}
