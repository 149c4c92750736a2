"""What makes a figure a part: the words that hold it ('including', 'of them') and the figure that these hang on."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from audit.claims.lexicon import word_set
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns

__all__ = ["AMOUNTS", "Hold", "holds_of", "in_whole_behind"]

AMOUNTS = ("count", "money", "percent", "measure")
"""Types of which one can be a part of another."""
_FAR = 30
"""Tokens before a part among which the word that holds it is looked for."""
_NEAR = 5
_BEHIND = 2
"""Tokens behind a whole among which a word makes it none: '325 of the 316 votes necessary'."""
_MOST = 40
"""Figures before a part that are looked at."""
_FIRST = 3
"""Tokens that begin a sentence: in 'Among them were 12' the verb parts nothing."""
_SENTENCES = 3
"""Sentences back in which the whole of 'them' stands."""
_OF_NOUN = 12
"""The same where the noun is said again: 'three of the drones'."""
_STOPS = frozenset(("semicolon", "stop", "while", "bullet", "bar"))
_VERBS = frozenset(("are", "have", "that"))
_BEFORE_TOPIC = frozenset(("comma", "quote", "colon", "that", "and", "semicolon", "while", "dash", "open"))
_IN_OF = frozenset(("of", "among", "the", "all", "or", "a", "only", "total", "are", ""))
_HOLDING = frozenset(("including", "comprising", "included"))
_LEADING = _HOLDING | {"of_them", "of", "among"}
_LOOSE = frozenset([
    "for", "in", "at", "on", "by", "from", "to", "than", "with", "between", "since", "compare", "up", "down", "during",
    "harm", "open",
])  # fmt: skip
"""Directly before a figure that is no member of the list before it: 'including 12 girls and injuring 30'."""


_LEAD = 8
"""Tokens before a whole in which a word makes it a total."""
_TOTALS = frozenset(("total", "toll", "bring_to"))
_JOINED = _TOTALS | {"among"}


class Hold(NamedTuple):
    """How a part is held."""

    kind: str
    """'of_number', 'of_them', 'including', 'comprising', 'among', 'with', 'of_the'; '' where no word makes it a part."""
    whole: Mention | None
    """The figure that the words hang on."""
    attached: int
    """Tokens between that figure's phrase and the word that holds."""
    members: int
    """Figures of the part's type that the word holds before it."""


_NONE = Hold("", None, 0, 0)


def holds_of(reading: Reading) -> dict[int, Hold]:
    """Of each amount of a text, by its number, how it is held."""
    known: dict[int, Hold] = {}
    for mention in reading.mentions:
        if mention.type.startswith(AMOUNTS):
            known[mention.number] = _hold(reading, mention, known)
    return known


def _hold(reading: Reading, part: Mention, known: Mapping[int, Hold]) -> Hold:
    """The words that make a figure a part, the nearest of them; `known` are the holds of the figures before it."""
    classes = reading.tokens.classes
    found = _of_number(reading, part)
    if found is not None:
        return found
    behind = classes[part.last : part.after + 2]
    if "of_them" in behind and "difference" not in behind:  # 'three of them'; '74 short of the total' are none of it
        return _hung(reading, part, "of_them", part.first, 0, known)
    found = _before(reading, part, known)
    if found is not None:
        return found
    whole = _with(reading, part)
    if whole is not None:
        return Hold("with", whole, max(0, part.first - whole.after), 0)
    if part.partitive and part.type != "percent" and _is_known(reading, part.last + 1):
        return _hung(reading, part, "of_the", part.first, 0, known)
    return _NONE


def _with(reading: Reading, part: Mention) -> Mention | None:
    """'two rockets were fired, with one damaging a house': a bare number goes back to what the clause counts."""
    classes = reading.tokens.classes
    begin, _ = reading.bounds[part.sentence]
    bare = part.type == "count" and part.after == part.last
    if not bare or classes[part.first - 2 : part.first] != ["comma", "with"]:
        return None
    before = [m for m in reading.before(part) if m.first >= begin and m.type == part.type and m.head]
    return before[-1] if len(before) == 1 and before[0].figure.words is None else None


