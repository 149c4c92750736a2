"""Finds the figures of a text."""

from __future__ import annotations

from audit.figures.finder import find_figures

__all__ = ["find_figures"]
