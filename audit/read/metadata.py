"""What a text says of itself: its date in the first lines, the dateline or the file's name, its agency in the dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from audit.lang import load
from audit.read.decode import require_text
from audit.read.options import ReadOptions
from audit.text.dates import find_dates
from audit.text.document import Document
from audit.text.language import recognised
from audit.text.words import alternatives
from audit.vocabulary import kept

__all__ = ["Metadata", "document", "parse_date"]

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_HALF = re.compile("[\ud800-\udfff]")
_APART = re.compile(r"[^\S\n]*(?:\Z|\n|[-–—|:])")
_LONGEST_DATE = 40
"""Characters: 'Wednesday, the 30th of September, 2020'."""
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_DATELINE = re.compile(
    r"(?m)^[^\S\n]*(?:[A-Z\d][\w./'’-]{0,30},?[^\S\n]+){0,7}\((?P<agency>[A-Z][\w .&-]{1,40}?)\)[^\S\n]*(?:--|[-–—])\s"
)
_LOOK_AHEAD = 2000
"""Characters in which a dateline is looked for: it opens the story, below a caption or a headline at most."""
_GAP = r"[^\S\n]*"
_TOWN = r"[A-Z][\w.'’ -]{1,40}"
_AGENCY = rf"(?:\([\w .&'’-]{{2,40}}\){_GAP})?"
_PLACE = re.compile(rf"{_GAP}{_TOWN}(?:,{_GAP}{_TOWN}){{0,2}}{_AGENCY},{_GAP}\Z")
"""What stands before the date of a dateline: 'PORTVILLE, Orrin, '."""
_STORY = re.compile(rf"{_GAP}{_AGENCY}(?:--|[-–—])\s")
"""What stands behind it."""
_CLOCK = re.compile(rf"{_GAP}(?:[,|·•–—-]|at)?{_GAP}(?:\d{{1,2}}[.:]?\d{{0,2}}{_GAP}[\w. ]{{0,12}})?{_GAP}(?:\n|\Z)")
"""What may stand behind the date of a line of its own: the time of day."""
_HEAD_LINES = 6
"""Lines in which a date of its own is looked for: headline, standfirst, byline, place."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a format's own fields say; None where they say nothing."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    author: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    made: date | None = None
    """The day on which the file was made, for where nothing says when it was published."""


def document(text: str, name: str, origin: str, options: ReadOptions, found: Metadata | None = None) -> Document:
    """The document of a text: the user's word first, then the file's own fields, the first line, the file's name. A page
    is often said to be in another language than it is: its words come before its fields.

    Raises `UnreadableError` if the text is blank or has a line that is too long.
    """
    text = require_text(text, origin)
    found = found or Metadata()
    notes = list(found.notes)
    if _HALF.search(text):
        text = _HALF.sub("\ufffd", text)
        notes.append("Halves of characters, which no text can hold, were replaced by \ufffd.")
    published = options.published or found.published or _first_line(text)
    if published is None and (published := _in_head(text)):
        notes.append(f"The date {published} was taken from the head of the text.")
    if published is None and (published := _in_name(name)):
        notes.append(f"The date {published} was taken from the name of the file.")
    if published is None and (published := found.made):
        notes.append(f"The date {published} is the day on which the file was made.")
    publisher = options.publisher or found.publisher
    if publisher is None and (publisher := _agency(text)):
        notes.append(f"The publisher {publisher} was taken from the dateline.")
    return Document(
        text,
        name=name,
        title=found.title or None,
        publisher=publisher,
        published=published,
        author=found.author or None,
        origin=origin,
        language=options.language or recognised(text) or found.language or "",
        notes=tuple(notes),
    )


def parse_date(value: object) -> date | None:
    """The day of a date, a time or their printed form in ISO 8601 or with a month's name; None if it is none of these."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = str(value).strip() if value is not None else ""
    if not words:
        return None
    if _ISO.match(words):
        return _made(*(int(part) for part in words[:10].split("-")))
    return next((mention.exact for mention in find_dates(words, 0, _LOOK_AHEAD) if mention.exact), None)


def _first_line(text: str) -> date | None:
    """The date of a first line: after a label ('Published: 3 May 2021'), or one that stands apart ('3 May 2021 -')."""
    label = _label().match(text, 0, _LOOK_AHEAD)
    assert label is not None, "every part of the pattern can be empty"
    mention = next(iter(find_dates(text, label.end(), min(len(text), label.end() + _LONGEST_DATE))), None)
    if mention is None or mention.start != label.end():
        return None
    return mention.exact if label["label"] or _APART.match(text, mention.end) else None


def _in_head(text: str) -> date | None:
    """The date of the dateline ('PORTVILLE, May 3, 2021 --'), or the one date of the first lines that has its own line."""
    head = min(len(text), _LOOK_AHEAD)
    alone: set[date] = set()
    for mention in find_dates(text, 0, head):
        if mention.exact is None:
            continue
        line = text.rfind("\n", 0, mention.start) + 1
        if _PLACE.match(text, line, mention.start) and _STORY.match(text, mention.end):
            return mention.exact
        label = _label().match(text, line, mention.start)
        if label is not None and label.end() == mention.start and _CLOCK.match(text, mention.end):
            above = sum(bool(each.strip()) for each in text[:line].split("\n"))
            alone.add(mention.exact if above < _HEAD_LINES else date.min)
    return alone.pop() if len(alone) == 1 and date.min not in alone else None


def _in_name(name: str) -> date | None:
    found = {day for match in _NAME_DATE.finditer(name) if (day := _made(*(int(match[n]) for n in (1, 3, 4))))}
    return found.pop() if len(found) == 1 else None


def _agency(text: str) -> str | None:
    match = _DATELINE.search(text, 0, _LOOK_AHEAD)
    return match["agency"].strip() if match else None


@kept
def _label() -> re.Pattern[str]:
    labels = alternatives(load("reading")["first_line"]["labels"])
    return re.compile(rf"\s*(?P<label>(?:{labels})(?:\s*:)?\s+)?", re.IGNORECASE)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
