"""What a figure counts: a bounded walk over the words behind it to the head of its noun phrase."""

from __future__ import annotations

import re
from typing import NamedTuple

from audit.figures.lexicon import Lexicon
from audit.figures.shadow import Shadow
from audit.text.plurals import is_irregular, is_plural, singular

__all__ = ["Counted", "counted", "owned_end"]

_STEP = re.compile(
    r"[ \t]{0,2}(?:\r?\n[ \t]{0,3})?"
    r"((?![^\W\d_]\.[^\W\d_]\.)[^\W\d_](?:[^\W\d_]{0,40}+(?:[0-9]{1,4}[^\W\d_]{0,12}(?![^\W_]))?)(?:['-][^\W_]{1,40}){0,5}"
    r"|(?:[^\W\d_]\.){2,4}|[0-9]{1,4}(?= [a-z])|[0-9]{1,4}s(?![^\W_]))('?)"
)
"""One word of the phrase: letters, also with a model's number ('t-72', 'a320neos'), such a number alone ('737s', '3s'),
or initials ('u.s.')."""
_NAMES = re.compile(r"[A-Z][\w'-]{1,40}(?: [A-Z][\w'-]{1,40}){0,3}")
_TAIL = re.compile(r"-(?:odd|some|plus)(?= )")
_LONGEST_WALK = 7
_AROUND = 30
"""Characters on each side; where all of them are capitals an abbreviation cannot be told from a word."""


class Counted(NamedTuple):
    """Where the phrase stands, its noun, where its head ends, and whether the figure is a part of a larger whole."""

    start: int
    end: int
    noun: str
    partitive: bool = False


def counted(shadow: Shadow, at: int, lex: Lexicon, *, one: bool, of: bool) -> Counted | None:
    """The noun phrase that begins at `at`, right behind a figure; None if none does.

    `one` asks for a singular head. `of` allows for 'of the', as in 'six of the men' and 'thousands of people'.
    """
    low, text = shadow.low, shadow.text
    partitive = False
    hyphen = low.startswith("-", at)
    if hyphen:
        if low.startswith("-strong", at) and not low[at + 7 : at + 8].isalpha():  # 'a 500-strong crowd' is of persons
            return Counted(at + 1, at + 7, "person")
        at = _behind_tail(low, at)
        hyphen = low.startswith("-", at)
    here = at + 1 if hyphen else at
    words: list[tuple[str, int, int]] = []
    for number in range(_LONGEST_WALK + 3):
        match = _STEP.match(low, here)
        if match is None:
            break
        word, end = match[1], match.end()
        start, stop = match.span(1)
        if start == here and number and (not words or low[here - 1] != "'"):
            break
        if not words:
            if word == "of" and of and not partitive:
                partitive = True
                here = stop
                continue
            compared = word in lex.comparatives and low[max(0, here - 3) : here] == " or"
            if (
                (word in lex.noun_skipped and not (partitive and word == "or"))
                or compared
                or (partitive and (word in lex.determiners or word in ("what",)))
            ):
                here = stop
                continue
            if partitive and word in lex.pronouns:
                return None
        if word in ("and", "or") and words and not one and _adjectives(low, words, end, lex):
            here = end
            continue
        if word in lex.stops:
            break
        if word in lex.verbs and not _attributive(low, word, words, end, lex, one=one):
            break
        if (word.endswith(("'s", "s'")) and word != "'s") or (match[2] and word.endswith("s")):
            words.append((word, start, end))
            here = end
            continue
        if not words and not word[0].isalpha() and number == 0 and not low[at : at + 1].isspace():
            break
        words.append((word, start, stop))
        here = stop
        if hyphen:
            break
        if len(words) == 1 and not one and low.startswith(", ", here) and _listed(shadow, words, here + 1, lex):
            here += 1  # 'two young, unconnected girls'
            continue
        if low[here : here + 1] and low[here] not in " \n\t'":
            break
        if len(words) >= _LONGEST_WALK:
            break
    if not words:
        return None
    found = _head(words, text, lex, one=one and not partitive)
    if found is None:
        return None
    index, noun = found
    start = words[0][1]
    full = lex.abbreviations.get(text[words[index][1] : words[index][2]].removesuffix("s"))
    if full is not None and not text[max(0, at - _AROUND) : words[index][2] + _AROUND].isupper():
        return Counted(start, words[index][2], full, partitive)
    if noun == "one":  # 'the nine current ones'
        return None
    return Counted(start, words[index][2], _compound(words[:index], noun, shadow, lex), partitive)


def _behind_tail(low: str, at: int) -> int:
    """Where the words begin behind the tail of '20-odd people', which is no noun."""
    tail = _TAIL.match(low, at)
    return tail.end() if tail else at


def owned_end(shadow: Shadow, end: int, lex: Lexicon) -> int:
    """Where the phrase ends whose head ends at `end`, with a name that owns the counted: 'trucks used by the Red Cross'."""
    link = lex.owned.match(shadow.low, end)
    name = _NAMES.match(shadow.text, link.end()) if link else None
    return name.end() if name else end


