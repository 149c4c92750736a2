"""From a binding to what is said of it: confirmed loosely, asked openly, flagged strictly.

Whether a binding is meant is a chance that its words have been given (`audit.account`). What its numbers then say
follows from three measurements: about 2 printed derived figures in 100 are wrong; figures that are strangers fit by
chance as often as their digits allow; and the gap between a wrong figure and the right one is small, where that between
strangers is not.
"""

from __future__ import annotations

import re
from math import inf, log

from audit.account import Binding
from audit.account.fit import apart, chance_fit, worked
from audit.account.gaps import oftener, tells_nothing
from audit.checks.digits import evidence, slip_of

__all__ = [
    "ALONE",
    "ASKING",
    "ASK_ROUNDED",
    "FLAG",
    "FLAG_ALONE",
    "FLAG_ALONE_APART",
    "FLAG_APART",
    "NAMING",
    "SHORT",
    "UNSAID",
    "asks",
    "chance_that_it_is_meant",
    "confirms",
    "flags",
    "is_a_gap_of_errors",
    "odds_of_an_error",
]

WRONG = 0.02
"""Share of derived figures in print that are wrong (measured over 27,810 articles)."""
CONFIRM = 0.5
"""A binding that fits is shown as one that does from this chance on that it is meant."""
CONFIRM_WORKED = 0.6
"""The same, of what is worked out: of so many ways to do so the one that fits is chosen."""
CONFIRM_UNSAID = 0.65
"""The same, of two figures that no word joins: below it hardly one of twenty was marked by readers."""
ASK = 0.006
"""A doubt is asked about from this chance on that a figure is wrong (`audit.checks.doubts`): with the next about 60
questions in a thousand texts of news, where hardly a figure is wrong; of changed figures three in ten are asked about."""
ASK_WORKED = 0.01
"""The same, of what is worked out: of so many ways to do so a wrong one is soon near."""
ASK_ROUNDED = 0.15
"""What fits with rounding where none is allowed is asked about from these odds of an error on, by the gap alone."""
FLAG = 0.65
"""And is called inconsistent from these on: nine flags in ten are right."""
FLAG_APART = 0.95
"""The same where its figures stand in more than one clause or sentence."""
FLAG_ALONE = 0.5
"""The same where a short text leaves no other figure that could be meant: of 318 passages that are right, or of which
nothing can be told, three are called inconsistent so."""
FLAG_ALONE_APART = 0.58
"""The same where they stand in more than one sentence of it: of 403 written passages, in none is one called so wrongly."""
SHORT = 450
"""Characters of a passage: in one every figure is to the point, in an article hardly any is, however few it prints."""
_FLAG_FROM = {
    "count": 0.15,
    "currency_conversion": 0.3,
    "day_of_week": 0.05,
    "difference": 0.3,
    "duration": 0.15,
    "fraction_of": 0.3,
    "product": 0.1,
    "rank": 0.3,
    "rate": 0.2,
    "remainder": 0.2,
    "restatement": 0.5,
    "sum": 0.2,
    "unit_conversion": 0.1,
}
"""The same by the chance that a figure is wrong (`audit.checks.doubts`), of operations where hardly a doubt in news comes so
high. In 10,300 texts of news it flags four figures more, rightly; of 1,573 changed figures 48 more."""
_ROUND = 0.05
"""So far a round original may be from what was converted, and is not called wrong: 30 miles of 50 km."""
_DIGITS = re.compile(r"\D")
ALONE = 15
"""Where a passage prints no other figure that could be meant, so much likelier it is, as odds."""
ASKING = frozenset(
    ("count", "currency_conversion", "duration", "fraction_of", "multiple", "rank", "rate", "remainder", "restatement")
)
"""Operations that confirm and ask but do not flag: of their surest bindings on news, held out, fewer than 95 in 100 fit."""
UNSAID = frozenset(("part.bare", "part.same_noun", "part.kind"))
"""Rules without a word that joins the figures: that a part is above its whole then says that it is no part."""


_THREEFOLD, _TEN, _EXACT = log(3), log(10), 0.01

