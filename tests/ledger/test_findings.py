"""Each rule on claims made by hand: what it finds, and the neighbour that it must leave alone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from audit.checks.check import Check, Operation, Verdict
from audit.claims.claim import Claim, Status
from audit.figures.figure import Bound
from audit.figures.rounding import Policy
from audit.interval import Interval
from audit.ledger import Ledger, compare, series_of
from audit.pipeline import check
from audit.result import Part
from tests.ledger.makers import MONDAY, claim, document, part

FIRST = "A fire in Orrin on Monday killed 14 people, police said."
SECOND = "Police said the fire in Orrin killed {} people on Monday."


def first(number: str = "14", **meaning: object) -> Claim:
    return claim(document(FIRST.replace("14", number)), number, place="Orrin", **meaning)


def second(number: str, published: date | None = MONDAY, **meaning: object) -> Claim:
    made = document(SECOND.format(number), "Post", published)
    return claim(made, number, **{"place": "Orrin", "as_of": MONDAY, **meaning})


def checks(*claims: Claim, policy: Policy = Policy.TWO_FIGURE) -> list[Check]:
    return list(compare([part(one) for one in claims], policy))


def verdicts(*claims: Claim) -> list[tuple[Operation, Verdict]]:
    return [(check.operation, check.verdict) for check in checks(*claims)]


def test_a_contradiction_names_both_and_the_gap() -> None:
    (check,) = checks(first(), second("23"))
    assert (check.operation, check.verdict) == (Operation.CONTRADICTION, Verdict.INCONSISTENT)
    assert check.working == "“23” (Post of 3 May 2021) beside “14” (Herald of 3 May 2021)"
    assert check.gap == Interval.of(9)
    assert [operand.claim.document.publisher for operand in check.operands] == ["Herald"]
    assert check.under == {"as_printed": "inconsistent", "two_figure": "inconsistent", "loose": "inconsistent"}
    assert "Compared because both say: killed; in Orrin; fire." in check.note


@pytest.mark.parametrize(
    "other",
    [
        second("23", place="Tarsk"),
        second("23", measure="injured"),
        second("23", population="soldiers"),
        second("23", as_of=MONDAY - timedelta(days=1)),
        second("23", MONDAY + timedelta(days=1)),
        second("23", status=Status.DENIED),
        second("23", status=Status.PLANNED),
        second("23", period="per"),
        second("23", period="since"),
        second("23", relation="addition"),
        second("23", relation="background"),
        second("23", relation="update"),
    ],
    ids=lambda one: f"{one.place} {one.measure} {one.population} {one.as_of} {one.status} {one.period} {one.relation}",
)
def test_no_contradiction(other: Claim) -> None:
    assert all(verdict is not Verdict.INCONSISTENT for _, verdict in verdicts(first(), other))


def test_without_dates_it_is_left_open() -> None:
    undated = claim(document(FIRST, published=None), "14", place="Orrin")
    (check,) = checks(undated, second("23", None, as_of=None))
    assert (check.verdict, check.missing) == (Verdict.UNVERIFIABLE, ("the dates of both documents",))


def test_rounding_decides_under_the_policy() -> None:
    exact, rounded = first("2,312"), second("2,300")
    assert checks(exact, rounded)[0].verdict is Verdict.CONSISTENT_WITH_ROUNDING
    (check,) = checks(exact, rounded, policy=Policy.AS_PRINTED)
    assert check.verdict is Verdict.INCONSISTENT
    assert check.under["two_figure"] is Verdict.CONSISTENT_WITH_ROUNDING


def test_a_total_that_falls_and_one_that_rises() -> None:
    tuesday = MONDAY + timedelta(days=1)
    assert (Operation.TREND, Verdict.INCONSISTENT) in verdicts(first("23"), second("14", tuesday))
    assert verdicts(first("14"), second("23", tuesday)) == []
    assert verdicts(first("23"), second("about 14", tuesday, value=Interval.of(14), bound=Bound.ABOUT)) != []


def test_a_jump_is_asked_about_and_a_digit_suspected() -> None:
    (check,) = checks(first("82"), second("850", MONDAY + timedelta(days=1)))
    assert (check.operation, check.verdict) == (Operation.TREND, Verdict.UNVERIFIABLE)
    assert check.diagnosis is not None and check.diagnosis.slip == "digit_added"
    assert checks(first("2"), second("24", MONDAY + timedelta(days=1))) == []


def slips(*claims: Claim) -> list[str]:
    return [check.diagnosis.slip for check in checks(*claims) if check.diagnosis]


def test_a_lost_source_another_source_and_a_hedge() -> None:
    words = "Doctors at Vale clinic said reportedly 14 people died in the fire in Orrin."
    doctors = claim(document(words), "14", place="Orrin", source="Doctors at Vale clinic", hedge="reportedly")
    plain = claim(document("Monday's fire in Orrin left 14 people dead.", "Post"), "14", place="Orrin")
    assert slips(doctors, plain) == ["attribution_lost"]
    text = "The rebel command said 14 people died in the fire in Orrin."
    rebels = claim(document(text, "Post"), "14", place="Orrin", source="The rebel command")
    assert slips(doctors, rebels) == ["attribution_differs"]
    text = "Vale clinic said 14 people died in the fire in Orrin."
    sure = claim(document(text, "Post"), "14", place="Orrin", source="Vale clinic")
    assert slips(doctors, sure) == ["hedge_dropped"]
    assert slips(sure, doctors) == []


def test_a_copy_is_no_confirmation() -> None:
    assert slips(first(), claim(document(FIRST, "Post"), "14", place="Orrin")) == ["copied"]
    assert slips(first(), second("14")) == []


def test_a_copy_that_drops_a_hedge_is_told_as_that() -> None:
    text = "A fire in Orrin on Monday reportedly killed 14 people, police said."
    hedged = claim(document(text), "14", place="Orrin", source="police", hedge="reportedly")
    plain = claim(document(text.replace("reportedly ", ""), "Post"), "14", place="Orrin", source="police")
    assert slips(hedged, plain) == ["hedge_dropped"]


def test_rounded_upwards_into_a_floor() -> None:
    assert slips(first("9,800"), second("10,000", bound=Bound.MORE_THAN)) == ["rounding_creep"]
    assert slips(first("7,850"), second("8,000", bound=Bound.MORE_THAN)) == ["rounding_creep"]
    assert slips(first("7,510"), second("8,000", bound=Bound.MORE_THAN)) == []
    assert slips(first("9,800"), second("10,000", bound=Bound.ABOUT)) == []
    assert slips(first("10,100"), second("10,000", bound=Bound.MORE_THAN)) == []


def test_yesterdays_toll_and_todays_addition() -> None:
    text = "Another 6 people died on Tuesday, bringing the toll of the fire in Orrin to {}, police said."
    for total, verdict in (("20", Verdict.CONSISTENT), ("35", Verdict.UNVERIFIABLE)):
        today = document(text.format(total), "Post", MONDAY + timedelta(days=1))
        added = claim(today, "6", place="Orrin", relation="addition")
        made = part(added, claim(today, total, place="Orrin", relation="update"))
        (check,) = compare([part(first("14")), made])
        assert (check.operation, check.verdict) == (Operation.RUNNING_TOTAL, verdict)
        assert check.working == f"14 + 6 = 20, printed {total}"
        assert [operand.claim.document.publisher for operand in check.operands] == ["Herald", "Post"]


def read(*texts: str) -> list[Check]:
    """The checks between reports of one day, read by the whole road."""
    documents = [document(text, publisher) for text, publisher in zip(texts, ("Herald", "Post"), strict=True)]
    return [one for one in compare(check(documents).parts) if one.verdict not in (Verdict.UNVERIFIABLE,)]


def test_the_badly_hurt_are_a_part_of_the_hurt() -> None:
    told = "The crash injured 80 people in Orrin on Monday, police said."
    assert read(told, "Nine people were injured in the crash in Orrin on Monday, the operator said.") != []
    assert read(told, "Nine people were seriously injured in the crash in Orrin on Monday, the operator said.") == []


def test_totals_since_one_named_time_are_one_total() -> None:
    first_said = "The famine in Orrin has killed 1,320 children since {}, the ministry said."
    second_said = "Since January, 1,150 children have died in the famine in Orrin, the ministry said."
    for opening, found in (("January", 1), ("the truce", 0)):
        texts = (document(first_said.format(opening)), document(second_said, "Post", MONDAY + timedelta(days=4)))
        trends = [one for one in compare(check(texts).parts) if one.operation is Operation.TREND]
        assert len(trends) == found


@pytest.mark.parametrize(
    "counted",
    [
        "The blaze destroyed 200 of the 800 houses in Orrin on Monday, police said.",
        "Of the 800 houses in Orrin, 200 were destroyed by the blaze on Monday, police said.",
    ],
)
def test_a_share_whose_part_and_whole_stand_in_another_text(counted: str) -> None:
    share = "The blaze destroyed {} of the houses in Orrin on Monday, the mayor said."
    (wrong,) = read(counted, share.format("45%"))
    assert (wrong.operation, wrong.verdict) == (Operation.PERCENT_OF, Verdict.INCONSISTENT)
    assert wrong.working == "200 / 800 = 25%, printed 45%"
    assert {operand.claim.document.publisher for operand in wrong.operands} == {"Herald"}
    assert [one.verdict for one in read(counted, share.format("25%"))] == [Verdict.CONSISTENT]
    assert read(counted, share.format("45%").replace("Orrin", "Aldmoor")) == []
    assert read(counted, share.format("45%").replace("houses", "shops")) == []


def parted(one: str, other: str, day: date = MONDAY) -> list[Check]:
    texts = ((one, "Herald", MONDAY), (other, "Post", day))
    return list(compare([Part(document(*text)) for text in texts]))


def test_words_beside_words() -> None:
    some = "The army withdrew some of its ground forces from Delling after the fighting."
    (check,) = parted(some, "All its troops have left the fighting in Delling, pulled out of Delling on Monday.")
    assert check.verdict is Verdict.UNVERIFIABLE
    assert (
        check.working
        == "“All its troops” (Post of 3 May 2021) beside “some of its ground forces” (Herald of 3 May 2021)"
    )
    assert check.claim.attribution is not None and check.claim.attribution.name == "Post"
    (told,) = parted(some, "All its troops have left the fighting in Delling, the general staff said on Monday.")
    assert told.claim.attribution is not None and told.claim.attribution.name == "the general staff"
    assert parted(some, "The army withdrew all its troops from Aldmoor after the fighting.") == []
    assert parted(some, "The army withdrew some of its troops from Delling after the fighting.") == []
    assert parted(some, "The army withdrew all its tanks from Delling after the fighting.") == []
    assert parted(some, "The army withdrew all its troops from Delling after the fighting.", date(2021, 5, 9)) == []


def test_the_ledger_finds_what_the_comparison_finds(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    claims = [
        first("23"),
        second("31"),
        claim(document(FIRST, "Courier", date(2021, 5, 5)), "14", place="Orrin", as_of=MONDAY),
    ]
    ledger.add_parts(part(one) for one in claims)
    found = [check.working for check in ledger.conflicts()]
    misfits = [check.working for check in checks(*claims) if check.verdict is Verdict.INCONSISTENT]
    assert sorted(found) == sorted(misfits)
    assert len(found) == 2
    (series,) = ledger.series("killed", place="the town of Orrin")
    assert [claim.figure.text for claim in series.claims] == ["23", "31", "14"]
    assert ledger.series("killed", place="Tarsk") == ()
    assert ledger.series("killed", since=date(2022, 1, 1)) == ()


def test_a_series_is_drawn_the_same_each_time(tmp_path: Path) -> None:
    from audit.report.timeline import draw_all

    (series,) = series_of([first("23"), second("31"), second("14", MONDAY + timedelta(days=2), bound=Bound.AT_LEAST)])
    assert series.label == "killed: Orrin"
    assert list(series.to_frame()["beside"].fillna("")) == [
        "",
        "higher than the one before",
        "compatible with the one before",
    ]
    (one,) = draw_all([series], tmp_path / "a")
    (other,) = draw_all([series], tmp_path / "b")
    assert one.name == "01-killed-orrin.png"
    assert one.read_bytes() == other.read_bytes()
    assert one.read_bytes().startswith(b"\x89PNG")


SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_seeds_show_what_can_be_compared_and_claim_no_more() -> None:
    audit = check(sorted(SEEDS.glob("*.txt")))
    (series,) = series_of(audit.claims)
    assert [claim.figure.text for claim in series.claims] == ["10,000", "thousands"]
    assert list(series.to_frame()["beside"].fillna("")) == ["", "compatible with the one before"]
    (words,) = compare(audit.parts)
    assert words.verdict is Verdict.UNVERIFIABLE
    assert {words.claim.figure.text, words.operands[0].claim.figure.text} == {
        "all its troops",
        "some of its ground forces",
    }


def test_whole_articles() -> None:
    texts = (
        (
            "Coastwire",
            3,
            """A fire tore through a four-storey garment factory in the eastern city of Orrin on Monday, killing at
least 52 people and injuring about 30, officials said.

Fire service chief Harun Dell said the blaze broke out on the ground floor shortly before 5 p.m. "The exits on the second
floor were locked," Dell told reporters.

Prime Minister Aldo Renn ordered an inquiry. In 2015, a fire at a plastics plant in the capital, Marra City,
killed 71 people.
""",
        ),
        (
            "Post",
            3,
            """Thirty-one people died on Monday when a fire swept a garment factory in Orrin, the labour minister,
Tessa Vaun, said, in the country's worst industrial accident in six years.

Relatives gathered at the gates with photographs of the missing. Vaun said that 30 workers had been injured.
""",
        ),
        (
            "Courier",
            6,
            "Police questioned the owner of the Orrin garment factory on Thursday. "
            "The fire killed 48 people on Monday, police said.",
        ),
    )
    documents = [document(text, publisher, date(2021, 5, day)) for publisher, day, text in texts]
    misfits = [one for one in compare(check(documents).parts) if one.verdict is Verdict.INCONSISTENT]
    assert [(one.operation, one.claim.figure.text, one.operands[0].claim.figure.text) for one in misfits] == [
        (Operation.CONTRADICTION, "Thirty-one", "52"),
        (Operation.TREND, "48", "52"),
    ]