def _compound(before: list[tuple[str, int, int]], head: str, shadow: Shadow, lex: Lexicon) -> str:
    """The head with the modifiers right before it that say what kind it is: 'heart transplant', 'missile launch site'.

    Names, numbers, possessors, superlatives and participles of what was done to the counted ('armed men') say something
    else of it; what stands before a name belongs to the name.
    """
    kept, done = [head], False
    for word, start, end in reversed(before):
        if not shadow.text[start].islower() or word in lex.cardinals or word in lex.attributive:
            break
        if word.endswith(("'s", "s'")):
            break
        how = done and word.endswith("ly")  # 'badly wounded men'
        done = word in lex.participles or word.endswith("ed")
        if not (done or how) and word not in lex.superlatives and not (word.endswith("est") and len(word) > 6):
            kept.append(shadow.low[start:end].strip("'"))
    return " ".join(reversed(kept))


def _head(words: list[tuple[str, int, int]], text: str, lex: Lexicon, *, one: bool) -> tuple[int, str] | None:
    """Index of the head among the words, and its singular."""
    last: int | None = None
    for index, (word, start, _) in enumerate(words):
        if word.endswith(("'s", "s'", "'")):
            continue
        following = words[index + 1][0] if index + 1 < len(words) else ""
        if one:
            if following and (_verbal(following, lex) or is_plural(following)):
                return (index, word) if not _adjectival(word) else None
            last = index
            continue
        if is_plural(word):
            if index and word == "lives":
                return index - 1, singular(words[index - 1][0])
            later = following and not _verbal(following, lex) and any(is_plural(w[0]) for w in words[index + 1 :])
            if later and word in lex.modifiers and is_plural(following):
                continue
            if later and is_irregular(word) and singular(word) == word:  # 'personnel carriers', 'police patrol cars'
                continue
            if later and not is_irregular(word) and text[start].isupper():
                continue
            noun = word[:-1] if word[0].isdigit() else singular(word)
            # of 'Model 3s' the number alone says nothing
            return index, f"{words[index - 1][0]} {noun}" if index and noun.isdigit() else noun
    if one and last is not None:
        word = words[last][0]
        return last, singular(word) if is_irregular(word) else word
    if one:
        return None
    # no plural: a participle as head ('12 wounded'), or a noun in the singular before a verb ('11 member group')
    word = words[0][0]
    if word in lex.participles:
        return 0, word
    tail = words[-1][0]
    if tail in lex.adjectives or tail.endswith(("ed", "ing", "ly", "'s", "s'")) or len(words) > 4:
        return None
    return len(words) - 1, singular(tail)


def _attributive(low: str, word: str, before: list[tuple[str, int, int]], at: int, lex: Lexicon, *, one: bool) -> bool:
    """Whether the form of a verb stands before the counted: 'wounded men', 'two working days', 'three young injured men'."""
    if not before:
        return (
            word in lex.participles
            or _of_unit(low, at, lex)
            or (word in lex.attributive and _modifies(low, at, lex, one=one))
        )
    if word not in lex.participles or any(is_plural(each) for each, _, _ in before):
        return False
    following = _STEP.match(low, at)
    return following is not None and is_plural(following[1]) and following[1] not in lex.stops


def _of_unit(low: str, at: int, lex: Lexicon) -> bool:
    """Whether a unit of time follows in the plural: 'two working days', 'five long years'; but 'two died days later'."""
    following = _STEP.match(low, at)
    if following is None or lex.kinds.get(next((name for _, name in lex.units.get(following[1], ())), "")) != "time":
        return False
    after = _STEP.match(low, following.end())
    return is_plural(following[1]) and not (after and after[1] in lex.when)


def _modifies(low: str, at: int, lex: Lexicon, *, one: bool) -> bool:
    """Whether a plural (behind 'one' any noun) follows, which the adjective describes: 'two big fires', not '2 m deep'."""
    for _ in range(3):
        match = _STEP.match(low, at)
        if match is None or match[1] in lex.stops or match[1] in lex.verbs:
            return False
        if one or is_plural(match[1]):
            return True
        at = match.end()
    return False


def _listed(shadow: Shadow, words: list[tuple[str, int, int]], at: int, lex: Lexicon) -> bool:
    """Whether the comma before `at` stands between two adjectives: 'two young, unconnected girls'."""
    word = words[0][0]
    described = word in lex.adjectives or word in lex.described or word.endswith(lex.describing)
    return described and shadow.text[at + 1 : at + 2].islower() and _adjectives(shadow.low, words, at, lex)


def _adjectives(low: str, words: list[tuple[str, int, int]], at: int, lex: Lexicon) -> bool:
    """Whether 'and' joins two modifiers of a plural that is still to come: 'digital and printed copies'."""
    if len(words) > 2 or any(is_plural(word) for word, _, _ in words):
        return False
    for _ in range(2):
        match = _STEP.match(low, at)
        if match is None or match[1] in lex.stops or match[1] in lex.cardinals:
            return False
        if is_plural(match[1]):
            return True
        at = match.end()
    return False


def _verbal(word: str, lex: Lexicon) -> bool:
    return word in lex.verbs or (word.endswith(("ed", "ing")) and not is_irregular(word))


def _adjectival(word: str) -> bool:
    return word.endswith(("ly",))
