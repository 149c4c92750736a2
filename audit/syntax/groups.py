"""Things of one sort over a stretch of text, without a list: the names of a sentence, the people whose ages are told,
'Article 3 ... Article 5', the lines that begin alike.

Each group is all of its sort in its stretch, whatever number it should have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from audit.figures.figure import Kind
from audit.syntax.enumerations import Enumeration, Item, coordinations, names_in, orders
from audit.syntax.nouns import nouns, plurals, singular
from audit.syntax.reading import Reading

__all__ = ["Groups"]

_OPENS = frozenset({"stop", "quote", "and", "bullet", "semicolon", "colon", "dash", "comma"})
_ORDERED = 8
"""Sentences in which what is announced is told in order."""
_LABEL = 4
"""Signs of a label behind a noun: 'Article 130'."""
_NOUN = 3
"""Words between an age and the name that it belongs to."""
_HEADING = 8
"""Tokens before the colon of such a line."""
_LINES = 40
"""Paragraphs in which lines that begin alike are looked for."""
_GAP = 3
"""Paragraphs between two such lines."""
_FREE = "free"
_MARKS = frozenset("'‘’")
_AGES = frozenset({Kind.AGE, Kind.COUNT})
_OLDEST = 120
_BESIDE_AGE = frozenset({"comma", "open", ""})


class _Name(NamedTuple):
    first: int
    last: int
    governor: str
    """The class of the word that governs it, `_FREE` if none does."""
    words: frozenset[str]


class Groups:
    """The groups of a text, each stretch read once and only if somebody asks."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._found: dict[int, list[tuple[int, int]]] = {}
        self._names: dict[int, list[_Name]] = {}
        self._lists: dict[int, list[Enumeration]] = {}
        self._aged: dict[int, list[_Name]] = {}

    @cached_property
    def _headings(self) -> list[tuple[int, str, Item]]:
        """The paragraphs that begin with a name or a label before a colon: the number of each, its word, its item."""
        reading, before, found = self.reading, -1, []
        for sentence in reading.document.sentences:
            if sentence.paragraph != before:
                before = sentence.paragraph
                key, item = _heading(reading, *reading.bounds[sentence.index])
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
            or (m.type == "count" and m.after == m.last and 0 < m.low < _OLDEST and classes[m.first - 1] in _BESIDE_AGE)
        )

    @cached_property
    def _ordered(self) -> list[tuple[int, int]]:
        """Where things are told in order, and the place of each."""
        table, reading = orders(self.reading), self.reading
        if not any(place == 1 and word in reading.vocabulary for word, place in table.items()):
            return []
        return [
            (at, table[word]) for at, word in enumerate(reading.tokens.words) if word in table and _is_told(reading, at)
        ]

    def _spans(self, sentence: int) -> list[tuple[int, int]]:
        if sentence not in self._found:
            self._found[sentence] = names_in(self.reading, *self.reading.bounds[sentence])
        return self._found[sentence]

    def coordinations(self, sentence: int) -> list[Enumeration]:
        """The names and the days of a sentence that are joined."""
        if sentence not in self._lists:
            begin, end = self.reading.bounds[sentence]
            self._lists[sentence] = coordinations(self.reading, begin, end, self._spans(sentence))
        return self._lists[sentence]

    def names(self, sentence: int) -> list[_Name]:
        """The names of a sentence, without those that only say of which sort another word is ('the Lagos police')."""
        if sentence not in self._names:
            reading = self.reading
            begin, end = reading.bounds[sentence]
            self._names[sentence] = [
                _name(reading, first, last, begin)
                for first, last in self._spans(sentence)
                if not _is_adjective(reading, last, end)
            ]
        return self._names[sentence]

    def named(self, sentence: int, first: int, last: int) -> Iterator[Enumeration]:
        """All names of a sentence between two tokens; and, where they are governed unlike, those governed alike."""
        names = [name for name in self.names(sentence) if first <= name.first < last]
        everybody = _distinct(names)
        if len(everybody) > 1:
            yield _group(everybody, "names", "names:all")
        governors = {name.governor for name in names}
        if len(governors) > 1:
            for governor in sorted(governors):
                alike = _distinct([name for name in names if name.governor == governor])
                if len(alike) > 1 and len(alike) < len(everybody):
                    yield _group(alike, "names", "names:free" if governor == _FREE else "names:governed")

    def aged(self, sentences: Iterable[int], first: int = 0) -> Enumeration | None:
        """The people of some sentences whose ages stand beside their names."""
        found = []
        for sentence in sentences:
            if sentence not in self._ages:
                continue
            if sentence not in self._aged:
                names = self.names(sentence)
                people = [n for n in names if _has_age(self.reading, n)]
                self._aged[sentence] = sorted([*people, *_nameless(self.reading, sentence, people)])
            found += [name for name in self._aged[sentence] if name.first >= first]
        people = _distinct(found)
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
            if name.first >= first and _is_measured(self.reading, name)
        ]
        places = [name._replace(last=_figure_end(self.reading, name)) for name in _distinct(found)]
        return _group(places, "measured") if len(places) > 1 else None

    def called(self, head: str, first: int, last: int) -> Enumeration | None:
        """What is called by a noun and a label or a modifier of its own: 'Article 3', 'the 4th and 15th Armies'."""
        found: dict[str, Item] = {}
        forms, words = plurals(head, self.reading.document.language), self.reading.tokens.words
        for at in range(first, last):
            if words[at] in forms:
                for label, item in _called(self.reading, at, first, last):
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


