"""The words that weaken a figure, and how far each of them reaches.

A hedge governs its clause; a presumption what follows it up to a comma; a denial, a plan or a hypothesis what follows it
in its clause. What a disclaimer governs, `disclaimers` knows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from audit.claims.attribution.lexicon import lexicon
from audit.claims.attribution.phrases import Found, Phrases, phrases
from audit.claims.attribution.tokens import Tokens
from audit.claims.claim import HedgeKind
from audit.lang import load
from audit.text.document import Span
from audit.vocabulary import kept

__all__ = ["Sort", "Weakening", "governs", "may_weaken", "weakenings"]


_REACH = 80
"""Words over which a clause is followed at most."""


class Sort(StrEnum):
    """What the words make of a figure."""

    HEDGE = "hedge"
    PRESUMPTION = "presumption"
    CONDITION = "condition"
    INFERENCE = "inference"
    DENIAL = "denial"
    PLAN = "plan"
    HYPOTHESIS = "hypothesis"

    @property
    def kind(self) -> HedgeKind | None:
        """The kind of hedge that it is; None for what sets the status alone."""
        if self in (Sort.PRESUMPTION, Sort.CONDITION):
            return HedgeKind.PRESUMPTION
        return HedgeKind.HEDGE if self is Sort.HEDGE else None


@dataclass(frozen=True, slots=True)
class Weakening:
    """Words in a sentence and the tokens that they govern (first and last, both included)."""

    cue: Span
    sort: Sort
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Words:
    table: dict[str, Any]
    phrases: Phrases
    breaks: frozenset[str]
    relatives: frozenset[str]
    after_comma: frozenset[str]
    conditional: frozenset[str]


@kept
def _words() -> _Words:
    table = load("hedges")
    hedge, presumption = table["hedge"], table["presumption"]
    groups = {
        "inference": table["inference"]["phrases"],
        "denial": table["denial"]["phrases"],
        "hedge": hedge["phrases"] + hedge["adverbs"],
        "adjective": hedge["adjectives"],
        "presumption": presumption["phrases"],
        "state": ["|".join(presumption["participles"]) + " " + "|".join(presumption["states"])],
        "condition": presumption["conditions"],
        "hypothesis": table["hypothesis"]["phrases"],
        "plan": table["plan"]["phrases"],
    }
    return _Words(
        table,
        phrases(groups),
        frozenset(table["reach"]["breaks"]),
        frozenset(table["reach"]["relatives"]),
        frozenset(table["reach"]["after_comma"]),
        frozenset(presumption["conditional"]),
    )


def may_weaken(words: frozenset[str]) -> bool:
    """Whether a sentence of these words (`audit.text.words`) may hold anything that weakens."""
    return _words().phrases.may_stand_in(words)


def weakenings(tokens: Tokens) -> list[Weakening]:
    """All that weakens something in the sentence, in order."""
    words = _words()
    found = list(words.phrases.find(tokens.words))
    breaks = _breaks(words, tokens.words) if found else []
    weakening = (_weakening(words, tokens, breaks, one) for one in found)
    return [one for one in weakening if one is not None]


def governs(one: Weakening, tokens: Tokens, figure: int) -> bool:
    """Whether the weakening reaches the figure at that token; 'the 12 victims will be buried' are there already."""
    if not one.first <= figure <= one.last:
        return False
    if one.sort not in (Sort.PLAN, Sort.HYPOTHESIS):
        return True
    if tokens.starts[figure] > one.cue.start:
        return not _described(tokens, figure, one.first)
    return figure == 0 or tokens.words[figure - 1] not in _words().table["plan"]["existing"]


def _described(tokens: Tokens, figure: int, first: int) -> bool:
    """Whether the figure tells of what is there: 'will hold the corridor, a road that parts the valley in two'."""
    lex = lexicon()
    for i in range(figure - 1, max(first, figure - _REACH), -1):
        if tokens.words[i] == ",":
            return tokens.words[i + 1] in lex.appositive and not lex.relatives.isdisjoint(tokens.words[i + 2 : figure])
    return False


def _weakening(words: _Words, tokens: Tokens, breaks: list[int], one: Found) -> Weakening | None:
    group, low, high = one
    cue = one.span(tokens)
    after = tokens.words[high + 1] if high + 1 < len(tokens) else ""
    left, right = _clause(words, tokens.words, breaks, low, high)
    match group:
        case "inference":
            return Weakening(cue, Sort.INFERENCE, high, right)
        case "denial":
            return _denial(words, tokens, cue, high, right)
        case "hedge" if after in words.table["hypothesis"]["duty"]:
            return Weakening(cue, Sort.HYPOTHESIS, _subject(words, tokens, low, left), right)
        case "hedge":
            return Weakening(cue, Sort.HEDGE, left, right)
        case "adjective":
            if low > 0 and tokens.words[low - 1] not in lexicon().determiners:
                return None  # 'officers alleged' is a verb
            return Weakening(cue, Sort.HEDGE, high, _phrase_end(words, tokens, high))
        case "presumption":
            taken = words.table["presumption"]["taken_over_nouns"]
            if any(word in taken for word in tokens.words[high + 1 : high + 4]):
                return None
            return Weakening(cue, Sort.PRESUMPTION, high, _to_comma(tokens, high, right))
        case "state":
            return Weakening(cue, Sort.PRESUMPTION, left, right)
        case "condition":
            return _condition(words, tokens, cue, low, high, right)
        case "hypothesis":
            if after in words.table["hypothesis"]["perceived"] or _noun(tokens, low):
                return None
            return Weakening(
                cue, Sort.HYPOTHESIS, _subject(words, tokens, low, left), _presupposed(tokens, high, right)
            )
        case _:
            if _noun(tokens, low):
                return None
            return Weakening(cue, Sort.PLAN, _subject(words, tokens, low, left), _presupposed(tokens, high, right))


def _breaks(words: _Words, sentence: list[str]) -> list[int]:
    """Where clauses end: numbers of the marks and words that part them."""
    after = [*sentence[1:], ""]
    return [
        i for i, word in enumerate(sentence) if word in words.breaks or (word == "," and after[i] in words.after_comma)
    ]


def _clause(words: _Words, sentence: list[str], breaks: list[int], low: int, high: int) -> tuple[int, int]:
    """First and last token of the clause around the cue."""
    before, after = bisect_left(breaks, low) - 1, bisect_right(breaks, high)
    left = max(0, low - _REACH, breaks[before] + 1 if before >= 0 else 0)
    right = min(len(sentence), high + _REACH, breaks[after] if after < len(breaks) else len(sentence)) - 1
    inserted = left > 1 and sentence[left - 2] == "," and sentence[left - 1] in words.relatives
    if inserted and "," in sentence[high + 1 : right + 1]:
        right = sentence.index(",", high + 1) - 1  # 'the unit, which reportedly came late, lost 12 men'
    return left, right


def _to_comma(tokens: Tokens, high: int, right: int) -> int:
    """The presumption ends at a comma; one right after the cue opens an insertion."""
    for i in range(high + 2, right + 1):
        if tokens.words[i] == ",":
            return i
    return right


def _phrase_end(words: _Words, tokens: Tokens, high: int) -> int:
    """'the alleged killing of 12': up to six words on, no verb between."""
    for i in range(high + 1, min(high + 7, len(tokens))):
        word = tokens.words[i]
        if not word[0].isalnum() or word in words.breaks or (word.endswith("ed") and i > high + 1):
            return i - 1
    return min(high + 6, len(tokens) - 1)


def _presupposed(tokens: Tokens, high: int, right: int) -> int:
    """'vowed to avenge the deaths of 12': what 'the ... of' names is there already, so the reach ends before it."""
    for i in range(high + 1, right):
        if tokens.words[i] == "the" and "of" in tokens.words[i + 2 : i + 4]:
            return i
    return right


def _subject(words: _Words, tokens: Tokens, low: int, left: int) -> int:
    """Start of the subject of a plan: '12 will be freed'. Whether the 12 are there already, `governs` sees."""
    stops = words.table["reach"]["before_subject"]
    for i in range(low - 1, left - 1, -1):
        if tokens.words[i] in stops:
            return i + 1
    return left


def _condition(words: _Words, tokens: Tokens, cue: Span, low: int, high: int, right: int) -> Weakening | None:
    presumption = words.table["presumption"]
    if low > 0 and tokens.words[low - 1] in presumption["asking"]:
        return None
    last = _to_comma(tokens, high, right)
    if not words.conditional.isdisjoint(tokens.words[max(0, low - _REACH) : high + _REACH]):
        return Weakening(cue, Sort.HYPOTHESIS, high, right if low else min(len(tokens), high + _REACH) - 1)
    return Weakening(cue, Sort.CONDITION, high, last)


def _denial(words: _Words, tokens: Tokens, cue: Span, high: int, right: int) -> Weakening | None:
    if tokens.words[high] in words.table["denial"]["openers"]:
        objects = words.table["denial"]["objects"]
        if not any(word in objects for word in tokens.words[high + 1 : high + 5]):
            return None
    return Weakening(cue, Sort.DENIAL, high, right)


def _noun(tokens: Tokens, i: int) -> bool:
    """'May' with its capital inside a sentence, 'the will' after an article: no auxiliaries."""
    lex = lexicon()
    if i == 0 or tokens.words[i] not in lex.modals:
        return False
    return (tokens.cased and tokens.capital(i)) or tokens.words[i - 1] in lex.articles
