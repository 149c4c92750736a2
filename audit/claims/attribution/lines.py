"""Sources that a line names without a verb: a headline's 'Army: 40 killed' and '40 killed: army', a name behind a dash."""

from __future__ import annotations

from audit.claims.attribution.lexicon import Lexicon
from audit.claims.attribution.noun_phrases import MARKS, possessive
from audit.claims.attribution.tokens import Tokens
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["counted_by", "ends_headline", "headline", "named_line", "signature"]

_LONGEST = 8
"""Words of a source that stands on a line at most."""
_LONGEST_TAIL = 5
"""Words of one behind the colon of a headline."""
_NEAR = 4
"""Words back from a count to whose it is."""
_QUOTES = frozenset(["”", '"', "''", "»"])
_ENDS = frozenset([".", '"', "”", "''"])


@kept
def _words(name: str) -> frozenset[str]:
    return frozenset(load("sources")["lines"][name])


def signature(tokens: Tokens, lex: Lexicon, i: int) -> tuple[int, int] | None:
    """The name behind the dash at `i`, to the end of the line: '“We buried 40 there.” — Commissioner Pavel Oran'."""
    words = tokens.words
    if i and words[i - 1] not in _QUOTES:
        return None
    return _name(tokens, lex, i + 1, _last(tokens), least=2)


def named_line(tokens: Tokens, lex: Lexicon, i: int) -> tuple[int, int] | None:
    """The name that a colon at the end of its line leaves alone: 'Mayor Ana Brod:' above a quotation."""
    return _name(tokens, lex, 0, i - 1, least=2) if i + 1 == len(tokens.words) else None


def headline(tokens: Tokens, lex: Lexicon, i: int) -> tuple[int, int] | None:
    """Who speaks before or behind the colon at `i` of a headline: 'Army: 40 rebels killed', '40 rebels killed: army'."""
    words, last = tokens.words, _last(tokens)
    if words.count(":") > 1 or i == 0 or i >= last:
        return None
    if _speaks(words, 0, i - 1) and not any(mark in words[i:] for mark in (";", "•")):
        return 0, i - 1
    return (i + 1, last) if last - i <= _LONGEST_TAIL and _speaks(words, i + 1, last) else None


def _speaks(words: list[str], first: int, last: int) -> bool:
    """Whether the phrase is of a body or office that speaks, and holds neither number nor mark."""
    phrase = words[first : last + 1]
    if not 0 < len(phrase) <= _LONGEST_TAIL or any(word in MARKS or word[0].isdigit() for word in phrase):
        return False
    return phrase[-1] in _words("speaking")


def _last(tokens: Tokens) -> int:
    last = len(tokens.words) - 1
    while last > 0 and tokens.words[last] in _ENDS:
        last -= 1
    return last


def _name(tokens: Tokens, lex: Lexicon, first: int, last: int, *, least: int) -> tuple[int, int] | None:
    """The stretch if it is a name with its titles and nothing else; what follows a comma in it describes the named."""
    words, capitals = tokens.words, 0
    for at in range(first, last + 1):
        word = words[at]
        if word == "," and capitals >= least:
            return (first, at - 1) if last - at < _LONGEST else None
        if word in MARKS or word[0].isdigit() or word in lex.finite or word in lex.verbs:
            return None
        if tokens.capital(at):
            capitals += 1
        elif word not in lex.small and word not in lex.people and word not in lex.determiners:
            return None
    return (first, last) if least <= capitals and last - first < _LONGEST else None


def ends_headline(tokens: Tokens, head: tuple[int, int]) -> bool:
    """Whether a body or office without an article ends the line: 'At least 40 dead, says mayor'."""
    first, last = head
    return last == _last(tokens) and _speaks(tokens.words, first, last)


def _by_some(tokens: Tokens, lex: Lexicon, i: int) -> tuple[int, int] | None:
    """'By police estimates' names the police, 'by one estimate' and 'by most accounts' name only these."""
    words = tokens.words
    if i < 2 or words[i - 2] != "by":
        return None
    if words[i - 1] in _words("unnamed"):
        return i - 1, i
    speaks = words[i - 1] in _words("speaking") or (tokens.cased and tokens.capital(i - 1))
    return (i - 1, i - 1) if speaks else None


def counted_by(tokens: Tokens, lex: Lexicon, i: int) -> tuple[int, int] | None:
    """Whose count the noun at `i` is behind 'by': 'By the ministry's own count, 300 died'."""
    words = tokens.words
    if words[i] not in lex.counting:
        return None
    one = _by_some(tokens, lex, i)
    if one is not None:
        return one
    last = i - 1
    while last > 0 and i - last < _NEAR and not possessive(words, last):
        if words[last] in MARKS or words[last] in lex.prepositions:
            return None
        last -= 1
    first = last
    while first > 0 and last - first < _LONGEST and words[first - 1] != "by":
        first -= 1
        if words[first] in MARKS or words[first] in lex.finite:
            return None
    return (first, last) if first > 0 and words[first - 1] == "by" and possessive(words, last) else None
