"""What the words say of a claim and its two operands, as names of features.

As in `features`, every name is a meaning: who governs each, how they are ordered, what stands between, whose nouns agree.
"""

from __future__ import annotations

from functools import cache

from audit.account.features import Prefixed, crossed, distance, heads, numbered
from audit.syntax import Mention, Reading

__all__ = ["BARE", "base", "placed", "trio"]

BARE = "bare"
"""The sort of a number that leaves its unit to another: 'to $1.4 billion from 1.6 billion'."""

_CROSSED = frozenset(
    [
        "and", "semicolon", "while", "stop", "quote", "that", "bar", "bullet", "since", "if", "not", "colon", "up", "down",
        "times", "difference", "of", "or", "open", "close", "are", "including", "share_of", "slash",
    ]
)  # fmt: skip
_OTHERWISE = frozenset(("peak", "rebased"))
_VETOES = ("rebased", "per_share", "future", "average")
_LONG = 60
_BESIDE = 8
_LENGTHS = (1, 4, 9, 20)
_EXTRA = numbered("extra", 3)
_RIVALS = numbered("rivals", 2)
_CLAIMS = numbered("claims", 3)
_SKIPPED = numbered("skipped", 2)
_TOPIC = numbered("topic", 4)
_IN_STRETCH = {label: Prefixed(f"{label}:") for label in ("1", "2")}
_OF = {name: Prefixed(f"{name}.") for name in ("a", "b")}
_VETO = Prefixed("veto:")


def base(mention: Mention) -> str:
    """As `sort`, but a price for one share is money, the Hong Kong dollar a dollar, and a number of millions of nothing
    `BARE`: a text that has named the unit goes on without."""
    figure = mention.figure
    if mention.type == "count" and not mention.head:
        place = figure.precision
        if not place.denominator <= place.numerator < 1000 * place.denominator:
            return BARE
    if figure.unit is None or mention.type == "percent":
        return mention.type
    return _measured_in(figure.unit, mention.type.startswith(("money", "rate")))


@cache
def _measured_in(unit: str, is_money: bool) -> str:
    plain = unit.replace("_per_", " per ").partition(" per ")[0]
    return plain.rpartition(" ")[2] if is_money else plain


def trio(reading: Reading, rule: str, claim: Mention, one: Mention, other: Mention) -> list[str]:
    """All features of the three; `one` and `other` in the order of their roles."""
    named = [("c", claim), ("a", one), ("b", other)]
    named.sort(key=lambda item: item[1].start)
    order = "".join(name for name, _ in named)
    sentences = {m.sentence for _, m in named}
    told = rule.partition(".")[2]
    ordered = (f"order:{order}",)
    found = [rule, *ordered, *crossed(rule, ordered), f"told:{told}", *crossed(f"told:{told}", ordered)]
    for name, mention in (("c", claim), ("a", one), ("b", other)):
        found += placed(reading, mention, name)
    places = reading.places
    pa, pb, pc = places[one.number], places[other.number], places[claim.number]
    found.append(f"governors:{pa.governor}:{pb.governor}")
    found.append(f"all:{order}:{pc.governor}:{pa.governor}:{pb.governor}")
    found.append(f"ab:{heads(one, other)}")
    if one.type != other.type:
        found.append("ab:elliptic" if "count" in (one.type, other.type) else "ab:other_unit")
    found.append(f"ca:{heads(claim, one)}")
    (_, first), (_, middle), (_, last) = named
    for label, early, late in (("1", first, middle), ("2", middle, last)):
        found += _stretch(reading, label, early, late)
    if len(sentences) == 1:
        found.append("spread:one")
        between = [m for m in reading.mentions[first.number + 1 : last.number] if m is not middle]
        between_sorts = [m.sort for m in between]
        extra = between_sorts.count(one.sort)
        rivals = between_sorts.count(claim.sort) if claim.sort != one.sort else 0
        found += [_EXTRA[min(extra, 3)], _RIVALS[min(rivals, 2)], *crossed(rule, (_EXTRA[min(extra, 2)],))]
        sorts = reading.sorts[claim.sentence]
        beside = sorts[one.sort] - 2
        found.append(f"beside:{min(beside, 3)}")
        claims = sorts[claim.sort] - 1
        found.append(_CLAIMS[min(claims, 3)])
        for name, mention in (("a", one), ("b", other)):
            low, high = sorted((claim.number, mention.number))
            skipped = sum(base(m) == base(mention) for m in reading.mentions[low + 1 : high] if m not in (one, other))
            passed = _SKIPPED[min(skipped, 2)]
            found += [_OF[name][passed], passed]
        clauses = {places[m.number].clause for _, m in named}
        found.append(f"clauses:{len(clauses)}")
    else:
        shape = "".join("-" if m.sentence < claim.sentence else str(m.sentence - claim.sentence) for m in (one, other))
        found += [f"spread:{shape}", f"{rule}&spread:{shape}"]
        for name, mention in (("a", one), ("b", other)):
            if mention.sentence != claim.sentence:
                shared = _TOPIC[min(4, len(claim.words & mention.words))]
                found += [_OF[name][shared], shared]
                early, late = sorted((claim, mention), key=lambda m: m.start)
                found.append(_OF[name][distance(reading, early, late)])
    near = reading.tokens.classes[max(0, claim.first - _BESIDE) : claim.after + _BESIDE]
    if not _OTHERWISE.isdisjoint(near):
        found.append("veto:beside")
    classes = set()
    for sentence in sentences:
        begin, end = reading.bounds[sentence]
        classes.update(reading.tokens.classes[begin : min(end, begin + _LONG)])
    found += _VETO.of(name for name in _VETOES if name in classes)
    return found


def placed(reading: Reading, mention: Mention, name: str) -> tuple[str, ...]:
    """How a mention stands in its clause."""
    return reading.once(_placed, mention, name)


def _placed(reading: Reading, mention: Mention, name: str) -> tuple[str, ...]:
    place = reading.places[mention.number]
    found = [f"{name}<{place.governor}", f"{name}<<{place.adjoining}", f"{name}>>{place.next}"]
    found += [f"{name}>{cls}" for cls in sorted(place.behind)]
    if place.year is not None:
        found.append(f"{name}.dated")
    found.append(f"{name}={mention.type.partition(' ')[0]}{'' if mention.head or mention.type != 'count' else '.bare'}")
    if mention.figure.bound != "exact":
        found.append(f"{name}.{mention.figure.bound}")
    if mention.figure.is_range:
        found.append(f"{name}.range")
    return tuple(found)


def _stretch(reading: Reading, label: str, early: Mention, late: Mention) -> list[str]:
    """What lies between two neighbours of the three, where they share a sentence."""
    if early.sentence != late.sentence:
        return [f"{label}:sentence"]
    classes = reading.tokens.classes[early.after : late.first]
    found = _IN_STRETCH[label].of(sorted(_CROSSED.intersection(classes)))
    length = len(classes)
    size = next((limit for limit in _LENGTHS if length <= limit), "more")
    found.append(f"{label}:{size}")
    found.append(f"{label}.figures:{min(late.number - early.number - 1, 4)}")
    return found
