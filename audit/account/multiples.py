"""How many times the one is the other: 'doubled to 60 from 30', '$120, six times the $20 asked', 'two to one'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.levels import levels
from audit.account.trio import trio
from audit.syntax import Reading

__all__ = ["multiples"]

_KINDS = ("count", "money", "measure", "rate", "percent", "duration")


def multiples(reading: Reading) -> Iterator[Binding]:
    """Each multiple and each ratio with every two levels near it, either of which may be the larger by its words."""
    for claim in reading.mentions:
        if claim.type not in ("multiple", "ratio"):
            continue
        operation = claim.type
        for pair in levels(reading, claim, kinds=_KINDS):
            apart = len({claim.sentence, pair.old.sentence, pair.new.sentence}) > 1
            for turned, part, whole in (("", pair.new, pair.old), (".turned", pair.old, pair.new)):
                if turned and pair.told in ("both", "dated", "dated_marked", "reversed"):
                    continue
                rule = f"{operation}.{pair.told}{turned}{'.apart' if apart else ''}"
                features = trio(reading, rule, claim, whole, part)
                verb = reading.tokens.classes[claim.first] == "times" and claim.last - claim.first == 1
                features.append(f"verb:{verb}")
                yield Binding(operation, rule, claim, (Role("part", part), Role("whole", whole)), tuple(features))
