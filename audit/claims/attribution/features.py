"""What a candidate looks like from a figure: named yes-or-no features that `accept` weighs."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from audit.claims.attribution.candidates import Candidate
from audit.claims.attribution.lexicon import lexicon
from audit.claims.attribution.noun_phrases import named_after
from audit.claims.attribution.reading import Reading
from audit.claims.attribution.tokens import Tokens

__all__ = ["between", "side", "standing"]

_LONG = 7
"""A source of more words than these and one is long."""
_VERBAL = frozenset(["sv", "relative", "vs", "coordinated", "participle"])
_DASHES = frozenset(["—", "–", "--", ";"])


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


def standing(tokens: Tokens, candidate: Candidate, place: str) -> list[str]:
    """Features that a candidate has for every figure on the side `place` of it; the first names its order and the side."""
    lex = lexicon()
    order, verb, edge = candidate.order, candidate.verb, candidate.edge
    key = f"{order}.{place}"
    high = max(candidate.source[1], candidate.cue[1])
    source, follows = _source(tokens, candidate), _next(tokens, _past_hearer(tokens, candidate, place, high) + 1)
    found = [
        key,
        f"{key} verb {verb}",
        f"{key} edge {edge}",
        f"{key} source {source}",
        f"{key} next {follows}",
        f"{key} edge {edge} next {follows}",
        f"{order} verb {verb} next {follows}",
        f"{order} verb {verb} source {source}",
    ]
    if candidate.head[1] - candidate.head[0] > _LONG:
        found.append(f"{order} long source")
    if order in _VERBAL:
        word = tokens.words[candidate.cue[1]]
        form = _form(word, lex.bases)
        found += [f"{order} word {word}", f"{key} form {form}", f"{order} form {form} next {follows}"]
    if candidate.negated:
        found.append(f"{order} negated")
    if candidate.modal:
        found.append(f"{order} modal")
    if candidate.passive:
        found.append(f"{order} passive")
    return found


def between(reading: Reading, which: int, figure: int, place: str) -> list[str]:
    """Features of what stands between the candidate `which` and the figure at token number `figure`."""
    lex, candidate = lexicon(), reading.candidates[which]
    key = f"{candidate.order}.{place}"
    low, high = min(candidate.source[0], candidate.cue[0]), max(candidate.source[1], candidate.cue[1])
    first, last = (figure + 1, low) if place == "before" else (high + 1, figure)
    passed = reading.tokens.words[first:last]
    commas = passed.count(",")
    found = [f"{key} {_distance(len(passed))}", f"{key} commas {min(commas, 3)}"]
    if not _DASHES.isdisjoint(passed):
        found.append(f"{key} dash between")
    if not lex.breaks.isdisjoint(passed):
        found.append(f"{key} clause between")
    if commas and (",", "and") in pairwise(passed):
        found.append(f"{key} comma-and between")
    if not lex.attached.isdisjoint(passed):
        found.append(f"{key} relative between")
    if passed.count("(") != passed.count(")"):
        found.append(f"{key} bracket between")
    if "that" in passed[:6]:
        found.append(f"{key} that")
    others = bisect_left(reading.cues, last) - bisect_left(reading.cues, first)
    others -= first <= candidate.cue[1] < last
    if others > 0:
        found.append(f"{key} cues between {min(others, 2)}")
    found.append(f"{key} {_quotation(reading.quoted, low, high, candidate.cue[1], figure)}")
    return found


def _quotation(quoted: list[int], low: int, high: int, cue: int, figure: int) -> str:
    mine, its = quoted[figure], quoted[cue]
    if mine < 0:
        if its >= 0:
            return "cue quoted"
        inner = quoted[high + 1 : figure] if figure > high else quoted[figure + 1 : low]
        return "past a quote" if inner and max(inner) >= 0 else "no quote"
    if its == mine:
        return "both quoted"
    near = (high + 1, high + 2, high + 3) if figure > high else (low - 1, low - 2)
    return "quoted beside" if any(0 <= k < len(quoted) and quoted[k] == mine for k in near) else "quoted apart"


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
    if any(tokens.words[i] in lex.documents for i in range(first, last)):
        return "document"
    if any(tokens.words[i] in lex.people for i in range(first, last)):
        return "people"
    if any(tokens.words[i][0].isdigit() for i in range(first, last + 1)):
        return "number"
    return "plural" if word.endswith("s") else "word"


def _past_hearer(tokens: Tokens, candidate: Candidate, place: str, high: int) -> int:
    """The last token of source and cue or, after speech, of who was told: 'the mayor told Reuters'."""
    lex = lexicon()
    if place == "before" and tokens.words[candidate.cue[1]] in lex.hearers:
        hearer = named_after(tokens, lex, candidate.cue[1] + 1)
        if hearer is not None:
            return max(high, hearer.head[1])
    return high


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


def _distance(count: int) -> str:
    for edge in (2, 6, 12, 20, 35):
        if count <= edge:
            return f"within {edge}"
    return "far"


def _form(word: str, bases: frozenset[str]) -> str:
    return "base" if word in bases else "ing" if word.endswith("ing") else "third" if word.endswith("s") else "past"
