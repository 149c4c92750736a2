"""Each hostile file costs itself alone: documents and failures in words, none of them a fault of the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from audit import Document, check_table
from audit.errors import AuditError, ProgramError, UnreadableError
from audit.pipeline import check_many
from audit.read import Limits, read_many
from tests.fuzz.hostile import HOSTILE, TABLES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
LIMITS = Limits(memory=200, seconds=2)
GOOD = "Three people died."


@pytest.mark.parametrize("name", HOSTILE)
def test_it_costs_itself_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name]())
    (tmp_path / "zz.txt").write_text(GOOD, encoding="utf-8")
    *found, last = read_many([tmp_path], limits=LIMITS)
    assert isinstance(last, Document) and last.text == GOOD
    for one in found:
        assert isinstance(one, Document | UnreadableError) and not isinstance(one, ProgramError), one
        assert "\n" not in str(one)
    assert not any(isinstance(one, ProgramError) for one in check_many(found).failures)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_costs_itself_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(TABLES[name]())
    try:
        check_table(tmp_path / name, limits=LIMITS)
    except AuditError as error:
        assert not isinstance(error, ProgramError) and "\n" not in str(error)


def test_a_sheet_without_end_is_told_by_its_rows(tmp_path: Path) -> None:
    (tmp_path / "rows.xlsx").write_bytes(TABLES["rows.xlsx"]())
    with pytest.raises(UnreadableError, match="1,048,576 rows"):
        check_table(tmp_path / "rows.xlsx")
