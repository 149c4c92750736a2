"""A ledger put right: documents removed and edited, a manifest, decisions, what is new, and whether it is whole."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from audit.cli import app
from audit.errors import AuditError, OptionError, UnreadableError
from audit.ledger import Ledger
from audit.ledger.corrections import Known
from audit.ledger.manifest import read_manifest

HERALD = "date 2031-05-05 A fire at a textile factory in Orrin killed 14 people on Monday, the mayor said.\n"
POST = "date 2031-05-05 The fire at a textile factory in Orrin killed 23 people on Monday, doctors said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    run("ledger", "add", tmp_path / "l.duckdb", tmp_path / "*.txt")
    return tmp_path


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def listed(file: Path) -> list[tuple[int, str | None, str]]:
    rows = json.loads(run("ledger", "list", file, "--json").stdout)
    return [(row["document"], row["publisher"], row["published"][:10]) for row in rows]


def rows_of(file: Path, document: int) -> dict[str, int]:
    with duckdb.connect(str(file), read_only=True) as connection:
        tables = ("documents", "figures", "claims", "sources", "checks")
        query = "SELECT count(*) FROM {} WHERE document = ?"
        return {name: connection.execute(query.format(name), [document]).fetchall()[0][0] for name in tables}


def test_what_is_removed_is_gone_with_all_that_was_found_in_it(folder: Path) -> None:
    file = folder / "l.duckdb"
    assert run("ledger", "conflicts", file, "-q").exit_code == 1
    assert run("ledger", "remove", file, 2).output == "1 removed\n"
    assert [number for number, *_ in listed(file)] == [1] and not any(rows_of(file, 2).values())
    assert run("ledger", "conflicts", file, "-q").exit_code == 0
    assert "1 added, 1 known already" in run("ledger", "add", file, folder / "*.txt").output


def test_a_number_that_is_not_there_removes_nothing(folder: Path) -> None:
    assert isinstance(run("ledger", "remove", folder / "l.duckdb", 1, 9).exception, OptionError)
    assert len(listed(folder / "l.duckdb")) == 2


def test_an_edition_follows_the_one_before_that_which_was_removed(folder: Path) -> None:
    file = folder / "l.duckdb"
    for toll in ("15", "16"):
        (folder / "herald.txt").write_text(HERALD.replace("14", toll), encoding="utf-8")
        run("ledger", "add", file, folder / "herald.txt")
    run("ledger", "remove", file, 3)
    with duckdb.connect(str(file), read_only=True) as connection:
        assert connection.execute("SELECT follows FROM documents WHERE document = 4").fetchall() == [(1,)]


def test_edit_changes_publisher_and_day_and_the_claims_follow(folder: Path) -> None:
    file = folder / "l.duckdb"
    assert run("ledger", "edit", file, 1, "--publisher", "Herald", "--published", "2031-05-06").exit_code == 0
    assert listed(file)[0] == (1, "Herald", "2031-05-06")
    part = Ledger(file).part(1)
    assert part is not None
    toll = next(claim for claim in part.claims if claim.figure.text == "14")
    assert toll.attribution is not None and toll.attribution.chain[0].name == "Herald"
    run("ledger", "edit", file, 1, "--publisher", "")
    assert listed(file)[0][1] is None


def test_edit_of_nothing_and_of_a_day_that_is_none_are_refused(folder: Path) -> None:
    assert isinstance(run("ledger", "edit", folder / "l.duckdb", 1).exception, OptionError)
    assert isinstance(run("ledger", "edit", folder / "l.duckdb", 1, "--published", "May").exception, OptionError)


def test_a_place_by_the_users_word_stays_when_something_else_is_edited(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Eleven people were killed in the blast, the mayor said.\n", encoding="utf-8")
    file = tmp_path / "l.duckdb"
    run("ledger", "add", file, tmp_path / "a.txt")
    run("ledger", "edit", file, 1, "--place", "Kesh")
    run("ledger", "edit", file, 1, "--title", "Blast")
    part = Ledger(file).part(1)
    assert part is not None and {claim.place for claim in part.claims} == {"Kesh"}


def test_the_same_file_under_another_publisher_is_put_right_not_stored_twice(folder: Path) -> None:
    file = folder / "l.duckdb"
    output = run("ledger", "add", file, folder / "herald.txt", "--publisher", "Herald").output
    assert "0 added, 0 known already, 1 put right" in output
    assert listed(file)[0][:2] == (1, "Herald") and len(listed(file)) == 2
    assert "0 added, 1 known already, 0" in run("ledger", "add", file, folder / "herald.txt").output
    assert listed(file)[0][1] == "Herald", "what is known is not forgotten"


def test_one_text_in_two_outlets_is_two_documents(folder: Path) -> None:
    (folder / "wire.txt").write_text(HERALD, encoding="utf-8")
    run("ledger", "add", folder / "l.duckdb", folder / "wire.txt", "--publisher", "Wire")
    assert len(listed(folder / "l.duckdb")) == 3


def test_a_manifest_gives_publishers_and_days(folder: Path) -> None:
    (folder / "m.csv").write_text("file,publisher,published\nherald.txt,Herald,2031-05-07\npost.txt,Post,\n", "utf-8")
    file = folder / "n.duckdb"
    assert run("ledger", "add", file, folder / "*.txt", "--manifest", folder / "m.csv").exit_code == 0
    assert listed(file) == [(1, "Herald", "2031-05-07"), (2, "Post", "2031-05-05")]


def test_a_manifest_that_names_a_file_that_did_not_come_says_so(folder: Path) -> None:
    (folder / "m.csv").write_text("file,publisher\nherld.txt,Herald\n", encoding="utf-8")
    result = run("ledger", "add", folder / "n.duckdb", folder / "*.txt", "--manifest", folder / "m.csv")
    assert result.exit_code == 2 and "names 'herld.txt', which is not among the files" in result.output
    assert len(listed(folder / "n.duckdb")) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name,publisher\na.txt,Herald\n", "has the column 'name'"),
        ("publisher\nHerald\n", "has no column 'file'"),
        ("file,published\na.txt,3 May\n", "line 2: '3 May' is no day"),
    ],
)
def test_a_manifest_that_is_none_is_one_line(content: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError, match=reason):
        read_manifest(tmp_path / "m.csv")


def key(file: Path) -> str:
    return run("ledger", "conflicts", file).output.split()[0]


def test_a_decision_is_kept_with_its_reason_and_the_conflict_stays_in_sight(folder: Path) -> None:
    file = folder / "l.duckdb"
    assert run("ledger", "decide", file, key(file), "resolved", "--why", "The Post corrected it.").exit_code == 0
    result = run("ledger", "conflicts", file, "--report", folder / "c.md")
    assert result.exit_code == 0
    assert "Resolved by a reader: The Post corrected it." in result.output
    assert "The Post corrected it." in (folder / "c.md").read_text(encoding="utf-8")
    run("ledger", "decide", file, key(file), "open")
    assert run("ledger", "conflicts", file, "-q").exit_code == 1


def test_a_decision_about_nothing_or_of_another_kind_is_refused(folder: Path) -> None:
    file = folder / "l.duckdb"
    assert isinstance(run("ledger", "decide", file, "00000000", "resolved").exception, OptionError)
    assert isinstance(run("ledger", "decide", file, key(file), "solved").exception, OptionError)


def test_new_shows_a_conflict_once(folder: Path) -> None:
    file = folder / "l.duckdb"
    assert run("ledger", "conflicts", file, "--new").exit_code == 1
    again = run("ledger", "conflicts", file, "--new")
    assert again.exit_code == 0 and "of what was asked for" in again.output
    assert run("ledger", "conflicts", file).exit_code == 1


@pytest.mark.parametrize(
    ("option", "value", "found"),
    [("--since", "2031-05-05", 1), ("--since", "2031-05-06", 0), ("--place", "ORRIN", 1), ("--place", "Kesh", 0)],
)
def test_conflicts_of_a_place_or_since_a_day(option: str, value: str, found: int, folder: Path) -> None:
    assert run("ledger", "conflicts", folder / "l.duckdb", option, value, "-q").exit_code == found


def test_a_whole_ledger_is_whole_and_one_that_was_tampered_with_is_not(folder: Path) -> None:
    file = folder / "l.duckdb"
    assert run("ledger", "verify", file).output == "whole: 2 documents\n"
    with duckdb.connect(str(file)) as connection:
        connection.execute("UPDATE documents SET text = replace(text, '14', '41') WHERE document = 1")
        connection.execute("DELETE FROM figures WHERE document = 2")
    result = run("ledger", "verify", file)
    assert result.exit_code == 2
    assert "document 1: its text is not the one that was stored" in result.output
    assert "document 1: a figure that does not stand in its text" in result.output
    assert "document 2: a claim without its figure" in result.output


def test_a_ledger_of_the_version_before_is_brought_up(folder: Path) -> None:
    file = folder / "l.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute("DROP TABLE decisions")
        connection.execute("DROP TABLE seen")
        connection.execute("ALTER TABLE documents DROP COLUMN place")
        connection.execute("ALTER TABLE claims DROP COLUMN scenes")
        connection.execute("UPDATE ledger SET version = 4")
    assert run("ledger", "conflicts", file, "--new").exit_code == 1
    Ledger(file).edit(1, Known(place="Orrin"))
    assert run("ledger", "verify", file).exit_code == 0


def test_what_is_said_where_nothing_was_compared_is_no_comfort(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HERALD, encoding="utf-8")
    run("ledger", "add", tmp_path / "l.duckdb", tmp_path / "a.txt")
    assert "Nothing could be compared" in run("ledger", "conflicts", tmp_path / "l.duckdb").output


@pytest.mark.parametrize("command", ["remove", "edit", "verify", "decide"])
def test_a_ledger_that_is_not_there_is_one_line(command: str, tmp_path: Path) -> None:
    more = {"remove": [1], "edit": [1, "--title", "x"], "verify": [], "decide": ["ab", "open"]}[command]
    assert isinstance(run("ledger", command, tmp_path / "none.duckdb", *more).exception, AuditError)
