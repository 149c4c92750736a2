"""Writes `docs/api.md` from the docstrings of the public names: `python docs/make_api.py`, or `make api`."""

from __future__ import annotations

import dataclasses
import enum
import inspect
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
    if not inspect.isroutine(thing):
        return ""
    return str(inspect.signature(thing)).replace("'", "")


def members(thing: type) -> list[str]:
    if issubclass(thing, enum.Enum):
        return [f"- `{member.value}`" for member in thing]
    found = [f"- `{field.name}`: `{field.type}`" for field in fields(thing)]
    for name, member in vars(thing).items():
        made = inspect.isroutine(member) or isinstance(member, property | classmethod | staticmethod)
        words = inspect.getdoc(member)
        if made and words and not name.startswith("_"):
            found.append(f"- `{name}`: {words.splitlines()[0]}")
    return found


def fields(thing: type) -> tuple[Any, ...]:
    return dataclasses.fields(thing) if dataclasses.is_dataclass(thing) else ()


if __name__ == "__main__":
    OUT.write_text(page(), encoding="utf-8")
