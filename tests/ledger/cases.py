"""Pairs and triples of reports, all invented: half with one planted conflict, half that only look like one (`pairs/*.toml`).

A case is its name, what is planted ('' for nothing; else the operation, or the slip of a provenance finding), and the
reports as (publisher, day of May 2021, text). Each set was written before the rules were run on it.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

__all__ = ["CASES", "Case"]

_BROKEN = re.compile(r"(?<!\n)\n(?!\n)")
"""A line end of the file that is none of the report."""


class Case(NamedTuple):
    name: str
    planted: str
    reports: tuple[tuple[str, int, str], ...]

    def day(self, number: int) -> date:
        return date(2021, 5, number)


def _cases(path: Path) -> list[Case]:
    return [
        Case(
            case["name"],
            case["planted"],
            tuple((publisher, day, _BROKEN.sub(" ", text.strip())) for publisher, day, text in case["reports"]),
        )
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


CASES = [case for path in sorted((Path(__file__).parent / "pairs").glob("*.toml")) for case in _cases(path)]
