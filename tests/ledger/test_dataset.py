"""The data set of `audit corpus` in a ledger: the same claims, checks and conflicts as from the texts themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from audit.checks.check import Verdict
from audit.claims.claim import Claim
from audit.cli import app
from audit.corpus import run
from audit.errors import UnreadableError
from audit.ledger import Ledger
from audit.ledger.dataset import is_dataset, parts_of
from audit.pipeline import check
from audit.read import read_many
from audit.text.document import Document

HERALD = """date 2021-05-03 The mine at Orrin has been closed since the weekend. Nobody was let in.

An explosion at the mine in Orrin on Monday reportedly killed more than 14 miners and wounded 20, the mayor said.
In all, 15 of 50 miners, or 40 percent, lost their jobs.
"""
POST = "date 2021-05-03 An explosion at a mine in Orrin on Monday killed 9 miners, doctors said. About 1.5 million saw it.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "in"
    texts.mkdir()
    (texts / "herald.txt").write_text(HERALD, encoding="utf-8")
    (texts / "post.txt").write_text(POST, encoding="utf-8")
    (texts / "empty.txt").write_bytes(b"")
    run([texts], tmp_path / "out", processes=1)
    return tmp_path


def essence(claim: Claim) -> tuple[object, ...]:
    """What of a claim comes out of the data set as it went in."""
    figure, who = claim.figure, claim.attribution
    return (
        (figure.start, figure.end, figure.text, figure.value, figure.bound, figure.kind, figure.noun, figure.precision),
        (claim.measures, claim.population, claim.place, claim.as_of, claim.status, claim.relation, claim.implied),
        (claim.period and (claim.period.kind, claim.period.start), claim.included_in, claim.includes, claim.confidence),
        (claim.sentence and (claim.sentence.start, claim.sentence.end, claim.sentence.text)),
        (who and (who.name, [link.name for link in who.chain], [hedge.cue for hedge in who.hedges])),
    )


def test_claims_and_checks_come_as_they_were_found(folder: Path) -> None:
    made = {part.document.name: part for part in parts_of(folder / "out")}
    for document in read_many([folder / "in" / "herald.txt", folder / "in" / "post.txt"]):
        assert isinstance(document, Document)
        audited = check(document).parts[0]
        got = made[document.name]
        assert [essence(claim) for claim in got.claims] == [essence(claim) for claim in audited.claims]
        assert [figure.text for figure in got.figures] == [figure.text for figure in audited.figures]
        assert [(c.operation, c.verdict, c.working) for c in got.checks] == [
            (c.operation, c.verdict, c.working) for c in audited.checks
        ]
        assert got.document.sha256 == document.sha256
        assert len(got.document.text) == len(document.text)
        for figure in (claim.figure for claim in got.claims):
            assert got.document.text[figure.start : figure.end] == document.text[figure.start : figure.end]
    assert "Nobody was let in" not in made["herald.txt"].document.text


def test_a_ledger_finds_the_same_in_both(folder: Path) -> None:
    whole, taken = Ledger(folder / "texts.duckdb"), Ledger(folder / "corpus.duckdb")
    whole.add(check([folder / "in" / "herald.txt", folder / "in" / "post.txt"]))
    assert taken.add_dataset(folder / "out").documents == 2
    assert taken.add_dataset(folder / "out").known == 2
    conflicts = [[check.working for check in ledger.conflicts()] for ledger in (whole, taken)]
    assert conflicts[0] == conflicts[1]
    assert any(check.verdict is Verdict.INCONSISTENT for check in taken.conflicts())
    assert taken.add(check(folder / "in" / "post.txt")).known == 1
    with duckdb.connect(str(taken.path)) as connection:
        assert connection.execute("SELECT DISTINCT whole FROM documents").fetchall() == [(False,)]
        assert connection.execute("SELECT count(*) FROM checks").fetchall() != [(0,)]


def test_the_command_takes_it_beside_texts(folder: Path) -> None:
    (folder / "more.txt").write_text("date 2021-05-04 Six people died in Tarsk.", encoding="utf-8")
    words = ["ledger", "add", str(folder / "l.duckdb"), str(folder / "out"), str(folder / "more.txt")]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0
    assert "3 added, 0 known already, 0 could not be read" in result.output


def test_a_broken_data_set_is_one_line(folder: Path) -> None:
    assert is_dataset(folder / "out") and not is_dataset(folder / "in")
    shutil.rmtree(folder / "out" / "claims")
    result = CliRunner().invoke(app, ["ledger", "add", str(folder / "l.duckdb"), str(folder / "out")])
    assert result.exit_code == 2
    assert "0 added, 0 known already, 1 could not be read" in result.output
    with pytest.raises(UnreadableError, match=r"is a broken data set .* run the same 'audit corpus' again") as caught:
        list(parts_of(folder / "out"))
    assert "\n" not in str(caught.value)
    (folder / "out" / "run.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UnreadableError, match="its run"):
        Ledger(folder / "l.duckdb").add_dataset(folder / "out")
