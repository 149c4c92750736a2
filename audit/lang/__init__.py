"""The words of a language, by what they mean. A language is a folder beside this file; each has the same file names.

`pack("en")` gives a `Pack`; every table that is built from a language hangs on its pack. A text in a language that has no
folder here is read for its figures alone, and no figure of it is judged.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

__all__ = ["Pack", "languages", "pack"]

_HERE = Path(__file__).parent
_T = TypeVar("_T")


class Pack:
    """One language: `pack["relations"]` is the content of its `relations.toml`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._files: dict[str, dict[str, Any]] = {}
        self._built: dict[Callable[[Pack], Any], Any] = {}

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name not in self._files:
            content = (_HERE / self.language / f"{name}.toml").read_text(encoding="utf-8")
            self._files[name] = tomllib.loads(content)
        return self._files[name]

    def build(self, make: Callable[[Pack], _T]) -> _T:
        """What the function makes of this pack, made once."""
        if make not in self._built:
            self._built[make] = make(self)
        built: _T = self._built[make]
        return built


@cache
def pack(language: str = "en") -> Pack:
    return Pack(language)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder."""
    return tuple(sorted(folder.name for folder in _HERE.iterdir() if (folder / "relations.toml").is_file()))
