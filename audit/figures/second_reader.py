"""quantulum3 as a second reader: does it read each of our figures as we do?

It reads sentence by sentence, off the hot path, and is imported when it is first asked. It never changes a figure: where
it reads another value or unit the report says so, and where it alone names a unit that our vocabulary lacks, `offers`
carries that name, marked as its own.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from audit.figures.figure import Figure
from audit.interval import exact
from audit.text.document import Document, Sentence

__all__ = ["Agreement", "second_reading"]

_LONGEST = 2000
"""Characters of a sentence that it is given: its own patterns take more than linear time."""
_CLOSE = Fraction(1, 10**9)
"""It works in floats: two values this near, relatively, are the same."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the second reader made of one of our figures."""

    figure: Figure
    agrees: bool | None
    """True if it read the same value and unit, False if it read another, None if it saw no quantity there."""
    reading: str
    """Its own reading in words ('10000 hartree unk second'); '' if it saw none."""
    offers: str | None = None
    """The unit that it alone read, where our vocabulary has none for the word behind the number; None otherwise."""


def second_reading(document: Document, figures: Sequence[Figure]) -> tuple[Agreement, ...]:
    """For each figure that is a quantity, in order, what quantulum3 reads in the same place."""
    readings: list[Agreement] = []
    seen: dict[int, list[Any]] = {}
    for figure in figures:
        if not figure.is_quantity:
            continue
        sentence = document.sentence_at(figure.start)
        if sentence is None:
            readings.append(Agreement(figure, None, ""))
            continue
        if sentence.index not in seen:
            seen[sentence.index] = _read(sentence)
        readings.append(_compare(figure, sentence, seen[sentence.index]))
    return tuple(readings)


@cache
def _parser() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it recommends a classifier that would download a model
        from quantulum3 import parser
    return parser


def _read(sentence: Sentence) -> list[Any]:
    """Its quantities of one sentence; none where it fails, as it does on some signs and exponents."""
    level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(_parser().parse(sentence.text[:_LONGEST]))
    except Exception:  # whatever it raises, it has read nothing
        return []
    finally:
        logging.disable(level)


def _compare(figure: Figure, sentence: Sentence, quantities: list[Any]) -> Agreement:
    start, end = figure.start - sentence.start, figure.end - sentence.start
    here = [quantity for quantity in quantities if quantity.span[0] < end and start < quantity.span[1]]
    if not here:
        return Agreement(figure, None, "")
    agrees = _same_ends(figure, here) and all(_same_unit(figure, quantity) for quantity in here)
    return Agreement(figure, agrees, "; ".join(_words(quantity) for quantity in here), _offer(figure, here))


def _words(quantity: Any) -> str:
    value, unit, spread = quantity.value, quantity.unit.name, quantity.uncertainty
    return f"{value:.12g}{f' ± {spread:.12g}' if spread else ''}{'' if unit == 'dimensionless' else f' {unit}'}"


def _same_ends(figure: Figure, quantities: list[Any]) -> bool:
    """Whether it has the same printed ends: of a range both, of a bound the one that is printed."""
    printed = sorted(
        {end for end in (figure.value.low, figure.value.high) if isinstance(end, Fraction)} - _floor(figure)
    )
    read = {exact(quantity.value + sign * (quantity.uncertainty or 0.0)) for quantity in quantities for sign in (-1, 1)}
    ends = sorted(end for end in read if isinstance(end, Fraction))
    return len(ends) == len(printed) and all(
        abs(a - b) <= _CLOSE * max(abs(a), abs(b)) for a, b in zip(printed, ends, strict=True)
    )


def _floor(figure: Figure) -> set[Fraction]:
    """The zero that a ceiling has for its other end is not printed."""
    return (
        {Fraction(0)}
        if figure.value.low == 0 != figure.value.high and figure.bound in ("at_most", "less_than")
        else set()
    )


def _same_unit(figure: Figure, quantity: Any) -> bool:
    if figure.unit is None:
        return bool(quantity.unit.name == "dimensionless")
    ours = figure.unit.removesuffix(" of age").replace("_", " ").lower()
    return ours in _names(quantity)


def _names(quantity: Any) -> set[str]:
    surfaces = quantity.unit.surfaces or ()
    return {name.lower().replace("-", " ") for name in (quantity.unit.name, *surfaces)}


def _offer(figure: Figure, quantities: list[Any]) -> str | None:
    """A unit that it read as one whole word, not one that it put together from letters."""
    if figure.unit is not None or len(quantities) != 1:
        return None
    unit = quantities[0].unit
    if unit.entity.name == "unknown" or len(unit.dimensions) != 1 or unit.name == "dimensionless":
        return None
    written = quantities[0].surface.rsplit(None, 1)[-1].lower()
    return str(unit.name) if len(written) > 2 and {written, written.removesuffix("s")} & _names(quantities[0]) else None
