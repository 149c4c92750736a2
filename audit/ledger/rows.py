"""From nouns to rows of the ledger's tables, and back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from audit.checks.check import Check
from audit.claims.claim import (
    Attribution,
    Claim,
    Confidence,
    CueKind,
    Hedge,
    HedgeKind,
    Link,
    Period,
    PeriodKind,
    Relation,
    Status,
)
from audit.figures.figure import Bound, Figure, Kind
from audit.figures.rounding import Policy
from audit.interval import INFINITY, End, Interval
from audit.ledger.beside import held_as
from audit.ledger.fragments import Fragments
from audit.ledger.schema import COMPARED
from audit.ledger.statement import statement
from audit.ledger.units import common_unit
from audit.result import Part
from audit.text.document import Document, Sentence, Span

__all__ = ["HALF", "Row", "claims_of", "document_of", "document_row", "keys_of", "part_rows", "spelt"]

Row: TypeAlias = dict[str, Any]
NOWHERE = "-"
"""The place of claims in whose texts no name stands."""
HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, or a byte of a file's name that is no UTF-8."""


def document_row(document: Document, number: int, policy: str, convention: str) -> Row:
    return {
        "document": number,
        "sha256": document.sha256,
        "name": spelt(document.name),
        "origin": spelt(document.origin),
        "title": document.title,
        "publisher": spelt(document.publisher),
        "published": document.published,
        "author": document.author,
        "language": document.language,
        "notes": list(document.notes),
        "text": document.text,
        "whole": not isinstance(document, Fragments),
        "policy": policy,
        "convention": convention,
        "edition": 1,
        "follows": None,
        "place": None,
    }


def spelt(name: str | None) -> str | None:
    """A name with the bytes that are no UTF-8 spelt out, so that two names stay two."""
    if name is None or not HALF.search(name):
        return name
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace").decode()


def document_of(row: Mapping[str, Any]) -> Document:
    names = ("text", "name", "title", "publisher", "published", "author", "origin", "language")
    known: Row = {name: row[name] for name in names} | {"notes": tuple(row["notes"] or ())}
    return Document(**known) if row["whole"] else Fragments(**known, whole_sha256=row["sha256"])


def part_rows(part: Part, number: int) -> dict[str, list[Row]]:
    """The rows of a document's figures, claims, sources, hedges and checks, by table."""
    tables: dict[str, list[Row]] = {name: [] for name in ("figures", "claims", "sources", "hedges", "checks")}
    numbers: dict[int, int] = {}
    for figure in (*part.figures, *(claim.figure for claim in part.claims)):
        if id(figure) not in numbers:
            numbers[id(figure)] = len(numbers) + 1
            printed = len(numbers) <= len(part.figures)
            tables["figures"].append(_figure_row(figure, number, len(numbers), printed))
    for claim in part.claims:
        tables["claims"].append(_claim_row(claim, number, numbers[id(claim.figure)]))
        who = claim.attribution
        for place, link in enumerate(who.chain if who else (), start=1):
            row = {"document": number, "claim": claim.index + 1, "link": place, "name": link.name}
            tables["sources"].append(
                row | {"source": _offsets(link.source), "cue": _offsets(link.cue), "kind": str(link.kind)}
            )
        for hedge in who.hedges if who else ():
            row = {"document": number, "claim": claim.index + 1, "cue": _offsets(hedge.cue), "kind": str(hedge.kind)}
            tables["hedges"].append(row | {"start": hedge.start, "stop": hedge.end})
    for place, check in enumerate(part.checks, start=1):
        tables["checks"].append(_check_row(check, number, place))
    return tables


def keys_of(claim: Claim) -> Row:
    """The columns by which a claim is compared; all None for one that cannot be."""
    made = statement(claim)
    if made is None:
        return dict.fromkeys(COMPARED)
    printed, rounded = (held_as(claim.figure, policy) for policy in (Policy.AS_PRINTED, Policy.TWO_FIGURE))
    return {
        "what": made.what,
        "unit": common_unit(made.unit),
        "people": sorted(made.people),
        "place_key": made.place,
        # claims of texts that name nothing at all meet under one name
        "anchors": sorted(made.names | ({made.place} if made.place else set())) or [NOWHERE],
        "located": sorted(made.located) or ([] if made.names or made.place else [NOWHERE]),
        "scenes": sorted(made.scenes),
        "events": sorted(made.events),
        "sites": sorted(made.sites),
        "day": made.day,
        "running": made.running,
        "as_printed_low": float(printed.low),
        "as_printed_high": float(printed.high),
        "two_figure_low": float(rounded.low),
        "two_figure_high": float(rounded.high),
    }


def claims_of(
    document: Document,
    figures: Iterable[Mapping[str, Any]],
    claims: Iterable[Mapping[str, Any]],
    sources: Iterable[Mapping[str, Any]],
    hedges: Iterable[Mapping[str, Any]],
) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    """The printed figures and the claims of a document, from its rows in order."""
    known = {row["figure"]: (_figure(row, document), row["printed"]) for row in figures}
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for row in sources:
        link = Link(row["name"], _span(row["source"], document), _span(row["cue"], document), CueKind(row["kind"]))
        links[row["claim"]].append(link)
    weak: defaultdict[int, list[Hedge]] = defaultdict(list)
    for row in hedges:
        cue = _span(row["cue"], document)
        assert cue is not None
        weak[row["claim"]].append(Hedge(cue, HedgeKind(row["kind"]), row["start"], row["stop"]))
    made = tuple(
        _claim(row, document, known[row["figure"]][0], links[row["claim"]], weak[row["claim"]]) for row in claims
    )
    return tuple(figure for figure, printed in known.values() if printed), made


