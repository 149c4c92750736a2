"""The checks of a document: every binding of its account that its numbers confirm, question or contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from audit.account import Binding, bindings
from audit.account.fit import fits
from audit.checks.check import AGREEING, Check, Reading, Verdict
from audit.checks.judge import judge
from audit.checks.propose import proposal_of
from audit.checks.weigh import (
    ALONE,
    ASK,
    ASKING,
    FLAG,
    FLAG_ALONE,
    FLAG_APART,
    SHORT,
    chance_that_it_is_meant,
    confirms,
    odds_of_an_error,
)
from audit.figures.rounding import Policy
from audit.operations import record
from audit.syntax import Reading as Text

__all__ = ["checks_of"]

_LEAST = 0.01
"""The chance below which a binding is not looked at: no fit makes it likely."""


def checks_of(text: Text, policy: Policy) -> Iterator[Check]:
    """One check for each relation that is confirmed, asked or flagged, each relation once."""
    confirmed: list[tuple[float, Binding, float]] = []
    doubted: list[tuple[float, Binding, float]] = []
    """With its odds, and those from which on it is called inconsistent."""
    printed = sum(mention.type != "implied" for mention in text.mentions)
    for binding, chance in bindings(text):
        if chance < _LEAST:
            continue
        alone = binding.operation not in _UNASKED and _is_alone(text, binding, printed)
        if alone:
            chance = 1 - (1 - chance) * ALONE
        if fits(binding):
            meant = chance_that_it_is_meant(binding, chance)
            if confirms(binding, meant):
                confirmed.append((meant, binding, chance))
        elif not binding.sought:
            odds = odds_of_an_error(binding, chance)
            if odds >= ASK:
                doubted.append((odds, binding, _flag(text, binding, alone)))
    settled: set[tuple[str, int]] = set()
    seen: set[frozenset[int]] = set()
    worked: dict[int, list[frozenset[int]]] = {}
    for _, binding, _ in (*confirmed, *doubted):
        if binding.operation not in _WEAK:
            worked.setdefault(binding.claim.start, []).append(_figures(binding))
            for role in binding.roles:
                worked.setdefault(role.figure.start, []).append(_figures(binding))
    for _, binding, chance in sorted(confirmed, key=_best_first):
        key = _figures(binding)
        if key in seen or (
            binding.operation not in _TOLD_OFTEN and (binding.operation, binding.claim.start) in settled
        ):
            continue
        if binding.operation in _WEAK and any(key < figures for figures in worked.get(binding.claim.start, ())[:_MANY]):
            continue  # what is worked out from both says more than which is the larger
        check = _agreeing(binding, policy)
        if check is None and policy is Policy.AS_PRINTED:  # what only rounding explains does not fit there
            odds = odds_of_an_error(binding, chance)
            check = _doubtful(binding, odds, policy, FLAG) if odds >= ASK else None
        if check is None:
            continue
        seen.add(key)
        settled.add((binding.operation, binding.claim.start))
        yield check
    for odds, binding, flag in sorted(doubted, key=_best_first):
        key = _figures(binding)
        if key in seen or (binding.operation, binding.claim.start) in settled:
            continue
        check = _doubtful(binding, odds, policy, flag)
        if check is not None:
            seen.add(key)
            settled.add((binding.operation, binding.claim.start))
            yield check


_MANY = 20
_WEAK = frozenset(("rank", "subset"))
"""Operations that say no more than which figure is the larger."""
_ADDED_UP = frozenset(("sum", "remainder", "difference", "running_total"))
_UNASKED = frozenset(("restatement",))
"""Operations that no figure asks for: that two stand alone makes them no one quantity."""
_TOLD_OFTEN = frozenset(("restatement", "subset"))
"""Operations of which one figure can have several at once."""


def _is_alone(text: Text, binding: Binding, printed: int) -> bool:
    """Whether a passage leaves no other figure that could be meant where the binding's figures stand."""
    if len(text.document.text) > SHORT:
        return False
    used = [binding.claim, *(role.mention for role in binding.roles if role.mention is not None)]
    if printed <= len(used):
        return True
    if len(used) <= len(binding.roles):
        return False
    types = {mention.type for mention in used}
    numbers = {mention.number for mention in used}
    sentences = {mention.sentence for mention in used}
    return not any(
        mention.type in types and mention.number not in numbers
        for at in range(min(sentences), max(sentences) + 1)
        for mention in text.by_sentence.get(at, ())
    )


def _flag(text: Text, binding: Binding, alone: bool) -> float:
    """From which odds on a doubted binding is called inconsistent, by where its figures stand."""
    mentions = [binding.claim, *(role.mention for role in binding.roles if role.mention is not None)]
    if len({mention.sentence for mention in mentions}) > 1:
        return FLAG_ALONE if alone else FLAG_APART
    if len({text.places[mention.number].clause for mention in mentions if mention.claim.index >= 0}) > 1:
        return FLAG_APART  # 'spending rose by 8%, while prices went up from 402 to 421'
    return FLAG_ALONE if alone else FLAG


def _best_first(item: tuple[float, Binding, float]) -> tuple[float, int, int]:
    return (-item[0], item[1].claim.start, item[1].roles[0].figure.start)


def _figures(binding: Binding) -> frozenset[int]:
    return frozenset((binding.claim.start, *(role.figure.start for role in binding.roles if role.name != "said")))


def _agreeing(binding: Binding, policy: Policy) -> Check | None:
    if record(binding.operation, binding.form).discrete:
        return _told(binding, Verdict.CONSISTENT, 0.0)
    check = judge(proposal_of(binding, sure=True), policy)
    if check.verdict not in AGREEING or _off_by_rounding(binding, check):
        return None
    return replace(check, rule=binding.rule)


def _off_by_rounding(binding: Binding, check: Check) -> bool:
    """Whether figures that are added up, all printed to the same place, are right only if each was rounded.

    That is possible, and no proof: it is neither confirmed nor called wrong.
    """
    if check.verdict is not Verdict.CONSISTENT_WITH_ROUNDING or binding.operation not in _ADDED_UP:
        return False
    return len({binding.claim.figure.precision, *(role.figure.precision for role in binding.roles)}) == 1


def _doubtful(binding: Binding, odds: float, policy: Policy, flag: float) -> Check | None:
    sure = odds >= flag and binding.operation not in ASKING
    if record(binding.operation, binding.form).discrete:
        return _told(binding, Verdict.INCONSISTENT if sure else Verdict.UNVERIFIABLE, odds)
    check = judge(proposal_of(binding, sure=sure), policy)
    if check.verdict not in (Verdict.INCONSISTENT, Verdict.UNVERIFIABLE):
        return None
    return replace(check, rule=binding.rule, odds=round(odds, 2))


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
        odds=None if agrees else round(odds, 2),
    )


def in_order(checks: Iterable[Check]) -> list[Check]:
    return sorted(
        checks, key=lambda c: (c.claim.figure.start, c.claim.figure.end, str(c.operation), c.claim.document.name)
    )
