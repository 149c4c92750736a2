"""Victims without a number."""

import pytest

import audit


def implied(text):
    """(phrase, measures) of each victim that the text names without a number."""
    return [(c.figure.text, c.measures) for c in audit.find_claims(text) if c.implied and c.figure.words is None]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Marta Ruiz, a street vendor, was killed.", ["Marta Ruiz"]),
        ("A woman and her son were killed.", ["A woman", "her son"]),
        ("A gunman killed the teacher and a pupil.", ["the teacher", "a pupil"]),
        ("The mayor, his driver and a guard were killed near the bridge.", ["The mayor", "his driver", "a guard"]),
        ("Anna Berg, a nurse, and her brother were killed.", ["Anna Berg", "her brother"]),
        ("The murder of Paul Okoro shocked the town.", ["Paul Okoro"]),
        ("A fisherman, who was riding home, was found dead.", ["A fisherman"]),
        ("The blast killed a traffic officer guarding the gate.", ["a traffic officer"]),
        ("The pilot, whom the police have not yet named, was also killed.", ["The pilot"]),
        ("The murder on Sunday of Paul Okoro and his driver led to riots.", ["Paul Okoro", "his driver"]),
        ("The murder in the city of Kesh led to riots.", []),
        ("He was charged with the murder of Dr Ana Holm, her son, and a guard.", ["Dr Ana Holm", "her son", "a guard"]),
        ("They killed Luis Soto; Soto's son, Marco; and the cook.", ["Luis Soto", "Soto's son", "the cook"]),
        ("Luis Soto, one of the four founders of the paper, was killed.", ["Luis Soto"]),
        ("They killed Luis Soto, alias the Fox, and a guard.", ["Luis Soto", "a guard"]),
        ("By killing her, the rebels hoped to spread fear.", ["her"]),
        ("She killed her, her husband and a guard.", ["her", "her husband", "a guard"]),
        ("The new law eliminated the privileges of the lords.", []),
        ("The bomb took the life of the teacher.", ["the teacher"]),
        ("The old teacher passed away on Friday.", ["The old teacher"]),
        ("IVAN SOTO, MAYOR OF LAGOS, WHO HAD BEEN ILL, WAS MURDERED TODAY.", ["IVAN SOTO"]),
    ],
)
def test_victims_are_found(text, phrases):
    assert [phrase for phrase, measures in implied(text) if "killed" in measures] == phrases


@pytest.mark.parametrize(
    "text",
    [
        "The bill was killed in committee.",
        "Nobody was killed.",
        "The attack killed nobody.",
        "She was killed.",
        "The police searched the house.",
        "The killing shocked the town.",
    ],
)
def test_nobody_is_named(text):
    assert implied(text) == []


def test_one_is_a_victim_that_is_counted():
    assert implied("He shot four people, killing one.") == []
    (killed,) = [c for c in audit.find_claims("He shot four people, killing one.") if c.measures == ("killed",)]
    assert (killed.figure.text, killed.figure.value.low) == ("one", 1)
    assert implied("No one was killed.") == []


def test_offsets_point_into_the_text():
    text = "On Friday a woman and her son were killed; Marta Ruiz, 40, was wounded."
    for claim in audit.find_claims(text):
        assert text[claim.figure.start : claim.figure.end] == claim.figure.text


def test_who_was_injured_and_died_is_killed():
    assert implied("The driver was wounded and later died.") == [("The driver", ("killed",))]
    assert implied("The judge was shot on Monday and died on Tuesday.") == [("The judge", ("shot", "killed"))]
    assert implied("Police shot the man and left.") == [("the man", ("shot",))]


@pytest.mark.parametrize(
    "text",
    ["He killed a guard before committing suicide.", "He killed a guard before being killed by police."],
)
def test_the_attacker_widens_the_total(text):
    assert audit.casualties(text)["killed"] == audit.Interval.of(1, 2)
    assert audit.casualties(text, attacker="counted")["killed"] == audit.Interval.of(2)
    assert audit.casualties(text, attacker="left_out")["killed"] == audit.Interval.of(1)
