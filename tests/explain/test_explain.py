"""`audit explain`: the account, the reading of a sentence, the reasons for a check; each as a tree and as data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import audit
from audit.cli import app
from audit.explain import account_data, reasons_data, sentence_data

TEXT = """Fire crews in Ostby counted 31 sheds: 17 in the old yard and 14 by the river.

Of the 90 guests, 62 left at once, manager Iva Rehn said on Monday 3 May 2027. The bridge is 900 metres (2,953 ft) long.

Three towns sent help: Varn, Luth and Oppen. The 31 sheds were insured."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(app, ["explain", *arguments])


def part() -> Any:
    return audit.check(TEXT).parts[0]


def test_a_quantity_told_twice_is_one_with_two_places() -> None:
    text = "The Lode mill burned 1,437 tonnes of wood. Rain fell all week. Its 1,437 tonnes of wood came by rail."
    found = audit.check(text).parts[0]
    assert [check.operation for check in found.checks] == ["restatement"]
    wood = [quantity for quantity in account_data(found)["quantities"] if quantity["of"] == "wood"]
    assert [[place["sentence"] for place in quantity["told"]] for quantity in wood] == [[1, 3]]


def test_each_check_of_the_account_is_one_of_its_relations() -> None:
    relations = account_data(part())["relations"]
    shown = {(r["operation"], r["claim"]["start"], r["rule"]) for r in relations if r["verdict"]}
    checked = {(str(c.operation), c.claim.figure.start, c.rule) for c in part().checks if c.rule}
    assert checked <= shown


def test_a_relation_says_what_its_numbers_say() -> None:
    found = next(r for r in account_data(part())["relations"] if r["operation"] == "sum" and r["claim"]["text"] == "31")
    assert (found["formula"], found["result"], found["fits"]) == ("17 + 14", 31, True)
    assert [operand["role"] for operand in found["operands"]] == ["part", "part"]


def test_a_sentence_is_read_with_its_figures_names_dates_and_lists() -> None:
    second, last = sentence_data(part(), 2), sentence_data(part(), 4)
    people = next(figure for figure in second["figures"] if figure["text"] == "90")
    assert (people["of"], people["determiner"], people["governed_by"]) == ("guest", "the", "of")
    assert "Iva Rehn" in second["names"]
    assert [(day["from"], day["to"]) for day in second["dates"]] == [("2027-05-03", "2027-05-03")]
    assert [found["items"] for found in last["lists"]] == [["Varn", "Luth", "Oppen"]]
    assert {"text": "Of", "class": "of"} in second["tokens"]


def test_the_reasons_name_the_rule_what_speaks_for_it_and_what_lost() -> None:
    found = part()
    check = next(c for c in found.checks if c.operation == "unit_conversion")
    why = reasons_data(found, check)
    assert why is not None
    assert why["rule"] == check.rule
    weights = [abs(each["weight"]) for each in why["features"]]
    assert weights == sorted(weights, reverse=True)
    assert len(why["lost"]) <= why["candidates"] - 1
    assert all(lost["chance"] <= 1 for lost in why["lost"])


def test_the_weights_of_the_features_make_the_chance() -> None:
    from math import exp

    found = part()
    for check in found.checks:
        why = reasons_data(found, check)
        if why is not None:
            total = why["constant"] + sum(each["weight"] for each in why["features"])
            assert why["chance"] == pytest.approx(1 / (1 + exp(-total)), abs=1e-3)


def test_every_check_can_be_explained(run: Callable[..., Result]) -> None:
    for number in range(1, len(audit.check(TEXT).checks) + 1):
        shown = run(f"a.txt:{number}")
        assert (shown.exit_code, "Why it is bound so" in shown.stdout) == (0, True)
        assert json.loads(run(f"a.txt:{number}", "--json").stdout)["check"]["check"] == number


def test_the_account_and_the_reading_are_drawn(run: Callable[..., Result]) -> None:
    account, reading = run("--account", "a.txt"), run("--reading", "a.txt:2")
    assert account.exit_code == reading.exit_code == 0
    assert "17 + 14 = 31: fits" in account.stdout
    assert "Of‹of›" in reading.stdout
    assert "\x1b" not in account.stdout + reading.stdout


def test_json_holds_the_same(run: Callable[..., Result]) -> None:
    assert json.loads(run("--account", "a.txt", "--json").stdout)["relations"]
    assert json.loads(run("--reading", "a.txt:1", "--json").stdout)["sentence"] == 1


@pytest.mark.parametrize(
    "arguments",
    [["a.txt"], ["a.txt:0"], ["a.txt:99"], ["--reading", "a.txt:99"], ["--reading", "a.txt"]],
    ids=" ".join,
)
def test_what_is_not_there_is_one_line_and_exit_code_2(run: Callable[..., Result], arguments: list[str]) -> None:
    found = run(*arguments)
    assert (found.exit_code, found.stdout) == (2, "") or isinstance(found.exception, audit.errors.OptionError)


def test_a_text_without_figures_has_an_empty_account(tmp_path: Path, run: Callable[..., Result]) -> None:
    (tmp_path / "b.txt").write_text("Nothing is counted.", encoding="utf-8")
    assert "none" in run("--account", "b.txt").stdout


def test_a_check_that_the_report_only_counts_is_explained_too(tmp_path: Path, run: Callable[..., Result]) -> None:
    text = " ".join(f"Sales of model {name} fell 20% to {440 + n} from {500 + n}." for n, name in enumerate("ABCDEFGH"))
    (tmp_path / "c.txt").write_text(text, encoding="utf-8")
    checks = audit.check(text).checks
    assert checks
    for number in range(1, len(checks) + 1):
        assert run(f"c.txt:{number}").exit_code == 0
