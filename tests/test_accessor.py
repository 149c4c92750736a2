"""The pandas accessor, in either order of imports."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

import audit.accessor  # noqa: F401
from audit.columns import FRAMES
from audit.errors import OptionError

TEXTS = pd.Series(
    ["The ministry said 12 people were killed and 30 wounded.", None, "Nothing.", "It counted 7 dead."],
    index=pd.Index(["a", "b", "c", "d"], name="article"),
)


def test_a_row_knows_which_text_it_comes_from() -> None:
    frame = TEXTS.audit.figures()
    assert list(zip(frame.index, frame["text"], strict=True)) == [("a", "12"), ("a", "30"), ("d", "7")]
    assert frame.index.name == "article"
    assert list(frame["document"].unique()) == ["a", "d"]


@pytest.mark.parametrize("what", ["figures", "claims", "checks"])
@pytest.mark.parametrize("texts", [TEXTS, TEXTS.iloc[:0], TEXTS.iloc[1:2]])
def test_frames_have_the_documented_columns(texts: pd.Series, what: str) -> None:
    frame = getattr(texts.audit, what)()
    assert list(frame.columns) == [column.name for column in FRAMES[what]]


def test_it_joins_back_to_its_own_frame() -> None:
    frame = TEXTS.to_frame("body")
    joined = frame.join(frame["body"].audit.claims()[["text", "measure"]])
    assert joined.loc["d", "text"] == "7" and len(joined) == 5


def test_a_column_of_numbers_is_refused() -> None:
    with pytest.raises(OptionError, match="a column of texts"):
        pd.Series([1, 2]).audit.figures()


def test_another_policy_is_refused() -> None:
    with pytest.raises(OptionError):
        TEXTS.audit.checks(policy="as_wished")


@pytest.mark.parametrize("order", ["import audit, pandas", "import pandas, audit"])
def test_the_order_of_imports_does_not_matter(order: str) -> None:
    line = f"{order}; print(len(pandas.Series(['7 people died']).audit.figures()))"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


FRAME = pd.DataFrame(
    {
        "body": ["Sales rose 30% to 110 from 100.", None, "Rents rose 10% to 110 from 100."],
        "outlet": ["The Herald", "The Post", None],
        "day": pd.to_datetime(["2031-03-04", None, None]),
    },
    index=pd.Index(["a", "b", "c"], name="article"),
)


def test_a_frame_names_the_columns_of_its_text_publisher_and_date() -> None:
    checks = FRAME.audit.checks(text="body", publisher="outlet", published="day")
    assert list(zip(checks.index, checks["verdict"], strict=True)) == [("a", "inconsistent"), ("c", "consistent")]
    assert checks["source"].iloc[0] == "The Herald" and checks.index.name == "article"
    assert FRAME.join(checks[["verdict"]])["verdict"].notna().sum() == 2


def test_dates_that_are_words_do_too() -> None:
    frame = FRAME.assign(day=["2031-03-04", None, "2031-03-05"])
    assert len(frame.audit.claims(text="body", published="day")) == len(frame.audit.figures(text="body")) == 6


@pytest.mark.parametrize("option", ["text", "publisher", "published"])
def test_a_column_that_there_is_not_is_refused(option: str) -> None:
    with pytest.raises(OptionError, match=f"{option}: 'none' is not possible; use one of body, outlet, day"):
        FRAME.audit.checks(**{"text": "body", option: "none"})
