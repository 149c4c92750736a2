"""Whether two figures speak of one thing at one time, by what is told about them: place, day, source and scope, and what
else their sentences print.

What a date says of time is its own value, which no feature may know: of dates only place, source and scope are compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.features import crossed, heads
from audit.claims.claim import Attribution, Claim
from audit.syntax import Mention, Reading
from audit.syntax.place import Place

__all__ = ["identity", "others"]

_DATE = "date"
_HYPHENS = frozenset("-\u2010\u2011")


def identity(one: Mention, other: Mention) -> list[str]:
    """Whether place, day, source and scope of two claims are the same, as far as they are told."""
    a, b = one.claim, other.claim
    found = [*_same("place", a.place, b.place), *_sources(a.attribution, b.attribution), *_scopes(a, b)]
    if _DATE not in (one.type, other.type):
        found += _same("as_of", a.as_of, b.as_of, one_only=False)
    found += [f"{side}:compound" for side, mention in (("a", one), ("b", other)) if _is_compound(mention)]
    return [*found, *crossed(heads(one, other), found)]


def others(reading: Reading, one: Mention, other: Mention) -> list[str]:
    """Whether the other figures of two sentences are the same, and their days; and what governs both figures."""
    here, there = (_beside(reading, mention) for mention in (one, other))
    both = here & there
    found = [f"figures:{min(2, len(both))}{min(2, len(here - both))}{min(2, len(there - both))}"]
    if _DATE in (one.type, other.type):
        return found
    days = reading.once(_days)
    mine, theirs = days.get(one.sentence), days.get(other.sentence)
    if mine and theirs:
        same = any(a[0] <= b[1] and b[0] <= a[1] for a in mine for b in theirs)
        found.append("when:same" if same else "when:differ")
    elif mine or theirs:
        found.append("when:one")
    p, q = _place(reading, one), _place(reading, other)
    found += _same("year", p and p.year, q and q.year)
    if p is not None and q is not None:
        found.append("governor:same" if p.governor == q.governor else "governor:differ")
    return found


def _same(name: str, one: object, other: object, *, one_only: bool = True) -> list[str]:
    if one and other:
        return [f"{name}:same" if one == other else f"{name}:differ"]
    return [f"{name}:one"] if one_only and (one or other) else []


def _sources(one: Attribution | None, other: Attribution | None) -> Iterator[str]:
    if one is None or other is None:
        return
    if one.source is None and other.source is None:
        yield "source:none"
    elif one.source is None or other.source is None:
        yield "source:one"
    else:
        yield "source:same" if one.name == other.name else "source:differ"


def _scopes(one: Claim, other: Claim) -> Iterator[str]:
    """How firmly they are stated, over what stretch of time, and what each is to the claim before it."""
    if one.status is not other.status:
        yield f"status:{one.status}-{other.status}"
    mine, theirs = (claim.period.kind if claim.period else "none" for claim in (one, other))
    if mine != theirs:
        yield f"period:{mine}-{theirs}"
    elif mine != "none":
        yield "period:same"
    for side, claim in (("a", one), ("b", other)):
        if claim.relation:
            yield f"{side}:{claim.relation}"


def _is_compound(mention: Mention) -> bool:
    """Whether it stands before a noun with a hyphen: 'the 12-lane site'."""
    text, end = mention.claim.document.text, mention.end
    return "-" in mention.figure.text or text[end : end + 1] in _HYPHENS


def _beside(reading: Reading, mention: Mention) -> set[str]:
    """The other figures of its sentence, as printed."""
    here = reading.by_sentence.get(mention.sentence, ())
    return {m.figure.text for m in here if m.type != "implied" and (m.end <= mention.start or mention.end <= m.start)}


def _days(reading: Reading) -> dict[int, set[tuple[int, int]]]:
    """The stretches of the calendar that each sentence prints."""
    found: dict[int, set[tuple[int, int]]] = {}
    for each in reading.moments.days:
        if each.start >= 0:
            found.setdefault(each.sentence, set()).add((each.low, each.high))
    return found


def _place(reading: Reading, mention: Mention) -> Place | None:
    at = mention.number
    known = 0 <= at < len(reading.mentions) and reading.mentions[at] is mention
    return reading.places[at] if known else None
