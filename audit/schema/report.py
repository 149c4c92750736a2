"""The shape of an audit as JSON, made from the documented columns."""

from __future__ import annotations

from typing import Any

from audit.checks.check import Operation, Verdict
from audit.claims.claim import CueKind, Status
from audit.columns import FRAMES, Column
from audit.figures.figure import Bound, Kind
from audit.figures.rounding import Policy
from audit.report.data import LONGEST
from audit.schema.shapes import COUNT, NUMBER, OPTIONAL, STRING, list_of, object_of

__all__ = ["report"]

_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": ["string", "null"]},
    "Int64": {"type": ["integer", "null"]},
    "Float64": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "datetime64[ms]": {"type": ["string", "null"], "format": "date"},
}
_ENUMS: dict[str, list[str]] = {
    "bound": [str(bound) for bound in Bound],
    "kind": [str(kind) for kind in Kind],
    "verdict": [str(verdict) for verdict in Verdict],
    "operation": [str(operation) for operation in Operation],
    "status": [str(status) for status in Status],
    "cue_kind": [str(kind) for kind in CueKind],
    "policy": [str(policy) for policy in Policy],
}


_CUT = {"sentence": {**OPTIONAL, "description": f"its sentence; of more than {LONGEST:,} characters those around it"}}


def report() -> dict[str, Any]:
    """The schema of what `audit check --json` prints and of a `.json` report."""
    parts = {
        "program": {"const": "numeric-claims-audit"},
        "version": STRING,
        "vocabulary": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
        "policy": {"enum": _ENUMS["policy"]},
        "convention": STRING,
        "documents": list_of(_DOCUMENT),
        "figures": list_of(_frame("figures", {**_CUT, "target": _TARGET})),
        "claims": list_of(_frame("claims", _CUT)),
        "checks": list_of(_frame("checks", {**_CUT, "readings": list_of(_READING), "note": STRING, "rule": STRING})),
        "operands": list_of(_frame("operands")),
        "limits": list_of(_LIMIT),
        "trust": list_of(_TRUST),
        "reviews": list_of(_REVIEW),
        "failures": list_of(object_of({"where": STRING, "reason": STRING, "remedy": STRING})),
    }
    return object_of(parts)


def _frame(what: str, more: dict[str, Any] | None = None) -> dict[str, Any]:
    return object_of({**{column.name: _column(column) for column in FRAMES[what]}, **(more or {})})


def _column(column: Column) -> dict[str, Any]:
    if column.name in _ENUMS:
        return {"enum": [*_ENUMS[column.name], None], "description": column.meaning}
    return {**_TYPES[column.dtype], "description": column.meaning}


_DOCUMENT = object_of(
    {
        "name": STRING,
        "title": OPTIONAL,
        "publisher": OPTIONAL,
        "published": {**OPTIONAL, "format": "date"},
        "language": STRING,
        "characters": COUNT,
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "notes": list_of(STRING),
    }
)
_TARGET = {
    "description": "target of a Web Annotation",
    **object_of(
        {
            "source": STRING,
            "selector": {
                "type": "array",
                "prefixItems": [
                    object_of(
                        {
                            "type": {"const": "TextQuoteSelector"},
                            "exact": STRING,
                            "prefix": STRING,
                            "suffix": STRING,
                        }
                    ),
                    object_of({"type": {"const": "TextPositionSelector"}, "start": COUNT, "end": COUNT}),
                ],
                "minItems": 2,
                "maxItems": 2,
            },
        }
    ),
}
_READING = object_of(
    {
        "label": STRING,
        "formula": STRING,
        "verdict": {"enum": _ENUMS["verdict"]},
        "low": NUMBER,
        "high": NUMBER,
        "recomputed_low": NUMBER,
        "recomputed_high": NUMBER,
    }
)
_LIMIT = {
    "description": "what was not read or not checked: not to be taken for figures that fit",
    **object_of({"kind": {"enum": ["nothing_recomputed", "not_read", "not_checked"]}, "text": STRING}),
}
_TRUST = {
    "description": "how often the bindings of a rule used here fitted in unmarked news, and how many chance would make fit",
    **object_of(
        {"rule": STRING, "operation": STRING, "bindings": COUNT, "fitted": COUNT, "by_chance": {"type": "number"}}
    ),
}
_REVIEW = {
    "description": "schema.org ClaimReview of a finding, without a numeric rating",
    "type": "object",
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "ClaimReview"},
        "claimReviewed": STRING,
        "itemReviewed": {"type": "object", "properties": {"@type": {"const": "Claim"}}, "required": ["@type", "text"]},
        "reviewRating": {
            "type": "object",
            "properties": {"@type": {"const": "Rating"}, "alternateName": STRING, "ratingExplanation": STRING},
            "required": ["@type", "alternateName"],
            "additionalProperties": False,
        },
    },
    "required": ["@context", "@type", "claimReviewed", "itemReviewed", "reviewRating"],
}
