"""Turns paths, bytes, URLs and standard input into documents: one file a format."""

from __future__ import annotations

__all__: list[str] = []
