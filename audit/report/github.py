"""Annotations as GitHub's runners read them from standard output: one line a finding, shown beside the line of the text.

What does not fit is a warning, what is worth a look a notice; what a reader has dismissed is left out.
"""

from __future__ import annotations

from audit.checks.check import Check, Verdict
from audit.report.findings import alone
from audit.report.places import Place, place_of
from audit.result import Audit

__all__ = ["workflow_commands"]


def workflow_commands(audit: Audit) -> list[str]:
    """The workflow commands, in the order of the documents and of each text; files that could not be read are errors."""
    dismissed = {id(check) for check in audit.dismissed}
    found = [_line(check, audit) for check in audit.checks if id(check) not in dismissed and _level(check)]
    return [*found, *(f"::error title={_property('could not be read')}::{_data(str(one))}" for one in audit.failures)]


def _level(check: Check) -> str:
    """'warning', 'notice', or '' for what is not shown."""
    if check.verdict is Verdict.INCONSISTENT:
        return "warning"
    return "notice" if check.odds is not None else ""


def _line(check: Check, audit: Audit) -> str:
    finding = alone(check, audit.policy)
    place = place_of(check.claim)
    title = _property(f"{finding.label}: {finding.operation}")
    words = "\n".join([finding.title, finding.working, *finding.implied[:1]])
    return f"::{_level(check)} file={_property(place.file)}{_lines(place)},title={title}::{_data(words)}"


def _lines(place: Place) -> str:
    if place.line is None:
        return ""
    same = f",col={place.column},endColumn={place.end_column}" if place.line == place.end_line else ""
    return f",line={place.line},endLine={place.end_line}{same}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
