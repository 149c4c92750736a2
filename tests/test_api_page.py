"""The page of the public names says something about each of them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import audit

SCRIPT = Path(__file__).parent.parent / "docs" / "make_api.py"


def test_every_public_name_has_its_section_and_its_words() -> None:
    spec = importlib.util.spec_from_file_location("make_api", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    kept = (SCRIPT.parent / "api.md").read_text(encoding="utf-8")
    sections = module.page().split("\n## ")[1:]
    assert len(sections) == len(audit.__all__)
    heads = [section.partition("\n")[0] for section in sections]
    assert heads == [section.partition("\n")[0] for section in kept.split("\n## ")[1:]], "run: make api"
    for section in sections:
        head, _, words = section.partition("\n")
        assert words.strip(), head
    assert kept.startswith(module.HEAD)
