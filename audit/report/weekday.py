"""A date beside a day of the week, as a reader would say it: '“30 December 2014” was a Tuesday; the text says Monday'."""

from __future__ import annotations

from audit import show
from audit.checks.check import Check
from audit.report.words import shown
from audit.strings import strings
from audit.text.dates import find_dates

__all__ = ["UNIT", "weekday_title"]

UNIT = "weekday"
"""Of a claim whose value is the day of the week of a date."""


def weekday_title(check: Check, group: str) -> str | None:
    """The title of such a finding; None of any other, and where the group says nothing else of it.

    The year stands behind a date that is printed without one; a day after that of publication 'is', any other 'was'.
    """
    words: dict[str, str] = strings("report")["weekday"]
    figure = check.claim.figure
    if figure.unit != UNIT or not check.readings or group not in words:
        return None
    published = check.claim.document.published
    found = next(iter(find_dates(figure.text)), None)
    day = found.resolve(published) if found is not None else None
    if day is None or day.weekday() != figure.value.low:
        day = None  # a year that another date of the text gave it
    stated = dict.fromkeys(show.interval(reading.as_printed, UNIT) for reading in check.readings)
    return words[group].format(
        text=f"“{shown(figure.text)}”",
        year="" if day is None or (found is not None and found.year) else words["year"].format(year=day.year),
        was=words["is" if day is not None and published is not None and day > published else "was"],
        day=show.interval(figure.value, UNIT),
        stated=" or ".join(stated),
    )
