"""Passages that were written to fit the account and to measure it: which figures are derived from which is marked in them.

    The attack killed [[a:12 people]]: [[b:seven soldiers]] and [[c:five civilians]], the army said.
    = sum a b c

Blocks are parted by an empty line; '¶' begins a paragraph; a line '= operation claim operand ...' names a relation.
Everything in them is invented, and everything fits.

    python benchmarks/passages.py benchmarks/passages/*.txt > rows.jsonl

gives them line by line as annotated relations, and of each a copy in which its claim was changed ('syn'). The weights are
fitted on those in `passages/`; those of `held_out*.txt` (passages, and whole articles) are for measuring alone.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["passages", "rows"]

_MARK = re.compile(r"\[\[([a-z]{1,2}):(.*?)\]\]")
_DIGIT = re.compile(r"\d+(?=\D*$)|\d+")
_LIMITS = frozenset(("subset", "rank"))
"""Most other parts fit a whole as well."""
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def passages(path: Path) -> Iterator[tuple[str, dict[str, tuple[int, int]], list[list[str]]]]:
    """Each text with its marks, by name from start to end, and its relations."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        lines = block.split("\n")
        relations = [line[2:].split() for line in lines if line.startswith("= ")]
        yield *_unmarked(" ".join(line for line in lines if not line.startswith("= "))), relations


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The relations as the annotated sets tell them; a passage without any gives one row that names none."""
    for number, (text, marks, relations) in enumerate(passages(path)):
        if not relations:
            yield {"id": f"neg-{path.stem}{number}", "text": text, "claim": {"start": 0, "end": 0}, "operands": []}
        for at, (operation, claim, *operands) in enumerate(relations):
            yield {
                "id": f"real-{path.stem}{number}-{at}",
                "text": text,
                "verdict": "consistent",
                "claim": {**_span(text, marks[claim]), "op": operation},
                "operands": [_span(text, marks[name]) for name in operands],
            }


def changed(row: dict[str, Any]) -> dict[str, Any] | None:
    """The same with another number in its claim; None where it prints none that can be changed so that it no longer fits."""
    claim, text = row["claim"], row["text"]
    if claim["op"] in _LIMITS:
        return None
    surface = _other(claim["surface"])
    if surface is None:
        return None
    moved = len(surface) - len(claim["surface"])
    operands = [
        {**operand, "start": operand["start"] + moved, "end": operand["end"] + moved}
        if operand["start"] >= claim["end"]
        else operand
        for operand in row["operands"]
    ]
    return {
        "id": row["id"].replace("real", "syn"),
        "text": text[: claim["start"]] + surface + text[claim["end"] :],
        "verdict": "inconsistent",
        "claim": {**claim, "end": claim["end"] + moved, "surface": surface},
        "operands": operands,
    }


def _other(surface: str) -> str | None:
    found = _DIGIT.search(surface.replace(",", ""))
    if found and "," not in surface:
        number = found.group()
        value = int(number)
        other = value + max(2, value // 7) if value % 2 else max(1, value - max(2, value // 6))
        return surface[: found.start()] + str(other).zfill(len(number)) + surface[found.end() :]
    if "," in surface and found:
        digits = [at for at, sign in enumerate(surface) if sign.isdigit()]
        at = digits[1]
        return surface[:at] + str((int(surface[at]) + 3) % 10) + surface[at + 1 :]
    for place, word in enumerate(_WORDS):
        match = re.search(rf"\b{word}\b", surface, re.IGNORECASE)
        if match:
            other = _WORDS[place + 2] if place < 10 else _WORDS[place - 3]
            cased = other.capitalize() if match.group()[0].isupper() else other
            return surface[: match.start()] + cased + surface[match.end() :]
    return None


def _span(text: str, where: tuple[int, int]) -> dict[str, Any]:
    start, end = where
    return {"start": start, "end": end, "surface": text[start:end]}


def _unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    marked = marked.replace("¶", "\n\n")
    text, at, marks = "", 0, {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks[mark.group(1)] = (len(text), len(text) + len(mark.group(2)))
        text += mark.group(2)
        at = mark.end()
    return text + marked[at:], marks


def main() -> None:
    for path in map(Path, sys.argv[1:]):
        for row in rows(path):
            for each in (row, changed(row) if row["operands"] else None):
                if each is not None and each["operands"]:
                    print(json.dumps(each, ensure_ascii=False))


if __name__ == "__main__":
    main()
