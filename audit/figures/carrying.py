"""What a bare figure takes from another one of its sentence: the noun that it counts, its unit, or its bound."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from audit.figures.atom import Atom
from audit.figures.figure import NOT_QUANTITIES, Figure, Kind
from audit.figures.forms import pattern_of
from audit.figures.lexicon import Lexicon
from audit.figures.lookback import SENTENCE_END
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.text.document import Span
from audit.text.plurals import singular
from audit.vocabulary import kept

__all__ = ["carried_noun", "converted", "partitive", "share_unit", "suspended", "told_alike"]

_SUSPENDED = re.compile(r"-(?:,? (?:and|or|to) |, ?)")
_SHARED = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.RATE})
_FURTHEST = 120
"""Characters between a figure and the one that takes its unit."""
_LISTING = (" and ", " or ", ", and ", ", or ", ", ")
_OF = ("of", "OF", "Of")
_ALIKE = 60
"""Characters between a part and its whole, or between the figures of two clauses that are told alike."""
_SCALED = re.compile(r"[^0-9]{0,5}([0-9][0-9,]*(?:\.[0-9]+)?)[ -]?([a-z]+)")
_NEARBY = 3
"""Two printed numbers of one scale, of which one leaves it out, are no further apart than this many times."""
_LIKE = 25
"""Two figures that are set against each other are not further apart than this many times."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of `carrying.toml`; those that end in a blank end right before a number."""

    against: re.Pattern[str]
    joining: frozenset[str]
    start: frozenset[str]
    start_before: re.Pattern[str]
    end: frozenset[str]
    levels: re.Pattern[str]
    times: re.Pattern[str]
    parallel: re.Pattern[str]
    held: re.Pattern[str]
    alike: re.Pattern[str]
    groups: frozenset[str]
    left: frozenset[str]
    whole: re.Pattern[str]


@kept
def _words() -> _Words:
    units, nouns = load("carrying")["units"], load("carrying")["nouns"]
    of, articles = pattern_of(nouns["of"]), pattern_of(nouns["articles"])
    hedges = pattern_of(nouns["hedges"])
    when = pattern_of([*units["spans"], *load("dates")["months"]])
    return _Words(
        against=_before([*units["against"], *units["joining"], *units["start"], *units["end"]]),
        joining=frozenset(units["joining"]),
        start=frozenset(units["start"]),
        start_before=_before(units["start"]),
        end=frozenset(units["end"]),
        levels=_before(units["levels"]),
        times=re.compile(
            rf",? (?:{pattern_of(units['times'])}|(?:{pattern_of(units['within'])}) (?:{when}|[12][0-9]{{3}}))(?![^\W_])"
        ),
        parallel=_before(units["parallel"]),
        held=re.compile(rf"([^\W\d_]{{2,40}}) {of} (?:(?:{hedges}) )?$"),
        alike=re.compile(
            rf",?\s(?:{pattern_of(nouns['alike'])})\s(?:(?!(?:{articles}|an?)\s)[^\W\d_]+\s){{1,7}}", re.IGNORECASE
        ),
        groups=frozenset(nouns["groups"]),
        left=frozenset(nouns["left"]),
        whole=re.compile(
            rf"\s{of}\s(?:(?:{articles})\s)?(?:(?:[^\W_]+\s){{0,2}}[^\W_]+(?:['\u2019]s|s['\u2019])\s)?(?:(?:{hedges})\s)?",
            re.I,
        ),
    )


