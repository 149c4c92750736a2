"""The nouns in a notebook."""

from __future__ import annotations

import pytest

from audit.report.notebook import html
from tests.report import samples


def test_an_audit_shows_its_counts_and_findings() -> None:
    found = samples.routed()._repr_html_()
    assert "1 does not fit" in found and "“56-75%” does not fit" in found
    assert "<u><b>56-75%</b></u>" in found
    assert "20,000 stated (12% or more)." in found


def test_every_noun_has_a_form() -> None:
    audit = samples.routed()
    claim = audit.claims[0]
    assert "killed and wounded together would have to be" in audit.checks[0]._repr_html_()
    assert "Tomas Arden, minister of war, as reported by The Morning Ledger" in claim._repr_html_()
    assert "about 70" in audit.figures[5]._repr_html_()
    assert "30,000 to 40,000" in audit.figures[3].value._repr_html_()
    assert audit.document.sha256 in audit.document._repr_html_()


@pytest.mark.parametrize("audit", [samples.hostile(), samples.none()])
def test_nothing_of_the_input_is_markup(audit: samples.Audit) -> None:
    nouns = [audit, audit.document, *audit.figures, *audit.claims, *audit.checks]
    for noun in nouns:
        found = noun._repr_html_()
        assert not any(tag in found for tag in ("<script", "<img", "<i>", "\u202e"))


def test_a_long_audit_is_cut() -> None:
    assert html(samples.many(30)).count("border-left") == 20
    assert "+ 10" in html(samples.many(30))


def test_a_finding_is_drawn_and_told_in_one_line() -> None:
    import audit

    (check,) = audit.check("Sales rose 30% to 110 from 100.").checks
    html = check._repr_html_()
    assert html.count("<svg") == 2 and 'role="img"' in html and "<script" not in html
    assert repr(check) == "Check('30%', percent_change, inconsistent: '110 / 100 − 1 = 10%, printed 30%')"
