"""Every answer of `audit ledger` in JSON is as `audit schema` says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.main import get_command
from typer.testing import CliRunner

from audit.cli import app
from audit.schema import schema

RUNS = {
    "add": ("l.duckdb", "more.txt", "missing.txt"),
    "list": ("l.duckdb",),
    "show": ("l.duckdb", "1"),
    "series": ("l.duckdb",),
    "conflicts": ("l.duckdb",),
    "export": ("l.duckdb", "out.db"),
    "remove": ("l.duckdb", "2"),
    "edit": ("l.duckdb", "1", "--published", "2031-05-04"),
    "verify": ("l.duckdb",),
    "decide": ("l.duckdb", "KEY", "resolved", "--why", "The police corrected it."),
}
FIRST = "The flood in Orrin killed more than 31 people on 3 May 2031, police said."
SECOND = "The flood in Orrin killed 28 people on 3 May 2031, officials said."


def answer(*words: str) -> Any:
    return json.loads(CliRunner().invoke(app, ["ledger", *words, "--json"]).stdout)


def errors(name: str, found: Any) -> list[str]:
    whole = schema()
    part = whole["$defs"][f"ledger_{name}"]
    at = whole if part == {"$ref": "#"} else {**part, "$defs": whole["$defs"]}
    return [error.message for error in Draft202012Validator(at).iter_errors(found)]


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("more.txt", "The mill lost 31 of its 90 looms.")):
        Path(name).write_text(text, encoding="utf-8")
    answer("add", "l.duckdb", "a.txt", "b.txt", "--publisher", "Herald")


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("name", RUNS)
def test_each_answer_is_valid(name: str) -> None:
    from audit.decisions import key_of
    from audit.ledger import Ledger

    words = [key_of(Ledger("l.duckdb").conflicts()[0]) if word == "KEY" else word for word in RUNS[name]]
    found = answer(name, *words)
    assert found
    assert errors(name, found) == []


@pytest.mark.usefixtures("ledger")
def test_an_end_that_there_is_not_and_a_day_that_is_not_known_are_described() -> None:
    ((one,), listed) = answer("series", "l.duckdb"), answer("list", "l.duckdb")
    assert None in [claim["high"] for claim in one["claims"]]
    assert {document["published"] for document in listed} == {None}
    one["claims"][0]["truth"] = True
    assert errors("series", [one])


def test_every_command_of_the_ledger_has_its_place() -> None:
    Draft202012Validator.check_schema(schema())
    commands = get_command(app).commands["ledger"].commands  # type: ignore[attr-defined]
    assert {name for name in schema()["$defs"] if name.startswith("ledger_")} == {f"ledger_{name}" for name in commands}
    assert set(RUNS) == set(commands)
