"""The ledger's file: what is added once stands once, whole, and comes out as it went in."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import duckdb
import pytest

from audit.claims.claim import Claim
from audit.errors import LedgerError, OptionError
from audit.figures.figure import Bound
from audit.ledger import Ledger
from audit.ledger.schema import COMPARED, TABLES, VERSION
from audit.pipeline import check
from audit.result import Part
from tests.ledger.kills import kill
from tests.ledger.makers import claim, document, part
from tests.ledger.writer import CLAIMS, parts

TEXT = "Police said reportedly 14 people were killed in Orrin. Another 3 died in Aldmoor."


def one(text: str = TEXT, **more: object) -> Part:
    made = document(text, **more)  # type: ignore[arg-type]
    first = claim(made, text.split()[3], place="Orrin", population="people", source="Police", hedge="reportedly")
    return part(first, claim(made, "3", relation="addition", bound=Bound.AT_LEAST, period="new", included_in=0))


def plain(claim: Claim) -> dict[str, object]:
    """All fields but the document, which is another object."""
    return {field.name: getattr(claim, field.name) for field in fields(Claim) if field.name != "document"}


def test_the_same_document_changes_nothing(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    assert ledger.add_parts([one(), one()]).documents == 1
    again = ledger.add_parts([one(name="moved.txt", origin="elsewhere/moved.txt")])
    assert (again.documents, again.known) == (0, 1)
    assert ledger.add_parts([one(publisher="Post")]).documents == 1
    frame = ledger.documents()
    assert list(frame["publisher"]) == ["Herald", "Post"]
    assert list(frame["claims"]) == [2, 2]


def test_claims_come_out_as_they_went_in(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    put = one(title="Toll", author="A. Lind", notes=("Assumed.",))
    ledger.add_parts([put])
    got = ledger.part(1)
    assert got is not None
    assert got.figures == put.figures
    assert [plain(claim) for claim in got.claims] == [plain(claim) for claim in put.claims]
    names = ("text", "name", "title", "publisher", "published", "author", "origin", "language", "notes")
    assert all(getattr(got.document, name) == getattr(put.document, name) for name in names)
    assert ledger.part(2) is None


def test_a_whole_audit_comes_out_as_it_went_in(tmp_path: Path) -> None:
    audit = check(
        document("A blast killed 12 people and wounded 30 in Orrin on Sunday, police said. Of the dead, half were men.")
    )
    ledger = Ledger(tmp_path / "l.duckdb")
    assert ledger.add(audit).documents == 1
    got = ledger.part(1)
    assert got is not None and got.figures == audit.figures
    assert [plain(claim) for claim in got.claims] == [plain(claim) for claim in audit.claims]


def test_every_row_leads_back_to_the_words(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    ledger.add_parts([one()])
    with duckdb.connect(str(ledger.path)) as connection:
        query = "SELECT f.text, substr(d.text, f.start + 1, f.stop - f.start) FROM figures f"
        query += " JOIN documents d USING (document) ORDER BY figure"
        assert connection.execute(query).fetchall() == [("14", "14"), ("3", "3")]
        joined = "sources JOIN documents d USING (document) WHERE link = 2"
        query = f"SELECT sources.name, substr(d.text, source[1] + 1, source[2] - source[1]) FROM {joined}"
        assert connection.execute(query).fetchall() == [("Police", "Police")]
        described = {(t, c) for t, c in connection.execute("SELECT table_name, column_name FROM columns_").fetchall()}
    assert described == {(table, column) for table, columns in TABLES.items() for column in columns}


def test_a_new_edition_stands_beside_the_old(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    ledger.add_parts([one()])
    added = ledger.add_parts([one(TEXT.replace("14", "17"))])
    assert (added.documents, added.editions) == (1, 1)
    assert [check.working for check in added.changed] == ["“17” where the edition before had “14”"]
    assert list(ledger.documents()["edition"]) == [1, 2]
    assert ledger.conflicts() == ()
    other = ledger.add_parts([one("Police think reportedly 25 houses burned and 3 barns.")])
    assert (other.documents, other.editions) == (1, 0)


def test_killed_at_any_moment_it_holds_whole_documents(tmp_path: Path) -> None:
    path = tmp_path / "l.duckdb"
    found = [kill(path, turn) for turn in (4, 1, 7)]
    assert found == sorted(found)
    assert found[-1] >= 4
    assert Ledger(path).add_parts([one()]).documents == 1


def test_a_second_writer_waits_or_is_told(tmp_path: Path) -> None:
    path = tmp_path / "l.duckdb"
    Ledger(path).add_parts([one()])
    hold = f"import duckdb, time; c = duckdb.connect({str(path)!r}); print('held', flush=True); time.sleep({{}})"
    for seconds, wait in ((0.5, 20), (20, 0.2)):
        with subprocess.Popen([sys.executable, "-c", hold.format(seconds)], stdout=subprocess.PIPE) as holder:
            assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
            try:
                if wait > seconds:
                    assert Ledger(path, wait=wait).add_parts([one(publisher="Post")]).documents == 1
                else:
                    with pytest.raises(LedgerError, match=r"is in use by another program \(waited 0.2 s\)"):
                        Ledger(path, wait=wait).documents()
            finally:
                holder.kill()


def test_what_is_no_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.duckdb").write_text("no database at all, only words\n" * 500)
    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("CREATE TABLE prices (a INTEGER)")
    Ledger(tmp_path / "later.duckdb").add_parts([one()])
    with duckdb.connect(str(tmp_path / "later.duckdb")) as connection:
        connection.execute("UPDATE ledger SET version = 99")
    cases = {
        "text.duckdb": "is no ledger",
        "other.duckdb": "is a database, but no ledger",
        "later.duckdb": f"is of version 99, this program knows {VERSION}",
        "none/l.duckdb": "cannot be opened",
    }
    for name, reason in cases.items():
        with pytest.raises(LedgerError, match=reason) as caught:
            Ledger(tmp_path / name).documents()
        assert "\n" not in str(caught.value)


def test_a_file_of_the_version_before_is_brought_up(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    ledger.add_parts([one()])
    with duckdb.connect(str(ledger.path)) as connection:
        columns = ", ".join(COMPARED)
        before = connection.execute(f"SELECT {columns} FROM claims ORDER BY claim").fetchall()
        for column in COMPARED:
            connection.execute(f"ALTER TABLE claims DROP COLUMN {column}")
        for column in ("edition", "follows", "whole", "place"):
            connection.execute(f"ALTER TABLE documents DROP COLUMN {column}")
        for table in ("decisions", "seen"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE ledger SET version = 1")
    assert list(ledger.documents()["edition"]) == [1]
    with duckdb.connect(str(ledger.path)) as connection:
        assert connection.execute(f"SELECT {columns} FROM claims ORDER BY claim").fetchall() == before
        assert connection.execute("SELECT version FROM ledger").fetchall() == [(VERSION,)]


def test_export(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    ledger.add_parts([one()])
    for _ in range(2):
        folder = ledger.export(tmp_path / "out.csv")
        with (folder / "claims.csv").open(encoding="utf-8", newline="") as stream:
            first, _ = csv.DictReader(stream)
        assert (json.loads(first["measures"]), first["place"], first["as_of"]) == (["killed"], "Orrin", "2021-05-03")
    file = ledger.export(tmp_path / "out.db")
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT text, low FROM figures ORDER BY figure").fetchall() == [
            ("14", 14.0),
            ("3", 3.0),
        ]
    connection.close()
    folder = ledger.export(tmp_path / "out.parquet")
    query = f"SELECT as_of, measures FROM '{folder}/claims.parquet' ORDER BY claim LIMIT 1"
    assert duckdb.sql(query).fetchall() == [(date(2021, 5, 3), ["killed"])]
    with pytest.raises(OptionError):
        ledger.export(tmp_path / "out.doc")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["l.duckdb", "out.csv", "out.db", "out.parquet"]


def test_what_came_before_an_interruption_is_kept(tmp_path: Path) -> None:
    def interrupted() -> Iterator[Part]:
        stream = parts(0)
        yield from (next(stream) for _ in range(7))
        raise KeyboardInterrupt

    ledger = Ledger(tmp_path / "l.duckdb")
    with pytest.raises(KeyboardInterrupt):
        ledger.add_parts(interrupted())
    assert len(ledger.documents()) == 7


def test_many_documents_go_in_as_they_come(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    stream = parts(0)
    added = ledger.add_parts(next(stream) for _ in range(230))
    assert added.documents == 230
    assert ledger.documents()["claims"].sum() == 230 * CLAIMS
