"""What the page shows of an `Audit`, as plain data: the model of every report, with what one click needs beside it."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from audit.checks.check import AGREEING, Check, Verdict
from audit.decisions import Decision, key_of, record
from audit.page.grid import grids
from audit.picture import Picture
from audit.report import model
from audit.report.build import build
from audit.report.chart import Panel
from audit.report.entries import credit
from audit.report.palette import LIGHT
from audit.report.words import count, shown
from audit.result import Audit
from audit.strings import strings
from audit.text.language import name_of

__all__ = ["view"]

Data = dict[str, Any]
MOST_PICTURES = 6
"""Of one table: each takes a quarter of a second to draw."""


def view(audit: Audit, decisions: Mapping[str, Decision] | None = None, table: Path | None = None) -> Data:
    """All that the page shows; text is text, nothing in it is markup. `table` is the file whose cells are shown."""
    report = build(audit)
    said, limits = _said(audit), report.limits
    longer = next((line for line in limits if line.startswith(said.rstrip("."))), None)
    if longer is not None:
        said, limits = longer, tuple(line for line in limits if line is not longer)
    if limits and any(part.is_foreign for part in audit.parts):
        said, limits = limits[0], limits[1:]  # that a text was not read is why nothing came of it
    return {
        "title": report.title,
        "line": report.line,
        "summary": report.summary,
        "said": said,
        "neutral": report.neutral,
        "counts": [_count(audit, group, number, words) for group, number, words in report.counts],
        "groups": [_group(group, decisions or {}) for group in report.groups],
        "documents": [_document(article) for article in report.articles],
        "grids": [] if table is None else grids(table, audit, report.articles),
        "entries": {entry.key: _entry(entry) for article in report.articles for entry in article.entries},
        "method": [[line.label, _worded(line.text)] for line in report.method],
        "trust": [[line.label, line.text] for line in report.trust],
        "limits": list(limits),
        "failures": list(report.failures),
        "policy": str(audit.policy),
        "convention": audit.convention,
        "known": _known(audit),
    }


def _said(audit: Audit) -> str:
    """What came out, in one sentence; that nothing could be worked out is said, not left to be guessed."""
    words = strings("page")["said"]
    misfits = len(audit.inconsistent) - _dismissed(audit)
    looks = sum(check.odds is not None and check.verdict is Verdict.UNVERIFIABLE for check in audit.checks)
    for number, key in ((misfits, "misfits"), (looks, "looks")):
        if number:
            one, several = words[key]
            return str(one if number == 1 else several).format(n=f"{number:,}")
    if any(check.verdict in AGREEING for check in audit.checks):
        return str(words["fits"]).format(checks=count("checks", len(audit.checks)))
    return str(words["nothing"])


def _dismissed(audit: Audit) -> int:
    """How many of those that do not fit a reader has dismissed."""
    return sum(check.verdict is Verdict.INCONSISTENT for check in audit.dismissed)


def _count(audit: Audit, group: str, number: int, words: str) -> Data:
    """A group with its number, what was dismissed left out, and its words."""
    dismissed = _dismissed(audit) if group == "misfit" else 0
    if dismissed:
        number -= dismissed
        words = count(f"summary_{group}", number)
    return {"group": group, "n": number, "words": words}


def _known(audit: Audit) -> Data:
    """What is known of the first document, guessed or given."""
    if not audit.parts:
        return {}
    document = audit.parts[0].document
    return {
        "publisher": shown(document.publisher or ""),
        "published": document.published.isoformat() if document.published else "",
        "language": name_of(document.language),
        "notes": [shown(note) for note in document.notes],
    }


def _group(group: model.Group, decisions: Mapping[str, Decision]) -> Data:
    findings = [_finding(finding, decisions) for finding in group.findings]
    return {
        "name": group.name,
        "heading": group.heading,
        "empty": group.empty,
        "lines": list(group.lines),
        "findings": findings,
    }


def _finding(finding: model.Finding, decisions: Mapping[str, Decision]) -> Data:
    check = finding.check
    key = key_of(check)
    decision = decisions.get(key)
    return {
        "key": finding.key,
        "link": key,
        "number": finding.number,
        "group": finding.group,
        "sign": finding.sign,
        "label": finding.label,
        "operation": finding.operation,
        "title": finding.title,
        "source": finding.source,
        "told": finding.told,
        "brief": _brief(finding),
        "mark": finding.statements[0].entry if finding.statements else "",
        "marks": [statement.entry for statement in finding.statements if statement.entry],
        "quotes": [
            {"where": quote.where, "entry": quote.anchor, "pieces": [[p.text, p.entry, p.role] for p in quote.pieces]}
            for quote in finding.quotes
        ],
        "readings": [
            {
                "label": reading.label,
                "formula": reading.formula,
                "result": reading.result,
                "rounded": reading.rounded,
                "outcome": reading.outcome,
            }
            for reading in finding.readings
        ],
        "implied": list(finding.implied),
        "lines": [[line.label, line.text] for line in finding.lines if not _aside(line)],
        "more": [[line.label, _worded(line.text)] for line in finding.lines if _aside(line)],
        "statements": [
            {"text": each.text, "role": each.role, "stands": each.stands, "source": each.source, "entry": each.entry}
            for each in finding.statements
        ],
        "panels": [_panel(panel) for panel in finding.panels],
        "text": finding.as_text(),
        "question": _question(finding, check),
        "record": record(check),
        "decision": None
        if decision is None
        else {"decision": decision.decision, "reason": shown(decision.reason), "on": shown(decision.on)},
    }


def _brief(finding: model.Finding) -> str:
    """The working in one line, as a closed finding shows it."""
    first = next((reading for reading in finding.readings if reading.formula), None)
    return f"{first.formula} = {first.result}" if first is not None else finding.told


def _aside(line: model.Line) -> bool:
    """Whether a line is for who wants to know everything: the gap (the title says it), the other policies, a query."""
    labels = strings("report")["labels"]
    return line.label in (labels["gap"], labels["under"]) or (line.label == labels["note"] and "SELECT" in line.text)


def _worded(text: str) -> str:
    """The words with each policy called as the page calls it."""
    short = strings("page")["policy_short"]
    return re.sub(r"\b(as_printed|two_figure)\b", lambda name: str(short[name[0]]), text)


def _question(finding: model.Finding, check: Check) -> str:
    """A question to whoever gave the figure: what was read, what came out, what would help; none about what fits."""
    if check.verdict in AGREEING:
        return ""
    words = strings("page")["question"]
    from_ = credit(check.claim.document)
    lines = []
    for quote in finding.quotes[:3]:
        sentence = " ".join("".join(piece.text for piece in quote.pieces).split())
        lines.append(words["said_in" if from_ else "said"].format(sentence=sentence, credit=from_))
    working = shown(check.working)
    figure = f"“{shown(check.claim.figure.text)}”"
    lines.append(words["about"].format(figure=figure, working=working and f"{working}.").strip())
    lines += finding.implied[:1]
    if check.missing and not working:
        lines.append(words["missing"].format(missing=shown("; ".join(check.missing))))
    return "\n\n".join([words["open"], *lines, words["asks"]])


def _panel(panel: Panel) -> Data:
    return {
        "title": panel.title,
        "alternative": panel.alternative,
        "legend": _worded(panel.legend),
        "ticks": [[tick.place, tick.label] for tick in panel.ticks],
        "bars": [
            {
                "label": bar.label,
                "value": bar.value,
                "role": bar.role,
                "start": bar.start,
                "end": bar.end,
                "left": bar.endless_left,
                "right": bar.endless_right,
                "widths": [list(width) for width in bar.widths],
            }
            for bar in panel.bars
        ],
    }


def _document(article: model.Article) -> Data:
    return {
        "key": article.key,
        "name": article.name,
        "title": article.title,
        "line": article.line,
        "language": article.language,
        "left_out": article.left_out,
        "pictures": [_picture(picture) for picture in article.pictures[:MOST_PICTURES]],
        "paragraphs": [[[p.text, p.entry, p.group] for p in paragraph] for paragraph in article.paragraphs],
    }


def _picture(picture: Picture) -> Data:
    """As data in the answer: an image can run nothing, nor reach anything."""
    drawn = base64.b64encode(picture.written("svg", LIGHT)).decode()
    return {
        "source": f"data:image/svg+xml;base64,{drawn}",
        "title": shown(picture.title),
        "alternative": shown(picture.alternative),
    }


def _entry(entry: model.Entry) -> Data:
    return {
        "number": entry.number,
        "text": entry.text,
        "value": entry.value,
        "kind": entry.kind,
        "counts": entry.counts,
        "source": entry.source,
        "status": entry.status,
        "group": entry.group,
        "sign": entry.sign,
        "verdict": entry.verdict,
        "findings": list(entry.findings),
        "where": entry.where,
        "quantity": entry.quantity,
    }
