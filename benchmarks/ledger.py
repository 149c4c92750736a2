"""Speed and memory of the ledger: python benchmarks/ledger.py [ARTICLES] [KILLS]

Makes ARTICLES invented articles of about 3,000 characters, with as many figures as the news has (10,000 by default), adds
them with the whole road from text to checks, and asks for the conflicts. Times are processor seconds, so that other programs
on the machine do not count. With KILLS, kills a writer that often and looks at what it left.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from texts import article

from audit.ledger import Ledger
from audit.pipeline import check_document
from audit.result import Part
from audit.text.document import Document

_FIRST, _LAST = ("Or", "Tar", "Del", "Vet", "Sel", "Kar", "Ald", "Cor"), ("rin", "sk", "ling", "mere", "moor")
_TOWNS = [f"{first}{last}" for first in _FIRST for last in _LAST]
_EVENTS = ("factory fire", "market bombing", "ferry accident", "bus crash", "landslide", "airstrike", "flood")
_SOURCES = ("Police", "The health ministry", "Rescue officials", "The governor", "Hospital doctors", "The army")
_LENGTH = 2900
_SOME = 500
"""Articles to warm up on, and to measure the road without the ledger."""


def articles(count: int) -> Iterator[Document]:
    """Articles of the same random sequence each time, two on each event; of a hundred events one is told with two tolls.

    40 towns and 997 days have no common divisor: no town has two events on one day.
    """
    chance = random.Random(7)
    for number in range(count):
        event, town = number // 2, _TOWNS[(number // 2) % len(_TOWNS)]
        day = date(2021, 1, 1) + timedelta(days=event % 997)
        facts = random.Random(event)
        what, toll = facts.choice(_EVENTS), facts.randint(5, 90) + (40 if event % 100 == 0 and number % 2 else 0)
        told = (
            f"A {what} in {town} on {day:%A} killed {toll} people, {{who}} said.",
            f"{{who}} said {facts.randint(91, 400)} people were injured in {town}.",
            f"The {what} destroyed {facts.randint(3, 90)} houses and 2 bridges, {{who}} said.",
        )
        text = "\n\n".join(line.format(who=chance.choice(_SOURCES)) for line in told)
        for paragraph in article(number).split("\n\n"):
            text += f"\n\n{paragraph}" if len(text) + len(paragraph) < _LENGTH else ""
        yield Document(text, name=f"{number}", origin=f"{number}", publisher=f"Outlet {number % 2}", published=day)


def road(documents: Iterator[Document]) -> Iterator[Part]:
    for document in documents:
        yield check_document(document)


def watched(parts: Iterable[Part]) -> Iterator[Part]:
    """The same, with a line on the memory in use at every fifth thousand."""
    for number, part in enumerate(parts, start=1):
        if number % 5000 == 0:
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
            print(f"  memory after {number:,} articles: {pages * resource.getpagesize() / 2**20:,.0f} MB", flush=True)
        yield part


def main(count: int, kills: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "l.duckdb")
        Ledger(Path(folder) / "warm.duckdb").add_parts(road(articles(_SOME)))
        started = time.process_time()
        characters = sum(len(part.document.text) for part in road(articles(_SOME))) / _SOME
        alone = (time.process_time() - started) / _SOME
        started = time.process_time()
        added = ledger.add_parts(watched(road(articles(count))))
        seconds = time.process_time() - started
        print(f"added {added.documents} articles of {characters:,.0f} characters, text to checks and into the file:")
        print(f"  {count / seconds:,.0f} articles/s ({1 / alone:,.0f}/s without the ledger), {seconds:,.1f} s")
        frame = ledger.documents()
        started, clock = time.process_time(), time.monotonic()
        found = ledger.conflicts()
        took, worked = time.monotonic() - clock, time.process_time() - started
        claims = frame["claims"].sum()
        print(f"conflicts over {claims:,} claims: {len(found)} found in {took:.2f} s ({worked:.2f} s of processor)")
        again = ledger.add_parts(road(articles(100)))
        print(f"the same again: {again.documents} added, {again.known} known")
        size = ledger.path.stat().st_size / 2**20
        print(
            f"file {size:,.0f} MB, memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"
        )
        if kills:
            command = [sys.executable, "-m", "tests.ledger.kills", str(kills), str(Path(folder) / "k.duckdb")]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
