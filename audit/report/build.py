"""From an `Audit` to the model of its report."""

from __future__ import annotations

import audit as program
from audit.checks.check import Check
from audit.figures.rounding import POLICIES
from audit.numbering import numbered_checks
from audit.report.entries import article_of, index_of
from audit.report.findings import finding_of
from audit.report.model import Finding, Group, Line, Report
from audit.report.words import count, say, shown
from audit.result import Audit
from audit.vocabulary import fingerprint, load

__all__ = ["build"]


def build(audit: Audit) -> Report:
    """The whole report, in the order in which every format shows it."""
    places = {id(part.document): f"d{number}" for number, part in enumerate(audit.parts, start=1)}
    numbered = list(numbered_checks(audit))
    for item in numbered:
        places.setdefault(id(item.document), f"d{len(places) + 1}")
    keys = [f"{places[id(item.document)]}-c{item.number}" for item in numbered]
    bearing: dict[int, list[tuple[str, Check]]] = {}
    for key, item in zip(keys, numbered, strict=True):
        for document in dict.fromkeys(id(claim.document) for claim in item.check.claims):
            bearing.setdefault(document, []).append((key, item.check))
    indexes = {
        id(part.document): index_of(places[id(part.document)], part, bearing.get(id(part.document), ()))
        for part in audit.parts
    }
    findings = [
        finding_of(key, item.number, item.check, indexes, audit.policy)
        for key, item in zip(keys, numbered, strict=True)
    ]
    groups = tuple(_group(words, findings) for words in load("report")["group"])
    articles = tuple(article_of(index) for index in indexes.values())
    counts = tuple(
        (group.name, len(group.findings), count(f"summary_{group.name}", len(group.findings))) for group in groups
    )
    return Report(
        title=articles[0].title if len(articles) == 1 else say("heading", "title"),
        line=articles[0].line if len(articles) == 1 else count("documents", len(articles)),
        summary=", ".join(
            (
                count("figures", len(audit.figures)),
                count("claims", len(audit.claims)),
                count("checks", len(audit.checks)),
            )
        ),
        counts=counts,
        language="en",
        groups=groups,
        pictures=audit.pictures,
        articles=articles,
        method=tuple(_method(audit)),
        failures=tuple(shown(str(failure)) for failure in audit.failures),
        neutral=say("sentences", "neutral"),
        second_reader=any(part.second_reader is not None for part in audit.parts),
    )


def _group(words: dict[str, str], findings: list[Finding]) -> Group:
    inside = tuple(finding for finding in findings if finding.group == words["name"])
    return Group(words["name"], words["heading"], words["empty"], inside)


def _method(audit: Audit) -> list[Line]:
    """What the result rests on: policy, convention, versions, and for each document what it was."""
    lines = [
        Line(say("method", "policy"), f"{audit.policy}: {POLICIES[audit.policy]}"),
        Line(say("method", "convention"), audit.convention),
        Line(say("method", "program"), f"numeric-claims-audit {program.__version__}"),
        Line(say("method", "vocabulary"), fingerprint()),
    ]
    if any(part.second_reader is not None for part in audit.parts):
        lines.append(Line(say("method", "second"), "quantulum3"))
    for part in audit.parts:
        document = part.document
        known = {
            "document": document.name,
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published and document.published.isoformat(),
            "length": say("method", "characters", n=f"{len(document.text):,}"),
            "sha256": document.sha256,
        }
        lines += [Line(say("method", key), shown(value)) for key, value in known.items() if value]
        lines += [Line(say("method", "note"), shown(note)) for note in document.notes]
    return lines
