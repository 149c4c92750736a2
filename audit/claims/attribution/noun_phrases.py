"""Where a source's noun phrase begins and ends, left of a verb or right of 'according to', without a parser.

Every walk stops at a mark, at a word that opens a clause, at a finite auxiliary, or after `REACH` words.
"""

from __future__ import annotations

from typing import NamedTuple

from audit.claims.attribution.lexicon import Lexicon, lexicon
from audit.claims.attribution.tokens import Tokens

__all__ = ["MARKS", "REACH", "NounPhrase", "first_subject", "named_after", "possessive", "subject_before"]

REACH = 30
MARKS = frozenset(
    [
        ",",
        ";",
        ":",
        "—",
        "–",
        "--",
        "(",
        ")",
        "[",
        "]",
        '"',
        "“",
        "”",
        "''",
        "``",
        "«",
        "»",
        "?",
        "!",
        "…",
        "‘",
        "-",
        "•",
    ]
)
_OPENING = frozenset(["(", "[", "“", "``", "«", "‘"])
_DASHES = frozenset(["—", "–", "--", "-"])
_ENDING = frozenset(['"', "”", "''", "»", ";", ":"])


class NounPhrase(NamedTuple):
    """Numbers of tokens, both ends included. `head` is the phrase without appositions, `edge` what stands before it."""

    first: int
    last: int
    head: tuple[int, int]
    edge: str
    trimmed: bool = False
    """Whether a preposition stood before it: 'in Bonn' is no subject, unless nothing else is."""


def possessive(words: list[str], i: int) -> bool:
    """Whether the word at `i` owns what follows: 'the army's', 'the rebels''; not 'he's'."""
    if i < 0:
        return False
    word = words[i]
    if word == "'":
        return i > 0 and words[i - 1].endswith("s")
    return word.endswith("'s") and word not in lexicon().contractions


def subject_before(tokens: Tokens, lex: Lexicon, cue: int) -> NounPhrase | None:
    """The subject of the verb at `cue`, to its left: 'Ann Poe, a nurse, has also said'."""
    words = tokens.words
    last = _back_over_adverbs(tokens, lex, cue - 1)
    if last < 0:
        return None
    if words[last] == "," or words[last] in _DASHES:
        return _with_apposition(tokens, lex, last)
    if words[last] in (")", "]"):
        opening = _opening(tokens, last)
        return None if opening is None else _plain(tokens, lex, opening - 1, last)
    if words[last] in MARKS or words[last] == "to" or words[last] in lex.conjunctions:
        return None
    return _plain(tokens, lex, last, last)


def named_after(tokens: Tokens, lex: Lexicon, start: int, *, wide: bool = False) -> NounPhrase | None:
    """The noun phrase from `start` on: 'said [Ann Poe, a nurse]'; `wide` takes in what modifies it ('according to')."""
    words, count = tokens.words, len(tokens)
    if start >= count or words[start] in MARKS or words[start] in lex.clause or words[start] in lex.finite:
        return None
    if words[start] in lex.pronouns:
        return NounPhrase(start, start, (start, start), "cue")
    if not wide and (words[start] in lex.prepositions or words[start] in lex.days or words[start] == "to"):
        return None
    i, relative = start, False
    while i < count and i - start < REACH:
        word = words[i]
        if word in MARKS or (word in lex.days and i > start and not wide):
            break
        relative = relative or (word in lex.relatives and wide)
        if i > start and not relative and (word in lex.finite or word in lex.clause):
            break
        if i > start and not wide and word in lex.prepositions and word not in lex.inside:
            break
        if i > start and not wide and word in lex.loose and not tokens.capital(min(i + 1, count - 1)):
            break
        i += 1
    last = i - 1
    while last > start and (words[last] == "." or words[last] in lex.trailing):
        last -= 1
    head = (start, last)
    leads = wide and start < 4  # 'According to the army, the man died': what follows the comma is what is said
    return NounPhrase(start, last if leads else _apposition_end(tokens, lex, last), head, "cue")


def first_subject(tokens: Tokens, lex: Lexicon, end: int) -> tuple[int, int] | None:
    """The phrase that opens the sentence, before token `end`: 'The mayor opened the hall, adding that ...'."""
    words = tokens.words
    first = 0
    while first < end and (words[first] in lex.openers or words[first] == ","):
        first += 1
    i = first + (first < end and words[first] in lex.determiners)
    if i >= end or words[i] in MARKS or words[i] in lex.prepositions:
        return None
    last = i
    if tokens.cased and tokens.capital(i):
        while last + 1 < min(end, i + 8) and (
            tokens.capital(last + 1) or (words[last + 1] in lex.inside and last + 2 < end and tokens.capital(last + 2))
        ):
            last += 1
        return first, last
    for k in range(i, min(end, i + 4)):
        if words[k] in lex.people:
            return first, k
        if words[k] in MARKS or words[k] in lex.finite:
            break
    return first, i


def _back_over_adverbs(tokens: Tokens, lex: Lexicon, i: int) -> int:
    """Back from a verb over 'has also repeatedly' and 'just two days ago'."""
    words, floor = tokens.words, i - 8
    while i >= 0 and i > floor:
        word = words[i]
        if word in lex.since and i > 0 and words[i - 1] in lex.times:
            i -= 2
            if i >= 0 and (words[i] in lex.determiners or words[i][0].isdigit()):
                i -= 1
        elif word in lex.auxiliaries or word in lex.adverbs or (word.endswith("ly") and not tokens.capital(i)):
            i -= 1
        else:
            break
    return i


def _opening(tokens: Tokens, closing: int) -> int | None:
    for i in range(closing - 1, max(-1, closing - REACH), -1):
        if tokens.words[i] in ("(", "["):
            return i
    return None


