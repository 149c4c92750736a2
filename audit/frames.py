"""The tables of an `Audit` as pandas frames, with the columns of `audit.columns`.

Ends are exact in the nouns and become floats here. A value that the text does not give is missing, never 0 or ''.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from audit import show
from audit.checks.check import Implied
from audit.claims.claim import Claim, CueKind
from audit.columns import FRAMES
from audit.document import Document
from audit.errors import OptionError
from audit.figures.figure import Figure
from audit.figures.rounding import stands_for
from audit.figures.second_reader import Agreement
from audit.interval import Interval
from audit.numbering import NumberedCheck, figure_numbers, numbered_checks
from audit.result import Audit, Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["rows", "to_frame"]

Row: TypeAlias = dict[str, Any]
"""One row of a frame by column name; None where the value is missing, columns of no value may be left out."""


def to_frame(audit: Audit, what: str = "checks") -> pd.DataFrame:
    """The frame `what` ('figures', 'claims', 'checks', 'operands'); another name raises `OptionError`.

    Rows stand in the order of the documents and of each text; a frame without rows has all its columns and dtypes.
    """
    import pandas as pd

    table = rows(audit, what)
    return pd.DataFrame(
        {column.name: pd.Series([row.get(column.name) for row in table], dtype=column.dtype) for column in FRAMES[what]}
    )


def rows(audit: Audit, what: str) -> list[Row]:
    """The rows of the frame `what`, as plain Python values."""
    if what not in _ROWS:
        raise OptionError("what", what, tuple(FRAMES))
    return list(_ROWS[what](audit))


def _figures(audit: Audit) -> Iterator[Row]:
    for part in audit.parts:
        numbers = figure_numbers(part)
        second: Mapping[Figure, Agreement] = {reading.figure: reading for reading in part.second_reader or ()}
        for figure in part.figures:
            sentence = part.document.sentence_at(figure.start)
            row = {**_where(part.document), **_figure(figure, numbers)}
            row |= {"is_quantity": figure.is_quantity, "per": figure.per, "cue": figure.cue and figure.cue.text}
            row |= {"sentence": sentence and show.text(sentence.text), **_second(second.get(figure))}
            yield row


def _claims(audit: Audit) -> Iterator[Row]:
    for part in audit.parts:
        numbers = figure_numbers(part)
        for claim in part.claims:
            yield {**_where(part.document), **_figure(claim.figure, numbers), **_meaning(claim, part)}


def _checks(audit: Audit) -> Iterator[Row]:
    for numbered in numbered_checks(audit):
        yield {**_where(numbered.document), **_check(numbered, audit)}


def _operands(audit: Audit) -> Iterator[Row]:
    for numbered in numbered_checks(audit):
        for number, reading in enumerate(numbered.check.readings, start=1):
            implied = {
                (item.operand.role, item.operand.claim.index): item for item in reading.implied if not item.together
            }
            for operand in reading.operands:
                claim = operand.claim
                figure = claim.figure
                needed = implied.get((operand.role, claim.index))
                row = {**_where(numbered.document), "check": numbered.number, "reading": number}
                row |= {"label": show.text(reading.label), "role": operand.role, "claim": claim.index + 1 or None}
                if claim.document is not numbered.document:
                    row["from_document"] = show.text(claim.document.name)
                row |= {"text": show.text(figure.text), "start": figure.start, "end": figure.end}
                row |= _ends("", stands_for(figure, audit.policy)) | {"unit": figure.unit}
                row |= _implied(needed) | {"source": _source(claim)}
                yield row


_ROWS: dict[str, Callable[[Audit], Iterator[Row]]] = {
    "figures": _figures,
    "claims": _claims,
    "checks": _checks,
    "operands": _operands,
}


def _where(document: Document) -> Row:
    return {"document": show.text(document.name), "sha256": document.sha256}


def _figure(figure: Figure, numbers: Mapping[Figure, int]) -> Row:
    return {
        "figure": numbers.get(figure),
        "start": figure.start,
        "end": figure.end,
        "text": show.text(figure.text),
        **_ends("", figure.value),
        "bound": str(figure.bound),
        "kind": str(figure.kind),
        "unit": figure.unit,
        "noun": _optional(figure.noun),
        "phrase": _optional(figure.phrase.text if figure.phrase else None),
        "precision": float(figure.precision),
        "words": _optional(figure.words),
    }


def _second(reading: Agreement | None) -> Row:
    if reading is None:
        return {}
    answer = {True: "agrees", False: "differs", None: "unread"}[reading.agrees]
    return {"second_reader": answer, "second_reading": _optional(reading.reading or None)}


def _meaning(claim: Claim, part: Part) -> Row:
    period, who = claim.period, claim.attribution
    row: Row = {
        "claim": claim.index + 1,
        "measure": "+".join(claim.measures) or None,
        "population": _optional(claim.population),
        "place": _optional(claim.place),
        "as_of": claim.as_of,
        "status": str(claim.status),
        "relation": claim.relation and str(claim.relation),
        "included_in": None if claim.included_in is None else claim.included_in + 1,
        "confidence": str(claim.confidence),
        "sentence": _optional(claim.sentence.text if claim.sentence else None),
        "sentence_start": claim.sentence and claim.sentence.start,
        "locator": _optional(claim.locator),
    }
    if period is not None:
        row |= {"period": str(period.kind), "period_start": period.start, "period_end": period.end}
    if who is not None:
        named = next((link for link in who.chain if link.kind is not CueKind.PUBLISHER), None)
        row |= {
            "source": _optional(named.name if named else None),
            "chain": _optional(" > ".join(link.name for link in who.chain) or None),
            "cue": _optional(who.cue.text if who.cue else None),
            "cue_kind": str(named.kind if named else who.chain[0].kind) if who.chain else None,
            "hedges": _optional("; ".join(hedge.cue.text for hedge in who.hedges) or None),
            "attribution_confidence": str(who.confidence),
        }
    return row


def _check(numbered: NumberedCheck, audit: Audit) -> Row:
    check = numbered.check
    claim, figure = check.claim, check.claim.figure
    nearest = min(check.implied, key=lambda implied: abs(implied.slack), default=None)
    needed = _implied(nearest)
    return {
        "check": numbered.number,
        "verdict": str(check.verdict),
        "operation": str(check.operation),
        "claim": claim.index + 1,
        "text": show.text(figure.text),
        "start": figure.start,
        "end": figure.end,
        "unit": figure.unit,
        **_ends("claimed_", figure.value),
        **_ends("recomputed_", check.recomputed),
        **_ends("gap_", check.gap),
        **needed,
        "implied_role": nearest and (nearest.together or nearest.operand.role),
        "diagnosis": check.diagnosis and check.diagnosis.slip,
        "explanation": _optional(check.diagnosis.explanation if check.diagnosis else None),
        "working": show.text(check.working),
        "missing": _optional("; ".join(check.missing) or None),
        "source": _source(claim),
        "status": str(claim.status),
        "readings": len(check.readings),
        "confidence": str(check.confidence),
        "policy": str(audit.policy),
        **{f"under_{policy}": str(verdict) for policy, verdict in check.under.items()},
        "sentence": _optional(claim.sentence.text if claim.sentence else None),
    }


def _implied(implied: Implied | None) -> Row:
    if implied is None:
        return {}
    return {**_ends("implied_", implied.value), "slack": float(implied.slack)}


def _ends(prefix: str, interval: Interval | None) -> Row:
    if interval is None:
        return {}
    return {f"{prefix}low": float(interval.low), f"{prefix}high": float(interval.high)}


def _source(claim: Claim) -> str | None:
    """Who makes the claim: the outermost source that the text names, or else the publisher."""
    return _optional(claim.attribution.name or None) if claim.attribution else None


def _optional(words: str | None) -> str | None:
    return None if words is None else show.text(words)
