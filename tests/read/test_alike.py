"""Rows of one container that fail alike are told once, with their number; none is lost from the count."""

from __future__ import annotations

from pathlib import Path

from audit import check_file
from audit.read.alike import MOST_ALIKE


def rows(folder: Path, *lines: str) -> Path:
    file = folder / "rows.jsonl"
    file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return file


def test_the_first_of_many_failures_alike_stand_for_the_rest(tmp_path: Path) -> None:
    empty, text = '{"text": ""}', '{"text": "Six people died."}'
    found = check_file([rows(tmp_path, *[empty] * MOST_ALIKE, text, *[empty] * 5)])
    assert len(found.parts) == 1
    assert len(found.failures) == MOST_ALIKE + 1
    assert "5 more" in str(found.failures[-1]) and "is empty" in str(found.failures[-1])
    assert found.exit_code == 2


def test_failures_of_another_kind_are_named_beside_them(tmp_path: Path) -> None:
    found = check_file([rows(tmp_path, *['{"text": ""}'] * (MOST_ALIKE + 1), "no JSON", "[5]")])
    assert [one.where.rpartition(":")[2] for one in found.failures[-3:-1]] == [str(MOST_ALIKE + 2), str(MOST_ALIKE + 3)]


def test_a_failure_holds_nothing_of_what_was_read(tmp_path: Path) -> None:
    (found,) = check_file([rows(tmp_path, '{"text": ""}')]).failures
    assert found.__traceback__ is None
