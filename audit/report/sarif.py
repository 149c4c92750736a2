"""SARIF 2.1.0, which code hosts and editors read: each finding a result, each operation a rule.

What does not fit is a warning, what is worth a look a note. What a reader has
dismissed is there as suppressed, with the reason.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import audit as program
from audit.checks.check import Check, Verdict
from audit.decisions import key_of
from audit.report.findings import alone
from audit.report.places import place_of
from audit.report.words import operation, say
from audit.result import Audit

__all__ = ["as_sarif", "render"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(audit: Audit, path: Path) -> bytes:
    """The file's bytes: UTF-8."""
    return (json.dumps(as_sarif(audit), ensure_ascii=False, indent=2) + "\n").encode()


def as_sarif(audit: Audit) -> dict[str, Any]:
    """One run with its rules, results and what could not be read."""
    shown = [check for check in audit.checks if _level(check)]
    rules = sorted({str(check.operation) for check in shown})
    dismissed = {id(check) for check in audit.dismissed}
    names = {str(check.operation): operation(check.operation) for check in shown}
    driver = {
        "name": "numeric-claims-audit",
        "version": program.__version__,
        "rules": [{"id": rule, "shortDescription": {"text": names[rule]}} for rule in rules],
    }
    unread = [
        {"level": "error", "message": {"text": str(failure)}, "descriptor": {"id": "unreadable"}}
        for failure in audit.failures
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not audit.failures, "toolExecutionNotifications": unread}],
        "results": [_result(check, audit, rules, id(check) in dismissed) for check in shown],
        "properties": {
            "policy": str(audit.policy),
            "convention": audit.convention,
            "note": say("sentences", "neutral"),
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _level(check: Check) -> str:
    if check.verdict is Verdict.INCONSISTENT:
        return "warning"
    return "note" if check.odds is not None else ""


def _result(check: Check, audit: Audit, rules: list[str], dismissed: bool) -> dict[str, Any]:
    finding = alone(check, audit.policy)
    place = place_of(check.claim)
    where: dict[str, Any] = {"artifactLocation": {"uri": quote(Path(place.file).as_posix())}}
    if place.line is not None:
        where["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": check.claim.figure.text},
        }
    result: dict[str, Any] = {
        "ruleId": str(check.operation),
        "ruleIndex": rules.index(str(check.operation)),
        "level": _level(check),
        "message": {"text": "\n".join([finding.title, finding.working, *finding.implied[:1]])},
        "locations": [{"physicalLocation": where}],
        "partialFingerprints": {"sentenceAndFigures/v1": key_of(check)},
    }
    if dismissed:
        result["suppressions"] = [{"kind": "external", "justification": check.note}]
    return result