def _group(names: list[_Name], kind: str, *traits: str) -> Enumeration:
    items = tuple(Item(name.first, name.last, "name") for name in names)
    long = sum(name.last - name.first > 1 for name in names)
    full = "full" if long == len(names) else "part" if long else "short"
    return Enumeration(items, (kind, *traits, f"full:{full}"), items[-1].last)


def _distinct(names: list[_Name]) -> list[_Name]:
    """Each once, by its fullest form."""
    found: list[_Name] = []
    for name in names:
        same = next(
            (at for at, other in enumerate(found) if name.words <= other.words or other.words <= name.words), None
        )
        if same is None:
            found.append(name)
        elif found[same].words < name.words:
            found[same] = name
    return found


def _name(reading: Reading, first: int, last: int, begin: int) -> _Name:
    tokens = reading.tokens
    at = first - 1
    while at >= begin and tokens.classes[at] in ("the", "a", "quote"):
        at -= 1
    name = tokens.classes[at] if at >= begin else ""
    governor = name if name in _GOVERNING else _FREE
    words = frozenset(
        word.removesuffix("'s").removesuffix("’s")
        for word in tokens.words[first:last]
        if len(word) > 2 or word.isdigit()
    )
    return _Name(first, last, governor, words or frozenset(tokens.words[first:last]))


_GOVERNING = frozenset(["of", "in", "on", "at", "for", "from", "to", "by", "with", "between", "than", "since"])


def _is_adjective(reading: Reading, last: int, end: int) -> bool:
    """Whether a plain noun stands behind a name, to which it belongs: 'the Lagos police'."""
    tokens = reading.tokens
    if last >= end or tokens.classes[last] or not tokens.words[last].isalpha() or tokens.capital[last]:
        return False
    word = tokens.words[last]
    return singular(word) in nouns(reading.document.language).kind_of or word.endswith(("ian", "ese"))


def _has_age(reading: Reading, name: _Name) -> bool:
    """'Ada Boyle, 34,', 'Ada Boyle (34)', '34-year-old Ada Boyle'."""
    classes = reading.tokens.classes
    beside = classes[name.last : name.last + 1] in (["comma"], ["open"])
    for mention in reading.mentions_in(name.last, name.last + 3):
        if beside or mention.first == name.last:
            closing = classes[mention.last : mention.last + 1]
            plain = mention.figure.kind in _AGES and 0 < mention.low < _OLDEST and mention.is_point
            if plain and (not closing or closing[0] in ("comma", "close", "stop", "semicolon", "and")):
                return True
    before = reading.mentions_in(name.first - 5, name.first)
    return bool(before) and before[-1].figure.kind is Kind.AGE and name.first - before[-1].last <= 3


def _nameless(reading: Reading, sentence: int, people: list[_Name]) -> Iterator[_Name]:
    """'a 47-year-old porter': somebody who is new to the text and has no name."""
    tokens = reading.tokens
    for mention in reading.by_sentence.get(sentence, ()):
        if mention.figure.kind is Kind.AGE and mention.first and tokens.classes[mention.first - 1] == "a":
            near = any(0 <= name.first - mention.last <= _NOUN for name in people)
            if not near and tokens.classes[mention.last : mention.last + 1] == [""]:
                yield _Name(mention.first, mention.last + 1, _FREE, frozenset([f"at {mention.first}"]))


