"""A proposal bound by hand is worked out and judged: verdict, gap, implied values, slack, all policies."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from audit.checks.check import Operand, Operation, Verdict
from audit.checks.judge import judge
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim, Confidence
from audit.figures.figure import Bound, Figure, Kind
from audit.interval import Interval
from audit.text.document import Document


def claim(text: str, low: object, high: object | None = None, **more: object) -> Claim:
    value = Interval.of(low, high)  # type: ignore[arg-type]
    figure = Figure(0, len(text), text, value, **more)  # type: ignore[arg-type]
    return Claim(figure, Document(text), 0)


def percent(text: str, low: object, high: object | None = None, **more: object) -> Claim:
    return claim(text, low, high, kind=Kind.PERCENT, unit="percentage", **more)


def strength() -> Proposal:
    killed = Operand(claim("10,000", 10_000), "killed")
    wounded = Operand(claim("10,000", 10_000), "wounded")
    whole = Operand(claim("30,000 to 40,000", 30_000, 40_000), "strength")
    return Proposal(
        Operation.REDUCTION,
        percent("56-75%", 56, 75),
        (
            Candidate(
                "killed and wounded together over strength",
                (killed, wounded, whole),
                lambda v: (v[0] + v[1]) / v[2] * 100,
                "({0} + {1}) / {2}",
                together=(0, 1),
            ),
            Candidate("killed alone over strength", (killed, whole), lambda v: v[0] / v[1] * 100, "{0} / {1}"),
        ),
    )


def test_a_range_is_compared_end_by_end() -> None:
    check = judge(strength())
    assert check.verdict is Verdict.INCONSISTENT
    assert [reading.as_printed for reading in check.readings] == [
        Interval.of(50, Fraction(200, 3)),
        Interval.of(25, Fraction(100, 3)),
    ]
    assert check.gap == Interval.of(6, Fraction(25, 3))
    assert check.working == (
        "(10,000 + 10,000) / 30,000 to 40,000 = 50% to 66.7%; or 10,000 / 30,000 to 40,000 = 25% to 33.3%, printed 56-75%"
    )


def test_both_ends_imply_what_the_losses_would_have_to_be() -> None:
    check = judge(strength())
    assert check.implied[0].value == Interval.of(22_400, 22_500)
    assert check.implied[0].together == "killed and wounded together"
    assert check.slack == Fraction(12, 100)


def change(claimed: Claim, old: Claim, new: Claim, **more: object) -> Proposal:
    operands = (Operand(old, "old"), Operand(new, "new"))
    candidate = Candidate("change over the old figure", operands, lambda v: (v[1] / v[0] - 1) * 100, "{1} / {0} - 1")
    return Proposal(Operation.PERCENT_CHANGE, claimed, (candidate,), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("12", Verdict.CONSISTENT),
        ("12.5", Verdict.CONSISTENT),
        ("13", Verdict.CONSISTENT),
        ("12.4", Verdict.INCONSISTENT),
        ("14", Verdict.INCONSISTENT),
    ],
)
def test_a_result_that_rounds_to_the_claim_is_consistent(printed: str, verdict: Verdict) -> None:
    precision = Fraction(1, 10) if "." in printed else Fraction(1)
    claimed = percent(f"{printed}%", printed, precision=precision)
    assert judge(change(claimed, claim("88", 88), claim("99", 99))).verdict is verdict


def test_rounded_operands_save_a_claim_and_the_policies_say_so() -> None:
    check = judge(change(percent("12%", 12), claim("10,000", 10_000), claim("11,000", 11_000)))
    assert check.verdict is Verdict.CONSISTENT_WITH_ROUNDING
    assert check.under == {
        "as_printed": Verdict.INCONSISTENT,
        "two_figure": Verdict.CONSISTENT_WITH_ROUNDING,
        "loose": Verdict.TOO_COARSE,
    }
    assert check.gap is None


def test_operands_too_coarse_for_any_claim_of_this_size_are_said_to_be_so() -> None:
    million = Fraction(100_000)
    check = judge(
        change(
            percent("6.1%", "6.1", precision=Fraction(1, 10)),
            claim("1.1 million", 1_100_000, precision=million),
            claim("1.2 million", 1_200_000, precision=million),
        )
    )
    assert check.verdict is Verdict.TOO_COARSE


def test_a_hard_bound_is_kept_and_a_soft_one_gives() -> None:
    old, new = claim("1,000", 1_000, precision=Fraction(1)), claim("1,596", 1_596)
    more = percent("more than 60%", 0, bound=Bound.MORE_THAN)
    more = Claim(
        Figure(0, 3, "60%", Interval.above(60, itself=False), Bound.MORE_THAN, Kind.PERCENT, "percentage"),
        more.document,
        0,
    )
    assert judge(change(more, claim("1,001", 1_001), new)).verdict is Verdict.INCONSISTENT
    assert judge(change(percent("60%", 60, bound=Bound.ABOUT), old, new)).verdict is Verdict.CONSISTENT


def test_a_binding_that_is_not_sure_is_never_called_inconsistent() -> None:
    check = judge(change(percent("50%", 50), claim("88", 88), claim("99", 99), sure=False))
    assert check.verdict is Verdict.UNVERIFIABLE
    assert check.confidence is Confidence.LOW
    assert check.missing


def test_what_is_missing_makes_a_claim_unverifiable_even_if_it_fits() -> None:
    check = judge(change(percent("12.5%", "12.5"), claim("88", 88), claim("99", 99), missing=("the adjusted base",)))
    assert check.verdict is Verdict.UNVERIFIABLE
    assert check.missing == ("the adjusted base",)


def test_a_base_of_zero_is_no_error() -> None:
    assert judge(change(percent("50%", 50), claim("0", 0), claim("99", 99))).verdict is Verdict.UNVERIFIABLE


def test_each_operand_is_solved_for_exactly() -> None:
    check = judge(change(percent("25%", 25), claim("80", 80), claim("90", 90)))
    assert [(i.operand.role, i.value, i.slack) for i in check.implied] == [
        ("old", Interval.of(72), Fraction(-1, 10)),
        ("new", Interval.of(100), Fraction(1, 9)),
    ]


def test_what_is_proposed_in_the_same_way_is_known_again() -> None:
    proposal = strength()
    assert proposal.is_like(strength())
    assert not proposal.is_like(replace(proposal, doubts=("the strength",)))
    assert not proposal.is_like(replace(proposal, readings=proposal.readings[:1]))
    other = replace(
        proposal.readings[0], operands=(*proposal.readings[0].operands[:2], Operand(claim("9", 9), "strength"))
    )
    assert not proposal.is_like(replace(proposal, readings=(other, proposal.readings[1])))
