from datetime import date

import pytest

import audit
from audit.checks.check import Verdict
from audit.errors import VocabularyError

FIGHTING = audit.Document("After four months of fighting in Gaza they rest.", published=date(2024, 4, 7))
SHARE = "Some 600,000 people, about 30% of Utopia's population, have fled."


def verdict(source, **options):
    (check,) = audit.check(source, **options).checks
    return check.verdict


def test_our_own_tables_never_make_a_claim_inconsistent():
    assert verdict(FIGHTING) is Verdict.UNVERIFIABLE
    assert verdict("Some 600,000 people, about 70% of Gaza's population, have fled.") is Verdict.UNVERIFIABLE
    assert verdict("Some 600,000 people, about 27% of Gaza's population, have fled.") is Verdict.CONSISTENT


def test_the_users_tables_do(tmp_path):
    (tmp_path / "events.csv").write_text("name,start,places,source,licence\na battle,2024-03-01,Gaza,a diary,own\n")
    (tmp_path / "populations.csv").write_text(
        "name,aliases,kind,population,precision,as_of,source,licence\nUtopia,,country,6000000,100000,2024-01-01,a book,own\n"
    )
    assert verdict(FIGHTING, reference=tmp_path) is Verdict.INCONSISTENT
    assert verdict(SHARE, reference=tmp_path) is Verdict.INCONSISTENT
    assert audit.check(SHARE).checks == ()


def test_the_operand_names_its_source(tmp_path):
    (check,) = audit.check("Some 600,000 people, about 70% of Gaza's population, have fled.").checks
    operand = check.operands[1].claim
    assert operand.document.name == "reference: population of Gaza Strip"
    assert operand.attribution.name.startswith("Palestinian Central Bureau of Statistics")


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(VocabularyError, match="is not a folder"):
        audit.check(SHARE, reference=tmp_path / "nowhere")
