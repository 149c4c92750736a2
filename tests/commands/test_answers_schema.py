"""What the commands beside the ledger's answer in JSON is as `audit schema` says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from typer.testing import CliRunner

from audit.cli import app
from audit.schema import schema

FIRST = "The barge that sank off Tollmer on Tuesday killed 19 people. Of the 60 aboard, 30, or 40%, were saved."
SECOND = "The barge that sank off Tollmer on Tuesday killed 31 people."


def errors(command: str, found: Any) -> list[str]:
    registry: Registry[Any] = Registry().with_resource("urn:audit", Resource.from_contents(schema()))
    validator = Draft202012Validator({"$ref": f"urn:audit#/$defs/{command}"}, registry=registry)
    return [error.message for error in validator.iter_errors(found)]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FIRST, encoding="utf-8")
    Path("b.txt").write_text(SECOND, encoding="utf-8")
    Path("t.csv").write_text("town,dead,hurt,all\nOrl,3,4,7\nVes,5,5,10\nMun,6,1,8\n", encoding="utf-8")
    return lambda *words: CliRunner().invoke(app, words).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("check", "a.txt"),
        ("table", "t.csv"),
        ("compare", "a.txt", "b.txt", "--publisher", "Gull", "--publisher", "Tern", "--published", "2031-05-07"),
        ("explain", "a.txt:1"),
    ],
    ids=lambda words: words[0],
)
def test_an_answer_is_valid(run: Any, words: tuple[str, ...]) -> None:
    assert errors(words[0], json.loads(run(*words, "--json"))) == []


def test_each_line_of_figures_is_valid(run: Any) -> None:
    lines = run("figures", "a.txt", "--json").splitlines()
    assert len(lines) > 2
    assert [error for line in lines for error in errors("figures", json.loads(line))] == []


def test_what_a_corpus_comes_to_is_valid_and_its_report_can_be_silent(run: Any) -> None:
    assert errors("corpus", json.loads(run("corpus", "a.txt", "out", "--processes", "1", "--json"))) == []
    assert errors("report", json.loads(run("report", "out", "--json"))) == []
    assert run("report", "out", "--quiet") == ""
