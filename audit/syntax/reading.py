"""The reading of a document, made once: its tokens, and each printed figure with the words that place it.

A `Mention` is a figure as the account sees it: what sort of quantity, of what (the head of its noun phrase, in the singular,
with its modifiers), what determines it ('the', 'all', 'another'), and where it stands. Nothing here is arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Any, TypeVar

from audit.claims.claim import Claim
from audit.figures.figure import Figure, Kind
from audit.figures.floats import ends
from audit.syntax.collectives import collectives
from audit.syntax.mention import Day, Mention
from audit.syntax.moment import Moments
from audit.syntax.moments import find_moments
from audit.syntax.nouns import topic
from audit.syntax.place import Place, places
from audit.syntax.tokens import Tokens, tokenise
from audit.text.dates import DateMention
from audit.text.document import Document
from audit.text.plurals import singular

__all__ = ["Day", "Mention", "Reading", "read"]

_T = TypeVar("_T")
_YEAR = re.compile(r"[12]\d{3}")
_BARE_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""A number that may be a year where nothing is counted."""
_NP = 6
"""Tokens behind a figure within which the head of its noun phrase is looked for."""
_ABOUT = 40
"""Figures on either side of one beyond which none has to do with it: only a table run into prose has more in a sentence."""
_LONGEST = 400
"""Tokens that a sentence has at most."""
_MILLION = 1_000_000
_CARRIED = 6
"""Figures before one that says not of what it is, of which the nearest may say it."""
_ENDS_PHRASE = frozenset(
    [
        "comma",
        "semicolon",
        "colon",
        "open",
        "close",
        "stop",
        "quote",
        "dash",
        "bar",
        "bullet",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "for",
        "from",
        "to",
        "by",
        "with",
        "than",
        "while",
        "that",
        "are",
        "have",
        "since",
        "between",
        "if",
        "including",
        "included",
        "comprising",
    ]
)


@dataclass(frozen=True, eq=False)
class Reading:
    """A document with its tokens and its mentions, in the order of the text."""

    document: Document
    tokens: Tokens
    mentions: tuple[Mention, ...]
    bounds: tuple[tuple[int, int], ...]
    """First token of each sentence and the one behind its last."""
    names: frozenset[str]
    """The words that the text writes with a capital within a sentence."""

    @cached_property
    def _made(self) -> dict[tuple[object, ...], Any]:
        return {}

    def once(self, make: Callable[..., _T], *about: object) -> _T:
        """What the function makes of this reading, or of a mention or two of it, made once: most is asked for many times."""
        key = (make, *about)
        made: _T | None = self._made.get(key)
        if made is None:
            made = self._made[key] = make(self, *about)
        return made

    @cached_property
    def by_sentence(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.sentence, []).append(mention)
        return found

    @cached_property
    def sorts(self) -> dict[int, Counter[str]]:
        """How many of each sort a sentence has."""
        return {number: Counter(m.sort for m in mentions) for number, mentions in self.by_sentence.items()}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Of each mention, what stands directly around it."""
        return places(self)

    @cached_property
    def moments(self) -> Moments:
        """What the text says of time, read once and only if somebody asks."""
        return find_moments(self)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.tokens.words)

    @cached_property
    def collectives(self) -> tuple[Mention, ...]:
        """What the text counts in a word that is no number ('both', 'the trio'), in its order; none is a mention."""
        return collectives(self)

    def about(self, mention: Mention, back: int = 0, ahead: int = 0) -> list[Mention]:
        """The mentions of its sentence and of so many before and behind, itself among them: those that stand near enough
        to have to do with it, however long a sentence is."""
        first, last = mention.sentence - back, mention.sentence + ahead
        near = self.mentions[max(0, mention.number - _ABOUT) : mention.number + _ABOUT + 1]
        return [other for other in near if first <= other.sentence <= last]

    def is_overlong(self, sentence: int) -> bool:
        """Whether a sentence is none, but a table or a list without stops: not looked through for each of its figures."""
        begin, end = self.bounds[sentence]
        return end - begin > _LONGEST

    def before(self, mention: Mention, back: int = 0) -> list[Mention]:
        """Those of them that stand before it."""
        first = mention.sentence - back
        near = self.mentions[max(0, mention.number - _ABOUT) : mention.number]
        return [other for other in near if other.sentence >= first]

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin from one token to another."""
        low = bisect_left(self.mentions, start, key=_first)
        high = bisect_left(self.mentions, end, low, key=_first)
        return list(self.mentions[low:high])

    def classes(self, start: int, end: int) -> list[str]:
        """The classes of the tokens from one to another, without those that say nothing."""
        return [name for name in self.tokens.classes[max(0, start) : end] if name]


def _first(mention: Mention) -> int:
    return mention.first


