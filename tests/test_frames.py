"""Frames: the documented columns and dtypes, missing values, exact places."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from audit.columns import FRAMES
from audit.errors import OptionError
from audit.result import Audit
from tests.report import samples


@pytest.mark.parametrize("what", FRAMES)
@pytest.mark.parametrize("audit", [samples.none(), samples.single(), samples.routed(), samples.hostile()])
def test_columns_are_the_documented_ones(audit: Audit, what: str) -> None:
    frame = audit.to_frame(what)
    assert list(frame.columns) == [column.name for column in FRAMES[what]]
    for column in FRAMES[what]:
        assert str(frame[column.name].dtype) == column.dtype, column.name


def test_another_name_is_refused() -> None:
    with pytest.raises(OptionError, match="figures, claims, checks, operands"):
        samples.none().to_frame("sentences")


def test_figures_point_into_the_text() -> None:
    audit = samples.routed()
    frame = audit.to_frame("figures")
    text = audit.document.text
    assert [text[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)] == list(frame["text"])
    assert list(frame["figure"]) == list(range(1, 10))
    assert frame["second_reader"].value_counts().to_dict() == {"agrees": 8, "differs": 1}


def test_claims_name_their_source_only_if_the_text_does() -> None:
    frame = samples.routed().to_frame("claims")
    assert frame.loc[0, "source"] == "Tomas Arden, minister of war"
    assert frame.loc[0, "chain"] == "The Morning Ledger > Tomas Arden, minister of war"
    assert pd.isna(frame.loc[2, "source"])
    assert frame.loc[3, "hedges"] == "presuming"


def test_a_check_has_its_ends_and_the_nearest_implied_value() -> None:
    row = samples.routed().to_frame("checks").iloc[0]
    assert (row["claimed_low"], row["claimed_high"]) == (56, 75)
    assert (row["recomputed_low"], row["recomputed_high"]) == (47.5, 70)
    assert (row["implied_low"], row["implied_high"], row["slack"]) == (22_400, 22_500, 0.12)
    assert row["implied_role"] == "killed and wounded together"
    assert row["under_loose"] == "too_coarse"
    assert row["source"] == "The Morning Ledger"


def test_what_is_not_known_is_missing() -> None:
    row = samples.routed().to_frame("checks").iloc[2]
    assert row["missing"] == "the number of shafts before"
    for name in ("recomputed_low", "gap_low", "slack", "implied_role", "diagnosis"):
        assert pd.isna(row[name]), name


def test_operands_of_every_reading() -> None:
    frame = samples.routed().to_frame("operands")
    first = frame[frame["check"] == 1]
    assert list(first["reading"]) == [1, 1, 1, 2, 2]
    assert first["implied_low"].isna().tolist() == [True] * 5
    one = samples.hostile().to_frame("operands").iloc[0]
    assert (one["implied_low"], one["implied_high"], one["slack"]) == (14, 14, 1 / 6)
    assert frame.loc[2, ["low", "high"]].tolist() == [29_500, 40_500]


def test_infinite_ends_stay_infinite() -> None:
    from audit.figures.figure import Bound, Figure
    from audit.interval import Interval
    from audit.result import Part
    from audit.text.document import Document

    figure = Figure(10, 13, "100", Interval.above(100, itself=False), Bound.MORE_THAN)
    frame = Audit((Part(Document("More than 100."), (figure,)),)).to_frame("figures")
    assert frame.loc[0, "high"] == math.inf
