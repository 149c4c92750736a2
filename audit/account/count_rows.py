"""Things in a row that are no names, and a number that may count them: phrases, ages, clauses, steps in order.

'No radio, no maps and no doctor: those three lacks', 'Four held ... aged 24, 29, 41 and 50', 'in three places: first ...'.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.counted import Found, near, reference
from audit.syntax import Mention, Reading
from audit.syntax.enumeration import Enumeration
from audit.syntax.rows import clauses, figures, phrases, sequence

__all__ = ["rows"]

_BACK = 2
"""Sentences back in which the phrases stand to which 'those three lacks' goes back."""
_ON = 4
"""Sentences on in which ages or steps in order are told."""
_LEAD = 9
"""The same behind a headline."""


def rows(reading: Reading, mention: Mention) -> Iterator[Found]:
    """Every row of phrases, figures, clauses or steps that a number may count."""
    if reading.is_overlong(mention.sentence):
        return
    goes_back = reference(reading, mention)
    if goes_back:
        yield from _phrases_before(reading, mention, goes_back)
    elif mention.head:
        yield from _phrases_behind(reading, mention)
    yield from _figures(reading, mention, goes_back)
    if goes_back in ("", "back", "all"):
        yield from _clauses(reading, mention)


def _phrases_before(reading: Reading, mention: Mention, how: str) -> Iterator[Found]:
    """'The pilot, a nurse and a patient were hurt. All three live in Marl.'"""
    at = mention.sentence
    for back in range(min(_BACK, at) + 1):
        begin, end = reading.bounds[at - back]
        lists = reading.once(_phrases_of, begin, end if back else mention.first)
        for place, found in enumerate(reversed(lists)):
            yield "count.phrases_back", found, [f"back:{back}", f"by:{how}", f"place:{place}"]
        if lists and back:
            return


def _phrases_behind(reading: Reading, mention: Mention) -> Iterator[Found]:
    """'Clinics will be held at three sites. They are the hall, the mill and, on Sundays only, the school.'"""
    at = mention.sentence
    if at + 1 < len(reading.bounds):
        for place, found in enumerate(reversed(reading.once(_phrases_of, *reading.bounds[at + 1]))):
            if "pair" in found.traits and "led:unlike" in found.traits:
                continue  # any two clauses with an 'and'
            yield "count.phrases_next", found, [near(reading, mention, at + 1), f"place:{place}"]


def _phrases_of(reading: Reading, begin: int, end: int) -> list[Enumeration]:
    return phrases(reading, begin, end)


def _figures(reading: Reading, mention: Mention, how: str) -> Iterator[Found]:
    """'Four held over jail break ... The men, aged 24, 29, 41 and 50'."""
    at, last = mention.sentence, len(reading.bounds)
    first = max(0, at - 1) if how else at
    for sentence in range(first, min(at + 1 + (_LEAD if at == 0 else _ON), last)):
        for found in reading.once(_figures_of, sentence):
            if found.first >= mention.last or found.after <= mention.first:
                on = (
                    "before"
                    if found.first < mention.first
                    else "same"
                    if sentence == at
                    else "next"
                    if sentence == at + 1
                    else "far"
                )
                yield "count.figures", found, [f"on:{on}", f"by:{how or 'number'}"]


def _figures_of(reading: Reading, sentence: int) -> list[Enumeration]:
    return list(figures(reading, reading.by_sentence.get(sentence, [])))


def _clauses(reading: Reading, mention: Mention) -> Iterator[Found]:
    """'kept in three places. First it was a barn; then a school; finally tents'."""
    at = mention.sentence
    end = reading.bounds[at][1]
    if at + 1 < len(reading.bounds):
        begin, end = reading.bounds[at + 1]
        found = clauses(reading, begin, end)
        if found is not None:
            yield "count.clauses_next", found, [near(reading, mention, at + 1)]
    for way, first, last in (("same", mention.after, reading.bounds[at][1]), ("on", reading.bounds[at][1], end)):
        for told in sequence(reading, first, last):
            yield "count.in_sequence", told, [f"on:{way}"]
