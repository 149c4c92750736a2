"""The written passages on which the account is fitted and measured."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "benchmarks"
FILES = sorted((*FOLDER.glob("passages/*.txt"), *FOLDER.glob("held_out*.txt")))
LIMITS = {"subset", "rank"}


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield
    sys.modules.pop("passages", None)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_relation_names_figures_of_its_passage(file: Path) -> None:
    import passages

    rows = list(passages.rows(file))
    assert len(rows) >= 10
    for row in rows:
        for each in (row["claim"], *row["operands"]):
            assert row["text"][each["start"] : each["end"]] == each.get("surface", "")


def test_a_changed_claim_is_another_number_in_its_place() -> None:
    import passages

    row = next(row for row in passages.rows(FILES[0]) if row["operands"] and row["claim"]["op"] not in LIMITS)
    changed = passages.changed(row)
    assert changed["id"].startswith("syn") and changed["claim"]["surface"] != row["claim"]["surface"]
    for each in (changed["claim"], *changed["operands"]):
        assert changed["text"][each["start"] : each["end"]] == each["surface"]


def test_limits_are_not_changed_for_most_other_parts_hold_too() -> None:
    import passages

    row = next(row for row in passages.rows(FILES[0]) if row["operands"] and row["claim"]["op"] in LIMITS)
    assert passages.changed(row) is None
