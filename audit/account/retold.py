"""A quantity told again under another noun or in another form: 'a hat-trick' and 'her three goals', '53 residents' and
'fifty-three candles', '£2.5 million' and 'the two and a half million', '11 months' and 'nearly a year'.

What points back is tried on the nearest of its kind whatever they print, and so are the figures of headline and lead on
the first of the body; all else is sought by its value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from audit.account.binding import Binding, Role
from audit.account.features import crossed
from audit.account.likeness import Likeness
from audit.account.pointing import TELLING, Pair, Text, is_quoted, points_back, text_of
from audit.account.retold_amounts import bare, hours, lengths_again, main
from audit.account.retold_counts import back, groups, standing
from audit.account.values import chance_of_same
from audit.syntax import Mention, Reading

__all__ = ["retold"]

_SOUGHT = 3
"""So much oftener a stranger of the same value is found where the whole text is looked through for one."""
_RULES: Mapping[str, Callable[[Text], Iterator[Pair]]] = {
    "told.group": groups,
    "told.length": lengths_again,
    "told.back": back,
    "told.standing": standing,
    "told.bare": bare,
    "told.hour": hours,
    "told.main": main,
}
"""By what tells that two are one; of several that tell it the first."""


def retold(reading: Reading, likeness: Likeness, known: set[tuple[int, int]]) -> Iterator[Binding]:
    """Pairs that may be one quantity in other words, the later as the claim; those that are known are left out."""
    text = text_of(reading, known)
    for rule, pairs in _RULES.items():
        for one, other, sought in pairs(text):
            if text.fresh((one,), other) and not likeness.are_of_two(reading, one, other):
                known.add((one.start, other.start))
                yield _binding(text, likeness, rule, one, other, sought=sought)


def _binding(text: Text, likeness: Likeness, rule: str, one: Mention, other: Mention, *, sought: bool) -> Binding:
    """A word that is no figure is named, or the claim where it stands behind."""
    said = [
        f"sorts:{one.type.partition(' ')[0]}-{other.type.partition(' ')[0]}",
        f"back:{points_back(text, other)}",
        f"quoted:{is_quoted(text, other)}",
        f"written:{one.figure.text[:1].isdigit()}-{other.figure.text[:1].isdigit()}",
        f"listed:{one.claim.index >= 0}-{other.claim.index >= 0}",
        f"standing:{one.head in text.words.standing}-{other.head in text.words.standing}",
        f"value:{_sized(other.nominal)}",
        *_measured(one, other),
    ]
    role = Role("told", one) if one.claim.index >= 0 else Role("told", named=one.figure)
    features = (rule, *likeness.features(text.reading, one, other, rule), *said, *crossed(rule, said))
    chance = chance_of_same(other) * (_SOUGHT if sought else 1)
    return Binding("restatement", rule, other, (role,), features, sought=sought, chance=min(chance, 0.9))


def _measured(one: Mention, other: Mention) -> Iterable[str]:
    return [f"{side}:harmed" for side, mention in (("a", one), ("b", other)) if mention.claim.measures]


def _sized(value: float) -> str:
    tens = value % 10 == 0
    return f"{'few' if value < 5 else 'some' if value < TELLING else 'round' if tens else 'odd'}"
