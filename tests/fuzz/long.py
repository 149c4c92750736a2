"""`python -m tests.fuzz.long --seconds 3600`: texts and damaged files of chance on each core, until the time is over.

One text in eight is audited, the others are only read as far as their claims, which takes a third of the time; half of all
are sentences that are cut off somewhere.

What fails is kept in tests/fuzz/found/ and named at the end; the exit code says whether there was any.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.fuzz.changed import also, cut
from tests.fuzz.files import SMALL, damaged
from tests.fuzz.properties import bytes_hold, claims_hold, text_holds
from tests.fuzz.texts import text_of

KEPT = Path(__file__).parent / "found"
ROUND = 500
"""Texts that one process takes at a time, and one damaged file, which takes as long as many."""
TWICE = 40
"""Of so many texts one is audited twice and written as JSON."""


class Round(NamedTuple):
    texts: int
    failed: dict[str, str]
    """Where the first input of each kind of failure is kept: by the error and the line that raised it."""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--calls", type=int, default=None, help="as many texts, instead of by time")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sentences", type=Path, nargs="*", default=[], help="files of texts to change, one a line")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else time.time_ns()
    rounds = islice(count(), -(-asked.calls // ROUND)) if asked.calls else _until(time.monotonic() + asked.seconds)
    texts, files, failed = 0, 0, {}
    with ProcessPoolExecutor(asked.processes, initializer=also, initargs=(asked.sentences,)) as pool:
        for done in _in_turn(pool, seed, rounds, asked.processes * 2):
            texts, files, failed = texts + done.texts, files + 1, done.failed | failed
    print(f"seed {seed}: {texts:,} texts, one in eight audited, {files:,} files, {len(failed)} kinds of failure")
    for place, kept in failed.items():
        print(f"{place}\n    {kept}")
    return 1 if failed else 0


def _until(end: float) -> Iterator[int]:
    for number in count():
        if time.monotonic() >= end:
            return
        yield number


def _in_turn(pool: ProcessPoolExecutor, seed: int, rounds: Iterator[int], ahead: int) -> Iterator[Round]:
    """The rounds as they end, of which only a few are waiting, so that they stop when the time is over."""
    running: set[Future[Round]] = {pool.submit(one_round, seed, number) for number in islice(rounds, ahead)}
    while running:
        ended, running = wait(running, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in ended)
        running |= {pool.submit(one_round, seed, number) for number in islice(rounds, len(ended))}


def one_round(seed: int, number: int) -> Round:
    """The same texts for a seed and number, whichever process they come to."""
    chance = Random(f"{seed} {number}")
    failed: dict[str, str] = {}
    for index in range(ROUND):
        text = cut(chance.randrange) if index % 2 else text_of(chance.randrange)
        try:
            if index % 8:
                claims_hold(text)
            else:
                text_holds(text, twice=index % TWICE == 0)
        except Exception:
            _keep(text.encode("utf-8", "surrogatepass"), ".txt", failed)
    name = chance.choice(sorted(SMALL))
    content = damaged(SMALL[name](), chance)
    with TemporaryDirectory() as folder:
        try:
            bytes_hold(content, Path(folder, name))
        except Exception:
            _keep(content, Path(name).suffix, failed)
    return Round(ROUND, failed)


def _keep(content: bytes, suffix: str, failed: dict[str, str]) -> None:
    kind, error, trace = sys.exc_info()
    assert kind is not None
    last = traceback.extract_tb(trace)[-1]
    place = f"{kind.__name__} at {last.filename.rpartition('/audit/')[2]}:{last.lineno}: {str(error)[:100]}"
    if place not in failed:
        KEPT.mkdir(exist_ok=True)
        file = KEPT / f"{sha256(content).hexdigest()[:12]}{suffix}"
        file.write_bytes(content)
        failed[place] = str(file)


if __name__ == "__main__":
    sys.exit(main())
