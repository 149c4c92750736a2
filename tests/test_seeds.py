"""The three articles in `seeds/`: what an audit of them must show, worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

import audit
from audit import Bound, Claim, Figure, Interval, Kind, Operation, Part, Status, Verdict

SEEDS = Path(__file__).parent.parent / "seeds"


@cache
def part(name: str) -> Part:
    return audit.check(SEEDS / f"{name}.txt").parts[0]


def upi() -> Part:
    return part("upi-2024-02-01")


def itv() -> Part:
    return part("itv-2024-04-07")


def afp() -> Part:
    return part("afp-2024-04-07")


def claim(article: Part, text: str, nth: int = 0) -> Claim:
    return [claim for claim in article.claims if claim.figure.text == text][nth]


def figure(article: Part, text: str) -> Figure:
    return next(figure for figure in article.figures if figure.text == text)


@pytest.mark.parametrize("article", [upi, itv, afp])
def test_offsets_point_into_the_article(article: object) -> None:
    found = article()  # type: ignore[operator]
    for one in found.figures:
        assert found.document.text[one.start : one.end] == one.text


def test_killed_and_wounded_are_the_defence_ministers_figures() -> None:
    killed, wounded = claim(upi(), "10,000"), claim(upi(), "10,000", 1)
    assert (killed.measure, wounded.measure) == ("killed", "injured")
    for one in (killed, wounded):
        assert one.population == "Hamas fighters"
        assert one.figure.noun == "fighter"
        assert one.attribution is not None
        assert one.attribution.name == "Defense Minister Yoav Gallant"


def test_the_strength_is_the_publishers_own_presumption() -> None:
    strength = claim(upi(), "between 30,000 and 40,000")
    assert strength.figure.value == Interval.of(30_000, 40_000)
    assert strength.measure == "strength"
    assert strength.status is Status.PRESUMED
    assert strength.attribution is not None
    assert strength.attribution.source is None
    assert strength.attribution.name == "UPI"


def test_the_reduction_is_the_publishers_inference() -> None:
    reduction = claim(upi(), "56-75%")
    assert reduction.figure.kind is Kind.PERCENT
    assert reduction.status is Status.INFERRED
    assert reduction.attribution is not None
    assert reduction.attribution.source is None


def test_the_reduction_does_not_fit_either_reading() -> None:
    (check,) = [check for check in upi().checks if check.claim.figure.text == "56-75%"]
    assert check.operation is Operation.REDUCTION
    assert check.verdict is Verdict.INCONSISTENT
    together, alone = check.readings
    assert together.as_printed == Interval.of(50, Fraction(200, 3))
    assert alone.as_printed == Interval.of(25, Fraction(100, 3))
    assert "50% to 66.7%" in check.working
    both = next(implied for implied in check.implied if implied.value == Interval.of(22_400, 22_500))
    assert both.slack == Fraction(12, 100)


def test_shafts_and_launch_sites() -> None:
    shafts, sites = figure(upi(), "70"), figure(upi(), "two")
    assert (shafts.bound, shafts.noun) == (Bound.ABOUT, "shaft")
    assert shafts.phrase is not None
    assert shafts.phrase.text.startswith("shafts")
    assert sites.phrase is not None
    assert sites.phrase.text == "Hamas missile launch sites"
    assert claim(upi(), "70").measure == "destroyed"


def test_itv_locations_and_tunnel() -> None:
    locations, tunnel = claim(itv(), "a hundred"), claim(itv(), "900 meters")
    assert locations.figure.value == Interval.above(100, itself=False)
    assert locations.figure.noun == "location"
    assert (tunnel.figure.kind, tunnel.figure.unit, tunnel.figure.bound) == (Kind.MEASURE, "meter", Bound.ABOUT)
    assert tunnel.status is Status.REPORTED
    assert tunnel.attribution is not None
    assert tunnel.attribution.name == "Israel Defense Forces"
    assert any("cannot independently verify" in hedge.cue.text for hedge in tunnel.attribution.hedges)


def test_itv_months_of_fighting_are_held_against_a_date_and_not_judged() -> None:
    held = [check for check in itv().checks if check.claim.figure.text == "four months"]
    (check,) = [check for check in held if check.operation is Operation.DURATION]
    assert check.verdict is Verdict.UNVERIFIABLE
    assert check.missing
    assert check.claim.attribution is not None
    assert "John Kirby" in check.claim.attribution.name
    assert any(round(float(reading.recomputed.low)) == 6 for reading in check.readings)


def test_afp_thousands_killed_are_an_army_officials_words() -> None:
    killed = claim(afp(), "thousands")
    assert killed.measure == "killed"
    assert killed.figure.words == "thousands"
    assert killed.attribution is not None
    assert "army official" in killed.attribution.name or "Haaretz" in killed.attribution.name
    assert Interval.of(10_000).meets(killed.figure.value)


def test_afp_refuge_in_rafah_is_the_publishers_figure() -> None:
    refuge = claim(afp(), "1.5 million")
    assert refuge.figure.value == Interval.above(1_500_000, itself=False)
    assert refuge.attribution is not None
    assert refuge.attribution.source is None
    assert refuge.place is not None
    assert "Rafah" in refuge.place


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (upi, "98th"),
        (upi, "55th"),
        (upi, "Feb. 1"),
        (itv, "98th"),
        (itv, "162nd"),
        (itv, "11"),
        (itv, "one"),
        (afp, "98th"),
        (afp, "162nd"),
    ],
)
def test_numbers_that_are_no_quantities_are_kept_apart(article: object, text: str) -> None:
    found = [one for one in article().figures if one.text == text]  # type: ignore[operator]
    assert found
    assert not found[-1].is_quantity


def test_one_step_away_is_no_quantity_in_any_article() -> None:
    for article in (itv(), afp()):
        for one in article.figures:
            if article.document.text.startswith("one step", one.start):
                assert not one.is_quantity


def test_one_of_two_roads_is_a_count_of_two_and_a_part_of_it() -> None:
    roads = [one for one in itv().figures if one.noun == "road" or (one.phrase and "roads" in one.phrase.text)]
    assert [one.text for one in roads] == ["one", "two"]


def test_only_the_reduction_is_called_inconsistent() -> None:
    found = [check for article in (upi(), itv(), afp()) for check in article.checks]
    assert [check.claim.figure.text for check in found if check.verdict is Verdict.INCONSISTENT] == ["56-75%"]
