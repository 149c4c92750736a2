"""What happens to a claim on its way from one document to the next: its source, its hedges, its precision, its wording."""

from __future__ import annotations

import re
from dataclasses import replace

from audit.checks.check import Diagnosis, Operation, Verdict
from audit.claims.claim import Confidence, HedgeKind, Status
from audit.figures.figure import Bound, Figure
from audit.figures.rounding import ABOUT, Policy, stands_for
from audit.interval import Interval
from audit.lang import load
from audit.ledger.align import Alignment
from audit.ledger.beside import Finding, quoted, who
from audit.ledger.names import name_key
from audit.ledger.statement import Statement
from audit.vocabulary import kept

__all__ = ["provenance"]

_SHINGLE = 5
"""Words of a run; runs shared by two sentences are seldom chance from this length on."""
_COPIED = 0.6
"""Share of the shorter sentence's runs that both have, from which one is a copy of the other."""
_DAYS = 7
"""Days within which one figure is taken over from another report."""
_WORD = re.compile(r"\w+")
_FLOORS = (Bound.MORE_THAN, Bound.AT_LEAST)


def provenance(earlier: Statement, later: Statement, alignment: Alignment, policy: Policy) -> tuple[Finding, ...]:
    """What was lost or added on the way, each as a finding. Nothing unless the two are surely one quantity and one day."""
    if alignment.confidence is Confidence.LOW or not _near(earlier, later):
        return ()
    first, second = earlier.claim.figure, later.claim.figure
    found: list[Diagnosis] = []
    equal = first.value == second.value and first.words is None
    if equal:
        found.extend(diagnosis for diagnosis in (_source(earlier, later), _hedge(earlier, later)) if diagnosis)
        if not found and _copied(earlier, later):
            found.append(
                Diagnosis("copied", f"One wording in both: {who(later)} adds no confirmation to {who(earlier)}.")
            )
    if earlier.day == later.day:
        found.extend(diagnosis for diagnosis in (_creep(earlier, later), _precise(earlier, later)) if diagnosis)
    return tuple(
        Finding(
            Operation.PROVENANCE,
            earlier,
            later,
            alignment,
            Verdict.UNVERIFIABLE,
            diagnosis.explanation,
            diagnosis,
            (_MISSING[diagnosis.slip],),
        )
        for diagnosis in found
    )


_MISSING = {
    "copied": "a second source that does not go back to the first",
    "attribution_differs": "which of the two sources the figure comes from",
    "attribution_lost": "who says it, in the later text",
    "hedge_dropped": "what made the figure certain",
    "rounding_creep": "a count above the rounded figure",
    "vague_made_precise": "where the number comes from",
}


def _source(earlier: Statement, later: Statement) -> Diagnosis | None:
    """A source that is another one, or gone. What a text takes as known ('the murder of six') needs no source."""
    if not _weeks_news(earlier, later) or not _named(earlier) or _is_known(earlier) or _is_known(later):
        return None
    if later.source is None and later.claim.status is Status.ASSERTED:
        return Diagnosis("attribution_lost", f"{quoted(earlier)} stands as a plain fact in {who(later)}.")
    if later.source and _named(later) and not _named(earlier) & _named(later):
        return Diagnosis("attribution_differs", f"One figure, two sources: {quoted(earlier)} and {quoted(later)}.")
    return None


def _weeks_news(earlier: Statement, later: Statement) -> bool:
    """Whether both were published within days, and who says so is sure in both."""
    if earlier.published is None or later.published is None or (later.published - earlier.published).days > _DAYS:
        return False
    return all(s.claim.attribution and s.claim.attribution.confidence is Confidence.HIGH for s in (earlier, later))


def _is_known(statement: Statement) -> bool:
    cue, figure, text = statement.claim.measure_cue, statement.claim.figure, statement.claim.document.text
    between = text[cue.end : figure.start].split() if cue and cue.end <= figure.start else []
    return bool(between) and between[0].lower() == "of"


def _hedge(earlier: Statement, later: Statement) -> Diagnosis | None:
    before, after = (_hedges(s) for s in (earlier, later))
    if before and not after and (_named(earlier) & _named(later) or earlier.source == later.source):
        words = ", ".join(f"“{word}”" for word in before)
        return Diagnosis("hedge_dropped", f"{who(earlier)} hedges the figure with {words}; {who(later)} does not.")
    return None


def _creep(earlier: Statement, later: Statement) -> Diagnosis | None:
    """A rounded figure that became a floor: 9,800, then 'more than 10,000'."""
    first, second = earlier.claim.figure, later.claim.figure
    if second.bound not in _FLOORS or first.bound in _FLOORS or first.words or second.words:
        return None
    if not first.value.is_point or not first.value.low < second.value.low:
        return None
    if first.value.low not in stands_for(_plain(second), Policy.LOOSE) or first.value.low < second.value.low * (
        1 - ABOUT
    ):
        return None
    return Diagnosis(
        "rounding_creep", f"{quoted(earlier)} was rounded upwards, then taken as a floor: {quoted(later)}."
    )


def _precise(earlier: Statement, later: Statement) -> Diagnosis | None:
    first, second = earlier.claim.figure, later.claim.figure
    if first.words is None or second.words is not None or second.bound is not Bound.EXACT or earlier.source is None:
        return None
    if earlier.source != later.source or not second.value.is_point:
        return None
    return Diagnosis("vague_made_precise", f"{quoted(earlier)} became {quoted(later)}, with the same source.")


def _plain(figure: Figure) -> Figure:
    return replace(figure, bound=Bound.EXACT, value=Interval.of(figure.value.low))


def _near(earlier: Statement, later: Statement) -> bool:
    """Of one day, or said within days of each other."""
    if earlier.day is None or later.day is None:
        return False
    return earlier.day == later.day or abs((later.day - earlier.day).days) <= _DAYS


def _copied(earlier: Statement, later: Statement) -> bool:
    first, second = (_runs(s.claim.sentence.text if s.claim.sentence else "") for s in (earlier, later))
    fewer = min(len(first), len(second))
    return fewer >= _SHINGLE and len(first & second) >= _COPIED * fewer


@kept(most=4096)
def _runs(sentence: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(sentence.lower())
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _hedges(statement: Statement) -> list[str]:
    attribution = statement.claim.attribution
    hedges = attribution.hedges if attribution else ()
    return [hedge.cue.text for hedge in hedges if hedge.kind is not HedgeKind.PRESUMPTION]


def _named(statement: Statement) -> frozenset[str]:
    """The words of the named source that tell it from others; empty for 'officials' or 'he'."""
    name = statement.claim.attribution.name if statement.claim.attribution and statement.source else ""
    return frozenset(name_key(word) for word in name.split()) - _generic_sources()


@kept
def _generic_sources() -> frozenset[str]:
    return frozenset(name_key(word) for word in load("ledger")["sources"]["generic"])
