"""Words of time that are no date and no figure: 'on Sunday', 'in June', 'in 2019', 'last year', 'yesterday', 'the next day'.

A word is read as far as it says something. What it resolves to is filled in where it needs no guess: `year` of 'last June'
and `day` of 'yesterday' where the day of publication is known. Nothing that is part of a `DateMention` stands here.

>>> from audit.text.document import Document
>>> [(time.text, str(time.kind), time.offset) for time in find_times(Document("On Sunday 3 died; a year earlier 5 had."))]
[('Sunday', 'weekday', None), ('a year earlier', 'relative_year', -1)]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.text.distances import told_by_distance
from audit.text.named_times import named_times
from audit.text.time_mention import OPENING, TimeKind, TimeMention, time_words, words_before

if TYPE_CHECKING:
    from audit.text.document import Document

__all__ = ["find_times"]


def find_times(document: Document) -> tuple[TimeMention, ...]:
    """Every word of time outside the dates of the document, in order."""
    taken = document.dates
    starts = [mention.start for mention in taken]
    times = [*told_by_distance(document), *named_times(document), *_years(document)]
    times.sort(key=lambda time: (time.start, -time.end))
    found: list[TimeMention] = []
    last = 0
    for time in times:
        k = bisect_right(starts, time.end - 1) - 1
        if time.start >= last and (k < 0 or taken[k].end <= time.start):
            last = time.end
            found.append(time)
    return tuple(found)


_YEAR = re.compile(r"[12](?<![\w.,/$£€-].)(?:(?<=1)[5-9]|(?<=2)0)\d\d(?!\w|[%/]|[.,]\d|-\d|\s?%)")


def _years(document: Document) -> Iterator[TimeMention]:
    """Years that a word of time or a bracket leads in: 'in 2019', 'the summer of 2016', '(2020)'."""
    for match in _YEAR.finditer(document.text):
        start, end = match.span()
        last, two = words_before(document, 0, start)
        if last in OPENING or last in time_words("before_year") or two in time_words("before_year"):
            yield TimeMention(start, end, match.group(), TimeKind.YEAR, year=int(match.group()))
