"""A table of publishers and days for the files of a folder: `file,publisher,published,title,place`."""

from __future__ import annotations

import csv
from pathlib import Path

from audit.errors import UnreadableError
from audit.ledger.corrections import Known
from audit.text.dates import as_day
from audit.text.document import Document

__all__ = ["COLUMNS", "Manifest", "read_manifest"]

COLUMNS = ("file", "publisher", "published", "title", "place")


class Manifest:
    """What a user knows about files, by their names; knows which of them have come."""

    def __init__(self, known: dict[str, Known]) -> None:
        self._known = known
        self._met: set[str] = set()

    def of(self, document: Document) -> Known:
        """What is known about a document: by its path as far as the table gives it, else by its name."""
        origin = Path(document.origin or document.name)
        parts = origin.parts
        names = ["/".join(parts[at:]) for at in range(len(parts))]
        name = next((name for name in (*names, document.name) if name in self._known), None)
        if name is None:
            return Known()
        self._met.add(name)
        return self._known[name]

    @property
    def unmet(self) -> tuple[str, ...]:
        """The files of the table that did not come."""
        return tuple(name for name in self._known if name not in self._met)


def read_manifest(path: Path) -> Manifest:
    """The manifest of a CSV file; `UnreadableError`, with the line, if it is none."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            named = [name.strip().lower() for name in table.fieldnames or ()]
            strange = sorted(set(named) - set(COLUMNS))
            if "file" not in named or strange:
                said = f"has the column {strange[0]!r}" if strange else "has no column 'file'"
                raise UnreadableError(str(path), said, f"name its columns {', '.join(COLUMNS)}; only 'file' is a must")
            table.fieldnames = named
            return Manifest({row["file"].strip(): _known(row, path, table.line_num) for row in table if row["file"]})
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableError(str(path), f"cannot be read ({error})", "give a CSV file in UTF-8") from None


def _known(row: dict[str, str], path: Path, line: int) -> Known:
    given = {name: (row.get(name) or "").strip() or None for name in COLUMNS[1:]}
    try:
        day = as_day(given["published"])
    except ValueError:
        said = f"line {line}: {given['published']!r} is no day"
        raise UnreadableError(str(path), said, "write days as 2031-05-03") from None
    return Known(given["publisher"], day, given["title"], given["place"])
