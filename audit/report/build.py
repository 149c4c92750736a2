"""From an `Audit` to the model of its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import audit as program
from audit.account.trust import table
from audit.checks.check import Check
from audit.errors import UnreadableError
from audit.figures.rounding import POLICIES
from audit.numbering import numbered_checks
from audit.report.entries import article_of, index_of
from audit.report.findings import alone, finding_of
from audit.report.groups import LOOK, Sections
from audit.report.limits import limits_of
from audit.report.model import Finding, Group, Line, Report
from audit.report.words import count, say, shown, trusted, without_path
from audit.result import Audit
from audit.strings import strings
from audit.vocabulary import fingerprint

__all__ = ["build", "finding"]


def build(audit: Audit) -> Report:
    """The whole report, in the order in which every format shows it."""
    places = {id(part.document): f"d{number}" for number, part in enumerate(audit.parts, start=1)}
    numbered = list(numbered_checks(audit))
    sections = Sections(numbered)
    for item in numbered:
        places.setdefault(id(item.document), f"d{len(places) + 1}")
    keys = [f"{places[id(item.document)]}-c{item.number}" for item in numbered]
    bearing: dict[int, list[tuple[str, Check]]] = {}
    for key, item in zip(keys, numbered, strict=True):
        name = key if sections.listed(item.check) else ""
        for document in dict.fromkeys(id(claim.document) for claim in item.check.claims):
            bearing.setdefault(document, []).append((name, item.check))
    indexes = {
        id(part.document): index_of(places[id(part.document)], part, bearing.get(id(part.document), ()), sections.group)
        for part in audit.parts
    }
    findings = [
        finding_of(key, item.number, item.check, indexes, audit.policy, sections.group(item.check))
        for key, item in zip(keys, numbered, strict=True)
        if sections.listed(item.check)
    ]
    lines = {"fit": sections.lines(), LOOK: sections.left_out()}
    groups = tuple(_group(words, findings, lines.get(words["name"], ())) for words in strings("report")["group"])
    articles = tuple(article_of(index) for index in indexes.values())
    numbers = {group.name: len(group.findings) for group in groups}
    numbers["fit"] += sections.fitting
    counts = tuple(
        (name, number, count(f"summary_{name}", number))
        for name, number in numbers.items()
        if number or (audit.recomputed and name != LOOK)
    )
    return Report(
        title=articles[0].title if len(articles) == 1 else say("heading", "title"),
        line=articles[0].line if len(articles) == 1 else count("documents", len(articles)),
        summary=", ".join(
            (
                count("figures", len(audit.figures)),
                count("claims", len(audit.claims)),
                count("checks", len(audit.checks)),
                *((audit.coverage,) if audit.coverage else ()),
            )
        ),
        counts=counts,
        language="en",
        groups=tuple(group for group in groups if group.findings or (audit.recomputed and group.name != LOOK)),
        pictures=audit.pictures,
        articles=articles,
        method=tuple(_method(audit)),
        failures=tuple(_failure(failure) for failure in audit.failures),
        limits=tuple(words for _, words in limits_of(audit)),
        trust=tuple(_trust(audit.checks)),
        neutral=say("sentences", "neutral"),
        second_reader=any(part.second_reader is not None for part in audit.parts),
    )


def finding(audit: Audit, check: Check) -> Finding:
    """One check of the audit in words, also one that the report only counts."""
    listed = next((found for found in build(audit).findings if found.check is check), None)
    if listed is not None:
        return listed
    number = next(item.number for item in numbered_checks(audit) if item.check is check)
    return replace(alone(check, audit.policy), number=number)


def _failure(failure: UnreadableError) -> str:
    return shown(str(failure).replace(failure.where, without_path(failure.where)))


def _group(words: dict[str, str], findings: list[Finding], lines: tuple[str, ...]) -> Group:
    inside = [finding for finding in findings if finding.group == words["name"]]
    if words["name"] == LOOK:
        inside.sort(key=lambda finding: -(finding.check.odds or 0))
    return Group(words["name"], words["heading"], "" if lines else words["empty"], tuple(inside), lines)


def _trust(checks: Iterable[Check]) -> Iterator[Line]:
    """How often the rules that bound these checks have fitted in print, where that was measured."""
    used = {check.rule for check in checks}
    for rule, seen in table().items():
        if rule in used:
            yield Line(rule, trusted(seen))


def _method(audit: Audit) -> list[Line]:
    """What the result rests on: policy, convention, versions, and for each document what it was."""
    lines = [
        Line(say("method", "policy"), f"{say('policies', audit.policy)} ({audit.policy}): {POLICIES[audit.policy]}"),
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
