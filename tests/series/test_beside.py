"""Tables of one file against each other, and what HXL tags declare."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from audit.checks.check import Operation
from audit.series import check_table

MONTHS = (310, 255, 402, 198, 366, 287, 540, 125, 233, 341, 298, 415)


def book(path: Path, quarters: tuple[int, ...]) -> Path:
    made = Workbook()
    first, second = made.active, made.create_sheet("By quarter")
    assert first is not None
    first.title = "By month"
    for row in (("Month", "Visits"), *((f"2036-{at:02d}", value) for at, value in enumerate(MONTHS, start=1))):
        first.append(row)
    for row in (("Quarter", "Visits"), *((f"2036-Q{at}", value) for at, value in enumerate(quarters, start=1))):
        second.append(row)
    made.save(path)
    return path


def test_months_are_added_up_against_quarters(tmp_path: Path) -> None:
    result = check_table(book(tmp_path / "book.xlsx", (967, 851, 889, 1054)))
    (found,) = result.inconsistent
    assert (found.operation, found.claim.figure.text) == (Operation.SUM, "889")
    assert [operand.text for operand in found.operands] == ["540", "125", "233"]
    assert result.coverage == "checked 2 of 2 columns of numbers, 2 of 2 tables"


def test_quarters_that_fit_are_said_to_fit(tmp_path: Path) -> None:
    result = check_table(book(tmp_path / "book.xlsx", (967, 851, 898, 1054)))
    assert not result.inconsistent
    assert any("at all 4 quarters" in check.working for check in result.checks)


def test_columns_of_one_name_that_hardly_ever_fit_are_of_two_things(tmp_path: Path) -> None:
    assert not check_table(book(tmp_path / "book.xlsx", (700, 851, 950, 1200))).inconsistent


def test_tags_say_what_columns_hold(tmp_path: Path) -> None:
    path = tmp_path / "tagged.csv"
    rows = ["Day,Tote,Davon", "#date,#affected+killed,#affected+killed+children"]
    rows += [f"2036-05-{day:02d},{20 + day * 7 % 5},{31 if day == 4 else 3}" for day in range(1, 13)]
    path.write_text("\n".join(rows), encoding="utf-8")
    (found,) = check_table(path).inconsistent
    assert found.operation is Operation.PARTS
    assert found.claim.locator == "row 6, column killed children, 2036-05-04"
