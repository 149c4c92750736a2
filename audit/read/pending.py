"""A document that has been found but not read: small enough to be sent to another process, and read there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from audit.document import Document
from audit.errors import UnreadableError

__all__ = ["Pending"]


@dataclass(frozen=True, slots=True)
class Pending:
    """`where` names it for people; `open` reads it, raises `UnreadableError`, and can be pickled."""

    where: str
    open: Callable[[], Document]
    size: int = 0
    """Bytes, where they are known without reading it; a corpus cuts its units of work by them."""

    def read(self) -> Document | UnreadableError:
        """The document, or why it cannot be read."""
        try:
            return self.open()
        except UnreadableError as error:
            return error
        except OSError as error:
            return UnreadableError(
                self.where, f"cannot be opened ({error.strerror or error})", "check that you may read it"
            )
