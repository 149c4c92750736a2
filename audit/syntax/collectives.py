"""Words that say how many there are and are no numbers: 'both men', 'the trio', 'her twin sons', 'scored twice'.

Each is a mention with the value that it tells, and no figure of the text: the account reads it, nobody lists it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from audit.claims.claim import Claim
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import Pack, pack
from audit.syntax.mention import Mention
from audit.syntax.nouns import nouns, topic
from audit.text.plurals import singular

if TYPE_CHECKING:
    from audit.syntax.reading import Reading

__all__ = ["collectives"]

_LEAD = 4
"""Tokens before such a word in which its article or the name that it is apposed to stands."""
_NOUN = 3
"""Tokens behind such a word within which the noun that it counts stands."""


class _Word(NamedTuple):
    rest: tuple[str, ...]
    """The tokens behind the first."""
    value: int
    sort: str
    """'several', 'one' (of a group in the singular), 'leading' (only before its noun), 'feats', 'times'."""


def _book(words: Pack) -> Mapping[str, tuple[_Word, ...]]:
    found: dict[str, list[_Word]] = {}
    for sort, table in words["collectives"].items():
        for phrase, value in table.items():
            first, *rest = phrase.replace("-", " - ").split()
            found.setdefault(first, []).append(_Word(tuple(rest), value, sort))
    return {first: tuple(sorted(each, key=lambda word: -len(word.rest))) for first, each in found.items()}


def collectives(reading: Reading) -> tuple[Mention, ...]:
    """A mention for each such word that is part of no figure. Its `number` is that of the first mention behind it."""
    book = pack(reading.document.language or "en").build(_book)
    words = reading.tokens.words
    present = book.keys() & reading.vocabulary
    if not present:
        return ()
    found = []
    for at in [at for at, word in enumerate(words) if word in present]:
        each = next((e for e in book[words[at]] if tuple(words[at + 1 : at + 1 + len(e.rest)]) == e.rest), None)
        mention = _mention(reading, at, each) if each is not None else None
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(reading: Reading, first: int, word: _Word) -> Mention | None:
    tokens, mentions = reading.tokens, reading.mentions
    last = first + 1 + len(word.rest)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if tokens.capital[first] and reading.document.text.startswith("-", end):
        return None  # a part of a name: 'Trio-Tech'
    number = bisect_left(mentions, start, key=_start)
    if any(
        m.end > start and m.start < end and m.type != "implied" and not _is_so_often(reading, m)
        for m in mentions[max(0, number - 1) : number + 1]
    ):
        return None
    index = bisect_right(reading.bounds, (first, len(tokens.words))) - 1
    if index < 0 or not reading.bounds[index][0] <= first < reading.bounds[index][1]:
        return None
    begin, stop = reading.bounds[index]
    sentence = reading.document.sentences[index]
    if word.sort == "one" and not _is_noun(reading, first, begin):
        return None
    is_of = last < stop and tokens.classes[last] == "of"
    head, modifiers, after = (
        _counted(reading, last, stop) if word.sort != "one" or is_of else ("", frozenset[str](), last)
    )
    if word.sort == "leading" and not head:
        if last >= stop or tokens.classes[last] or not tokens.words[last].isalpha():
            return None
        head, after = singular(tokens.words[last]), last + 1
    if word.sort in ("feats", "times"):
        head, modifiers, after = "", frozenset(), last
    value, text = Interval.of(word.value), reading.document.text[start:end]
    figure = Figure(start, end, text, value, noun=" ".join((*sorted(modifiers), head)).strip() or None)
    return Mention(
        claim=Claim(figure, reading.document, -1, sentence, implied=True),
        number=number,
        first=first,
        last=last,
        after=after,
        sentence=index,
        paragraph=sentence.paragraph,
        type="count",
        head=head,
        modifiers=modifiers,
        determiner=tokens.classes[first - 1] if first > begin else "",
        partitive="of" in tokens.classes[last : last + 1],
        low=float(word.value),
        high=float(word.value),
        words=topic(tokens.words[begin:stop], reading.document.language),
    )


def _is_so_often(reading: Reading, mention: Mention) -> bool:
    """Whether a multiple multiplies nothing: 'won the treble', not 'treble the price'."""
    tokens, at = reading.tokens, mention.last
    if mention.figure.kind is not Kind.MULTIPLE or not mention.figure.text.isalpha():
        return False
    return at >= len(tokens.words) or tokens.classes[at] not in ("the", "a", "that", "of")


def _is_noun(reading: Reading, at: int, begin: int) -> bool:
    """Whether a word that may be a verb ('they pair well') is led as a noun is."""
    tokens, stop = reading.tokens, nouns(reading.document.language).stop
    return any(
        tokens.classes[each] in ("the", "a", "all", "other")
        or (tokens.capital[each] and tokens.words[each] not in stop)
        for each in range(max(begin, at - _LEAD), at)
    )


def _start(mention: Mention) -> int:
    return mention.start


def _counted(reading: Reading, last: int, stop: int) -> tuple[str, frozenset[str], int]:
    """The head of the noun behind the word, its modifiers, and the token behind them: a plural or a noun of a known kind."""
    tokens, lexicon = reading.tokens, nouns(reading.document.language)
    at = last
    while at < stop and tokens.classes[at] in ("of", "the"):
        at += 1
    found = ("", frozenset[str](), last)
    for place in range(at, min(stop, at + _NOUN)):
        word = tokens.words[place]
        if not word.isalpha() or word in lexicon.stop:
            break
        one = singular(word)
        if one != word or one in lexicon.kind_of:
            found = one, frozenset(map(singular, tokens.words[at:place])), place + 1
        elif found[0]:
            break
    return found