def _is_measured(reading: Reading, name: _Name) -> bool:
    opened = reading.tokens.classes[name.last : name.last + 1] == ["open"]
    return opened and bool(reading.mentions_in(name.last + 1, name.last + 3))


def _figure_end(reading: Reading, name: _Name) -> int:
    return reading.mentions_in(name.last + 1, name.last + 3)[0].last


def _called(reading: Reading, at: int, first: int, last: int) -> Iterator[tuple[str, Item]]:
    """What a noun is called by: the label behind it, or the names and modifiers before it."""
    tokens = reading.tokens
    words, classes = tokens.words, tokens.classes
    behind = at + 1
    if behind < last and _is_label(reading, behind):
        yield words[behind], Item(at, behind + 1, "label")
        return
    before = at - 1
    while (before >= first and classes[before] == "quote") or words[before] in _MARKS:
        before -= 1
    if before < first or not _is_own(reading, before):
        return
    start = before
    while (
        start - 1 >= first
        and _is_own(reading, start - 1)
        and (tokens.capital[start - 1] or _is_ordinal(reading, start - 1))
    ):
        start -= 1
    if start > first and _is_tight_behind(reading, start):
        start -= 1
    kind = "name" if tokens.capital[before] or _is_ordinal(reading, before) else "modifier"
    yield " ".join(words[start:at]), Item(start, at + 1, kind)
    link = start - 1
    joined = False
    while link >= first and words[at] != singular(words[at]):
        if classes[link] in ("and", "comma"):
            joined = True
        elif joined and _is_own(reading, link):
            behind = link + 1
            link -= _is_tight_behind(reading, link)
            yield " ".join(words[link:behind]), Item(link, behind, kind)
            joined = False
        elif classes[link] != "quote" and words[link] not in _MARKS:
            break
        link -= 1


def _is_tight_behind(reading: Reading, at: int) -> bool:
    """Whether a token is the end of a number in order: 'rd' of '3rd'."""
    tokens = reading.tokens
    return at > 0 and tokens.words[at - 1][0].isdigit() and tokens.ends[at - 1] == tokens.starts[at]


def _is_label(reading: Reading, at: int) -> bool:
    word = reading.tokens.words[at]
    if word[0].isdigit():
        return len(word) <= _LABEL and reading.tokens.starts[at] - reading.tokens.ends[at - 1] <= 1
    return len(word) == 1 and word.isalpha() and reading.tokens.capital[at]


def _is_ordinal(reading: Reading, at: int) -> bool:
    return any(m.type == "rank" and m.first <= at < m.last for m in reading.mentions_in(at - 1, at + 1))


def _is_own(reading: Reading, at: int) -> bool:
    """Whether a word before a noun tells this one from others."""
    tokens = reading.tokens
    word = tokens.words[at]
    if tokens.classes[at] or not word[0].isalnum() or word in nouns(reading.document.language).stop:
        return False
    if word[0].isdigit():
        return _is_ordinal(reading, at)
    return not any(m.first <= at < m.last for m in reading.mentions_in(at - 2, at + 1) if m.type != "rank")


def _is_told(reading: Reading, at: int) -> bool:
    """Whether a word of order stands for its thing: 'Firstly, ...', 'the second was'."""
    tokens, behind = reading.tokens, reading.tokens.classes[at + 1 : at + 2]
    if at and tokens.classes[at - 1] == "the":
        return behind not in ([""], ["rest"], ["other"], ["dash"], ["year"], ["harm"])
    return behind == ["comma"] and (at == 0 or tokens.classes[at - 1] in _OPENS)


def _heading(reading: Reading, begin: int, end: int) -> tuple[str, Item | None]:
    """With what a line begins: a word and its label ('Case 1:'), or a name, before a colon."""
    tokens = reading.tokens
    if "colon" not in tokens.classes[begin : min(end, begin + _HEADING)]:
        return "", None
    while begin < end and not tokens.words[begin][0].isalnum():
        begin += 1
    colon = next((at for at in range(begin, min(end, begin + _HEADING)) if tokens.classes[at] == "colon"), -1)
    if colon > begin + 1 and tokens.words[colon - 1][0].isdigit() and tokens.words[begin][0].isalpha():
        return tokens.words[begin], Item(begin, colon, "line")
    if colon > begin:
        names = names_in(reading, begin, colon + 1)
        if len(names) == 1 and names[0] == (begin, colon):
            return "", Item(begin, colon, "line")
    return "", None
