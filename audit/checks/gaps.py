"""The words between figures, plain and in lower case, and the figures of a sentence that can be set against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import groupby
from operator import attrgetter

from audit.claims.claim import Claim
from audit.figures.figure import Kind
from audit.text.words import alternatives

__all__ = [
    "Patterns",
    "Told",
    "after",
    "before",
    "between",
    "by_sentence",
    "counts",
    "first_of",
    "left",
    "plain",
]

WIDTH = 120
"""Characters of a gap or tail that are looked at."""
_PLAIN: dict[int, str] = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "\u00a0": " "}
)
_SENTENCE = attrgetter("sentence.index")
_SPACE = re.compile(r"\s+")


class Patterns(dict[str, re.Pattern[str]]):
    """Patterns by name, each compiled when it is first asked for: most texts need few of them."""

    def __init__(self, spelt: Mapping[str, str], flags: re.RegexFlag = re.NOFLAG) -> None:
        super().__init__()
        self._spelt, self._flags = spelt, flags

    def __missing__(self, name: str) -> re.Pattern[str]:
        pattern = self[name] = re.compile(self._spelt[name], self._flags)
        return pattern


def left(claim: Claim) -> int:
    """Where the figure begins, its bound included ('about', 'more than')."""
    cue = claim.figure.cue
    return cue.start if cue is not None and cue.end <= claim.figure.start else claim.figure.start


def between(one: Claim, other: Claim) -> str:
    """The words from the end of one figure to the start of another behind it; '' where they are far apart."""
    start, end = one.figure.end, left(other)
    return "" if end - start > WIDTH else plain(one.document.text[start:end])


def after(claim: Claim, *, fold: bool = True) -> str:
    """The words after a figure, up to the end of its sentence; with their capitals unless folded."""
    assert claim.sentence is not None
    end = min(claim.sentence.end, claim.figure.end + WIDTH)
    return plain(claim.document.text[claim.figure.end : end], fold=fold)


def before(claim: Claim, *, fold: bool = True) -> str:
    """The words before a figure and its bound, from the start of its sentence; with their capitals unless folded."""
    assert claim.sentence is not None
    start = max(claim.sentence.start, left(claim) - WIDTH)
    return plain(claim.document.text[start : left(claim)], fold=fold)


def counts(claims: Iterable[Claim]) -> list[Claim]:
    """The printed counts: no shares, no measures, no victim without a number."""
    return [claim for claim in claims if claim.figure.kind is Kind.COUNT and not claim.implied]


class Told(tuple[Claim, ...]):
    """The claims of a document, parted by sentence once."""

    @cached_property
    def sentences(self) -> tuple[tuple[Claim, ...], ...]:
        """The printed claims of each sentence that has any, in order."""
        printed = [claim for claim in self if claim.sentence is not None and not claim.implied]
        return tuple(tuple(group) for _, group in groupby(printed, key=_SENTENCE))


def by_sentence(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The printed claims of each sentence that has any, in order."""
    return (claims if isinstance(claims, Told) else Told(claims)).sentences


@cache
def first_of(words: tuple[str, ...]) -> str:
    """A pattern for any of the words or phrases, the longest first."""
    return alternatives(set(words)).replace(r"\ ", r"\s")


def plain(text: str, table: Mapping[int, str] = _PLAIN, *, fold: bool = True) -> str:
    """Single spaces, lower case if folded, and plain quotes and dashes by the table. What need not be done is not."""
    if not text.isascii():
        text = text.translate(table)
    if not text.isprintable():  # a space is the only white space that is printable
        text = text.replace("\n", " ")
    if "  " in text or not text.isprintable():
        text = _SPACE.sub(" ", text)
    return text.lower() if fold else text
