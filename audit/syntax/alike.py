"""Things of one sort over a stretch of text, without a list: the names of a sentence, the people whose ages are told,
'Article 3 ... Article 5', the lines that begin alike.

Each group is all of its sort in its stretch, whatever number it should have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from audit.figures.figure import Kind
from audit.syntax.capitals import names_in
from audit.syntax.coordinations import coordinations, may_join
from audit.syntax.enumeration import Enumeration, Item, orders
from audit.syntax.labels import heading, is_told, labels_of
from audit.syntax.named import (
    FREE,
    OLDEST,
    Name,
    distinct,
    figure_end,
    has_age,
    is_adjective,
    is_measured,
    name_at,
    nameless,
)
from audit.syntax.reading import Reading
from audit.text.plurals import plurals

__all__ = ["Alike"]

_ORDERED = 8
"""Sentences in which what is announced is told in order."""
_LINES = 40
"""Paragraphs in which lines that begin alike are looked for."""
_GAP = 3
"""Paragraphs between two such lines."""
_BESIDE_AGE = frozenset({"comma", "open", ""})


class Alike:
    """The groups of a text, each stretch read once and only if somebody asks."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._found: dict[int, list[tuple[int, int]]] = {}
        self._names: dict[int, list[Name]] = {}
        self._lists: dict[int, list[Enumeration]] = {}
        self._aged: dict[int, list[Name]] = {}

    @cached_property
    def _headings(self) -> list[tuple[int, str, Item]]:
        """The paragraphs that begin with a name or a label before a colon: the number of each, its word, its item."""
        reading, before, found = self.reading, -1, []
        for sentence in reading.document.sentences:
            if sentence.paragraph != before:
                before = sentence.paragraph
                key, item = heading(reading, *reading.bounds[sentence.index])
                if item is not None:
                    found.append((before, key, item))
        return found

    @cached_property
    def _ages(self) -> frozenset[int]:
        """The sentences in which a number stands that may be somebody's age."""
        classes = self.reading.tokens.classes
        return frozenset(
            m.sentence
            for m in self.reading.mentions
            if m.figure.kind is Kind.AGE
            or (m.type == "count" and m.after == m.last and 0 < m.low < OLDEST and classes[m.first - 1] in _BESIDE_AGE)
        )

    @cached_property
    def _ordered(self) -> list[tuple[int, int]]:
        """Where things are told in order, and the place of each."""
        table, reading = orders(self.reading), self.reading
        if not any(place == 1 and word in reading.vocabulary for word, place in table.items()):
            return []
        return [
            (at, table[word]) for at, word in enumerate(reading.tokens.words) if word in table and is_told(reading, at)
        ]

    def _spans(self, sentence: int) -> list[tuple[int, int]]:
        if sentence not in self._found:
            self._found[sentence] = names_in(self.reading, *self.reading.bounds[sentence])
        return self._found[sentence]

    def coordinations(self, sentence: int) -> list[Enumeration]:
        """The names and the days of a sentence that are joined."""
        if sentence not in self._lists:
            begin, end = self.reading.bounds[sentence]
            joined = may_join(self.reading, begin, end)
            self._lists[sentence] = coordinations(self.reading, begin, end, self._spans(sentence)) if joined else []
        return self._lists[sentence]

    def names(self, sentence: int) -> list[Name]:
        """The names of a sentence, without those that only say of which sort another word is ('the Lagos police')."""
        if sentence not in self._names:
            reading = self.reading
            begin, end = reading.bounds[sentence]
            self._names[sentence] = [
                name_at(reading, first, last, begin)
                for first, last in self._spans(sentence)
                if not is_adjective(reading, last, end)
            ]
        return self._names[sentence]

    def named(self, sentence: int, first: int, last: int) -> Iterator[Enumeration]:
        """All names of a sentence between two tokens; and, where they are governed unlike, those governed alike."""
        names = [name for name in self.names(sentence) if first <= name.first < last]
        everybody = distinct(names)
        if len(everybody) > 1:
            yield _group(everybody, "names", "names:all")
        governors = {name.governor for name in names}
        if len(governors) > 1:
            for governor in sorted(governors):
                alike = distinct([name for name in names if name.governor == governor])
                if len(alike) > 1 and len(alike) < len(everybody):
                    yield _group(alike, "names", "names:free" if governor == FREE else "names:governed")

    def aged(self, sentences: Iterable[int], first: int = 0) -> Enumeration | None:
        """The people of some sentences whose ages stand beside their names."""
        found = []
        for sentence in sentences:
            if sentence not in self._ages:
                continue
            if sentence not in self._aged:
                names = self.names(sentence)
                people = [n for n in names if has_age(self.reading, n.first, n.last)]
                self._aged[sentence] = sorted([*people, *nameless(self.reading, sentence, people)])
            found += [name for name in self._aged[sentence] if name.first >= first]
        people = distinct(found)
        return _group(people, "aged") if len(people) > 1 else None

    @cached_property
    def _bracketed(self) -> frozenset[int]:
        """The sentences of which a figure stands at the head of brackets."""
        classes = self.reading.tokens.classes
        return frozenset(m.sentence for m in self.reading.mentions if classes[m.first - 1] == "open")

    def measured(self, sentences: Iterable[int], first: int) -> Enumeration | None:
        """The names behind each of which a figure stands in brackets: 'Orrin (3,000), followed by Kesh (1,376)'."""
        found = [
            name
            for sentence in sentences
            if sentence in self._bracketed
            for name in self.names(sentence)
            if name.first >= first and is_measured(self.reading, name)
        ]
        places = [name._replace(last=figure_end(self.reading, name)) for name in distinct(found)]
        return _group(places, "measured") if len(places) > 1 else None

    def called(self, head: str, first: int, last: int) -> Enumeration | None:
        """What is called by a noun and a label or a modifier of its own: 'Article 3', 'the 4th and 15th Armies'."""
        found: dict[str, Item] = {}
        forms, words = plurals(head, self.reading.document.language), self.reading.tokens.words
        for at in [at for at, word in enumerate(words[first:last], first) if word in forms]:
            for label, item in labels_of(self.reading, at, first, last):
                found.setdefault(label, item)
        if len(found) < 2:
            return None
        items = tuple(sorted(found.values()))
        sorts = sorted({f"called:{item.kind}" for item in items})
        return Enumeration(items, ("called", *sorts), items[-1].last)

    def in_order(self, sentence: int, first: int) -> Enumeration | None:
        """What the next sentences tell in order: 'The first is ... The second was', 'Firstly, ... Secondly, ...'."""
        reading = self.reading
        last = reading.bounds[min(sentence + _ORDERED, len(reading.bounds) - 1)][1]
        found: list[Item] = []
        for at, place in self._ordered:
            if at < first or at >= last:
                continue
            if place == len(found):
                found.append(Item(at, at + 1, "member"))
            elif place > len(found) or (place == 0 and found):
                break
        return Enumeration(tuple(found), ("in_order",), found[-1].last) if len(found) > 1 else None

    def headed(self, sentence: int) -> Iterator[Enumeration]:
        """The paragraphs behind a sentence that begin with one word and a label ('Case 1:'), or with a name and a colon."""
        tokens = self.reading.tokens
        same: dict[str, list[Item]] = {}
        last: dict[str, int] = {}
        here = self.reading.document.sentences[sentence].paragraph
        for paragraph, key, item in self._headings:
            if here < paragraph <= here + _LINES and paragraph - last.get(key, paragraph) <= _GAP:
                same.setdefault(key, []).append(item)
                last[key] = paragraph
        for key, items in same.items():
            if len(items) > 1 and len({tokens.words[item.last - 1] for item in items}) > 1:
                traits = ("headed", "headed:word" if key else "headed:name")
                yield Enumeration(tuple(items), traits, items[-1].last)


def _group(names: list[Name], kind: str, *traits: str) -> Enumeration:
    items = tuple(Item(name.first, name.last, "name") for name in names)
    governors = {name.governor for name in names}
    governed = governors.pop() if len(governors) == 1 else "unlike"
    long = sum(name.last - name.first > 1 for name in names)
    full = "full" if long == len(names) else "part" if long else "short"
    return Enumeration(items, (kind, *traits, f"full:{full}", f"governed:{governed}"), items[-1].last)
