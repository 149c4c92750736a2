"""Pieces of a JSON Schema: strings, numbers, objects without other properties, lists."""

from __future__ import annotations

from typing import Any

__all__ = ["COUNT", "NUMBER", "OPTIONAL", "STRING", "list_of", "object_of"]

STRING: dict[str, Any] = {"type": "string"}
OPTIONAL: dict[str, Any] = {"type": ["string", "null"]}
NUMBER: dict[str, Any] = {"type": ["number", "null"]}
COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}


def object_of(properties: dict[str, Any]) -> dict[str, Any]:
    """An object that has all these properties and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(items: dict[str, Any]) -> dict[str, Any]:
    """A list of any length."""
    return {"type": "array", "items": items}
