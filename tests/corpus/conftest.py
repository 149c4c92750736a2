from __future__ import annotations

import json
from pathlib import Path

import pytest


def write_corpus(file: Path, documents: int) -> Path:
    with file.open("w", encoding="utf-8") as stream:
        for number in range(documents):
            text = f"The ministry said that {number + 2} people were killed. Sales rose 10% to 110 from 100."
            stream.write(json.dumps({"text": text, "date": f"2024-{number % 12 + 1:02d}-05"}) + "\n")
    return file


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "in.jsonl", 60)
