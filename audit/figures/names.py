"""Numbers that are part of a name or an order: each is labelled, none is dropped."""

from __future__ import annotations

import re

from audit.figures.atom import Atom, label
from audit.figures.figure import Kind
from audit.figures.forms import pattern_of
from audit.figures.glued import NEXT_WORD
from audit.figures.lexicon import Lexicon
from audit.figures.lookback import last_word
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.text.plurals import is_plural, singular
from audit.vocabulary import kept

__all__ = ["like_a_model", "named", "numbered", "ordinal_tail", "rank", "stands_alone"]

_LONGEST_ABBREVIATION = 4
"""Letters and stop of an abbreviation before a number: 'vol.'."""
_BRACKET = 200
"""Characters before a number in which the bracket may open that closes behind it."""
_LONGEST_NAME = 5
"""Digits and marks of a number that something bears: 'reactor 4', 'phones 5363'."""
_HEADING = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.? [A-Z][a-z]")
_GAPS = " \t\n-"
_ADDRESS = re.compile(r"(?: (?:[A-Z][A-Za-z.]*|[0-9]{1,3}(?:st|nd|rd|th))){1,4}")
_CAPITAL_NEXT = re.compile(r" [A-Z][a-z]+")
_TOKEN_NEXT = re.compile(r"[ \n]([^\W_]{1,40})")
_TWO = re.compile(r" (?:and|or|to|through) ([0-9]{1,3})(?= )")
_LIST_NUMBER = re.compile(r"[.)](?=[ \t])")
_ORDINAL_WORD = re.compile(r"[ -](?:(and)[ -])?([a-z]+)")


def named(shadow: Shadow, atom: Atom, lex: Lexicon, *, noun: bool) -> bool:
    """Whether the plain number is part of a name: 'Channel 11', 'Resolution 242', '123 Random Street', '[12]'."""
    low, text, start, end = shadow.low, shadow.text, atom.start, atom.end
    previous = low[start - 1] if start else "\n"
    following = low[end : end + 1]
    if previous in "[(" and following in "])" and following and atom.low < 1000:
        return previous == "[" or _line_begins(low, start - 1)
    begins = previous == "\n" or low[max(0, start - 2) : start] == "\n "
    if begins and _HEADING.match(text, start) and end < len(text) and low[end] == " " and "." in low[start:end]:
        return True
    if low.startswith(" of ", start - 4) and _page_of().search(low, max(0, start - 24), start):
        return True
    if begins and _LIST_NUMBER.match(low, end) and atom.low < 100:
        return True
    if atom.digits and atom.low < 100 and _enumerates(low, start, end):
        return True
    if low.startswith("zero-", start) and low[end + 1 : end + 2].isalpha():  # 'zero-coupon bonds'
        return True
    begin, stop = last_word(low, start, _GAPS)
    if begin == stop and low.endswith(" . ", 0, start):  # 'no . 1', as some feeds part every mark
        return not noun and f"{low[slice(*last_word(low, start - 2))]}." in lex.names_before
    street = _ADDRESS.match(text, end) if atom.digits else None
    if street and any(part.rstrip(".") in lex.streets for part in street.group().lower().split()):
        return True
    if begin == stop:
        return False
    word, own = low[begin:stop], text[begin:stop]
    capital = own != own.lower()
    if _index(shadow, start, lex):
        return True
    if atom.digits and low.startswith(lex.codes_after, end):
        return True
    if capital and atom.digits and _CAPITAL_NEXT.match(text, end) and not own.isupper():
        noun = False
    if word in lex.rank_words and not noun and (previous == "-" or _no_noun(low, end, lex) or _verbal(low, end, lex)):
        return True
    if atom.digits and not noun and (_model(shadow, atom) or _sole(shadow, word, atom, lex)):
        return True
    if word in ("#", "\u2116", "\u00a7"):
        return True
    if atom.digits and end - start < _LONGEST_NAME and own[0].islower() and capital:  # 'iOS 17 users'
        return True
    short = atom.digits and end - start < _LONGEST_NAME and low[end : end + 1] != "%"
    if short and (not noun or _governs(low, end, lex)) and _numbers(word, start, shadow, lex):
        return True
    short = short and not noun
    if short and _named_together(low, word, atom, lex):
        return True
    if short and word in lex.names_capital and _led(low, begin, lex):
        return True
    bare = word.rstrip(".") if len(word) <= _LONGEST_ABBREVIATION else word  # behind 'page.' a sentence begins
    if word in lex.names_before or bare in lex.names_before:
        needs_capital = word in lex.names_capital or bare in lex.names_capital
        if not needs_capital or (capital and not (noun and not atom.digits)):
            return not (noun and needs_capital)
    if not atom.digits:
        return word in lex.names_group and capital and not noun
    return (
        capital and not noun and _proper(shadow, begin, word, following) and not _in_place(low, begin, stop, end, lex)
    )


