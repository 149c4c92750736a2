"""The trust of the rules is read from the weights, and printed where the rule was used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import audit
from audit.account import bindings
from audit.account.trust import of_grade, table
from audit.report.build import build
from audit.report.data import as_data
from audit.syntax import read

TEXT = "Of the 48 boats in the bay, 12 of them were lost."


def test_every_rule_has_fitted_no_oftener_than_it_was_seen() -> None:
    assert table()
    assert all(0 <= seen.fitted <= seen.bindings for seen in table().values())
    assert all(0 <= seen.by_chance <= seen.bindings for seen in table().values())


def test_the_numbers_are_those_beside_the_weights() -> None:
    file = Path(audit.__file__).parent / "account" / "weights" / "subset.json"
    for rule, (seen, fitted, chance) in json.loads(file.read_text(encoding="utf-8"))["trust"]["rule"].items():
        assert table()[rule] == ("subset", seen, fitted, chance / 100)


def test_a_grade_reaches_down_to_the_next() -> None:
    assert of_grade("subset", 0.98) == of_grade("subset", 0.95)
    assert of_grade("subset", 0.98) != of_grade("subset", 0.5)
    assert of_grade("no such operation", 0.98) is None


def test_the_report_and_json_print_the_rules_used_and_no_others() -> None:
    found = audit.check(TEXT)
    used = {check.rule for check in found.checks} & set(table())
    assert used
    assert {line.label for line in build(found).trust} == used
    assert {row["rule"] for row in as_data(found)["trust"]} == used


def test_what_is_not_used_is_not_printed() -> None:
    assert not build(audit.check("Nothing is counted here.")).trust


@pytest.mark.parametrize("text", [TEXT, "The bridge is 900 metres (2,953 ft) long."])
def test_a_rule_that_is_bound_at_all_has_a_name(text: str) -> None:
    document = audit.Document(text)
    assert all(binding.rule for binding, _ in bindings(read(document, audit.find_claims(document))))
