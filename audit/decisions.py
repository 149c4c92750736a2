"""What a reader decided about a finding: confirmed or dismissed, with a reason, known again by the text's words.

A decision is kept in a JSON file that people can read. It holds for a finding as long as the sentence of its claim and the
figures that it is worked out from stay as they are, wherever else the text changes and whatever its file is called.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from audit.checks.check import Check
from audit.errors import UnreadableError
from audit.files import write_whole
from audit.result import Audit, Part
from audit.strings import strings

__all__ = [
    "CONFIRMED",
    "DECISIONS",
    "DISMISSED",
    "RESOLVED",
    "Decision",
    "apply",
    "as_bytes",
    "decision_of",
    "keep",
    "key_of",
    "of_bytes",
    "read",
    "read_rows",
    "record",
    "to_rows",
]

CONFIRMED, DISMISSED, RESOLVED = "confirmed", "dismissed", "resolved"
DECISIONS = (CONFIRMED, DISMISSED, RESOLVED)
LONGEST_REASON = 2000
_FORMAT = "numeric-claims-audit decisions"
_REMEDY = "give one that the page wrote"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision with the words that it was made about."""

    key: str
    decision: str
    """'confirmed', 'dismissed' or 'resolved'."""
    reason: str
    operation: str
    figure: str
    sentence: str
    operands: tuple[str, ...] = ()
    document: str = ""
    on: str = ""
    """The day on which it was made, in ISO 8601, where that is known."""


def key_of(check: Check) -> str:
    """Sixteen hexadecimal digits: the same for the same sentence, figure, operation and operands, in whatever file.

    Of two equal figures of one sentence the place within it tells which is meant.
    """
    claim, sentence = check.claim, check.claim.sentence
    place = claim.locator or str(claim.figure.start - sentence.start if sentence else 0)
    parts = (str(check.operation), place, claim.figure.text, _sentence(check), *_operands(check))
    words = "\0".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def decision_of(check: Check, decision: str, reason: str, *, on: str = "") -> Decision:
    """The decision about a check, with its words."""
    claim = check.claim
    words = (str(check.operation), claim.figure.text, _sentence(check), _operands(check), claim.document.name)
    return Decision(key_of(check), decision, reason.strip()[:LONGEST_REASON], *words, on=on)


def record(check: Check) -> dict[str, Any]:
    """What a decision about the check would hold, nothing decided yet: the page fills in what is."""
    return _row(decision_of(check, "", ""))


def read(path: str | Path) -> dict[str, Decision]:
    """The decisions of a file by their keys; raises `UnreadableError` for a file that holds none."""
    where = str(path)
    try:
        return of_bytes(Path(path).read_bytes(), where)
    except FileNotFoundError:
        raise UnreadableError(where, "does not exist", "check the path") from None
    except OSError as error:
        raise UnreadableError(where, f"is no file of decisions ({type(error).__name__})", _REMEDY) from None


def of_bytes(content: bytes, where: str) -> dict[str, Decision]:
    """The decisions of a file's bytes; `where` is what the file is called in an error."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(where, f"is no file of decisions ({type(error).__name__})", _REMEDY) from None
    rows = found.get("decisions") if isinstance(found, dict) else None
    if not isinstance(rows, list):
        raise UnreadableError(where, "is no file of decisions", _REMEDY)
    return read_rows(rows)


def read_rows(rows: Any) -> dict[str, Decision]:
    """The decisions of a list of mappings by their keys; what is no decision is passed over."""
    found = [_read(row) for row in rows] if isinstance(rows, list) else []
    return {one.key: one for one in found if one is not None}


def keep(path: str | Path, decisions: Mapping[str, Decision]) -> Path:
    """Write the file, whole or not at all; the same decisions give the same bytes."""
    return write_whole(Path(path), as_bytes(decisions))


def as_bytes(decisions: Mapping[str, Decision]) -> bytes:
    """The content of the file that keeps them."""
    content = {"format": _FORMAT, "version": 1, "decisions": to_rows(decisions)}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def to_rows(decisions: Mapping[str, Decision]) -> list[dict[str, Any]]:
    """The decisions as plain data, in the order of their keys."""
    return [_row(decisions[key]) for key in sorted(decisions)]


def apply(audit: Audit, decisions: Mapping[str, Decision]) -> Audit:
    """The audit with each decision in the note of its finding, and the dismissed ones named in `Audit.dismissed`."""
    if not decisions:
        return audit
    dismissed: list[Check] = []

    def decided(checks: Iterable[Check]) -> tuple[Check, ...]:
        found = []
        for check in checks:
            decision = decisions.get(key_of(check))
            if decision is not None:
                said = strings("report")["sentences"][decision.decision]
                reason = decision.reason or strings("report")["sentences"]["no_reason"]
                check = replace(check, note=f"{check.note} {said.format(reason=reason)}".strip())
                if decision.decision in (DISMISSED, RESOLVED):
                    dismissed.append(check)
            found.append(check)
        return tuple(found)

    parts = tuple(_with(part, decided(part.checks)) for part in audit.parts)
    return replace(audit, parts=parts, between=decided(audit.between), dismissed=tuple(dismissed))


def _row(decision: Decision) -> dict[str, Any]:
    return asdict(decision) | {"operands": list(decision.operands)}


def _with(part: Part, checks: tuple[Check, ...]) -> Part:
    return replace(part, checks=checks)


def _read(row: Any) -> Decision | None:
    """One row; None for anything that does not say what was decided about what."""
    if not isinstance(row, dict) or row.get("decision") not in DECISIONS or not row.get("key"):
        return None
    operands = row.get("operands")
    words = {
        name: str(row.get(name) or "") for name in ("key", "decision", "reason", "operation", "figure", "sentence")
    }
    words["reason"] = words["reason"][:LONGEST_REASON]
    return Decision(
        **words,
        operands=tuple(str(one) for one in operands) if isinstance(operands, list) else (),
        document=str(row.get("document") or ""),
        on=str(row.get("on") or ""),
    )


def _sentence(check: Check) -> str:
    claim = check.claim
    return " ".join((claim.sentence.text if claim.sentence else claim.figure.text).split())


def _operands(check: Check) -> tuple[str, ...]:
    """Role and words of each operand, which may be a claim or a stretch of the text."""
    found = dict.fromkeys(_words(operand) for reading in check.readings for operand in reading.operands)
    return tuple(found)


def _words(operand: Any) -> str:
    claim = operand.claim
    text = claim.figure.text if claim is not None else str(getattr(operand, "text", "") or "")
    return f"{operand.role}: {text}"
