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
    "ADDED_UP",
    "ALONE",
    "ALONE_WRONG",
    "ASKING",
    "ASK_ROUNDED",
    "FLAG",
    "FLAG_ALONE",
    "FLAG_ALONE_APART",
    "FLAG_APART",
    "NAMING",
    "OF_TWO",
    "SHORT",
    "UNSAID",
    "WEAK",
    "asks",
    "chance_that_it_is_meant",
    "confirms",
    "flags",
    "has_a_guessed_year",
    "is_a_gap_of_errors",
    "leans_on_a_part",
    "odds_of_an_error",
]

WRONG = 0.02
"""Share of derived figures in print that are wrong (measured over 27,810 articles)."""
CONFIRM = 0.4
"""A binding that fits is shown as one that does from this chance on that it is meant; in articles that were never fitted on,
six in ten of those between this and .6 were marked by who wrote them."""
CONFIRM_LIMIT = 0.5
"""The same of a part and its whole: below it one in eight."""
CONFIRM_UNSAID = 0.65
"""The same, of two figures that no word joins: below it hardly one of twenty was marked by readers."""
ASK = 0.0025
"""A doubt is asked about from this chance on that a figure is wrong (`audit.checks.doubts`): with the next about 78
questions in a thousand texts of news, where hardly a figure is wrong; of changed figures three in ten are asked about."""
ASK_WORKED = 0.014
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
FLAG_ALONE_APART = 0.7
"""The same where they stand in more than one sentence of it: of 403 written passages, in none is one called so wrongly."""
SHORT = 450
"""Characters of a passage: in one every figure is to the point, in an article hardly any is, however few it prints."""
_FLAG_FROM = {
    "count": 0.055,
    "currency_conversion": 0.035,
    "day_of_week": 0.03,
    "difference": 0.36,
    "duration": 0.08,
    "fraction_of": 0.085,
    "percent_change": 0.15,
    "percent_of": 0.085,
    "percentage_point_change": 0.45,
    "product": 0.12,
    "rank": 0.045,
    "rate": 0.1,
    "remainder": 0.05,
    "restatement": 0.1,
    "subset": 0.055,
    "sum": 0.08,
    "unit_conversion": 0.04,
}
"""The same by the chance that a figure is wrong (`audit.checks.doubts`), by how high doubts of figures that are right come
in 10,300 texts of news: each stands above all that were read and found wrong, but for one in doubt."""
_FARTHER = 1.5
"""So many times as much where the figures stand in several clauses or sentences: 'A trawler saved 31 others'."""
_GUESSED = 3
"""The same of a weekday whose year is not printed."""
_ROUND = 0.05
"""So far a round original may be from what was converted, and is not called wrong: 30 miles of 50 km."""
_DIGITS = re.compile(r"\D")
ALONE = 15
"""Where a passage prints no other figure that could be meant, so much likelier it is, as odds."""
ALONE_WRONG = 9
"""The same of what does not fit, which speaks against it."""
ASKING = frozenset(
    (
        "count",
        "currency_conversion",
        "duration",
        "fraction_of",
        "multiple",
        "percentage_point_change",
        "rank",
        "rate",
        "remainder",
        "restatement",
    )
)
"""Operations that confirm and ask but do not flag: of their surest bindings on news, held out, fewer than 95 in 100 fit."""
WEAK = frozenset(("rank", "subset"))
"""Operations that say no more than which figure is the larger: that they fit upholds no figure."""
UNSAID = frozenset(("apart.bare", "far.count", "part.bare", "part.same_noun", "part.kind"))
"""Rules without a word that joins the figures: that a part is above its whole then says that it is no part."""


ADDED_UP = frozenset(("sum", "remainder", "difference", "running_total"))
"""Operations that no part may be printed coarser for than what they give."""
_HAIR = 1e-9
_THREEFOLD, _TEN, _EXACT = log(3), log(10), 0.01

