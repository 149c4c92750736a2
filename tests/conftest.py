"""No test depends on how fast the machine is: hypothesis has no deadline. `--update-golden` writes `tests/golden/` again."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("audit", deadline=None)
settings.load_profile("audit")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the tables of tests/golden/ again")
