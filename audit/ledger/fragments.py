"""The noun `Fragments`: a document of which the ledger knows some sentences, each at its offsets, and not the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from audit.text.document import Document

__all__ = ["Fragments", "laid_out"]


@dataclass(frozen=True, eq=False)
class Fragments(Document):
    """`text` is as long as the whole text, with line ends where the words are not known: those stand at `origin`."""

    whole_sha256: str = ""

    @cached_property
    def sha256(self) -> str:
        """That of the whole text."""
        return self.whole_sha256


def laid_out(sentences: Mapping[int, str], length: int) -> str:
    """A text of `length` characters with each sentence at its offset."""
    pieces, at = [], 0
    for start, words in sorted(sentences.items()):
        pieces += ["\n" * (start - at), words[max(0, at - start) :]]
        at = max(at, start + len(words))
    return "".join(pieces) + "\n" * (length - at)