_FAR_SLIPS = frozenset(("own", "swapped"))
_VETO = "veto:beside"
"""Of another base ('in real terms', 'like-for-like'): the figures are not those that the claim is worked out from."""
NAMING = frozenset(("told.identifier", "told.rank"))
"""Rules of numbers that name: 'stage 16' and 'stage 17' are two stages, the 98th brigade is not the 162nd."""
_FAR_RULES = ("farther.", "margin.", "product.taken_up", "rate.shared", "rate.together", "rest.", "sum_apart.")
"""Rules that look for their figures over sentences: they confirm and ask; too few of their bindings are in news to flag."""
_OPEN = frozenset(("total.including", "total.included"))
"""Rules of lists that need not name all."""
OF_TWO = "own:both"
"""Each of two figures has a name of its own in its sentence: the same is told of two, one after the other."""
_UNSURE_LIST = frozenset(("list:goes_on", "items:sentence"))
_YEARS_PRINTED = frozenset(("years:2", "year:printed"))
"""Both ends of a length of time have their year: 'on 24 August it is 33 years' goes back to another."""
_ONE_WHOLE = "percent_of.one_whole"
_BESIDE = "weekday.beside"
"""A weekday in the phrase of its date; any other may be that of another."""
_ANY_NAMES = "count.names_back_all"
"""All names of a sentence, which nothing makes a list."""
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
    return meant >= (CONFIRM_LIMIT if binding.operation in WEAK else CONFIRM)


def asks(binding: Binding, error: float) -> bool:
    """Whether a doubt is asked about, by the chance that a figure is wrong."""
    return error >= (ASK if binding.operation in _TOLD else ASK_WORKED)


def flags(binding: Binding, odds: float, enough: float, error: float) -> bool:
    """Whether a doubt is called inconsistent: by its gap alone, where its odds are `enough`, or by all that speaks for an
    error; by neither where they are infinite."""
    if _is_of_a_round_original(binding) or enough == inf or binding.rule.startswith(_FAR_RULES):
        return False
    if odds >= enough and binding.operation not in ASKING:
        return True
    by = _FARTHER if enough in (FLAG_APART, FLAG_ALONE_APART) else 1
    if has_a_guessed_year(binding):
        by = _GUESSED
    return error >= by * _FLAG_FROM.get(binding.operation, inf) and not _may_be_reckoned_otherwise(binding)


def has_a_guessed_year(binding: Binding) -> bool:
    """Whether it is of a weekday beside a date whose year is not printed."""
    return binding.operation == "day_of_week" and _YEARS_PRINTED.isdisjoint(binding.features)


def _may_be_reckoned_otherwise(binding: Binding) -> bool:
    """Of a length of time, whether its years are guessed, and of a day told, whether it is that of another reckoning; of a
    weekday, whether of another date; of two shares, whether the whole has changed; of a number told again, whether the
    same is told of two; of a count, whether its list goes on, is a sentence, or is of other counts: 'in Kesh three, in
    Vell one and in Lund 11'."""
    match binding.operation:
        case "duration":
            return binding.claim.type == "date" or _YEARS_PRINTED.isdisjoint(binding.features)
        case "day_of_week":
            return binding.rule != _BESIDE
        case "percent_of":
            return binding.rule.startswith(_ONE_WHOLE)
        case "restatement":
            return OF_TWO in binding.features
        case "count":
            others = any(role.figure.text.isdigit() for role in binding.roles)
            return others or binding.rule == _ANY_NAMES or not _UNSURE_LIST.isdisjoint(binding.features)
    return False


def _is_of_a_round_original(binding: Binding) -> bool:
    """Whether a figure that is printed with a single digit and noughts explains the gap: '50 km', '30 miles'."""
    if binding.operation != "unit_conversion" or apart(binding) > _ROUND:
        return False
    figures = (binding.claim.figure, *(role.figure for role in binding.roles))
    return any(len(_DIGITS.sub("", figure.text).strip("0")) <= 1 for figure in figures)


def leans_on_a_part(binding: Binding) -> bool:
    """Whether figures add up only by the rounding of one that is printed coarser than the claim: '5.5 million: 5 million
    and 600,000'."""
    found, own = worked(binding) if binding.operation in ADDED_UP else None, binding.claim.reach
    lent = sum(role.reach for role in binding.roles if role.reach <= own)
    return found is not None and abs(found[0] - binding.claim.nominal) > (own + lent) * (1 + _HAIR)


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
