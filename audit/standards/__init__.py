"""What holds in any language: what units come to, the signs of money, and named conventions for what vague words mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from audit.vocabulary import contents, kept

__all__ = ["standard"]


@kept
def standard(name: str) -> dict[str, Any]:
    """The content of `standards/<name>.toml`."""
    return contents(Path(__file__).parent, name)
