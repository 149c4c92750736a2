"""Which section of a report a check stands in: its verdict's, 'worth a look', or a line that counts it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from audit.checks.check import AGREEING, Check, Operation, Verdict
from audit.numbering import NumberedCheck
from audit.report.words import counted, say, verdict_words
from audit.strings import strings

__all__ = ["LOOK", "MOST", "TALLY", "Sections", "is_between"]

LOOK = "look"
"""The section of what is likely bound, would not fit, and is not sure enough to be said not to fit."""
TALLY = "tally"
"""Stands for no section: counted in a line of what fits."""
MOST = 5
"""Checks worth a look that a document gets."""
LEFT = "left"
"""Stands for no section: what is worth less of a look than the first of its document."""


def is_between(check: Check) -> bool:
    """Whether two statements of equal weight stand beside each other: neither gives what the other should be."""
    return check.operation in (Operation.CONTRADICTION, Operation.TREND)


class Sections:
    """The section of each check, and the lines that stand for those that have none."""

    def __init__(self, checks: Iterable[NumberedCheck]) -> None:
        self._groups: dict[int, str] = {}
        self._tallies: Counter[str] = Counter()
        looked: defaultdict[int, list[Check]] = defaultdict(list)
        for item in checks:
            check = item.check
            if check.odds is not None and check.verdict is Verdict.UNVERIFIABLE:
                looked[id(item.document)].append(check)
            elif check.verdict in AGREEING and str(check.operation) in strings("report")["tally"]:
                self._groups[id(check)] = TALLY
                self._tallies[str(check.operation)] += 1
            else:
                self._groups[id(check)] = str(verdict_words(check.verdict)["group"])
        self.left = 0
        for found in looked.values():
            found.sort(key=lambda check: -(check.odds or 0))
            for place, check in enumerate(found):
                self._groups[id(check)] = LOOK if place < MOST else LEFT
            self.left += max(0, len(found) - MOST)

    def group(self, check: Check) -> str:
        """'misfit', 'look', 'open', 'fit', `TALLY` or `LEFT`."""
        return self._groups[id(check)]

    def listed(self, check: Check) -> bool:
        """Whether the check stands in the report as a finding of its own."""
        return self.group(check) not in (TALLY, LEFT)

    @property
    def fitting(self) -> int:
        """Checks that are counted as fitting in a line."""
        return sum(self._tallies.values())

    def lines(self) -> tuple[str, ...]:
        """'Told again 5 times, agrees.', in the order of the vocabulary."""
        names = strings("report")["tally"]
        return tuple(counted(names[name], self._tallies[name]) for name in names if self._tallies[name])

    def left_out(self) -> tuple[str, ...]:
        """How many are worth less of a look, if any."""
        return (say("sentences", "look_left", n=f"{self.left:,}"),) if self.left else ()
