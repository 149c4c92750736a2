from __future__ import annotations

from datetime import date

import pandas as pd

import audit
from audit import Document
from audit.series import check_against
from tests.series.tables import daily

TABLE = daily(
    killed=[4, 7, 12, 9, 5],
    killed_cum=[1204, 1211, 1223, 1232, 1237],
    killed_children_cum=[300, 302, 305, 309, 310],
    injured=[10, 20, 30, 40, 50],
    injured_cum=[2010, 2030, 2060, 2100, 2150],
)
BULLETIN = """Daily bulletin, 4 March 2024

• Number of people killed in the past 24 hours: {killed}
• Cumulative number of people killed: {total}
• Cumulative number of people injured: 2,100
"""


def verdicts(text: str, table: pd.DataFrame = TABLE, published: date | None = date(2024, 3, 4)) -> dict[str, str]:
    result = check_against(audit.check(Document(text, published=published)), table)
    return {check.claim.figure.text: str(check.verdict) for check in result.between}


def test_figures_that_are_what_the_table_holds_fit() -> None:
    found = verdicts(BULLETIN.format(killed=9, total="1,232"))
    assert (found["1,232"], found["2,100"]) == ("consistent", "consistent")


def test_a_total_that_differs_from_its_cell_is_found() -> None:
    assert verdicts(BULLETIN.format(killed=9, total="1,322"))["1,322"] == "inconsistent"


def test_a_rounded_total_fits_under_the_policy() -> None:
    assert verdicts(BULLETIN.format(killed=9, total="1,200"))["1,200"] == "consistent_with_rounding"


def test_a_total_of_something_else_is_not_held_against_the_cell_of_another() -> None:
    text = BULLETIN.format(killed=9, total="1,232") + "Since the truce, a total of 45 people have been killed.\n"
    assert verdicts(text).get("45") != "inconsistent"


def test_an_incident_is_not_held_against_a_daily_count() -> None:
    assert verdicts("Three people were killed in a strike on a market on Monday.").get("Three") != "inconsistent"


def test_a_day_that_the_table_does_not_have_is_left_alone() -> None:
    assert verdicts(BULLETIN.format(killed=9, total="1,232"), published=date(2025, 3, 4)) == {}


def test_the_cell_is_an_operand_with_its_place_in_the_table() -> None:
    result = check_against(
        audit.check(Document(BULLETIN.format(killed=9, total="1,322"), published=date(2024, 3, 4))), TABLE
    )
    (check,) = (check for check in result.between if check.verdict == "inconsistent")
    cell = check.operands[0].claim
    assert (cell.figure.text, cell.locator) == ("1232", "row 4, column killed_cum, 2024-03-04")
    assert cell.document.text[cell.figure.start : cell.figure.end] == "1232"


def test_a_total_in_prose_that_differs_is_found() -> None:
    prose = "The ministry said 9 people were killed on Monday, bringing the total to {total}."
    assert verdicts(prose.format(total="1,232"))["1,232"] == "consistent"
    assert verdicts(prose.format(total="1,322"))["1,322"] == "inconsistent"


def test_lines_of_a_bulletin_are_read_by_their_labels() -> None:
    found = verdicts("Deaths in the past 24 hours: 8\nCumulative deaths: 1,232\n")
    assert (found["8"], found["1,232"]) == ("inconsistent", "consistent")


def test_the_toll_of_one_strike_is_no_slip_for_the_running_total() -> None:
    assert "14" not in verdicts("A strike hit the market, raising the death toll there to 14.")
