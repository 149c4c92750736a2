"""What a run is asked to do: the part that every worker needs, and that must not change when a run goes on."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from audit import __version__
from audit.errors import AuditError, OptionError, UnwritableError
from audit.figures.rounding import Policy
from audit.read import ReadOptions
from audit.vocabulary import fingerprint

__all__ = ["SECONDS", "Settings", "open_run"]

SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How the documents are audited and which of them are kept."""

    policy: Policy = Policy.TWO_FIGURE
    convention: str = "plain"
    since: date | None = None
    until: date | None = None
    """Only documents published from `since` to `until`, both included; those without a date are then left out."""
    only_inconsistent: bool = False
    """Only documents with a figure that does not fit."""
    seconds: float = SECONDS
    """The longest that one document may take to be read and audited."""
    unit: int = 500
    """The most documents in a unit of work, which is also a part file."""

    def __post_init__(self) -> None:
        """Raise `OptionError` for settings under which nothing could be audited."""
        if not self.seconds > 0:
            raise OptionError("seconds", self.seconds, ("a time over 0",))
        if self.unit < 1:
            raise OptionError("unit", self.unit, ("a number from 1",))
        if self.since and self.until and self.since > self.until:
            raise OptionError("until", self.until.isoformat(), (f"a day not before {self.since}",))


def open_run(
    folder: Path,
    sources: list[str],
    settings: Settings,
    sample: int | None,
    options: ReadOptions = ReadOptions(),  # noqa: B008  (frozen)
) -> None:
    """Make the folder, or check that it holds the same run and may go on.

    Raises `AuditError` if it holds another, `UnwritableError` if it cannot be made.
    """
    asked = {
        "program": f"numeric-claims-audit {__version__}",
        "vocabulary": fingerprint(),
        "sources": sources,
        "sample": sample,
        **{name: _plain(value) for name, value in (asdict(options) | asdict(settings)).items()},
    }
    file = folder / "run.json"
    if file.exists():
        before = json.loads(file.read_text(encoding="utf-8"))
        changed = sorted(name for name in asked if before.get(name) != asked[name])
        if changed:
            raise AuditError(
                f"{folder}: holds another run ({', '.join(changed)} differ); give another folder or remove this one"
            )
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / "run.json.new"
        if any(found != beside for found in folder.iterdir()):
            raise AuditError(f"{folder}: is not empty and holds no run; give a new folder")
        beside.write_text(json.dumps(asked, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        beside.rename(file)
    except FileExistsError:
        raise UnwritableError(str(folder), "it is a file; give the name of a folder") from None
    except OSError as error:
        raise UnwritableError(str(folder), error.strerror or str(error)) from None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
