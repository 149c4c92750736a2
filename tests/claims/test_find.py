"""Every figure has a claim; what is no quantity counts nothing and no check uses it."""

from audit.checks import find_checks
from audit.claims import casualties
from audit.claims.find import find_claims
from audit.text.document import Document

DATED = "The ministry said on 3 May 2021 that 12 of the 24 guards of the 55th Brigade, 40%, were killed at 10:30."


def test_every_figure_has_a_claim_in_the_order_of_the_text():
    found = find_claims(DATED)
    assert [claim.figure.text for claim in found] == ["3 May 2021", "12", "24", "55th", "40%", "10:30"]
    assert [claim.index for claim in found] == list(range(6))


def test_what_is_no_quantity_has_a_source_and_counts_nothing():
    date, *_, time = find_claims(DATED)
    for claim in (date, time):
        assert claim.attribution.source.text == "The ministry"
        assert (claim.measures, claim.population, claim.place, claim.relation) == ((), None, None, None)


def test_links_between_claims_count_dates_too():
    found = find_claims("On 3 May 2021, 12 people, including four children, were killed on Route 9.")
    part = next(claim for claim in found if claim.figure.text == "four")
    assert found[part.included_in].figure.text == "12"
    assert found[part.included_in].includes == (part.index,)


def test_no_check_uses_what_is_no_quantity():
    document = Document("On 3 May 2021 some 12 of the 24 guards, or 40%, were killed at 10:30.")
    checks = find_checks(document, find_claims(document))
    assert "40%" in [check.claim.figure.text for check in checks]
    assert all(operand.claim.figure.is_quantity for check in checks for operand in check.operands)


def test_dates_are_in_no_total():
    assert {name: value.low for name, value in casualties(DATED).items()} == {"killed": 12}
