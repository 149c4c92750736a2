"""A figure without a noun that sets some of those apart whom its sentence has counted: 'four were burned, one seriously',
'12 of the 96 hours', 'he bought 11 horses, of which one won'."""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import Beginning, Prefixed, crossed, heads, pair
from audit.syntax import Mention, Reading
from audit.syntax.sets import Sets, sets
from audit.text.plurals import singular

__all__ = ["set_apart"]

_BACK = 30
"""Tokens before a figure in which the whole stands."""
_MOST = 2
_BETWEEN = 3
"""Tokens between 'of' and the number of the whole."""
_AGO = 2
"""Sentences back in which the length of time stands of which 'four of them' are some."""
_OPENING = frozenset(("comma", "dash", "and", "open", "semicolon", "with", "of_them"))
_FIRST = frozenset(("start", "only", "that"))
"""What one stands behind that goes back to those of the sentence before: 'Only one, the Dane, is smiling'."""
_VERBS = frozenset(("are", "have"))
_DEFINITE = frozenset(("the", "all", "remaining", "other"))
_UNITS = ("money", "measure")
_WITH_UNIT = ("duration", "measure", "money", "rate")
_OF = frozenset(("of", "of_them"))
_ALIKE = Beginning("between", "gap", "length", "heads", "measure", "said", "opened", "behind", "one")
_OPENED, _BEHIND = Prefixed("opened:"), Prefixed("behind:")


def set_apart(reading: Reading) -> Iterator[Binding]:
    """Every bare figure that may be some of those counted before it in its sentence, or of a whole with a unit.

    - `apart.bare`: 'Four firemen were burned, one seriously'; none of 'Four died, nine were hurt'
    - `apart.one`: 'He bought 11 horses, of which one won': one that counts nothing by itself
    - `apart.unit_untold`: 'Four hundred tonnes were shifted, 150 by crane'
    - `apart.of_unit`: '12 of the 96 hours', '€640 of the €1,600 a month'
    - `apart.of_length`: 'For 22 years he was its voice. He spent four of them abroad'
    """
    book = sets(reading.document.language or "en")
    for part in reading.mentions:
        if part.type == "count" or _is_one(part):
            yield from _bare(reading, book, part)
        if part.type.startswith(("count", *_WITH_UNIT)) and part.last < len(reading.tokens.classes):
            yield from _of_unit(reading, part)
            yield from _of_length(reading, part)


def _is_one(part: Mention) -> bool:
    return part.type == "identifier" and part.low == part.high == 1


def _bare(reading: Reading, book: Sets, part: Mention) -> Iterator[Binding]:
    tokens, (begin, end) = reading.tokens, reading.bounds[part.sentence]
    opening = tokens.classes[part.first - 1] if part.first > begin else "start"
    one, first = _is_one(part), opening in _FIRST or (opening == "quote" and part.first == begin + 1)
    if not (first or opening in _OPENING) or not (one or _counts_nothing(reading, book, part, end)):
        return
    behind = tokens.classes[part.last] if part.last < end else "stop"
    goes_on = behind in _VERBS and opening != "of_them"
    extra = [_OPENED[opening], _BEHIND[behind or "word"]]
    if one or not (first or goes_on):
        back = one and (first or goes_on)
        for tried, whole in enumerate(_wholes(reading, book, part, opening, back)):
            yield _binding(reading, "apart.one" if one else "apart.bare", part, whole, [*extra, f"tried:{tried}"])
    if not one:
        with_unit = [m for m in reading.before(part, first) if m.type.startswith(_UNITS)]
        for whole in with_unit[-1:]:
            yield _binding(reading, "apart.unit_untold", part, whole, extra)


def _wholes(reading: Reading, book: Sets, part: Mention, opening: str, back: bool) -> list[Mention]:
    """The counts before a bare figure that it may be some of, the nearest first."""
    found = []
    for whole in reversed(reading.before(part, back)):
        here = whole.sentence == part.sentence
        if whole.type != "count" or whole.figure.words is not None or whole.high == 1:
            continue
        if (here and part.first - whole.after > _BACK) or not (
            opening == "of_them" or _is_counted(reading, book, whole)
        ):
            continue
        mine, theirs = part.claim.measures, whole.claim.measures
        if not (mine and theirs and set(mine).isdisjoint(theirs)):
            found.append(whole)
    return found[:_MOST]


def _counts_nothing(reading: Reading, book: Sets, part: Mention, end: int) -> bool:
    """Whether no noun stands behind a figure, or a word that only says how those fared: 'one seriously', 'two unhurt'."""
    if part.after - part.last != 1 or part.after > end:
        return part.after == part.last
    word = reading.tokens.words[part.last]
    return word in book.apart or (word.endswith(book.endings) and singular(word) == word and not book.kinds(word))


def _is_counted(reading: Reading, book: Sets, whole: Mention) -> bool:
    """Whether a figure counts something that it names, or goes back to it: 'the remaining four'."""
    end = reading.bounds[whole.sentence][1]
    return whole.determiner in _DEFINITE or not _counts_nothing(reading, book, whole, end)


def _of_unit(reading: Reading, part: Mention) -> Iterator[Binding]:
    """'12 of the 96 hours': the unit stands behind the whole alone, or the whole is so much a month."""
    following = next(iter(reading.mentions[part.next : part.next + 1]), None)
    classes = reading.tokens.classes
    if following is None or following.sentence != part.sentence or following.type == part.type:
        return
    gap = classes[part.last : following.first]
    if not gap or gap[0] not in _OF or len(gap) > _BETWEEN:
        return
    if following.type.startswith(_WITH_UNIT) if part.type == "count" else following.type.startswith(("rate", "count")):
        yield _binding(reading, "apart.of_unit", part, following, [f"unit:{_sort(part)}-{_sort(following)}"])


def _of_length(reading: Reading, part: Mention) -> Iterator[Binding]:
    """'He spent four of them abroad': years that the text has told as a length of time."""
    if part.type != "count" or reading.tokens.classes[part.last] != "of_them":
        return
    near = [m for m in reading.before(part, _AGO) if m.type == "duration"]
    for tried, whole in enumerate(reversed(near)):
        if tried < 2:
            apart = part.sentence - whole.sentence
            yield _binding(reading, "apart.of_length", part, whole, [f"tried:{tried}", f"said:{min(apart, 2)}"])


def _sort(mention: Mention) -> str:
    return mention.type.partition(" ")[0]


def _binding(reading: Reading, rule: str, part: Mention, whole: Mention, extra: list[str]) -> Binding:
    first, second = (whole, part) if whole.start < part.start else (part, whole)
    features = [
        rule,
        *extra,
        *pair(reading, first, second),
        heads(first, second),
        "one:yes" if part.high == 1 else "one:no",
        f"governor:{reading.places[whole.number].governor}",
    ]
    features += crossed(rule, _ALIKE.of(features[1:]))
    return Binding("subset", rule, part, (Role("whole", whole),), tuple(features), chance=0.6)
