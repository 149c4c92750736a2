"""`audit explain`: one check as a tree."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from audit.commands import options
from audit.errors import OptionError

__all__ = ["explain"]


def explain(
    target: Annotated[str, typer.Argument(metavar="FILE:N", help="A text, and the number of the check in its report.")],
    policy: options.PolicyName = "two_figure",
    convention: options.Convention = "plain",
    fetch: options.Fetch = False,
    memory: options.Memory = None,
    seconds: options.Seconds = None,
    vocabulary: options.Vocabulary = None,
) -> None:
    """Show one check in full: every operand with its words, its place, its source and its rounding.

    Example:  audit explain article.txt:1
    """
    options.lay_over(vocabulary)
    from audit.pipeline import check_many
    from audit.read import read
    from audit.terminal import console, print_check

    path, _, number = target.rpartition(":")
    if not path or not number.isdigit():
        raise OptionError("FILE:N", target, ("a file and a number as in article.txt:1",))
    document = read(path, fetch=fetch, limits=options.limits(memory, seconds))
    audit = check_many([document], policy=policy, convention=convention)
    if audit.failures:
        raise audit.failures[0]
    if not 1 <= int(number) <= len(audit.checks):
        known = f"1 to {len(audit.checks)}" if audit.checks else "none: the text has no derived figure"
        print(f"audit: {path}: there is no check {number}; there is {known}", file=sys.stderr)
        raise typer.Exit(2)
    print_check(audit.checks[int(number) - 1], console(), audit=audit)
