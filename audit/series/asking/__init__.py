"""A claim about a table: bound to an aggregate of its rows by the claim's words, and worked out in DuckDB."""

from audit.series.asking.judge import ask

__all__ = ["ask"]
