"""`python -m tests.fuzz.long --seconds 3600`: texts and damaged files of chance, until the time is over.

What fails is kept in tests/fuzz/found/ and named at the end; the exit code says whether there was any.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.fuzz.files import SMALL, damaged
from tests.fuzz.properties import bytes_hold, text_holds
from tests.fuzz.texts import text_of

KEPT = Path(__file__).parent / "found"
FILES = 50
"""Texts for each damaged file, which takes as long as many."""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--calls", type=int, default=None, help="as many texts, instead of by time")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else time.time_ns()
    chance, end = Random(seed), time.monotonic() + asked.seconds
    texts = files = 0
    failed: dict[str, str] = {}
    with TemporaryDirectory() as folder:
        while texts < asked.calls if asked.calls else time.monotonic() < end:
            text = text_of(chance.randrange)
            texts += 1
            try:
                text_holds(text)
            except Exception:
                _keep(text.encode("utf-8", "surrogatepass"), ".txt", failed)
            if texts % FILES == 0:
                name = chance.choice(sorted(SMALL))
                content = damaged(SMALL[name](), chance)
                files += 1
                try:
                    bytes_hold(content, Path(folder, name))
                except Exception:
                    _keep(content, Path(name).suffix, failed)
    print(f"seed {seed}: {texts:,} texts, {files:,} files, {len(failed)} kinds of failure")
    for place, kept in failed.items():
        print(f"{place}\n    {kept}")
    return 1 if failed else 0


def _keep(content: bytes, suffix: str, failed: dict[str, str]) -> None:
    """Keep the first input of each kind: by the error and the line that raised it."""
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
