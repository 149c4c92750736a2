"""Figures of sentences that tell of the same: they share words that hardly another sentence of the text has."""

from __future__ import annotations

from collections import Counter

from audit.syntax import Mention, Reading

__all__ = ["Kin"]

_RARE = 3
"""Sentences with a figure in which a word stands at most that is rare in its text."""
_SHARED = 3
"""Rare words that two sentences share at least."""
_MOST = 1
"""Sentences before a figure's own that are kin to it, the nearest kin first."""
_EACH = 2
"""Figures of such a sentence that are tried."""


class Kin:
    """Of each sentence of a text with figures those before it that share its rare words."""

    def __init__(self, reading: Reading) -> None:
        self._words = {sentence: mentions[0].words for sentence, mentions in reading.by_sentence.items()}
        places: dict[str, list[int]] = {}
        for sentence, words in self._words.items():
            for word in words:
                places.setdefault(word, []).append(sentence)
        self.rare = {word: where for word, where in places.items() if len(where) <= _RARE}
        """The words that stand in few sentences with figures, and in which."""
        self._known: dict[int, tuple[int, ...]] = {}

    def before(self, sentence: int) -> tuple[int, ...]:
        """The sentences before one that share the most of its rare words."""
        if sentence not in self._known:
            shared: Counter[int] = Counter()
            for word in self._words.get(sentence, ()):
                shared.update(place for place in self.rare.get(word, ()) if place < sentence)
            kin = [(-number, -place) for place, number in shared.items() if number >= _SHARED]
            self._known[sentence] = tuple(-place for _, place in sorted(kin)[:_MOST])
        return self._known[sentence]

    def of(self, reading: Reading, mention: Mention) -> list[Mention]:
        """The figures of its sort in the sentences that are kin to its own, those of its noun first."""
        found: list[Mention] = []
        for sentence in self.before(mention.sentence):
            alike = [m for m in reading.by_sentence[sentence] if m.sort == mention.sort]
            found += sorted(alike, key=lambda m: m.head != mention.head)[:_EACH]
        return found
