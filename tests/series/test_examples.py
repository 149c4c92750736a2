"""The example tables show what their README says."""

from __future__ import annotations

from pathlib import Path

import audit
from audit import Document, Operation
from audit.series import check_against
from tests.series.tables import broken

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
DAILY = EXAMPLES / "daily.csv"


def test_the_series_has_its_three_faults_and_no_more() -> None:
    assert {str(c.claim.as_of) for c in audit.check_table(DAILY).inconsistent} == {
        "2031-05-18",
        "2031-05-26",
        "2031-06-03",
    }
    told = audit.check_table(DAILY, corrections=EXAMPLES / "corrections.csv").inconsistent
    assert {str(c.claim.as_of) for c in told} == {"2031-05-18", "2031-05-26"}


def test_the_older_edition_differs_in_two_cells() -> None:
    between = audit.check_table(DAILY, against=EXAMPLES / "daily-older.csv").between
    assert [c.claim.figure.text for c in between] == ["849", "21"]


def test_two_estimates_are_out_of_order() -> None:
    assert sorted(broken(EXAMPLES / "estimates.csv", Operation.ORDER)) == ["12", "7"]


def test_the_rule_file_is_taken() -> None:
    result = audit.check_table(DAILY, rules=EXAMPLES / "rules.toml")
    assert any("Rule within:killed_cum,killed_women_cum" in note and "stated" in note for note in result.document.notes)


def test_the_bulletin_differs_from_its_cell() -> None:
    text = (EXAMPLES / "bulletin.txt").read_text(encoding="utf-8")
    result = check_against(audit.check(Document(text)), DAILY)
    assert [c.claim.figure.text for c in result.between if c.verdict == "inconsistent"] == ["352"]
