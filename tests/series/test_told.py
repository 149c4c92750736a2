"""Sentences of bulletins about the tables in `told/`: each figure in brackets is borne out, or denied if it has a '!', and
what begins with '?' is nothing that the table could say. What begins with '~' is a known miss: the table settles the figure
('!': denies it), and it is left unjudged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import audit
from audit.series import check_against
from audit.text.document import Document

TOLD = Path(__file__).parent / "told"
MARKED = re.compile(r"\[(!?)([^\]]*)\]")


def sentences() -> Iterator[tuple[str, str, str]]:
    table = ""
    for name in ("sentences.txt", "situation.txt"):
        for line in (TOLD / name).read_text(encoding="utf-8").splitlines():
            if line.endswith(".csv"):
                table = line
            else:
                yield table, line[0], line[2:]


@pytest.mark.parametrize(("table", "kind", "marked"), list(sentences()))
def test_each_figure_is_held_against_what_it_counts(table: str, kind: str, marked: str) -> None:
    text = MARKED.sub(r"\2", marked)
    result = check_against(audit.check(Document(text)), TOLD / table)
    found = {check.claim.figure.text: str(check.verdict) for check in result.between}
    flagged = {check.claim.figure.text for check in result.inconsistent}
    if kind == "?":
        assert not found
        return
    if kind == "~":
        assert all(found.get(figure, "unverifiable") == "unverifiable" for _, figure in MARKED.findall(marked))
        return
    for wrong, figure in MARKED.findall(marked):
        said = figure if figure in found else next((text for text in found if text.startswith(figure)), figure)
        assert found.get(said, "nothing").startswith("inconsistent" if wrong else "consistent"), figure
    assert len(flagged) == sum(bool(wrong) for wrong, _ in MARKED.findall(marked))
