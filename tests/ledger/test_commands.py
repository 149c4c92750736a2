"""`audit compare` and `audit ledger`, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from audit.cli import app
from audit.errors import AuditError, OptionError

HERALD = "date 2021-05-03 A fire at a textile factory in Orrin killed 14 people on Monday, the mayor said.\n"
POST = "date 2021-05-03 The fire at a textile factory in Orrin killed 23 people on Monday, doctors said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    return tmp_path


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_compare(folder: Path) -> None:
    result = run("compare", folder / "herald.txt", folder / "post.txt", "--timeline", folder / "pictures")
    assert result.exit_code == 1
    assert "killed: people, Orrin" in result.output
    assert "2021-05-03  23" in result.output
    assert [path.name for path in (folder / "pictures").iterdir()] == ["01-killed-people-orrin.png"]


def test_compare_says_when_there_is_nothing_to_compare(folder: Path) -> None:
    result = run("compare", folder / "herald.txt")
    assert result.exit_code == 0
    assert "No two of the texts speak of one quantity" in result.output


def test_ledger(folder: Path) -> None:
    file = folder / "l.duckdb"
    assert "2 added, 0 known already, 0 could not be read" in run("ledger", "add", file, folder / "*.txt").output
    assert "0 added, 2 known already" in run("ledger", "add", file, folder / "*.txt").output
    assert "1  2021-05-03  publisher unknown: herald.txt  (2 claims)" in run("ledger", "list", file).output
    assert "14  killed  people in Orrin  (the mayor)" in run("ledger", "show", file, 1).output
    assert "killed: people, Orrin" in run("ledger", "series", file, "--measure", "killed", "--place", "orrin").output
    result = run("ledger", "conflicts", file)
    assert (result.exit_code, "contradiction, does not fit: “23”" in result.output) == (1, True)
    assert run("ledger", "export", file, folder / "out.db").output == f"wrote {folder / 'out.db'}\n"


def test_conflicts_as_a_report(folder: Path) -> None:
    run("ledger", "add", folder / "l.duckdb", folder / "*.txt")
    result = run("ledger", "conflicts", folder / "l.duckdb", "--report", folder / "c.md", "--json")
    assert result.exit_code == 1
    assert [one["operation"] for one in json.loads(result.stdout)["checks"]] == ["contradiction"]
    text = (folder / "c.md").read_text(encoding="utf-8")
    assert "“23” and “14” do not fit together" in text
    assert "One quantity over time" in text
    assert "herald.txt" in text and "post.txt" in text


def test_a_report_shows_every_series_that_the_ledger_lists(folder: Path) -> None:
    for day, toll in ((4, 17), (5, 18)):
        text = f"date 2021-06-0{day} A ferry sank off Kesh and {toll} people were killed, the coast guard said.\n"
        (folder / f"ferry{day}.txt").write_text(text, encoding="utf-8")
    run("ledger", "add", folder / "l.duckdb", folder / "*.txt")
    listed = [series["label"] for series in json.loads(run("ledger", "series", folder / "l.duckdb", "--json").stdout)]
    run("ledger", "conflicts", folder / "l.duckdb", "--report", folder / "c.md", "-q")
    text = (folder / "c.md").read_text(encoding="utf-8")
    assert len(listed) == 2 and all(f"### {label}" in text for label in listed)


def test_pictures_of_series_that_are_no_more_go(folder: Path) -> None:
    both = (folder / "herald.txt", folder / "post.txt")
    run("compare", *both, "--timeline", folder / "pictures")
    run("compare", folder / "herald.txt", "--timeline", folder / "pictures")
    assert list((folder / "pictures").iterdir()) == []


def test_nothing_that_does_not_fit(folder: Path) -> None:
    run("ledger", "add", folder / "l.duckdb", folder / "herald.txt")
    result = run("ledger", "conflicts", folder / "l.duckdb", "--report", folder / "c.md")
    assert (result.exit_code, "Nothing could be compared" in result.output) == (0, True)
    assert (folder / "c.md").is_file()


def test_each_view_as_json(folder: Path) -> None:
    run("ledger", "add", folder / "l.duckdb", folder / "*.txt")
    (first, second) = json.loads(run("ledger", "list", folder / "l.duckdb", "--json").stdout)
    assert (first["document"], first["published"][:10], second["name"]) == (1, "2021-05-03", "post.txt")
    (claim,) = json.loads(run("ledger", "show", folder / "l.duckdb", 1, "--json").stdout)["claims"][1:]
    assert claim["text"] == "14"
    (series,) = json.loads(run("ledger", "series", folder / "l.duckdb", "--json").stdout)
    assert [row["text"] for row in series["claims"]] == ["14", "23"]


def test_show_leaves_out_what_is_no_quantity(folder: Path) -> None:
    run("ledger", "add", folder / "l.duckdb", folder / "herald.txt")
    assert "date  " not in run("ledger", "show", folder / "l.duckdb", 1).output.splitlines()[1]


def test_a_measure_that_nobody_knows_is_told(folder: Path) -> None:
    run("ledger", "add", folder / "l.duckdb", folder / "herald.txt")
    result = run("ledger", "series", folder / "l.duckdb", "--measure", "kiled")
    assert isinstance(result.exception, OptionError) and "use one of killed," in str(result.exception)


def test_a_new_edition_is_told(folder: Path) -> None:
    run("ledger", "add", folder / "l.duckdb", folder / "herald.txt")
    (folder / "herald.txt").write_text(HERALD.replace("14", "17"), encoding="utf-8")
    output = run("ledger", "add", folder / "l.duckdb", folder / "herald.txt").output
    assert "1 added (1 of them new editions)" in output
    assert "changed in herald.txt: “17” where the edition before had “14”" in output


def test_a_bad_input_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    result = run("ledger", "add", folder / "l.duckdb", folder)
    assert result.exit_code == 2
    assert "2 added, 0 known already, 1 could not be read" in result.output


def test_what_is_not_there(folder: Path) -> None:
    result = run("ledger", "conflicts", folder / "none.duckdb")
    assert isinstance(result.exception, AuditError)
    assert "does not exist; make it with 'audit ledger add'" in str(result.exception)
    run("ledger", "add", folder / "l.duckdb", folder / "herald.txt")
    assert isinstance(run("ledger", "show", folder / "l.duckdb", 9).exception, AuditError)


@pytest.mark.parametrize("command", ["add", "list", "show", "series", "conflicts", "export"])
def test_every_command_has_help(command: str) -> None:
    result = run("ledger", command, "--help")
    assert result.exit_code == 0
    assert "LEDGER" in result.output
    assert f"Example:  audit ledger {command} claims.duckdb" in result.output


def test_compare_takes_a_publisher_and_a_day_for_each_text(tmp_path: Path) -> None:
    for name, toll in (("a", 14), ("b", 23)):
        text = f"A fire at a textile factory in Orrin killed {toll} people, the mayor said.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    both = (tmp_path / "a.txt", tmp_path / "b.txt")
    outlets = ("--publisher", "Herald", "--publisher", "Post")
    result = run("compare", *both, *outlets, "--published", "2031-05-05")
    assert result.exit_code == 1 and "Herald of 5 May 2031" in result.output and "Post of 5 May 2031" in result.output
    (tmp_path / "m.csv").write_text(
        "file,publisher,published\na.txt,Herald,2031-05-05\nb.txt,Post,2031-05-05\n", "utf-8"
    )
    assert run("compare", *both, "--manifest", tmp_path / "m.csv").output == result.output
    assert isinstance(run("compare", *both, *outlets, "--publisher", "Star").exception, OptionError)
