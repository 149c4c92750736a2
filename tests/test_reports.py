"""The reports in `reports/` are those of the seeds: `make audit` would write the same bytes."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest

from audit.columns import FRAMES
from audit.pipeline import check_many
from audit.read import read_many
from audit.report import write
from audit.report.gallery import write_gallery
from audit.result import Audit

HOME = Path(__file__).parent.parent
REPORTS = HOME / "reports"
TEXTS = ["audit.json", "audit.md", "audit.html", *(f"audit.{what}.csv" for what in FRAMES)]
REMEDY = "run `make audit` and commit reports/"
PICTURES = f"numeric-claims-audit, typst {version('typst')}"

pytestmark = pytest.mark.skipif(
    not (REPORTS / "audit.json").is_file(), reason="reports/ is empty: `make audit` has not been run yet"
)


@pytest.fixture(scope="module")
def seeds() -> Audit:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(HOME)  # a document's origin is the path that was given
        return check_many(read_many(["seeds/"]))


@pytest.fixture(scope="module")
def pictures(seeds: Audit, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pictures")
    return [write(seeds, folder / "audit.png"), *write_gallery(seeds, folder)[0]]


@pytest.mark.parametrize("name", TEXTS)
def test_texts_are_the_same_byte_for_byte(name: str, seeds: Audit, tmp_path: Path) -> None:
    again = write(seeds, tmp_path / name).read_text(encoding="utf-8")
    assert again == (REPORTS / name).read_text(encoding="utf-8"), f"reports/{name} is old: {REMEDY}"


def test_the_pdf_is_the_same_byte_for_byte(seeds: Audit, tmp_path: Path) -> None:
    again = write(seeds, tmp_path / "audit.pdf").read_bytes()
    written_by = re.search(rb"/Creator\((.*?)\)", again)
    assert written_by is not None
    committed = (REPORTS / "audit.pdf").read_bytes()
    _same_libraries(committed, written_by[1].decode())
    assert again == committed, f"reports/audit.pdf is old: {REMEDY}"


def test_pictures_are_the_same_byte_for_byte(pictures: list[Path]) -> None:
    _same_libraries((REPORTS / "audit.png").read_bytes(), PICTURES)
    for path in pictures:
        assert path.read_bytes() == (REPORTS / path.name).read_bytes(), f"reports/{path.name} is old: {REMEDY}"


def test_nothing_is_left_of_older_reports(pictures: list[Path]) -> None:
    shown = {path.name for path in pictures}
    committed = {path.name for path in REPORTS.iterdir() if path.name.startswith(("finding-", "card-"))}
    assert committed <= shown, f"reports/ holds pictures of findings that there are no more: {REMEDY}"


def _same_libraries(committed: bytes, name: str) -> None:
    """Skip unless the committed file says that it was written by these versions: others set the same page otherwise."""
    if name.encode() not in committed:
        pytest.skip(f"the committed file was not written by {name}; its bytes may differ")
