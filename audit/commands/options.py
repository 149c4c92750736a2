"""The options that several commands share, each defined once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from audit.errors import OptionError

__all__ = [
    "Convention",
    "Json",
    "PolicyName",
    "Published",
    "Publisher",
    "Quiet",
    "Reports",
    "Vocabulary",
    "day",
    "lay_over",
]

Json = Annotated[bool, typer.Option("--json", help="Print JSON (see `audit schema`) instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code says how it went.")]
Reports = Annotated[
    list[Path],
    typer.Option(
        "--report",
        metavar="PATH",
        help="Write a report: a file (.pdf .png .svg .html .md .json .csv .parquet .xlsx), or a folder for all of them. "
        "May be given several times.",
    ),
]
PolicyName = Annotated[
    str,
    typer.Option(
        "--policy", metavar="NAME", help="How far printed figures are rounded: as_printed, two_figure or loose."
    ),
]
Convention = Annotated[
    str,
    typer.Option(
        "--convention", metavar="NAME", help="What vague words ('dozens') stand for: plain, acled, airwars or ucdp."
    ),
]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published the texts, if they do not say so.")
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="YYYY-MM-DD", help="When the texts were published, if they do not say so."),
]
Vocabulary = Annotated[
    Path | None,
    typer.Option("--vocabulary", metavar="FOLDER", help="TOML files of your own to lay over the program's words."),
]
ColumnNames = Annotated[
    list[str],
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="Which column of a corpus holds a field: text=body, published=date, publisher=outlet, title, author.",
    ),
]


def pairs(option: str, values: list[str]) -> dict[str, str]:
    """What an option with NAME=VALUE gives, as a mapping; `OptionError` where there is no '='."""
    wrong = next((value for value in values if "=" not in value), None)
    if wrong is not None:
        raise OptionError(option, wrong, ("FIELD=NAME",))
    return dict(value.split("=", 1) for value in values)


def day(option: str, value: str | None) -> date | None:
    """The date that an option gives; `OptionError` for anything but YYYY-MM-DD."""
    from audit.dates import as_day

    return as_day(value, option)


def lay_over(vocabulary: Path | None) -> None:
    """Lay the user's vocabulary over ours, if one was given."""
    if vocabulary is not None:
        from audit.vocabulary import overlay

        overlay(vocabulary)
