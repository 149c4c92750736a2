"""Whether two figures speak of one thing at one time: what the features of a pair say, and that none knows the values."""

from __future__ import annotations

import pytest

from audit.account.dates_again import dates_again
from audit.account.told import told
from tests.account.bound import reading_of

PAIRS = [
    (
        "Firemen in Orrin opened the hall with 11 beds in May. Firemen in Kesh opened the hall with 12 beds in May.",
        "own:both",
    ),
    ("In 2031 the port took 640 ships. In 2032 the port took 660 ships.", "when:differ"),
    ("In 2031 the port took 640 ships. The 640 ships of 2031 were tankers.", "when:same"),
    ("The army said 31 boats sank. The navy said 34 boats sank.", "source:differ"),
    ("The hall has 160 seats. It is a 160-seat hall.", "b:compound"),
    ("He paid 300 dollars for 40 crates. She paid 300 dollars for 45 crates.", "figures:100"),
]


def features(text: str) -> set[str]:
    """Those of the pair of the first two figures that are taken for one."""
    found = reading_of(text)
    return {name for binding in told(found) for name in binding.features}


@pytest.mark.parametrize(("text", "name"), PAIRS, ids=[name for _, name in PAIRS])
def test_what_is_told_about_both_is_compared(text: str, name: str) -> None:
    assert name in features(text)


def test_a_date_is_not_known_to_agree_by_itself() -> None:
    found = reading_of("The port opened on 3 May 2031. It was on 3 May 2031 that the first ship came.")
    names = {name for binding in dates_again(found) for name in binding.features}
    assert names
    assert not any(name.startswith(("when", "year", "as_of")) for name in names)


def test_no_feature_of_a_pair_changes_with_its_value() -> None:
    one = features("The port took 640 ships in May. It said later that the 640 ships were tankers.")
    other = features("The port took 640 ships in May. It said later that the 690 ships were tankers.")
    assert {name for name in one if not name.startswith("others")} == {n for n in other if not n.startswith("others")}
