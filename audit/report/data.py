"""JSON: the frames as records, Web Annotation targets, schema.org reviews. `audit.schema` publishes its shape.

JSON knows no infinity: an end that there is not is null. A record repeats its sentence, so one that is no sentence of prose,
a column of figures without a full stop, is cut around the figure: else the JSON grows with the square of the text.
"""

from __future__ import annotations

import json
import math
from datetime import date
from pathlib import Path, PurePath
from typing import Any

import audit as program
from audit.account.trust import table
from audit.columns import FRAMES
from audit.frames import Row, rows
from audit.numbering import numbered_checks
from audit.report.groups import is_between
from audit.report.limits import limits_of
from audit.report.reviews import review
from audit.report.words import without_path
from audit.result import Audit
from audit.show import text
from audit.text.document import Document, Sentence
from audit.vocabulary import fingerprint

__all__ = ["CONTEXT", "LONGEST", "as_data", "render", "target", "to_json"]

CONTEXT = 32
"""Characters before and after that a text quote selector carries, as annotation tools do."""
LONGEST = 1200
"""Characters of a sentence that a record repeats whole; of a longer one it has so many around its figure."""


def render(audit: Audit, path: Path) -> bytes:
    """The file's bytes: UTF-8."""
    return to_json(audit).encode()


def to_json(audit: Audit) -> str:
    """The audit as JSON, indented by two."""
    return json.dumps(as_data(audit), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def as_data(audit: Audit) -> dict[str, Any]:
    """The audit as plain dicts, lists, strings, numbers, booleans and None; `audit.schema.schema()` describes it."""
    documents = {(text(part.document.name), part.document.sha256): part.document for part in audit.parts}
    frames = {what: [_record(what, row) for row in rows(audit, what)] for what in FRAMES}
    for record in frames["figures"]:
        document = documents[record["document"], record["sha256"]]
        record["target"] = target(document, record["start"], record["end"])
        record["sentence"] = _around(record, document.sentence_at(record["start"]))
    for record, claim in zip(frames["claims"], audit.claims, strict=True):
        record["sentence"] = _around(record, claim.sentence)
    found = [(item.number, item.check) for item in numbered_checks(audit)]
    for record, (_, check) in zip(frames["checks"], found, strict=True):
        record["sentence"] = _around(record, check.claim.sentence)
        record["readings"] = [
            {
                "label": text(reading.label),
                "formula": text(reading.formula),
                "verdict": str(reading.verdict),
                "low": _plain(float(reading.as_printed.low)),
                "high": _plain(float(reading.as_printed.high)),
                "recomputed_low": _plain(float(reading.recomputed.low)),
                "recomputed_high": _plain(float(reading.recomputed.high)),
            }
            for reading in check.readings
        ]
        record["note"] = text(check.note)
        record["rule"] = check.rule
    return {
        "program": "numeric-claims-audit",
        "version": program.__version__,
        "vocabulary": fingerprint(),
        "policy": str(audit.policy),
        "convention": audit.convention,
        "documents": [_document(document) for document in documents.values()],
        **frames,
        "limits": [{"kind": kind, "text": words} for kind, words in limits_of(audit)],
        "trust": [
            {"rule": rule, "operation": seen.operation, "bindings": seen.bindings, "fitted": seen.fitted}
            | {"by_chance": seen.by_chance}
            for rule, seen in table().items()
            if rule in {check.rule for check in audit.checks}
        ],
        "reviews": [review(check) for check in audit.inconsistent if not is_between(check)],
        "failures": [
            {"where": text(without_path(failure.where)), "reason": text(failure.reason), "remedy": text(failure.remedy)}
            for failure in audit.failures
        ],
    }


def target(document: Document, start: int, end: int) -> dict[str, Any]:
    """The stretch as the target of a Web Annotation; offsets count Unicode code points, as the recommendation says."""
    words = document.text
    return {
        "source": address(document),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text(words[start:end]),
                "prefix": text(words[max(0, start - CONTEXT) : start]),
                "suffix": text(words[end : end + CONTEXT]),
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def address(document: Document) -> str:
    """Where a document is to be had: its address, or its name; never a path of the machine it was read on."""
    origin = document.origin or ""
    return text(origin if "://" in origin and not origin.startswith("file:") else PurePath(document.name).name)


def _document(document: Document) -> Row:
    return {
        "name": text(document.name),
        "title": None if document.title is None else text(document.title),
        "publisher": None if document.publisher is None else text(document.publisher),
        "published": _plain(document.published),
        "language": document.language,
        "characters": len(document.text),
        "sha256": document.sha256,
        "notes": [text(note) for note in document.notes],
    }


def _record(what: str, row: Row) -> Row:
    """Every column of the frame, present even where its value is missing."""
    return {column.name: _plain(row.get(column.name)) for column in FRAMES[what]}


def _around(record: Row, sentence: Sentence | None) -> str | None:
    """The record's sentence, or what stands around its figure, cut at spaces, with … where it is cut."""
    words: str | None = record["sentence"]
    if words is None or sentence is None or len(words) <= LONGEST:
        return words
    middle = (record["start"] + record["end"]) // 2 - sentence.start
    first = min(max(0, middle - LONGEST // 2), len(words) - LONGEST)
    piece, rest = words[first : first + LONGEST], first + LONGEST < len(words)
    start = piece.find(" ", 0, LONGEST // 4) + 1 if first else 0
    end = piece.rfind(" ", 3 * LONGEST // 4) if rest else -1
    return f"{'…' if first else ''}{piece[start : end if end > 0 else None]}{'…' if rest else ''}"


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return value
