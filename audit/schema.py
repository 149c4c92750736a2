"""The JSON Schema (draft 2020-12) of the program's JSON, made from the documented columns."""

from __future__ import annotations

from typing import Any

from audit.checks.check import Operation, Verdict
from audit.claims.claim import CueKind, Status
from audit.columns import FRAMES, Column
from audit.figures.figure import Bound, Kind
from audit.figures.rounding import Policy
from audit.report.data import LONGEST

__all__ = ["schema"]

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
_STRING: dict[str, Any] = {"type": "string"}
_OPTIONAL: dict[str, Any] = {"type": ["string", "null"]}
_NUMBER: dict[str, Any] = {"type": ["number", "null"]}
_OFFSET: dict[str, Any] = {"type": "integer", "minimum": 0}


_CUT = {"sentence": {**_OPTIONAL, "description": f"its sentence; of more than {LONGEST:,} characters those around it"}}


def schema() -> dict[str, Any]:
    """The schema of what `audit check --json` prints and of a `.json` report."""
    parts = {
        "program": {"const": "numeric-claims-audit"},
        "version": _STRING,
        "vocabulary": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
        "policy": {"enum": _ENUMS["policy"]},
        "convention": _STRING,
        "documents": _list(_DOCUMENT),
        "figures": _list(_frame("figures", {**_CUT, "target": _TARGET})),
        "claims": _list(_frame("claims", _CUT)),
        "checks": _list(_frame("checks", {**_CUT, "readings": _list(_READING), "note": _STRING, "rule": _STRING})),
        "operands": _list(_frame("operands")),
        "limits": _list(_LIMIT),
        "trust": _list(_TRUST),
        "reviews": _list(_REVIEW),
        "failures": _list(_object({"where": _STRING, "reason": _STRING, "remedy": _STRING})),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Audit of figures",
        "description": "All that one run of numeric-claims-audit found. An end that there is not is null.",
        **_object(parts),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _frame(what: str, more: dict[str, Any] | None = None) -> dict[str, Any]:
    return _object({**{column.name: _column(column) for column in FRAMES[what]}, **(more or {})})


def _column(column: Column) -> dict[str, Any]:
    if column.name in _ENUMS:
        return {"enum": [*_ENUMS[column.name], None], "description": column.meaning}
    return {**_TYPES[column.dtype], "description": column.meaning}


_DOCUMENT = _object(
    {
        "name": _STRING,
        "title": _OPTIONAL,
        "publisher": _OPTIONAL,
        "published": {**_OPTIONAL, "format": "date"},
        "language": _STRING,
        "characters": _OFFSET,
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "notes": _list(_STRING),
    }
)
_TARGET = {
    "description": "target of a Web Annotation",
    **_object(
        {
            "source": _STRING,
            "selector": {
                "type": "array",
                "prefixItems": [
                    _object(
                        {
                            "type": {"const": "TextQuoteSelector"},
                            "exact": _STRING,
                            "prefix": _STRING,
                            "suffix": _STRING,
                        }
                    ),
                    _object({"type": {"const": "TextPositionSelector"}, "start": _OFFSET, "end": _OFFSET}),
                ],
                "minItems": 2,
                "maxItems": 2,
            },
        }
    ),
}
_READING = _object(
    {
        "label": _STRING,
        "formula": _STRING,
        "verdict": {"enum": _ENUMS["verdict"]},
        "low": _NUMBER,
        "high": _NUMBER,
        "recomputed_low": _NUMBER,
        "recomputed_high": _NUMBER,
    }
)
_LIMIT = {
    "description": "what was not read or not checked: not to be taken for figures that fit",
    **_object({"kind": {"enum": ["nothing_recomputed", "not_read", "not_checked"]}, "text": _STRING}),
}
_TRUST = {
    "description": "how often the bindings of a rule used here fitted in unmarked news, and how many chance would make fit",
    **_object(
        {"rule": _STRING, "operation": _STRING, "bindings": _OFFSET, "fitted": _OFFSET, "by_chance": {"type": "number"}}
    ),
}
_REVIEW = {
    "description": "schema.org ClaimReview of a finding, without a numeric rating",
    "type": "object",
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "ClaimReview"},
        "claimReviewed": _STRING,
        "itemReviewed": {"type": "object", "properties": {"@type": {"const": "Claim"}}, "required": ["@type", "text"]},
        "reviewRating": {
            "type": "object",
            "properties": {"@type": {"const": "Rating"}, "alternateName": _STRING, "ratingExplanation": _STRING},
            "required": ["@type", "alternateName"],
            "additionalProperties": False,
        },
    },
    "required": ["@context", "@type", "claimReviewed", "itemReviewed", "reviewRating"],
}