_FAR_SLIPS = frozenset(("own", "swapped"))
_VETO = "veto:beside"
"""Of another base ('in real terms', 'like-for-like'): the figures are not those that the claim is worked out from."""
NAMING = frozenset(("told.identifier", "told.rank"))
"""Rules of numbers that name: 'stage 16' and 'stage 17' are two stages, the 98th brigade is not the 162nd."""
_OPEN = frozenset(("total.including", "total.included"))
"""Rules of lists that need not name all."""
_TOLD = frozenset(("count", "day_of_week", "duration", "rank", "restatement", "subset", "unit_conversion"))
"""Operations whose figures are told, counted or limited, and not chosen among many."""


def _is_open(binding: Binding) -> bool:
    """Whether parts are told of among others: '900, including 40 from Lund and 35 from Malmo' leaves 825."""
    found = worked(binding) if binding.rule in _OPEN else None
    return found is not None and found[0] <= binding.claim.nominal


def is_a_gap_of_errors(binding: Binding) -> bool:
    """Whether a printed figure may be wrong by so much: threefold at most, by tens or by a slip of the reckoning; of days
    and lengths by any."""
    gap = apart(binding)
    if gap <= _THREEFOLD or tells_nothing(binding) or _is_unconverted(binding) or slip_of(binding) in _FAR_SLIPS:
        return True
    tens = gap / _TEN if gap < inf else 0.5
    return abs(tens - round(tens)) < _EXACT


def _is_unconverted(binding: Binding) -> bool:
    """'300 metres (300 feet)'."""
    return binding.operation == "unit_conversion" and binding.claim.nominal == binding.roles[0].nominal


def confirms(binding: Binding, meant: float) -> bool:
    """Whether a binding that fits is sure enough to be shown."""
    if binding.rule in UNSAID:
        return meant >= CONFIRM_UNSAID
    return meant >= (CONFIRM if binding.operation in _TOLD else CONFIRM_WORKED)


def asks(binding: Binding, error: float) -> bool:
    """Whether a doubt is asked about, by the chance that a figure is wrong."""
    return error >= (ASK if binding.operation in _TOLD else ASK_WORKED)


def flags(binding: Binding, odds: float, enough: float, error: float) -> bool:
    """Whether a doubt is called inconsistent: by its gap alone, where its odds are `enough`, or by all that speaks for an
    error; by neither where they are infinite."""
    if _is_of_a_round_original(binding) or enough == inf:
        return False
    if odds >= enough and binding.operation not in ASKING:
        return True
    return error >= _FLAG_FROM.get(binding.operation, inf) and not _may_be_reckoned_otherwise(binding)


def _may_be_reckoned_otherwise(binding: Binding) -> bool:
    """Of a day told, whether it is that of another reckoning; of a count, whether what is listed are other counts: 'in Kesh
    three, in Vell one and in Lund 11'."""
    if binding.operation == "duration":
        return binding.claim.type == "date"
    return binding.operation == "count" and any(role.figure.text.isdigit() for role in binding.roles)


def _is_of_a_round_original(binding: Binding) -> bool:
    """Whether a figure that is printed with a single digit and noughts explains the gap: '50 km', '30 miles'."""
    if binding.operation != "unit_conversion" or apart(binding) > _ROUND:
        return False
    figures = (binding.claim.figure, *(role.figure for role in binding.roles))
    return any(len(_DIGITS.sub("", figure.text).strip("0")) <= 1 for figure in figures)


def chance_that_it_is_meant(binding: Binding, chance: float) -> float:
    """Of a binding whose numbers fit: the chance before them, and how seldom strangers fit like this."""
    meant = chance * (1 - WRONG)
    return meant / (meant + (1 - chance) * chance_fit(binding)) if meant else 0.0


def odds_of_an_error(binding: Binding, chance: float) -> float:
    """Of a binding whose numbers do not fit: the chance that a figure is wrong and not the binding."""
    if binding.rule in UNSAID or binding.rule in NAMING or _VETO in binding.features or _is_open(binding):
        return 0.0
    by_chance = chance_fit(binding)
    error = chance * WRONG * max(oftener(binding), evidence(binding, by_chance))
    return error / (error + (1 - chance) * (1 - by_chance)) if error else 0.0
