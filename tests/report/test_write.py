"""The door: formats by suffix, errors on one line, the same bytes again, no half of a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.checks.check import Check, Operand, Operation, Reading, Verdict
from audit.errors import AuditError, OptionError, UnreadableError, UnwritableError
from audit.report import FORMATS, pictures
from audit.report.build import build
from audit.report.data import as_data
from audit.result import Audit
from tests.report import samples


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"'a\.odt' is not possible; use one of \."):
        samples.none().report(tmp_path / "a.odt")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="its folder does not exist"):
        samples.none().report(tmp_path / "missing" / "a.json")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(UnwritableError, match="it is a folder"):
        samples.none().report(tmp_path / "a.json")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("old", encoding="utf-8")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(AuditError) as error:
        samples.none().report(path)
    assert "\n" not in str(error.value) and "No space left" in str(error.value)
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_audit_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    first = samples.routed().report(tmp_path / f"a{suffix}").read_bytes()
    again = samples.routed().report(tmp_path / f"b{suffix}").read_bytes()
    assert first == again and len(first) > 500


def test_what_could_not_be_read_is_named_in_every_format(tmp_path: Path) -> None:
    lost = Audit((), failures=(UnreadableError("a <b>.bin", "is no text", "give a text"),))
    for suffix in (".html", ".md", ".pdf", ".png", ".json", ".xlsx"):
        lost.report(tmp_path / f"a{suffix}")
    assert "a \\<b\\>.bin: is no text; give a text" in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "a &lt;b&gt;.bin: is no text" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_a_check_between_documents_quotes_both(tmp_path: Path) -> None:
    one, two = samples.single().parts[0], samples.routed().parts[0]
    reading = Reading(
        "x", (Operand(one.claims[0], "earlier"),), "7", one.figures[0].value, one.figures[0].value, Verdict.INCONSISTENT
    )
    check = Check(Operation.CONTRADICTION, two.claims[4], (reading,), Verdict.INCONSISTENT, "7 beside 70")
    found = Audit((one, two), between=(check,)).report(tmp_path / "a.md").read_text(encoding="utf-8")
    assert "A storm killed <ins>7</ins> people." in found and "destroyed about <ins>70</ins> shafts" in found
    for suffix in (".pdf", ".html", ".png", ".json"):
        Audit((one, two), between=(check,)).report(tmp_path / f"a{suffix}")


def conflict(operation: Operation) -> Audit:
    one, two = samples.single().parts[0], samples.routed().parts[0]
    first = one.figures[0].value
    reading = Reading("as storm has it", (Operand(one.claims[0], "earlier"),), "7", first, first, Verdict.INCONSISTENT)
    check = Check(operation, two.claims[4], (reading,), Verdict.INCONSISTENT, "7 beside 70")
    return Audit((one, replace(two, checks=())), between=(check,))


@pytest.mark.parametrize("operation", [Operation.CONTRADICTION, Operation.TREND])
def test_two_sources_that_differ_weigh_the_same(operation: Operation, tmp_path: Path) -> None:
    audit = conflict(operation)
    finding = build(audit).findings[0]
    assert {piece.role for quote in finding.quotes for piece in quote.pieces if piece.role} == {"operand"}
    assert {bar.role for bar in finding.panels[0].bars} == {"reading"}
    assert "the claim" not in [statement.role for statement in finding.statements]
    assert finding.source == "The Morning Ledger, in its own words; no source named"
    marks = [entry.verdict for article in build(audit).articles for entry in article.entries if entry.verdict]
    assert marks.count("does not fit") == 2
    assert as_data(audit)["reviews"] == []
    assert "the claim" not in audit.report(tmp_path / "a.md").read_text(encoding="utf-8")


def test_a_card_of_two_sources_quotes_both(tmp_path: Path) -> None:
    svg = pictures.card(conflict(Operation.CONTRADICTION).checks[-1], tmp_path / "a.svg").read_text(encoding="utf-8")
    alone = pictures.card(conflict(Operation.SUM).checks[-1], tmp_path / "b.svg").read_text(encoding="utf-8")
    assert svg.count("<use") > alone.count("<use")


def test_a_check_of_operands_still_has_a_claim() -> None:
    roles = {piece.role for finding in build(samples.routed()).findings for q in finding.quotes for piece in q.pieces}
    assert "claim" in roles
