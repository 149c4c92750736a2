"""What is worked out of small texts, by phenomenon: each file of `tests/golden/` holds texts and what is found in them.

A section is a heading, a text (quoted), and a table of the checks, or the sentence that there are none. A section whose
heading ends in '(not yet)' holds what should be found and is not; it fails once it is, so that it is promoted.
`make golden` writes the tables again, for a review of the difference; a text that was misread is added here, by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import audit

FOLDER = Path(__file__).parent / "golden"
NOT_YET = " (not yet)"
NOTHING = "Nothing is worked out."
HEAD = "| operation | claim | follows from | verdict |\n|---|---|---|---|"
_SECTION = re.compile(r"^## (.+)\n\n((?:> .+\n)+)\n((?:(?:\|.*\||Nothing is worked out\.)(?:\n|$))+)", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    heading: str
    text: str
    checks: str
    """The table as it is printed."""
    wanted: bool = False
    """Whether the table holds what should be found and is not."""

    def __str__(self) -> str:
        quoted = "\n".join(f"> {line}" for line in self.text.split("\n"))
        return f"## {self.heading}{NOT_YET if self.wanted else ''}\n\n{quoted}\n\n{self.checks}\n"


def sections(file: Path) -> list[Section]:
    content = file.read_text(encoding="utf-8")
    found = [
        Section(
            heading.removesuffix(NOT_YET),
            "\n".join(line.removeprefix("> ") for line in quoted.rstrip("\n").split("\n")),
            checks.rstrip("\n"),
            heading.endswith(NOT_YET),
        )
        for heading, quoted, checks in _SECTION.findall(content)
    ]
    assert len(found) == content.count("\n## "), f"{file.name} has a section that is not of the form"
    return found


def worked_out(text: str) -> str:
    """The checks of a text as the table of its section."""
    rows = [
        f"| {check.operation} | {check.claim.figure.text} | "
        f"{'; '.join(f'{operand.role} {operand.text}' for operand in check.operands)} | {check.verdict} |"
        for check in audit.check(text).checks
    ]
    return "\n".join((HEAD, *rows)) if rows else NOTHING


def renewed(section: Section) -> Section:
    found = worked_out(section.text)
    if section.wanted:
        return replace(section, wanted=found != section.checks)
    return replace(section, checks=found)


def files() -> Iterator[Path]:
    yield from sorted(FOLDER.glob("*.md"))


CASES = [
    pytest.param(section, id=f"{file.stem}: {section.heading}{NOT_YET if section.wanted else ''}")
    for file in files()
    for section in sections(file)
]


@pytest.mark.parametrize("section", CASES)
def test_what_is_worked_out(section: Section, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        pytest.skip("the files are written again")
    found = worked_out(section.text)
    if section.wanted:
        assert found != section.checks, "it works now: `make golden` takes '(not yet)' from its heading"
    else:
        assert found == section.checks


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
