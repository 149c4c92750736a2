"""Finds the figures of a text."""

from __future__ import annotations

from audit.figures.finder import find_figures
from audit.figures.unread import unread

__all__ = ["find_figures", "unread"]
