"""Writes `docs/api.md` from the docstrings of the public names: `python docs/make_api.py`, or `make api`."""

from __future__ import annotations

import dataclasses
import enum
import inspect
from functools import cached_property
from pathlib import Path
from typing import Any

import audit

OUT = Path(__file__).parent / "api.md"
HEAD = """# The names of `import audit`

Made from the docstrings by `make api`. What each column of a frame means stands in `audit/columns.py`; `audit schema`
describes the JSON.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(section(name, getattr(audit, name)) for name in sorted(audit.__all__, key=str.lower))])


def section(name: str, thing: Any) -> str:
    """One name: its signature, its docstring, and of a class its members."""
    lines = [f"## `{name}{signature(thing)}`", "", inspect.getdoc(thing) or ""]
    if inspect.isclass(thing):
        lines += ["", *members(thing)]
    return "\n".join(lines).rstrip() + "\n"


def signature(thing: Any) -> str:
    """How it is called, its defaults as one would type them."""
    if not inspect.isroutine(thing):
        return ""
    found = inspect.signature(thing)
    parts: list[str] = []
    for parameter in found.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        default = "" if parameter.default is parameter.empty else f" = {typed(parameter.default)}"
        parts.append(f"{parameter.name}: {parameter.annotation}{default}")
    return f"({', '.join(parts)}) -> {found.return_annotation}"


def typed(default: Any) -> str:
    if isinstance(default, enum.Enum):
        return repr(str(default))
    return f"{type(default).__name__}()" if dataclasses.is_dataclass(default) else repr(default)


def members(thing: type) -> list[str]:
    if issubclass(thing, enum.Enum):
        return [f"- `{member.value}`" for member in thing]
    found = [f"- `{field.name}`: `{field.type}`" for field in fields(thing)]
    for name, member in vars(thing).items():
        made = inspect.isroutine(member) or isinstance(member, property | cached_property | classmethod | staticmethod)
        words = inspect.getdoc(member)
        if made and words and not name.startswith("_"):
            found.append(f"- `{name}`: {' '.join(words.partition(chr(10) * 2)[0].split())}")
    return found


def fields(thing: type) -> tuple[Any, ...]:
    return dataclasses.fields(thing) if dataclasses.is_dataclass(thing) else ()


if __name__ == "__main__":
    OUT.write_text(page(), encoding="utf-8")
