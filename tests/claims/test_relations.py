"""Parts and wholes, additions, updates, other events; places and times."""

from datetime import date

import pytest

from audit.claims.claim import PeriodKind, Relation
from tests.claims.texts import claim, claims


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("17 people, including five children and two women, were killed.", ["five", "two"]),
        ("The blast killed 17 people, among them three rescuers.", ["three"]),
        ("Seventeen people were killed, including three rescuers.", ["three"]),
        ("Nine people, two of whom were soldiers, died.", ["two"]),
        ("The blast injured 29 people, 6 of them seriously.", ["6"]),
        ("Four civilians, three women and a man, died.", ["three"]),
    ],
)
def test_parts_are_linked_to_their_whole(text, parts):
    found = claims(text)
    whole = found[0]
    assert [c.figure.text for c in found if c.included_in == whole.index and not c.implied] == parts
    assert all(c.relation is Relation.SUBSET for c in found if c.included_in is not None)
    assert set(whole.includes) == {c.index for c in found if c.included_in == whole.index}


def test_what_only_and_joins_is_no_part():
    text = "Six guards and two drivers were killed."
    assert [c.included_in for c in claims(text)] == [None, None]


@pytest.mark.parametrize("text", ["He killed two men and wounded another five.", "Two died and five more were hurt."])
def test_another_is_an_addition(text):
    assert claim(text, "five").relation is Relation.ADDITION


def test_a_toll_that_rises_is_an_update():
    assert claim("The death toll rose to 31.", "31").relation is Relation.UPDATE


@pytest.mark.parametrize(
    "text",
    [
        "Since the ceasefire 900 people have been killed.",
        "Some 900 people have been killed since 7 October.",
        "So far this year, 900 people have been killed.",
        "On average 900 people are killed each year.",
    ],
)
def test_longer_times_are_background(text):
    assert claim(text, "900").relation is Relation.BACKGROUND


@pytest.mark.parametrize(
    "text",
    [
        "A blast killed 14 people on Monday in the deadliest raid this year.",
        "A blast killed 14 people on Monday, the highest toll since March 2019.",
        "A blast killed 14 people, said the union, which was banned last year.",
    ],
)
def test_time_that_is_said_of_something_else_is_no_background(text):
    found = claim(text, "14")
    assert (found.relation, found.period) == (None, None)


def test_a_word_joined_to_a_superlative_turns_nothing():
    assert claim("Some 14 people have been killed in the worst-hit town since March 2021.", "14").period is not None


def test_since_gives_the_period_its_start():
    period = claim("Some 900 people have been killed since 7 October.", "900").period
    assert (period.kind, period.start, period.cue.text) == (PeriodKind.SINCE, date(2023, 10, 7), "since")


def test_since_as_a_reason_is_no_period():
    assert claim("Since nobody warned them, 9 people were killed.", "9").period is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nine people a day are killed on average.", None),
        ("The war kills 9 people a day.", PeriodKind.PER),
        ("In the past 24 hours 9 people were killed.", PeriodKind.NEW),
        ("A total of 9 people were killed.", PeriodKind.CUMULATIVE),
    ],
)
def test_period(text, kind):
    period = next(c for c in claims(text) if c.figure.text.lower() in ("9", "nine")).period
    assert kind is None or period.kind is kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nine people were killed on Thursday.", date(2024, 4, 4)),
        ("Nine people were killed on Sunday.", date(2024, 4, 7)),
        ("Nine people were killed yesterday.", date(2024, 4, 6)),
        ("Nine people were killed on 12 March.", date(2024, 3, 12)),
        ("Nine people were killed.", date(2024, 4, 7)),
    ],
)
def test_as_of_is_resolved_against_the_day_of_publication(text, day):
    assert claim(text, "Nine").as_of == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 2015 a bomb killed nine; the trial opens today.", None),
        ("A raid in March 2012 killed nine people.", None),
        ("The army lost nine men in 2009 and 45 last month.", None),
        ("In 2015 a bomb killed 44 and this year nine have died.", date(2024, 4, 7)),
        ("The nine dead included a man who was freed from jail in 2011.", date(2024, 4, 7)),
        ("Since 2015, nine people have been killed.", date(2024, 4, 7)),
        ("In 2024 the war has killed nine people.", date(2024, 4, 7)),
    ],
)
def test_a_count_of_another_year_is_not_one_of_the_day_of_publication(text, day):
    assert claim(text, "nine").as_of == day


def test_without_a_day_of_publication_only_a_full_date_is_known():
    assert claim("Nine people were killed on Thursday.", "Nine", published=None).as_of is None
    assert claim("Nine people were killed on 12 March 2022.", "Nine", published=None).as_of == date(2022, 3, 12)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine people were killed in the northern city of Port Vale.", "Port Vale"),
        ("In Eastmoor, nine people were killed.", "Eastmoor"),
        ("Nine people were killed in Eastmoor, officials in Westby said.", "Eastmoor"),
        ("In Eastmoor where rain fell, nine people were killed.", "Eastmoor"),
        ("Nine people were killed as Eastmoor, where rain fell, was shelled.", "Eastmoor"),
        ("Nine people were killed in March.", None),
        ("NINE PEOPLE WERE KILLED IN EASTMOOR.", None),
    ],
)
def test_place(text, place):
    assert next(c for c in claims(text) if c.measures).place == place


@pytest.mark.parametrize(
    ("text", "figure", "relation"),
    [
        ("Two more died, bringing the death toll to 35.", "35", Relation.UPDATE),
        ("The blast pushed the overall toll to 12 dead.", "12", Relation.UPDATE),
        ("He brought flowers for the 12 dead.", "12", None),
    ],
)
def test_a_toll_that_is_brought_to_a_figure_is_an_update(text, figure, relation):
    assert claim(text, figure).relation is relation
