"""The report of a corpus: what comes first, what is counted, and nothing of the input taken for markup."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest

from audit.corpus import run
from audit.corpus.digest import NO_DATE, OUTLETS, Count, digest
from audit.corpus.pages import calendar, pictures, write
from audit.errors import OptionError, UnreadableError

ROWS = [
    ("The Ledger", "2024-01-05", "Arrests rose 26% to 110 from 100."),
    ("The Ledger", "2024-02-05", "Arrests rose 29% to 110 from 100, <b>the governor</b> said."),
    ("Morning Sum", "2024-02-06", "Arrests rose 10% to 110 from 100."),
    (None, None, "Nothing is counted here."),
]


@pytest.fixture
def audited(tmp_path: Path) -> Path:
    file = tmp_path / "in.jsonl"
    rows = [{"publisher": publisher, "date": date, "text": text} for publisher, date, text in ROWS]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run([file], tmp_path / "out", processes=1)
    return tmp_path / "out"


def test_the_widest_gap_for_the_claims_size_comes_first(audited: Path) -> None:
    assert [found.text for found in digest(audited).findings] == ["29%", "26%"]


def run_on(texts: list[str], tmp_path: Path) -> Path:
    file = tmp_path / "in.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    run([file], tmp_path / "out", processes=1)
    return tmp_path / "out"


def test_of_gaps_of_one_class_that_of_the_source_most_documents_name_comes_first(tmp_path: Path) -> None:
    unnamed = "Arrests rose 29% to 110 from 100."
    named = "Arrests rose 28% to 110 from 100, the governor said."
    texts = [unnamed, named, "The governor said that 4 people were hurt.", "Arrests rose 26% to 110 from 100."]
    found = digest(run_on(texts, tmp_path)).findings
    assert [(item.text, item.named) for item in found] == [("28%", 2), ("29%", 0), ("26%", 0)]
    assert found[0].distance == "18 percentage points"


def test_a_report_that_was_taken_over_is_shown_once(tmp_path: Path) -> None:
    found = digest(run_on(["Arrests rose 29% to 110 from 100."] * 3, tmp_path)).findings
    assert [(item.number, item.copies) for item in found] == [(1, 3)]


def test_a_document_named_by_its_address_is_linked(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    row = {"url": "https://news.example/a?b=1&c=2", "title": "A <day>", "text": "Arrests rose 29% to 110 from 100."}
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    run([file], tmp_path / "out", processes=1)
    page = write(digest(tmp_path / "out"), tmp_path / "a.html").read_text(encoding="utf-8")
    assert 'href="https://news.example/a?b=1&amp;c=2"' in page
    assert "A &lt;day&gt;" in page


def test_months_stand_in_a_row_and_many_of_them_are_years() -> None:
    two = [Count("2023-11", 1, 2, 1), Count("2024-02", 1, 1, 0), Count(NO_DATE, 1, 0, 0)]
    assert [count.name for count in calendar(two)] == ["2023-11", "2023-12", "2024-01", "2024-02", NO_DATE]
    many = [Count("1999-01", 1, 2, 1), Count("1999-05", 1, 1, 0), Count("2024-02", 1, 1, 0)]
    years = calendar(many)
    assert (len(years), years[0]) == (26, Count("1999", 2, 3, 1))


def test_outlets_and_months_are_counted(audited: Path) -> None:
    found = digest(audited)
    assert [(count.name, count.documents, count.inconsistent) for count in found.outlets] == [
        ("The Ledger", 2, 2),
        ("Morning Sum", 1, 0),
        ("no publisher named", 1, 0),
    ]
    assert [count.name for count in found.months] == ["2024-01", "2024-02", "no date"]


def test_many_outlets_are_added_up(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    rows = [{"publisher": f"Paper {number:02}", "text": "Two died."} for number in range(OUTLETS + 5)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run([file], tmp_path / "out", processes=1)
    assert digest(tmp_path / "out").outlets[-1].name == "5 others"


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.png", "a.svg"])
def test_formats_repeat_byte_for_byte(audited: Path, tmp_path: Path, name: str) -> None:
    first = write(digest(audited), tmp_path / name).read_bytes()
    assert write(digest(audited), tmp_path / name).read_bytes() == first


def test_markup_of_an_input_is_shown_as_text(audited: Path, tmp_path: Path) -> None:
    page = write(digest(audited), tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<b>the governor" not in page
    assert "&lt;b&gt;the governor" in page


def test_pictures_say_in_words_what_they_show(audited: Path) -> None:
    assert "The Ledger: 2 documents, 2 recomputed, 2 that do not fit" in pictures(digest(audited))[0].alternative


def test_a_phone_gets_a_picture_of_its_own_that_is_no_wider_than_its_page(audited: Path, tmp_path: Path) -> None:
    page = write(digest(audited), tmp_path / "a.html").read_text(encoding="utf-8")
    figure = re.search(r'<figure class="picture"><picture>(.*?)</picture></figure>', page)
    assert figure is not None
    assert re.search(r"\.picture img \{[^}]*width: 100%", page)
    assert page.count("<img") == 1
    drawn = [base64.b64decode(one).decode() for one in re.findall(r"base64,([\w+/=]+)", figure[1])]
    narrow, wide = (float(found[1]) for one in drawn if (found := re.search(r'<svg [^>]*?width="([\d.]+)pt"', one)))
    assert narrow < 320 < 700 < wide


def test_a_folder_without_a_corpus_and_an_unknown_format_are_refused(audited: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="holds no audited corpus"):
        digest(tmp_path)
    with pytest.raises(OptionError):
        write(digest(audited), tmp_path / "a.doc")
