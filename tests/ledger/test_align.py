"""Whether two sentences count one thing: people by what they are there, areas by unit, fines by whom, and scope."""

from __future__ import annotations

from datetime import date

import pytest

from audit.checks.check import Operation, Verdict
from audit.claims.claim import Claim
from audit.ledger import compare
from audit.ledger.statement import Statement, statements
from audit.ledger.where import where_of
from audit.pipeline import check_document
from audit.result import Part
from audit.text.document import Document

TOLD = date(2031, 5, 8)
"""A Thursday."""


def part(text: str, publisher: str) -> Part:
    return check_document(
        Document(text, name=f"{publisher}.txt", origin=publisher, publisher=publisher, published=TOLD)
    )


def verdicts(one: str, other: str) -> list[Verdict]:
    found = compare([part(one, "Gull"), part(other, "Tern")])
    return [check.verdict for check in found if check.operation is Operation.CONTRADICTION]


def claims(text: str) -> tuple[Claim, ...]:
    return part(text, "Gull").claims


def the_statement(text: str) -> Statement:
    (made,) = statements(claims(text))
    return made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The fire on Mount Odell had burned 2,000 hectares by Wednesday, rangers said.",
            "By Wednesday the blaze on Mount Odell had charred 9,000 acres, the county said.",
        ),
        (
            "Regulators fined Corvane Bank 12 million euros on Wednesday.",
            "Corvane Bank must pay a penalty of 31 million euros, a regulator announced on Wednesday.",
        ),
        (
            "Twelve passengers were killed when a train derailed near Sulin on Tuesday.",
            "The derailment near Sulin on Tuesday left 27 people dead.",
        ),
    ],
    ids=["acres", "fine", "passengers"],
)
def test_other_words_for_one_count(one: str, other: str) -> None:
    assert verdicts(one, other) == [Verdict.INCONSISTENT]


def test_workers_in_a_mine_are_miners() -> None:
    made = the_statement("Rescuers tried on Wednesday to reach 44 workers trapped in the Harrow coal mine.")
    assert (made.what, made.people) == ("trapped", {"miner"})


def test_one_area_in_two_units_fits() -> None:
    one = "The fire on Mount Odell had burned 2,000 hectares by Wednesday, rangers said."
    other = "By Wednesday the blaze on Mount Odell had charred 4,940 acres, the county said."
    assert Verdict.INCONSISTENT not in verdicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corvane was fined $12 million on Wednesday.", "Corvane's former head was fined $2 million on Wednesday."),
        (
            "The raid on Ostrel on Tuesday killed 19 people, including two attackers.",
            "The raid on Ostrel on Tuesday killed 17 people, not counting the attackers.",
        ),
        (
            "In Palden 90 pupils fell ill on Tuesday.",
            "In Palden 31 pupils of the Mayhew school fell ill on Tuesday.",
        ),
        (
            "Officials said 7,000 people in Tollmer might have to be evacuated on Wednesday.",
            "Officials evacuated 900 people in Tollmer on Wednesday.",
        ),
        (
            "The guard denied on Wednesday that 50 men had been killed at Ostrel.",
            "The guard said on Wednesday that 8 men had been killed at Ostrel.",
        ),
        (
            "Twelve bus passengers died when a truck hit a bus near Sulin on Tuesday.",
            "The crash of a truck and a bus near Sulin on Tuesday killed 27 people.",
        ),
        (
            "The flood has submerged 8,000 hectares of farmland near Sulin since Monday.",
            "The flood has submerged 21,000 hectares near Sulin since Monday.",
        ),
    ],
    ids=["another's fine", "left out", "a school", "may come", "denied", "two vehicles", "farmland"],
)
def test_what_only_looks_like_one_count(one: str, other: str) -> None:
    assert Verdict.INCONSISTENT not in verdicts(one, other)


def test_a_count_plays_where_its_own_clause_says() -> None:
    text = "Tuesday's raid on Port Ostrel killed 23 people, and another in Palden killed six."
    first, *_, last = [claim for claim in claims(text) if claim.measures]
    assert where_of(first, text).name == "Port Ostrel"
    assert where_of(last, text).name == "Palden"


def test_the_date_of_a_dateline_is_not_the_day_of_the_event() -> None:
    made = the_statement("SULIN, May 8 - Nineteen people drowned when a ferry capsized on Lake Orm on Tuesday.")
    assert made.day == date(2031, 5, 6)


def test_one_town_in_two_spellings() -> None:
    assert the_statement("A strike on Tel Morran on Tuesday killed 5 people.").names & {
        name for name in the_statement("A strike on Tall Moran on Tuesday killed 5 people.").names if " " in name
    }
