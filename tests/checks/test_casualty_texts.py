"""The collection of short casualty texts, through the whole road."""

import tomllib
from pathlib import Path

import pytest

import audit
from audit.checks.check import Verdict

TEXTS = tomllib.loads((Path(__file__).parent / "casualty_texts.toml").read_text(encoding="utf-8"))["text"]
FITTING = [each for each in TEXTS if each["fits"]]
WRONG = [each for each in TEXTS if not each["fits"]]
FITS = (Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING)


def checks(each):
    return audit.check(audit.Document(each["text"], title=each.get("title"), published=each.get("published"))).checks


def test_the_collection_is_large_and_balanced():
    assert len(FITTING) >= 40 <= len(WRONG)
    assert len({each["text"] for each in TEXTS}) == len(TEXTS)


@pytest.mark.parametrize("each", FITTING, ids=lambda each: each["text"][:60])
def test_no_false_alarm(each):
    assert [check.working for check in checks(each) if check.verdict is Verdict.INCONSISTENT] == []


@pytest.mark.parametrize("each", WRONG, ids=lambda each: each["text"][:60])
def test_what_does_not_fit_is_found(each):
    found = [check.claim.figure.text for check in checks(each) if check.verdict is Verdict.INCONSISTENT]
    assert each["claim"] in found


def test_most_derived_figures_are_worked_out():
    derived = [each for each in FITTING if each["claim"]]
    worked = [
        each
        for each in derived
        if any(check.claim.figure.text == each["claim"] and check.verdict in FITS for check in checks(each))
    ]
    assert len(worked) >= len(derived) * 0.95
