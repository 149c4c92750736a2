"""The noun `Scene`: a table with what its words name, as the sentences about it are heard."""

from __future__ import annotations

from dataclasses import dataclass

from audit.series.asking.stretches import Stretches
from audit.series.asking.subjects import Subjects
from audit.series.asking.values import Values

__all__ = ["Scene"]


@dataclass(frozen=True, eq=False, slots=True)
class Scene:
    """A table with what its words name: its columns, the values in them, its days."""

    subjects: Subjects
    values: Values
    stretches: Stretches