def _in_place(low: str, begin: int, stop: int, end: int, lex: Lexicon) -> bool:
    """Whether the name is a place's or people's, and the number counts: 'in Kesh 16 were killed', 'the Liberals 21'."""
    start, last = last_word(low, begin)
    before = low[start:last]
    if before in lex.names_placed:
        following = NEXT_WORD.match(low, end)
        return following is not None and following[1] in lex.names_counted
    return before == "the" and low[stop - 1] == "s"


def _led(low: str, at: int, lex: Lexicon) -> bool:
    """Whether a preposition stands before a noun without an article, which a number then names: 'for season 13'."""
    start, end = last_word(low, at)
    return low[start:end] in lex.names_led and low[at - 1 : at] == " "


@kept
def _page_of() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{pattern_of(load('identifiers')['before']['pages'])}) [0-9]+ of $")


def _numbers(word: str, start: int, shadow: Shadow, lex: Lexicon) -> bool:
    """Whether the word is of things that bear numbers: 'reactor 4', 'Districts 1, 2 and 4', 'situation report 14'."""
    one = singular(word) if word else ""
    if not (word in lex.names_numbered or one in lex.names_numbered) or shadow.low[start - 1 : start] != " ":
        return False
    if one in lex.names_bearing:
        return True
    return (
        one != word
        and one in lex.names_before
        and (one not in lex.names_capital or shadow.text[start - 1 - len(word)].isupper())
    )


def _governs(low: str, end: int, lex: Lexicon) -> bool:
    """Whether the word in -s is a verb, for another number is its object: 'report 31 lists 8 deaths'."""
    following = NEXT_WORD.match(low, end)
    after = _TOKEN_NEXT.match(low, following.end()) if following else None
    return after is not None and (after[1][0].isdigit() or after[1] in lex.cardinals)


def _named_together(low: str, word: str, atom: Atom, lex: Lexicon) -> bool:
    """Whether a plural bears two numbers that rise and a verb follows: 'pumps 2 and 6 failed'."""
    match = _TWO.match(low, atom.end)
    if match is None or not is_plural(word) or word in lex.stops or not atom.low < int(match[1]):
        return False
    return low[atom.start - 1] == " " and _verbal(low, match.end(), lex)


def numbered(shadow: Shadow, atom: Atom, lex: Lexicon) -> bool:
    """Whether a pair of numbers stands behind the word for what it numbers: 'pp. 12-14', 'Articles 3 to 5'."""
    begin, end = last_word(shadow.low, atom.start, _GAPS)
    own = shadow.low[begin:end]
    word = own.rstrip(".")
    if (own in lex.names_before or word in lex.names_before) and word not in lex.names_capital:
        return True
    return _numbers(word, atom.start, shadow, lex)


def _index(shadow: Shadow, start: int, lex: Lexicon) -> bool:
    """Whether an index or a body whose name ends in a number stands before it: 'the FTSE 100', 'the Group of 20'."""
    words = shadow.low[max(0, start - 16) : start].rsplit(None, 3)
    last = " ".join(words[-2:])
    if bool(words) and (words[-1] in lex.names_index or last in lex.names_index):
        return True
    return last in lex.names_group and " " in last and shadow.text[shadow.low.rfind(last, 0, start)].isupper()


def stands_alone(shadow: Shadow, end: int, lex: Lexicon) -> bool:
    """Whether no word follows that the number could count: a mark, a small word, or a name."""
    return (
        _verbal(shadow.low, end, lex)
        or _no_noun(shadow.low, end, lex)
        or _CAPITAL_NEXT.match(shadow.text, end) is not None
    )


