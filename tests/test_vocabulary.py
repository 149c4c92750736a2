from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from audit import vocabulary
from audit.errors import VocabularyError


@pytest.fixture
def clean() -> Iterator[None]:
    yield
    vocabulary._overlays.clear()
    vocabulary.load.cache_clear()
    vocabulary.fingerprint.cache_clear()


@pytest.mark.parametrize(
    "name",
    sorted(p.name.removesuffix(".toml") for p in files("audit.vocabulary").iterdir() if p.name.endswith(".toml")),
)
def test_every_file_loads(name: str) -> None:
    assert vocabulary.load(name)


def test_a_folder_of_the_users_is_laid_over_ours(tmp_path: Path, clean: None) -> None:
    before = vocabulary.fingerprint()
    (tmp_path / "sentences.toml").write_text('titles = ["fld"]\n', encoding="utf-8")
    vocabulary.overlay(tmp_path)
    assert vocabulary.load("sentences")["titles"] == ["fld"]
    assert "the" in vocabulary.load("sentences")["starters"]
    vocabulary.fingerprint.cache_clear()
    assert vocabulary.fingerprint() != before


def test_a_file_that_no_vocabulary_has_is_refused(tmp_path: Path, clean: None) -> None:
    (tmp_path / "sentence.toml").write_text("", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"sentence\.toml"):
        vocabulary.overlay(tmp_path)


def test_a_folder_that_is_none_is_refused(tmp_path: Path, clean: None) -> None:
    with pytest.raises(VocabularyError, match="folder"):
        vocabulary.overlay(tmp_path / "none")


def test_a_broken_file_is_named(tmp_path: Path, clean: None) -> None:
    (tmp_path / "sentences.toml").write_text("titles = [", encoding="utf-8")
    vocabulary.overlay(tmp_path)
    with pytest.raises(VocabularyError, match=r"sentences\.toml: is no TOML"):
        vocabulary.load("sentences")
