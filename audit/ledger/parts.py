"""Sets 'some of' beside 'all' where two documents of one day say it of the same: text beside text, and no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from audit.checks.check import Check, Operand, Operation, Reading, Verdict
from audit.claims.claim import Claim, Confidence
from audit.figures.rounding import Policy
from audit.ledger.beside import edition_of
from audit.ledger.quantifiers import head, part_claims
from audit.ledger.scene import scene
from audit.show import text as shown
from audit.text.document import Document

__all__ = ["beside_parts"]

_WINDOW = 200
"""Earlier statements of one noun and day that one is held against: keeps it linear."""


def beside_parts(documents: Sequence[Document], claims_before: Mapping[int, int]) -> Iterator[Check]:
    """A check for each two different quantifiers of the same noun, in sentences of one day that share a place and a word.

    `claims_before` gives for the `id` of a document how many claims it has. The verdict is always `unverifiable`: words
    are compared, and a sentence may mean another part of the whole than the other does.
    """
    seen: set[tuple[str, str]] = set()
    told: defaultdict[tuple[date, frozenset[str]], list[Claim]] = defaultdict(list)
    for document in documents:
        for claim in part_claims(document, claims_before.get(id(document), 0)):
            if claim.as_of is None:
                continue
            same = told[claim.as_of, head(claim)]
            for other in same[-_WINDOW:]:
                key = (other.document.sha256 + document.sha256, str(sorted(head(claim))))
                if other.document is not document and key not in seen and _answer(other, claim):
                    seen.add(key)
                    yield _check(other, claim)
            same.append(claim)


def _answer(one: Claim, other: Claim) -> bool:
    if one.figure.value.meets(other.figure.value) or one.sentence is None or other.sentence is None:
        return False
    first, second = scene(one.sentence.text), scene(other.sentence.text)
    return bool(first.located & second.located) and bool(first.words & second.words)


def _check(one: Claim, other: Claim) -> Check:
    reading = Reading(
        label=f"in the words of {_who(one)}",
        operands=(Operand(one, "other"),),
        formula=one.figure.text,
        as_printed=one.figure.value,
        recomputed=one.figure.value,
        verdict=Verdict.UNVERIFIABLE,
    )
    return Check(
        Operation.CONTRADICTION,
        other,
        (reading,),
        Verdict.UNVERIFIABLE,
        working=f"“{shown(other.figure.text)}” ({_who(other)}) beside “{shown(one.figure.text)}” ({_who(one)})",
        missing=("which part of the whole each of the two speaks of",),
        under={str(policy): Verdict.UNVERIFIABLE for policy in Policy},
        confidence=Confidence.LOW,
        note="Text beside text: the words differ in how large a part they mean, and no number stands in either.",
    )


def _who(claim: Claim) -> str:
    return shown(edition_of(claim))
