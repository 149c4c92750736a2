"""The words of a language, by what they mean. A language is a folder beside this file; each has the same file names.

`load("saying")` gives the English words of `saying.toml`, `pack("ar")["bulletins"]` those of another language; every table
that is built from a language hangs on its `Pack`, or is `audit.vocabulary.kept`. What a language has no file for is a
capability that is off. Words that many lists have stand once, in a class of `function.toml`, and the lists name the class.
A text in a language that has no folder here is read for its figures alone, and no figure of it is judged: `known_by` has the
words by which a language is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from audit.errors import VocabularyError
from audit.vocabulary import LANGUAGES, contents, kept

__all__ = ["Pack", "known_by", "load", "pack", "packs_with"]

ENGLISH = "en"
_CLASS = "@"
"""Before the name of a class of words, in a list: the classes stand in `function.toml`."""
_T = TypeVar("_T")


class Pack:
    """One language: `pack["relations"]` is the content of its `relations.toml`, with what the user lays over it."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._files: dict[str, dict[str, Any]] = {}
        self._classes: dict[str, list[str]] | None = None
        self._built: dict[Callable[[Pack], Any], Any] = {}

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        return self.words(name)

    def words(self, name: str) -> dict[str, Any]:
        """The content of a file of the language."""
        if name not in self._files:
            self._files[name] = self._spelt_out(contents(LANGUAGES / self.language, name))
        return self._files[name]

    def _spelt_out(self, value: Any) -> Any:
        """The same with the words of each class that a list names ("@articles") in its place."""
        if isinstance(value, dict):
            return {key: self._spelt_out(one) for key, one in value.items()}
        if not isinstance(value, list):
            return value
        found: list[Any] = []
        for one in value:
            if isinstance(one, str) and one.startswith(_CLASS) and one != _CLASS:
                found += self._class(one.removeprefix(_CLASS))
            else:
                found.append(self._spelt_out(one))
        return found

    def _class(self, name: str) -> list[str]:
        folder = LANGUAGES / self.language
        if self._classes is None:
            self._classes = contents(folder, "function")["classes"]
        if name not in self._classes:
            raise VocabularyError(str(folder / "function.toml"), f"has no class {_CLASS}{name}")
        return self._classes[name]

    def build(self, make: Callable[[Pack], _T]) -> _T:
        """What the function makes of this pack, made once."""
        if make not in self._built:
            self._built[make] = make(self)
        built: _T = self._built[make]
        return built


@kept
def pack(language: str = ENGLISH) -> Pack:
    return Pack(language)


def load(name: str) -> dict[str, Any]:
    """The English words of that name: `load("saying")` is the content of `en/saying.toml`."""
    return pack().words(name)


@kept
def packs_with(name: str) -> tuple[Pack, ...]:
    """The languages that have a file of that name, English first."""
    found = {file.parent.name for file in LANGUAGES.glob(f"*/{name}.toml")}
    return tuple(pack(language) for language in sorted(found, key=lambda language: (language != ENGLISH, language)))


@kept
def known_by() -> dict[str, Any]:
    """By what a text is told to be in a language, read or not."""
    return contents(LANGUAGES, "languages")
