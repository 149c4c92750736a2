"""The TOML files of the program, and files of the user's that are laid over them (`--vocabulary FOLDER`).

Words of a language stand in `audit.lang`, what holds in any language (conventions, factors, signs of money) in
`audit.standards`, the program's own sentences in `audit.strings`. Each table of a user's file is laid over that of the same
name: a list or value there takes the place of ours, a table is merged. What is built from these files is `kept` with them,
and built anew when other words are laid over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, overload

from audit.errors import VocabularyError

__all__ = ["LANGUAGES", "contents", "fingerprint", "kept", "overlay", "remove_overlays"]

_HERE = Path(__file__).parent
LANGUAGES = _HERE / "lang"
_ENGLISH = LANGUAGES / "en"
_PLAIN = (_ENGLISH, LANGUAGES, _HERE / "standards", _HERE / "strings")
"""Folders whose files go by their name alone in a user's folder; those of another language stand in a folder there."""
_P = ParamSpec("_P")
_T = TypeVar("_T")
_overlays: list[Path] = []
_empty: list[Callable[[], None]] = []


@overload
def kept(make: Callable[_P, _T], /) -> Callable[_P, _T]: ...


@overload
def kept(*, most: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]: ...


def kept(make: Callable[..., Any] | None = None, /, *, most: int | None = None) -> Callable[..., Any]:
    """Keep what a function makes of the words, `most` of it, until other words are laid over them."""
    if make is None:
        return lambda function: _kept(function, most)
    return _kept(make, None)


def _kept(make: Callable[..., Any], most: int | None) -> Callable[..., Any]:
    known = lru_cache(maxsize=most)(make)
    _empty.append(known.cache_clear)
    return known


def overlay(folder: str | Path) -> None:
    """Lay a folder of TOML files over the program's own, for this process and from now on."""
    path = Path(folder)
    if not path.is_dir():
        raise VocabularyError(str(folder), "is not a folder; give one that holds TOML files")
    for file in sorted(path.rglob("*.toml")):
        if _under(file.relative_to(path)) is None:
            raise VocabularyError(str(file), "no vocabulary has this name")
    _overlays.append(path)
    _begin_anew()


def remove_overlays() -> None:
    """Take away all that has been laid over the program's own words."""
    _overlays.clear()
    _begin_anew()


def contents(folder: Path, name: str) -> dict[str, Any]:
    """The file of that name in a folder of the program. Raises `VocabularyError` for a file that is no TOML."""
    content = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    within = Path() if folder in _PLAIN else Path(folder.name)
    for laid in _overlays:
        file = laid / within / f"{name}.toml"
        if file.is_file():
            try:
                content = _merged(content, tomllib.loads(file.read_text(encoding="utf-8")))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise VocabularyError(str(file), f"is no TOML: {error}") from error
    return content


@cache
def fingerprint() -> str:
    """Twelve hexadecimal digits that change when any of these files does; reports print it."""
    import hashlib

    digest = hashlib.sha256()
    inside = [(str(p.relative_to(_HERE)), p.read_bytes()) for p in _files()]
    outside = [(str(p.relative_to(folder)), p.read_bytes()) for folder in _overlays for p in folder.rglob("*.toml")]
    for name, content in (*sorted(inside), *sorted(outside)):
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


_empty.append(fingerprint.cache_clear)


def _files() -> Iterator[Path]:
    yield from LANGUAGES.rglob("*.toml")
    for folder in _PLAIN[2:]:
        yield from folder.glob("*.toml")


def _under(name: Path) -> Path | None:
    """Which file of the program's one of the user's is laid over."""
    folders = _PLAIN if name.parent == Path() else (LANGUAGES,)
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _begin_anew() -> None:
    for empty in _empty:
        empty()


def _merged(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(ours[key], value) if isinstance(value, dict) and isinstance(ours.get(key), dict) else value
        for key, value in theirs.items()
    }
    return {**ours, **both}
