"""A unit of work: some documents that have been found, numbered, and what is done with them in a worker."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from audit import show
from audit.checks.check import Verdict
from audit.columns import CORPUS, FRAMES
from audit.corpus import dataset
from audit.corpus.guard import Guard
from audit.corpus.settings import Settings
from audit.corpus.tally import Tally
from audit.errors import UnreadableError, failure
from audit.frames import Columns, columns
from audit.pipeline import check_document
from audit.read import Pending
from audit.read.alike import kind
from audit.result import Audit, Part
from audit.text.document import Document

__all__ = ["AHEAD", "Unit", "Work", "cut", "work"]

_ONE_AT_A_TIME = threading.Lock()
"""A worker that runs tasks in threads does one unit at a time: the guard's clock belongs to the process."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`items` are the number in the corpus of each document and the document, found but not read."""

    number: int
    items: tuple[tuple[int, Pending | UnreadableError], ...]


AHEAD = 2
"""Units that an engine hands out for each worker: one in hand, one waiting. More would only take memory."""


class Work(Protocol):
    """The one seam between a run and what runs it: an engine takes units, has this done to each somewhere, and hands back
    the tallies as they end. No engine knows what a unit is, so that all write the same parts, byte for byte.

    With `alone` no other unit of the run shares the worker, and deaths are counted.
    """

    def __call__(self, unit: Unit, *, alone: bool = False) -> Tally: ...


MOST_BYTES = 4_000_000
"""A unit is closed at this many bytes of input, so that long documents take no more memory than short ones."""


FIRST, STEPS = 50, 8
"""Documents of a first unit, and units after which the next ones grow by as many."""


def cut(found: Iterable[tuple[int, Pending | UnreadableError]], size: int) -> Iterator[Unit]:
    """Units of at most `size` documents, or of fewer that are long; the last one of what is left; numbered from 0.

    The first ones are small: so that the documents of a short corpus are spread over the workers, and no unit is large
    beside those that were done before it.
    """
    items: list[tuple[int, Pending | UnreadableError]] = []
    number = total = 0
    for item in found:
        items.append(item)
        total += item[1].size if isinstance(item[1], Pending) else 0
        if len(items) == min(size, FIRST * (1 + number // STEPS)) or total >= MOST_BYTES:
            yield Unit(number, tuple(items))
            number, total, items = number + 1, 0, []
    if items:
        yield Unit(number, tuple(items))


def work(unit: Unit, out: Path, settings: Settings, run: str, *, alone: bool = False) -> Tally:
    """Read and audit the documents of a unit and write its parts; the same unit gives the same bytes.

    With `alone`, a note is kept of the document in hand, so that one that kills the worker twice is given up.
    """
    with _ONE_AT_A_TIME, Guard(out, unit.number, run, settings.seconds, notes=alone) as guard:
        tables: dict[str, Columns] = {table: {column.name: [] for column in CORPUS[table]} for table in CORPUS}
        verdicts: Counter[str] = Counter()
        failures: Counter[str] = Counter()
        left_out = 0
        with guard.clock():
            for number, item in unit.items:
                result = guard.given_up(number, item.where) or _audit(number, item, settings, guard)
                if isinstance(result, UnreadableError):
                    _add_failure(tables["failures"], number, result)
                    failures[kind(result.reason)] += 1
                elif result is None:
                    left_out += 1
                else:
                    _add(tables, number, *result)
                    verdicts.update(result[1]["checks"]["verdict"])
        dataset.write(out, unit.number, tables)
    return Tally(
        documents=len(tables["documents"]["number"]),
        figures=len(tables["figures"]["number"]),
        claims=len(tables["claims"]["number"]),
        checks=len(tables["checks"]["number"]),
        left_out=left_out,
        verdicts=verdicts,
        failures=failures,
    )


def _audit(
    number: int, item: Pending | UnreadableError, settings: Settings, guard: Guard
) -> tuple[Part, dict[str, Columns]] | UnreadableError | None:
    """The document's part and its frames, why there are none, or None if the settings leave it out."""
    if isinstance(item, UnreadableError):
        return item
    guard.begin(number)
    try:
        document = item.read()
        if isinstance(document, UnreadableError):
            return document
        if not _wanted(document, settings):
            return None
        part = check_document(document, policy=settings.policy, convention=settings.convention)
        if settings.only_inconsistent and all(check.verdict is not Verdict.INCONSISTENT for check in part.checks):
            return None
        audit = Audit((part,), settings.policy, settings.convention)
        return part, {table: columns(audit, table) for table in FRAMES}
    except Exception as error:  # one document must never stop a run; the reason is written down
        return failure(item.where, error)


def _wanted(document: Document, settings: Settings) -> bool:
    if settings.since is None and settings.until is None:
        return True
    day = document.published
    return (
        day is not None
        and (settings.since is None or settings.since <= day)
        and (settings.until is None or day <= settings.until)
    )


def _add(tables: Mapping[str, Columns], number: int, part: Part, frames: Mapping[str, Columns]) -> None:
    for table, found in frames.items():
        if not found["document"]:
            continue
        tables[table]["number"] += [number] * len(found["document"])
        for name, values in found.items():
            tables[table][name] += values
    document = part.document
    _add_row(
        tables["documents"],
        number=number,
        document=document.name,
        sha256=document.sha256,
        origin=document.origin,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        author=document.author,
        language=document.language,
        characters=len(document.text),
        figures=len(part.figures),
        claims=len(part.claims),
        checks=len(part.checks),
        inconsistent=sum(check.verdict is Verdict.INCONSISTENT for check in part.checks),
        notes="; ".join(document.notes) or None,
    )


def _add_failure(table: Columns, number: int, error: UnreadableError) -> None:
    _add_row(table, number=number, where=error.where, reason=error.reason, remedy=error.remedy)


def _add_row(table: Columns, **row: str | int | date | None) -> None:
    for name, value in row.items():
        table[name].append(show.text(value) if isinstance(value, str) else value)
