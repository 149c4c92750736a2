"""An age and the day of birth: 'born in 1909 ... almost 107 years old', 'Ana Ruiz (2 May 1970 - 8 June 2021) ... at 51'.

The age is that of today, or of a day that stands with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.events import event_of
from audit.account.lengths import book
from audit.account.lifetimes import lifetimes
from audit.account.spans import printed_today
from audit.figures.figure import Kind
from audit.syntax import Mention, Moment, Reading
from audit.syntax.moments import published

__all__ = ["ages"]

_MOST = 3
"""Days of birth that are tried with an age, and days at which it may hold."""
_REACH = 20
"""Days on either side of an age that are looked at at all."""
_LEAD = 3
"""Tokens before a day within which 'born' stands."""


def ages(reading: Reading) -> Iterator[Binding]:
    """Every age with a day of birth that the text tells, near ones first."""
    done: set[tuple[int, int, int]] = set()
    for binding in _near(reading):
        birth, then = (role.figure for role in binding.roles)
        done.add((binding.claim.number, birth.start, then.start))
        yield binding
    now = published(reading)
    days = [each for each in reading.moments.days if not each.torn]
    yield from lifetimes(reading, now, printed_today(days, now), done)


def _near(reading: Reading) -> Iterator[Binding]:
    """Those that a word right before the day makes one, with the days beside the age."""
    claims = [m for m in reading.mentions if m.figure.kind is Kind.AGE and (m.figure.unit or "").startswith("year")]
    if not claims:
        return
    days = [each for each in reading.moments.days if each.known == "printed" and not each.torn]
    opened = {each.first for each in days}
    born: list[Moment] = []
    rest: list[Moment] = []
    for each in days:
        (born if _is_birth(reading, each, opened) else rest).append(each)
    if not born:
        return
    now = published(reading)
    for claim in claims:
        births = _nearest(born, claim, _MOST)[:_MOST]
        others = [each for each in _nearest(rest, claim, _REACH) if abs(each.sentence - claim.sentence) <= 1]
        for rank, birth in enumerate(births):
            for then in (now, *others[: _MOST - 1]):
                if then is not None and then.low > birth.high:
                    yield _binding(reading, claim, birth, then, rank, len(others))


def _nearest(days: list[Moment], claim: Mention, most: int) -> list[Moment]:
    """So many days on either side of a figure, the nearest first."""
    at = bisect_left(days, claim.first, key=_first)
    return sorted(days[max(0, at - most) : at + most], key=lambda each: abs(each.first - claim.first))


def _first(day: Moment) -> int:
    return day.first


def _is_birth(reading: Reading, day: Moment, opened: set[int]) -> bool:
    """Whether 'born' leads it in, or it opens a bracket with a later day: '(2 May 1970 - 8 September 2021)'."""
    tokens, words = reading.tokens, book(reading.document.language)
    lead = tokens.words[max(0, day.first - _LEAD) : day.first]
    if any(words.moment.get(word) == "born" for word in lead):
        return True
    if not lead or tokens.classes[day.first - 1] != "open" or "dash" not in tokens.classes[day.last : day.last + 1]:
        return False
    return day.last + 1 in opened


def _binding(reading: Reading, claim: Mention, birth: Moment, then: Moment, rank: int, others: int) -> Binding:
    tokens, words = reading.tokens, book(reading.document.language)
    rule = "age.now" if then.start < 0 else "age.then"
    apart = birth.sentence - claim.sentence
    said = [
        f"born:apart:{max(-3, min(3, apart))}",
        f"born:grain:{birth.grain}",
        f"born:rank:{rank}",
        f"bound:{claim.figure.bound}",
        f"days:{min(others, 2)}",
    ]
    if apart:
        shared = claim.words & birth.mention.words if birth.mention is not None else frozenset()
        said.append(f"topic:{min(3, len(shared))}")
        said.append("name:same" if shared & reading.names else "name:none")
    lead = {words.moment.get(word) for word in tokens.words[max(0, then.first - _LEAD) : then.first]}
    before = words.before.get(tokens.words[claim.first - 1], "word") if claim.first else "start"
    said.append(f"age<{before}")
    if then.start >= 0:
        event = event_of(reading, then) or "none"
        said.append(f"then:apart:{then.sentence - claim.sentence}")
        said += [f"then:{event}", f"then:{event}&{said[-1]}", f"then:{event}&age<{before}"]
        said += sorted(f"then<{name}" for name in lead if name)
    roles = (Role("born", named=birth.figure), Role("day", named=then.figure))
    features = (rule, *said, *(f"{rule}&{name}" for name in said))
    return Binding("duration", rule, claim, roles, features, "age")
