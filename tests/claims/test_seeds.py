"""What the three seed articles must show, worked by hand."""

from datetime import date
from pathlib import Path

import pytest

from audit.claims import find_claims
from audit.claims.claim import Relation
from audit.text.document import Document

SEEDS = Path(__file__).parents[2] / "seeds"


def read(name, published):
    document = Document((SEEDS / name).read_text(encoding="utf-8"), name=name, published=published)
    return {c.figure.text: c for c in find_claims(document)}, find_claims(document)


@pytest.fixture(scope="module")
def upi():
    return read("upi-2024-02-01.txt", date(2024, 2, 1))


@pytest.fixture(scope="module")
def itv():
    return read("itv-2024-04-07.txt", date(2024, 4, 7))[0]


@pytest.fixture(scope="module")
def afp():
    return read("afp-2024-04-07.txt", date(2024, 4, 7))[0]


def test_upi_killed_and_another_as_many_wounded(upi):
    killed, wounded = [c for c in upi[1] if c.figure.text == "10,000"]
    assert (killed.measure, wounded.measure) == ("killed", "injured")
    assert killed.population == wounded.population == "Hamas fighters"
    assert (killed.relation, wounded.relation) == (None, Relation.ADDITION)


def test_upi_strength_and_reduction(upi):
    strength = upi[0]["between 30,000 and 40,000"]
    assert (strength.measure, strength.population) == ("strength", "Hamas' pre-war forces")
    reduction = upi[0]["56-75%"]
    assert (reduction.measure, reduction.population) == ("reduction", "Hamas' forces")


def test_upi_shafts_and_sites(upi):
    assert upi[0]["70"].measure == "destroyed"
    assert (upi[0]["two"].measure, upi[0]["two"].population) == ("disabled", "Hamas missile launch sites")
    assert upi[0]["70"].as_of == date(2024, 2, 1)


def test_itv(itv):
    assert itv["a hundred"].measure == "searched"
    assert itv["900 meters"].measure == "length"
    assert itv["four months"].measure == "duration"
    assert itv["four months"].place == "Gaza"


def test_afp(afp):
    assert afp["thousands"].measure == "killed"
    assert (afp["1.5 million"].measure, afp["1.5 million"].place) == ("displaced", "Rafah")
    assert afp["1.5 million"].population == "Gazans"
