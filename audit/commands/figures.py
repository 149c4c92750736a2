"""`audit figures`: the first step alone."""

from __future__ import annotations

import json as encoder
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from audit.commands import options
from audit.errors import OptionError, UnreadableError, exit_code, failure

if TYPE_CHECKING:
    from audit.figures.figure import Figure
    from audit.text.document import Document

__all__ = ["figures"]


def figures(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders or patterns; - for standard input.")
    ],
    json: options.Json = False,
    convention: options.Convention = "plain",
    everything: Annotated[
        bool, typer.Option("--all", help="Also dates, ranks, identifiers and scores, which are no quantities.")
    ] = False,
    fetch: options.Fetch = False,
    follow_links: options.FollowLinks = False,
    memory: options.Memory = None,
    seconds: options.Seconds = None,
    vocabulary: options.Vocabulary = None,
) -> None:
    """List the figures of texts: where each stands, what it is, and what it counts.

    Example:  audit figures article.txt
    """
    options.lay_over(vocabulary)
    from audit.read import read_many

    failures = []
    documents = read_many(paths, fetch=fetch, follow_links=follow_links, limits=options.limits(memory, seconds))
    for document in documents:
        lines = document if isinstance(document, UnreadableError) else _lines(document, convention, everything, json)
        if isinstance(lines, UnreadableError):
            print(f"audit: {lines}", file=sys.stderr)
            failures.append(lines)
        else:
            print(*lines, sep="\n", end="\n" if lines else "")
    raise typer.Exit(exit_code(failures))


def _lines(document: Document, convention: str, everything: bool, json: bool) -> list[str] | UnreadableError:
    """A line for each figure of the document, or why there are none."""
    from audit.figures import find_figures

    try:
        found = [one for one in find_figures(document, convention=convention) if everything or one.is_quantity]
        if json:
            return [encoder.dumps(_record(document, figure), ensure_ascii=False) for figure in found]
        return [_line(document, figure) for figure in found]
    except OptionError:
        raise
    except Exception as error:
        return failure(document.name, error)


def _line(document: Document, figure: Figure) -> str:
    from audit.show import figure as shown

    where = f"{document.name}:{figure.start}-{figure.end}"
    return f"{where:32} {figure.kind:18} {shown(figure):28} {figure.text!r}" + (
        f"  of {figure.phrase.text!r}" if figure.phrase else ""
    )


def _record(document: Document, figure: Figure) -> dict[str, object]:
    return {
        "document": document.name,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "low": _plain(figure.value.low),
        "high": _plain(figure.value.high),
        "bound": str(figure.bound),
        "kind": str(figure.kind),
        "unit": figure.unit,
        "noun": figure.noun,
        "phrase": figure.phrase.text if figure.phrase else None,
        "words": figure.words,
    }


def _plain(end: object) -> float | int | None:
    """A number that JSON has; an infinite end is null."""
    value = float(end)  # type: ignore[arg-type]
    if value in (float("inf"), float("-inf")):
        return None
    return int(value) if value.is_integer() else value
