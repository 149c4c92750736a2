from fractions import Fraction

import pytest

import audit
from audit.checks.check import Verdict
from audit.checks.reduction import reduction
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.text.document import Document
from tests.checks.handmade import claim, verdicts


def texts(
    share, value, *, strength="between 30,000 and 40,000", size=(30000, 40000), sentence=None, group="Red Band fighters"
):
    """A text with 10,000 killed and 10,001 wounded, a share and a strength, and its four claims."""
    tail = (
        sentence
        or "That would suggest that the army has reduced Red Band's forces by {}, presuming pre-war forces of {}."
    )
    lead = "The minister said that 10,000 Red Band fighters had been killed and 10,001 wounded."
    text = f"{lead}\n\n{tail.format(share, strength)}"
    document = Document(text)
    kind = Kind.PERCENT if "%" in share else Kind.FRACTION
    return document, (
        claim(document, "10,000", 10000, 0, measures=("killed",), population=group),
        claim(document, "10,001", 10001, 1, measures=("injured",), population=group),
        claim(document, share, value, 2, kind=kind, unit="percentage"),
        claim(document, strength, Interval.of(*size), 3, measures=("strength",)),
    )


def test_a_range_is_compared_end_by_end_and_both_readings_are_shown():
    (found,) = verdicts(reduction, *texts("56-75%", Interval.of(56, 75)))
    assert found.verdict is Verdict.INCONSISTENT
    assert [reading.label for reading in found.readings] == [
        "killed and wounded together over strength",
        "killed alone over strength",
    ]
    together = found.readings[0].as_printed
    assert (round(together.low), round(together.high)) == (50, 67)


def test_both_ends_imply_the_losses():
    (found,) = verdicts(reduction, *texts("56-75%", Interval.of(56, 75)))
    implied = found.implied[0]
    assert (implied.value.low, implied.value.high) == (22400, 22500)
    assert Fraction(11, 100) < implied.slack < Fraction(13, 100)


@pytest.mark.parametrize(("share", "value"), [("50-67%", Interval.of(50, 67)), ("25-33%", Interval.of(25, 33))])
def test_either_reading_may_fit(share, value):
    (found,) = verdicts(reduction, *texts(share, value))
    assert found.verdict in (Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING)


@pytest.mark.parametrize(
    "sentence",
    [
        "Red Band has lost {} of its fighters, if its strength was {}.",
        "Some {} of Red Band's fighters have been killed, if its strength was {}.",
        "The army has destroyed {} of the Red Band force, which numbered {}.",
        "Red Band's forces have been cut by {}, given a strength of {}.",
    ],
)
@pytest.mark.parametrize(
    ("share", "value", "verdict"), [("50%", 50, Verdict.CONSISTENT), ("80%", 80, Verdict.INCONSISTENT)]
)
def test_constructions(sentence, share, value, verdict):
    (found,) = verdicts(reduction, *texts(share, value, sentence=sentence, strength="40,000", size=(40000,)))
    assert found.verdict is verdict


def test_losses_of_another_group_are_not_its_losses():
    (found,) = verdicts(reduction, *texts("80%", 80, group="civilians", strength="40,000", size=(40000,)))
    assert found.verdict is Verdict.UNVERIFIABLE
    assert found.missing == ("the losses of the force",)


def test_the_losses_of_one_attack_are_not_all_its_losses():
    text = "A strike on the camp killed 12 fighters. The group, which had 400 fighters, has lost 50% of its men."
    found = next(check for check in audit.check(text).checks if str(check.operation) == "reduction")
    assert found.claim.figure.text == "50%"
    assert found.verdict is Verdict.UNVERIFIABLE
    assert found.missing == ("a strength and losses that are surely of the same group and time",)


def test_without_a_strength_it_says_so():
    document, claims = texts(
        "80%",
        80,
        sentence="The army has reduced Red Band's forces by {}, it said, over {} days.",
        strength="40",
        size=(40,),
    )
    (found,) = verdicts(reduction, document, claims[:3])
    assert found.missing == ("the strength of the force",)


def test_a_share_of_something_else_is_left_alone():
    assert verdicts(reduction, *texts("80%", 80, sentence="The blockade has cut imports by {}; the army has {}.")) == []
