"""What the words about two figures have in common: those next to them, their sentences, the names that they belong to.

Of each figure the words about it are read once, as a `Spot`; the features of a pair are agreements of meanings, never words.
"""

from __future__ import annotations

from math import inf

from audit.account.features import additional, around, crossed, distance, heads, measured, numbered, topics
from audit.account.identity import identity, others
from audit.account.kin import Kin
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns, topic
from audit.text.plurals import singular

__all__ = ["LEAD", "Likeness", "Spot"]

LEAD = 2
"""Sentences at the head of a text, its headline among them."""
_CLOSE = 6
"""Tokens on either side of a figure whose words tell what it is a figure of."""
_NAMES = 3
"""Words that the name before a figure has at most."""
_RUN = 8
_RUNS = ((8, "run:long"), (5, "run:some"), (3, "run:few"), (2, "run:two"))
"""Of so many words in a row."""
_AT_HEAD = frozenset(("headline", "lead", "opening"))
_THIS = frozenset(("the", "all"))
_EITHER = (False, True)
_NEAR = numbered("near", 4)
_SIMILAR = numbered("similar", 9)
_NAMES_SHARED = numbered("names", 3)
_RARE_SHARED = numbered("rare", 4)
_RARE_NEAR = numbered("rare_near", 3)
_LEFT, _RIGHT = numbered("left", 3), numbered("right", 3)
_WORDS = {
    (before, behind, beyond): f"word:{'b' * before}{'a' * behind}{'c' * beyond}"
    for before in _EITHER
    for behind in _EITHER
    for beyond in _EITHER
}


class Spot:
    """A mention with what the words about it say."""

    __slots__ = ("before", "behind", "beside", "left", "mention", "names", "near_names", "noun", "right", "words")

    def __init__(self, reading: Reading, mention: Mention, words: frozenset[str], names: frozenset[str]) -> None:
        begin, end = reading.bounds[mention.sentence]
        tokens, first, last = reading.tokens, mention.first, mention.last
        self.mention = mention
        self.words = words
        left, right = max(begin, first - _CLOSE), min(end, last + _CLOSE)
        spelt = tokens.words
        close = {*spelt[left:first], *spelt[last:right]}
        self.beside = words.intersection(map(singular, close))
        self.left = words.intersection(map(singular, spelt[left:first]))
        self.right = words.intersection(map(singular, spelt[last:right]))
        """The words with a topic within a few tokens."""
        self.near_names = names & close
        self.names = frozenset(_called(reading, begin, first)) - nouns(reading.document.language).stop
        """The capitalised words right before it: 'Ana Hutchinson, 17'."""
        self.before = tuple(spelt[max(0, first - 2) : first])
        self.behind = tuple(spelt[last : last + 2])
        noun = singular(spelt[last]) if last < end else ""
        self.noun = noun if noun in words else ""
        """The word right behind it, if it has a topic: 'the 42-year-old driver'."""


