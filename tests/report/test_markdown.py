"""Markdown: the order, the words, and that an input's marks stay marks."""

from __future__ import annotations

import pytest

from audit.report.markdown import render
from audit.report.templating import escape_markdown
from audit.result import Audit
from tests.report import samples


def text(audit: Audit) -> str:
    from pathlib import Path

    return render(audit, Path("a.md")).decode()


def test_the_order_of_every_report() -> None:
    found = [line for line in text(samples.routed()).splitlines() if line.startswith(("# ", "## "))]
    assert found == [
        "# routed.txt",
        "## What does not fit",
        "## What could not be checked, and what is missing",
        "## What fits",
        "## Every figure, with its source",
        "## Method",
    ]


def test_a_finding_says_what_who_and_how() -> None:
    found = text(samples.routed())
    assert "> The announcement would suggest that the rebels were reduced by **56-75%**, presuming" in found
    assert "- **Who says so:** The Morning Ledger, in its own words" in found
    assert "Tomas Arden, minister of war, as reported by The Morning Ledger" in found
    assert (
        "together would have to be 22,400 to 22,500: 2,400 to 2,500 more than the 20,000 stated (12% or more)." in found
    )
    assert "two\\_figure): half a unit" in found
    assert samples.routed().document.sha256 in found


def test_a_quote_ends_where_its_sentence_ends() -> None:
    found = text(samples.routed())
    assert ">\n>" in found and ".>\n" not in found


def test_tables_have_no_holes() -> None:
    lines = text(samples.routed()).splitlines()
    rows = [line for line in lines if line.startswith('| <a id="d1-f')]
    assert len(rows) == 9
    assert lines[lines.index(rows[0]) + 8] == rows[-1]
    assert {line.count(" |") for line in rows} == {8}


def test_a_text_without_figures_says_so() -> None:
    assert "No figure was found." in text(samples.none())


ESCAPED = [
    ("1. a list", "1\\. a list"),
    ("55.5% to 70", "55.5% to 70"),
    ("- item", "\\- item"),
    ("a|b", "a\\|b"),
    ("[x](y)", "\\[x\\](y)"),
    ("two\nlines", "two lines"),
]


@pytest.mark.parametrize(("words", "escaped"), ESCAPED)
def test_marks_are_escaped(words: str, escaped: str) -> None:
    assert escape_markdown(words) == escaped
