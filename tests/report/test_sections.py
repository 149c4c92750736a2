"""What is worth a look, what is counted in a line, and operands that are no claims."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audit.checks.check import Check, Operand, Operation, Reading, Verdict
from audit.figures.figure import Figure
from audit.frames import rows
from audit.interval import Interval
from audit.report.build import build
from audit.report.data import as_data
from audit.report.findings import alone
from audit.result import Audit
from audit.text.document import Document
from tests.report import samples
from tests.report.printed import on_pages, on_terminal


def weighed(check: Check, odds: float) -> Check:
    return replace(check, verdict=Verdict.UNVERIFIABLE, odds=odds)


def questions(odds: list[float]) -> Audit:
    """An audit of as many checks as there are odds, and two that are none."""
    audit = samples.many(len(odds) + 2)
    part = audit.parts[0]
    asked = [weighed(check, chance) for check, chance in zip(part.checks, odds, strict=False)]
    return Audit((replace(part, checks=(*asked, *part.checks[len(odds) :])),))


ODDS = [0.1, 0.6, 0.3, 0.2, 0.5, 0.4, 0.05]


def test_five_a_document_the_best_odds_first() -> None:
    report = build(questions(ODDS))
    look = next(group for group in report.groups if group.name == "look")
    assert [finding.check.odds for finding in look.findings] == [0.6, 0.5, 0.4, 0.3, 0.2]
    assert look.lines == ("2 more with lesser odds are left out; 'audit explain' and the JSON hold them.",)
    assert [group.name for group in report.groups] == ["misfit", "look", "open", "fit"]
    assert ("look", 5, "5 worth a look") in report.counts


def test_every_output_has_the_section(tmp_path: Path) -> None:
    audit = questions([0.3])
    title = "“31” may not fit: if these figures belong together, they give 30"
    assert title in on_terminal(audit) and "about 30% that the text is wrong here" in on_terminal(audit)
    for suffix in (".html", ".md", ".svg"):
        words = audit.report(tmp_path / f"a{suffix}").read_text(encoding="utf-8")
        assert title in words and ("Worth a look" in words or "worth a look" in words), suffix
    assert "Worth a look" in on_pages(audit.report(tmp_path / "a.pdf"))
    record = as_data(audit)["checks"][0]
    assert record["odds"] == 0.3 and record["verdict"] == "unverifiable"
    assert [row["odds"] for row in rows(audit, "checks")] == [0.3, None, None]


def test_without_odds_there_is_no_such_section() -> None:
    report = build(samples.routed())
    assert [group.name for group in report.groups] == ["misfit", "open", "fit"]
    assert "worth a look" not in "".join(words for *_, words in report.counts)


def test_a_question_is_marked_in_the_text_as_one() -> None:
    entries = build(questions([0.3])).articles[0].entries
    assert [(entry.group, entry.verdict) for entry in entries if entry.group == "look"] == [("look", "worth a look")]


@pytest.mark.parametrize(
    ("operation", "number", "line"),
    [
        (Operation.SUBSET, 3, "Three limits of parts hold."),
        (Operation.DURATION, 1, "One duration agrees with its dates."),
        (Operation.DAY_OF_WEEK, 13, "13 days of the week are those of their dates."),
        ("restatement", 5, "Told again five times, agrees."),
    ],
)
def test_checks_that_go_without_saying_are_counted_in_a_line(
    operation: Operation, number: int, line: str, tmp_path: Path
) -> None:
    part = samples.many(3 * number).parts[0]
    fitting = [check for check in part.checks if check.verdict is Verdict.CONSISTENT][:number]
    told = tuple(replace(check, operation=operation) for check in fitting)
    audit = Audit((replace(part, checks=told),))
    report = build(audit)
    fit = next(group for group in report.groups if group.name == "fit")
    assert fit.findings == () and fit.lines == (line,) and fit.empty == ""
    assert report.counts[-1][1] == number
    assert line in on_terminal(audit)
    for suffix in (".html", ".md", ".pdf", ".png", ".xlsx", ".json"):
        audit.report(tmp_path / f"a{suffix}")
    assert line in (tmp_path / "a.html").read_text(encoding="utf-8") and line in on_pages(tmp_path / "a.pdf")


def test_one_that_does_not_agree_is_a_finding() -> None:
    part = samples.many(3).parts[0]
    wrong = tuple(replace(check, operation=Operation.SUBSET) for check in part.checks)
    groups = {group.name: len(group.findings) for group in build(Audit((replace(part, checks=wrong),))).groups}
    assert groups == {"misfit": 1, "open": 0, "fit": 0}


def named() -> Audit:
    """'Three men' and two names: operands that are no figures."""
    text = "The police named the dead. Three men died: Aron Vey and Milo Tash."
    document = Document(text, "names.txt", publisher="The Ledger")
    base = samples.single().parts[0]
    at = text.index("Three")
    figure = replace(base.figures[0], start=at, end=at + 5, text="Three", value=Interval.of(3), phrase=None)
    claim = replace(base.claims[0], figure=figure, document=document, sentence=document.sentence_at(at))
    operands = tuple(
        Operand(None, "named", Figure(text.index(n), text.index(n) + len(n), n, Interval.of(1)))
        for n in ("Aron Vey", "Milo Tash")
    )
    reading = Reading("the names counted", operands, "2 named", Interval.of(2), Interval.of(2), Verdict.INCONSISTENT)
    check = Check(Operation.SUM, claim, (reading,), Verdict.INCONSISTENT, "2 named, printed three", Interval.of(1))
    return Audit((replace(base, document=document, figures=(figure,), claims=(claim,), checks=(check,)),))


def test_operands_that_are_no_claims_are_quoted_and_listed(tmp_path: Path) -> None:
    audit = named()
    finding = build(audit).findings[0]
    marked = [(piece.text, piece.role) for quote in finding.quotes for piece in quote.pieces if piece.role]
    assert marked == [("Three", "claim"), ("Aron Vey", "operand"), ("Milo Tash", "operand")]
    assert [statement.text for statement in finding.statements] == ["Three", "Aron Vey", "Milo Tash"]
    assert "Aron Vey" in alone(audit.checks[0]).as_text()
    table: list[dict[str, Any]] = rows(audit, "operands")
    assert [(row["text"], row["claim"], row["start"], row["low"]) for row in table] == [
        ("Aron Vey", None, 43, 1),
        ("Milo Tash", None, 56, 1),
    ]
    for suffix in (".html", ".md", ".pdf", ".png", ".svg", ".xlsx", ".json", ".csv", ".parquet"):
        audit.report(tmp_path / f"a{suffix}")
        audit.report(tmp_path / f"a.operands{suffix}")


def test_names_in_another_sentence_are_quoted_too() -> None:
    audit = named()
    check = audit.checks[0]
    text = audit.document.text
    away = Operand(None, "named", Figure(4, 10, text[4:10], Interval.of(1)))
    moved = replace(check, readings=(replace(check.readings[0], operands=(away,)),))
    finding = build(Audit((replace(audit.parts[0], checks=(moved,)),))).findings[0]
    assert [quote.where for quote in finding.quotes] == ["names.txt, sentence 2", "names.txt, sentence 1"]
