"""The tables of an `Audit`, with the columns of `audit.columns`: as lists, as rows, as pandas frames.

A table is made column by column, which takes a third of the time of a mapping a row. Ends are exact in the nouns and
become floats here. A value that the text does not give is missing, never 0 or ''.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from audit import show
from audit.checks.check import Check, Implied, Operand, Reading
from audit.claims.claim import Attribution, Claim, CueKind, Link
from audit.columns import FRAMES
from audit.errors import OptionError
from audit.figures.figure import Figure
from audit.figures.rounding import Policy, stands_for
from audit.interval import End, Interval
from audit.numbering import NumberedCheck, figure_numbers, numbered_checks
from audit.result import Audit, Part
from audit.text.document import Document, Sentence, Span

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Columns", "Row", "columns", "rows", "to_frame"]

Columns: TypeAlias = dict[str, list[Any]]
"""The values of each column by its name, as plain Python; None where a value is missing."""
Row: TypeAlias = dict[str, Any]
"""One row of a frame by column name; None where the value is missing."""


def to_frame(audit: Audit, what: str = "checks") -> pd.DataFrame:
    """The frame `what` ('figures', 'claims', 'checks', 'operands'); another name raises `OptionError`.

    Rows stand in the order of the documents and of each text; a frame without rows has all its columns and dtypes.
    """
    import pandas as pd

    table = columns(audit, what)
    return pd.DataFrame({column.name: pd.Series(table[column.name], dtype=column.dtype) for column in FRAMES[what]})


def rows(audit: Audit, what: str) -> list[Row]:
    """The rows of the frame `what`."""
    table = columns(audit, what)
    return [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]


def columns(audit: Audit, what: str) -> Columns:
    """All columns of the frame `what`, in their order and of one length."""
    if what not in _TABLES:
        raise OptionError("what", what, tuple(FRAMES))
    table: Columns = {column.name: [] for column in FRAMES[what]}
    for found in _TABLES[what](audit):
        length = len(found["document"])
        for name, values in table.items():
            values += found.get(name) or [None] * length
    return table


def _figures(audit: Audit) -> Iterator[Columns]:
    for part in audit.parts:
        figures, document = part.figures, part.document
        yield {
            **_where([document] * len(figures)),
            "figure": list(range(1, len(figures) + 1)),
            **_printed(figures),
            "is_quantity": [figure.is_quantity for figure in figures],
            "per": [figure.per for figure in figures],
            "cue": [figure.cue.text if figure.cue else None for figure in figures],
            "sentence": [_words(document.sentence_at(figure.start)) for figure in figures],
            **_second(part),
        }


def _claims(audit: Audit) -> Iterator[Columns]:
    for part in audit.parts:
        claims, number_of = part.claims, figure_numbers(part)
        figures = [claim.figure for claim in claims]
        yield {
            **_where([part.document] * len(claims)),
            "claim": [claim.index + 1 for claim in claims],
            "figure": [number_of(figure) for figure in figures],
            **_printed(figures),
            "measure": ["+".join(claim.measures) or None for claim in claims],
            "population": [_optional(claim.population) for claim in claims],
            "place": [_optional(claim.place) for claim in claims],
            "as_of": [claim.as_of for claim in claims],
            "period": [claim.period and str(claim.period.kind) for claim in claims],
            "period_start": [claim.period and claim.period.start for claim in claims],
            "period_end": [claim.period and claim.period.end for claim in claims],
            **_said([claim.attribution for claim in claims]),
            "status": [str(claim.status) for claim in claims],
            "relation": [claim.relation and str(claim.relation) for claim in claims],
            "included_in": [None if claim.included_in is None else claim.included_in + 1 for claim in claims],
            "confidence": [str(claim.confidence) for claim in claims],
            "sentence": [_words(claim.sentence) for claim in claims],
            "sentence_start": [claim.sentence and claim.sentence.start for claim in claims],
            "locator": [_optional(claim.locator) for claim in claims],
        }


def _checks(audit: Audit) -> Iterator[Columns]:
    numbered = list(numbered_checks(audit))
    if not numbered:
        return
    checks = [item.check for item in numbered]
    claims = [check.claim for check in checks]
    nearest = [min(check.implied, key=lambda implied: abs(implied.slack), default=None) for check in checks]
    diagnoses = [check.diagnosis for check in checks]
    yield {
        **_where([item.document for item in numbered]),
        "check": [item.number for item in numbered],
        "verdict": [str(check.verdict) for check in checks],
        "operation": [str(check.operation) for check in checks],
        "claim": [claim.index + 1 for claim in claims],
        "text": [show.text(claim.figure.text) for claim in claims],
        "start": [claim.figure.start for claim in claims],
        "end": [claim.figure.end for claim in claims],
        "unit": [claim.figure.unit for claim in claims],
        **_ends("claimed_", [claim.figure.value for claim in claims]),
        **_ends("recomputed_", [check.recomputed for check in checks]),
        **_ends("gap_", [check.gap for check in checks]),
        **_implied(nearest),
        "implied_role": [implied and (implied.together or implied.operand.role) for implied in nearest],
        "diagnosis": [diagnosis and diagnosis.slip for diagnosis in diagnoses],
        "explanation": [diagnosis and show.text(diagnosis.explanation) for diagnosis in diagnoses],
        "working": [show.text(check.working) for check in checks],
        "missing": [_joined("; ", check.missing) for check in checks],
        "source": [_source(claim) for claim in claims],
        "status": [str(claim.status) for claim in claims],
        "readings": [len(check.readings) for check in checks],
        "confidence": [str(check.confidence) for check in checks],
        "policy": [str(audit.policy)] * len(checks),
        **{f"under_{policy}": [_under(check, policy) for check in checks] for policy in Policy},
        "sentence": [_words(claim.sentence) for claim in claims],
        "odds": [check.odds for check in checks],
    }


def _operands(audit: Audit) -> Iterator[Columns]:
    used = [
        (item, number, reading, operand)
        for item in numbered_checks(audit)
        for number, reading in enumerate(item.check.readings, start=1)
        for operand in reading.operands
    ]
    if not used:
        return
    figures = [operand.figure for *_, operand in used]
    yield {
        **_where([item.document for item, *_ in used]),
        "check": [item.number for item, *_ in used],
        "reading": [number for _, number, *_ in used],
        "label": [show.text(reading.label) for *_, reading, _ in used],
        "role": [operand.role for *_, operand in used],
        "claim": [operand.claim.index + 1 or None if operand.claim else None for *_, operand in used],
        "from_document": [_elsewhere(operand.claim, item) if operand.claim else None for item, *_, operand in used],
        "text": [show.text(figure.text) for figure in figures],
        "start": [figure.start for figure in figures],
        "end": [figure.end for figure in figures],
        **_ends("", [stands_for(figure, audit.policy) for figure in figures]),
        "unit": [figure.unit for figure in figures],
        **_implied([_needed(operand, reading) for *_, reading, operand in used]),
        "source": [_source(operand.claim) if operand.claim else None for *_, operand in used],
    }


_TABLES: dict[str, Callable[[Audit], Iterator[Columns]]] = {
    "figures": _figures,
    "claims": _claims,
    "checks": _checks,
    "operands": _operands,
}


def _where(documents: Sequence[Document]) -> Columns:
    return {
        "document": [show.text(document.name) for document in documents],
        "sha256": [document.sha256 for document in documents],
    }


def _printed(figures: Sequence[Figure]) -> Columns:
    return {
        "start": [figure.start for figure in figures],
        "end": [figure.end for figure in figures],
        "text": [show.text(figure.text) for figure in figures],
        **_ends("", [figure.value for figure in figures]),
        "bound": [str(figure.bound) for figure in figures],
        "kind": [str(figure.kind) for figure in figures],
        "unit": [figure.unit for figure in figures],
        "noun": [_optional(figure.noun) for figure in figures],
        "phrase": [_words(figure.phrase) for figure in figures],
        "precision": [_float(figure.precision) for figure in figures],
        "words": [_optional(figure.words) for figure in figures],
    }


def _second(part: Part) -> Columns:
    """What the second reader, if one was asked, makes of each figure."""
    if not part.second_reader:
        return {}
    answers = {True: "agrees", False: "differs", None: "unread"}
    of = {reading.figure: reading for reading in part.second_reader}
    second = [of.get(figure) for figure in part.figures]
    return {
        "second_reader": [reading and answers[reading.agrees] for reading in second],
        "second_reading": [reading and _optional(reading.reading or None) for reading in second],
    }


def _said(attributions: Sequence[Attribution | None]) -> Columns:
    named = [_named(who) for who in attributions]
    return {
        "source": [link and show.text(link.name) for link in named],
        "chain": [who and _joined(" > ", [link.name for link in who.chain]) for who in attributions],
        "cue": [link and _words(link.cue) for link in named],
        "cue_kind": [_cue_kind(who, link) for who, link in zip(attributions, named, strict=True)],
        "hedges": [who and _joined("; ", [hedge.cue.text for hedge in who.hedges]) for who in attributions],
        "attribution_confidence": [who and str(who.confidence) for who in attributions],
    }


def _named(who: Attribution | None) -> Link | None:
    """The outermost source that the text names."""
    if who is None:
        return None
    return next((link for link in who.chain if link.kind is not CueKind.PUBLISHER), None)


def _cue_kind(who: Attribution | None, named: Link | None) -> str | None:
    """Of the outermost source that the text names, or else of the publisher."""
    if who is None or not who.chain:
        return None
    return str((named or who.chain[0]).kind)


def _needed(operand: Operand, reading: Reading) -> Implied | None:
    """What the operand alone would have to be for the claim to hold."""
    needed = None
    for implied in reading.implied:
        other = implied.operand
        if not implied.together and (other.role, other.figure) == (operand.role, operand.figure):
            needed = implied
    return needed


def _implied(values: Sequence[Implied | None]) -> Columns:
    ends = _ends("implied_", [implied.value if implied else None for implied in values])
    return {**ends, "slack": [implied and _float(implied.slack) for implied in values]}


def _under(check: Check, policy: Policy) -> str | None:
    verdict = check.under.get(policy)
    return verdict and str(verdict)


def _elsewhere(claim: Claim, check: NumberedCheck) -> str | None:
    """The name of the claim's document, if it is not that of the check."""
    return None if claim.document is check.document else show.text(claim.document.name)


def _source(claim: Claim) -> str | None:
    """Who makes the claim: the outermost source that the text names, or else the publisher."""
    return _optional(claim.attribution.name or None) if claim.attribution else None


def _ends(prefix: str, intervals: Sequence[Interval | None]) -> Columns:
    return {
        f"{prefix}low": [None if interval is None else _float(interval.low) for interval in intervals],
        f"{prefix}high": [None if interval is None else _float(interval.high) for interval in intervals],
    }


def _float(end: End) -> float:
    """As `float` gives it, three times faster for a fraction."""
    return end if isinstance(end, float) else end.numerator / end.denominator


def _words(span: Span | Sentence | None) -> str | None:
    return None if span is None else show.text(span.text)


def _joined(by: str, words: Sequence[str]) -> str | None:
    return show.text(by.join(words)) or None


def _optional(words: str | None) -> str | None:
    return None if words is None else show.text(words)
