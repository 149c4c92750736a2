"""What the program itself says: the words of its reports, its page and its drawings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from audit.vocabulary import contents, kept

__all__ = ["strings"]


@kept
def strings(name: str) -> dict[str, Any]:
    """The content of `strings/<name>.toml`."""
    return contents(Path(__file__).parent, name)
