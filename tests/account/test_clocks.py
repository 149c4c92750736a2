"""Lengths of time between two times of the clock."""

from __future__ import annotations

import pytest

import audit
from audit.account.clocks import clocks, minutes_of
from audit.account.fit import fits
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from tests.account.bound import reading_of

TIMES = [
    ("14:05", 845),
    ("9 p.m.", 1260),
    ("12.30 a.m.", 30),
    ("12 p.m.", 720),
    ("1:07am", 67),
    ("0:20", 20),
    ("25:10", None),
    ("14 p.m.", None),
    ("2:18:51", None),
    ("noonish", None),
]


@pytest.mark.parametrize(("text", "minutes"), TIMES)
def test_minutes_since_midnight(text: str, minutes: int | None) -> None:
    assert minutes_of(Figure(0, len(text), text, Interval.of(0), kind=Kind.TIME)) == minutes


LENGTHS = [
    ("The boat left at 14:00. Four hours later, at 18:00, it reached Orrin.", True),
    ("The boat left at 14:00. Three hours later, at 18:00, it reached Orrin.", False),
    ("They held the bridge for four hours, from 21:30 to 01:30.", True),
    ("The alarm went at 6:05 am; 45 minutes later, at 6:50 am, the roof fell.", True),
    ("She set out at 4 a.m. and was back at 11 a.m. the next day, after 31 hours.", True),
    ("The vote, from 9 a.m. to 8 p.m., went on for 12 hours.", False),
]


@pytest.mark.parametrize(("text", "right"), LENGTHS)
def test_a_length_is_held_against_its_times(text: str, right: bool) -> None:
    assert [fits(binding) for binding in clocks(reading_of(text))] == [right]


def test_no_length_is_sought_without_two_times() -> None:
    assert [*clocks(reading_of("At 14:00 they had been there for three hours."))] == []


def test_the_working_shows_the_times() -> None:
    (check,) = audit.check(audit.Document(LENGTHS[0][0])).checks
    assert [operand.text for operand in check.operands] == ["14:00", "18:00"]
    assert "18:00" in check.working and "14:00" in check.working
