"""The checks of a document: every binding of its account that its numbers confirm, question or contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from audit.account import Binding
from audit.account.fit import apart
from audit.checks.check import AGREEING, Check, Reading, Verdict
from audit.checks.doubts import Doubt, Fit, chance_of_an_error, features_of, figures_of, is_loose
from audit.checks.judge import judge
from audit.checks.propose import proposal_of
from audit.checks.sift import sift
from audit.checks.together import too_many
from audit.checks.weigh import (
    ADDED_UP,
    ASK_ROUNDED,
    ASKING,
    FLAG,
    UNSAID,
    WEAK,
    asks,
    flags,
    has_a_guessed_year,
    leans_on_a_part,
    odds_of_an_error,
)
from audit.figures.rounding import Policy
from audit.operations import record
from audit.syntax import Reading as Text

__all__ = ["checks_of"]


def checks_of(text: Text, policy: Policy) -> Iterator[Check]:
    """One check for each relation that is confirmed, asked or flagged, each relation once."""
    fitting, doubts = sift(text)
    asked = _of_one_year([*_asked(doubts, fitting)])
    settled: set[tuple[str, int]] = set()
    doubted: set[tuple[str, int]] = set()
    seen: set[frozenset[int]] = set()
    worked: dict[int, list[frozenset[int]]] = {}
    for binding in (*(fit.binding for fit in fitting), *(doubt.binding for _, doubt, _ in asked)):
        if binding.operation not in WEAK:
            worked.setdefault(binding.claim.start, []).append(figures_of(binding))
            for role in binding.roles:
                worked.setdefault(role.figure.start, []).append(figures_of(binding))
    likelier = {(d.binding.operation, d.binding.claim.start): d.chance for _, d, sure in asked if sure}
    withheld = too_many(fitting, (doubt for _, doubt, _ in asked))
    for _, binding, chance in sorted(fitting, key=lambda fit: (-fit.meant, *_place(fit.binding))):
        key = figures_of(binding)
        if (
            key in seen
            or key in withheld
            or (binding.operation not in _TOLD_OFTEN and (binding.operation, binding.claim.start) in settled)
        ):
            continue
        if chance < likelier.get((binding.operation, binding.claim.start), 0.0) and is_loose(binding):
            continue  # that other figures fit because they are round does not settle what its words say
        said = binding.operation == "subset" and binding.rule not in UNSAID and binding.rule != _IN_TOTAL
        fuller = worked.get(binding.claim.start, ())[:_MANY]
        if binding.operation in WEAK and not said and any(key < figures for figures in fuller):
            continue  # what is worked out from both says more than which is the larger
        check = _agreeing(binding, policy)
        if check is None and policy is Policy.AS_PRINTED:  # what only rounding explains does not fit there
            odds = odds_of_an_error(binding, chance)
            sure = odds >= FLAG and binding.operation not in ASKING
            check = _doubtful(binding, odds, policy, sure=sure) if odds >= ASK_ROUNDED else None
        if check is None:
            continue
        seen.add(key)
        settled.add((binding.operation, binding.claim.start))
        yield check
    for error, doubt, sure in sorted(asked, key=lambda one: (not one[2], -one[0], *_place(one[1].binding))):
        binding = doubt.binding
        key = figures_of(binding)
        place = (binding.operation, binding.claim.start)
        if key in seen or place in doubted or (binding.operation not in _FITS_ELSEWHERE and place in settled):
            continue
        check = _doubtful(binding, max(error, doubt.odds) if sure else error, policy, sure=sure)
        if check is not None:
            seen.add(key)
            doubted.add(place)
            yield check


_MANY = 20
_SEVERAL = 2
_ROUND_ORIGINAL = 0.03
"""So far a round original may be from what was converted, as a share of it: 60 miles of 98 km."""
_IN_TOTAL = "part.in_total"
"""A price is part of what is paid in all, and of no more than which is the larger."""
_FITS_ELSEWHERE = frozenset(("day_of_week", "rank", "restatement", "subset"))
"""Operations of which one figure may fit another and yet not this one: 12 of 40, and 12 where five of them are told."""
_TOLD_OFTEN = frozenset(("restatement", "subset"))
"""Operations of which one figure can have several at once."""


def _asked(doubts: Sequence[Doubt], fitting: Sequence[Fit]) -> Iterator[tuple[float, Doubt, bool]]:
    """The doubts that are asked about: the chance that a figure is wrong, and whether it is called inconsistent."""
    for doubt, features in zip(doubts, features_of(doubts, fitting), strict=True):
        error = chance_of_an_error(features)
        sure = flags(doubt.binding, doubt.odds, doubt.flag, error)
        if sure or asks(doubt.binding, error):
            yield error, doubt, sure


def _of_one_year(asked: list[tuple[float, Doubt, bool]]) -> list[tuple[float, Doubt, bool]]:
    """The same; where several weekdays miss the year that is guessed for them, the guess is wrong and none of them is."""
    guessed = [doubt for _, doubt, sure in asked if sure and has_a_guessed_year(doubt.binding)]
    if len(guessed) < _SEVERAL:
        return asked
    return [(error, doubt, sure and doubt not in guessed) for error, doubt, sure in asked]


def _place(binding: Binding) -> tuple[int, int]:
    return (binding.claim.start, binding.roles[0].figure.start)


def _agreeing(binding: Binding, policy: Policy) -> Check | None:
    if record(binding.operation, binding.form).discrete:
        return _told(binding, Verdict.CONSISTENT, 0.0)
    check = judge(proposal_of(binding, sure=True), policy)
    if check.verdict not in AGREEING or _off_by_rounding(binding, check):
        return None
    return replace(check, rule=binding.rule)


def _off_by_rounding(binding: Binding, check: Check) -> bool:
    """Whether figures that are added up, all printed to the same place, are right only if each was rounded; or a
    conversion only if its round original was ('100C (221F)').

    So also what leans on the rounding of a part that is printed coarser: '5.5 million: 5 million and 600,000'.
    That is possible, and no proof: it is neither confirmed nor called wrong.
    """
    if binding.operation == "unit_conversion":
        return apart(binding) > _ROUND_ORIGINAL + binding.claim.reach / (abs(binding.claim.nominal) or 1)
    if check.verdict is not Verdict.CONSISTENT_WITH_ROUNDING or binding.operation not in ADDED_UP:
        return False
    if len({binding.claim.figure.precision, *(role.figure.precision for role in binding.roles)}) == 1:
        return True
    return leans_on_a_part(binding)


def _doubtful(binding: Binding, odds: float, policy: Policy, *, sure: bool) -> Check | None:
    if record(binding.operation, binding.form).discrete:
        return _told(binding, Verdict.INCONSISTENT if sure else Verdict.UNVERIFIABLE, odds)
    check = judge(proposal_of(binding, sure=sure), policy)
    if check.verdict not in (Verdict.INCONSISTENT, Verdict.UNVERIFIABLE):
        return None
    return replace(check, rule=binding.rule, odds=round(odds, 3))


def _told(binding: Binding, verdict: Verdict, odds: float) -> Check:
    """Two mentions of one quantity: nothing is worked out, they are the same or they are not."""
    proposal = proposal_of(binding, sure=True)
    candidate, claim = proposal.readings[0], proposal.claim
    operand = candidate.operands[0]
    reading = Reading(
        label=candidate.label,
        operands=candidate.operands,
        formula=operand.text,
        as_printed=operand.figure.value,
        recomputed=operand.figure.value,
        verdict=verdict if verdict is not Verdict.UNVERIFIABLE else Verdict.INCONSISTENT,
    )
    agrees = verdict is Verdict.CONSISTENT
    when = "before" if operand.figure.start < claim.figure.start else "again"
    return Check(
        operation=proposal.operation,
        claim=claim,
        readings=(reading,),
        verdict=verdict,
        working=f"told {when} as {operand.text}, here {claim.figure.text}",
        missing=() if verdict is not Verdict.UNVERIFIABLE else ("words that say whether both are one quantity",),
        under={str(each): verdict for each in Policy},
        rule=binding.rule,
        odds=None if agrees else round(odds, 3),
    )


def in_order(checks: Iterable[Check]) -> list[Check]:
    return sorted(
        checks, key=lambda c: (c.claim.figure.start, c.claim.figure.end, str(c.operation), c.claim.document.name)
    )
