"""Totals of what is told without a number, by a noun, or behind a dash; each with what would tempt."""

from __future__ import annotations

import pytest

import audit

RANGE = "6 .. 14"


def totals(text: str) -> dict[str, str]:
    return {measure: str(value) for measure, value in audit.casualties(text).items() if value is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an auxiliary is shared: what 'and' joins to a passive is one too
        ("Three people were reportedly killed and others injured in a raid on Orrin.", {"killed": "3", "injured": "2"}),
        ("Three people were killed. Others hurt by the news stayed away.", {"killed": "3"}),
        # nobody knows how many
        ("Four were killed and an unspecified number were injured.", {"killed": "4", "injured": "2"}),
        ("The raid killed nine men and injured an unknown number of others.", {"killed": "9", "injured": "2"}),
        ("The number of injured is unknown.", {}),
        # by a noun
        ("The blast killed a man and caused a number of injuries.", {"killed": "1", "injured": "2"}),
        ("The blast killed a man and inflicted injuries on the other 12 guests.", {"killed": "1", "injured": "12"}),
        ("He was taken away with injuries to his head.", {}),
        ("The shelling brought injuries to 12 people.", {"injured": "12"}),
        ("The attack left a toll of one person wounded.", {"injured": "1"}),
        ("Four people have bullet wounds after the clash.", {"injured": "4"}),
        # behind a dash no dateline stands before
        ("Eight men were killed and 40 injured – two of them badly – in a raid.", {"killed": "8", "injured": "40"}),
        ("ORRIN, 4 May (Herald) – Two men were killed.", {"killed": "2"}),
        ("Kesh – Two men were killed.", {"killed": "2"}),
        # a range behind 'from'
        ("The raid killed five men and wounded from six to 14 others.", {"killed": "5", "injured": RANGE}),
        ("The number of wounded rose from six to 14.", {"injured": "14"}),
        # others, also
        (
            "Eight guests were hurt when a bus burned. Police said that 10 other people were also hurt.",
            {"injured": "18"},
        ),
        ("Eight guests were hurt when a bus burned. Police said that eight people were hurt.", {"injured": "8"}),
        # money goes too
        ("The blast resulted in the injury of six people and millions in losses.", {"injured": "6"}),
        # a toll of its own is no addition
        ("One source said that 14 people were injured, while others put the injury count at six.", {"injured": "14"}),
    ],
)
def test_totals(text: str, expected: dict[str, str]) -> None:
    assert totals(text) == expected
