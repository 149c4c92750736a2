"""What a candidate looks like from a figure: named yes-or-no features that `accept` weighs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from audit.claims.attribution.candidate import Candidate
from audit.claims.attribution.lexicon import lexicon
from audit.claims.attribution.noun_phrases import named_after
from audit.claims.attribution.reading import Reading
from audit.claims.attribution.tokens import Tokens
from audit.vocabulary import kept

__all__ = ["Look", "between", "look", "side", "standing"]

_LONG = 7
"""A source of more words than these and one is long."""
_DASHES = frozenset(["—", "–", "--", ";"])
_OPENING = frozenset(['"', "“", "``", "«"])
_EDGES = (2, 6, 12, 20, 35)
_DISTANCES = (*(f"within {edge}" for edge in _EDGES), "far")
_COMMAS = ("commas 0", "commas 1", "commas 2", "commas 3")
_VERBAL = frozenset(["sv", "relative", "vs", "coordinated", "participle"])


class Look(NamedTuple):
    """What a candidate looks like from one side of it, whatever the text; its words are those of the vocabulary."""

    order: str
    verb: str
    edge: str
    source: str
    """What kind of words the source is: a name, a pronoun, people."""
    follows: str
    """What kind of word stands after source and cue."""
    word: str
    """The verb; empty where the cue is none."""
    long: bool
    negated: bool
    modal: bool
    passive: bool


def side(tokens: Tokens, candidate: Candidate, figure: int) -> str | None:
    """Whether the figure stands before or after source and cue; None where it cannot be part of what is said.

    That is within them, and before a semicolon that 'according to' follows: '12 fled; two died, according to the army'.
    """
    (first, last), (opens, closes) = candidate.source, candidate.cue
    if figure > last and figure > closes:
        return "after"
    low = min(first, opens)
    if figure >= low or (candidate.order == "according" and ";" in tokens.words[figure:low]):
        return None
    return "before"


def look(tokens: Tokens, candidate: Candidate, place: str) -> Look:
    """What every figure on the side `place` of a candidate sees of it."""
    order, _, source, (low, head), (_, cue), _, negated, modal, passive = candidate
    follows = _next(tokens, _past_hearer(tokens, candidate, place, max(source[1], cue)) + 1)
    word = tokens.words[cue] if order in _VERBAL else ""
    seen = _source(tokens, candidate)
    return Look(order, candidate.verb, candidate.edge, seen, follows, word, head - low > _LONG, negated, modal, passive)


def standing(seen: Look) -> tuple[list[str], list[str]]:
    """Features of a candidate for the figures on one side of it: with that side, and whatever the side."""
    _, verb, edge, source, follows, word, long, negated, modal, passive = seen
    sided = ["", f"verb {verb}", f"edge {edge}", f"source {source}", f"next {follows}", f"edge {edge} next {follows}"]
    found = [f"verb {verb} next {follows}", f"verb {verb} source {source}"]
    if long:
        found.append("long source")
    if word:
        form = _form(word, lexicon().bases)
        sided.append(f"form {form}")
        found += [f"word {word}", f"form {form} next {follows}"]
    if negated:
        found.append("negated")
    if modal:
        found.append("modal")
    if passive:
        found.append("passive")
    return sided, found


def between(reading: Reading, candidate: Candidate, figure: int, place: str) -> list[str]:
    """Features of what stands between a candidate and the figure at token number `figure`, by their last words."""
    source, (opens, cue) = candidate.source, candidate.cue
    first, last = (max(source[1], cue) + 1, figure) if place == "after" else (figure + 1, min(source[0], opens))
    passed = reading.tokens.words[first:last]
    commas = passed.count(",")
    found = [
        _DISTANCES[bisect_left(_EDGES, len(passed))],
        _COMMAS[commas] if commas < 3 else _COMMAS[3],
        "no quote" if reading.quoted is None else _quotation(reading.quoted, first, last, cue, figure),
    ]
    parting = _parting().intersection(passed)
    if parting:
        found += _parted(passed, parting)
    if len(reading.cues) > 1:
        others = bisect_left(reading.cues, last) - bisect_left(reading.cues, first) - (first <= cue < last)
        if others > 0:
            found.append("cues between 1" if others == 1 else "cues between 2")
    return found


@kept
def _parting() -> frozenset[str]:
    """Words and marks one of which stands wherever `_parted` finds something."""
    return lexicon().breaks | lexicon().attached | _DASHES | frozenset(["and", "(", ")", "that"])


def _parted(passed: list[str], parting: frozenset[str]) -> Iterator[str]:
    """Features of the words and marks, `parting` among them, that part what stands before them from what stands after."""
    lex = lexicon()
    if not _DASHES.isdisjoint(parting):
        yield "dash between"
    if not lex.breaks.isdisjoint(parting):
        yield "clause between"
    if "and" in parting and (",", "and") in pairwise(passed):
        yield "comma-and between"
    if not lex.attached.isdisjoint(parting):
        yield "relative between"
    if ("(" in parting or ")" in parting) and passed.count("(") != passed.count(")"):
        yield "bracket between"
    if "that" in parting and "that" in passed[:6]:
        yield "that"


def _quotation(quoted: list[int], first: int, last: int, cue: int, figure: int) -> str:
    mine, its = quoted[figure], quoted[cue]
    if mine < 0:
        return "cue quoted" if its >= 0 else "past a quote" if max(quoted[first:last], default=-1) >= 0 else "no quote"
    if its == mine:
        return "both quoted"
    beside = quoted[first : first + 3] if cue < figure else quoted[max(0, last - 2) : last]
    return "quoted beside" if mine in beside else "quoted apart"


def _source(tokens: Tokens, candidate: Candidate) -> str:
    lex = lexicon()
    first, last = candidate.head
    word = tokens.words[last].split("'")[0]
    if first == last and word in lex.pronouns:
        return "pronoun" if word not in lex.first_person else "first person"
    if word in lex.relatives:
        return "relative"
    if word in lex.documents:
        return "document"
    if word in lex.people:
        return "people"
    if tokens.capital(last):
        return "name"
    opening = tokens.words[first]
    if (opening.endswith(("ing", "ed")) or opening in lex.verbs) and not tokens.capital(first) and first < last:
        return "verbal"
    others = tokens.words[first:last]
    if not lex.documents.isdisjoint(others):
        return "document"
    if not lex.people.isdisjoint(others):
        return "people"
    if any(other[0].isdigit() for other in tokens.words[first : last + 1]):
        return "number"
    return "plural" if word.endswith("s") else "word"


def _past_hearer(tokens: Tokens, candidate: Candidate, place: str, high: int) -> int:
    """The last token of source and cue or, beside speech, of who was told: 'the mayor told Reuters, “12 are dead”'."""
    lex = lexicon()
    if tokens.words[candidate.cue[1]] not in lex.hearers:
        return high
    hearer = named_after(tokens, lex, candidate.cue[1] + 1)
    if hearer is None:
        return high
    last = max(high, hearer.head[1])
    following = tokens.words[last + 1 : last + 3]
    speaks = len(following) > 1 and following[0] in (",", ":") and following[1] in _OPENING
    return last if place == "before" or speaks else high


def _next(tokens: Tokens, i: int) -> str:
    lex = lexicon()
    if i >= len(tokens):
        return "end"
    word = tokens.words[i]
    if word == "that":
        return "that"
    if word in "\"“''``":
        return "quote"
    if word in (".", "!", "?"):
        return "end"
    if word == ",":
        return "comma"
    if word == ":":
        return "colon"
    if word == "to":
        return "to"
    if word in lex.days or (word == "on" and i + 1 < len(tokens) and tokens.words[i + 1] in lex.days):
        return "day"
    if word in lex.questions:
        return "question"
    if word in lex.pronouns or word == "there":
        return "pronoun"
    if word in lex.telling:
        return word
    if word in lex.prepositions:
        return "preposition"
    if word in lex.determiners or word in lex.first_person:
        return "determiner"
    if word[0].isdigit() or word in "$€£":
        return "number"
    if not word[0].isalnum():
        return "mark"
    return "capital" if tokens.capital(i) else "word"


def _form(word: str, bases: frozenset[str]) -> str:
    return "base" if word in bases else "ing" if word.endswith("ing") else "third" if word.endswith("s") else "past"
