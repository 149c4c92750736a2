"""Rows that a text counts by what their numbers reach, and groups of rows that it holds against each other."""

from __future__ import annotations

import pytest

from tests.series.test_asking import checks

LIMITS = [
    ("raids", "The list holds {} raids that killed at least 9 people.", "3", "4"),
    ("raids", "The list records {} attacks in which more than 6 people died.", "4", "5"),
    ("raids", "The list records {} attacks with more than 10 killed.", "2", "3"),
    ("raids", "The list counts {} raids with fewer than 3 killed.", "4", "3"),
    ("raids", "On the list are {} raids that injured at least 8 people.", "6", "5"),
    ("raids", "The list has {} raids in which no one was injured.", "1", "2"),
    ("raids", "In 2042 the list records {} raids that killed more than 5 people.", "3", "4"),
    ("raids", "The list records {} attacks that left no fewer than 9 people injured.", "5", "6"),
    ("raids", "The list holds {} raids that killed at least 9 people and injured 108.", "3", "4"),
    ("wards", "The table lists {} wards with more than 25 fires.", "2", "3"),
    ("wards", "The table lists {} wards that had at most 4 deaths.", "3", "2"),
    ("wards", "{} wards had at least 10 fires, the table shows.", "Four", "Three"),
    ("wards", "Of the 4 wards, {} had more than 15 fires, the table shows.", "3", ""),
    ("wards", "In {} of the 4 wards more than 3 people died, the table shows.", "2", ""),
]
"""A table, a sentence, what the table has, and what it denies."""
GROUPS = [
    ("raids", "The list records {} more people killed in Norling than in Suddal.", "9", "11"),
    ("raids", "Norling counted {} more dead than Suddal, the list shows.", "9", "7"),
    ("raids", "The list records {} times as many injured in Norling as in Estmark.", "four", "three"),
    ("raids", "In 2042 the list records {} more people killed than in 2041.", "8", "6"),
    ("wards", "Cedar had {} more fires than Alder, the table shows.", "13", "15"),
    ("wards", "Birch had {} fewer fires than Dale, the table shows.", "8", "9"),
    ("wards", "Alder had {} as many homes as Birch, the table shows.", "twice", ""),
    ("wards", "Cedar had {} as many homes as Alder, the table shows.", "", "twice"),
    ("convoys", "The Greens lost {} more boats than the Whites, the table shows.", "6", "8"),
    ("convoys", "The Whites lost {} fewer boats than the Greens, the table shows.", "6", "9"),
    ("fever", "By 5 May 2041 Norling had {} more cases than Suddal.", "80", "70"),
    ("fever", "On 2 May 2041 Suddal had {} fewer cases than Norling.", "43", "34"),
]
LEFT = [
    ("raids", "In 2041, the list says, 6 raids killed at least 20 people."),
    ("raids", "In Norling, 3 raids on the list killed at least 7 people."),
    ("raids", "In Norling the list records 5 raids that killed at least 5 people altogether."),
    ("raids", "In Norling the list records 5 raids that together killed at least 5 people."),
    ("raids", "In Norling the list records 5 raids, which killed at least 5 people."),
    ("raids", "In Norling the list records 5 raids with a total of at least 5 dead."),
    ("raids", "The list holds 12 raids and no child was killed."),
    ("raids", "The list records 12 raids and at least 60 killed."),
    ("raids", "The list records 12 raids, at least 3 of them in Suddal."),
    ("raids", "The deadliest raid of the list killed at least 14 people."),
    ("raids", "At least 9 people were killed in 3 raids on the list."),
    ("convoys", "The table shows 2 sides that lost at least 5 boats."),
    ("raids", "The list records 9 more people killed in Norling than in Westend."),
    ("wards", "The table lists 30 more fires than the mayor had feared."),
]
"""What may be the sum of the raids, is no limit of the rows, or is held against what the table does not have."""


def verdict(name: str, sentence: str, figure: str) -> str:
    found = checks(name, sentence.format(figure))
    return next((verdict for text, verdict in found.items() if text.startswith(figure)), "nothing")


@pytest.mark.parametrize(("name", "sentence", "right", "wrong"), [*LIMITS, *GROUPS])
def test_what_is_counted_or_compared_is_asked_of_the_table(name: str, sentence: str, right: str, wrong: str) -> None:
    assert not right or verdict(name, sentence, right).startswith("consistent")
    assert not wrong or verdict(name, sentence, wrong) == "inconsistent"


@pytest.mark.parametrize(("name", "sentence", "right", "wrong"), [case for case in LIMITS + GROUPS if case[2]])
def test_what_fits_denies_no_figure_beside_it(name: str, sentence: str, right: str, wrong: str) -> None:
    assert "inconsistent" not in checks(name, sentence.format(right)).values()


@pytest.mark.parametrize(("name", "text"), LEFT)
def test_what_is_not_said_of_each_row_is_not_denied(name: str, text: str) -> None:
    assert "inconsistent" not in checks(name, text).values()


def test_the_bound_of_a_figure_is_no_superlative() -> None:
    assert checks("raids", "The list records at most 64 people killed.") == {"64": "consistent"}
    assert checks("raids", "The list says the deadliest raid killed 14 people.") == {"14": "consistent"}
