"""What leaves a figure open: names that the table lacks, manners of death, days without a year, places counted otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

import audit
from audit.series import check_against
from audit.text.document import Document

TOLD = Path(__file__).parent / "told"

OPEN = [
    ("terror_attacks", "Veshka district has registered 71 deaths so far."),
    ("terror_attacks", "Veshka was the worst-affected state, with 13 attacks."),
    ("floods", "Drownings account for 240 of the dead."),
    ("floods", "On average, 51 people died in each camp."),
    ("floods", "In the deadliest quarter, 22 people were killed."),
    ("floods", "The coast guard reported 13 floods."),
    ("floods", "The landslides have killed 295 people."),
    ("drowned", "The wrecks have killed 295 people across 14 regions."),
    ("health_attacks", "Altogether 52 medics were killed and 76 children injured."),
    ("health_attacks", "35 deaths have been recorded since 2 March."),
    ("camp_months", "In the worst single raid, 9 people died."),
    ("camp_months", "On average, 3 people died per incident."),
    ("floods", "Up to 600 people could die."),
    ("floods", "Another 240 deaths are expected."),
]
"""A table and a sentence of which it denies no figure, though its number is another."""


@pytest.mark.parametrize(("table", "text"), OPEN)
def test_what_the_words_leave_open_is_never_denied(table: str, text: str) -> None:
    result = check_against(audit.check(Document(text)), TOLD / f"{table}.csv")
    assert not [check.working for check in result.between if str(check.verdict) == "inconsistent"]


def test_a_mean_over_weeks_of_a_table_without_days_is_not_asked() -> None:
    text = "The districts report an average of 40 floods a week."
    assert not check_against(audit.check(Document(text)), TOLD / "floods.csv").inconsistent


@pytest.mark.parametrize(
    ("text", "borne_out"),
    [("More than 5,000 houses were destroyed.", True), ("More than 500 houses were destroyed.", False)],
)
def test_a_bound_is_borne_out_by_a_number_near_it(text: str, borne_out: bool) -> None:
    result = check_against(audit.check(Document(text)), TOLD / "floods.csv")
    assert [str(check.verdict) for check in result.between] == ["consistent"] * borne_out
