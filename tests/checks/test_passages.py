"""The collection of passages: right figures are worked out, wrong ones found, and nothing else is flagged."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import audit
from audit.checks.check import Check, Operation, Verdict
from tests.checks.cases import FITS

PASSAGES: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "passages.toml").read_text(encoding="utf-8"))


def read(passage: str) -> tuple[list[Check], list[Check]]:
    """The checks in which the figure in braces has a part, and all that flag something."""
    start, end = passage.index("{"), passage.index("}") - 1
    document = audit.Document(passage.replace("{", "").replace("}", ""))
    checks = audit.check(document).checks
    flags = [check for check in checks if check.verdict is Verdict.INCONSISTENT]
    here = [
        check
        for check in checks
        for claim in (check.claim, *(operand.claim for operand in check.operands))
        if claim.figure.start < end
        and start < claim.figure.end
        and (check.operation is not Operation.SUBSET or check.verdict is Verdict.INCONSISTENT)
    ]
    return here, flags


def test_every_passage_is_there_once() -> None:
    every = [passage for passages in PASSAGES.values() for passage in passages]
    assert len(set(every)) == len(every)
    assert all(passage.count("{") == passage.count("}") == 1 for passage in every)


@pytest.mark.parametrize("passage", PASSAGES["fits"])
def test_a_right_figure_is_worked_out(passage: str) -> None:
    here, flags = read(passage)
    assert [check.working for check in flags] == []
    assert any(check.verdict in FITS for check in here)


@pytest.mark.parametrize("passage", PASSAGES["wrong"])
def test_a_wrong_figure_is_found(passage: str) -> None:
    here, flags = read(passage)
    assert any(check in here for check in flags)


@pytest.mark.parametrize("passage", PASSAGES["quiet"])
def test_nothing_is_flagged(passage: str) -> None:
    assert [check.working for check in read(passage)[1]] == []
