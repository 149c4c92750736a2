"""Lists in prose: 'Ada Boyle, 34, and Tom Reed', in each way in which their commas and 'and's may be read.

A list is read from its own form (separators, names, the word before the last), never from how many things it should have.
A clause, an age or an apposition between two items belongs to neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.syntax.capitals import is_capital
from audit.syntax.enumeration import Enumeration, Item, list_words
from audit.syntax.in_turn import members
from audit.syntax.nouns import nouns
from audit.syntax.reading import Reading
from audit.syntax.segments import Segment, by_semicolons, cut_at_marks, is_relative_clause, item_of
from audit.text.plurals import singular

__all__ = ["listed"]


def listed(reading: Reading, begin: int, end: int) -> list[Enumeration]:
    """The list that begins at a token, in each way in which its commas and 'and's may be read."""
    told = members(reading, begin, end)
    if told is not None and told.first <= begin + 2:
        return [told]
    segments, stopped, ended = cut_at_marks(reading, begin, end)
    if len(segments) < 2:
        return []
    if any("semicolon" in s.mark for s in segments[1:]):
        segments = by_semicolons(segments)
    found: list[Enumeration] = []
    parallel = all(reading.tokens.classes[s.first] == "a" for s in segments)
    kin = any(_is_kin(reading, s.first) for s in segments[1:])
    nested = len(segments) > 2 and "and" not in segments[2].mark and not is_relative_clause(reading, segments[2])
    nested = nested and item_of(reading, segments[2]).kind == item_of(reading, segments[0]).kind
    for way, cut in _ways(segments, parallel, kin, nested):
        read = _read(reading, cut, way, stopped, ended)
        if read is not None and all(read.items != other.items for other in found):
            found.append(read)
    without = _without_aside(reading, segments)
    if len(without) < len(segments):
        read = _read(reading, without, "aside", stopped, ended)
        if read is not None and all(read.items != other.items for other in found):
            return [*found, read]
    if len(found) > 1:
        return [each._replace(traits=(*each.traits, "way:several")) for each in found]
    return found


def _without_aside(reading: Reading, segments: list[Segment]) -> list[Segment]:
    """Without what stands between the 'and' and the last item: 'A, B and, on Sundays only, C'."""
    found: list[Segment] = []
    aside = False
    for segment, behind in zip(segments, [*segments[1:], None], strict=True):
        if aside:
            found.append(segment._replace(mark="comma and"))
            aside = False
        elif (
            found
            and "and" in segment.mark
            and reading.tokens.classes[segment.first - 1] == "comma"
            and behind is not None
            and behind.mark == "comma"
        ):
            aside = True
        else:
            found.append(segment)
    return found


def _is_kin(reading: Reading, at: int) -> bool:
    """Whether a plain word for people stands here: '..., and sons Ivo and Jan'."""
    tokens = reading.tokens
    kind = nouns(reading.document.language).kind_of.get(singular(tokens.words[at]))
    return kind == "person" and not tokens.upper[at]


def _ways(segments: list[Segment], parallel: bool, kin: bool, nested: bool) -> Iterator[tuple[str, list[Segment]]]:
    """'Antigua and Barbuda, Benin and Chad': an 'and' before further commas is within an item. Of 'A and B, and C' it may
    also be that the list is A and B; where people are told by their kin ('daughter A and sons B and C') it is all three."""
    plain = [at for at, s in enumerate(segments[1:], 1) if s.mark in ("and", "or")]
    ends = [at for at, s in enumerate(segments[1:], 1) if "and" in s.mark or "or" in s.mark]
    if not plain or plain[0] == ends[-1] or not any("comma" in s.mark for s in segments[plain[0] + 1 : ends[-1] + 1]):
        yield "plain", segments
        return
    if parallel:
        yield "parallel", segments
        return
    if len(segments) > 3 and [s.mark for s in segments[1:]] == ["and", "comma"] * (len(segments) // 2 - 1) + ["and"]:
        yield "pairs", [one._replace(last=other.last) for one, other in zip(segments[::2], segments[1::2], strict=True)]
    if kin:
        yield "kin", segments
    if plain[0] == 1 and not nested:  # 'A and B, C, and D' goes on
        yield "inner", segments
    merged = [segments[0]]
    for at, segment in enumerate(segments[1:], 1):
        if at in plain and at != ends[-1]:
            merged[-1] = merged[-1]._replace(last=segment.last)
        else:
            merged.append(segment)
    yield "outer", merged


def _read(reading: Reading, segments: list[Segment], way: str, stopped: int, ended: str) -> Enumeration | None:
    if len(segments) < 2:
        return None
    first = item_of(reading, segments[0])
    led = "name" if first.kind == "adjective" else first.kind
    items, traits = [first], {f"way:{way}"}
    if led == "name":
        traits.add(f"tail:{_tail(first, segments[0])}")
        if reading.tokens.classes[first.last : first.last + 1] == ["open"] and first.last + 1 < segments[0].last:
            traits.add("numbered" if reading.tokens.words[first.last + 1][0].isdigit() else "bracket")
    closed = False
    after = segments[0].last
    for place, segment in enumerate(segments[1:], 2):
        joined = "and" in segment.mark or "or" in segment.mark
        inside = segments[place].mark in ("and", "or") if place < len(segments) else False  # what no comma closes again
        if (
            closed
            and (not joined or "oxford" in traits or ("comma" in segment.mark and "ages" not in traits))
            and way not in ("parallel", "kin")
        ):
            more = item_of(reading, segment).kind
            traits.add("goes_on")
            traits.add("goes_on:alike" if more == led or (led, more) == ("name", "adjective") else "goes_on:other")
            break
        item = item_of(reading, segment)
        if led == "name":
            if item.kind == "number":
                traits.add("ages")
                continue
            apposed = item.kind == "adjective" and reading.tokens.classes[segment.first] in ("a", "the")
            if apposed and not joined and not inside:
                traits.add("apposition")
                continue
            if item.kind == "counted" and not is_capital(reading, segment.first):
                traits.add("counted_within")  # 'and two 15-year-olds, A and B'
                continue
            if item.kind not in ("name", "adjective"):
                if item.kind == "clause":
                    traits.add("relative" if is_relative_clause(reading, segment) else "clause_behind")
                    if joined or not is_relative_clause(reading, segment):
                        break
                    continue
                if not joined and not is_capital(reading, segment.first):
                    traits.add("apposition")
                    continue
                traits.add("mixed")
        elif item.kind != led:
            traits.add("mixed")
        if closed:
            traits.add("and_again")
        items.append(item)
        after = segment.last
        if joined:
            closed = True
            if "comma" in segment.mark:
                traits.add("oxford")
            if "or" in segment.mark.split():
                traits.add("or")
        if "semicolon" in segment.mark:
            traits.add("semicolon")
    if len(items) < 2 or led == "counted":
        return None
    traits.update(item.kind for item in items if item.kind == "counted")
    traits.add("closed" if closed else "unclosed")
    traits.add(f"led:{led}")
    if after == stopped:
        traits.add(f"ends:{ended}")
    if any(w in list_words(reading).open_behind for w in reading.tokens.words[items[-1].first : items[-1].first + 2]):
        traits.add("open")
    return Enumeration(tuple(items), tuple(sorted(traits)), after)


def _tail(item: Item, segment: Segment) -> str:
    """How much is told of a name before the next."""
    more = segment.last - item.last
    return "none" if more <= 0 else "short" if more <= 3 else "long"
