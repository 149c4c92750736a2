"""A document that has been found but not read: small enough to be sent to another process, and read there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from audit.errors import UnreadableError, failure
from audit.read.apart import apart
from audit.read.options import Limits
from audit.text.document import Document

__all__ = ["Pending"]


@dataclass(frozen=True, slots=True)
class Pending:
    """`where` names it for people; `open` reads it, raises `UnreadableError`, and can be pickled."""

    where: str
    open: Callable[[], Document]
    size: int = 0
    """Bytes, where they are known without reading it; a corpus cuts its units of work by them."""
    limits: Limits | None = None
    """Within which a process of its own reads it; None for what is safe to read here, such as a text."""

    def read(self) -> Document | UnreadableError:
        """The document, or why there is none: nothing that an input does is raised."""
        try:
            return self.open() if self.limits is None else apart(self.open, self.where, self.limits)
        except Exception as error:
            return failure(self.where, error).with_traceback(None)  # else it keeps all that was read
