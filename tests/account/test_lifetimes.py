"""Ages with births and days that stand anywhere in the text."""

from __future__ import annotations

import pytest

from audit.account import proposed
from audit.account.fit import fits
from tests.account.bound import reading_of


def found(text: str, claim: str) -> dict[tuple[str, ...], bool]:
    return {
        tuple(role.figure.text for role in binding.roles): fits(binding)
        for binding in proposed(reading_of(text))
        if binding.form == "age" and binding.claim.figure.text == claim
    }


GAP = "Nobody knew why. Some wept. Others went home. A dog barked. "
AGES = [
    (
        f"Ada Brask, who has died aged 91, dug wells. {GAP}She was born in Holm on 3 February 1932. "
        f"{GAP}She died on 4 May 2023.",
        "91",
        "3 February 1932",
        "4 May 2023",
    ),
    (
        f'She was born on 3 February 1932. {GAP}Her best known book is of 1977. "I was 45 and they laughed," she said.',
        "45",
        "3 February 1932",
        "1977",
    ),
    (
        f"Sculler takes the title at 38\n\nMila Hart won on Sunday. "
        f"{GAP}Born in Lund in 1985, she won on 10 September 2023.",
        "38",
        "1985",
        "10 September 2023",
    ),
    (
        "Teodor Quill (3 March 1829 – 28 December 1903) was a soldier. He bred horses, and died at Pell aged 74.",
        "74",
        "3 March 1829",
        "28 December 1903",
    ),
    ("Born at Castle Mere in 1941, Ana Quill wrote plays. She died in 2024, aged 82.", "82", "1941", "2024"),
    (
        "The steamer Orla, built in 1894, was 23 when a mine sank her on 3 November 1917.",
        "23",
        "1894",
        "3 November 1917",
    ),
    (
        f"The tower turned 100 on Sunday. {GAP}Finished in 1924, it leans. {GAP}The anniversary, in 2024, was marked.",
        "100",
        "1924",
        "2024",
    ),
]


@pytest.mark.parametrize(("text", "claim", "born", "day"), AGES)
def test_an_age_is_tried_with_a_far_birth(text: str, claim: str, born: str, day: str) -> None:
    assert found(text, claim)[born, day] is True


TEMPTING = [
    ("She was born in 1932. She died in 2023 and left 91 paintings.", "91"),
    ("She was born in 1932. In 2023 the share price was 91 crowns.", "91"),
    ("She was born in 1932. In 2023 she came home with 91 others.", "91"),
    ("She died in 2023. The flood of 1932 had killed 91.", "91"),
]


@pytest.mark.parametrize(("text", "claim"), TEMPTING)
def test_a_number_of_things_is_no_age(text: str, claim: str) -> None:
    assert found(text, claim) == {}


def test_a_wrong_age_does_not_fit() -> None:
    text = "Born at Castle Mere in 1941, Ana Quill wrote plays. She died in 2024, aged 86."
    assert found(text, "86")["1941", "2024"] is False


def test_words_of_the_next_clause_make_no_birth() -> None:
    text = "Ivo Mark turns 80 on 14 May 2026; he was born in Lund in 1946."
    assert list(found(text, "80")) == [("1946", "14 May 2026")]
