"""The same quantity told again: which figures are taken for one, and when two print one value."""

from __future__ import annotations

import pytest

from audit.account.told import told
from audit.account.values import same_value
from audit.claims import find_claims
from audit.document import Document
from audit.syntax import Reading, read


def reading(text: str) -> Reading:
    document = Document(text)
    return read(document, find_claims(document))


def pairs(text: str) -> set[tuple[str, str]]:
    return {(b.roles[0].figure.text, b.claim.figure.text) for b in told(reading(text))}


SAME = [
    ("The 38 miners were trapped. All 38 miners came out.", True),
    ("It cost 770,321 dollars. The 770,000 dollars were paid.", True),
    ("It cost 770,321 dollars. The 760,000 dollars were paid.", False),
    ("The rate is 2 percent. A rate of 3 percent was sought.", False),
    ("More than 100 people were hurt. In all 120 people were hurt.", True),
    ("More than 100 people were hurt. In all 95 people were hurt.", False),
    ("About 300 homes burned. The 296 homes stood by the river.", True),
    ("Dozens of people were held. Hundreds of people were held.", False),
    ("On 3 May 2031 it began. The war began on May 3.", True),
    ("On 3 May 2031 it began. The war began on May 4.", False),
    ("It was built in 1871. The mill of 1871 burned.", True),
    ("He died on 9 July 1703. He was buried in 1703.", True),
]


@pytest.mark.parametrize(("text", "same"), SAME)
def test_two_figures_print_one_value_or_two(text: str, same: bool) -> None:
    one, *_, other = [m for m in reading(text).mentions if m.type != "implied"]
    assert same_value(one, other) is same


def test_ages_of_two_people_are_no_repeat() -> None:
    assert ("32", "34") not in pairs("Ana Brod, 32, was held. Tomas Orin, 34, was held too.")


def test_a_repeat_is_sought_over_the_whole_text() -> None:
    between = " ".join(f"Nothing of the kind was said about house {n}." for n in ("A", "B", "C", "D", "E"))
    assert ("$13.9 million", "$13.9 million") in pairs(
        f"The firm pays a $13.9 million settlement. {between} The $13.9 million goes to the owners."
    )


def test_the_value_of_a_pair_is_none_of_its_features() -> None:
    equal = [set(b.features) for b in told(reading("The 38 miners slept. The 38 miners woke."))]
    apart = [set(b.features) for b in told(reading("The 38 miners slept. The 39 miners woke."))]
    assert equal == apart
