"""`audit schema`: the JSON Schema of what `--json` prints and `.json` reports hold."""

from __future__ import annotations

import json

__all__ = ["schema"]


def schema() -> None:
    """Print the JSON Schema of the JSON output.

    Example:  audit schema > audit.schema.json
    """
    from audit.schema import schema as described

    print(json.dumps(described(), indent=2, ensure_ascii=False))
