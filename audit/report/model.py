"""The model of a report: all that any format shows, in the one order, as text that is ready to be escaped and set.

Templates decide how it looks and nothing else. Every key (`d1`, `d1-f3`, `d1-c2`) is an anchor to link to.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TypeAlias

from audit.checks.check import Check
from audit.picture import Picture
from audit.report.chart import Panel
from audit.report.strip import Size

__all__ = [
    "Article",
    "Entry",
    "Finding",
    "Group",
    "Line",
    "Paragraph",
    "Piece",
    "Quote",
    "Reading",
    "Report",
    "Statement",
]

LONG = 5
"""Findings from which on a report begins with a list of them."""


_GIST = 100
"""Characters that a list of findings quotes."""
_AROUND = 60
"""Of these, how many may stand before the figure."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: plain if `entry` is '', else a figure with the key of its entry.

    `group` is 'misfit', 'look', 'open', 'fit' or 'plain'; `role` is 'claim' or 'operand' in the quote of a finding, ''
    elsewhere.
    """

    text: str
    entry: str = ""
    group: str = ""
    role: str = ""


Paragraph: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line: 'Working', '8 + 4 = 12'."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a document (or the cell of a table) with the figures of a finding marked."""

    where: str
    anchor: str
    """Key of the entry that the quote is about, which is marked in the article; '' for the cell of a table."""
    pieces: Paragraph


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as a finding uses it."""

    role: str
    text: str
    stands: str
    source: str
    where: str
    entry: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One check, in words."""

    key: str
    number: int
    document: str
    verdict: str
    label: str
    sign: str
    group: str
    operation: str
    title: str
    source: str
    quotes: tuple[Quote, ...]
    working: str
    told: str
    """The check's own sentence where it says more than its readings, else ''."""
    readings: tuple[Reading, ...]
    implied: tuple[str, ...]
    statements: tuple[Statement, ...]
    lines: tuple[Line, ...]
    """Gap, slip, what is missing, note, the verdict under each policy: those that there are, in this order."""
    panels: tuple[Panel, ...]
    check: Check

    @property
    def size(self) -> float:
        """By how much one operand would have to change, relative to itself; 0 where nothing is implied."""
        return abs(float(self.check.slack or 0))

    @property
    def gist(self) -> str:
        """The words round its figure, for a list of findings; '' for a cell of a table, whose title says where it stands."""
        if not self.quotes or not self.quotes[0].anchor:
            return ""
        pieces = self.quotes[0].pieces
        marked = next((number for number, piece in enumerate(pieces) if piece.role), 0)
        before = "".join(piece.text for piece in pieces[:marked])
        start = before.rfind(" ", 0, max(0, len(before) - _AROUND)) + 1 if len(before) > _AROUND else 0
        words = "".join(piece.text for piece in pieces)[start:]
        return ("… " if start else "") + shorten(words, _GIST, placeholder=" …")

    def as_text(self) -> str:
        """The finding as plain text, for the clipboard and for feeds."""
        quoted = [f"“{''.join(piece.text for piece in quote.pieces)}” ({quote.where})" for quote in self.quotes]
        rest = [f"{line.label}: {line.text}" for line in self.lines]
        return "\n".join(
            [f"{self.sign} {self.title}", *quoted, self.source, self.working, *self.implied, *rest]
        ).strip()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand the words, worked out."""

    label: str
    formula: str
    """'' where it is the result itself."""
    result: str
    rounded: str
    """With the operands' rounding; '' if that is the same."""
    verdict: str
    sign: str
    """'' where the check as a whole comes to something else."""

    @property
    def line(self) -> str:
        """Formula and result: '8 + 4 = 12'."""
        return f"{self.formula} = {self.result}" if self.formula else self.result

    @property
    def outcome(self) -> str:
        """Sign and verdict."""
        return f"{self.sign} {self.verdict}".strip()


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one group of verdicts, under its heading."""

    name: str
    heading: str
    empty: str
    findings: tuple[Finding, ...]
    lines: tuple[str, ...] = ()
    """What stands for findings that are not listed one by one, each a sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table of all figures."""

    key: str
    number: str
    """That of the figure; 'c7' for the seventh claim, where no figure is printed ('the driver was killed') or of a cell."""
    text: str
    value: str
    kind: str
    counts: str
    source: str
    status: str
    group: str
    sign: str
    verdict: str
    findings: tuple[str, ...]
    second: str
    where: str
    quantity: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One document: its text with the figures marked, and its figures."""

    key: str
    name: str
    title: str
    line: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    entries: tuple[Entry, ...]
    left_out: str
    """A sentence if not all cells of a table are listed, else ''."""
    sizes: tuple[Size, ...]
    """Its quantities, for the strip."""
    pictures: tuple[Picture, ...]
    """Drawings of its series."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. The groups come first, in the order of the vocabulary; where nothing was recomputed, only those
    that hold something: 'nothing does not fit' would be no news."""

    title: str
    line: str
    """Who published what and when, or how many documents these are."""
    summary: str
    counts: tuple[tuple[str, int, str], ...]
    """Of each group its name, its number of findings and its words ('1 does not fit'). Where nothing was recomputed, and of
    what is worth a look, only if there are any: a row of noughts would look as if all fitted."""
    language: str
    groups: tuple[Group, ...]
    pictures: tuple[Picture, ...]
    """Drawings that belong to no one document."""
    articles: tuple[Article, ...]
    method: tuple[Line, ...]
    failures: tuple[str, ...]
    limits: tuple[str, ...]
    """What was not read and what was not checked, each a sentence; comes before anything that fits."""
    trust: tuple[Line, ...]
    """How often the bindings of each rule used have fitted where that was measured."""
    neutral: str
    second_reader: bool

    @property
    def contents(self) -> tuple[Finding, ...]:
        """The findings that a long report lists on its first page: all but those that fit; none of a short one."""
        listed = tuple(finding for group in self.groups if group.name != "fit" for finding in group.findings)
        return listed if len(listed) >= LONG else ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for group in self.groups for finding in group.findings)
