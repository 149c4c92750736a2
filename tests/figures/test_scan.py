"""Where a figure begins, and which numbers before a word or a mark are dates and times."""

from __future__ import annotations

import pytest

from audit.figures import find_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two ships sank.", ["Two"]),
        ("The crew (three men) left.", ["three"]),
        ("They found \u20acfive coins.", ["five"]),
        ("They bought 5 six-packs.", ["5", "six"]),
        ("It is named _two ships_.", ["two"]),
        ("The \u00e9two ships sank.", []),
        ("The twofer sank.", []),
        ("The someone sank.", []),
    ],
)
def test_a_word_begins_behind_what_is_no_letter_or_digit(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("He left on 12 May.", "12 May", "date"),
        ("He left on 12 of May, 2020.", "12 of May, 2020", "date"),
        ("He left at 11 o'clock.", "11 o'clock", "time"),
        ("He left at 11 pm.", "11 pm", "time"),
        ("He left 12 maypoles.", "12", "count"),
        ("He left 12 pamphlets.", "12", "count"),
        ("He left 12; others stayed.", "12", "count"),
    ],
)
def test_a_number_before_a_word_is_a_date_only_with_a_month_or_an_hour(text: str, figure: str, kind: str) -> None:
    (found,) = find_figures(text)
    assert (found.text, str(found.kind)) == (figure, kind)


@pytest.mark.parametrize(
    ("text", "dates", "quantities"),
    [
        ("In May, 3 people drowned and in June, 5 more.", [], ["3", "5"]),
        ("It snowed in January. 14 roads were closed.", [], ["14"]),
        ("By the end of April, 6 of the 11 had left.", [], ["6", "11"]),
        ("In August, 31 percent voted.", [], ["31 percent"]),
        ("In April 12 soldiers fell ill.", [], ["12"]),
        ("On May 3, people fled.", ["May 3"], []),
        ("In Oct. 7 attacks on the coast they hid.", ["Oct. 7"], []),
        ("On 5 March, 12 people drowned.", ["5 March"], ["12"]),
        ("On the fourteenth of March 2031, twelve drowned.", ["fourteenth of March 2031"], ["twelve"]),
        ("On May the fourth nine people left.", ["May the fourth"], ["nine"]),
        ("2031, Feb 17: 12 dead.", ["2031, Feb 17"], ["12"]),
        ("Between May 3-5, 2031, it rained.", ["May 3-5, 2031"], []),
        ("On 2 nd March 2031 ten left.", ["2 nd March 2031"], ["ten"]),
    ],
)
def test_a_month_takes_a_day_and_leaves_a_count(text, dates, quantities):
    figures = find_figures(text)
    assert [figure.text for figure in figures if figure.kind == "date"] == dates
    assert [figure.text for figure in figures if figure.is_quantity] == quantities
