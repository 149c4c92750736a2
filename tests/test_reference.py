import csv
from datetime import date
from pathlib import Path

import pytest

from audit.errors import VocabularyError
from audit.reference import reference

DATA = Path(__file__).parent.parent / "data"


def test_a_place_is_found_by_any_of_its_names():
    assert reference().populations_of("Kiev") == reference().populations_of("kyiv") != ()
    assert reference().populations_of("the Gaza Strip") == reference().populations_of("Gaza")
    assert reference().populations_of("Nowhere") == ()


def test_two_sources_stand_side_by_side():
    sources = {row.source for row in reference().populations_of("Ukraine")}
    assert len(sources) == 2


def test_the_latest_event_before_a_day():
    event = reference().latest_event("Gaza", date(2024, 4, 7))
    assert event is not None and event.start == date(2023, 10, 7)
    earlier = reference().latest_event("Gaza", date(2014, 8, 1))
    assert earlier is not None and earlier.start == date(2014, 7, 8)
    assert reference().latest_event("Gaza", date(1990, 1, 1)) is None
    assert reference().latest_event("Nowhere", date(2024, 1, 1)) is None


def test_the_users_rows_take_the_place_of_ours(tmp_path):
    (tmp_path / "populations.csv").write_text(
        "name,aliases,kind,population,precision,as_of,source,licence\n"
        "Ukraine,,country,30000000,1000000,2024-01-01,an estimate,own\n"
    )
    rows = reference(extra=tmp_path).populations_of("Ukraine")
    assert [(row.value, row.given) for row in rows] == [(30_000_000, True)]
    assert reference(extra=tmp_path).populations_of("Gaza") == reference().populations_of("Gaza")
    assert reference(extra=tmp_path).events == reference().events


@pytest.mark.parametrize(
    "row", ["Utopia,,country,many,1,2024-01-01,a book,own", "Utopia,,country,5,1,soon,a book,own", "Utopia"]
)
def test_a_row_that_cannot_be_read_is_named(tmp_path, row):
    header = "name,aliases,kind,population,precision,as_of,source,licence\n"
    (tmp_path / "populations.csv").write_text(header + row + "\n")
    with pytest.raises(VocabularyError, match=r"populations\.csv: line 2"):
        reference(extra=tmp_path)


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(VocabularyError, match="is not a folder"):
        reference(extra=tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["populations.csv", "events.csv"])
def test_every_row_names_its_source_and_licence(name):
    with (DATA / name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["name"] and row["source"] and row["licence"] for row in rows)


def test_the_readme_names_every_column():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for name in ("populations.csv", "events.csv"):
        header = (DATA / name).read_text(encoding="utf-8").splitlines()[0]
        assert all(f"`{column}`" in text for column in header.split(","))
