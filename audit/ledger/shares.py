"""Shares worked out from another document's count: '45% of the houses were destroyed' beside '200 of the 800 houses'."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from audit.checks.check import Check, Operand, Operation, Verdict
from audit.checks.judge import judge
from audit.checks.proposal import Candidate, Proposal
from audit.claims.claim import Claim, Confidence
from audit.figures.figure import Kind
from audit.figures.rounding import Policy
from audit.lang import load
from audit.ledger.align import align, same_moment
from audit.ledger.beside import who
from audit.ledger.statement import Statement
from audit.operations import record
from audit.result import Part
from audit.vocabulary import kept

__all__ = ["shares"]

_WINDOW = 50
"""Counts of one measure that a share is held against: keeps it linear."""

_Counted: TypeAlias = tuple[Statement, Claim]
"""How many it happened to, and the claim of how many there are."""


def shares(made: Sequence[Statement], parts: Sequence[Part], policy: Policy) -> Iterator[Check]:
    """A check for each share that is given alone in one document, and whose part and whole another gives for the same day.

    `made` are all statements of the parts. What the share's own document works out already is left to that.
    """
    known = {id(check.claim) for part in parts for check in part.checks if check.verdict is not Verdict.UNVERIFIABLE}
    counts: defaultdict[str, list[_Counted]] = defaultdict(list)
    for one in _counted(made, {id(part.document): part.claims for part in parts}):
        counts[one[0].what].append(one)
    for share in made:
        if share.claim.figure.kind is not Kind.PERCENT or id(share.claim) in known:
            continue
        for part, whole in counts[share.what][-_WINDOW:]:
            if part.claim.document is not share.claim.document and _answer(share, part):
                yield judge(_proposal(share, part, whole), policy)
                break


def _answer(share: Statement, part: Statement) -> bool:
    """Whether the share, taken as a count, would be of the same quantity and moment as the part."""
    as_count = replace(share, unit=part.unit, claim=replace(share.claim, figure=part.claim.figure))
    aligned = align(part, as_count)
    return aligned is not None and aligned.confidence is Confidence.HIGH and same_moment(part, share) is True


def _counted(made: Iterable[Statement], claims: Mapping[int, Sequence[Claim]]) -> Iterator[_Counted]:
    """The counts whose own sentence gives the whole: '200 of the 800 houses', 'of the 800 houses, 200'."""
    for part in made:
        claim, text = part.claim, part.claim.document.text
        if claim.figure.kind is not Kind.COUNT or claim.figure.words is not None:
            continue
        at, around = claim.index, claims[id(claim.document)]
        for whole in (*around[at + 1 : at + 2], *around[max(0, at - 1) : at]):
            if whole.sentence != claim.sentence or whole.figure.kind is not Kind.COUNT or whole.figure.noun is None:
                continue
            if whole.figure.start > claim.figure.end:
                if _of().fullmatch(text, claim.figure.end, whole.figure.start):
                    yield part, whole
            elif _fronted().search(text, max(0, whole.figure.start - 40), whole.figure.start) and _CLAUSE.fullmatch(
                text, whole.figure.end, claim.figure.start
            ):
                yield part, whole


_CLAUSE = re.compile(r"[^,;.]{1,80},\s(?:[a-z]+\s){0,3}")


@kept
def _of() -> re.Pattern[str]:
    """What stands between a part and its whole: ' of the ', ' out of '."""
    return re.compile(rf"\s(?:people\s)?(?:out\s)?of\s(?:(?:{'|'.join(load('ledger')['shares']['determiners'])})\s)?")


@kept
def _fronted() -> re.Pattern[str]:
    """What stands before a whole at the beginning of a clause: 'Of the '."""
    return re.compile(
        rf"(?:^|[.;,]\s|\n)\W?(?i:of|out of)\s(?:(?:{'|'.join(load('ledger')['shares']['determiners'])})\s)?$"
    )


def _proposal(share: Statement, part: Statement, whole: Claim) -> Proposal:
    reading = Candidate(
        f"part over whole, as {who(part)} has them",
        (Operand(part.claim, "part"), Operand(whole, "whole")),
        record("percent_of").compute,
        "{0} / {1}",
    )
    note = f"The part and the whole stand in {who(part)}, the share in {who(share)}."
    return Proposal(Operation.PERCENT_OF, share.claim, (reading,), note=note)
