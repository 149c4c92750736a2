"""Pictures: sizes, the words that stand for them, nothing at the edge, colours that the colour-blind tell apart."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction as F
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from audit.checks.check import Check, Implied, Operation, Verdict
from audit.figures.rounding import Policy, stands_for
from audit.interval import INFINITY, Interval
from audit.report import pictures
from audit.report.axis import axis_over
from audit.report.chart import panels
from audit.report.entries import credit
from audit.report.findings import alone
from audit.report.model import Piece
from audit.report.palette import DARK, LIGHT
from audit.report.strip import Size, strip_of
from audit.report.words import say
from audit.result import Audit
from audit.text.document import Document
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


def test_a_card_keeps_the_figure_of_a_long_quote() -> None:
    before, after = Piece("word " * 400 + "the "), Piece(" dead " + "word " * 400)
    kept = pictures.shortened((before, Piece("45", role="claim"), after), 40)
    words = "".join(piece.text for piece in kept)
    assert " 45 dead" in words and words.startswith("…") and words.endswith("…") and len(words) < 100


def test_an_operand_near_the_figure_is_kept_with_it() -> None:
    pieces = (Piece("Of "), Piece("12", role="operand"), Piece(" ships "), Piece("8", role="claim"), Piece(" sank."))
    assert pictures.shortened(pieces, 20) == pieces


def test_an_operand_is_never_cut() -> None:
    pieces = (
        Piece("8", role="claim"),
        Piece(" sank of "),
        Piece("between 30 and 40", role="operand"),
        Piece(" ships."),
    )
    assert "".join(piece.text for piece in pictures.shortened(pieces, 11)) == "8 sank of between 30 and 40 …"


ARABIC = "قُتل 45 شخصا"


def arabic(words: str) -> Audit:
    document = Document(f"{words}.", "a.txt", publisher="The Ledger", published=date(2031, 5, 3))
    at = document.text.index("45")
    part = samples.single().parts[0]
    figure = replace(part.figures[0], start=at, end=at + 2, text="45", value=Interval.of(45), phrase=None)
    claim = replace(part.claims[0], figure=figure, document=document, sentence=document.sentence_at(at))
    check = Check(Operation.SUM, claim, (), Verdict.UNVERIFIABLE, "", missing=("the parts",))
    return Audit((replace(part, document=document, figures=(figure,), claims=(claim,), checks=(check,)),))


def test_letters_from_the_right_are_joined_as_their_script_asks(tmp_path: Path) -> None:
    joined = pictures.finding(arabic(ARABIC).checks[0], tmp_path / "a.svg").read_text(encoding="utf-8")
    apart = arabic("".join(f"{letter}\u200c" if letter.isalpha() else letter for letter in ARABIC)).checks[0]
    loose = pictures.finding(apart, tmp_path / "b.svg").read_text(encoding="utf-8")
    glyphs = [
        set(re.findall(r'<path d="([^"]+)"', svg)) or set(re.findall(r' d="([^"]+)"', svg)) for svg in (joined, loose)
    ]
    assert glyphs[0] - glyphs[1]


def test_words_from_the_right_start_at_the_right(tmp_path: Path) -> None:
    with Image.open(pictures.card(arabic(ARABIC).checks[0], tmp_path / "a.png")) as card:
        rows = card.convert("L").crop((0, 130, 1200, 190))
        assert rows.crop((1000, 0, 1140, 60)).getextrema()[0] < 100
        assert rows.crop((60, 0, 600, 60)).getextrema() == (255, 255)


def test_a_card_names_outlet_and_day_and_no_file() -> None:
    assert credit(samples.hostile().document).startswith("@publisher, 2 January 2024, “")
    assert credit(samples.routed().document) == "The Morning Ledger, 1 February 2024"
    assert credit(samples.single().document) == ""


def test_a_picture_carries_the_words_that_stand_for_it(tmp_path: Path) -> None:
    audit = samples.routed()
    with Image.open(pictures.finding(audit.checks[0], tmp_path / "a.png")) as image:
        assert "the claim: 56% to 75% is shown beside" in image.info["Description"]
        assert "killed alone over strength: 25% to 33.3%" in image.info["Description"]
        assert image.info["Software"].startswith("numeric-claims-audit, typst ")
        assert not {"Creation Time", "Date"} & set(image.info)
    svg = audit.report(tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "killed alone over strength: 25% to 33.3%" in svg
    assert "<dc:date>" not in svg and "http://matplotlib" not in svg.lower().replace("https", "http").split("<g")[0]


@pytest.mark.parametrize("audit", [samples.none(), samples.single(), samples.series(), samples.many(40)])
def test_every_audit_has_a_picture(audit: Audit, tmp_path: Path) -> None:
    with Image.open(audit.report(tmp_path / "a.png")) as image:
        assert image.size[0] == 1800 and image.size[1] < 12_000


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
    from audit.strings import strings

    verdicts = strings("report")["verdict"].values()
    assert len({words["sign"] for words in verdicts}) == len({words["label"] for words in verdicts}) == 5
    assert all(re.fullmatch(r"\S", words["sign"]) for words in verdicts)


def test_a_lane_with_a_finding_is_never_left_out() -> None:
    plain = [Size(f"{unit}{n}", "7", "plain", Interval.of(7), unit, None) for unit in "abcdef" for n in range(2)]
    found = Size("z", "7", "misfit", Interval.of(7), "z", None)
    lanes = strip_of([*plain, found]).lanes
    assert len(lanes) == 5 and lanes[-1].name == "z"


def test_the_line_across_a_mark_is_that_of_the_policy_in_force() -> None:
    check = samples.routed().checks[0]
    for policy in Policy:
        claim = panels(check, policy)[0].bars[0]
        stands = stands_for(check.claim.figure, policy)
        assert claim.widths == (() if stands == check.claim.figure.value else claim.widths)
        assert say("policies", policy) in panels(check, policy)[0].legend or not claim.widths
    narrow, wide = (panels(check, policy)[0].bars[0].widths for policy in (Policy.AS_PRINTED, Policy.LOOSE))
    assert narrow != wide


def test_the_first_sentence_and_the_chart_name_one_operand() -> None:
    check = samples.routed().checks[0]
    reading = check.readings[0]
    farther = Implied(reading.operands[2], Interval.of(26_000), F(-1, 3))
    both = replace(check, readings=(replace(reading, implied=(farther, *reading.implied)),))
    found = alone(both)
    assert "killed and wounded together" in found.implied[0]
    assert found.panels[1].bars[0].label.startswith("killed and wounded together")
