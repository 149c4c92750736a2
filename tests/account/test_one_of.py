"""One of those counted, told by a word or a name: which count it belongs to, and what is none of it."""

from __future__ import annotations

import pytest

from audit.account.fit import fits
from audit.account.one_of import one_of
from tests.account.bound import reading_of

TOLD = [
    ("Two people, including a police officer, were hurt in Kesh.", [("Two", "a police officer")]),
    ("The rebels freed three hostages, including Yoel Maric.", [("three", "Yoel Maric")]),
    ("Ten soldiers (including an officer), who fled, were found.", [("Ten", "an officer")]),
    ("Nine rebels, including a high-profile leader who fled, died.", [("Nine", "a high-profile leader")]),
    ("Two men, among them Ada Boyle and a porter, were held.", [("Two", "Ada Boyle"), ("Two", "a porter")]),
    ("Three men, including singer Brett Amory, died.", [("Three", "singer Brett Amory")]),
    ("Two drovers, including a 13-year-old boy, were held.", [("Two", "a 13-year-old boy")]),
    ("Eight men, among them two sergeants and a farrier, got home.", [("Eight", "a farrier")]),
    ("Six people, including his wife, died.", [("Six", "his wife")]),
    ("Forty people, including 12 children, were hurt.", []),
    ("Forty people were hurt. He spoke of much, including a bridge.", []),
    ("Some 40 people, including a dozen nurses, were hurt.", []),
    ("It sold drones worth 40 million dollars, including a spare engine.", []),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_belongs_to_the_count_before_it(text: str, wanted: list[tuple[str, str]]) -> None:
    found = [(b.claim.figure.text, b.roles[0].figure.text) for b in one_of(reading_of(text))]
    assert found == wanted


def test_a_count_is_at_least_one_of_its_own() -> None:
    (binding,) = one_of(reading_of("Two people, including a police officer, were hurt in Kesh."))
    assert fits(binding)
    figure = binding.roles[0].figure
    assert (figure.start, figure.text) == (22, "a police officer")
