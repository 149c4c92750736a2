"""Kinds of figures that readers were seen to lose, each with sentences that the rules had not seen (`unseen.txt`)."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from audit.figures import find_figures
from audit.figures.figure import Figure, Kind

LINES = [
    line
    for line in Path(__file__).with_name("unseen.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
NEAR = Fraction(1, 1_000_000)
ONE = {"people": "person", "tonne": "metric_ton", "bod": "body"}


def ends(figure: Figure) -> tuple[Fraction, Fraction]:
    """Low and high, of a figure that is open on one side the end that is printed."""
    value = figure.value
    low = value.low if isinstance(value.low, Fraction) else value.high
    high = value.high if isinstance(value.high, Fraction) else value.low
    assert isinstance(low, Fraction) and isinstance(high, Fraction)
    return low, high


def holds(figure: Figure, item: str) -> bool:
    written, _, thing = item.partition(" ")
    if item == "date":
        return figure.kind is Kind.DATE
    if written == "rank":
        return figure.kind is Kind.RANK and figure.value.low == int(thing)
    low, _, high = written.partition("..")
    near = all(
        abs(found - Fraction(told)) <= NEAR * max(1, abs(found))
        for found, told in zip(ends(figure), (low, high or low), strict=True)
    )
    named = f"{figure.unit or ''} {figure.noun or ''}"
    return figure.is_quantity and near and ONE.get(thing, thing) in named


def misread(line: str) -> str:
    """What is missing or too much; '' if the sentence is read right."""
    text, _, wanted = line.partition(" =>")
    left = [figure for figure in find_figures(text) if figure.is_quantity or figure.kind in (Kind.DATE, Kind.RANK)]
    for item in filter(None, (item.strip() for item in wanted.split(";"))):
        found = next((figure for figure in left if holds(figure, item)), None)
        if found is None:
            return f"no {item} among {[figure.text for figure in left]}"
        left.remove(found)
    extra = [figure.text for figure in left if figure.is_quantity]
    return f"{extra} too much" if extra else ""


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("?")])
def test_it_is_read_right(line: str) -> None:
    assert misread(line) == ""


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("?")])
def test_it_is_not_yet(line: str) -> None:
    assert misread(line.removeprefix("? ")) != "", "take the mark away: this one is read now"


def test_a_wrong_one_would_be_seen() -> None:
    assert (
        misread("Two boats sank. => 3 boat") and misread("Two boats sank. =>") and misread("Two boats sank. => 2 car")
    )
