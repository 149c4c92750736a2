"""What is refused before any work is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.cli import app
from audit.errors import OptionError, UnwritableError


@pytest.mark.parametrize(
    "words", [["check", ""], ["compare", "", " "], ["table", ""], ["ledger", "add", "l.duckdb", ""]]
)
def test_an_empty_name_is_no_folder(words: list[str]) -> None:
    result = CliRunner().invoke(app, words)
    assert isinstance(result.exception, OptionError) and "''" in str(result.exception)


@pytest.mark.parametrize("command", ["check", "compare", "table"])
@pytest.mark.parametrize(("report", "error"), [("a.docm", OptionError), ("none/a.html", UnwritableError)])
def test_a_report_that_cannot_be_written_is_refused_before_the_input_is_read(
    command: str, report: str, error: type[Exception], tmp_path: Path
) -> None:
    result = CliRunner().invoke(app, [command, str(tmp_path / "missing.txt"), "--report", str(tmp_path / report)])
    assert isinstance(result.exception, error)


def test_a_file_is_no_folder_of_reports(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file of mine", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "missing.txt", "--report", str(tmp_path / "reports")])
    assert isinstance(result.exception, UnwritableError) and "no folder" in str(result.exception)
    assert (tmp_path / "reports").read_text(encoding="utf-8") == "a file of mine"
