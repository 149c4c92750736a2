"""A check in words: neutral where nothing was judged, exact about what would make a figure fit."""

from __future__ import annotations

from fractions import Fraction

import pytest

from audit.checks.check import Check, Implied, Operand, Operation, Reading, Verdict
from audit.claims.claim import Attribution, Claim, CueKind, Link
from audit.document import Document
from audit.figures.figure import Figure
from audit.interval import Interval
from audit.report.build import build
from audit.report.findings import alone
from tests.report import samples


def test_no_reading_looks_like_a_finding_where_nothing_was_judged() -> None:
    (finding,) = build(samples.left_open()).findings
    assert [reading.outcome for reading in finding.readings] == ["would not fit", "would fit"]
    assert ("as_printed: would not fit; loose: would fit") in [line.text for line in finding.lines]


def test_a_reading_of_a_finding_is_signed() -> None:
    finding = build(samples.routed()).findings[0]
    assert [reading.outcome for reading in finding.readings] == ["✗ does not fit"] * 2


def test_a_formula_that_is_its_result_is_said_once() -> None:
    (finding,) = build(samples.left_open()).findings
    assert [reading.line for reading in finding.readings] == ["12", "13"]


def test_a_sentence_that_says_more_than_the_readings_is_told() -> None:
    assert build(samples.series()).findings[0].told == "9 to 7: falls by 2"
    assert build(samples.routed()).findings[0].told == ""


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
