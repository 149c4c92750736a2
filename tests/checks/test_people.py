import pytest

from audit.checks.people import is_people


@pytest.mark.parametrize(
    "noun", ["person", "child", "miner", "villager", "Syrian", "policeman", "journalist", "hostage"]
)
def test_people(noun):
    assert is_people(noun)


@pytest.mark.parametrize("noun", ["family", "generation", "house", "attack", "shelter", "tank", "village"])
def test_what_holds_people_is_none(noun):
    assert not is_people(noun)