def _is_known(reading: Reading, at: int) -> bool:
    """Whether an article stands there that goes back to what was told: 'three of the drones', not 'of its shares'."""
    classes, words = reading.tokens.classes, reading.tokens.words
    return classes[at : at + 1] in (["the"], ["all"]) and words[at] not in word_set("possessive")


def _of_number(reading: Reading, part: Mention) -> Hold | None:
    """'three of the ten', 'were among the seven'."""
    following = reading.mentions[part.number + 1 : part.number + 2]
    for whole in following:
        if whole.sentence != part.sentence or whole.type != part.type or not 0 < whole.first - part.last <= _NEAR:
            continue
        if "needed" in reading.tokens.classes[whole.last : whole.after + _BEHIND]:
            continue
        gap = reading.tokens.classes[part.last : whole.first]
        among = "among" in gap
        if (among or ("of" in gap and "are" not in gap)) and set(gap) <= _IN_OF and gap.count("") <= 1 + among:
            return Hold("of_number", whole, len(gap), 0)
    return None


def in_whole_behind(reading: Reading, whole: Mention) -> tuple[Mention, str] | None:
    """The part before a whole that its words make a total: 'three died, bringing the toll to 57', 'among the seven'."""
    begin, _ = reading.bounds[whole.sentence]
    classes = reading.tokens.classes
    if _JOINED.isdisjoint(classes[max(begin, whole.first - _LEAD) : whole.first]):
        return None
    before = next((m for m in reversed(reading.before(whole, 1)) if m.type == whole.type), None)
    if before is None:
        return None
    floor = before.last if before.sentence == whole.sentence else begin
    lead = classes[max(floor, whole.first - _LEAD) : whole.first]
    if before.sentence == whole.sentence and "among" in lead[-2:]:
        return before, "part.among_number"
    if not _TOTALS.isdisjoint(lead):
        return before, "part.in_total"
    return None


def _before(reading: Reading, part: Mention, known: Mapping[int, Hold]) -> Hold | None:
    if part.type == "percent" and part.partitive:
        return None  # it is of a base of its own: '40% of imports, including 70% of textiles'
    classes = reading.tokens.classes
    begin, _ = reading.bounds[part.sentence]
    passed = reading.before(part)
    adjoining = reading.places[part.number].adjoining
    crossed, closed = adjoining in _LOOSE or part.determiner in ("more", "other"), 0
    for at in range(part.first - 1, max(begin, part.first - _FAR) - 1, -1):
        cls = classes[at]
        if not cls:
            continue
        if cls in _STOPS or (cls == "open" and not closed):
            return None
        closed += (cls == "close") - (cls == "open")
        if cls in _VERBS:
            crossed = crossed or at - begin > _FIRST  # 'Among them were 12'
        if cls not in _LEADING:
            continue
        between = [m for m in passed if m.first > at and m.type == part.type]
        if cls in _HOLDING and not crossed:
            return _listed(reading, part, cls, at, len(between), known)
        if cls == "of_them" and classes[at - 1] == cls and at > begin:
            continue  # the first word of the phrase tells whose it is
        if cls == "of_them" and adjoining != "from" and (between or part.first - at <= _NEAR):
            sibling = next((m for m in passed if m.last == at or m.after == at), None)
            start, members = (at, len(between)) if sibling is None else (sibling.first, len(between) + 1)
            return _hung(reading, part, cls, start, members, known)
        if cls in ("of", "among") and (at == begin or classes[at - 1] in _BEFORE_TOPIC):
            topic = next((m for m in passed if at < m.first <= at + _NEAR and m.type == part.type), None)
            if topic is not None and "comma" in classes[topic.last : part.first]:
                return Hold("among", topic, 0, len(between) - 1)
    return None


