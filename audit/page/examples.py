"""The texts that an empty page offers: `audit/seeds` in an installed library, `seeds` beside `audit` in a checkout."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from audit.errors import OptionError
from audit.page.asked import Data
from audit.strings import strings
from audit.vocabulary import kept

__all__ = ["example", "examples"]


def examples() -> list[Data]:
    """Name, title, and what each shows."""
    words: dict[str, str] = strings("page")["examples"]
    return [{"name": path.stem, "title": _title(path), "shows": words.get(path.stem, "")} for path in _paths()]


def example(name: str) -> Data:
    """The text of one. Raises `OptionError` if there is none of that name."""
    path = next((path for path in _paths() if path.stem == name), None)
    if path is None:
        raise OptionError("example", name, tuple(path.stem for path in _paths()))
    return {"text": path.read_text(encoding="utf-8"), "name": path.name}


@kept
def _paths() -> tuple[Path, ...]:
    inside = Path(__file__).parent.parent / "seeds"
    folder = inside if inside.is_dir() else inside.parent.parent / "seeds"
    return tuple(sorted(folder.glob("*.txt"), reverse=True))


def _title(path: Path) -> str:
    publisher, _, day = path.stem.partition("-")
    on = date.fromisoformat(day)
    return f"{publisher.upper()}, {on.day} {on:%B %Y}"
