"""What is worked out of small texts, by phenomenon: each file of `tests/golden/` holds texts and what is found in them.

A section is a heading, a text (quoted), and a table of the checks, or the sentence that there are none. The note of a row
says what is amiss: 'not yet' stands at what should be found and is not, 'should not be' at what is found and is wrong. A row
that is not yet found fails once it is, so that it is promoted. `make golden` writes the tables again, for a review of the
difference; a text that was misread is added here, by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import audit

FOLDER = Path(__file__).parent / "golden"
NOT_YET, WRONG = "not yet", "should not be"
NOTHING = "Nothing is worked out."
HEAD = "| operation | claim | follows from | verdict | note |\n|---|---|---|---|---|"
_SECTION = re.compile(r"^## (.+)\n\n((?:>.*\n)+)\n((?:(?:\|.*\||Nothing is worked out\.)(?:\n|$))+)", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    check: str
    """Operation, claim, operands and verdict, as they are printed."""
    note: str = ""

    def __str__(self) -> str:
        return f"| {self.check} | {self.note} |" if self.note else f"| {self.check} | |"


@dataclass(frozen=True)
class Section:
    heading: str
    text: str
    rows: tuple[Row, ...]

    def __str__(self) -> str:
        quoted = "\n".join(f"> {line}".rstrip() for line in self.text.split("\n"))
        table = "\n".join((HEAD, *map(str, self.rows))) if self.rows else NOTHING
        return f"## {self.heading}\n\n{quoted}\n\n{table}\n"


def sections(file: Path) -> list[Section]:
    content = file.read_text(encoding="utf-8")
    found = [
        Section(
            heading,
            "\n".join(line.removeprefix(">").removeprefix(" ") for line in quoted.rstrip("\n").split("\n")),
            tuple(map(row, table.rstrip("\n").split("\n")[2:])),
        )
        for heading, quoted, table in _SECTION.findall(content)
    ]
    assert len(found) == content.count("\n## "), f"{file.name} has a section that is not of the form"
    return found


def row(line: str) -> Row:
    *check, note = line.removeprefix("|").removesuffix("|").split("|")
    return Row("|".join(check).strip(), note.strip())


def worked_out(text: str) -> list[str]:
    """The checks of a text, each as its row has it."""
    return [
        f"{check.operation} | {check.claim.figure.text} | "
        f"{'; '.join(f'{operand.role} {operand.text}' for operand in check.operands)} | {check.verdict}"
        for check in audit.check(text).checks
    ]


def renewed(section: Section) -> Section:
    """With what is found now; what is found no more is not yet found again."""
    found, wrong = worked_out(section.text), {row.check for row in section.rows if row.note == WRONG}
    lost = [row for row in section.rows if row.check not in found and row.note != WRONG]
    rows = (
        *(Row(check, WRONG if check in wrong else "") for check in found),
        *(replace(r, note=NOT_YET) for r in lost),
    )
    return replace(section, rows=rows)


def files() -> Iterator[Path]:
    yield from sorted(FOLDER.glob("*.md"))


CASES = [pytest.param(section, id=f"{file.stem}: {section.heading}") for file in files() for section in sections(file)]


@pytest.mark.parametrize("section", CASES)
def test_what_is_worked_out(section: Section, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        pytest.skip("the files are written again")
    found = worked_out(section.text)
    promoted = [row.check for row in section.rows if row.note == NOT_YET and row.check in found]
    assert not promoted, "found now: `make golden` takes 'not yet' from its row"
    assert found == [row.check for row in section.rows if row.note != NOT_YET]


def test_the_files_are_as_they_would_be_written(request: pytest.FixtureRequest) -> None:
    for file in files():
        head, _, _ = file.read_text(encoding="utf-8").partition("\n## ")
        update = request.config.getoption("--update-golden")
        told = [renewed(section) if update else section for section in sections(file)]
        whole = f"{head}\n" + "\n".join(map(str, told))
        if update:
            file.write_text(whole, encoding="utf-8")
        assert file.read_text(encoding="utf-8") == whole
        assert len({section.text for section in told}) == len(told), f"{file.name} has a text twice"
        assert all(row.note in ("", NOT_YET, WRONG) for section in told for row in section.rows)
