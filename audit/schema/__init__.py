"""The JSON Schema (draft 2020-12) of the program's JSON: an audit, and under `$defs` the answers of other commands."""

from __future__ import annotations

from typing import Any

from audit.schema.commands import answers_of_commands
from audit.schema.ledger import answers
from audit.schema.report import report

__all__ = ["schema"]


def schema() -> dict[str, Any]:
    """The schema of what `audit check --json` prints and of a `.json` report; `$defs` holds that of each answer by its
    command, so that `audit ledger series` is described by `#/$defs/ledger_series`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Audit of figures",
        "description": "All that one run of numeric-claims-audit found. An end that there is not is null.",
        **report(),
        "$defs": answers_of_commands() | answers(),
    }
