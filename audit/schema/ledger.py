"""The shape of what each `audit ledger` command answers with `--json`."""

from __future__ import annotations

from typing import Any

from audit.checks.check import Operation
from audit.claims.claim import Status
from audit.decisions import DECISIONS
from audit.schema.shapes import COUNT, NUMBER, OPTIONAL, STRING, list_of, object_of

__all__ = ["answers"]

_DAY: dict[str, Any] = {**OPTIONAL, "pattern": r"^\d{4}-\d\d-\d\d$", "description": "a day"}
_MIDNIGHT: dict[str, Any] = {
    **OPTIONAL,
    "pattern": r"^\d{4}-\d\d-\d\dT00:00:00$",
    "description": "a day, as its first second",
}
_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 1, "description": "number of the document in the ledger"}


def answers() -> dict[str, dict[str, Any]]:
    """By the name of each command the schema of its answer; `{"$ref": "#"}` is an audit."""
    whole = {"$ref": "#"}
    return {
        "ledger_add": _ADD,
        "ledger_list": list_of(_DOCUMENT),
        "ledger_show": whole,
        "ledger_series": list_of(object_of({"label": STRING, "claims": list_of(_CLAIM)})),
        "ledger_conflicts": whole,
        "ledger_export": object_of({"written": STRING}),
        "ledger_remove": object_of({"removed": COUNT}),
        "ledger_edit": object_of({"document": _NUMBER, "publisher": OPTIONAL, "published": _DAY, "title": OPTIONAL}),
        "ledger_verify": object_of({"whole": {"type": "boolean"}, "documents": COUNT, "wrong": list_of(STRING)}),
        "ledger_decide": _DECIDED,
    }


_ADD = object_of(
    {
        "added": COUNT,
        "new_editions": COUNT,
        "known": COUNT,
        "corrected": COUNT,
        "not_read": list_of(object_of({"where": STRING, "reason": STRING})),
        "changed": list_of(object_of({"document": STRING, "working": STRING})),
    }
)
_DOCUMENT = object_of(
    {
        "document": _NUMBER,
        "name": STRING,
        "publisher": OPTIONAL,
        "published": _MIDNIGHT,
        "title": OPTIONAL,
        "origin": OPTIONAL,
        "edition": {"type": "integer", "minimum": 1},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "figures": COUNT,
        "claims": COUNT,
        "inconsistent": COUNT,
    }
)
_CLAIM = {
    "description": "what one document says about the quantity, in the order of time; an end that there is not is null",
    **object_of(
        {
            "date": _MIDNIGHT,
            "who": STRING,
            "text": STRING,
            "low": NUMBER,
            "high": NUMBER,
            "beside": {**OPTIONAL, "description": "how it stands to the one before; null for the first"},
            "status": {"enum": [str(status) for status in Status]},
            "findings": OPTIONAL,
            "sentence": OPTIONAL,
        }
    ),
}
_DECIDED = object_of(
    {
        "decision": {"enum": [*DECISIONS, "open"]},
        "figure": STRING,
        "operation": {"enum": [str(operation) for operation in Operation]},
        "why": STRING,
    }
)
