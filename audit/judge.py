"""A judge of the user's own, asked what the words leave open: a script, or the command line of a language model.

It is sent the questions of an audit ('worth a look') as JSON and answers which reading is meant, if any. It chooses among
the readings that were found and does nothing else: the arithmetic stays ours, a verdict that rests on its answer says so.
Words of the text are material for it, which may try to mislead it; all it can do is choose.
"""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from audit.checks.check import Check, Reading, Verdict
from audit.decisions import key_of
from audit.errors import OptionError, UnreadableError
from audit.files import write_whole
from audit.result import Audit
from audit.show import interval
from audit.strings import strings

__all__ = ["Answer", "apply", "ask", "keep", "questions", "read"]

SECONDS = 300
LONGEST_REASON = 500
LONGEST_NAME = 80
CONTEXT = 600
"""Characters of the text round the figure that go with a question."""
MOST_BYTES = 2**22


@dataclass(frozen=True, slots=True)
class Answer:
    """What a judge said of one question."""

    key: str
    reading: int | None
    """The number of the reading that is meant, from 1; None if none is."""
    reason: str
    judge: str


def questions(audit: Audit) -> list[dict[str, Any]]:
    """What is open, as plain data: the figure with its words, and the readings to choose from, with the key of each."""
    return [_question(check) for check in audit.checks if _is_open(check)]


def ask(command: str, audit: Audit, known: Mapping[str, Answer] | None = None) -> dict[str, Answer]:
    """The answers of the command to what is open and not among the `known`; those come first.

    Raises `OptionError` for a command that cannot be run, fails, takes too long or answers something else.
    """
    all_ = questions(audit)
    choices = {question["id"]: len(question["readings"]) for question in all_}
    kept = ((key, answer) for key, answer in (known or {}).items() if answer.judge == command)
    found = {key: answer for key, answer in kept if (answer.reading or 1) <= choices.get(key, 1)}
    open_ = [question for question in all_ if question["id"] not in found]
    if not open_:
        return found
    words = strings("page")["judge"]["instruction"]
    request = json.dumps({"instruction": words, "questions": open_}, ensure_ascii=False, indent=1)
    try:
        done = subprocess.run(
            shlex.split(command), input=request.encode(), stdout=subprocess.PIPE, timeout=SECONDS, check=True
        )
        rows = json.loads(done.stdout[:MOST_BYTES])["answers"]
        answers = [_read(row, command) for row in rows]
    except subprocess.TimeoutExpired:
        raise OptionError("--judge", f"{command} (over {SECONDS} seconds)", ("one that is faster",)) from None
    except subprocess.CalledProcessError as error:
        raise OptionError("--judge", f"{command} (exit code {error.returncode})", ("one that works",)) from None
    except OSError as error:
        raise OptionError("--judge", f"{command} ({error.strerror})", ("a command that can be run",)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise OptionError("--judge", f"{command} (its answer)", ('one that answers {"answers": [...]}',)) from None
    asked = {question["id"] for question in open_}
    for answer in answers:
        if answer is not None and answer.key in asked and (answer.reading or 1) <= choices[answer.key]:
            found.setdefault(answer.key, answer)
    return found


def apply(audit: Audit, answers: Mapping[str, Answer]) -> Audit:
    """The audit with each question that was answered judged by the reading that is meant, and said to be so."""

    def judged(checks: Iterable[Check]) -> tuple[Check, ...]:
        return tuple(_judged(check, answers.get(key_of(check))) if _is_open(check) else check for check in checks)

    parts = tuple(replace(part, checks=judged(part.checks)) for part in audit.parts)
    return replace(audit, parts=parts, between=judged(audit.between))


def read(path: Path) -> dict[str, Answer]:
    """The answers that were kept; none if there is no such file yet."""
    if not path.exists():
        return {}
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["answers"]
        found = [_read(row, str(row["judge"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UnreadableError(str(path), "is no file of a judge's answers", "give one that --judge wrote") from None
    return {one.key: one for one in found if one is not None}


def keep(path: Path, answers: Mapping[str, Answer]) -> Path:
    """Write the answers, so that what was answered is not asked again."""
    rows = [{"id": key, **asdict(answers[key])} for key in sorted(answers)]
    content = {"answers": [{name: row[name] for name in row if name != "key"} for row in rows]}
    return write_whole(path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())


def _is_open(check: Check) -> bool:
    return check.verdict is Verdict.UNVERIFIABLE and check.odds is not None and bool(check.readings)


def _question(check: Check) -> dict[str, Any]:
    claim = check.claim
    text, figure = claim.document.text, claim.figure
    context = text[max(0, figure.start - CONTEXT) : figure.end + CONTEXT] if claim.locator is None else ""
    return {
        "id": key_of(check),
        "figure": figure.text,
        "sentence": claim.sentence.text if claim.sentence else figure.text,
        "context": context,
        "operation": str(check.operation),
        "readings": [_choice(number, reading, check) for number, reading in enumerate(check.readings, start=1)],
    }


def _choice(number: int, reading: Reading, check: Check) -> dict[str, Any]:
    operands = [{"role": operand.role, "text": operand.text} for operand in reading.operands]
    result = interval(reading.as_printed, check.claim.figure.unit)
    return {
        "reading": number,
        "label": reading.label,
        "formula": reading.formula,
        "result": result,
        "operands": operands,
    }


def _read(row: Any, judge: str) -> Answer | None:
    """One answer; None for anything that is none, and where no reading is named: that is not 'none of them'."""
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or "reading" not in row:
        return None
    reading = row["reading"]
    if reading is not None and (not isinstance(reading, int) or isinstance(reading, bool) or reading < 1):
        return None
    return Answer(row["id"], reading, str(row.get("reason") or "")[:LONGEST_REASON], judge)


def _called(command: str) -> str:
    """What a judge is called: its command without the folders ('python3 judge.py')."""
    return " ".join(word.rstrip("/").rpartition("/")[2] for word in shlex.split(command))[:LONGEST_NAME]


def _judged(check: Check, answer: Answer | None) -> Check:
    """The check under the reading that is meant; the verdict is that of our own arithmetic."""
    if answer is None:
        return check
    words = strings("page")["judge"]
    name = _called(answer.judge)
    reason = f": {answer.reason}" if answer.reason else ""
    if answer.reading is None:
        note = words["none"].format(judge=name, reason=reason)
        return replace(check, odds=None, note=f"{check.note} {note}".strip())
    chosen = check.readings[answer.reading - 1]
    others = tuple(reading for reading in check.readings if reading is not chosen)
    note = words["chosen"].format(judge=name, reading=chosen.label, reason=reason)
    return replace(
        check,
        verdict=chosen.verdict,
        readings=(chosen, *others),
        odds=None,
        missing=() if chosen.verdict is not Verdict.UNVERIFIABLE else check.missing,
        note=f"{check.note} {note}".strip(),
    )
