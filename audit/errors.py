"""The errors of this library: one base, each with the data that a caller needs to act on it."""

from __future__ import annotations

from collections.abc import Iterable
from errno import ENOMEM

__all__ = [
    "AuditError",
    "IntervalError",
    "LedgerError",
    "OptionError",
    "ProgramError",
    "UnitError",
    "UnreadableError",
    "UnwritableError",
    "VocabularyError",
    "exit_code",
    "failure",
    "lacks_memory",
]

_LONGEST = 200
"""Characters of somebody else's message that are passed on: some hold the whole input."""


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


class ProgramError(UnreadableError):
    """An input on which the program itself failed: never the input's fault, and never to be taken for a finding.

    What happened hangs on it as its cause, for those who mend it.
    """

    @classmethod
    def of(cls, where: str, error: BaseException) -> ProgramError:
        """What to tell of an error that nobody foresaw."""
        made = cls(where, f"could not be audited, by a fault of the program ({_said(error)})", _REPORT)
        made.__cause__ = error
        return made


def exit_code(failures: Iterable[UnreadableError], *, found: bool = False) -> int:
    """What a command ends with: 3 for a fault of the program, else 2 for an input that could not be read, else 1 for a
    finding, else 0."""
    kinds = {isinstance(failure, ProgramError) for failure in failures}
    return 3 if True in kinds else 2 if kinds else int(found)


def lacks_memory(error: BaseException) -> bool:
    """Whether there was too little memory, also where the system says so in other words: for a library, a thread."""
    if isinstance(error, MemoryError):
        return True
    if isinstance(error, OSError):
        return error.errno == ENOMEM
    return isinstance(error, ImportError | RuntimeError) and any(words in str(error) for words in _NO_MEMORY)


def failure(where: str, error: Exception) -> UnreadableError:
    """Why an input is left out, whatever was raised while it was read or audited."""
    if isinstance(error, UnreadableError):
        return error
    if lacks_memory(error):
        return UnreadableError(where, "needs more memory than there is", "give it in parts, or close other programs")
    if isinstance(error, OSError) and not isinstance(error, AuditError):
        return UnreadableError(where, f"cannot be opened ({error.strerror or error})", "check that you may read it")
    return ProgramError.of(where, error)


_NO_MEMORY = ("failed to map segment", "annot allocate memory", "can't start new thread")
_REPORT = "please report this line, with the input if you may share it; the other inputs were not touched by it"


def _said(error: BaseException) -> str:
    """The kind of an error, its message in one short line, and the place of the program that raised it."""
    words = " ".join(str(error).split())[:_LONGEST]
    place, trace = "", error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename.replace("\\", "/")
        if "/audit/" in file:
            place = f", audit/{file.rpartition('/audit/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}{words and ': '}{words}{place}"


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
