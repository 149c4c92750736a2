from __future__ import annotations

import math

import pandas as pd
import pytest

import audit
from audit.series.worded import in_words, with_unit
from tests.series.tables import broken, daily, found


@pytest.mark.parametrize(
    ("text", "number"), [("eighteen", 18), ("Forty-one", 41), ("one", 1), ("two hundred and six", 206), ("zero", 0)]
)
def test_a_number_in_words_is_a_number(text: str, number: int) -> None:
    assert in_words(text) == number


@pytest.mark.parametrize("text", ["none", "two villages", "several", "onerous", "fourth", "dozens", ""])
def test_other_words_are_none(text: str) -> None:
    assert math.isnan(in_words(text))


def test_a_running_total_goes_on_over_a_number_in_words() -> None:
    assert broken(daily(killed_cum=["31", "thirty-six", "40", "thirty-eight", "44"]), audit.Operation.MONOTONE) == [
        "thirty-eight"
    ]


def test_numbers_with_one_unit_are_numbers() -> None:
    assert with_unit(["1 tent", "3 tents", "14 tents"]) == {"1 tent": 1, "3 tents": 3, "14 tents": 14}
    assert with_unit(["£2,400", "£2,750"]) == {"£2,400": 2400, "£2,750": 2750}
    assert with_unit(["4.5 km", "11.0 km"]) == {"4.5 km": 4.5, "11.0 km": 11}


@pytest.mark.parametrize(
    "texts",
    [
        ["7 km", "900 m"],
        ["21 Battalion", "23 Battalion"],
        ["4 May", "5 May"],
        ["0-4 years", "5-9 years"],
        ["3 dead, 1 hurt", "5 dead, 2 hurt"],
        ["6 Mill Lane", "11 Harbour Street", "2 Church Row", "40 Long Walk"],
        [],
    ],
)
def test_labels_and_mixed_units_are_none(texts: list[str]) -> None:
    assert with_unit(texts) == {}


def test_a_column_of_numbers_with_what_they_count_is_held_to_its_rules() -> None:
    frame = daily(killed=[7, 3, 6, 2, 1], killed_cum=[f"{n} killed" for n in (7, 10, 16, 14, 15)])
    assert broken(frame, audit.Operation.MONOTONE) == ["14 killed"]


def test_one_odd_cell_with_another_noun_stays_unread() -> None:
    frame = daily(injured_cum=["12", "15", "19", "3 dead", "22", "24"])
    result = audit.check_table(frame)
    assert "19" not in broken(frame, audit.Operation.MONOTONE)
    assert result.parts[0].coverage is not None and result.parts[0].coverage.cells == ("“3 dead” in injured_cum",)


@pytest.mark.parametrize("names", [["one", "two"], ["5 years", "10 years"]])
def test_what_names_the_series_of_a_row_is_no_number(names: list[str]) -> None:
    frame = pd.concat([daily(group=[name] * 5, cases_cum=[3 + i, 6, 9, 12, 15]) for i, name in enumerate(names)])
    (check, *_) = found(frame, audit.Operation.MONOTONE)
    assert check.working == "cases_cum falls at none of its 8 steps in 2 series"
