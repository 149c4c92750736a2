from __future__ import annotations

import numpy as np

import audit
from audit.report.palette import LIGHT
from tests.series.tables import daily

BROKEN = daily(
    killed=[4, 7, 2, 9, 5, 80, 3, 6, 1, 10],
    killed_cum=[104, 111, 113, 122, 127, 135, 138, 144, 140, 155],
    low=[1, 2, 3, 4, 9, 6, 7, 8, 9, 10],
    high=[4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
)


def test_the_columns_with_findings_are_drawn_with_words_that_stand_for_them() -> None:
    pictures = audit.check_table(BROKEN).parts[0].pictures
    titles = [picture.title for picture in pictures]
    assert "killed against the steps of killed_cum" in titles
    assert "low and high" in titles
    assert any("a running total cannot fall" in picture.alternative for picture in pictures)


def test_a_picture_is_the_same_bytes_each_time() -> None:
    first, second = (audit.check_table(BROKEN).parts[0].pictures[0].written("svg", LIGHT) for _ in range(2))
    assert first == second
    assert first.startswith(b"<?xml")


def test_a_table_without_findings_has_no_picture() -> None:
    assert audit.check_table(daily(killed_cum=[1, 2, 3, 4, 5])).parts[0].pictures == ()


def test_a_line_breaks_off_where_days_are_missing() -> None:
    frame = daily(killed_cum=[10 + i for i in range(60)])
    frame.loc[40, "killed_cum"] = 12
    (picture,) = audit.check_table(frame.drop(index=range(15, 30))).parts[0].pictures
    (line, *_) = picture.draw(LIGHT).axes[0].lines
    assert np.isnan(line.get_ydata()).sum() == 1


def test_a_title_says_what_is_marked_and_on_which_day() -> None:
    fallen = daily(killed_cum=[104, 111, 113, 122, 117, 135, 138, 144, 151, 155, 160, 171])
    (picture,) = audit.check_table(fallen).parts[0].pictures
    day = str(fallen["date"].iloc[4])[:10] if "date" in fallen else str(fallen.iloc[4, 0])[:10]
    assert picture.title == f"killed_cum does not fit on {day}"
    assert [text.get_text() for text in picture.draw(LIGHT).axes[0].texts] == [day]


def test_many_marks_have_no_days_beside_them() -> None:
    series = [100 + 5 * i for i in range(80)]
    for at in range(10, 70, 12):
        series[at] -= 9
    (picture,) = audit.check_table(daily(killed_cum=series)).parts[0].pictures
    assert picture.title == "killed_cum does not fit on 5 days"
    assert not picture.draw(LIGHT).axes[0].texts
