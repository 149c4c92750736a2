"""What a program can read: each command that tells something tells it as JSON too."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from audit.cli import app
from audit.commands.options import Convention, PolicyName
from audit.figures.rounding import Policy
from audit.standards import standard

SPEAKS_ANOTHER_WAY = {"schema", "serve", "site", "mcp"}
"""`schema` prints JSON and nothing else, `site` writes a folder, the two others answer programs over the wire."""


def commands() -> dict[str, Any]:
    found = {}
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found.update({f"{name} {each}": one for each, one in inner.items()} if inner else {name: command})
    return found


@pytest.mark.parametrize("name", sorted(commands().keys() - SPEAKS_ANOTHER_WAY))
def test_every_command_that_tells_something_has_json(name: str) -> None:
    assert any("--json" in parameter.opts for parameter in commands()[name].params)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The mill lost 31 of its 90 looms on 3 May 2031.", encoding="utf-8")
    return lambda *words: json.loads(CliRunner().invoke(app, words).stdout)


def test_the_ledger_tells_what_it_did(run: Callable[..., Any]) -> None:
    added = run("ledger", "add", "l.duckdb", "a.txt", "missing.txt", "--json")
    assert (added["added"], added["known"], len(added["not_read"])) == (1, 0, 1)
    assert run("ledger", "edit", "l.duckdb", "1", "--publisher", "Herald", "--json")["publisher"] == "Herald"
    assert run("ledger", "verify", "l.duckdb", "--json") == {"whole": True, "documents": 1, "wrong": []}
    assert run("ledger", "export", "l.duckdb", "out.csv", "--json")["written"]
    assert run("ledger", "remove", "l.duckdb", "1", "--json") == {"removed": 1}


def test_a_corpus_is_counted(run: Callable[..., Any]) -> None:
    CliRunner().invoke(app, ["corpus", "a.txt", "out"])
    assert run("report", "out", "--json")["documents"] == 1


def test_the_values_that_a_shell_offers_are_all_there_are() -> None:
    assert PolicyName.__metadata__[0].autocompletion() == [str(policy) for policy in Policy]
    assert sorted(Convention.__metadata__[0].autocompletion()) == sorted(standard("conventions"))
