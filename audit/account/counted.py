"""What the words say of a number and a list that it may count, as names of features.

How the two stand to each other is for `counts` to say; here is what the number, its noun and the list are.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from audit.account.binding import Binding, Role
from audit.account.features import Beginning, Prefixed, crossed
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, pack
from audit.syntax import Mention, Reading
from audit.syntax.enumeration import Enumeration
from audit.syntax.named import has_age
from audit.syntax.nouns import nouns
from audit.text.plurals import singular

__all__ = [
    "GOES_BACK",
    "NUMBERS",
    "Found",
    "between",
    "counted",
    "earlier_words",
    "how_told",
    "near",
    "opening",
    "reference",
    "thing",
]

Found: TypeAlias = tuple[str, Enumeration, list[str]]
"""A rule, a list, and features of how the two stand."""
GOES_BACK = frozenset({"back", "all", "both", "collective"})
"""Of `how_told` those that go back to what is known."""
NUMBERS = frozenset(range(2, 21))
"""How many things a text may name one by one."""

_LINKED = Beginning("told", "list:led", "list:ends", "list:closed", "list:unclosed", "noun")
"""What weighs differently by the mark or word that leads a list in."""
_PAIRED = Beginning(
    "link", "list:led", "list:closed", "list:un", "list:way", "list:tail", "list:ends", "determiner", "opens", "length",
    "figures", "then", "noun", "before", "items", "told", "names", "full", "back", "apart", "on", "aged",
)  # fmt: skip
"""What weighs differently by the rule."""
_IN_LIST = Prefixed("list:")
_IN_GAP = Prefixed("gap:")
_ONE = Interval.of(1)
_CHANCE = {2: 0.62, 3: 0.22, 4: 0.08, 5: 0.05}
_CHANCE_NAMES = {2: 0.76, 3: 0.15, 4: 0.06, 5: 0.04}
"""How often a list that has nothing to do with a number is as long as it says: lengths of the lists beside numbers above
five in 1,600 texts."""
_CHANCE_GROUP = {2: 0.47, 3: 0.28, 4: 0.14, 5: 0.06}
_RARE = 0.03
_GROUPS = frozenset({"count.aged", "count.names_back_all", "count.headed", "count.measured"})


def between(reading: Reading, start: int, end: int) -> list[str]:
    """What stands between the counted noun and its list."""
    found = _IN_GAP.of(sorted({c for c in reading.tokens.classes[start:end] if c}))
    counted = [m for m in reading.mentions_in(start, end) if m.type == "count"]
    others = len(counted)
    if any(not m.head and m.low in NUMBERS for m in counted):
        found.append("figures:bare")
    length = end - start
    return [
        *found,
        f"figures:{min(others, 2)}",
        "length:0" if length <= 0 else "length:2" if length <= 2 else "length:8" if length <= 8 else "length:more",
    ]


def near(reading: Reading, mention: Mention, sentence: int) -> str:
    same = reading.document.sentences[sentence].paragraph == mention.paragraph
    return "apart:next" if same else "apart:next_paragraph"


def opening(tokens: int) -> str:
    return "opens:at_once" if tokens <= 1 else "opens:soon" if tokens <= 4 else "opens:late"


def thing(reading: Reading, first: int, last: int) -> Figure:
    """One thing that is named and not counted, from its first token to the one behind it."""
    start, end = reading.tokens.starts[first], reading.tokens.ends[last - 1]
    return Figure(start, end, reading.document.text[start:end], _ONE, kind=Kind.IDENTIFIER)


def counted(reading: Reading, mention: Mention, rule: str, found: Enumeration, extra: list[str]) -> Binding:
    tokens, lexicon = reading.tokens, nouns()
    roles = []
    heads: set[str] = set()
    for item in found.items:
        roles.append(Role("item", named=thing(reading, item.first, item.last)))
        heads.update(singular(word) for word in tokens.words[item.first : item.last])
    kind = lexicon.kind_of.get(mention.head, "other" if mention.head else "none")
    led = found.items[0].kind
    value = int(mention.low)
    before = tokens.classes[found.first - 1] if found.first else ""
    words = sum(item.last - item.first for item in found.items) / len(found.items)
    long = "long" if words > 3 else "two" if words >= 1.5 else "one"
    features = [
        *extra,
        *_IN_LIST.of(found.traits),
        "items:alike" if len({item.kind for item in found.items}) == 1 else "items:unlike",
        f"noun:{kind}",
        f"determiner:{mention.determiner or 'none'}",
        f"type:{mention.type}",
        f"told:{how_told(reading, mention)}",
        f"before:{before or 'word'}",
        f"words:{long}",
    ]
    if led == "name":
        features += [f"name:{kind}&before:{before or 'word'}", f"name:{kind}&words:{long}"]
    features += [f"noun:{kind}&{trait}" for trait in found.traits if trait.startswith("governed")]
    aged = sum(has_age(reading, item.first, item.last) for item in found.items)
    told = "all" if aged == len(found.items) else "some" if aged else "none"
    features += [f"aged:{told}", f"aged:{told}&noun:{kind}", f"aged:{told}&{next(iter(extra), '')}"]
    if mention.head and mention.head in heads:
        features.append("noun:in_items")
    if mention.partitive:
        features.append("partitive")
    if tokens.capital[found.first] and tokens.classes[found.first] in ("a", "the"):
        features.append("items:sentence")
    behind = tokens.words[found.after : found.after + 2]
    if mention.head and any(singular(word) == mention.head for word in behind):
        features.append("noun:behind_items")
    if found.after < len(tokens.classes):
        features.append(f"then:{tokens.classes[found.after] or 'word'}")
    link = next((name for name in extra if name.startswith("link")), "")
    pairs = crossed(link, _LINKED.of(features)) if link else []
    features += [*pairs, *crossed(rule, _PAIRED.of(features))]
    chances = _CHANCE_GROUP if rule in _GROUPS else _CHANCE_NAMES if "names" in rule else _CHANCE
    chance = chances.get(value, _RARE)
    return Binding("count", rule, mention, tuple(roles), (rule, *features), chance=chance)


def how_told(reading: Reading, mention: Mention) -> str:
    """In which word the number is told, and whether the phrase goes back to what is known."""
    if mention.claim.index < 0:
        if reading.tokens.classes[mention.first] == "total":
            return "both"
        led = mention.determiner in ("the", "all") or (mention.first > 0 and reading.tokens.capital[mention.first - 1])
        return "collective" if led else "number"
    if mention.determiner != "the":
        return "all" if mention.determiner == "all" else "number"
    known = pack(reading.document.language or "en").build(_known)
    return "back" if reading.tokens.words[mention.first - 1] in known.back else "owned"


class _Known(NamedTuple):
    back: frozenset[str]
    owned: frozenset[str]
    earlier: frozenset[str]


def _known(words: Pack) -> _Known:
    known = words["enumerations"]["known"]
    return _Known(frozenset(known["back"]), frozenset(known["owned"]), frozenset(known["earlier"]))


def earlier_words(reading: Reading) -> frozenset[str]:
    """The words that make the counted earlier ones: 'three previous wins'."""
    return pack(reading.document.language or "en").build(_known).earlier


def reference(reading: Reading, mention: Mention) -> str:
    """How a number goes back to what was told: as `how_told` has it, as what is 'theirs', as the 'earlier' ones; '' if it
    does not."""
    told = how_told(reading, mention)
    if told in GOES_BACK:
        return told
    words = reading.tokens.words
    known = pack(reading.document.language or "en").build(_known)
    if mention.first and words[mention.first - 1] in known.owned:
        return "theirs"
    near = words[mention.first - 1 : mention.first] + words[mention.last : mention.last + 2]
    return "earlier" if not known.earlier.isdisjoint(near) else ""
