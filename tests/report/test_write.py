"""The door: formats by suffix, errors on one line, the same bytes again, no half of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import AuditError, OptionError, UnwritableError
from audit.report import FORMATS
from tests.report import samples


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"'a\.docx' is not possible; use one of \."):
        samples.none().report(tmp_path / "a.docx")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="its folder does not exist"):
        samples.none().report(tmp_path / "missing" / "a.json")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(UnwritableError, match="it is a folder"):
        samples.none().report(tmp_path / "a.json")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("old", encoding="utf-8")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(AuditError) as error:
        samples.none().report(path)
    assert "\n" not in str(error.value) and "No space left" in str(error.value)
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_audit_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    first = samples.routed().report(tmp_path / f"a{suffix}").read_bytes()
    again = samples.routed().report(tmp_path / f"b{suffix}").read_bytes()
    assert first == again and len(first) > 500
