"""Reads the data set that `audit corpus` writes back into parts: its documents with their claims and checks.

Texts are not in it, so a document is made of the sentences of its claims, each at its offsets (`Fragments`). What the data
set does not hold stays unknown: offsets of a source that is named in another sentence, the reach of a hedge.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from audit.checks.check import Check, Diagnosis, Operand, Operation, Reading, Verdict
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
from audit.errors import UnreadableError
from audit.figures.figure import Bound, Figure, Kind
from audit.interval import Interval, exact
from audit.ledger.fragments import Fragments, laid_out
from audit.ledger.rows import Row
from audit.result import Part
from audit.text.document import Sentence, Span

if TYPE_CHECKING:
    import duckdb

__all__ = ["is_dataset", "parts_of", "settings_of"]

NOTE = "Only the sentences of its claims are kept here, at their offsets; the whole text stands where it was read from."

_TABLES = ("documents", "figures", "claims", "checks", "operands")


def is_dataset(path: str | Path) -> bool:
    """Whether the path is a folder that `audit corpus` wrote."""
    folder = Path(path)
    return (folder / "run.json").is_file() and (folder / "documents").is_dir()


def settings_of(folder: Path) -> tuple[str, str]:
    """Rounding policy and convention of the run."""
    try:
        run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        return str(run["policy"]), str(run["convention"])
    except (OSError, ValueError, KeyError, TypeError):
        raise UnreadableError(str(folder), "is no data set of 'audit corpus' (its run.json)", "make it again") from None


def parts_of(folder: Path) -> Iterator[Part]:
    """The documents of the data set in order, a part file in memory at a time. Raises `UnreadableError` for a broken one."""
    import duckdb

    with duckdb.connect() as connection:
        for file in sorted((folder / "documents").glob("part-*.parquet")):
            try:
                tables = {table: _rows(connection, folder / table / file.name) for table in _TABLES}
            except duckdb.Error as error:
                reason = f"is a broken data set ({str(error).splitlines()[0]})"
                raise UnreadableError(str(folder), reason, "run the same 'audit corpus' again") from None
            for number, (row,) in tables["documents"].items():
                yield _part(row, *(tables[name].get(number, []) for name in _TABLES[1:]))


def _rows(connection: duckdb.DuckDBPyConnection, file: Path) -> dict[int, list[Row]]:
    """The rows of a part file by number of the document, in the file's order, which is that of the text."""
    grouped: defaultdict[int, list[Row]] = defaultdict(list)
    result = connection.execute("SELECT * FROM read_parquet(?)", [str(file)])
    names = [column[0] for column in result.description or ()]
    for values in result.fetchall():
        row = dict(zip(names, values, strict=True))
        grouped[row["number"]].append(row)
    return grouped


def _part(row: Row, figures: list[Row], claims: list[Row], checks: list[Row], operands: list[Row]) -> Part:
    sentences = {claim["sentence_start"]: claim["sentence"] for claim in claims if claim["sentence"]}
    document = Fragments(
        text=laid_out(sentences, row["characters"]),
        name=row["document"],
        **{name: row[name] for name in ("title", "publisher", "published", "author", "origin", "language")},
        notes=(*(row["notes"].split("; ") if row["notes"] else ()), NOTE),
        whole_sha256=row["sha256"],
    )
    places = {start: number for number, start in enumerate(sorted(sentences))}
    printed = {figure["figure"]: _figure(figure, document, figure["cue"], figure["per"]) for figure in figures}
    made = [
        _claim(claim, printed.get(claim["figure"]) or _figure(claim, document), document, places) for claim in claims
    ]
    for index, claim in enumerate(made):
        inside = tuple(other.index for other in made if other.included_in == claim.index)
        made[index] = replace(claim, includes=inside) if inside else claim
    used: defaultdict[int, list[Row]] = defaultdict(list)
    for operand in operands:
        used[operand["check"]].append(operand)
    found = (_check(check, used[check["check"]], made) for check in checks)
    return Part(document, tuple(printed.values()), tuple(made), tuple(found))


def _figure(row: Row, document: Fragments, cue: str | None = None, per: str | None = None) -> Figure:
    bound = Bound(row["bound"])
    value = _interval(row["low"], row["high"], bound)
    return Figure(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        value=value,
        bound=bound,
        kind=Kind(row["kind"]),
        unit=row["unit"],
        noun=row["noun"],
        phrase=_found(row["phrase"], row, document),
        precision=Fraction(repr(row["precision"])),
        cue=_found(cue, row, document),
        per=per,
        words=row["words"],
    )


