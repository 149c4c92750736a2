"""The shape of what each command but those of the ledger answers with `--json`."""

from __future__ import annotations

from typing import Any

from audit.checks.check import Verdict
from audit.figures.figure import Bound, Kind
from audit.schema.shapes import COUNT, NUMBER, OPTIONAL, STRING, object_of

__all__ = ["answers_of_commands"]


def answers_of_commands() -> dict[str, dict[str, Any]]:
    """By the name of each command the schema of its answer; `{"$ref": "#"}` is an audit.

    `figures` answers with an object a line, `explain FILE:N` with a check, as an audit has it, and why it was bound so.
    """
    whole = {"$ref": "#"}
    return {
        "check": whole,
        "table": whole,
        "compare": whole,
        "figures": _FIGURE,
        "explain": object_of({"check": {"$ref": "#/properties/checks/items"}, "why": {"type": ["object", "null"]}}),
        "corpus": _TALLY,
        "report": _TALLY,
    }


_FIGURE = object_of(
    {
        "document": STRING,
        "start": COUNT,
        "end": COUNT,
        "text": STRING,
        "low": NUMBER,
        "high": NUMBER,
        "bound": {"enum": [str(bound) for bound in Bound]},
        "kind": {"enum": [str(kind) for kind in Kind]},
        "unit": OPTIONAL,
        "noun": OPTIONAL,
        "phrase": OPTIONAL,
        "words": OPTIONAL,
    }
)
_TALLY = object_of(
    {
        "documents": COUNT,
        "figures": COUNT,
        "claims": COUNT,
        "checks": COUNT,
        "left_out": COUNT,
        "verdicts": {
            "type": "object",
            "propertyNames": {"enum": [str(verdict) for verdict in Verdict]},
            "additionalProperties": COUNT,
        },
        "failures": {"type": "object", "additionalProperties": COUNT},
    }
)
