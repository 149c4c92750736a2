"""`audit explain`: one check, the account of a document, or the reading of a sentence, with the reasons."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from audit.commands import options
from audit.commands.output import print_json
from audit.errors import OptionError

if TYPE_CHECKING:
    from audit.result import Audit

__all__ = ["explain"]


def explain(
    target: Annotated[
        str,
        typer.Argument(
            metavar="FILE:N",
            help="A text, and the number of the check in its report; with --reading of the sentence; with --account none.",
        ),
    ],
    account: Annotated[
        bool, typer.Option("--account", help="Draw all quantities of the text and the relations between its figures.")
    ] = False,
    reading: Annotated[bool, typer.Option("--reading", help="Draw how the program reads a sentence.")] = False,
    json: options.PlainJson = False,
    policy: options.PolicyName = "two_figure",
    convention: options.Convention = "plain",
    language: options.Language = None,
    fetch: options.Fetch = False,
    memory: options.Memory = None,
    seconds: options.Seconds = None,
    vocabulary: options.Vocabulary = None,
) -> None:
    """Show one check in full: its operands, the rule that bound them, what spoke for it and what lost.

    Examples:  audit explain article.txt:1  ·  audit explain --account article.txt  ·  audit explain --reading article.txt:3
    """
    options.lay_over(vocabulary)
    if account and reading:
        raise OptionError("--reading", "beside --account", ("one of the two",))
    from audit.pipeline import check_many
    from audit.read import read

    path, number = (target, 0) if account else _numbered(target)
    document = read(path, language=language, fetch=fetch, limits=options.limits(memory, seconds))
    audit = check_many([document], policy=policy, convention=convention)
    if audit.failures:
        raise audit.failures[0]
    if audit.parts[0].is_foreign:
        _print_unread(audit)
        raise typer.Exit(2)
    if account:
        _print_account(audit, json)
    elif reading:
        _print_reading(audit, _known(path, number, len(audit.parts[0].document.sentences), "sentence"), json)
    else:
        _print_check(audit, _known(path, number, len(audit.checks), "check"), json)


def _print_unread(audit: Audit) -> None:
    from audit.report.limits import limits_of

    print(next(words for kind, words in limits_of(audit) if kind == "not_read"), file=sys.stderr)


def _numbered(target: str) -> tuple[str, int]:
    path, _, number = target.rpartition(":")
    if not path or not number.isdecimal():
        raise OptionError("FILE:N", target, ("a file and a number as in article.txt:1",))
    return path, int(number)


def _known(path: str, number: int, most: int, what: str) -> int:
    """The number, if there is such a check or sentence."""
    if 1 <= number <= most:
        return number
    none = "none: the text has no derived figure" if what == "check" else "none: the text is empty"
    known = f"1 to {most}" if most else none
    print(f"audit: {path}: there is no {what} {number}; there is {known}", file=sys.stderr)
    raise typer.Exit(2)


def _print_account(audit: Audit, json: bool) -> None:
    from audit.explain import account_data, account_tree
    from audit.terminal import console

    data = account_data(audit.parts[0])
    if json:
        print_json(data)
    else:
        console().print(account_tree(data))


def _print_reading(audit: Audit, number: int, json: bool) -> None:
    from audit.explain import sentence_data, sentence_tree
    from audit.terminal import console

    data = sentence_data(audit.parts[0], number)
    if json:
        print_json(data)
    else:
        console().print(sentence_tree(data))


def _print_check(audit: Audit, number: int, json: bool) -> None:
    from audit.explain import reasons_data
    from audit.report.data import as_data
    from audit.terminal import console, print_check

    check = audit.checks[number - 1]
    if json:
        whole = as_data(audit)
        print_json({"check": whole["checks"][number - 1], "why": reasons_data(audit.parts[0], check)})
    else:
        print_check(check, console(), audit=audit)
