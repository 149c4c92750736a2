"""What is worked out from figures that stand sentences away: proposed by what they count, and tempting wrong ones not."""

from __future__ import annotations

import pytest

from audit.account import proposed
from audit.account.fit import fits
from tests.account.bound import reading_of


def operands(text: str, claim: str, rule: str) -> dict[tuple[str, ...], bool]:
    """The operands of each binding of a rule for a figure, in the order of the roles, and whether they fit."""
    return {
        tuple(role.figure.text for role in b.roles): fits(b)
        for b in proposed(reading_of(text))
        if b.claim.figure.text == claim and b.rule.startswith(rule)
    }


FILLER = "The weather was fine for the whole of that week. Nobody in the town had slept. It is known for its bells."

PROPOSED = [
    ("A garrison of 500 held the pass. " + FILLER + " Of the men 90 had died and 110 were hurt; the 300 who could still "
     "walk were led away.", "300", "rest.", ("500", "90", "110")),
    ("The gang seized a party of 9 at the dam. " + FILLER + " Three were let go for ransom. The other six are still held.",
     "six", "rest.", ("9", "Three")),
    ("The fleet had 8 minibuses. On the way 30 guests got off. Three of the buses broke down. The five others arrived.",
     "five", "rest.", ("8", "Three")),
    ("It passed with 40 votes for and 31 against. The remaining four members of the 75-seat chamber stayed away.",
     "four", "rest.of_whole", ("75", "40", "31")),
    ("The school enrolled 70 pupils. " + FILLER + " Twelve of the children fell ill. The 58 others went on the trip.",
     "58", "rest.", ("70", "Twelve")),
    ("The law passed by 44 votes to 37. " + FILLER + " " + FILLER + " He spoke of the seven-vote margin.",
     "seven", "margin.", ("37", "44")),
    ("The duke began with 9,000 men; by night the rolls showed 7,200. " + FILLER + " The 1,800 soldiers missing had fled.",
     "1,800", "margin.", ("7,200", "9,000")),
    ("The age at which one may drive rises from 16 to 18. " + FILLER + " The two additional years anger the young.",
     "two", "margin.", ("18", "16")),
    ("The storm killed six people. " + FILLER + " In Orm a couple died in a cellar. Four workers were killed at a quay.",
     "six", "sum_apart.ahead", ("couple", "Four")),
    ("The choir has 31 singers in Vale and 22 singers in Holm. " + FILLER + " All 53 singers will come.",
     "53", "sum_apart.back", ("31", "22")),
    ("Over six Fridays 4,200 people came to the pool, an average of 700 each time.", "700", "rate.shared", ("4,200", "six")),
    ("Three hundred kilometres in 15 days: a dog is home. " + FILLER + " It averaged 20 km a day.",
     "20 km a day", "rate.together", ("Three hundred kilometres", "15 days")),
    ("The flood cut off 40 farms. Each got 12 tonnes of hay. It came by boat. The 480 tonnes will last until May.",
     "480 tonnes", "product.taken_up", ("40", "12 tonnes")),
    ("One in four drivers over the limit. Police stopped 320 drivers on Sunday. They fined 80 of them.",
     "One in four", "fraction_of.headline", ("80", "320")),
    ("The concert drew 500 people on Sunday. It was free. The village has 1,500 inhabitants, so a third of them came.",
     "a third", "fraction_of.kin", ("500", "1,500")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "rule", "named"), PROPOSED)
def test_what_stands_sentences_away_is_proposed(text: str, claim: str, rule: str, named: tuple[str, ...]) -> None:
    found = operands(text, claim, rule)
    assert {tuple(sorted(names)) for names, fit in found.items() if fit} >= {tuple(sorted(named))}, found


TEMPTING = [
    # another kind of thing, though the numbers fit
    ("The firm has 500 lorries. It sold 200 pianos. The remaining 300 people left.", "300", "rest.", ("500", "200")),
    # no word makes it a rest
    ("The valley has 50 farms. Twenty of the farms were flooded. Then 30 farms burned.", "30", "rest.", ("50", "Twenty")),
    # an age is no part of a whole
    ("The camp held 90 people. Ana Orr, 40, ran it. The other 50 were guards.", "50", "rest.", ("90", "40")),
    # what is told in passing was counted before
    ("The slide hit 60 people. " + FILLER + " It killed 20, among them 10 nurses. The other 40 were unhurt.",
     "40", "rest.all", ("60", "20", "10")),
    # nothing says that they differ by it
    ("The law passed by 44 votes to 37. " + FILLER + " It has seven votes upstairs.", "seven", "margin.", ("37", "44")),
    # the two are not told together
    ("The duke began with 9,000 men. " + FILLER + " " + FILLER + " A rival had 7,200 men. The 1,800 missing had fled.",
     "1,800", "margin.", ("7,200", "9,000")),
    # of other kinds
    ("The storm killed six people. " + FILLER + " It sank two boats. It felled four oaks.",
     "six", "sum_apart", ("two", "four")),
    # no share among days of what is no average
    ("Over six Fridays 4,200 people came to the pool. The 700 lockers were full.", "700", "rate.", ("4,200", "six")),
    # no price for one
    ("The flood cut off 40 farms. A boat brought 12 tonnes of hay. The 480 tonnes of coal sank.",
     "480 tonnes", "product.taken_up", ("40", "12 tonnes")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "rule", "named"), TEMPTING)
def test_a_tempting_wrong_one_is_not(text: str, claim: str, rule: str, named: tuple[str, ...]) -> None:
    assert tuple(sorted(named)) not in {tuple(sorted(names)) for names in operands(text, claim, rule)}


def test_a_text_of_a_thousand_figures_is_bound_in_proportion() -> None:
    def bindings(figures: int) -> int:
        text = " ".join(
            f"The other {n} men of the {n + 9} men died, so {n} men were left." for n in range(9, 9 + figures)
        )
        return sum(b.rule.startswith(("rest", "sum_apart", "margin")) for b in proposed(reading_of(text)))

    assert bindings(200) < 12 * bindings(20) + 100
