"""Timelines: the same bytes for the same series, and in every report with its table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.ledger import Series, compare, series_of
from audit.pipeline import check_document
from audit.report.palette import DARK, LIGHT
from audit.report.timeline import MOST, timeline, timelines
from audit.result import Audit, Part
from tests.ledger.makers import MONDAY, claim, document, part

TEXT = "The death toll from the fire at a textile factory in Orrin stands at 14, police said."


@pytest.fixture
def audit() -> Audit:
    texts = (("14", 3), ("9", 5), ("$1", 7))
    made = [
        part(
            claim(
                document(TEXT.replace("14", words), published=date(2021, 5, day)),
                words.strip("$"),
                place="Orrin",
                period="cumulative",
            )
        )
        for words, day in texts
    ]
    return Audit(tuple(made), between=compare(made))


def series(audit: Audit) -> Series:
    (one,) = series_of(audit.claims)
    return one


def test_a_timeline_holds_each_claim_with_its_date_in_words_and_rows(audit: Audit) -> None:
    picture = timeline(series(audit))
    assert "2021-05-03: 14 (14), Herald of 3 May 2021. 2021-05-05: 9 (9)" in picture.alternative
    assert picture.table[0][:2] == ("Date", "Figure")
    assert [row[:2] for row in picture.table[1:3]] == [("2021-05-03", "14"), ("2021-05-05", "9")]
    assert picture.table[2][-1] == "lower than the one before"


def test_claims_of_one_day_stand_about_it_and_not_days_apart() -> None:
    made = [
        claim(document(TEXT.replace("14", words), publisher), words, place="Orrin")
        for words, publisher in (("14", "Herald"), ("23", "Post"))
    ]
    (one,) = series_of(made)
    (axes,) = timeline(one).draw(LIGHT).axes
    left, right = axes.get_xlim()
    marks = sorted({float(line.get_xdata()[0]) for line in axes.get_lines() if line.get_linestyle() == "None"})
    assert right - left >= 2
    assert marks[-1] - marks[0] < 0.1
    assert sum(marks) / 2 == pytest.approx(date(2021, 5, 3).toordinal())


def test_the_same_series_gives_the_same_bytes(audit: Audit) -> None:
    one = series(audit)
    for form in ("png", "svg"):
        assert timeline(one).written(form, LIGHT) == timeline(one).written(form, LIGHT)
    assert timeline(one).written("png", LIGHT) != timeline(one).written("png", DARK)


def test_what_does_not_fit_comes_first_and_none_is_left_out(audit: Audit) -> None:
    marked = series(audit)
    assert any(check.verdict == "inconsistent" for check in marked.checks)
    plain = replace(marked, checks=(), label="fits")
    drawn = timelines([plain] * MOST + [marked])
    assert [one.drawn for one in drawn] == [True] * MOST + [False] and all(one.table for one in drawn)
    assert (drawn[0].title, drawn[1].title) == (marked.label, "fits")


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_reports_show_the_table(audit: Audit, suffix: str, tmp_path: Path) -> None:
    whole = replace(audit, pictures=timelines(series_of(audit.claims)))
    text = whole.report(tmp_path / f"a{suffix}").read_text(encoding="utf-8")
    assert "One quantity over time" in text
    assert "lower than the one before" in text
    assert ("data:image/svg+xml" in text) is (suffix == ".html")
    assert "One quantity over time" not in audit.report(tmp_path / f"b{suffix}").read_text(encoding="utf-8")


def test_the_pdf_shows_it_too(audit: Audit, tmp_path: Path) -> None:
    import pypdfium2

    whole = replace(audit, pictures=timelines(series_of(audit.claims)))
    pages = pypdfium2.PdfDocument(whole.report(tmp_path / "a.pdf"))
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "One quantity over time" in words
    assert "lower than the one before" in words


def test_words_beside_words_are_told_without_numbers(tmp_path: Path) -> None:
    texts = (
        ("The army withdrew some of its ground forces from Delling after the fighting.", "Herald"),
        ("All its troops have left the fighting in Delling, the general staff said.", "Post"),
    )
    parts = [Part(document(text, publisher)) for text, publisher in texts]
    text = Audit(tuple(parts), between=compare(parts)).report(tmp_path / "a.md").read_text(encoding="utf-8")
    assert "the general staff, as reported by Post" in text
    assert "in the words of Herald of 3 May 2021: some of its ground forces" in text
    assert "forces = " not in text


def test_a_picture_is_titled_and_measured_from_nothing(audit: Audit) -> None:
    drawn = timeline(series(audit)).draw(LIGHT)
    axes = drawn.axes[0]
    assert axes.get_title(loc="left") == series(audit).label and axes.get_ylim()[0] == 0


def test_one_label_stands_for_equal_figures_of_a_day(audit: Audit) -> None:
    one = series(audit)
    twice = replace(one, statements=tuple(made for made in one.statements for _ in range(3)), checks=())
    texts = [text.get_text() for text in timeline(twice).draw(LIGHT).axes[0].texts]
    assert texts == [text.get_text() for text in timeline(one).draw(LIGHT).axes[0].texts]


def test_both_sides_of_what_does_not_fit_are_ringed(audit: Audit) -> None:
    one = series(audit)
    wrong = [check for check in one.checks if check.verdict == "inconsistent"]
    sides = {id(claim) for check in wrong for claim in check.claims}
    rings = [line for line in timeline(one).draw(LIGHT).axes[0].lines if line.get_markerfacecolor() == "none"]
    assert len(rings) == len(sides) > len(wrong)


def test_points_under_one_heading_are_of_the_places_that_they_begin_with() -> None:
    brief = (
        "Brief of {day} March\nShelling of towns went on.\nNorthland\n"
        "- Ashford: {ash} dead on Monday\n- Birchwood: {birch} dead on Monday\n"
    )
    parts = [
        check_document(document(brief.format(day=day, ash=ash, birch=birch), publisher, MONDAY))
        for day, ash, birch, publisher in ((3, 9, 26, "Herald"), (4, 9, 31, "Post"))
    ]
    found = {
        one.label: [s.claim.figure.text for s in one.statements]
        for one in series_of(c for p in parts for c in p.claims)
    }
    assert found == {"killed: Ashford": ["9", "9"], "killed: Birchwood": ["26", "31"]}