def _listed(reading: Reading, part: Mention, kind: str, at: int, members: int, known: Mapping[int, Hold]) -> Hold:
    """'40 people, including 12'; as a verb, or first in its sentence, it needs its subject: 'They included 12'."""
    begin, _ = reading.bounds[part.sentence]
    found = _hung(reading, part, kind, at, members, known)
    whole = found.whole
    if whole is None:
        return found
    here = whole.sentence == part.sentence
    tied = found.attached <= (1 if kind == "included" else _FAR) if here else at - begin <= 2
    return found if tied else Hold(kind, None, 0, members)


def _hung(reading: Reading, part: Mention, kind: str, at: int, members: int, known: Mapping[int, Hold]) -> Hold:
    """The figure before a token that the words hang on: the nearest of the part's type, for 'three of the drones' the
    nearest of drones that is no part itself; one thing has no parts, 'they' are none told in passing."""
    found: Mention | None = None
    for whole in reversed(reading.mentions[max(0, part.number - _MOST) : part.number]):
        apart = part.sentence - whole.sentence
        if apart > (_OF_NOUN if kind == "of_the" and part.head else _SENTENCES):
            break
        if apart and known.get(whole.number, _NONE).kind in _HOLDING:
            continue
        if whole.after > at + 1 or whole.type != part.type or whole.figure.words is not None or whole.high == 1:
            continue
        if kind == "of_them" and _are_others(reading, part, whole):
            continue
        if kind == "of_the" and (whole.partitive or whole.after == whole.last) and whole.head == part.head:
            continue  # it is some of the same: '11 of the clerks were held, six went free'
        named = kind == "of_the" and whole.head == part.head != "" and known.get(whole.number, _NONE).whole is None
        if kind != "of_the" or named:
            found = whole
            break
        if found is None and apart <= _SENTENCES and not _is_of_others(reading, whole, part):
            found = whole
    if found is not None and kind in _HOLDING and part.head and found.head != part.head:
        found = _of_its_noun(reading, part, found) or found
    return Hold(kind, found, max(0, at - found.after) if found is not None else 0, members)


def _of_its_noun(reading: Reading, part: Mention, nearest: Mention) -> Mention | None:
    """The figure of the part's own noun that is joined to the nearest: '940 cases and 35 deaths, including 12 new cases'."""
    before = reading.mentions[nearest.number - 1 : nearest.number] if nearest.number else ()
    return next((m for m in before if m.head == part.head and m.high != 1 and _are_joined(m, nearest)), None)


def _is_of_others(reading: Reading, whole: Mention, part: Mention) -> bool:
    """Whether a figure before it cannot be that of 'the passengers': it counts another kind of thing ('two tugboats'), or is
    one of several that are joined ('three men and two women')."""
    if _differ_in_kind(reading, part, whole):
        return True
    if whole.head == part.head:
        return False
    near = reading.mentions[max(0, whole.number - 1) : whole.number + 2]
    return any(_are_joined(former, later) for former, later in pairwise(near))


def _are_joined(former: Mention, later: Mention) -> bool:
    alike = (former.sentence, former.type) == (later.sentence, later.type)
    return alike and later.determiner == "and" and later.first - former.after <= 1


def _are_others(reading: Reading, part: Mention, whole: Mention) -> bool:
    """Whether 'those killed' are meant and the whole is of the injured, or 'the victims' and the whole is of houses."""
    classes, at = reading.tokens.classes, part.last + 2
    if classes[part.last : part.after] == ["of_them"] * (part.after - part.last) and _differ_in_kind(
        reading, part, whole
    ):
        return True
    cue = part.claim.measure_cue
    if cue is None or at >= len(reading.tokens.starts) or reading.tokens.starts[at] != cue.start:
        return False
    theirs = whole.claim.measures
    return bool(theirs) and set(theirs).isdisjoint(part.claim.measures)


def _differ_in_kind(reading: Reading, part: Mention, whole: Mention) -> bool:
    kinds = nouns(reading.document.language).kind_of
    one, other = kinds.get(whole.head), kinds.get(part.head)
    return one is not None and other is not None and one != other
