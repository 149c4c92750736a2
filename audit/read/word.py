"""The words of a paragraph of a Word file, as it reads when every tracked change is accepted: inserted ones are words of the
draft, deleted ones are none. Nothing but names and trees: any library's elements do that have `tag`, `text` and children.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["HOLDERS", "MAIN", "SIGNS", "run_words", "runs_of", "words_of"]

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOLDERS = frozenset(("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "bdo", "dir"))
"""What stands between a paragraph and its runs: not what was deleted, nor a box that floats beside the text."""
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""What stands for a character in a run."""


def runs_of(element: Any) -> Iterator[Any]:
    """The runs of a paragraph in their order."""
    for child in element:
        name = _name(child)
        if name == "r":
            yield child
        elif name in HOLDERS:
            yield from runs_of(child)


def run_words(run: Any) -> str:
    """The words of one run."""
    return "".join(
        (child.text or "") if name == "t" else SIGNS.get(name, "")
        for child in run
        if (name := _name(child)) is not None
    )


def words_of(paragraph: Any) -> str:
    """The words of a paragraph."""
    return "".join(run_words(run) for run in runs_of(paragraph))


def _name(element: Any) -> str | None:
    """The element's name, if it is one of Word's main vocabulary."""
    tag = element.tag
    return tag[len(MAIN) :] if isinstance(tag, str) and tag.startswith(MAIN) else None
