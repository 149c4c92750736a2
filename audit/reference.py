"""The reference figures of `data/`: populations and the first days of wars, each with its source and date.

`reference()` gives the tables that come with the library, `reference(extra=folder)` the user's laid over them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from audit.errors import VocabularyError

__all__ = ["Event", "Population", "Reference", "reference"]


@dataclass(frozen=True, slots=True)
class Population:
    """How many persons live in a place, as one source has it for one day."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    value: Fraction
    precision: Fraction
    as_of: date
    source: str
    licence: str
    given: bool = False
    """Whether the user gave it."""


@dataclass(frozen=True, slots=True)
class Event:
    """The first day of something long, and the places by which a text points to it."""

    name: str
    start: date
    places: tuple[str, ...]
    source: str
    licence: str
    given: bool = False
    """Whether the user gave it."""


@dataclass(frozen=True, eq=False)
class Reference:
    """All reference figures in force."""

    populations: tuple[Population, ...]
    events: tuple[Event, ...]

    @cached_property
    def _by_place(self) -> dict[str, tuple[Population, ...]]:
        found: dict[str, list[Population]] = {}
        for row in self.populations:
            for name in dict.fromkeys((row.name, *row.aliases)):
                found.setdefault(name.casefold(), []).append(row)
        return {name: tuple(rows) for name, rows in found.items()}

    @cached_property
    def _events_by_place(self) -> dict[str, tuple[Event, ...]]:
        found: dict[str, list[Event]] = {}
        for row in self.events:
            for name in row.places:
                found.setdefault(name.casefold(), []).append(row)
        return {name: tuple(rows) for name, rows in found.items()}

    def populations_of(self, place: str) -> tuple[Population, ...]:
        """Every figure for a place of that name, the oldest first."""
        return self._by_place.get(_plain(place), ())

    def latest_event(self, place: str, before: date) -> Event | None:
        """The event in that place that began last before the day; None if there is none."""
        rows = self._events_by_place.get(_plain(place), ())
        return max((row for row in rows if row.start <= before), key=lambda row: row.start, default=None)

    @property
    def places(self) -> tuple[str, ...]:
        """Every name of a place with an event, in the order of the alphabet."""
        return tuple(sorted({name for row in self.events for name in row.places}))


@cache
def reference(extra: Path | None = None) -> Reference:
    """The tables in force. `extra` is a folder with files of the same names; a bad one raises `VocabularyError`."""
    populations = _read(_home() / "populations.csv", _population(False))
    events = _read(_home() / "events.csv", _event(False))
    if extra is not None:
        if not extra.is_dir():
            raise VocabularyError(str(extra), "is not a folder; give one that holds populations.csv or events.csv")
        theirs = _read(extra / "populations.csv", _population(True))
        populations = _over(populations, theirs, lambda row: row.name)
        events = _over(events, _read(extra / "events.csv", _event(True)), lambda row: row.name)
    return Reference(tuple(sorted(populations, key=lambda row: (row.name, row.as_of))), tuple(events))


Row = TypeVar("Row", Population, Event)


def _home() -> Path:
    """`audit/data` in an installed library, `data` beside `audit` in a checkout."""
    inside = Path(__file__).parent / "data"
    return inside if inside.is_dir() else inside.parent.parent / "data"


def _plain(place: str) -> str:
    name = place.casefold().strip()
    return name.removeprefix("the ")


def _read(file: Path, make: Callable[[dict[str, str]], Row]) -> list[Row]:
    if not file.is_file():
        return []
    rows = []
    try:
        reader = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")))
        for line, row in enumerate(reader, start=2):
            try:
                rows.append(make(row))
            except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
                raise VocabularyError(str(file), f"line {line}: {error}") from error
    except UnicodeDecodeError as error:
        raise VocabularyError(str(file), "is not in UTF-8") from error
    return rows


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(";") if name.strip())


def _population(given: bool) -> Callable[[dict[str, str]], Population]:
    def make(row: dict[str, str]) -> Population:
        return Population(
            row["name"].strip(),
            _names(row["aliases"]),
            row["kind"],
            Fraction(row["population"]),
            Fraction(row["precision"]),
            date.fromisoformat(row["as_of"]),
            row["source"],
            row["licence"],
            given,
        )

    return make


def _event(given: bool) -> Callable[[dict[str, str]], Event]:
    def make(row: dict[str, str]) -> Event:
        start = date.fromisoformat(row["start"])
        return Event(row["name"].strip(), start, _names(row["places"]), row["source"], row["licence"], given)

    return make


def _over(ours: list[Row], theirs: list[Row], key: Callable[[Row], str]) -> list[Row]:
    taken = {key(row) for row in theirs}
    return [row for row in ours if key(row) not in taken] + theirs
