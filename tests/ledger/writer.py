"""Writes documents into a ledger without end, for the tests that kill it: python -m tests.ledger.writer LEDGER FIRST"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import duckdb  # noqa: F401 - loaded before the first kill can fall, as is pyarrow
import pyarrow  # noqa: F401

from audit.ledger import Ledger
from audit.result import Part
from tests.ledger.makers import claim, document, part

CLAIMS = 12


def parts(first: int) -> Iterator[Part]:
    """Documents of `CLAIMS` claims each, from the number `first` on."""
    for number in range(first, first + 100_000):
        numbers = [f"{1000 + number * CLAIMS + at}" for at in range(CLAIMS)]
        text = " ".join(f"In Orrin, {one} people were killed." for one in numbers)
        made = document(text, f"Herald {number}")
        yield part(*(claim(made, one, place="Orrin") for one in numbers))


def main(path: str, first: int) -> None:
    ledger = Ledger(path)
    print("ready", flush=True)
    for one in parts(first):
        ledger.add_parts([one])
        print("added", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