def _verbal(low: str, end: int, lex: Lexicon) -> bool:
    following = NEXT_WORD.match(low, end)
    return following is not None and (following[1] in lex.verbs or following[1].endswith("ed"))


def _no_noun(low: str, end: int, lex: Lexicon) -> bool:
    """Whether nothing that could be counted follows: 'the top three in', 'the last 32.'"""
    following = NEXT_WORD.match(low, end)
    return following is None or following[1] in lex.stops


def _model(shadow: Shadow, atom: Atom) -> bool:
    """'a 787 Dreamliner': before a name in the singular."""
    if not like_a_model(shadow, atom):
        return False
    before = shadow.text[max(0, atom.start - 2) : atom.start]
    return bool(_CAPITAL_NEXT.match(shadow.text, atom.end)) and before[:1].islower() and before[1:] == " "


def _sole(shadow: Shadow, word: str, atom: Atom, lex: Lexicon) -> bool:
    """Whether the words around say that it is one thing, whose name the number is: 'a 737 and an A320', 'the 486 is'."""
    low = shadow.low
    single = load("identifiers")["single"]
    if low[atom.start - 1] != " " or low[atom.end : atom.end + 1] == "-":
        return False
    if word in single["articles"]:
        return atom.low % 100 != 0 and _no_noun(low, atom.end, lex)
    following = NEXT_WORD.match(low, atom.end)
    if following is None or not like_a_model(shadow, atom):
        return False
    return following[1] in single["bearers"] or (word in single["definite"] and following[1] in single["verbs"])


def _enumerates(low: str, start: int, end: int) -> bool:
    """Whether the number leads one of a list told in a sentence: '1) the road; 2) the bridge' opens no bracket."""
    if not low.startswith((")", " )"), end) or low[start - 1 : start] not in ("", " ", "\n", "("):
        return False
    before = low[max(0, start - _BRACKET) : start]
    return before.rfind("(") <= before.rfind(")")


def like_a_model(shadow: Shadow, atom: Atom) -> bool:
    """Whether it is a number that models bear: three or four digits, not round, as '787'."""
    return atom.end - atom.start in (3, 4) and atom.low % 100 != 0 and "," not in shadow.low[atom.start : atom.end]


def _proper(shadow: Shadow, at: int, word: str, following: str) -> bool:
    """Whether the capitalised word before a number is a name that the number belongs to: 'Falcon 9', 'FTSE 100'."""
    own = shadow.text[at : at + len(word)]
    if len(word) < 2 or own.endswith("."):
        return False
    if own[1:] != own[1:].lower() and not own.isupper():  # 'iPhone 11', 'YouTube 5'
        return True
    lead = shadow.low[max(0, at - 2) : at].strip()
    if at == 0 or lead[-1:] in (".", '"', ":", "!", "?", "\u2014", "'"):
        return False
    around = shadow.text[max(0, at - 30) : at]
    if own.isupper() and not any(letter.islower() for letter in around):
        return False
    return following not in ("%",)


def _line_begins(low: str, at: int) -> bool:
    return at == 0 or low[at - 1] == "\n"


def rank(start: int, end: int, value: int) -> Atom:
    return label(Kind.RANK, start, end, value)


def ordinal_tail(low: str, atom: Atom, lex: Lexicon) -> Atom | None:
    """'twenty-first', 'one hundred and fifth': the number words before an ordinal belong to it."""
    match = _ORDINAL_WORD.match(low, atom.end)
    if match is None or match[2] not in lex.ordinals or atom.low.denominator != 1 or (match[1] and atom.low < 100):
        return None
    value = lex.ordinals[match[2]]
    if value >= 100:
        part = atom.low == 1 and low.startswith(" of ", match.end())  # 'one hundredth of an inch'
        return None if part else rank(atom.start, match.end(), int(atom.low) * value)
    if atom.low % 100 and (atom.low % 10 or value > 9):
        return None
    if atom.low < 20 or (value == 2 and low[atom.end] == " " and atom.low < 1000):
        return None
    return rank(atom.start, match.end(), int(atom.low) + value)
