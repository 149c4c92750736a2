"""What each figure counts: right bindings and tempting wrong ones."""

import pytest

from audit.claims.claim import Confidence
from tests.claims.texts import claim, claims, counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people were killed.", [("Twelve", "killed")]),
        ("The blast killed 12 people.", [("12", "killed")]),
        ("Bus crash kills at least 40", [("40", "killed")]),
        ("Landslide injures as many as 30 miners", [("30", "injured")]),
        ("Strike kills nearly 60, wounds 7", [("60", "killed"), ("7", "injured")]),
        ("The blast killed 12 people and wounded 30.", [("12", "killed"), ("30", "injured")]),
        ("One nurse and three patients were killed and 11 others wounded.",
         [("One", "killed"), ("three", "killed"), ("11", "injured")]),
        ("12 dead, 30 wounded in market blast", [("12", "killed"), ("30", "injured")]),
        ("It killed 27 men and 80 injured civilians.", [("27", "killed"), ("80", "injured")]),
        ("The blast left five dead and 12 wounded.", [("five", "killed"), ("12", "injured")]),
        ("Police reported 4 injuries and 5 deaths.", [("4", "injured"), ("5", "killed")]),
        ("He stabbed seven men, killing one of them and wounding the other six.",
         [("seven", "shot"), ("one", "killed"), ("six", "injured")]),
        ("The death toll rose to 31.", [("31", "killed")]),
        ("The number of injured stands at 40.", [("40", "injured")]),
        ("Police arrested 20 people after the riot.", [("20", "detained")]),
        ("After 3 men died, police arrested 20 others.", [("3", "killed"), ("20", "detained")]),
        ("More than 1,000 families have been displaced.", [("1,000", "displaced")]),
        ("Some 300 people are missing.", [("300", "missing")]),
        ("Rebels kidnapped nine workers and released two.", [("nine", "kidnapped"), ("two", "released")]),
        ("The army destroyed 40 tanks and damaged 12 trucks.", [("40", "destroyed"), ("12", "damaged")]),
        ("Troops raided and searched 15 houses.", [("15", "searched")]),
        ("The army fired 200 rockets.", [("200", "launched")]),
        ("An army of 30,000 was raised.", [("30,000", "strength")]),
        ("The police, who were in the square, said that 12 people had died.", [("12", "killed")]),
        ("Five people who were in the house were killed.", [("Five", "killed")]),
        ("When the car was hit, two men were killed.", [("two", "killed")]),
        ("After a long hunt, 3 men were killed.", [("3", "killed")]),
        ("He gunned down four guards before fleeing.", [("four", "killed")]),
        ("A man shot three guards to death.", [("three", "killed")]),
        ("The strike killed up to 20 people.", [("20", "killed")]),
        ("A total of 9 people were killed.", [("9", "killed")]),
        ("A family of five was killed.", [("five", "killed")]),
        ("THREE SOLDIERS WERE SERIOUSLY WOUNDED.", [("THREE", "injured")]),
    ],
)  # fmt: skip
def test_a_figure_gets_its_measure(text, expected):
    assert counts(text) == expected


def test_two_verbs_share_one_figure():
    assert claim("Dozens were killed and wounded.", "Dozens").measures == ("killed", "injured")


@pytest.mark.parametrize(
    "text",
    [
        "A 19-year-old was killed.",
        "They were killed on 16 December.",
        "He was killed at 14 Elm Street.",
        "Two buses passed when a bomb exploded.",
        "The 12 members met after the attack.",
        "The killing of the bill took 3 days.",
        "Nobody was killed in the two attacks.",
        "No one was injured.",
    ],
)
def test_what_is_no_count_of_victims_gets_no_measure(text):
    assert [pair for pair in counts(text) if pair[1] in ("killed", "injured")] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Two men were not killed.", "denied"),
        ("They threatened to kill 10 judges.", "planned"),
        ("Ten people could be killed.", "hypothetical"),
        ("Ten people may have been killed.", "reported"),
        ("Ten people had to be hospitalized.", "asserted"),
    ],
)
def test_the_verb_group_gives_the_status(text, status):
    assert next(c for c in claims(text) if c.measures).status == status


def test_the_population_is_the_counted_phrase():
    assert claim("The strike killed 12 rebel fighters in the valley.", "12").population == "rebel fighters"
    assert claim("The plan would cut the navy's fleet by 40%.", "40%").population == "the navy's fleet"
    assert claim("12 dead after storm", "12").population is None


@pytest.mark.parametrize(
    ("text", "figure", "measure", "sure"),
    [
        ("Floods on Friday left 18 people missing.", "18", "missing", Confidence.HIGH),
        ("The blast left 41 residents dead.", "41", "killed", Confidence.HIGH),
        ("Seventeen people drowned off the coast.", "Seventeen", "killed", Confidence.HIGH),
        ("Hospitals treated 12 people wounded by shrapnel.", "12", "injured", Confidence.LOW),
        ("The death toll from the fire in Orrin rose to 61.", "61", "killed", Confidence.HIGH),
        (
            "The number of dead from a fire in a mill in the Low Vale district has climbed to 61.",
            "61",
            "killed",
            Confidence.HIGH,
        ),
        ("The fire claimed the lives of 12 workers.", "12", "killed", Confidence.HIGH),
        ("The fire has now claimed at least 12 lives.", "12", "killed", Confidence.HIGH),
        (
            "The flood forced out the mayor; 300 people were forced to leave their homes.",
            "300",
            "displaced",
            Confidence.HIGH,
        ),
        ("Nine inmates escaped from the jail.", "Nine", "escaped", Confidence.HIGH),
    ],
)
def test_how_sure_a_measure_is(text, figure, measure, sure):
    found = claim(text, figure)
    assert (found.measure, found.confidence) == (measure, sure)
