"""The examples of the docstrings, run as they stand."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import audit

HOUSE = Path(audit.__file__).parent
FILES = [file for file in sorted(HOUSE.rglob("*.py")) if ">>> " in file.read_text(encoding="utf-8")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOUSE)))
def test_its_examples_give_what_they_say(file: Path) -> None:
    name = ".".join(("audit", *file.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__")
    results = doctest.testmod(import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert results.attempted
    assert not results.failed
