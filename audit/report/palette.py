"""The colours of every report: one accent a group of verdicts, told apart by the colour-blind, readable on their ground.

The sign and the label of a verdict (`strings/report.toml`) say the same without any colour.
"""

from __future__ import annotations

from typing import Final

__all__ = ["DARK", "LIGHT", "SOURCES"]

LIGHT: Final[dict[str, str]] = {
    "ground": "#ffffff",
    "panel": "#f6f5f1",
    "line": "#d9d6cd",
    "ink": "#1b1d21",
    "quiet": "#595c63",
    "misfit": "#a63400",
    "misfit_tint": "#fbeade",
    "look": "#6f2f8f",
    "look_tint": "#f1e8f6",
    "open": "#6b665f",
    "open_tint": "#efece6",
    "fit": "#00568f",
    "fit_tint": "#e3eff7",
    "plain": "#595c63",
    "plain_tint": "#efeeea",
}
DARK: Final[dict[str, str]] = {
    "ground": "#16181c",
    "panel": "#1f2227",
    "line": "#3a3e46",
    "ink": "#ecebe7",
    "quiet": "#a9adb5",
    "misfit": "#ff9b5e",
    "misfit_tint": "#3d2416",
    "look": "#d9a6f0",
    "look_tint": "#33203c",
    "open": "#d0cdc8",
    "open_tint": "#33322f",
    "fit": "#6ab7ee",
    "fit_tint": "#16303f",
    "plain": "#a9adb5",
    "plain_tint": "#2a2d33",
}
SOURCES: Final[tuple[str, ...]] = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#8a5a9e",
    "#b8860b",
    "#56b4e9",
    "#5b4a3f",
    "#c4518b",
)
"""One for each source of a series, in order; near those of Okabe and Ito, which the colour-blind can tell apart."""
