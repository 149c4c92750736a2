"""By how many percent something rose or fell: 'up 7.9% to 410 from 380', 'the 380 of 2011 ... a fall of 12%'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.levels import levels
from audit.account.trio import trio
from audit.syntax import Mention, Reading
from audit.syntax.directions import Direction, direction

__all__ = ["percent_changes"]

_LEVELS = ("count", "money", "measure", "rate", "duration")


def percent_changes(reading: Reading) -> Iterator[Binding]:
    """Each percentage that the words make a rise or a fall, with the levels around it."""
    for claim in reading.mentions:
        if claim.type not in ("percent", "fraction"):
            continue
        way = direction(reading, claim)
        if way is None or claim.partitive:
            continue  # 'rose to 700 or 9% of the workforce' tells a share
        for pair in levels(reading, claim, kinds=_LEVELS):
            yield _binding(reading, claim, way, pair.told, ("old", pair.old), ("new", pair.new))
        if "than" not in reading.places[claim.number].behind:  # '40, or 9% lower than the 44' tells a level, no amount
            yield from _by_amount(reading, claim, way)


def _by_amount(reading: Reading, claim: Mention, way: Direction) -> Iterator[Binding]:
    """'up 4p, or 1%, to 548p': the amount of the change beside its percentage, and one level."""
    here = reading.about(claim)
    for amount in here:
        if abs(amount.number - claim.number) != 1 or not amount.type.startswith(_LEVELS):
            continue
        early, late = (amount, claim) if amount.number < claim.number else (claim, amount)
        between = reading.tokens.classes[early.after : late.first]
        if len(between) > 4 or not {"or", "open", "dash"} & set(between):
            continue
        for level in here:
            if level not in (amount, claim) and level.sort == amount.sort and abs(level.number - claim.number) <= 4:
                old = reading.places[level.number].governor == "from"
                name = "base" if old else "new"
                yield _binding(reading, claim, way, f"amount_{name}", ("change", amount), (name, level))


def _binding(
    reading: Reading, claim: Mention, way: Direction, told: str, one: tuple[str, Mention], other: tuple[str, Mention]
) -> Binding:
    apart = len({claim.sentence, one[1].sentence, other[1].sentence}) > 1
    rule = f"percent_change.{told}{'.apart' if apart else ''}"
    near = "0" if way.apart == 0 else "3" if way.apart <= 3 else "8" if way.apart <= 8 else "more"
    features = [*trio(reading, rule, claim, one[1], other[1]), f"way:{way.side}:{near}", f"way:{way.side}", way.way]
    features += [claim.type, f"way:{way.side}:{near}&c<{reading.places[claim.number].governor}"]
    form = f"{way.way}_on" if other[0] == "base" else f"{way.way}_by" if one[0] == "change" else way.way
    if claim.type == "fraction":
        form += "_fraction"
    return Binding("percent_change", rule, claim, (Role(*one), Role(*other)), tuple(features), form)
