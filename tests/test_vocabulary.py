from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import audit
from audit import vocabulary
from audit.errors import VocabularyError
from audit.lang import known_by, load, pack, packs_with
from audit.standards import standard
from audit.strings import strings

HERE = Path(audit.__file__).parent


@pytest.fixture
def clean() -> Iterator[None]:
    yield
    vocabulary.remove_overlays()


def names(folder: str) -> list[str]:
    return sorted(file.stem for file in (HERE / folder).glob("*.toml"))


@pytest.mark.parametrize("name", names("lang/en"))
def test_every_file_of_english_has_words(name: str) -> None:
    assert load(name)


@pytest.mark.parametrize("name", names("lang/ar"))
def test_a_file_of_another_language_has_the_lists_of_the_english_one(name: str) -> None:
    assert pack("ar")[name].keys() == load(name).keys()


def test_files_that_are_no_language_load() -> None:
    assert all(standard(name) for name in names("standards"))
    assert all(strings(name) for name in names("strings"))
    assert known_by()["words"]


def test_a_name_stands_in_one_folder() -> None:
    every = [name for folder in ("lang", "lang/en", "standards", "strings") for name in names(folder)]
    assert len(every) == len(set(every))


def test_a_language_without_a_file_is_left_out() -> None:
    assert [one.language for one in packs_with("bulletins")] == ["en", "ar"]
    assert [one.language for one in packs_with("relations")] == ["en"]


def test_no_word_of_arabic_stands_outside_its_language() -> None:
    letters = {chr(code) for code in range(0x0620, 0x064B)}
    files = [file for file in HERE.rglob("*") if file.suffix in (".py", ".toml") and "lang" not in file.parts]
    assert files
    assert not [file for file in files if letters & set(file.read_text(encoding="utf-8"))]


def test_a_folder_of_the_users_is_laid_over_ours(tmp_path: Path, clean: None) -> None:
    before = vocabulary.fingerprint()
    (tmp_path / "sentences.toml").write_text('titles = ["fld"]\n', encoding="utf-8")
    vocabulary.overlay(tmp_path)
    assert load("sentences")["titles"] == ["fld"]
    assert "the" in load("sentences")["starters"]
    assert vocabulary.fingerprint() != before


def test_words_that_are_laid_over_hold_also_after_a_text_was_read(tmp_path: Path, clean: None) -> None:
    text = "They met Fld. Ruiz at noon."
    assert len(audit.Document(text).sentences) == 2
    (tmp_path / "sentences.toml").write_text('titles = ["fld"]\n', encoding="utf-8")
    vocabulary.overlay(tmp_path)
    assert len(audit.Document(text).sentences) == 1
    vocabulary.remove_overlays()
    assert len(audit.Document(text).sentences) == 2


def test_a_list_may_name_a_class_of_words(tmp_path: Path, clean: None) -> None:
    (tmp_path / "sentences.toml").write_text('titles = ["fld", "@articles"]\n', encoding="utf-8")
    vocabulary.overlay(tmp_path)
    assert load("sentences")["titles"] == ["fld", "a", "an", "the"]
    (tmp_path / "sentences.toml").write_text('titles = ["@artcles"]\n', encoding="utf-8")
    vocabulary.overlay(tmp_path)
    with pytest.raises(VocabularyError, match="artcles"):
        load("sentences")


def test_no_list_spells_a_class_out() -> None:
    classes = [set(words) for words in load("function")["classes"].values()]
    assert len(set().union(*classes)) == sum(map(len, classes))
    spelt = {
        (file.stem, *path)
        for file in (HERE / "lang" / "en").glob("*.toml")
        for path, words in lists(tomllib.loads(file.read_text(encoding="utf-8")))
        if any(words >= some for some in classes) and path[0] != "classes"
    }
    assert not spelt


def lists(content: object, *path: str) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """The lists of words below a table, each with its place."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from lists(value, *path, key)
    elif isinstance(content, list) and all(isinstance(one, str) for one in content):
        yield path, set(content)


def test_another_language_has_a_folder_of_its_own(tmp_path: Path, clean: None) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "bulletins.toml").write_text('since = ["later"]\n', encoding="utf-8")
    vocabulary.overlay(tmp_path)
    assert pack("ar")["bulletins"]["since"] == ["later"]
    assert load("bulletins")["since"] == ["since"]


@pytest.mark.parametrize("name", ["sentence.toml", "xx/sentences.toml"])
def test_a_file_that_no_vocabulary_has_is_refused(name: str, tmp_path: Path, clean: None) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"sentences?\.toml"):
        vocabulary.overlay(tmp_path)


def test_a_folder_that_is_none_is_refused(tmp_path: Path, clean: None) -> None:
    with pytest.raises(VocabularyError, match="folder"):
        vocabulary.overlay(tmp_path / "none")


def test_a_broken_file_is_named(tmp_path: Path, clean: None) -> None:
    (tmp_path / "sentences.toml").write_text("titles = [", encoding="utf-8")
    vocabulary.overlay(tmp_path)
    with pytest.raises(VocabularyError, match=r"sentences\.toml: is no TOML"):
        load("sentences")
