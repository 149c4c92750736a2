"""Pictures: sizes, the words that stand for them, nothing at the edge, colours that the colour-blind tell apart."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction as F
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from audit.interval import INFINITY, Interval
from audit.report import pictures
from audit.report.axis import axis_over
from audit.report.palette import DARK, LIGHT
from audit.report.sheet import Style, lines_of
from audit.report.strip import Size, strip_of
from audit.result import Audit
from tests.report import samples

LONG = samples.hostile(quote="word " * 400, name="x" * 300)


@pytest.mark.parametrize("audit", [samples.routed(), samples.hostile(), LONG])
def test_a_card_has_its_size_and_nothing_at_its_edges(audit: Audit, tmp_path: Path) -> None:
    for number, check in enumerate(audit.checks):
        with Image.open(pictures.card(check, tmp_path / f"{number}.png")) as card:
            assert card.size == (1200, 675)
            grey = card.convert("L")
            for edge in ((1145, 0, 1200, 675), (15, 0, 55, 675), (15, 0, 1200, 30), (15, 650, 1200, 675)):
                assert grey.crop(edge).getextrema() == (255, 255), edge


def test_a_card_keeps_the_figure_of_a_long_quote(tmp_path: Path) -> None:
    text = "word " * 400 + "the 45 dead " + "word " * 400
    runs = [(text[:2004], Style(20)), ("45", Style(20, tint="#eeeeee")), (text[2006:], Style(20))]
    lines = lines_of(pictures.shortened(runs, 5), pictures.INSIDE)
    assert len(lines) <= 5
    words = "".join(word for line in lines for word, _, _ in line)
    assert " 45" in words and words.startswith("…") and words.rstrip().endswith("…")


def test_a_picture_carries_the_words_that_stand_for_it(tmp_path: Path) -> None:
    audit = samples.routed()
    with Image.open(pictures.finding(audit.checks[0], tmp_path / "a.png")) as image:
        assert "the claim: 56% to 75% is shown beside" in image.info["Description"]
        assert "killed alone over strength: 25% to 33.3%" in image.info["Description"]
        assert image.info["Software"].startswith("matplotlib ")
        assert not {"Creation Time", "Date"} & set(image.info)
    svg = audit.report(tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "killed alone over strength: 25% to 33.3%" in svg
    assert "<dc:date>" not in svg and "http://matplotlib" not in svg.lower().replace("https", "http").split("<g")[0]


@pytest.mark.parametrize("audit", [samples.none(), samples.single(), samples.series(), samples.many(40)])
def test_every_audit_has_a_picture(audit: Audit, tmp_path: Path) -> None:
    with Image.open(audit.report(tmp_path / "a.png")) as image:
        assert image.size[0] == 1800 and image.size[1] < 12_000


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=300), st.integers(60, 600))
def test_lines_are_never_wider_than_asked(text: str, width: int) -> None:
    for line in lines_of([(text, Style(16))], width):
        assert sum(long for _, _, long in line[:-1]) <= width


@settings(max_examples=50, deadline=None)
@given(st.lists(st.fractions(-(10**9), 10**9), min_size=1, max_size=6))
def test_places_on_an_axis_keep_the_order(values: list[F]) -> None:
    axis = axis_over([Interval.of(value) for value in values])
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places) and all(0 <= place <= 1 for place in places)
    assert axis.place(INFINITY) == 1 and axis.ticks


def test_ends_that_floats_cannot_tell_apart_stand_in_one_place() -> None:
    first = F(10**30)
    axis = axis_over([Interval.of(first), Interval.of(first + F(1, 10**9))])
    assert axis.place(first) == axis.place(first + F(1, 10**9))


def test_a_wide_range_is_logarithmic_and_a_near_one_starts_at_zero() -> None:
    assert axis_over([Interval.of(3, 30_000)]).logarithmic
    assert axis_over([Interval.of(25, 75)]).ticks[0].label == "0"


def test_labels_of_ticks_have_room() -> None:
    axis = axis_over([Interval.of(1_234_567, 1_234_999)], "dollar")
    assert sum(len(tick.label) + 3 for tick in axis.ticks) <= 50


def test_a_strip_has_a_lane_a_unit_and_stacks_equals() -> None:
    strip = strip_of(sizes_of(samples.routed()))
    assert [(lane.name, len(lane.dots), lane.levels) for lane in strip.lanes] == [
        ("counts", 7, 2),
        ("percentage", 1, 1),
    ]
    assert "counts (7), percentage (1)" in strip.alternative


def sizes_of(audit: Audit) -> list[object]:
    from audit.report.build import build

    return [size for article in build(audit).articles for size in article.sizes]


# How the three kinds of colour-blind see red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1).
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """The colour as such an eye sees it, in CIE Lab."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in SIGHTS[sight]]
    rows = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8728))
    x, y, z = (sum(a * b for a, b in zip(row, seen, strict=True)) for row in rows)
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_verdicts_are_told_apart_by_every_eye(palette: dict[str, str], sight: str) -> None:
    for one, other in itertools.combinations(("misfit", "open", "fit"), 2):
        distance = sum((a - b) ** 2 for a, b in zip(lab(palette[one], sight), lab(palette[other], sight), strict=True))
        assert distance**0.5 >= 20, (one, other)


def test_verdicts_have_signs_and_words_of_their_own() -> None:
    from audit.vocabulary import load

    verdicts = load("report")["verdict"].values()
    assert len({words["sign"] for words in verdicts}) == len({words["label"] for words in verdicts}) == 5
    assert all(re.fullmatch(r"\S", words["sign"]) for words in verdicts)


def test_a_lane_with_a_finding_is_never_left_out() -> None:
    plain = [Size(f"{unit}{n}", "7", "plain", Interval.of(7), unit, None) for unit in "abcdef" for n in range(2)]
    found = Size("z", "7", "misfit", Interval.of(7), "z", None)
    lanes = strip_of([*plain, found]).lanes
    assert len(lanes) == 5 and lanes[-1].name == "z"
