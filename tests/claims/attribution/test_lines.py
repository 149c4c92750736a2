"""Sources without a verb of their own: headlines, signatures, names alone on a line, counts by somebody, chains, nobody."""

from __future__ import annotations

import pytest

from audit.claims import find_claims


def chains(text):
    return [[link.name for link in claim.attribution.chain[1:]] for claim in find_claims(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We pulled out 31 bodies.” — Doctor Lena Marsk", "Doctor Lena Marsk"),
        ('"We pulled out 31 bodies." - Doctor Lena Marsk', "Doctor Lena Marsk"),
        ("“We pulled out 31 bodies.”\n— Doctor Lena Marsk", "Doctor Lena Marsk"),
        ("“We pulled out 31 bodies.”\n― Lena Marsk, a doctor", "Lena Marsk"),
        ("Governor Ivo Tal:\n\n“We buried 9 people.”", "Governor Ivo Tal"),
        ("31 fighters killed in west: military", "military"),
        ("Police: 31 smugglers held in port", "Police"),
        ("Health ministry: 31 dead in north", "Health ministry"),
        ("At least 31 hurt, says governor", "governor"),
        ("By the agency's own tally, 31 boats sank.", "the agency"),
        ("At least 31 boats sank by the navy's count.", "the navy"),
    ],
)
def test_who_speaks(text, source):
    assert chains(text) == [[source]]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The navy said smugglers claimed 31 dead.", ["The navy", "smugglers"]),
        ("The governor said that the army reported 31 arrests.", ["The governor", "the army"]),
        ("Tal, citing the hospital, said 31 people died.", ["Tal", "the hospital"]),
        ("Tal, quoting hospital officials, said 31 people died.", ["Tal", "hospital officials"]),
    ],
)
def test_a_chain_of_sources_goes_from_the_outermost_inwards(text, chain):
    assert chains(text) == [chain]


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that 31 people drowned.",
        "It is believed that 31 people drowned.",
        "The dead: 31 fishermen.",
        "Casualties: 31 killed.",
        "The boat held 31 people - a record.",
        "Men passed 31 boats by the pier's lamp.",
        "The storm moved on: 31 people drowned.",
    ],
)
def test_nobody_is_named(text):
    assert chains(text) == [[]]


def test_a_sentence_ends_behind_the_name_of_a_platform():
    text = "“We lost 14,” Marsk wrote on X. Marsk later posted: “We lost 15.”"
    assert chains(text) == [["Marsk"], ["Marsk"]]
