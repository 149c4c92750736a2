"""The noun `Audit`: what one call found, over one input or many, and the doors out of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from audit.checks.check import AGREEING, Check, Verdict
from audit.claims.claim import Claim
from audit.display import Displayed, face
from audit.errors import UnreadableError, exit_code
from audit.figures.figure import Figure
from audit.figures.rounding import Policy
from audit.picture import Picture
from audit.text.document import Document

if TYPE_CHECKING:
    import pandas as pd

    from audit.figures.second_reader import Agreement

__all__ = ["Audit", "Coverage", "Part"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a table was looked at: columns of numbers that a rule spoke of, all of them, and tables left out."""

    checked: int
    columns: int
    left: tuple[str, ...] = ()
    """Each column that was not checked, with the reason."""
    tables: tuple[str, ...] = ()
    """Of the file, each table or sheet that could not be read, with the reason."""
    cells: tuple[str, ...] = ()
    """Of the columns of numbers, each cell that prints none."""


@dataclass(frozen=True, eq=False)
class Part:
    """All that was found in one document, each in the order of the text."""

    document: Document
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    checks: tuple[Check, ...] = ()
    second_reader: tuple[Agreement, ...] | None = None
    """One for each figure, in order; None if no second reader was asked."""
    pictures: tuple[Picture, ...] = ()
    """Drawings that belong to the document, such as the series of a table."""
    coverage: Coverage | None = None
    """Of a table, how much of it was looked at."""

    @property
    def foreign(self) -> str | None:
        """The code of the language that is not read, of the text or of most of what of it is not; a table has none."""
        if any(claim.locator for claim in self.claims):
            return None
        lengths: Counter[str] = Counter()
        for span, code in self.document.unread:
            lengths[code] += len(span)
        return max(lengths, key=lambda code: lengths[code], default=None)

    @property
    def is_foreign(self) -> bool:
        """Whether the text as a whole is in a language that is not read."""
        return self.foreign == self.document.language


@dataclass(frozen=True, eq=False)
class Audit(Displayed):
    """The result of a call: a `Part` for each document that could be read, and why the others could not."""

    parts: tuple[Part, ...]
    policy: Policy = Policy.TWO_FIGURE
    convention: str = "plain"
    failures: tuple[UnreadableError, ...] = ()
    between: tuple[Check, ...] = field(default=())
    """Checks between documents; those within one stand in its part."""
    pictures: tuple[Picture, ...] = ()
    """Drawings that belong to several documents, such as one quantity over time."""
    dismissed: tuple[Check, ...] = ()
    """Those of the checks that a reader has dismissed (`audit.decisions`): they stay in every report, with the reason."""
    unchecked: tuple[str, ...] = ()
    """What was not looked at though it was asked for ('5 columns of the table'), each one sentence that every output shows:
    nothing that was not checked may look as if it fitted."""

    @property
    def document(self) -> Document:
        """The first document, for the common case of one."""
        return self.parts[0].document

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of every document, in the order of the texts."""
        return tuple(figure for part in self.parts for figure in part.figures)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every document."""
        return tuple(claim for part in self.parts for claim in part.claims)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Every recomputation, those between documents last."""
        return tuple(check for part in self.parts for check in part.checks) + self.between

    @property
    def inconsistent(self) -> tuple[Check, ...]:
        """The findings: the checks whose verdict is `inconsistent`."""
        return tuple(check for check in self.checks if check.verdict is Verdict.INCONSISTENT)

    @property
    def consistent(self) -> tuple[Check, ...]:
        """The checks that agree, as printed or within rounding."""
        return tuple(check for check in self.checks if check.verdict in AGREEING)

    @property
    def unverifiable(self) -> tuple[Check, ...]:
        """What could not be checked, or is only asked."""
        return tuple(check for check in self.checks if check.verdict is Verdict.UNVERIFIABLE)

    @property
    def coverage(self) -> str:
        """'checked 9 of 14 columns, 2 of 3 tables', or that nothing was; '' for texts."""
        told = [part.coverage for part in self.parts if part.coverage is not None]
        if not told:
            return ""
        checked, columns = sum(one.checked for one in told), sum(one.columns for one in told)
        out = sum(len(one.tables) for one in told)
        tables = f", {len(told)} of {len(told) + out} tables" if out or len(told) > 1 else ""
        of = f"of {columns:,} column{'' if columns == 1 else 's'} of numbers"
        return f"checked {checked:,} {of}{tables}" if checked else f"NOTHING WAS CHECKED {of}{tables}"

    @property
    def exit_code(self) -> int:
        """0: nothing was found that does not fit; 1: something does not, and nobody dismissed it; 2: some input could not
        be read, or is in a language that is not; 3: the program failed on one."""
        dismissed = {id(check) for check in self.dismissed}
        found = any(id(check) not in dismissed for check in self.inconsistent)
        unread = any(part.is_foreign for part in self.parts)
        return max(exit_code(self.failures, found=found), 2 if unread else 0)

    @cached_property
    def recomputed(self) -> bool:
        """Whether anything was worked out at all; without it nothing can be said to fit."""
        return any(check.verdict is not Verdict.UNVERIFIABLE for check in self.checks)

    def to_frame(self, what: str = "checks") -> pd.DataFrame:
        """A frame with one row a figure, claim, check or operand; `audit.columns` says what each column means."""
        frame: pd.DataFrame = face().frame(self, what)
        return frame

    def report(self, path: str | Path) -> Path:
        """Write a report in the format of the path's suffix and return the path.

        .pdf .png .svg .html .md .json .csv .parquet .xlsx .docx .sarif; another suffix raises `OptionError`. A `.docx` of a
        Word file is that file with a comment at each figure that wants one. The file is written beside and renamed, so that
        no half of a report is ever left.
        """
        return face().write(self, Path(path))

    def __repr__(self) -> str:
        counts = f"{len(self.figures)} figures, {len(self.claims)} claims, {len(self.checks)} checks"
        return f"Audit({counts}, {len(self.inconsistent)} inconsistent)"
