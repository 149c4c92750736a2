"""The figures of the three seed articles, worked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.figures import find_figures
from audit.figures.figure import Bound, Figure, Kind

SEEDS = Path(__file__).parents[2] / "seeds"


def figures(name: str) -> tuple[Figure, ...]:
    return find_figures((SEEDS / name).read_text(encoding="utf-8"))


def one(name: str, text: str, nth: int = 0) -> Figure:
    return [figure for figure in figures(name) if figure.text == text][nth]


@pytest.mark.parametrize("name", ["afp-2024-04-07.txt", "itv-2024-04-07.txt", "upi-2024-02-01.txt"])
def test_offsets_point_into_the_article(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.text


def test_upi_quantities_in_order() -> None:
    quantities = [figure.text for figure in figures("upi-2024-02-01.txt") if figure.is_quantity]
    assert [text for text in quantities if text not in ("days", "weeks")] == [
        "10,000",
        "10,000",
        "a few weeks",
        "56-75%",
        "between 30,000 and 40,000",
        "70",
        "two",
        "several",
    ]


def test_killed_fighters_and_the_noun_carried_to_the_wounded() -> None:
    killed, wounded = one("upi-2024-02-01.txt", "10,000"), one("upi-2024-02-01.txt", "10,000", 1)
    assert (killed.noun, killed.phrase and killed.phrase.text, killed.carried) == ("fighter", "Hamas fighters", False)
    assert (wounded.noun, wounded.phrase, wounded.carried) == ("fighter", killed.phrase, True)
    assert killed.value.low == wounded.value.high == 10_000


def test_ranges() -> None:
    share = one("upi-2024-02-01.txt", "56-75%")
    assert (share.value.low, share.value.high, share.kind, share.unit) == (56, 75, Kind.PERCENT, "percentage")
    strength = one("upi-2024-02-01.txt", "between 30,000 and 40,000")
    assert (strength.value.low, strength.value.high, strength.is_range) == (30_000, 40_000, True)


def test_shafts_and_launch_sites() -> None:
    shafts = one("upi-2024-02-01.txt", "70")
    assert (shafts.bound, shafts.cue and shafts.cue.text, shafts.noun) == (Bound.ABOUT, "approximately", "shaft")
    assert shafts.phrase is not None and shafts.phrase.text == "shafts used by Hamas"
    sites = one("upi-2024-02-01.txt", "two")
    assert (sites.noun, sites.head) == ("missile launch site", "site")
    assert sites.phrase is not None and sites.phrase.text == "Hamas missile launch sites"


def test_itv_locations_tunnel_and_months() -> None:
    places = one("itv-2024-04-07.txt", "a hundred")
    assert (places.bound, places.noun, places.value.low, places.value.low_open) == (
        Bound.MORE_THAN,
        "location",
        100,
        True,
    )
    tunnel = one("itv-2024-04-07.txt", "900 meters")
    assert (tunnel.bound, tunnel.unit, tunnel.value.low) == (Bound.ABOUT, "meter", 900)
    fighting = one("itv-2024-04-07.txt", "four months")
    assert (fighting.kind, fighting.unit, fighting.value.low) == (Kind.DURATION, "month", 4)


def test_one_of_two_roads() -> None:
    road = one("itv-2024-04-07.txt", "one", 0)
    assert (road.value.low, road.head) == (1, "road")
    roads = one("itv-2024-04-07.txt", "two", 1)
    assert (roads.value.low, roads.head) == (2, "road")


def test_afp_members_and_refugees() -> None:
    members = one("afp-2024-04-07.txt", "thousands")
    assert (members.words, members.noun, members.value.low, members.value.high) == ("thousands", "member", 1000, 10_000)
    refugees = one("afp-2024-04-07.txt", "1.5 million")
    assert (refugees.value.low, refugees.bound, refugees.phrase and refugees.phrase.text) == (
        1_500_000,
        Bound.MORE_THAN,
        "Gazans",
    )


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("afp-2024-04-07.txt", "98th", Kind.RANK),
        ("afp-2024-04-07.txt", "162nd", Kind.RANK),
        ("afp-2024-04-07.txt", "one", Kind.IDENTIFIER),
        ("upi-2024-02-01.txt", "55th", Kind.RANK),
        ("upi-2024-02-01.txt", "Feb. 1", Kind.DATE),
        ("upi-2024-02-01.txt", "2024-02-01", Kind.DATE),
        ("itv-2024-04-07.txt", "11", Kind.IDENTIFIER),
    ],
)
def test_labelled_and_kept_apart(name: str, text: str, kind: Kind) -> None:
    figure = one(name, text)
    assert figure.kind is kind
    assert not figure.is_quantity


def test_words_that_are_no_figures() -> None:
    texts = {figure.text for name in SEEDS.glob("*.txt") for figure in figures(name.name)}
    assert not any(word in text for text in texts for word in ("another", "final", "battalion"))