def _plain(tokens: Tokens, lex: Lexicon, head: int, last: int) -> NounPhrase | None:
    """The phrase that ends at `head` (at `last` with a bracket after it)."""
    words = tokens.words
    if head < 0 or words[head] in MARKS:
        return None
    if words[head].split("'")[0] in lex.pronouns or words[head] in lex.relatives:
        return NounPhrase(head, last, (head, head), _edge(tokens, lex, head))
    i, floor = head, max(-1, head - REACH)
    while i > floor:
        word = words[i]
        if word not in lex.stops and word not in MARKS:
            i -= 1
            continue
        if word in MARKS or word in lex.clause or (word in lex.finite and i < head):
            break
        if word == "who" and (i == 0 or words[i - 1] == ","):
            break
        if word in lex.speaking and i < head:
            break
        if word == "and" and not _joins(tokens, lex, i):
            break
        i -= 1
        if word in lex.determiners and tokens.cased and tokens.capital(i + 1):
            break  # 'The' opens a sentence, whatever stands before it
    edge = _edge(tokens, lex, i + 1)
    first = i + 1
    while first < head and (
        words[first] in lex.openers or words[first] in lex.days or words[first] == "and" or words[first].endswith("ly")
    ):
        first += 1
    trimmed = first < head and words[first] in lex.prepositions
    if trimmed:
        first = _last_phrase(tokens, lex, head, first)
    return NounPhrase(first, last, (first, head), edge, trimmed) if first <= head else None


def _joins(tokens: Tokens, lex: Lexicon, i: int) -> bool:
    """Whether 'and' joins two nouns ('police and witnesses said') rather than two clauses."""
    for k in range(i - 1, max(-1, i - 9), -1):
        word = tokens.words[k]
        if word in MARKS or word in lex.clause:
            return i - k > 1
        if word in lex.finite or (not tokens.capital(k) and (word.endswith("ed") or word in lex.verbs)):
            return False
    return i < 9


def _last_phrase(tokens: Tokens, lex: Lexicon, head: int, floor: int) -> int:
    """Start of the last noun phrase in 'On Thursday the army' or 'In Paris police'."""
    i = head
    while i > floor + 1 and tokens.words[i] not in lex.determiners:
        if tokens.words[i - 1] in lex.days or tokens.words[i - 1] in lex.prepositions:
            break
        i -= 1
    return i


def _with_apposition(tokens: Tokens, lex: Lexicon, closing: int) -> NounPhrase | None:
    """'[Ann Poe, 25, a nurse in Bonn], said': back over what stands between commas or dashes to what it explains."""
    words, at = tokens.words, closing
    nearest: NounPhrase | None = None
    for _ in range(4):
        opening = _partner(words, at)
        if opening is None or opening == 0:
            break
        head = opening - 1
        if words[head] == ")":
            head = (_opening(tokens, head) or 0) - 1
        phrase = _plain(tokens, lex, head, opening - 1)
        if phrase is None or (nearest is not None and phrase.first and words[phrase.first - 1] in lex.finite):
            break  # '12 were killed, a resident, Ann Poe, said': a verb is no name's bearer
        after = words[opening + 1]
        adverbial = after in lex.prepositions or after in lex.adverbs or after.endswith("ly")
        found = NounPhrase(phrase.first, phrase.last if adverbial else closing - 1, phrase.head, phrase.edge)
        explains = phrase.edge == "comma" and (
            phrase.trimmed or words[phrase.first] in lex.appositive or words[phrase.first].isdigit()
        )
        if not explains:
            return found
        nearest = nearest or found
        at = opening
    return nearest


def _partner(words: list[str], closing: int) -> int | None:
    """The mark that opens what the comma or dash at `closing` closes."""
    mark = words[closing]
    for k in range(closing - 1, max(-1, closing - REACH), -1):
        if words[k] == mark:
            return k
        if words[k] in _ENDING:
            return None
    return None


def _apposition_end(tokens: Tokens, lex: Lexicon, last: int) -> int:
    """End of what explains the phrase after a comma: 'said Ann Poe[, a nurse in Bonn]'."""
    words, count = tokens.words, len(tokens)
    i = last + 1
    if i + 1 >= count or words[i] != ",":
        return last
    word = words[i + 1]
    if tokens.cased and not tokens.capital(last) and tokens.capital(i + 1):
        return _name_end(tokens, lex, last)
    age = word.isdigit() and i + 2 < count and words[i + 2] in (",", ".")
    if not (word in lex.appositive or age or word in lex.people):
        return last
    for k in range(i + 1, min(count, i + REACH)):
        if words[k] in MARKS or (words[k] in lex.finite and word not in ("who", "whose")):
            return k - 1 if words[k] in MARKS else last
    return min(count, i + REACH) - 1 if words[-1] != "." or count > i + REACH else count - 2


def _name_end(tokens: Tokens, lex: Lexicon, last: int) -> int:
    """End of the name that a description's apposition gives: 'said a resident[, Ann Poe].'; what goes on is a clause."""
    words, count = tokens.words, len(tokens)
    k = last + 2
    while k < count and k - last < REACH and (tokens.capital(k) or words[k] in lex.small):
        k += 1
    return k - 1 if k >= count or words[k] in MARKS or words[k] == "." else last


def _edge(tokens: Tokens, lex: Lexicon, first: int) -> str:
    if first <= 0 or (first < 3 and all(word in lex.openers or word == "," for word in tokens.words[:first])):
        return "start"
    word = tokens.words[first - 1]
    if word == ",":
        return "comma"
    if word in ('"', "”", "''", "»"):
        return "quote"
    if word in MARKS:
        return "opening" if word in _OPENING else "mark"
    return "and" if word == "and" else "clause" if word in lex.clause else "word"
