"""What is inferred and said, rule files, policies, populations, the command."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import audit
from audit import AuditError, Operation
from audit.cli import app
from audit.series import explain_rules
from tests.series.tables import broken, daily, found

FRAME = daily(killed=[4, 7, 2, 9, 5], killed_cum=[104, 111, 113, 122, 120], depots=[3, 5, 4, 6, 7])


def test_each_rule_is_said_with_its_evidence() -> None:
    said = explain_rules(FRAME)
    assert (
        "Rule cumulative:killed_cum: killed_cum never falls; its name says that it is cumulative; "
        "it rises at 3 of 4 moves and falls at 1." in said
    )


def test_a_rule_can_be_switched_off() -> None:
    assert broken(FRAME, Operation.MONOTONE, rules={"off": ["cumulative:killed_cum"]}) == []
    assert broken(FRAME, Operation.MONOTONE, rules={"off": ["cumulative"]}) == []


def test_a_rule_can_be_stated(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text('[[rule]]\nkind = "cumulative"\ncolumns = ["depots"]\n', encoding="utf-8")
    assert "4" in broken(FRAME, Operation.MONOTONE, rules=path)
    assert any("stated in the rule file" in line for line in explain_rules(FRAME, rules=path))


@pytest.mark.parametrize(
    "stated",
    [
        {"of": []},
        {"rule": [{"kind": "rising", "columns": ["depots"]}]},
        {"rule": [{"kind": "cumulative", "columns": ["x"]}]},
        {"date": "x"},
    ],
)
def test_a_rule_file_that_cannot_be_is_refused(stated: dict[str, object]) -> None:
    with pytest.raises(AuditError):
        audit.check_table(FRAME, rules=stated)


def test_what_rounding_explains_is_said_to_be_so_under_another_policy() -> None:
    frame = daily(killed_cum=[900, 1040, 1000, 1100, 1200, 1300])
    assert broken(frame, Operation.MONOTONE) == ["1000"]
    (check,) = (c for c in found(frame, Operation.MONOTONE, policy="two_figure") if c.operands)
    assert check.verdict == "consistent_with_rounding"
    assert dict(check.under) == {
        "as_printed": "inconsistent",
        "two_figure": "consistent_with_rounding",
        "loose": "consistent_with_rounding",
    }


def test_more_dead_than_people_are_found(tmp_path: Path) -> None:
    (tmp_path / "populations.csv").write_text(
        "name,aliases,kind,population,precision,as_of,source,licence\nMoria,,country,1000,1,2023-01-01,me,facts\n",
        encoding="utf-8",
    )
    (tmp_path / "events.csv").write_text("name,start,places,source,licence\n", encoding="utf-8")
    frame = daily(country=["Moria"] * 3 + ["Rohan"] * 3, killed_cum=[400, 900, 5000, 1, 2, 3])
    frame["date"] = ["2024-03-01", "2024-03-02", "2024-03-03"] * 2
    assert broken(frame, Operation.PER_CAPITA, reference=tmp_path) == ["5000"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=40))
def test_every_finding_quotes_its_cell_and_every_fall_is_found(values: list[int]) -> None:
    result = audit.check_table(
        daily(killed_cum=values), rules={"rule": [{"kind": "cumulative", "columns": ["killed_cum"]}]}
    )
    for claim in result.claims:
        assert claim.document.text[claim.figure.start : claim.figure.end] == claim.figure.text
    falls = sum(b < a for a, b in pairwise(values))
    told = [
        c
        for c in result.checks
        if c.operation is Operation.RESTART or (c.operation is Operation.MONOTONE and c.operands)
    ]
    assert len(told) == falls


def test_the_same_table_gives_the_same_audit() -> None:
    first, second = (audit.check_table(FRAME).to_frame("checks") for _ in range(2))
    assert first.equals(second)


def test_the_command_explains_and_ends_with_the_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "daily.csv"
    FRAME.to_csv(path, index=False)
    run = CliRunner()
    said = run.invoke(app, ["table", str(path), "--explain-rules"])
    assert (said.exit_code, "Rule cumulative:killed_cum" in said.output) == (0, True)
    told = run.invoke(app, ["table", str(path), "--json"])
    assert told.exit_code == 1
    assert json.loads(told.stdout)
