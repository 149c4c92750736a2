"""All bytes of one stream, in no more memory than they are."""

from __future__ import annotations

from io import BytesIO
from typing import Protocol

from audit.read.options import MOST_BYTES

__all__ = ["whole"]

_PIECE = 2**20


class Stream(Protocol):
    """A file, what unpacks one, or an answer of the web."""

    def read(self, size: int, /) -> bytes: ...


def whole(stream: Stream) -> bytes:
    """What it holds, or of more than `MOST_BYTES` one byte more than that: whoever calls refuses it.

    Piece by piece: many streams set aside at once all that they are asked for, a page of 2 KB a quarter of a gigabyte.
    """
    held = BytesIO()
    while piece := stream.read(min(_PIECE, MOST_BYTES + 1 - held.tell())):
        held.write(piece)
    return held.getvalue()
