"""What is called inconsistent by all that speaks for an error; what looks like it is asked about, or nothing is said."""

from __future__ import annotations

import pytest

from audit import Document, check
from audit.checks.check import Verdict

WRONG = [
    ("The lake is 640 metres, or 1,400 feet, deep.", "unit_conversion", "1,400 feet"),
    ("No ship may come within 12 nautical miles (18 km) of the island.", "unit_conversion", "18 km"),
    ("The shaft is 13 feet (2 metres) wide.", "unit_conversion", "2 metres"),
    ("Four aides left: Adler, Brandt and Costa.", "count", "Four"),
    (
        "They married in 1968 and lived together for 40 years, until his death in 2018.",
        "duration",
        "40 years",
    ),
    ("Of the 88 seats the Greens hold 34, leaving 45 for the others.", "remainder", "45"),
    ("The air force flew 2,016 sorties in six weeks, an average of 400 a week.", "rate", "400"),
    ("The blast killed 23 people: 11 patients, seven nurses and six doctors.", "sum", "23"),
]
TEMPTING = [
    "The camp lies 50 km (30 miles) west of Kesh.",
    "Found in space, below -420F (-250C), it does not melt.",
    "Below minus 40C (minus 40F) nothing starts.",
    "Spending on the school rose by 8 per cent, while enrolment went up from 402 to 421.",
    "Nine were hurt: six Danes and five Swedes, two of whom hold both passports.",
    "Four aides left, Adler and Brandt among them.",
    "Wells were bored: in Kesh five, in Orrin three, in Vell one and in Lund 11.",
    "The bourse said on 3 April that 8 April will be the last day on which its shares are traded.",
    "Of the 88 seats the Greens hold 34, and the Reds 45.",
    "He married in 1968. They lived in Orrin for 40 years, and he died in 2018.",
    "It flew 2,016 sorties in six weeks; at its height it flew 400 a week.",
    "Growth in sales slowed to 3.4 per cent in May from 5.2 per cent in April.",
    "The jobless rose to 61,400 or 8.1 per cent of the workforce from 59,200 or 7.9 per cent.",
    "It will redeem 300 of its 900 seven per cent preferred shares.",
    "The celebration on 24 May marks 40 years since the port was freed.",
    "Miss Amber won with 14,700 votes. There were 35,900 votes in all, which gives her 41 per cent.",
    "By noon 8,700 of the 21,300 on the roll had voted; the final turnout was 63 per cent.",
    "The store in Orrin has 11 lanes and Ada Boyle runs it. The store in Kesh has 12 lanes and Ines Lund runs it.",
]


@pytest.mark.parametrize(("text", "operation", "figure"), WRONG, ids=[text[:40] for text, *_ in WRONG])
def test_what_its_words_bind_and_its_numbers_do_not(text: str, operation: str, figure: str) -> None:
    found = [each for each in check(Document(text)).checks if each.verdict is Verdict.INCONSISTENT]
    assert [(str(each.operation), each.claim.figure.text) for each in found] == [(operation, figure)]


@pytest.mark.parametrize("text", TEMPTING, ids=[text[:40] for text in TEMPTING])
def test_what_only_looks_like_it(text: str) -> None:
    assert [each.working for each in check(Document(text)).checks if each.verdict is Verdict.INCONSISTENT] == []


def test_several_weekdays_that_miss_a_guessed_year_are_asked_about() -> None:
    text = (
        "The port reopened on {} (April 20). The dredger left on {} (April 22), the harbour master said in a report that "
        "the board of the port had read on the same evening, and it will not be back before the spring, when the river "
        "carries less sand and the quays are less busy than they are now."
    )

    def verdicts(*days: str) -> set[Verdict]:
        document = Document(text.format(*days), published="2032-04-26")
        return {each.verdict for each in check(document).checks if str(each.operation) == "day_of_week"}

    assert Verdict.INCONSISTENT in verdicts("Tuesday", "Friday")
    assert Verdict.INCONSISTENT not in verdicts("Wednesday", "Friday")
