"""Lengths of time and ages against two years."""

from __future__ import annotations

import pytest

from tests.checks.cases import verdict_of


@pytest.mark.parametrize(
    ("sentence", "figure", "verdict"),
    [
        ("The siege lasted from 1911 to 1914, three years.", "three years", "fits"),
        ("The siege lasted from 1911 to 1914, six years.", "six years", "wrong"),
        ("From 1995 to 2005, 14 years of war ended.", "14 years", "open"),
        ("The painter, born in 1871, died in 1943 at the age of 72.", "72", "fits"),
        ("The painter, born in 1871, died in 1943 at the age of 71.", "71", "fits"),
        ("The painter, born in 1871, died in 1943 at the age of 62.", "62", "wrong"),
    ],
)
def test_against_two_years(sentence: str, figure: str, verdict: str) -> None:
    assert verdict_of(sentence, figure) == verdict
