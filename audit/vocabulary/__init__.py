"""The words, units and conventions that the rules use: TOML files beside this one, and files of the user's over them.

`load("measures")` gives the contents of `measures.toml` as a nested dict, each table of a user's file of the same name laid
over it (a list or value there takes the place of ours, a table is merged). Each room of the house turns what it loads into
patterns and typed tables of its own, once.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from audit.errors import VocabularyError

__all__ = ["fingerprint", "load", "overlay"]

_HERE = Path(__file__).parent
_overlays: list[Path] = []


def overlay(folder: str | Path) -> None:
    """Lay a folder of TOML files over the vocabulary, for this process and from now on.

    Call it before the first text is read: what has been built from the vocabulary is not built again.
    """
    path = Path(folder)
    if not path.is_dir():
        raise VocabularyError(str(folder), "is not a folder; give one that holds TOML files")
    unknown = sorted(p.name for p in path.glob("*.toml") if not (_HERE / p.name).is_file())
    if unknown:
        raise VocabularyError(str(path / unknown[0]), "no vocabulary has this name")
    _overlays.append(path)
    load.cache_clear()


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary of that name. Raises `VocabularyError` for a file that is no TOML."""
    content = tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))
    for folder in _overlays:
        file = folder / f"{name}.toml"
        if file.is_file():
            try:
                content = _merged(content, tomllib.loads(file.read_text(encoding="utf-8")))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise VocabularyError(str(file), f"is no TOML: {error}") from error
    return content


def _merged(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(ours[key], value) if isinstance(value, dict) and isinstance(ours.get(key), dict) else value
        for key, value in theirs.items()
    }
    return {**ours, **both}


@cache
def fingerprint() -> str:
    """Twelve hexadecimal digits that change when any word of the vocabulary does; reports print it."""
    import hashlib

    digest = hashlib.sha256()
    inside = sorted((p.name, p.read_bytes()) for p in _HERE.glob("*.toml"))
    outside = sorted((str(p.name), p.read_bytes()) for folder in _overlays for p in folder.glob("*.toml"))
    for name, content in (*inside, *outside):
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]
