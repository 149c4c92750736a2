"""The options that several commands share, each defined once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.errors import OptionError

if TYPE_CHECKING:
    from audit.read import Limits

__all__ = [
    "Convention",
    "Fetch",
    "FollowLinks",
    "Json",
    "Language",
    "ManifestFile",
    "Memory",
    "PlainJson",
    "PolicyName",
    "Published",
    "Publisher",
    "Quiet",
    "Reports",
    "Seconds",
    "Vocabulary",
    "day",
    "lay_over",
    "limits",
    "pairs",
]

Json = Annotated[bool, typer.Option("--json", help="Print JSON (see `audit schema`) instead of text.")]
PlainJson = Annotated[bool, typer.Option("--json", help="Print what was done as JSON instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code says how it went.")]
Reports = Annotated[
    list[Path],
    typer.Option(
        "--report",
        metavar="PATH",
        help="Write a report: a file (.pdf .png .svg .html .md .json .csv .parquet .xlsx .docx .sarif), or a folder for "
        "most of them. May be given several times.",
    ),
]
PolicyName = Annotated[
    str,
    typer.Option(
        "--policy",
        metavar="NAME",
        help="How far printed figures are rounded: as_printed, two_figure or loose.",
        autocompletion=lambda: ["as_printed", "two_figure", "loose"],
    ),
]
Convention = Annotated[
    str,
    typer.Option(
        "--convention",
        metavar="NAME",
        help="What vague words ('dozens') stand for: plain, acled, airwars or ucdp.",
        autocompletion=lambda: ["plain", "acled", "airwars", "ucdp"],
    ),
]
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published the texts, if they do not say so.")
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="YYYY-MM-DD", help="When the texts were published, if they do not say so."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="The language of the texts ('en'), if it is not to be recognised."),
]
ManifestFile = Annotated[
    Path | None,
    typer.Option(
        "--manifest", metavar="CSV", help="Who published each file and when: file, publisher, published, title, place."
    ),
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
Fetch = Annotated[bool, typer.Option("--fetch", help="Read addresses (https://, s3:// and others) from the network.")]
FollowLinks = Annotated[bool, typer.Option("--follow-links", help="Follow links that lead out of a folder.")]
Memory = Annotated[
    int | None, typer.Option("--memory", metavar="MB", help="The most that reading one document may take (400).")
]
Seconds = Annotated[float | None, typer.Option("--seconds", help="The longest that reading one document may take (8).")]


def limits(memory: int | None, seconds: float | None) -> Limits:
    """The limits of reading, as far as they were given; `OptionError` for those within which nothing can be read."""
    from audit.read import Limits

    given = {name: value for name, value in (("memory", memory), ("seconds", seconds)) if value is not None}
    return Limits(**given)  # type: ignore[arg-type]


def pairs(option: str, values: list[str]) -> dict[str, str]:
    """What an option with NAME=VALUE gives, as a mapping; `OptionError` where there is no '='."""
    wrong = next((value for value in values if "=" not in value), None)
    if wrong is not None:
        raise OptionError(option, wrong, ("FIELD=NAME",))
    return dict(value.split("=", 1) for value in values)


def sources(paths: Sequence[str]) -> None:
    """Refuse an empty name, which would stand for the folder that one happens to be in."""
    if any(not path.strip() for path in paths):
        raise OptionError("PATH", "", ("the name of a file or folder", "- for standard input"))


def one_each(option: str, values: Sequence[str], number: int) -> list[str | None]:
    """The values of an option for so many inputs: none, one for all, or one for each; `OptionError` for another number."""
    if len(values) in (0, 1):
        return [values[0] if values else None] * number
    if len(values) != number:
        raise OptionError(option, f"{len(values)} times", ("it once", f"it {number} times, once for each input"))
    return list(values)


def day(option: str, value: str | None) -> date | None:
    """The date that an option gives; `OptionError` for anything but YYYY-MM-DD."""
    from audit.text.dates import as_day

    return as_day(value, option)


def lay_over(vocabulary: Path | None) -> None:
    """Lay the user's vocabulary over ours, if one was given."""
    if vocabulary is not None:
        from audit.vocabulary import overlay

        overlay(vocabulary)
