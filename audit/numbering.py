"""The numbers that figures, claims and checks carry in frames, reports and commands: from 1, in each document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from audit.checks.check import Check
from audit.figures.figure import Figure
from audit.result import Audit, Part
from audit.text.document import Document

__all__ = ["NumberedCheck", "figure_numbers", "numbered_checks"]


@dataclass(frozen=True, slots=True)
class NumberedCheck:
    """A check with its number in its claim's document, as `audit explain FILE:NUMBER` takes it."""

    document: Document
    number: int
    check: Check


def figure_numbers(part: Part) -> Callable[[Figure], int | None]:
    """What gives the number of each figure of a part, and None for a figure that is not printed there."""
    at: defaultdict[tuple[int, int], list[tuple[int, Figure]]] = defaultdict(list)
    for number, figure in enumerate(part.figures, start=1):
        at[figure.start, figure.end].append((number, figure))

    def number_of(figure: Figure) -> int | None:
        # by place first: to compare two figures, or to hash one, takes many times longer
        candidates = at.get((figure.start, figure.end), ())
        return next((number for number, other in candidates if other is figure or other == figure), None)

    return number_of


def numbered_checks(audit: Audit) -> Iterator[NumberedCheck]:
    """All checks: those of each part in order, then those between documents, which go on counting in their document."""
    last: dict[int, int] = {}
    for part in audit.parts:
        for number, check in enumerate(part.checks, start=1):
            yield NumberedCheck(part.document, number, check)
        last[id(part.document)] = len(part.checks)
    for check in audit.between:
        document = check.claim.document
        last[id(document)] = last.get(id(document), 0) + 1
        yield NumberedCheck(document, last[id(document)], check)
