"""Running totals, what is left, rates and shares of a population, through the whole road."""

import pytest

import audit
from audit.checks.check import Verdict

FITS = (Verdict.CONSISTENT, Verdict.CONSISTENT_WITH_ROUNDING)


def verdicts(text):
    return {check.claim.figure.text: check.verdict for check in audit.check(audit.Document(text)).checks}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Six more divers died, bringing the death toll from 41 to {}.", "47"),
        ("Six more divers died, raising the death toll to {} from 41.", "47"),
        ("The death toll, which stood at 41 on Sunday, rose by 6 to {}.", "47"),
        ("The militia took 64 hostages and has released 23, leaving {} in captivity.", "41"),
        ("The militia freed 23 of the 64 hostages, leaving {} in captivity.", "41"),
        ("They counted 1,510 deaths in 30 days, an average of {} a day.", "50"),
        ("They counted 18 deaths a day over 30 days, a total of {} deaths.", "540"),
        ("Last year 240 people were murdered in the city of 1.2 million, a rate of {} per 100,000 residents.", "20"),
        ("The war displaced 450,000 people, {}% of the province's population of 1.5 million.", "30"),
    ],
)
def test_a_figure_that_follows_and_one_that_does_not(text, claim):
    fits = verdicts(text.format(claim))
    assert any(verdict in FITS for printed, verdict in fits.items() if printed.startswith(claim))
    assert Verdict.INCONSISTENT not in fits.values()
    wrong = str(int(claim) * 2 - 1)
    found = verdicts(text.format(wrong))
    flagged = [printed for printed, verdict in found.items() if verdict is Verdict.INCONSISTENT]
    assert len(flagged) == 1
    assert flagged[0].startswith(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Two divers were killed on Saturday. The death toll since January now stands at 118.",
        "The toll in the north stood at 40.\n\nIn the south six more died, bringing the toll to 90.",
        "The strike killed 15 people and wounded 40, bringing total casualties this year to 650.",
        "The militia took 64 hostages. It released 23 women, and 12 men escaped; 20 remain missing.",
        "They counted 1,510 deaths in 30 days, and 12 a day are hurt.",
        "They fired 90 shells in 3 days and killed 14 people, or some 70 a day.",
        "Some 4,000 people, 12% of the displaced population of Gaza, are ill.",
        "Some 4,000 people, 12% of the population of Nowhere, are ill.",
        "The town of 9,000 people fled; 60% of the population of 2 million abroad came home.",
    ],
)
def test_what_only_looks_derived_raises_no_flag(text):
    assert Verdict.INCONSISTENT not in verdicts(text).values()