def read(document: Document, claims: Sequence[Claim]) -> Reading:
    """The reading of a document whose claims are known."""
    tokens = tokenise(document)
    bounds = []
    for sentence in document.sentences:
        bounds.append((tokens.at(sentence.start), tokens.from_(sentence.end)))
    topics: dict[int, frozenset[str]] = {}
    days = document.dates
    mentions: list[Mention] = []
    for claim in claims:
        if claim.sentence is None:
            continue
        sentence = claim.sentence
        begin, end = bounds[sentence.index]
        if sentence.index not in topics:
            topics[sentence.index] = topic(tokens.words[begin:end], document.language)
        mention = _mention(claim, len(mentions), tokens, begin, end, topics[sentence.index])
        if mention.type == "date":
            mention.day = _day(claim.figure, days)
        elif mention.type == "count" and _is_elliptic(mention):
            mention.type = _carried(mentions, mention) or mention.type
        mentions.append(mention)
    return Reading(document, tokens, tuple(mentions), tuple(bounds), frozenset(_names(tokens, bounds)))


def _names(tokens: Tokens, bounds: Iterable[tuple[int, int]]) -> Iterator[str]:
    for begin, end in bounds:
        for word in compress(tokens.words[begin + 1 : end], tokens.capital[begin + 1 : end]):
            if len(word) > 1:
                yield word


def _mention(claim: Claim, number: int, tokens: Tokens, begin: int, end: int, words: frozenset[str]) -> Mention:
    figure = claim.figure
    left = figure.start if figure.cue is None or figure.cue.end > figure.start else figure.cue.start
    first, last = tokens.at(left), tokens.from_(figure.end)
    determiner = tokens.classes[first - 1] if first > begin else ""
    partitive, head, modifiers, after = _phrase(figure, tokens, last, end)
    low, high = ends(figure.value)
    assert claim.sentence is not None
    return Mention(
        claim=claim,
        number=number,
        first=first,
        last=last,
        after=after,
        sentence=claim.sentence.index,
        paragraph=claim.sentence.paragraph,
        type="implied" if claim.implied else _type(figure),
        head=head,
        modifiers=modifiers,
        determiner=determiner,
        partitive=partitive,
        low=low,
        high=high,
        words=words,
    )


def _is_elliptic(mention: Mention) -> bool:
    """Whether it is told in millions and says not of what: '6,000 billion yen, including 1,000 billion in tax cuts'."""
    return not mention.head and mention.low >= _MILLION and not mention.claim.measures and _in_words(mention)


def _in_words(mention: Mention) -> bool:
    return any(character.isalpha() for character in mention.figure.text)


def _carried(before: Sequence[Mention], mention: Mention) -> str:
    """The money or the unit of the figure before it that is told in millions too; none where that counts things."""
    for other in reversed(before[-_CARRIED:]):
        if mention.sentence - other.sentence > 1:
            break
        if abs(other.high) >= _MILLION and (other.type == "count" or _in_words(other)):
            return other.type if other.type.startswith(("money", "measure")) else ""
    return ""


def _end_of(day: DateMention) -> int:
    return day.end - 1


def _day(figure: Figure, days: Sequence[DateMention]) -> Day | None:
    at = bisect_left(days, figure.start, key=_end_of)
    found = days[at] if at < len(days) and days[at].start < figure.end else None
    if found is not None:
        year = _YEAR.search(figure.text) if found.year is None else None
        return Day(int(year[0]) if year else found.year, found.month, found.day)
    return Day(int(figure.text)) if _YEAR.fullmatch(figure.text) else None


def _type(figure: Figure) -> str:
    if figure.kind is Kind.COUNT and figure.noun is None and figure.unit is None and _BARE_YEAR.fullmatch(figure.text):
        return "date"
    if figure.kind in (Kind.MONEY, Kind.MEASURE):
        return f"{figure.kind} {figure.unit}"
    return str(figure.kind)


def _phrase(figure: Figure, tokens: Tokens, last: int, end: int) -> tuple[bool, str, frozenset[str], int]:
    """Whether it is a part that its phrase names the whole of, the head, its modifiers, and the token behind the phrase."""
    noun = figure.noun
    partitive = False
    at = last
    if figure.phrase is not None and figure.phrase.start >= figure.end:
        at = tokens.from_(figure.phrase.end)
        partitive = "of" in tokens.classes[last : last + 1]
    elif last < end and tokens.classes[last] in ("of", "of_them"):
        partitive, at = True, min(last + 1, end)
        while at < end and tokens.classes[at] in ("of", "of_them", "the", "all", "a"):
            at += 1
        begin = at
        while (
            at < end and at - begin < _NP and tokens.classes[at] not in _ENDS_PHRASE and tokens.words[at][0].isalpha()
        ):
            at += 1
        if noun is None and at > begin:
            noun = " ".join(tokens.words[begin:at])
    if noun is None:
        return partitive, "", frozenset(), at
    *modifiers, head = noun.lower().split() or [""]
    return partitive, singular(head), frozenset(map(singular, modifiers)), at
