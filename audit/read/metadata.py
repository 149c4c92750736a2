"""What a text says of itself: its date in the first line or the file's name, its agency in the dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from audit.document import Document
from audit.read.decode import require_text
from audit.read.options import ReadOptions
from audit.vocabulary import load

__all__ = ["Metadata", "document", "parse_date"]

_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)(?:T[\d:.]+Z?)?"
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_DATELINE = re.compile(
    r"(?m)^[^\S\n]*(?:[A-Z\d][\w./'’-]{0,30},?[^\S\n]+){0,7}\((?P<agency>[A-Z][\w .&-]{1,40}?)\)[^\S\n]*(?:--|[-–—])\s"
)
_LOOK_AHEAD = 2000
"""Characters in which a dateline is looked for: it opens the story, below a caption or a headline at most."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a format's own fields say; None where they say nothing."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    author: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


def document(text: str, name: str, origin: str, options: ReadOptions, found: Metadata | None = None) -> Document:
    """The document of a text: the user's word first, then the file's own fields, the first line, the file's name.

    Raises `UnreadableError` if the text is blank or has a line that is too long.
    """
    found = found or Metadata()
    notes = list(found.notes)
    published = options.published or found.published or _first_line(text)
    if published is None and (published := _in_name(name)):
        notes.append(f"The date {published} was taken from the name of the file.")
    publisher = options.publisher or found.publisher
    if publisher is None and (publisher := _agency(text)):
        notes.append(f"The publisher {publisher} was taken from the dateline.")
    return Document(
        require_text(text, origin),
        name=name,
        title=found.title or None,
        publisher=publisher,
        published=published,
        author=found.author or None,
        origin=origin,
        language=found.language or "en",
        notes=tuple(notes),
    )


def parse_date(value: object) -> date | None:
    """The day of a date, a time or their printed form in ISO 8601 or with a month's name; None if it is none of these."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _dates().match(str(value).strip()) if value is not None else None
    return _day(match) if match else None


def _first_line(text: str) -> date | None:
    labelled, bare = _first_lines()
    match = labelled.match(text, 0, _LOOK_AHEAD) or bare.match(text, 0, _LOOK_AHEAD)
    return _day(match) if match else None


def _in_name(name: str) -> date | None:
    found = {day for match in _NAME_DATE.finditer(name) if (day := _made(*(int(match[n]) for n in (1, 3, 4))))}
    return found.pop() if len(found) == 1 else None


def _agency(text: str) -> str | None:
    match = _DATELINE.search(text, 0, _LOOK_AHEAD)
    return match["agency"].strip() if match else None


@cache
def _dates() -> re.Pattern[str]:
    return re.compile(_date_pattern(), re.IGNORECASE)


@cache
def _first_lines() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A date after a label ('Published: 3 May 2021'), and one that stands apart ('3 May 2021 -')."""
    words = load("reading")["first_line"]["labels"]
    labels = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    labelled = rf"\s*(?:{labels})(?:\s*:)?\s+(?:{_date_pattern()})\b"
    bare = rf"\s*(?:{_date_pattern()})[^\S\n]*(?:\Z|\n|[-–—|:])"
    return re.compile(labelled, re.IGNORECASE), re.compile(bare, re.IGNORECASE)


@cache
def _date_pattern() -> str:
    words = load("reading")
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    weekdays = "|".join(words["weekdays"])
    day_first = rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{months})\.?,?\s+(?P<year2>\d{{4}})(?!\d)"
    month_first = rf"(?P<month3>{months})\.?\s+(?P<day3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year3>\d{{4}})(?!\d)"
    return rf"{_ISO}|(?:(?:{weekdays})\.?,?\s+)?(?:{day_first}|{month_first})"


def _day(match: re.Match[str]) -> date | None:
    months: dict[str, int] = load("reading")["months"]
    part = {key.rstrip("23"): value for key, value in match.groupdict().items() if value}
    month = part["month"]
    return _made(int(part["year"]), int(month) if month.isdigit() else months[month.lower()], int(part["day"]))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