def _before(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])({pattern_of(words)})[ \n]$")


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends in between."""
    return SENTENCE_END.search(text, start, end) is not None


def carried_noun(
    shadow: Shadow, atom: Atom, start: int, earlier: list[Figure], lex: Lexicon
) -> tuple[str | None, Span | None]:
    """The noun of an earlier figure of the same sentence, for a bare count: 'wounded another 10,000'."""
    near = max(0, atom.start - 40)
    held = (
        _words().held.search(shadow.low, near, atom.start)
        if " of " in shadow.low[atom.start - 14 : atom.start]
        else None
    )
    if held and singular(held[1]) in _words().groups:
        return None, None
    for figure in reversed(earlier[-6:]):
        if start - figure.end > 200 or _apart(shadow.original, figure.end, start):
            return None, None
        hands_over = figure.noun and figure.kind in (Kind.COUNT, Kind.FRACTION) and figure.head not in lex.participles
        if hands_over and not _left_behind(figure, shadow.original, start, lex):
            first, _, others = (figure.noun or "").partition(" ")
            return others if others and first in _words().left else figure.noun, figure.phrase
    return None, None


def _left_behind(figure: Figure, text: str, at: int, lex: Lexicon) -> bool:
    """Whether the figure counts a part in an aside that is over: of '12 people, including 3 children, and 40' the 3."""
    aside = text[max(0, figure.start - 60) : figure.start].rpartition(", ")[2].lower()
    return any(cue in aside for cue in lex.subsets) and "," in text[figure.end : at]


def share_unit(shadow: Shadow, atom: Atom, earlier: list[Figure], lex: Lexicon) -> None:
    """Give a bare number unit and scale of what it is set against: 'rose to 4.1 percent from 4.6', '5.9 mln against 5.8'."""
    before = next((figure for figure in reversed(earlier[-4:]) if figure.kind not in NOT_QUANTITIES), None)
    if before is None:
        return
    scale = _scale(before, atom, lex)
    if scale == 1 and (before.unit is None or before.kind not in _SHARED):
        return
    start, text = shadow.origin(atom.start), shadow.original
    if start - before.end > _FURTHEST or _apart(text, before.end, start):
        return
    sizes = sorted(abs(float(value)) for value in (before.value.middle, atom.low * scale))
    if sizes[1] > _LIKE * sizes[0] or not _set_against(shadow, atom, before):
        return
    if scale > 1:
        atom.low, atom.high, atom.place, atom.scaled = atom.low * scale, atom.high * scale, atom.place * scale, True
    if before.unit is None or before.kind not in _SHARED:
        return
    atom.unit, atom.kind, atom.per = before.unit, before.kind, before.per


def _scale(before: Figure, atom: Atom, lex: Lexicon) -> int:
    """The scale that a number with decimals leaves out beside one that has it: '5.93 mln against 5.81'; 1 if none."""
    if atom.scaled or atom.place >= 1 or not before.value.is_point:
        return 1
    number = _SCALED.match(before.text.lower())
    scale = (lex.scales.get(number[2]) or lex.suffixes.get(number[2]) or 1) if number else 1
    if number is None or scale < 1000 or scale * 100 * atom.low < before.value.low:
        return 1
    printed = float(number[1].replace(",", ""))
    return scale if max(printed, float(atom.low)) <= _NEARBY * min(printed, float(atom.low)) else 1


def _set_against(shadow: Shadow, atom: Atom, before: Figure) -> bool:
    """Whether the words before the number, or a time behind it, set it against the figure before."""
    words, low = _words(), shadow.low
    lead = shadow.original[max(0, before.start - 24) : before.cue.start if before.cue else before.start].lower()
    parallel = words.parallel.search(low, max(0, atom.start - 12), atom.start)
    if parallel:
        return words.parallel.search(lead) is not None and low[atom.end : atom.end + 1] in (".", ",", ";", "")
    cue = words.against.search(low, max(0, atom.start - 20), atom.start)
    if cue is None:
        listed = low.startswith(", ", atom.start - 2)  # '2.1 billion dollars in 2020, 2.4 billion in 2021'
        return listed and words.times.match(low, atom.end) is not None
    if cue[1] in words.start:
        return words.levels.search(lead) is not None
    if cue[1] in words.end:
        return words.start_before.search(lead) is not None
    return cue[1] not in words.joining or words.times.match(low, atom.end) is not None


def partitive(figures: list[Figure], text: str) -> None:
    """Give 'four' of 'four of the six men' the noun of the whole, and 'a third' of 'a third of its 12 ships'."""
    for index in range(len(figures) - 2, -1, -1):
        one, other = figures[index], figures[index + 1]
        if text[one.end + 1 : one.end + 3] not in _OF or other.start - one.end > _ALIKE:
            continue
        parted = one.kind in (Kind.COUNT, Kind.FRACTION) and one.unit is None and (one.phrase is None or one.carried)
        if not parted or other.kind is not Kind.COUNT or other.noun is None or other.carried:
            continue
        begins = min(other.start, other.cue.start) if other.cue else other.start
        if _words().whole.fullmatch(text, one.end, begins):
            figures[index] = replace(one, noun=other.noun, phrase=other.phrase, carried=True)


def told_alike(figures: list[Figure], text: str) -> None:
    """Give '300' of 'Rome sold 300 and Paris 400 tickets' the noun that the second clause names."""
    for index in range(len(figures) - 2, -1, -1):
        one = figures[index]
        if one.kind is not Kind.COUNT or one.noun is not None or one.words is not None:
            continue
        other = next((figure for figure in figures[index + 1 : index + 3] if figure.is_quantity), None)
        if other is not None and _alike(one, other, text):
            figures[index] = replace(one, noun=other.noun, phrase=other.phrase, carried=True)


def _alike(one: Figure, other: Figure, text: str) -> bool:
    if text[one.start - 1 : one.start] != " " or other.start - one.end > _ALIKE:
        return False
    if other.kind is not Kind.COUNT or other.noun is None or other.carried:
        return False
    begins = min(other.start, other.cue.start) if other.cue else other.start
    return _words().alike.fullmatch(text, one.end, begins) is not None


def suspended(figures: list[Figure], text: str) -> None:
    """Give each of '40, 52 and 61 murders' or 'four-, five- and six-cylinder engines' the noun that the last one names."""
    for index in range(len(figures) - 2, -1, -1):
        one, other = figures[index], figures[index + 1]
        if one.kind is not Kind.COUNT or other.kind is not Kind.COUNT or not (one.phrase is None or one.carried):
            continue
        if text.startswith("-", one.end):
            shares = one.phrase is None and _SUSPENDED.fullmatch(text, one.end, other.start) is not None
        else:
            shares = _is_listed(figures, index, text)
        if shares:
            figures[index] = replace(one, noun=other.noun, phrase=other.phrase, carried=other.noun is not None)


def _is_listed(figures: list[Figure], index: int, text: str) -> bool:
    """Whether the figure and the next stand in a list of at least three bare numbers before one noun."""
    between = text[figures[index].end : figures[index + 1].start]
    if between == ", ":
        return index + 2 < len(figures) and text[figures[index + 1].end : figures[index + 2].start] in _LISTING
    return between in _LISTING and index > 0 and text[figures[index - 1].end : figures[index].start] == ", "


def converted(shadow: Shadow, atom: Atom, earlier: list[Figure]) -> None:
    """A figure in brackets behind another one in other units is the same quantity, bound and all: '20 miles (32 km)'."""
    if atom.bound or not earlier or atom.kind not in (Kind.MONEY, Kind.MEASURE):
        return
    before = earlier[-1]
    between = shadow.original[before.end : shadow.origin(atom.start)]
    if before.kind is atom.kind and before.unit != atom.unit and between in (" (", " / "):
        atom.bound = str(before.bound)
