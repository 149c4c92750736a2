"""The README's Python runs and prints what the README says."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

README = Path(__file__).parent.parent / "README.md"


def test_the_examples_print_what_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(README.parent)
    results = doctest.testfile(str(README), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert results.attempted > 5
    assert results.failed == 0


def test_every_dependency_has_its_line() -> None:
    import tomllib

    project = tomllib.loads((README.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for names in project["optional-dependencies"].values() for name in names]
    table = README.read_text(encoding="utf-8").partition("What each dependency is for")[2].partition("\n## ")[0]
    for requirement in [*project["dependencies"], *extras]:
        name = requirement.partition(">=")[0].partition("[")[0]
        assert name in table, name


def test_every_command_is_shown() -> None:
    from audit.cli import app

    text = README.read_text(encoding="utf-8")
    names = [command.callback.__name__ for command in app.registered_commands if command.callback]
    groups = [group.name for group in app.registered_groups]
    for name in [*names, *groups]:
        assert f"audit {name}" in text, name
