"""Two editions of one document: which figures changed from one to the next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from audit.checks.check import Check, Operand, Operation, Reading, Verdict
from audit.claims.claim import Claim
from audit.figures.rounding import Policy
from audit.ledger.beside import compared_as
from audit.result import Part
from audit.show import text as shown
from audit.text.document import Document

__all__ = ["changes", "is_edition"]

_SHARED = 0.2
"""Share of the shorter text's sentences that two editions of one document have in common, figures left out."""
_DIGITS = re.compile(r"\d[\d.,]*")
_NOT_WRITTEN = frozenset({"-", "text", "standard input"})
"""Origins that do not say which document it is."""


def is_edition(old: Document, new: Document) -> bool:
    """Whether two texts from one origin are one document: they share sentences."""
    if old.origin in _NOT_WRITTEN or old.origin is None or old.origin != new.origin or old.text == new.text:
        return False
    first, second = ({_frame(sentence.text) for sentence in document.sentences} for document in (old, new))
    return len(first & second) >= _SHARED * min(len(first), len(second))


def changes(old: Part, new: Part, policy: Policy = Policy.TWO_FIGURE) -> Iterator[Check]:
    """A check for each figure that stands in the same sentence, in the same place, and is another now."""
    before: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in old.claims:
        if claim.sentence is not None and claim.figure.is_quantity:
            before[_frame(claim.sentence.text)].append(claim)
    after: defaultdict[str, int] = defaultdict(int)
    for claim in new.claims:
        if not claim.figure.is_quantity:
            continue
        frame = _frame(claim.sentence.text) if claim.sentence else ""
        at = after[frame]
        after[frame] += 1
        if frame in before and at < len(before[frame]) and before[frame][at].figure.text != claim.figure.text:
            yield _change(before[frame][at], claim, policy)


def _frame(sentence: str) -> str:
    """A sentence without its figures, white space made one."""
    return " ".join(_DIGITS.sub("#", sentence).lower().split())


def _change(old: Claim, new: Claim, policy: Policy) -> Check:
    under: Mapping[str, Verdict] = {str(each): Verdict.UNVERIFIABLE for each in Policy}
    reading = Reading(
        label="the edition before",
        operands=(Operand(old, "edition before"),),
        formula=old.figure.text,
        as_printed=old.figure.value,
        recomputed=compared_as(old.figure, policy),
        verdict=Verdict.UNVERIFIABLE,
    )
    return Check(
        Operation.REVISION,
        new,
        (reading,),
        Verdict.UNVERIFIABLE,
        working=f"“{shown(new.figure.text)}” where the edition before had “{shown(old.figure.text)}”",
        missing=("a word in the text that it was changed",),
        under=under,
        note="The figure was changed between two editions of the document.",
    )