def _claim(row: Row, figure: Figure, document: Fragments, places: Mapping[int, int]) -> Claim:
    start, words = row["sentence_start"], row["sentence"]
    place = places[start] if words else 0
    return Claim(
        figure=figure,
        document=document,
        index=row["claim"] - 1,
        sentence=Sentence(start, start + len(words), words, place, place) if words else None,
        measures=tuple(row["measure"].split("+")) if row["measure"] else (),
        population=row["population"],
        place=row["place"],
        as_of=row["as_of"],
        period=Period(PeriodKind(row["period"]), row["period_start"], row["period_end"]) if row["period"] else None,
        attribution=_attribution(row, document) if row["chain"] else None,
        status=Status(row["status"]),
        relation=Relation(row["relation"]) if row["relation"] else None,
        included_in=None if row["included_in"] is None else row["included_in"] - 1,
        confidence=Confidence(row["confidence"]),
        locator=row["locator"],
        implied=row["figure"] is None and row["locator"] is None,
    )


def _attribution(row: Row, document: Fragments) -> Attribution:
    """Who says so, as the names of the chain tell: those before the outermost named source only carry the words."""
    links: list[Link] = []
    names = row["chain"].split(" > ")
    named = names.index(row["source"]) if row["source"] in names else len(names)
    for at, name in enumerate(names):
        kind = CueKind.PUBLISHER if at < named else CueKind(row["cue_kind"]) if at == named else CueKind.INDIRECT
        span = None if at < named else _found(name, row, document) or _sentence_span(row)
        links.append(Link(name, span, _found(row["cue"], row, document) if at == named else None, kind))
    kind_of_hedge = HedgeKind.PRESUMPTION if row["status"] == Status.PRESUMED else HedgeKind.HEDGE
    cues = (_found(words, row, document) for words in (row["hedges"] or "").split("; ") if words)
    hedges = tuple(Hedge(cue, kind_of_hedge, cue.start, cue.end) for cue in cues if cue)
    return Attribution(tuple(links), hedges, Confidence(row["attribution_confidence"]))


def _check(row: Row, operands: list[Row], claims: list[Claim]) -> Check:
    readings: defaultdict[int, list[Row]] = defaultdict(list)
    for operand in operands:
        readings[operand["reading"]].append(operand)
    low, high = row["recomputed_low"], row["recomputed_high"]
    recomputed = _interval(*((-inf, inf) if low is None else (low, high)))
    verdict = Verdict(row["verdict"])
    return Check(
        operation=Operation(row["operation"]),
        claim=claims[row["claim"] - 1],
        readings=tuple(
            Reading(
                label=used[0]["label"],
                # a date or a figure of a reference table is no claim of the text, and has the number 0
                operands=tuple(Operand(claims[one["claim"] - 1], one["role"]) for one in used if one["claim"]),
                formula=row["working"],
                as_printed=recomputed,
                recomputed=recomputed,
                verdict=verdict,
            )
            for _, used in sorted(readings.items())
        ),
        verdict=verdict,
        working=row["working"],
        diagnosis=Diagnosis(row["diagnosis"], row["explanation"] or "") if row["diagnosis"] else None,
        missing=tuple((row["missing"] or "").split("; ")) if row["missing"] else (),
        confidence=Confidence(row["confidence"]),
    )


def _found(words: str | None, row: Row, document: Fragments) -> Span | None:
    """Where the words stand in the sentence of a claim or figure; None if they are not there."""
    sentence = row["sentence"]
    if not words or not sentence:
        return None
    at = document.text.rfind(sentence, 0, row["start"] + len(sentence))
    start = document.text.find(words, at, at + len(sentence)) if at >= 0 else -1
    return document.span(start, start + len(words)) if start >= 0 else None


def _sentence_span(row: Row) -> Span | None:
    start, words = row["sentence_start"], row["sentence"]
    return Span(start, start + len(words), words) if words else None


def _interval(low: float, high: float, bound: Bound = Bound.EXACT) -> Interval:
    low_open, high_open = bound is Bound.MORE_THAN or low == -inf, bound is Bound.LESS_THAN or high == inf
    return Interval(exact(low), exact(high), low_open, high_open)
