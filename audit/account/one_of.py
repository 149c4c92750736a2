"""One of those counted, told by a word or a name and no number: 'nine rebels, including a commander'.

It is as much as one, so that the count is at least so many as are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from audit.account.binding import Binding, Role
from audit.account.counted import thing
from audit.syntax import Mention, Reading
from audit.syntax.capitals import names_in
from audit.syntax.nouns import nouns
from audit.text.plurals import singular

__all__ = ["one_of"]

_FAR = 12
"""Tokens between the noun phrase of a count and the word behind which one of them is told."""
_LONG = 5
"""Tokens of a noun phrase at most."""
_MOST = 3
"""Of those told, so many are taken."""
_LEADS = frozenset(("a", "the"))
_JOINS = frozenset(("comma", "and"))


def one_of(reading: Reading) -> Iterator[Binding]:
    """Every count behind which one of those counted is told."""
    classes = reading.tokens.classes
    if "including" not in classes:
        return
    for at, name in enumerate(classes):
        if name != "including" or classes[at + 1 : at + 2] == [name]:
            continue
        whole = _whole(reading, at)
        if whole is None:
            continue
        end = reading.bounds[whole.sentence][1]
        for place, (kind, first, last) in enumerate(_told(reading, at + 1, end)):
            yield _binding(reading, whole, at, kind, first, last, place)


def _whole(reading: Reading, at: int) -> Mention | None:
    """The last count before a token, if it stands near and in its sentence."""
    near = reading.mentions_in(max(0, at - 2 * _FAR), at)
    whole = near[-1] if near else None
    if whole is None or whole.type != "count" or at - whole.after > _FAR or whole.figure.words is not None:
        return None
    begin, end = reading.bounds[whole.sentence]
    return whole if begin <= at < end else None


def _told(reading: Reading, at: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The noun phrases in the singular and the names from a token on, joined by commas and 'and'; what is counted between
    them ('two sergeants and a cook') is told by its number."""
    tokens, found = reading.tokens, 0
    while at < end and found < _MOST:
        first = at + (tokens.classes[at] in _LEADS)
        if first >= end:
            return
        here = {m.type: m for m in reversed(reading.mentions_in(at, first + 1))}
        number = here.get("count")
        if number is not None:
            last = number.after
        elif not here.keys() <= {"implied", "age"}:
            return
        else:
            kind, last = _one(reading, at, first, end, here)
            if last == first:
                return
            yield kind, at, last
            found += 1
        at = last
        if at >= end or tokens.classes[at] not in _JOINS:
            return
        while at < end and tokens.classes[at] in _JOINS:
            at += 1


def _one(reading: Reading, at: int, first: int, end: int, here: Mapping[str, Mention]) -> tuple[str, int]:
    """How one of them is led in, and the token behind it: 'a cook', 'Ada Boyle', 'a 12-year-old boy', 'singer Ada Boyle'."""
    led = reading.tokens.classes[at]
    if "age" in here:  # 'a 12-year-old boy'
        behind = here["age"].last
        last = _phrase(reading, behind, end)
        return led or "aged", first if last == behind else last
    named = [(a, b) for a, b in names_in(reading, first, min(end, first + _LONG)) if a == first]
    if named:
        return "name" if first == at else led, named[0][1]
    if first > at:
        return led, _phrase(reading, first, end)
    one = here.get("implied")
    return "role", one.last if one is not None and one.first == at else first


def _phrase(reading: Reading, first: int, end: int) -> int:
    """The token behind a noun phrase in the singular; the first where there is none."""
    tokens, last = reading.tokens, first
    while last < min(end, first + _LONG):
        if tokens.classes[last] != "dash" and (tokens.classes[last] or not tokens.words[last][0].isalpha()):
            break
        last += 1
    if last == first or singular(tokens.words[last - 1]) != tokens.words[last - 1]:
        return first
    return last


def _binding(reading: Reading, whole: Mention, at: int, kind: str, first: int, last: int, place: int) -> Binding:
    tokens, lexicon = reading.tokens, nouns(reading.document.language)
    noun = singular(tokens.words[last - 1])
    kinds = lexicon.kind_of.get(whole.head), lexicon.kind_of.get(noun)
    agree = (
        "name"
        if kind == "name"
        else "same"
        if kinds[0] == kinds[1] is not None
        else "none"
        if None in kinds
        else "differ"
    )
    gap = tokens.classes[whole.after : at]
    said = [
        f"led:{kind}",
        f"kinds:{agree}",
        f"kind:{kinds[0] or 'none'}",
        f"place:{place}",
        f"length:{min(6, len(gap))}",
        f"closed:{tokens.classes[last] or 'word'}" if last < len(tokens.classes) else "closed:end",
        "bare" if not whole.head else "counted",
        *(f"gap:{name}" for name in sorted(set(gap)) if name),
    ]
    return Binding(
        "subset",
        "part.one",
        whole,
        (Role("part", named=thing(reading, first, last)),),
        ("part.one", *(f"part.one&{name}" for name in said)),
        "least",
        0.5,
    )
