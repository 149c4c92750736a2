"""`python -m tests.fuzz.guided -max_total_time=3600`: texts that atheris grows by watching which code they reach.

Needs `pip install atheris`, which is no dependency: there are wheels for Linux only.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["audit"]):
    from tests.fuzz.properties import text_holds
    from tests.fuzz.texts import text_of


def one(data: bytes) -> None:
    given = atheris.FuzzedDataProvider(data)
    text_holds(text_of(lambda end: given.ConsumeIntInRange(0, end - 1)))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
