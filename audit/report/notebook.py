"""The nouns as pieces of HTML for a notebook: no style sheet, no script, everything of the input escaped."""

from __future__ import annotations

from functools import singledispatch

from audit import show
from audit.checks.check import Check
from audit.claims.claim import Claim
from audit.figures.figure import Figure
from audit.interval import Interval
from audit.report.build import build
from audit.report.findings import alone
from audit.report.palette import LIGHT
from audit.report.templating import template
from audit.report.words import said_by, say, shown
from audit.result import Audit
from audit.text.document import Document

__all__ = ["html"]

MOST = 20
"""Findings of an audit that a cell shows."""


@singledispatch
def html(noun: object) -> str:
    """The noun's HTML; of another object its escaped `repr`."""
    return _rows("", {"": repr(noun)})


@html.register
def _(noun: Interval) -> str:
    return _rows(show.interval(noun), {})


@html.register
def _(noun: Document) -> str:
    length = say("method", "characters", n=f"{len(noun.text):,}")
    start = " ".join(noun.text[:200].split()) + (" …" if len(noun.text) > 200 else "")
    rows = {
        say("method", "publisher"): noun.publisher,
        say("method", "published"): noun.published.isoformat() if noun.published else None,
        say("method", "length"): length,
        say("method", "sha256"): noun.sha256,
        "": start,
    }
    return _rows(noun.title or noun.name, rows)


@html.register
def _(noun: Figure) -> str:
    return _rows(noun.text, _figure(noun))


@html.register
def _(noun: Claim) -> str:
    rows = {
        **_figure(noun.figure),
        say("labels", "counted"): ", ".join(filter(None, (noun.population, " and ".join(noun.measures)))),
        say("labels", "says"): said_by(noun),
        say("labels", "status"): str(noun.status),
        "": noun.sentence.text if noun.sentence else noun.locator,
    }
    return _rows(noun.figure.text, rows)


@html.register
def _(noun: Check) -> str:
    return template("notebook.html").render(
        findings=[alone(noun)], palette=LIGHT, title="", counts=(), limits=(), more=0
    )


@html.register
def _(noun: Audit) -> str:
    report = build(noun)
    findings = report.findings[:MOST]
    more = len(report.findings) - len(findings)
    return template("notebook.html").render(
        findings=findings,
        palette=LIGHT,
        title=report.title,
        counts=report.counts,
        limits=report.limits,
        more=more,
    )


def _figure(noun: Figure) -> dict[str, str | None]:
    return {
        say("labels", "value"): show.figure(noun),
        say("labels", "kind"): str(noun.kind).replace("_", " "),
        say("labels", "counted"): noun.phrase.text if noun.phrase else noun.noun,
        say("labels", "where"): f"{noun.start} – {noun.end}",
    }


def _rows(title: str, rows: dict[str, str | None]) -> str:
    given = {label: shown(value) for label, value in rows.items() if value}
    return template("noun.html").render(title=shown(title), rows=given, palette=LIGHT)
