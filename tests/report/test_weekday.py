"""A wrong day of the week is said as a reader would say it, in whatever is written."""

from __future__ import annotations

import pytest

import audit
from audit.report.build import build
from audit.report.findings import alone
from audit.report.github import workflow_commands

WRONG = "The plane was lost on Monday, 30 December 2014, officials said."


@pytest.mark.parametrize(
    ("text", "published", "title"),
    [
        (WRONG, "2015-01-04", "“30 December 2014” was a Tuesday; the text says Monday"),
        (
            "Polls open on Friday, 31 May 2031, officials said.",
            "2031-05-04",
            "“31 May 2031” is a Saturday; the text says Friday",
        ),
        (
            "The council met on Tuesday (7 April), the mayor said.",
            "2024-04-09",
            "“7 April” (2024) was a Sunday; the text says Tuesday",
        ),
        (
            "It met on 3 May 2031. On Monday it rained.",
            "2031-05-04",
            "“3 May 2031” was a Saturday; Monday does not fit, if it is said of that day",
        ),
        ("The ship left on Monday 3 May 2027.", "2027-05-04", "“3 May 2027” was a Monday, as the text says"),
    ],
)
def test_a_date_is_said_to_be_its_day(text: str, published: str, title: str) -> None:
    found = [check for check in audit.check(text, published=published).checks if check.operation == "day_of_week"]
    assert [alone(check).title for check in found] == [title]


def test_the_working_names_both_days_and_no_distance() -> None:
    found = audit.check(WRONG)
    finding = alone(found.inconsistent[0])
    assert found.inconsistent[0].working == "30 December 2014 is a Tuesday, printed Monday"
    assert "Apart by" not in [line.label for line in finding.lines]
    assert "Tuesday" in workflow_commands(found)[0] and "figures give" not in finding.as_text()


def test_the_date_is_marked_where_it_stands() -> None:
    report = build(audit.check(WRONG))
    (entry,) = [entry for entry in report.articles[0].entries if entry.text == "30 December 2014"]
    (finding,) = report.findings
    assert (entry.group, entry.findings) == ("misfit", (finding.key,))
    assert [statement.entry for statement in finding.statements] == [entry.key, ""]
    assert [piece.role for piece in finding.quotes[0].pieces if piece.role] == ["operand", "claim"]
