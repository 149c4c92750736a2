"""Makes documents and claims by hand, so that the ledger's tests do not hang on how texts are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from audit.claims.claim import (
    Attribution,
    Claim,
    CueKind,
    Hedge,
    HedgeKind,
    Link,
    Period,
    PeriodKind,
    Relation,
    Status,
)
from audit.figures.figure import Bound, Figure
from audit.interval import Interval
from audit.result import Part
from audit.text.document import Document

MONDAY = date(2021, 5, 3)


def document(text: str, publisher: str | None = "Herald", published: date | None = MONDAY, **more: Any) -> Document:
    return Document(
        text,
        **{"name": f"{publisher}.txt", "origin": f"{publisher}.txt", **more},
        publisher=publisher,
        published=published,
    )


def claim(of: Document, number: str, measure: str | None = "killed", **meaning: Any) -> Claim:
    """The claim whose figure is the first place where `number` stands in the text.

    Beside fields of `Claim`: `bound`, `words`, `value`, `noun`, `unit`, `kind` of the figure; `source`, `hedge` as printed;
    `period` as a kind.
    """
    start = of.text.index(number)
    value = meaning.pop("value", None)
    figure = Figure(
        start,
        start + len(number),
        number,
        value if value is not None else Interval.of(number.replace(",", "")),
        **{name: meaning.pop(name) for name in ("words", "noun", "unit", "kind") if name in meaning},
    )
    bound = meaning.pop("bound", Bound.EXACT)
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        figure = replace(figure, value=Interval.above(figure.value.low, itself=bound is Bound.AT_LEAST))
    figure = replace(figure, bound=bound)
    source, hedge, period = (meaning.pop(name, None) for name in ("source", "hedge", "period"))
    chain = [Link(of.publisher or of.name, None, None, CueKind.PUBLISHER)]
    if source is not None:
        at = of.text.index(source)
        chain.append(Link(source, of.span(at, at + len(source)), None, CueKind.INDIRECT))
    hedges: tuple[Hedge, ...] = ()
    if hedge is not None:
        at = of.text.index(hedge)
        hedges = (Hedge(of.span(at, at + len(hedge)), HedgeKind.HEDGE, at, len(of.text)),)
    return Claim(
        figure,
        of,
        meaning.pop("index", 0),
        of.sentence_at(start),
        measures=(measure,) if measure else (),
        as_of=meaning.pop("as_of", of.published),
        period=Period(PeriodKind(period)) if period else None,
        attribution=Attribution(tuple(chain), hedges),
        status=meaning.pop("status", Status.ASSERTED),
        relation=Relation(meaning.pop("relation")) if "relation" in meaning else None,
        **meaning,
    )


def part(*claims: Claim) -> Part:
    """The part of one document with these claims, numbered in order."""
    numbered = tuple(replace(one, index=index) for index, one in enumerate(claims))
    return Part(claims[0].document, tuple(one.figure for one in numbered), numbered)
