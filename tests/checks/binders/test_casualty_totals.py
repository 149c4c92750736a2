import pytest

from audit.checks.binders.casualty_totals import casualty_totals
from audit.checks.binders.subsets import subsets
from audit.checks.check import Verdict
from audit.claims.claim import Relation
from audit.document import Document
from tests.checks.binders.handmade import claim, verdicts


def claims_of(text, *figures):
    """Claims from `(words, value, measures)` in text order."""
    document = Document(text)
    return document, tuple(
        claim(document, words, value, index, measures=tuple(measures))
        for index, (words, value, measures) in enumerate(figures)
    )


KILLED, INJURED, BOTH = ("killed",), ("injured",), ("killed", "injured")


CASUALTIES = ("casualties",)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "It caused 47 casualties: 12 killed and 35 wounded.",
            (("47", 47, CASUALTIES), ("12", 12, KILLED), ("35", 35, INJURED)),
        ),
        (
            "We saw 21 dead and 64 hurt, a total of 85 casualties.",
            (("21", 21, KILLED), ("64", 64, INJURED), ("85", 85, CASUALTIES)),
        ),
        (
            "It killed 30 people: 14 men, 9 women and 7 children.",
            (("30", 30, KILLED), ("14", 14, ()), ("9", 9, ()), ("7", 7, ())),
        ),
        ("They found 18 bodies (six men and 12 women) there.", (("18", 18, KILLED), ("six", 6, ()), ("12", 12, ()))),
        (
            "Five men and four children died, nine people in all.",
            (("Five", 5, KILLED), ("four", 4, KILLED), ("nine", 9, KILLED)),
        ),
        (
            "A mine killed nine men and wounded 14. In all, 23 people were hurt.",
            (("nine", 9, KILLED), ("14", 14, INJURED), ("23", 23, BOTH)),
        ),
    ],
)
@pytest.mark.parametrize("off", [0, 7])
def test_a_total_and_its_parts(text, figures, off):
    document, claims = claims_of(text, *figures)
    whole = max(range(len(figures)), key=lambda i: figures[i][1])
    words, value, measures = figures[whole]
    claims = tuple(
        claim(document, words, value + off, whole, measures=tuple(measures)) if each.index == whole else each
        for each in claims
    )
    (found,) = verdicts(casualty_totals, document, claims)
    assert found.claim.index == whole
    assert found.verdict is (Verdict.INCONSISTENT if off else Verdict.CONSISTENT)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "It killed 30 people: 14 men, 9 women and several children.",
            (("30", 30, KILLED), ("14", 14, ()), ("9", 9, ())),
        ),
        ("It killed 30 people: 14 men, 9 women and others.", (("30", 30, KILLED), ("14", 14, ()), ("9", 9, ()))),
        ("It killed 30 people, 14 men and 9 women.", (("30", 30, KILLED), ("14", 14, ()), ("9", 9, ()))),
        ("It killed 30 people: 14 died, 9 were hurt.", (("30", 30, KILLED), ("14", 14, KILLED), ("9", 9, INJURED))),
    ],
)
def test_a_list_that_stays_open_is_no_sum(text, figures):
    found = verdicts(casualty_totals, *claims_of(text, *figures))
    assert all(each.verdict is not Verdict.INCONSISTENT for each in found)


def test_a_total_in_another_paragraph_is_left_alone():
    text = "A mine killed nine men and wounded 14.\n\nIn all, 43 people were hurt this year."
    assert verdicts(casualty_totals, *claims_of(text, ("nine", 9, KILLED), ("14", 14, INJURED), ("43", 43, BOTH))) == []


@pytest.mark.parametrize(("each", "verdict"), [("75", Verdict.CONSISTENT), ("95", Verdict.INCONSISTENT)])
def test_so_many_from_each_side(each, verdict):
    text = f"They exchanged 150 prisoners, {each} from each side."
    (found,) = verdicts(casualty_totals, *claims_of(text, ("150", 150, ()), (each, int(each), ())))
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("part", "verdict"), [(11, Verdict.CONSISTENT), (27, Verdict.CONSISTENT), (31, Verdict.INCONSISTENT)]
)
def test_a_part_is_no_larger_than_its_whole(part, verdict):
    document = Document(f"The strike killed 27 people, including {part} of them children.")
    whole = claim(document, "27", 27, 0, measures=KILLED, includes=(1,))
    start = document.text.index("including")
    inside = claim(document, f"{part} of", part, 1, relation=Relation.SUBSET, included_in=0)
    assert inside.figure.start > start
    (found,) = verdicts(subsets, document, (whole, inside))
    assert found.verdict is verdict
    if verdict is Verdict.INCONSISTENT:
        assert found.working == "27 at most = 27 or less, printed 31 of"
