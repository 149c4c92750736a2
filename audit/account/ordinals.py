"""Who comes next in number: 'the fourth time, after 2009, 2014 and 2015', 'a third boat' behind the two that are named.

One that is the fourth comes behind three, which the text counts ('three earlier ones') or tells one by one; and none comes
later than there are ('2nd among 212').
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.counted import earlier_words, thing
from audit.account.features import crossed
from audit.syntax import Mention, Reading
from audit.syntax.alike import Alike
from audit.syntax.enumeration import Enumeration, Item
from audit.syntax.nouns import nouns
from audit.syntax.spread import in_turn, openers
from audit.text.plurals import singular

__all__ = ["ordinals"]

_NOUN = 4
"""Tokens behind a word of order within which its noun stands."""
_BACK, _ON = 2, 2
"""Sentences around it in which the others are counted or told."""
_TRIED = 3
_AMONG = 8
"""Tokens between a place and the number of those ranked."""
_OF = 5
_MOST = 20
_CHANCE = {2: 0.4, 3: 0.35, 4: 0.15, 5: 0.06}
"""How often a list that has nothing to do with a rank has one fewer."""
_RARE = 0.03


def ordinals(reading: Reading) -> Iterator[Binding]:
    """Every rank beside the number or the names of those before it."""
    ranked = [m for m in reading.mentions if m.type == "rank" and m.is_point and m.low >= 1]
    if not ranked:
        return
    groups = Alike(reading)
    for rank in ranked:
        yield from _among(reading, rank)
        if rank.low >= 2:
            yield from _after_number(reading, rank)
        if 2 <= rank.low <= _MOST:
            yield from _after_told(reading, rank, groups)


def _among(reading: Reading, rank: Mention) -> Iterator[Binding]:
    """'ranked 2nd among 212', 'Of seven dams, the first'."""
    classes, (begin, end) = reading.tokens.classes, reading.bounds[rank.sentence]
    for whole in reading.about(rank):
        if whole.type != "count" or not whole.is_point or whole.low < 2:
            continue
        behind = rank.last <= whole.first <= min(end, rank.last + _AMONG)
        between = classes[rank.last : whole.first] if behind else classes[whole.after : rank.first]
        leads = classes[max(begin, whole.first - 2) : whole.first]
        if behind and len(between) <= _OF and "of" in leads and "among" not in leads:
            continue  # 'the third of five' is a part of them
        if (behind and ("among" in leads or "of" in leads)) or (
            not behind and whole.first - 1 == begin and leads == ["of"] and len(between) <= 2 * _AMONG
        ):
            way = "among" if "among" in leads else "of"
            features = (
                "rank.among",
                f"way:{way}",
                f"stands:{'behind' if behind else 'before'}",
                f"apart:{min(len(between), 6)}",
            )
            yield Binding("rank", "rank.among", rank, (Role("old", whole),), features, "down")


def _nouns(reading: Reading, rank: Mention) -> list[str]:
    """The words behind a word of order, in the singular, up to the first that says something else."""
    tokens, end = reading.tokens, reading.bounds[rank.sentence][1]
    found = []
    for at in range(rank.last, min(end, rank.last + _NOUN)):
        if tokens.classes[at] or not tokens.words[at].isalpha():
            break
        found.append(singular(tokens.words[at]))
    return found


def _after_number(reading: Reading, rank: Mention) -> Iterator[Binding]:
    """'a fourth suspect ... Three men were held on Friday', 'her fifth; she had come through four others'."""
    words, lexicon, told = _nouns(reading, rank), nouns(reading.document.language), earlier_words(reading)
    kinds = {lexicon.kind_of[word] for word in words if word in lexicon.kind_of}
    near = [
        *reading.about(rank, _BACK, _ON),
        *(m for m in reading.collectives if abs(m.sentence - rank.sentence) <= _BACK),
    ]
    ranked = []
    for other in near:
        if other is rank or other.type != "count" or not other.is_point or other.first == rank.first:
            continue
        beside = reading.tokens.words[other.first - 1 : other.first] + reading.tokens.words[other.last : other.last + 2]
        if other.head and other.head in words:
            agree = "same"
        elif other.head and lexicon.kind_of.get(other.head) in kinds:
            agree = "kind"
        elif not other.head:
            agree = "bare"
        else:
            agree = "other"
        earlier = not told.isdisjoint(beside) or "other" in reading.tokens.classes[other.last : other.last + 1]
        if agree == "other" and not earlier:
            continue
        ranked.append((agree == "other", abs(other.first - rank.first), other, agree, earlier))
    for place, (_, far, other, agree, earlier) in enumerate(sorted(ranked, key=lambda each: each[:2])[:_TRIED]):
        apart = "same" if other.sentence == rank.sentence else "before" if other.sentence < rank.sentence else "behind"
        features = [
            f"heads:{agree}",
            f"earlier:{earlier}",
            f"apart:{apart}",
            f"place:{place}",
            f"near:{far <= _AMONG}",
            f"determiner:{rank.determiner or 'none'}",
            f"told:{'word' if other.claim.index < 0 else other.determiner or 'none'}",
            f"heads:{agree}&earlier:{earlier}",
        ]
        yield _next(rank, "rank.after_number", (Role("item", other),), features)


def _after_told(reading: Reading, rank: Mention, groups: Alike) -> Iterator[Binding]:
    """'It was the third rise of the year. In January it had gone up by 6 pesos, in May by 12.'"""
    at, last = rank.sentence, len(reading.bounds)
    known: set[tuple[int, ...]] = set()
    for way, found in _told(reading, rank, groups, at, min(at + 1 + _ON, last)):
        places = tuple(item.first for item in found.items)
        if places in known or any(item.first <= rank.first < item.last for item in found.items):
            continue
        known.add(places)
        roles = tuple(Role("item", named=thing(reading, item.first, item.last)) for item in found.items)
        features = [
            f"way:{way}",
            *(f"list:{trait}" for trait in found.traits),
            f"determiner:{rank.determiner or 'none'}",
            f"stands:{'before' if found.first < rank.first else 'behind'}",
            f"kind:{found.items[0].kind}",
        ]
        yield _next(rank, "rank.after_told", roles, features)


def _told(reading: Reading, rank: Mention, groups: Alike, at: int, end: int) -> Iterator[tuple[str, Enumeration]]:
    """What may be those before it: lists beside it, the dates and the names of the sentences behind."""
    for on in (at, *range(at + 1, min(at + 2, end)), *range(max(0, at - 1), at)):
        for found in groups.coordinations(on)[:2]:
            yield f"list:{on - at}", found
    for first in (at, at + 1):
        for stop in range(first + 1, end + 1):
            dates = _dates(reading, rank, first, stop)
            if dates is not None:
                yield f"dates:{first - at}:{stop - first}", dates
    for stop in range(at + 2, end + 1):
        found_turns = in_turn(t for on in range(at + 1, stop) for t in openers(reading, groups, on) if t.way != "weak")
        if found_turns is not None:
            yield f"turns:{stop - at}", found_turns


def _dates(reading: Reading, rank: Mention, first: int, stop: int) -> Enumeration | None:
    """The dates of some sentences, each once; of its own sentence those behind it."""
    found: dict[str, Mention] = {}
    for sentence in range(first, stop):
        for mention in reading.by_sentence.get(sentence, ()):
            if mention.type == "date" and (sentence > rank.sentence or mention.first > rank.first):
                found.setdefault(mention.figure.text.lower(), mention)
    items = tuple(Item(m.first, m.last, "date") for m in found.values())
    return Enumeration(items, ("dates",), items[-1].last) if items else None


def _next(rank: Mention, rule: str, roles: tuple[Role, ...], features: list[str]) -> Binding:
    told = (rule, *features, *crossed(rule, features))
    return Binding("rank", rule, rank, roles, told, "after", _CHANCE.get(int(rank.low), _RARE))
