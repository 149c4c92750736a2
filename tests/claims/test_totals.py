"""The totals of a text, and how they came about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import audit
from audit.claims.totals import Reason, explain
from audit.interval import Interval


def total(text, measure="killed", **options):
    value = audit.casualties(text, **options).get(measure)
    return None if value is None else (int(value.low), int(value.high))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seventeen people, including five children, were killed.", (17, 17)),
        ("The minister, six others and his driver were killed.", (8, 8)),
        ("One nurse and four patients were killed.", (5, 5)),
        ("He killed four men there and then killed two more at home.", (6, 6)),
        ("At least 10 people were killed.", (10, 10)),
        ("Up to 20 people, including at least 14 women, were killed.", (14, 20)),
        ("Two men were killed. The toll later rose to 31.", (31, 31)),
        ("Two men were killed. The two men lived nearby.", (2, 2)),
        ("The Herald reported one killed, while Radio Vale reported three killed.", (1, 3)),
        ("Nine people were killed, police said. Since 2003, 400 people have been killed there.", (9, 9)),
        ("Anna Berg was killed. Berg, 40, was killed at noon.", (1, 1)),
        ("Three people were killed. Among the dead was Paul Okoro, who was killed at home.", (3, 3)),
        ("Two men were not killed.", None),
        ("They threatened to kill 10 judges.", None),
        ("Nobody was killed.", None),
        ("A guard was killed. Two drivers were also killed.", (3, 3)),
        ("He killed three guards before shooting himself.", (3, 4)),
        ("Four people, including the gunman, are dead.", (3, 4)),
        ("Four villagers, three women and a boy, died as well.", (4, 4)),
        ("His mother, sister and infant nephew were killed.", (3, 3)),
        ("Many have died in the war. On Monday Anna Berg was killed, police said.", (1, 1)),
        ("The blast, which left 7 other people dead and 30 hurt, shook the town.", (7, 7)),
        ("Two men were killed in the north. Three died in the south. In all, 19 people died.", (19, 19)),
        ("Included in the toll were four medics. In all, 19 people died.", (19, 19)),
        ("Nine people were killed. The toll includes four boys.", (9, 9)),
        ("A ferry sank off the coast, drowning at least 33 migrants.", (33, 33)),
        ("Paramedics said 17 people were brought in dead.", (17, 17)),
        ("Two soldiers were wounded and died in hospital.", (2, 2)),
        ("OSLO, 13 JUL (RADIO 1) -- TEN PEOPLE WERE KILLED.", (10, 10)),
        ("Civilians were killed.", (2, 2)),
    ],
)
def test_killed(text, expected):
    assert total(text) == expected


def test_who_died_of_injuries_is_among_the_dead():
    assert total("The driver was injured and later died.", "injured") is None
    assert total("The driver was injured and later died.") == (1, 1)


def test_those_of_the_injured_who_die_change_the_count():
    text = "He injured five students and killed 1 girl. Three of the five injured students died in the hospital."
    assert (total(text), total(text, "injured")) == ((4, 4), (2, 2))


def test_who_was_shot_and_not_killed_is_injured():
    assert total("He shot four people, killing one.", "injured") == (3, 3)
    assert total("He shot four people, killing one and injuring two.", "injured") == (2, 2)
    assert total("Police shot four people.", "injured") is None


def test_victims_of_a_stated_number_are_not_added_again():
    assert total("Five relatives are dead. The man killed his father and his mother.") == (5, 5)
    assert total("He killed five relatives. Then he killed a guard.") == (6, 6)


def test_each_measure_has_its_own_total():
    text = "The raid killed 3 men and wounded 5; police arrested 20 people and 4 are missing."
    assert {name: int(value.low) for name, value in audit.casualties(text).items()} == {
        "killed": 3,
        "injured": 5,
        "detained": 20,
        "missing": 4,
    }


def test_vague_words_follow_the_convention():
    text = "Dozens were wounded."
    assert audit.casualties(text)["injured"] == Interval.of(12, 24)
    assert audit.casualties(text, convention="acled")["injured"] == Interval.of(12)


def test_the_sum_is_shown():
    text = "Seventeen people, including five children, were killed in Vale and two in Moor. Paul Okoro was killed."
    explained = explain(audit.find_claims(text))["killed"]
    assert explained.included[0].figure.text == "Seventeen"
    reasons = {left.claim.figure.text: left.reason for left in explained.left_out}
    assert reasons == {"five": Reason.SUBSET, "Paul Okoro": Reason.NAMED}
    assert explained.working.startswith("Seventeen")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(2, 90), min_size=1, max_size=6, unique=True))
def test_a_list_of_places_adds_up(numbers):
    text = "".join(f"He killed {number} people in a raid. " for number in numbers)
    assert total(text) == (sum(numbers), sum(numbers))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="killed wounded 12 people, and. were who the A (\n", max_size=200))
def test_any_text_has_claims_with_right_offsets(text):
    for claim in audit.find_claims(text):
        assert text[claim.figure.start : claim.figure.end] == claim.figure.text
    audit.casualties(text)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The flood left 60 casualties, 21 deaths and 39 injured.", 21, 39),
        ("Nine people drowned. Included in the toll were two divers.", 9, None),
        ("The death toll from Tuesday's landslide rose to 52.", 52, None),
        ("The death toll reached 27 on Friday after 5 more bodies were found.", 27, None),
        ("A quake killed 6 people in the hills. Another quake killed 2 on the coast.", 8, None),
        ("Ten people were wounded; three of them later died of their injuries.", 3, 7),
        ("Ten people were wounded. Three of the wounded died later in hospital.", 3, 7),
        ("“At least 17,” the governor said, “were killed, and 26 hurt.”", 17, 26),
        ("The storm is reported to have killed at least 8 villagers.", 8, None),
        ("Our colleague, Ivo Tal Marsk, 41 years old, was killed at his home.", 1, None),
        ("The poet, singer and activist Ivo Tal, aged 41, was killed.", 1, None),
        ("16 year old Ana Brod, 33 year old Ivo Tal, and his nephew Jon Tal were killed.", 3, None),
        ("Two brothers, 19-year-old Ivo Tal and 23-year-old Jon Tal, were killed.", 2, None),
        ("The strike killed five people. Ivo Tal was killed with his wife and their two daughters.", 5, None),
        ("In May, 4 people were killed and 6 wounded.", 4, 6),
    ],
)
def test_what_a_text_adds_up_to(text, killed, injured):
    totals = audit.casualties(text)
    assert (totals.get("killed"), totals.get("injured")) == (
        None if killed is None else Interval.of(killed),
        None if injured is None else Interval.of(injured),
    )


def test_a_bulletin_gives_the_day_and_not_its_sum():
    text = (
        "Ministry of Health - daily report\n"
        "In the past 24 hours:\n"
        "Number of martyrs: 5 martyrs (4 new martyrs + 1 martyr recovered)\n"
        "Number of injuries: 7 injuries\n"
        "Cumulative total since the beginning:\n"
        "Number of martyrs: 2,315\n"
        "Number of injuries: 6,040\n"
    )
    assert audit.casualties(text) == {"killed": Interval.of(5), "injured": Interval.of(7)}


def test_the_injured_who_died_leave_the_injured() -> None:
    assert total("Of the 14 wounded, two later died.", "injured") == (12, 12)
    assert total("Three nurses who had been wounded on Friday died of their injuries.", "injured") is None
