"""What comes along: each package has its licence in the README and its version in the lock."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOME = Path(__file__).parent.parent


def come_along() -> set[str]:
    """All packages that the program and its extras for users bring, as they are installed here."""
    project = (HOME / "pyproject.toml").read_text(encoding="utf-8")
    wanted = [(name, "") for name in re.findall(r'^    "([\w.-]+)[\[>]', project.partition("test = [")[0], re.M)]
    wanted += [("dask", "distributed"), ("fsspec", ""), ("mcp", "")]
    seen: set[tuple[str, str]] = set()
    while wanted:
        name, extra = one = wanted.pop()
        if one in seen:
            continue
        try:
            needed = requires(name) or []
        except PackageNotFoundError:
            continue
        seen.add(one)
        for requirement in map(Requirement, needed):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                wanted += [(requirement.name, more) for more in ("", *requirement.extras)]
    return {str(canonicalize_name(name)) for name, _ in seen}


def test_each_has_its_licence_in_the_readme() -> None:
    table = (HOME / "README.md").read_text(encoding="utf-8").partition("| licence | packages |")[2].partition("\n\n")[0]
    named = {canonicalize_name(name) for name in re.findall(r"[A-Za-z][\w.-]+", table)}
    found = come_along()
    assert len(found) > 50
    assert not found - named


def test_each_has_its_version_in_the_lock() -> None:
    lines = (HOME / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = {str(canonicalize_name(line.partition("==")[0])) for line in lines if "==" in line}
    assert not come_along() - locked
