"""What the commands print: an audit in the order of every report, and one check as a tree.

Words of an input are never read as markup. Width, colour and whether there is any are the console's affair.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from audit.checks.check import Check
from audit.explain import add_reasons, reasons_data
from audit.report.build import build
from audit.report.build import finding as finding_in
from audit.report.model import Finding, Report
from audit.report.words import say
from audit.result import Audit
from audit.streams import plain, raw

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

__all__ = ["console", "print_audit", "print_check"]

WIDTH = 100
_STYLES = {"misfit": "bold red", "look": "magenta", "open": "yellow", "fit": "cyan", "plain": "bold"}
"""A terminal's own sixteen colours, which its user has chosen to be readable; the sign says the same without colour."""


def console() -> Console:
    """Standard output: coloured and as wide as the terminal, or plain and 100 columns wide where it is none."""
    from rich.console import Console
    from rich.segment import Segment

    class Plain(Console):
        """Colours are its own; what others have written has none, and nothing else that a terminal obeys."""

        def _render_buffer(self, buffer: Iterable[Segment]) -> str:
            return super()._render_buffer(s if s.control else Segment(plain(s.text), s.style) for s in buffer)

    stream = raw(sys.stdout)
    return Plain(file=stream, highlight=False, width=None if stream.isatty() else WIDTH)


def print_audit(audit: Audit, console: Console) -> None:
    """The findings in the order of every report, after a line of counts and before the method."""
    report = build(audit)
    _head(report, console)
    for group in report.groups:
        if not group.findings and not group.lines:
            continue
        console.print()
        console.print(_text(group.heading, "bold underline"))
        for finding in group.findings:
            console.print()
            console.print(_brief(finding) if group.name == "fit" else _whole(finding))
        for line in group.lines:
            console.print(_text(line))
    _foot(report, console)


def print_check(check: Check, console: Console, *, audit: Audit) -> None:
    """One check of the audit as a tree: claim, readings, figures with their places, sources and what they stand for; and
    why the account bound it so."""
    found = finding_in(audit, check)
    tree = _whole(found)
    figures = tree.add(_text(say("labels", "operands"), "bold"))
    for statement in found.statements:
        branch = figures.add(_text(f"{statement.text}  ({statement.role})"))
        branch.add(_labelled("where", statement.where))
        for label, words in (("rounded", statement.stands), ("says", statement.source)):
            if words:
                branch.add(_labelled(label, words))
    part = next((part for part in audit.parts if any(other is check for other in part.checks)), None)
    reasons = reasons_data(part, check) if part is not None else None
    if reasons is not None:
        add_reasons(tree, reasons)
    console.print(tree)


def _head(report: Report, console: Console) -> None:
    console.print(_text(report.title, "bold"))
    if report.line:
        console.print(_text(report.line, "dim"))
    words = _text("")
    for name, number, counted in report.counts:
        words.append("  ".join(["", counted]) if words else counted, _STYLES[name] if number else "dim")
    if words:
        console.print(words)
    for limit in report.limits:
        console.print(_text(f"! {limit}", "bold yellow"))
    console.print(_text(report.summary, "dim"))


def _foot(report: Report, console: Console) -> None:
    console.print()
    for line in report.method[:4]:
        console.print(_text(f"{line.label}: {line.text}", "dim"))
    for failure in report.failures:
        console.print(_text(failure, _STYLES["misfit"]))


def _brief(finding: Finding) -> Text:
    text = _title(finding)
    if finding.working and finding.working not in finding.title:
        text.append(f"\n  {finding.working}", "dim")
    return text


def _whole(finding: Finding) -> Tree:
    from rich.tree import Tree

    tree = Tree(_title(finding), guide_style="dim")
    for quote in finding.quotes:
        line = _text("“")
        for piece in quote.pieces:
            style = {"claim": f"{_STYLES[finding.group]} underline", "operand": "underline"}.get(piece.role, "italic")
            line.append(" ".join(piece.text.split("\n")), style)
        line.append("”").append(f"  {quote.where}", "dim")
        tree.add(line)
    tree.add(_labelled("says", finding.source))
    if finding.told:
        tree.add(_labelled("working", finding.told))
    for reading in finding.readings:
        rounded = f" ({say('labels', 'rounded')} {reading.rounded})" if reading.rounded else ""
        line = _text(f"{reading.label}: {reading.line}{rounded}")
        tree.add(line.append(f"  {reading.outcome}", "dim"))
    for sentence in finding.implied:
        tree.add(_text(sentence, "bold"))
    for labelled in finding.lines:
        tree.add(_text(f"{labelled.label}: ", "dim").append(labelled.text, "not dim"))
    return tree


def _title(finding: Finding) -> Text:
    text = _text(f"{finding.sign} {finding.title}", _STYLES[finding.group])
    return text.append(f"  [{finding.document}:{finding.number}]", "dim")


def _labelled(key: str, words: str) -> Text:
    return _text(f"{say('labels', key)}: ", "dim").append(words, "not dim")


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style)
