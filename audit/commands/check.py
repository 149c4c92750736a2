"""`audit check`: the whole road, from files to reports."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from audit.commands import options
from audit.commands.output import check_places, print_for, say, write_reports
from audit.errors import OptionError

__all__ = ["check"]

FORMS = ("text", "json", "github", "sarif")


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders or patterns; - for standard input.")
    ],
    report: options.Reports = [],  # noqa: B006  (typer copies it)
    json: options.Json = False,
    quiet: options.Quiet = False,
    policy: options.PolicyName = "two_figure",
    convention: options.Convention = "plain",
    publisher: options.Publisher = None,
    published: options.Published = None,
    language: options.Language = None,
    second_reader: Annotated[
        bool, typer.Option("--second-reader", help="Let quantulum3 read each figure too, and say where it differs.")
    ] = False,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against", metavar="TABLE", help="A table to hold the figures against: cells, counts, sums, shares."
        ),
    ] = None,
    reference: Annotated[
        Path | None,
        typer.Option(
            "--reference", metavar="FOLDER", help="Tables of populations and events laid over the program's own."
        ),
    ] = None,
    decided: Annotated[
        list[Path],
        typer.Option(
            "--decisions",
            metavar="FILE",
            help="Findings that a reader has confirmed or dismissed, as the page keeps them; a dismissed one is no failure. "
            "A file that is not there yet holds none.",
        ),
    ] = [],  # noqa: B006  (typer copies it)
    fetch: options.Fetch = False,
    follow_links: options.FollowLinks = False,
    memory: options.Memory = None,
    seconds: options.Seconds = None,
    judge: Annotated[
        str | None,
        typer.Option(
            "--judge",
            metavar="COMMAND",
            help="A program that is asked, in JSON, which reading is meant where words leave it open; it does not reckon.",
        ),
    ] = None,
    answers: Annotated[
        Path | None, typer.Option("--answers", metavar="FILE", help="Where the judge's answers are kept and looked up.")
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="NAME", help="What is printed: text, json, github (annotations) or sarif (code hosts)."
        ),
    ] = "text",
    vocabulary: options.Vocabulary = None,
) -> None:
    """Audit texts: find the figures, name who claims them, recompute the derived ones, write reports.

    Example:  audit check seeds/ --report reports/
    """
    options.lay_over(vocabulary)
    options.sources(paths)
    check_places(report)
    if form not in FORMS:
        raise OptionError("--format", form, FORMS)
    from audit import decisions
    from audit.commands.progress import counted
    from audit.pipeline import check_many
    from audit.read import read_many

    for path in (path for path in decided if not path.exists()):
        print(f"audit: {path}: no decision has been kept there yet", file=sys.stderr)
    found = {key: one for path in decided if path.exists() for key, one in decisions.read(path).items()}
    documents = read_many(
        paths,
        publisher=publisher,
        published=options.day("--published", published),
        language=language,
        fetch=fetch,
        follow_links=follow_links,
        limits=options.limits(memory, seconds),
    )
    audit = check_many(
        counted(documents, "documents"),
        policy=policy,
        convention=convention,
        second_reader=second_reader,
        reference=reference,
    )
    if against is not None:
        from audit.series import check_against

        compared = check_against(audit, against)
        if compared is audit:
            lacking = "no figure of the texts speaks of one of its columns on one of its days, so nothing was compared"
            print(f"audit: {against}: {lacking}; a text without a date takes --published", file=sys.stderr)
            compared = replace(audit, unchecked=(*audit.unchecked, f"Not compared with {against.name}: {lacking}."))
        audit = compared
    if judge is not None:
        from audit import judge as judging

        known = judging.read(answers) if answers is not None else {}
        told = judging.ask(judge, audit, known)
        asked = len(judging.questions(audit))
        if len(told) < asked:
            print(
                f"audit: --judge: {asked - len(told)} of {asked} questions not answered; they stay open",
                file=sys.stderr,
            )
        if answers is not None and told:
            judging.keep(answers, known | told)
        audit = judging.apply(audit, told)
    audit = decisions.apply(audit, found)
    for failure in audit.failures:
        print(f"audit: {failure}", file=sys.stderr)
    if form in ("github", "sarif") and not quiet:
        print_for(form, audit)
    if audit.parts:
        say(audit, json=json or form == "json", quiet=quiet or form in ("github", "sarif"))
        write_reports(audit, report, quiet=quiet or json or form != "text")
    raise typer.Exit(audit.exit_code)
