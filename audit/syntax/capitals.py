"""Where the names of a text stand: runs of words with a capital, with the small words that belong within them."""

from __future__ import annotations

from audit.syntax.enumeration import ListWords, is_tight, list_words
from audit.syntax.reading import Reading

__all__ = ["is_called_may", "is_capital", "names_in"]


def names_in(reading: Reading, begin: int, end: int) -> list[tuple[int, int]]:
    """First token of each name from one token to another, and the token behind it. A text in capitals has none."""
    tokens, words = reading.tokens, list_words(reading)
    upper, classes = tokens.upper, tokens.classes
    count = sum(upper[begin:end])
    if not count or (count > 6 and _is_shouted(reading, begin, end)):
        return []
    found: list[tuple[int, int]] = []
    past = begin
    beginning = zip(upper[begin:end], classes[begin:end], tokens.words[begin:end], strict=True)
    for place, (capital, name, word) in enumerate(beginning, begin):
        if not capital and name != "dash" and not word[0].isdigit():
            continue
        at = place - (classes[place] == "dash")  # the article of 'al-Bab'
        if at < past or not (upper[at] or _may_begin(reading, at, end)):
            continue
        last = _name_end(reading, words, at, end)
        if last > at and not _is_opening(reading, words, at, last, begin):
            found.append((at, last))
        named, past = last > at, max(last, at + 1)
        while (
            named and past < end and classes[past] == "dash" and is_tight(reading, past)
        ):  # the rest of 'Malta-flagged'
            past += 2
    return found


def _is_shouted(reading: Reading, begin: int, end: int) -> bool:
    """Whether most words of a stretch have a capital."""
    tokens = reading.tokens
    letters = [at for at in range(begin, end) if tokens.words[at][0].isalpha()]
    return len(letters) > 8 and sum(tokens.capital[at] for at in letters) > 0.8 * len(letters)


def _may_begin(reading: Reading, at: int, end: int) -> bool:
    """Whether a token without a capital begins a name: '222nd Rifles', 'al-Bab'."""
    tokens = reading.tokens
    if at + 2 >= end or tokens.starts[at + 1] != tokens.ends[at]:
        return False
    return tokens.classes[at + 1] == "dash" or (tokens.words[at][0].isdigit() and tokens.words[at + 1].isalpha())


def _is_opening(reading: Reading, words: ListWords, first: int, last: int, begin: int) -> bool:
    """A word that has its capital from the beginning of its sentence alone."""
    if last - first > 1 or is_called_may(reading, first):
        return False
    word = reading.tokens.words[first]
    opens = first == begin or reading.tokens.classes[first - 1] in ("quote", "colon", "bullet", "stop")
    if word in words.stop or not opens or word in reading.names:
        return word in words.stop
    classes, capital = reading.tokens.classes, reading.tokens.capital
    return not (classes[last : last + 1] in (["and"], ["comma"]) and any(capital[last + 1 : last + 2]))


def is_called_may(reading: Reading, at: int) -> bool:
    """Whether a word that is a modal verb elsewhere has its capital as a name: 'Ada, Rosa and May'."""
    classes = reading.tokens.classes
    return classes[at] == "if" and at > 0 and classes[at - 1] in ("and", "comma")


def _name_end(reading: Reading, words: ListWords, at: int, end: int) -> int:
    """The token behind the name that begins here; the same token if none does."""
    tokens = reading.tokens
    starts, ends = tokens.starts, tokens.ends
    first = last = at
    if tokens.words[at][0].isdigit() and at + 2 < end and starts[at + 1] == ends[at] and tokens.words[at + 1].isalpha():
        at += 2  # '222nd Rifles'
        if not is_capital(reading, at):
            return first
    elif not is_capital(reading, at):
        if not _is_article(reading, at, end):
            return first
    elif tokens.words[at] in words.stop and tokens.words[at] not in words.particles and not is_called_may(reading, at):
        return first
    while at < end:
        word = tokens.words[at]
        if is_capital(reading, at):
            if last > first and word in words.stop and word not in words.particles:
                break
            at = last = at + 1
            if word.endswith(("'s", "’s")):
                break
        elif (
            word[0].isdigit()
            and last == at
            and len(word) <= 4
            and not (at + 1 < end and tokens.words[at + 1][0].isalpha())
        ):
            at = last = at + 1
        elif last == at and tokens.classes[at] == "stop" and at + 1 < end and starts[at + 1] == ends[at]:
            at = last = at + 2  # 'XBB.1.9', 'J.P.'
        elif last == at and tokens.classes[at] == "stop" and len(tokens.words[at - 1]) <= 3 and at + 1 < end:
            at += 1
        elif last == at and tokens.classes[at] == "dash" and is_tight(reading, at) and at + 1 < end:
            if not is_capital(reading, at + 1) and tokens.words[at + 1][0].isalpha():
                break
            at += 1
            if tokens.words[at][0].isdigit():
                at = last = at + 1
        elif _is_article(reading, at, end):
            at += 2
        elif word in words.particles and at + 1 < end:
            following = at + 1
            while following < end and tokens.words[following] in words.particles and following - at < 3:
                following += 1
            if following >= end or not (is_capital(reading, following) or _is_article(reading, following, end)):
                break
            at = following
        else:
            break
    return last


def _is_article(reading: Reading, at: int, end: int) -> bool:
    """The small word that a hyphen joins to a name: 'al-Bab', 'ez-Zor'."""
    tokens = reading.tokens
    if at + 2 >= end or len(tokens.words[at]) > 3 or not tokens.words[at].isalpha():
        return False
    return tokens.classes[at + 1] == "dash" and is_tight(reading, at + 1) and is_capital(reading, at + 2)


def is_capital(reading: Reading, at: int) -> bool:
    upper = reading.tokens.upper
    return at < len(upper) and upper[at]
