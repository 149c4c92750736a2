"""Of the bindings of a text those that are worth a word: what fits and is surely meant, what does not and may be wrong."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from audit.account import Binding, bindings
from audit.account.fit import fits, worked
from audit.account.values import same_value
from audit.account.weights import chance_as_printed, is_weighed_apart
from audit.checks.doubts import Doubt, Fit, figures_of
from audit.checks.otherwise import is_said_otherwise
from audit.checks.weigh import (
    ALONE,
    ALONE_WRONG,
    FLAG,
    FLAG_ALONE,
    FLAG_ALONE_APART,
    FLAG_APART,
    SHORT,
    UNSAID,
    chance_that_it_is_meant,
    confirms,
    is_a_gap_of_errors,
    odds_of_an_error,
)
from audit.syntax import Reading

__all__ = ["sift"]

_LEAST = 0.01
"""The chance below which a binding is not looked at: no fit makes it likely."""
_LEAST_ODDS = 0.004
"""The odds of an error, by the gap alone, below which a doubt is none."""
_SURE = 0.9
"""The chance from which on a gap that no slip makes is asked about; it is never called inconsistent."""
_LIKELY, _LIKELY_ONE = 0.3, 0.5
"""The same of two figures that no word joins, and of others: two of one rank, 'dozens' and 'nine'."""
_RANK = "told.rank"
_UNASKED = frozenset(("restatement",))
"""Operations that no figure asks for: that two stand alone makes them no one quantity."""
_DEFINITE = frozenset(("the", "all"))
_SHARES = frozenset(("fraction_of", "percent_of"))
_SOUGHT = "farther."
"""Rules that seek their figures over a passage: there too many would do."""


def sift(text: Reading) -> tuple[list[Fit], list[Doubt]]:
    """The fits that are shown and the doubts that may be asked, in the order of the account."""
    fitting: list[Fit] = []
    doubts: list[Doubt] = []
    printed = sum(mention.type != "implied" for mention in text.mentions)
    short = len(text.document.text) <= SHORT
    for binding, words in bindings(text):
        if words < _LEAST and not is_weighed_apart(binding):
            continue
        right = fits(binding)
        said = chance_as_printed(binding, words, fitting=right)
        if said < _LEAST:
            continue
        alone = short and _is_asked_for(binding) and _is_alone(text, binding, printed)
        chance = _likelier(said, ALONE if right else ALONE_WRONG) if alone else said
        if right:
            meant = chance_that_it_is_meant(binding, chance)
            if confirms(binding, meant) and not is_said_otherwise(text, binding):
                fitting.append(Fit(meant, binding, chance))
        elif not binding.sought and not _fits_turned(binding):
            odds, may_be = odds_of_an_error(binding, chance), is_a_gap_of_errors(binding)
            if (may_be and odds >= _LEAST_ODDS) or said >= _asked_from(binding, odds, may_be=may_be):
                flag = _flag(text, binding, alone) if may_be and not _are_counted_twice(text, binding) else inf
                doubts.append(Doubt(binding, chance, odds, flag, alone, _is_orphan(text, binding)))
    beyond = {figures_of(doubt.binding) for doubt in doubts if _is_said_to_be_part(doubt)}
    return [fit for fit in fitting if not (_tells_of_two(fit) and figures_of(fit.binding) in beyond)], doubts


def _is_said_to_be_part(doubt: Doubt) -> bool:
    """Whether words make a figure part of one that it goes beyond: '3,500 new cases, bringing the total to 3,480'."""
    return doubt.binding.operation == "subset" and doubt.binding.rule not in UNSAID and doubt.chance >= _LIKELY_ONE


def _tells_of_two(fit: Fit) -> bool:
    """Whether the two are said to be one, or each a part of the other, which they then are not."""
    return fit.binding.operation in ("restatement", "subset")


def _likelier(chance: float, by: float) -> float:
    """The chance when its odds are so many times as high."""
    return by * chance / (1 - chance + by * chance)


def _fits_turned(binding: Binding) -> bool:
    """Whether it is a share of the smaller in the larger with the two taken for each other."""
    if binding.operation not in _SHARES or len(binding.roles) != 2:
        return False
    part, whole = binding.roles
    turned = (replace(part, mention=whole.mention), replace(whole, mention=part.mention))
    return fits(replace(binding, roles=turned))


def _asked_from(binding: Binding, odds: float, *, may_be: bool) -> float:
    """From which chance on a doubt is looked at whatever its gap says."""
    if binding.rule in UNSAID:
        return _LIKELY if may_be else _SURE
    if not odds and binding.rule != _RANK:
        return inf  # its words say that it is of another base, names some of many, or is a name: 'stage 16', 'stage 17'
    return _LIKELY_ONE if may_be or binding.operation in _UNASKED else _SURE


def _is_orphan(text: Reading, binding: Binding) -> bool:
    """Whether its words say that the claim has been told of ('the six') and nothing before it prints that number."""
    claim = binding.claim
    if claim.determiner not in _DEFINITE or claim.number < 0:
        return False
    return not any(same_value(other, claim) for other in text.mentions[: claim.number] if other.type == claim.type)


def _is_asked_for(binding: Binding) -> bool:
    """Whether its words ask for the figures."""
    return binding.operation not in _UNASKED and binding.rule not in UNSAID and not binding.rule.startswith(_SOUGHT)


def _is_alone(text: Reading, binding: Binding, printed: int) -> bool:
    """Whether a short passage leaves no other figure that could be meant where the binding's figures stand."""
    used = binding.mentions
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


def _are_counted_twice(text: Reading, binding: Binding) -> bool:
    """Whether parts go beyond their whole by a number that stands beside them: 'Nine: six Danes and five Swedes, two of
    whom are both'."""
    found = worked(binding) if binding.operation == "sum" else None
    if found is None or found[0] <= binding.claim.nominal:
        return False
    beyond, used = found[0] - binding.claim.nominal, {mention.number for mention in binding.mentions}
    if any(role.nominal * 2 == beyond for role in binding.roles):
        return True  # it was taken for a part itself
    sentences = {mention.sentence for mention in binding.mentions}
    return any(
        mention.nominal == beyond and mention.number not in used
        for sentence in sentences
        for mention in text.by_sentence.get(sentence, ())
    )


def _flag(text: Reading, binding: Binding, alone: bool) -> float:
    """From which odds on a doubted binding is called inconsistent, by where its figures stand."""
    mentions = binding.mentions
    if len({mention.sentence for mention in mentions}) > 1:
        return FLAG_ALONE_APART if alone else FLAG_APART
    if len({text.places[mention.number].clause for mention in mentions if mention.claim.index >= 0}) > 1:
        return FLAG_APART  # 'spending rose by 8%, while prices went up from 402 to 421'
    return FLAG_ALONE if alone else FLAG
