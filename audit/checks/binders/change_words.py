"""What the words of a change say: which way it goes, where another begins, which year it is counted from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from audit.checks.binders.directions import directions
from audit.checks.construction import Match
from audit.checks.language import words_of
from audit.checks.placeholders import BOUNDARY
from audit.figures.figure import Kind

__all__ = ["YEAR", "direction_of", "is_broken", "is_either", "is_other_year", "says_which_year"]

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year as text prints it."""
_NEAR = 30
"""How far after its figure a noun of change may begin ('a 52% rise')."""
_UP_TO = re.compile(r"\b(?:up|down) (?=to\b|from\b|$)|, [a-z]+ing (?=to\b|from\b)")
"""'from 100 down to 80' is no second change, nor is 'lost 14 seats, dropping from 66'."""
_PART_OF = re.compile(r"[\ue000-\uf8ff][^,;:()\ue000-\uf8ff]{0,20}\bof (?:the |its |their |all )?$")
"""'30 of the 90 seats, up from 20': the whole is not what has changed."""
_AFTER = re.compile(
    r"\b(?:after|(?<!\byear )(?<!\bmonth )(?<!\bweek )(?<!\bquarter )(?<!\bday )before|following|having)\b"
)
"""What may bring in an earlier change; 'a year before' does not."""


def direction_of(match: Match, name: str) -> int:
    """1 or -1 from the word of change nearest to the figure: the last before it, else the first after; 0 if none.

    A word that may say either is taken only where no other stands.
    """
    either = words_of("either")
    unsure = None
    for word in _words_of_change(match, name):
        if either.fullmatch(word) is None:
            return directions()[word]
        unsure = unsure or word
    return 0 if unsure is None else directions()[unsure]


def _words_of_change(match: Match, name: str) -> Iterator[str]:
    """Those that may say which way it goes, the likeliest first; each is looked for only when it is asked for."""
    words = words_of("change")
    yield from words.findall(match.before(name))[-1:]
    yield from words_of("any_change").findall(match.after(name, _NEAR))[:1]
    yield from words_of("change_noun").findall(match.before(name))[-1:]
    yield from words.findall(match.before(match.first))[-1:]
    yield from words_of("margin").findall(match.words, match.start, match.end)[:1]
    yield from words.findall(match.words, match.start, match.places[name])[-1:]


def is_either(match: Match) -> bool:
    """Whether the only word of change is 'improvement': a loss improves when it falls."""
    words = match.words[match.start : match.end] + match.after("change", _NEAR)
    found = [found.group() for found in words_of("any_change").finditer(words)]
    either = words_of("either")
    return any(map(either.fullmatch, found)) and all(map(either.fullmatch, found))


def is_broken(match: Match) -> bool:
    """Whether another clause, or another change, begins between the figures."""
    if _PART_OF.search(match.words[max(0, match.places["new"] - _NEAR) : match.places["new"]]):
        return True
    order = sorted(("change", "new", "old"), key=lambda name: match.places[name])
    moved = words_of("change").search(match.before("change")) is not None
    for one, other in pairwise(order):
        _, over, words = match.between(one, other).rpartition(BOUNDARY)
        if words_of("breaks").search(words) or _is_earlier_change(words) or words_of("summing_up").search(words):
            return True
        changes = len(words_of("change").findall(_UP_TO.sub("", words)))
        if changes > (1 if "change" in (one, other) and not (one == "change" and moved and not over) else 0):
            return True
    return False


def _is_earlier_change(words: str) -> bool:
    """'fell 12 percent, after rising to ...': the levels are those of the earlier change."""
    found = _AFTER.search(words)
    return found is not None and words_of("change").search(words, found.end()) is not None


def says_which_year(match: Match) -> bool:
    """Whether the compared figure is that of the year before, or of a named year: 'against 140,000 in April' may be neither.

    Two percentages that are compared are often no base of the change at all ('up 0.6 to 53.6%, against 67.3% a year ago').
    """
    if match.claims["old"].figure.kind is Kind.PERCENT and match.places["change"] < match.places["old"]:
        return False
    words = match.after("old") + match.before("old")
    if YEAR.search(words) or words_of("year_before").search(words):
        return True
    return words_of("other_period").search(words) is None


def is_other_year(match: Match) -> bool:
    """Whether the change is from year to year and the figure compared with is not that of the year before."""
    return words_of("year_on_year").search(match.words) is not None and not says_which_year(match)