def _figure_row(figure: Figure, document: int, number: int, printed: bool) -> Row:
    value = figure.value
    return {
        "document": document,
        "figure": number,
        "start": figure.start,
        "stop": figure.end,
        "text": figure.text,
        "low": float(value.low),
        "high": float(value.high),
        "exact_low": str(value.low),
        "exact_high": str(value.high),
        "low_open": value.low_open,
        "high_open": value.high_open,
        "bound": str(figure.bound),
        "kind": str(figure.kind),
        "unit": figure.unit,
        "noun": figure.noun,
        "phrase": _offsets(figure.phrase),
        "cue": _offsets(figure.cue),
        "exact_precision": str(figure.precision),
        "per": figure.per,
        "words": figure.words,
        "carried": figure.carried,
        "printed": printed,
    }


def _figure(row: Mapping[str, Any], document: Document) -> Figure:
    value = Interval(_end(row["exact_low"]), _end(row["exact_high"]), row["low_open"], row["high_open"])
    return Figure(
        start=row["start"],
        end=row["stop"],
        text=row["text"],
        value=value,
        bound=Bound(row["bound"]),
        kind=Kind(row["kind"]),
        unit=row["unit"],
        noun=row["noun"],
        phrase=_span(row["phrase"], document),
        precision=Fraction(row["exact_precision"]),
        cue=_span(row["cue"], document),
        per=row["per"],
        words=row["words"],
        carried=row["carried"],
    )


def _claim_row(claim: Claim, document: int, figure: int) -> Row:
    period, who, sentence = claim.period, claim.attribution, claim.sentence
    return {
        "document": document,
        "claim": claim.index + 1,
        "figure": figure,
        "measures": list(claim.measures),
        "population": claim.population,
        "place": claim.place,
        "as_of": claim.as_of,
        "period": str(period.kind) if period else None,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "period_cue": _offsets(period.cue) if period else None,
        "status": str(claim.status),
        "relation": str(claim.relation) if claim.relation else None,
        "included_in": None if claim.included_in is None else claim.included_in + 1,
        "includes": [index + 1 for index in claim.includes],
        "confidence": str(claim.confidence),
        "measure_cue": _offsets(claim.measure_cue),
        "locator": claim.locator,
        "implied": claim.implied,
        "attribution_confidence": str(who.confidence) if who else None,
        "sentence": [sentence.start, sentence.end, sentence.index, sentence.paragraph] if sentence else None,
        **keys_of(claim),
    }


def _claim(
    row: Mapping[str, Any], document: Document, figure: Figure, links: Sequence[Link], hedges: Sequence[Hedge]
) -> Claim:
    period = None
    if row["period"]:
        cue = _span(row["period_cue"], document)
        period = Period(PeriodKind(row["period"]), row["period_start"], row["period_end"], cue)
    attribution = None
    if row["attribution_confidence"]:
        attribution = Attribution(tuple(links), tuple(hedges), Confidence(row["attribution_confidence"]))
    return Claim(
        figure=figure,
        document=document,
        index=row["claim"] - 1,
        sentence=_sentence(row["sentence"], document),
        measures=tuple(row["measures"] or ()),
        population=row["population"],
        place=row["place"],
        as_of=row["as_of"],
        period=period,
        attribution=attribution,
        status=Status(row["status"]),
        relation=Relation(row["relation"]) if row["relation"] else None,
        included_in=None if row["included_in"] is None else row["included_in"] - 1,
        includes=tuple(number - 1 for number in row["includes"] or ()),
        confidence=Confidence(row["confidence"]),
        measure_cue=_span(row["measure_cue"], document),
        locator=row["locator"],
        implied=row["implied"],
    )


def _check_row(check: Check, document: int, number: int) -> Row:
    return {
        "document": document,
        "check_number": number,
        "operation": str(check.operation),
        "verdict": str(check.verdict),
        "claim": check.claim.index + 1,
        "working": check.working,
        "diagnosis": check.diagnosis.slip if check.diagnosis else None,
        "note": check.note,
        "confidence": str(check.confidence),
        "operands": [operand.claim.index + 1 if operand.claim else 0 for operand in check.operands],
        "roles": [operand.role for operand in check.operands],
    }


def _offsets(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _span(offsets: Sequence[int] | None, document: Document) -> Span | None:
    return document.span(offsets[0], offsets[1]) if offsets else None


def _sentence(place: Sequence[int] | None, document: Document) -> Sentence | None:
    if not place:
        return None
    start, end, index, paragraph = place
    return Sentence(start, end, document.text[start:end], index, paragraph)


def _end(words: str) -> End:
    return {"inf": INFINITY, "-inf": -INFINITY}.get(words) or Fraction(words)
