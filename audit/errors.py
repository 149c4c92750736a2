"""The errors of this library: one base, each with the data that a caller needs to act on it."""

from __future__ import annotations

__all__ = [
    "AuditError",
    "IntervalError",
    "LedgerError",
    "OptionError",
    "UnitError",
    "UnreadableError",
    "UnwritableError",
    "VocabularyError",
]


class AuditError(Exception):
    """Base of every error raised on purpose by this library. `str(error)` is one line: what, where, what to do."""


class IntervalError(AuditError, ArithmeticError):
    """An interval that cannot be: its ends are in the wrong order, or it was divided by one that holds zero."""


class UnreadableError(AuditError, ValueError):
    """An input that could not be read.

    `where` is the path, URL or name as the user gave it, `reason` what is wrong, `remedy` what to do about it.
    """

    def __init__(self, where: str, reason: str, remedy: str = "") -> None:
        self.where, self.reason, self.remedy = where, reason, remedy
        super().__init__(where, reason, remedy)

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}" + (f"; {self.remedy}" if self.remedy else "")


class UnwritableError(AuditError, ValueError):
    """A file that could not be written: `where` is its path, `reason` what is wrong."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(where, reason)

    def __str__(self) -> str:
        return f"{self.where}: cannot be written: {self.reason}"


class OptionError(AuditError, ValueError):
    """An option or argument with a value that is not one of those allowed."""

    def __init__(self, option: str, value: object, allowed: tuple[str, ...] = ()) -> None:
        self.option, self.value, self.allowed = option, value, allowed
        super().__init__(option, value, allowed)

    def __str__(self) -> str:
        several = "one of " if len(self.allowed) > 1 else ""
        choices = f"; use {several}{', '.join(self.allowed)}" if self.allowed else ""
        return f"{self.option}: {self.value!r} is not possible{choices}"


class LedgerError(AuditError, OSError):
    """A ledger that cannot be opened or written: `path`, what is wrong, and what to do about it."""

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        self.path, self.reason, self.remedy = path, reason, remedy
        super().__init__(path, reason, remedy)

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" + (f"; {self.remedy}" if self.remedy else "")


class VocabularyError(AuditError, ValueError):
    """A vocabulary or reference file that does not have the shape it should have."""

    def __init__(self, file: str, reason: str) -> None:
        self.file, self.reason = file, reason
        super().__init__(file, reason)

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class UnitError(AuditError, ValueError):
    """A unit that is not known, or that does not measure what another one does."""

    def __init__(self, unit: str, reason: str) -> None:
        self.unit, self.reason = unit, reason
        super().__init__(unit, reason)

    def __str__(self) -> str:
        return f"{self.unit}: {self.reason}"
