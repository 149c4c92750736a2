"""A check in words: neutral where nothing was judged, exact about what would make a figure fit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from audit.checks.check import Check, Implied, Operand, Operation, Reading, Verdict
from audit.claims.claim import Attribution, Claim, CueKind, Link
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.report.build import build
from audit.report.findings import alone
from audit.report.model import Finding
from audit.report.templating import template
from audit.text.document import Document
from tests.report import samples


def test_no_reading_looks_like_a_finding_where_nothing_was_judged() -> None:
    (finding,) = build(samples.left_open()).findings
    assert [reading.outcome for reading in finding.readings] == ["would not fit", "would fit"]
    assert "taken as printed: would not fit; rounded loosely: would fit" in [line.text for line in finding.lines]


def test_a_reading_of_a_finding_is_signed() -> None:
    finding = build(samples.routed()).findings[0]
    assert [reading.outcome for reading in finding.readings] == ["✗ does not fit"] * 2


def test_a_formula_that_is_its_result_is_said_once() -> None:
    (finding,) = build(samples.left_open()).findings
    assert [reading.line for reading in finding.readings] == ["12", "13"]


def test_a_sentence_that_says_more_than_the_readings_is_told() -> None:
    assert build(samples.series()).findings[0].told == "9 to 7: falls by 2"
    assert build(samples.routed()).findings[0].told == ""


def test_of_a_whole_column_the_title_says_what_holds_not_its_last_cell() -> None:
    document = Document("", "daily.csv")
    claim = Claim(Figure(0, 0, "150", Interval.of(150)), document, 0, locator="row 25, column injured_cum")
    working = "injured_cum falls at none of its 23 steps"
    found = alone(Check(Operation.MONOTONE, claim, (), Verdict.CONSISTENT, working))
    assert (found.title, found.told) == (f"Total that never falls: {working}", "")


def test_what_is_no_quantity_is_shown_as_printed() -> None:
    (article,) = build(samples.left_open()).articles
    assert [entry.value for entry in article.entries] == ["rank: 3rd", "8", "4", "13"]


def test_a_table_has_no_words_of_its_own() -> None:
    document = Document("9", "toll.csv")
    who = Attribution((Link("The Bureau", None, None, CueKind.PUBLISHER),))
    claim = Claim(Figure(0, 1, "9", Interval.of(9)), document, 0, locator="row 2", attribution=who)
    assert alone(Check(Operation.MONOTONE, claim, (), Verdict.CONSISTENT, "")).source == "The Bureau"


IMPLIED = [
    (12, Interval.of(14), "1/6", None, "the 12 (part) would have to be 14: 2 more (16.7%)."),
    (12, Interval.of(9), "-1/4", None, "the 12 (part) would have to be 9: 3 less (25%)."),
    (12, Interval.of(8, 9), "-1/4", None, "the 12 (part) would have to be 8 to 9: 3 to 4 less (25% or more)."),
    (50, Interval.of(55), "1/10", "percentage", "would have to be 55%: 5 percentage points more (10%)."),
    (5, Interval.above(7), "2/5", None, "the 5 (part) would have to be 7 or more: 40% more."),
]


@pytest.mark.parametrize(("stated", "needed", "slack", "unit", "words"), IMPLIED)
def test_by_how_much_an_operand_would_have_to_change(
    stated: int, needed: Interval, slack: str, unit: str | None, words: str
) -> None:
    document = Document(str(stated))
    claim = Claim(Figure(0, 2, str(stated), Interval.of(stated), unit=unit), document, 0)
    operand = Operand(claim, "part")
    implied = (Implied(operand, needed, Fraction(slack)),)
    result = Interval.of(1)
    reading = Reading("added", (operand,), "1", result, result, Verdict.INCONSISTENT, implied)
    finding = alone(Check(Operation.SUM, claim, (reading,), Verdict.INCONSISTENT, ""))
    assert finding.implied[0].endswith(words)


def counted(result: Fraction, value: int, kind: Kind = Kind.COUNT, unit: str | None = None) -> Finding:
    """A figure of whole things beside a result that is none."""
    part = samples.single().parts[0]
    figure = replace(part.figures[0], value=Interval.of(value), kind=kind, unit=unit)
    claim = replace(part.claims[0], figure=figure)
    operand = Operand(claim, "part")
    implied = (Implied(operand, Interval.of(Fraction(43, 5), Fraction(47, 5)), Fraction(1, 4)),)
    outcome = Interval.of(result)
    reading = Reading("a share", (operand,), "x", outcome, outcome, Verdict.INCONSISTENT, implied)
    return alone(Check(Operation.SUM, claim, (reading,), Verdict.INCONSISTENT, "x"))


def test_numbers_of_people_are_whole() -> None:
    found = counted(Fraction(71, 5), 7)
    assert "the figures give 14" in found.title and "14.2" not in found.title
    assert "would have to be 9:" in found.implied[0]
    assert found.panels[0].bars[1].value == "14" and found.readings[0].result == "14"


def test_other_quantities_keep_their_fractions() -> None:
    assert "the figures give 14.2%" in counted(Fraction(71, 5), 7, Kind.PERCENT, "percentage").title


def test_a_long_report_begins_with_a_list_of_its_findings() -> None:
    long, short = build(samples.many(15)), build(samples.many(9))
    assert [finding.group for finding in long.contents] == ["misfit"] * 5 and short.contents == ()
    words = samples.many(15)
    page = template("report.md").render(report=build(words))
    assert page.index("## The findings in short") < page.index("## What does not fit")