class Likeness:
    """The features of pairs of a text's mentions. Its reading keeps it, so it does not keep the reading: in a ring both
    would outlive their text."""

    def __init__(self, reading: Reading) -> None:
        self._names = reading.names - nouns(reading.document.language).stop
        self._spots: dict[tuple[int, str], Spot] = {}
        self._topics: dict[int, frozenset[str]] = {}

    def spot(self, reading: Reading, mention: Mention) -> Spot:
        """The mention's, read once; a day's place in the text tells it from a figure's."""
        key = mention.first, mention.type
        known = self._spots.get(key)
        if known is None:
            known = self._spots[key] = Spot(reading, mention, self._topic(reading, mention), self._names)
        return known

    def _topic(self, reading: Reading, mention: Mention) -> frozenset[str]:
        """The words of its sentence that have a topic of their own."""
        if mention.words:
            return mention.words
        if mention.sentence not in self._topics:
            here = reading.by_sentence.get(mention.sentence)
            begin, end = reading.bounds[mention.sentence]
            words = reading.tokens.words[begin:end]
            self._topics[mention.sentence] = here[0].words if here else topic(words, reading.document.language)
        return self._topics[mention.sentence]

    def are_of_two(self, reading: Reading, one: Mention, other: Mention) -> bool:
        """Whether the later is an age and the two stand behind two people of different names."""
        if other.type != "age":
            return False
        former, later = self.spot(reading, one).names, self.spot(reading, other).names
        return bool(former and later) and not (former <= later or later <= former)

    def features(self, reading: Reading, one: Mention, other: Mention, kind: str) -> list[str]:
        """Of a pair, the first of them earlier in the text; those that weigh differently by kind are told twice."""
        former, later = self.spot(reading, one), self.spot(reading, other)
        joined = [distance(reading, one, other), heads(one, other), *_near(former, later)]
        shared = former.words & later.words if one.sentence != other.sentence else None
        if shared is not None:
            least = min(len(former.words), len(later.words)) or 1
            joined.append(_SIMILAR[min(9, 10 * len(shared) // least)])
        if other.determiner in _THIS:
            joined.append("this:both" if one.determiner in _THIS else "this:later")
        joined += measured(one, other)
        if one.sentence < LEAD:
            joined.append("lead" if one.sentence else "headline" if reading.once(_headed) else "opening")
        told = [*joined, *topics(one, other), *additional(one, other), *_beside(former, later)]
        if shared is not None:
            told.append(_run(reading, one, other))
        features = [*crossed(kind, told), *told, *crossed(joined[0], joined[1:]), *crossed(joined[1], joined[2:])]
        if joined[-1] in _AT_HEAD:
            features += [
                name for at_head in crossed(joined[-1], joined[2:-1]) for name in crossed(at_head, joined[1:2])
            ]
        features += around(reading, one, "a")
        features += around(reading, other, "b")
        if shared is not None:
            features.append(_NAMES_SHARED[min(3, len(shared & self._names))])
            rare = reading.once(Kin).rare.keys()
            features.append(_RARE_SHARED[min(4, len(shared & rare))])
            features.append(_RARE_NEAR[min(3, len(former.beside & later.beside & rare))])
            features += _sides(former, later)
            company = others(reading, one, other)
            features += [*company, *crossed(told[-1], company)]
            own = _instances(former, later, self._names)
            features += [own, *crossed(own, (told[-1], joined[1]))]
        features += identity(one, other)
        return features


def _sides(former: Spot, later: Spot) -> list[str]:
    """How many words the two have in common before the figure and behind it."""
    left, right = len(former.left & later.left), len(former.right & later.right)
    return [_LEFT[min(3, left)], _RIGHT[min(3, right)], f"sides:{min(2, left)}{min(2, right)}"]


def _instances(former: Spot, later: Spot, names: frozenset[str]) -> str:
    """Whether each of two sentences has names of its own: they may tell the same of two, one after the other."""
    own = [bool((a.words - b.words) & names) for a, b in ((former, later), (later, former))]
    return "own:both" if all(own) else "own:one" if any(own) else "own:none"


def _headed(reading: Reading) -> bool:
    """Whether the text begins with words that no stop ends."""
    _, end = reading.bounds[0]
    return end > 0 and reading.tokens.classes[end - 1] not in ("stop", "quote")


def _run(reading: Reading, one: Mention, other: Mention) -> str:
    """How many words on both sides of two figures are the same, without a gap: what is quoted or copied is told again."""
    words = reading.tokens.words
    (begin, end), (start, stop) = reading.bounds[one.sentence], reading.bounds[other.sentence]
    before = min(_RUN, one.first - begin, other.first - start)
    behind = min(_RUN, end - one.last, stop - other.last)
    left = next((by for by in range(before) if words[one.first - 1 - by] != words[other.first - 1 - by]), before)
    right = next((by for by in range(behind) if words[one.last + by] != words[other.last + by]), behind)
    return next((name for least, name in _RUNS if left + right >= least), "run:none")


def _called(reading: Reading, begin: int, first: int) -> list[str]:
    """The capitalised words right before a figure, a comma or bracket between; one that begins its sentence is no name."""
    spelt, capital, classes = reading.tokens.words, reading.tokens.capital, reading.tokens.classes
    at = first - 1
    if at > begin and classes[at] in ("comma", "open", "dash"):
        at -= 1
    found: list[str] = []
    while at >= begin and capital[at] and len(found) < _NAMES:
        found.append(spelt[at])
        at -= 1
    return found if at >= begin or len(found) > 1 else []


def _near(former: Spot, later: Spot) -> list[str]:
    """The words and names that stand next to both figures."""
    found = [_NEAR[min(4, len(former.beside & later.beside))]]
    if former.near_names or later.near_names:
        both = former.near_names & later.near_names
        own = bool(former.near_names - both) + bool(later.near_names - both)
        found.append(f"names_by:{'same' if both else 'none'}{own}")
    if former.names or later.names:
        found.append(f"name:{_owner(former.names, later.names)}")
    return found


def _owner(one: frozenset[str], other: frozenset[str]) -> str:
    """Whether two figures stand behind one name, behind two that share a part, or behind two."""
    if not one or not other:
        return "one"
    if one <= other or other <= one:
        return "same"
    return "shared" if one & other else "differ"


def _beside(former: Spot, later: Spot) -> list[str]:
    """Whether the words right before and right behind the two are the same, and their nouns' modifiers."""
    before = former.before[-1:] == later.before[-1:] != ()
    behind = former.behind[:1] == later.behind[:1] != ()
    beyond = behind and former.behind == later.behind
    found = [_WORDS[before, behind, beyond]]
    if before and len(former.before) > 1 and former.before == later.before:
        found.append("word:before_too")
    one, other = former.mention, later.mention
    if not one.head and not other.head and former.noun and later.noun:
        found.append("noun:same" if former.noun == later.noun else "noun:differ")
    a, b = one.claim.figure, other.claim.figure
    if one.high == inf or other.high == inf or -inf in (one.low, other.low):
        found.append("bound:same" if a.bound is b.bound else "bound:differ")
    if a.unit != b.unit:
        found.append("unit:differ")
    if one.modifiers and other.modifiers:
        found.append("modifiers:shared" if one.modifiers & other.modifiers else "modifiers:differ")
    return found
