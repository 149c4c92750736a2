"""What the words about two figures have in common: those next to them, their sentences, the names that they belong to.

Of each figure the words about it are read once, as a `Spot`; the features of a pair are agreements of meanings, never words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from audit.account.features import around, distance, heads, overlap
from audit.syntax import Mention, Reading
from audit.syntax.nouns import nouns, singular, topic

__all__ = ["LEAD", "Likeness", "Spot"]

LEAD = 2
"""Sentences at the head of a text, its headline among them."""
_CLOSE = 6
"""Tokens on either side of a figure whose words tell what it is a figure of."""
_NAMES = 3
"""Tokens before a figure in which the name that it belongs to is looked for."""
_RARE = 3
"""Sentences with a figure in which a word stands at most that is rare in its text."""
_THIS = frozenset(("the", "all"))


class Spot:
    """A mention with what the words about it say."""

    __slots__ = ("around", "before", "behind", "beside", "mention", "names", "near_names", "words")

    def __init__(self, reading: Reading, mention: Mention, words: frozenset[str]) -> None:
        begin, end = reading.bounds[mention.sentence]
        tokens, first, last = reading.tokens, mention.first, mention.last
        self.mention = mention
        self.words = words
        left, right = max(begin, first - _CLOSE), min(end, last + _CLOSE)
        close = frozenset([*tokens.words[left:first], *tokens.words[last:right]])
        self.beside = words.intersection(map(singular, close))
        """The words with a topic within a few tokens."""
        stop = nouns(reading.document.language).stop
        spelt, capital, names = tokens.words, tokens.capital, reading.names
        self.names = frozenset(
            spelt[at]
            for at in range(max(begin, first - _NAMES), first)
            if capital[at] and spelt[at] in names and spelt[at] not in stop
        )
        """The capitalised words right before it: 'Hutchinson, 17'."""
        self.near_names = close & names - stop
        self.before = tuple(spelt[max(0, first - 2) : first])
        self.behind = tuple(spelt[last : last + 2])
        self.around = around(reading, mention, "")


class Likeness:
    """The features of pairs of a text's mentions."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._spots: dict[int, Spot] = {}
        self._topics: dict[int, frozenset[str]] = {}
        self._counts: Counter[str] | None = None

    def spot(self, mention: Mention) -> Spot:
        """The mention's, read once; a day's place in the text tells it from a figure's."""
        key = mention.first
        if key not in self._spots:
            self._spots[key] = Spot(self._reading, mention, self._topic(mention))
        return self._spots[key]

    def _topic(self, mention: Mention) -> frozenset[str]:
        """The words of its sentence that have a topic of their own."""
        if mention.words:
            return mention.words
        if mention.sentence not in self._topics:
            reading = self._reading
            here = reading.by_sentence.get(mention.sentence)
            begin, end = reading.bounds[mention.sentence]
            words = reading.tokens.words[begin:end]
            self._topics[mention.sentence] = here[0].words if here else topic(words, reading.document.language)
        return self._topics[mention.sentence]

    def _rare(self, words: frozenset[str]) -> int:
        """How many of the words stand in few sentences with figures."""
        if self._counts is None:
            self._counts = Counter()
            for mentions in self._reading.by_sentence.values():
                self._counts.update(mentions[0].words)
        counts = self._counts
        return sum(counts[word] <= _RARE for word in words)

    def features(self, one: Mention, other: Mention, kind: str) -> list[str]:
        """Of a pair, the first of them earlier in the text; those that weigh differently by kind are told twice."""
        former, later = self.spot(one), self.spot(other)
        reading = self._reading
        apart = distance(reading, one, other)
        joined = [apart, heads(one, other), *self._shared(former, later)]
        if one.sentence < LEAD:
            joined.append("headline" if one.sentence == 0 else "lead")
        if other.determiner in _THIS:
            joined.append("this:both" if one.determiner in _THIS else "this:later")
        told = [*joined, *overlap(one, other), *_beside(former, later)]
        features = [f"{kind}&{name}" for name in told] + told
        features += [f"{joined[0]}&{name}" for name in joined[1:]] + [f"{joined[1]}&{name}" for name in joined[2:]]
        features += [f"a{name}" for name in former.around]
        features += [f"b{name}" for name in later.around]
        if one.sentence != other.sentence:
            shared = former.words & later.words
            features.append(f"names:{min(3, len(shared & reading.names))}")
            features.append(f"rare:{min(4, self._rare(shared))}")
        return features

    def _shared(self, former: Spot, later: Spot) -> Iterator[str]:
        """The words and names that stand next to both figures, and how like their sentences are."""
        yield f"near:{min(4, len(former.beside & later.beside))}"
        if former.near_names or later.near_names:
            both = former.near_names & later.near_names
            own = bool(former.near_names - both) + bool(later.near_names - both)
            yield f"names_by:{'same' if both else 'none'}{own}"
        if former.mention.sentence != later.mention.sentence:
            shared = len(former.words & later.words)
            least = min(len(former.words), len(later.words)) or 1
            yield f"similar:{min(9, 10 * shared // least)}"
        if former.names or later.names:
            yield f"name:{_owner(former.names, later.names)}"


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
    found = [f"word:{'b' if before else ''}{'a' if behind else ''}{'c' if beyond else ''}"]
    if before and len(former.before) > 1 and former.before == later.before:
        found.append("word:before_too")
    one, other = former.mention, later.mention
    if not one.figure.value.is_finite or not other.figure.value.is_finite:
        found.append("bound:same" if one.figure.bound is other.figure.bound else "bound:differ")
    if one.figure.unit != other.figure.unit:
        found.append("unit:differ")
    if one.modifiers and other.modifiers:
        found.append("modifiers:shared" if one.modifiers & other.modifiers else "modifiers:differ")
    return found
