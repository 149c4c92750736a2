"""A quantity told again in other words: which pairs are proposed and by what rule, and which tempting ones are not."""

from __future__ import annotations

import pytest

from audit.account import proposed
from audit.account.binding import Binding
from audit.account.fit import fits
from audit.account.values import same_value
from tests.account.bound import reading_of

HARBOURS = ("Arl", "Bex", "Cor", "Dun", "Esk", "Fen", "Gol")
FAR = " ".join(f"Nobody at the harbour of {name} would talk about it." for name in HARBOURS)
FARTHER = f"{FAR} {FAR}"


def bound(text: str) -> list[Binding]:
    return [b for b in proposed(reading_of(text, "2031-05-20")) if b.operation == "restatement"]


def told(text: str) -> dict[tuple[str, str], str]:
    return {(b.roles[0].figure.text, b.claim.figure.text): b.rule for b in bound(text)}


AGAIN = [
    ("group", "Two sisters fell ill. Doctors sent the pair home.", ("Two", "pair")),
    ("group", "Four owlets hatched in the tower. The quartet left in June.", ("Four", "quartet")),
    ("group", "At least five pilots were fined. The quintet will appeal.", ("five", "quintet")),
    ("group", "She has twin daughters, aged 9. Both girls swim.", ("twin", "Both")),
    ("group", "Ode scored a hat-trick. His three goals came before the break.", ("hat-trick", "three")),
    ("group", "Police stopped a trio of cyclists. Those three had no lights.", ("trio", "three")),
    ("group", "Police stopped a trio of cyclists. Those four had no lights.", ("trio", "four")),
    ("group", f"Three drummers were hired. {FAR} The trio played on.", ("Three", "trio")),
    ("back", f"Eleven sailors drowned. {FARTHER} Relatives of the eleven came.", ("Eleven", "eleven")),
    ("back", f"Eleven sailors drowned. {FARTHER} Relatives of those twelve came.", ("Eleven", "twelve")),
    ("back", f"Seven monks have not been seen. {FARTHER} The missing seven are old.", ("Seven", "seven")),
    ("back", f"Eight technicians found it. {FARTHER} The eight inspectors were praised.", ("Eight", "eight")),
    ("standing", "A landslide killed 27 miners. At dusk twenty-seven lanterns burned.", ("27", "twenty-seven")),
    ("standing", "A landslide killed 27 miners. At dusk twenty-six lanterns burned.", ("27", "twenty-six")),
    ("standing", "Six nurses died of it. The stone bears six names.", ("Six", "six")),
    ("standing", "He was held for 96 days. He cut ninety-six notches in a door.", ("96 days", "ninety-six")),
    ("standing", "The fund took in 43 orphans. It runs on 43 cots.", ("43", "43")),
    ("bare", "The trust gave $3.5 million. The three and a half million will buy beds.", ("$3.5 million", "three and a half million")),  # noqa: E501
    ("bare", "The judge gave him six years. He said that the six would be served.", ("six years", "six")),
    ("bare", "Prize of one million for a baker. The prize is worth 1,000,000 francs.", ("one million", "1,000,000 francs")),
    ("bare", 'The levy is 38 per cent. "Thirty-eight is too much," she said.', ("38 per cent", "Thirty-eight")),
    ("length", "The council has 60 days to reply. After those two months it may sue.", ("60 days", "two months")),
    ("length", "The council has 60 days to reply. After those three months it may sue.", ("60 days", "three months")),
    ("length", "Food for a fortnight was left. After those fourteen days none was.", ("a fortnight", "fourteen days")),
    ("length", "The road was shut for 11 months. Nearly a year of mud lay on it.", ("11 months", "a year")),
    ("length", "It rained for 36 hours. That day and a half drowned the crop.", ("36 hours", "That day and a half")),
    ("length", "She taught for 31 years. Those 31 winters made her hoarse.", ("31 years", "31")),
    ("hour", "It fell at twenty past four in the morning. By 4.20 a.m. all were awake.", ("twenty past four", "4.20 a.m.")),
    ("hour", "It fell at twenty past four in the morning. By 4.40 a.m. all were awake.", ("twenty past four", "4.40 a.m.")),
    ("main", "Rents in Vesk up 6 percent. Landlords took 7 percent more in May.", ("6 percent", "7 percent")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "pair"), AGAIN)
def test_a_quantity_is_told_again_in_other_words(rule: str, text: str, pair: tuple[str, str]) -> None:
    assert told(text).get(pair) in (f"told.{rule}", "told.count", "told.percent", "told.reworded")


OTHERS = [
    ("Two lorries burned. Both women fled.", ("Two", "Both")),
    (f"Eleven sailors drowned. {FARTHER} The last eleven trams left.", ("Eleven", "eleven")),
    ("The town has 14 mills. It rained on nine days.", ("14", "nine days")),
    ("He was held for 60 days. The truce took three months.", ("60 days", "three months")),
    ("It costs $3.4 million. In the town are 340 goats.", ("$3.4 million", "340")),
    ("Ana Brod, 32, was held. Tomas Orin, 34, was held too.", ("32", "34")),
    ("It rained. It fell at 4.20 a.m. and rose at 9.40 p.m. on Monday. It sank at 8 a.m.", ("9.40 p.m.", "8 a.m.")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pair"), OTHERS)
def test_what_is_tempting_is_not_proposed(text: str, pair: tuple[str, str]) -> None:
    assert pair not in told(text)


LENGTHS = [
    ("It took 90 days. It took three months.", True),
    ("It took 90 days. It took four months.", False),
    ("It took 48 hours. It took two days.", True),
    ("It took 48 hours. It took three days.", False),
    ("It took 18 months. It took two years.", False),
    ("It took 21 months. It took almost two years.", True),
    ("It took 26 months. It took more than two years.", True),
    ("It took 22 months. It took more than two years.", False),
    ("It took ten years. It took a decade.", True),
]


@pytest.mark.parametrize(("text", "same"), LENGTHS)
def test_lengths_of_unlike_units_are_compared_by_their_days(text: str, same: bool) -> None:
    assert any(b.rule == "told.length" and fits(b) for b in bound(text)) is same


HOURS = [
    ("at five past six in the morning", "at 6.05 a.m.", True),
    ("at five past six in the evening", "at 6.05 a.m.", False),
    ("at five past six", "at 6.05 p.m.", True),
    ("at a quarter to ten in the evening", "at 9.45 p.m.", True),
    ("at half past nine", "at 9.30 a.m.", True),
    ("at half past nine", "at 9.20 a.m.", False),
    ("at ten to three in the afternoon", "at 14:50", True),
]


@pytest.mark.parametrize(("one", "other", "same"), HOURS)
def test_a_time_is_read_from_figures_and_from_words(one: str, other: str, same: bool) -> None:
    first, later = (m for m in reading_of(f"It fell {one}. It rose {other}.").mentions if m.type == "time")
    assert same_value(first, later) is same


def test_what_points_back_is_tried_whatever_it_prints() -> None:
    texts = (f"11 sailors drowned. {FARTHER} Relatives of the {number} are angry." for number in (11, 12))
    equal, apart = ([set(b.features) for b in bound(text) if b.rule == "told.back"] for text in texts)
    assert equal == apart != []
