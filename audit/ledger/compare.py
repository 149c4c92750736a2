"""Holds the claims of several documents against each other: which answer to each other, and what does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from audit.checks.check import AGREEING, Check, Operation, Verdict
from audit.figures.rounding import Policy
from audit.ledger.across import across
from audit.ledger.align import Alignment, align
from audit.ledger.beside import Finding, beside, held_as
from audit.ledger.contradictions import contradiction
from audit.ledger.parts import beside_parts
from audit.ledger.provenance import provenance
from audit.ledger.shares import shares
from audit.ledger.statement import Statement, statements
from audit.ledger.things import is_thing
from audit.ledger.trends import trend
from audit.ledger.units import common_unit
from audit.result import Part

__all__ = ["Pair", "compare", "findings", "pairs"]

Pair: TypeAlias = tuple[Statement, Statement, Alignment]
"""Two statements of different documents about one quantity, that which was said first in front."""

_WINDOW = 200
"""Earlier statements of one measure that a statement is held against, the nearest in time first: keeps it linear."""


def compare(parts: Sequence[Part], policy: Policy = Policy.TWO_FIGURE) -> tuple[Check, ...]:
    """The checks between documents, in the order of the documents and of their texts."""
    order = {id(part.document): number for number, part in enumerate(parts)}
    made = list(statements(claim for part in parts for claim in part.claims))
    aligned = list(pairs(made))
    checks = [*findings(aligned, made, policy), *across(aligned, parts, policy), *shares(made, parts, policy)]
    checks.extend(beside_parts([part.document for part in parts], {id(p.document): len(p.claims) for p in parts}))
    return tuple(sorted(checks, key=lambda check: (order[id(check.claim.document)], check.claim.figure.start)))


def pairs(made: Iterable[Statement]) -> Iterator[Pair]:
    """Every two statements of different documents that are aligned, the later in order of time and the nearer first."""
    blocks: defaultdict[tuple[str, str | None], list[Statement]] = defaultdict(list)
    for one in made:
        blocks[one.what, common_unit(one.unit)].append(one)
    for block in blocks.values():
        block.sort(key=lambda s: s.date or date.min)
        for at, later in enumerate(block):
            for earlier in reversed(block[max(0, at - _WINDOW) : at]):
                if earlier.claim.document is later.claim.document:
                    continue
                aligned = align(earlier, later)
                if aligned is not None:
                    yield earlier, later, aligned


def findings(
    aligned: Iterable[Pair], known: Iterable[Statement], policy: Policy = Policy.TWO_FIGURE
) -> Iterator[Check]:
    """What the rules find in the pairs, each finding once: for a claim the nearest earlier one of each kind of finding.

    `known` are all statements of the documents: where one of them gives several figures for a quantity, and any of these
    fits the other's, nothing is wrong between the two.
    """
    siblings: defaultdict[_Key, list[Statement]] = defaultdict(list)
    for one in known:
        siblings[_key(one)].append(one)
    seen: set[tuple[int, int, Operation, str]] = set()
    for earlier, later, alignment in aligned:
        for finding in _rules(earlier, later, alignment, policy):
            claim = later.claim
            slip = finding.diagnosis.slip if finding.diagnosis else str(finding.verdict)
            key = (id(claim.document), claim.index, finding.operation, slip)
            if key in seen or (_is_misfit(finding) and _fits_otherwise(finding, siblings, policy)):
                continue
            seen.add(key)
            yield beside(finding, policy)


_Key: TypeAlias = tuple[int, str, str | None]


def _key(one: Statement) -> _Key:
    return id(one.claim.document), one.what, common_unit(one.unit)


def _is_misfit(finding: Finding) -> bool:
    return finding.operation is not Operation.PROVENANCE and finding.verdict not in AGREEING


def _fits_otherwise(finding: Finding, siblings: Mapping[_Key, Sequence[Statement]], policy: Policy) -> bool:
    """Whether some other figure that the two documents give for the quantity fits; vague words ('dozens') fit too much.

    Where one of them counts a noun twice, nothing says which of the two the other means.
    """
    if is_thing(finding.earlier) and any(
        len(siblings.get(_key(one), ())) > 1 for one in (finding.earlier, finding.later)
    ):
        return True
    first, second = (
        [
            held_as(s.claim.figure, policy)
            for s in siblings.get(_key(one), ())
            if s.people == one.people
            and s.claim.figure.words is None
            and (s.place or one.place) == (one.place or s.place)
        ]
        for one in (finding.earlier, finding.later)
    )
    return any(a.meets(b) for a in first for b in second)


def _rules(earlier: Statement, later: Statement, alignment: Alignment, policy: Policy) -> Iterator[Finding]:
    """What each rule finds. A slip on the way that explains why two figures do not fit is told with them, once."""
    lost = provenance(earlier, later, alignment, policy) if earlier.unit == later.unit else []
    for finding in (contradiction(earlier, later, alignment, policy), trend(earlier, later, alignment, policy)):
        if finding is not None and finding.verdict is Verdict.INCONSISTENT and lost and finding.diagnosis is None:
            yield replace(finding, diagnosis=lost[0].diagnosis)
            lost = lost[1:]
        elif finding is not None:
            yield finding
    yield from lost
