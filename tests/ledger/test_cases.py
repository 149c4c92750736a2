"""The set of pairs and triples: no false conflict, and at least four of five planted ones found."""

from __future__ import annotations

import pytest

from audit.checks.check import Check, Operation, Verdict
from audit.ledger import compare
from audit.pipeline import check_document
from audit.result import Part
from audit.text.document import Document
from tests.ledger.cases import CASES, Case

PLANTED = [case for case in CASES if case.planted]
TEMPTING = [case for case in CASES if not case.planted]


def parts(case: Case) -> list[Part]:
    return [
        check_document(
            Document(text, name=f"{number}.txt", origin=f"{number}.txt", publisher=publisher, published=case.day(day))
        )
        for number, (publisher, day, text) in enumerate(case.reports)
    ]


def found(case: Case) -> bool:
    return any(_is_it(check, case.planted) for check in compare(parts(case)))


def _is_it(check: Check, planted: str) -> bool:
    slip = check.diagnosis.slip if check.diagnosis else ""
    if planted == Operation.TREND:
        return check.operation is Operation.TREND and check.verdict in (Verdict.INCONSISTENT, Verdict.UNVERIFIABLE)
    return slip == planted or (check.operation == planted and check.verdict is Verdict.INCONSISTENT)


def test_the_set_is_large_enough() -> None:
    assert len(PLANTED) >= 70
    assert len(TEMPTING) >= 80


@pytest.mark.parametrize("case", TEMPTING, ids=lambda case: case.name)
def test_no_false_conflict(case: Case) -> None:
    false = [check.working for check in compare(parts(case)) if check.verdict is Verdict.INCONSISTENT]
    assert false == []


def test_planted_conflicts_are_found() -> None:
    missed = [case.name for case in PLANTED if not found(case)]
    assert len(missed) <= len(PLANTED) // 5, missed
