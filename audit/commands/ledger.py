"""`audit ledger`: many texts in one file, and what they say about one quantity."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.commands import options
from audit.commands.ledger_care import File, decide, edit, opened_ledger, remove, verify
from audit.commands.ledger_conflicts import conflicts
from audit.commands.output import print_json
from audit.errors import OptionError, UnreadableError, exit_code

if TYPE_CHECKING:
    from audit.result import Part

__all__ = ["ledger"]

ledger = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""Keep the claims of many texts in one file, and find where they do not agree.

    Start with:  audit ledger add claims.duckdb articles/
    """,
)


@ledger.command()
def add(
    file: File,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, corpora or patterns; - for standard input.")
    ],
    json: options.PlainJson = False,
    quiet: options.Quiet = False,
    policy: options.PolicyName = "two_figure",
    convention: options.Convention = "plain",
    publisher: options.Publisher = None,
    published: options.Published = None,
    language: options.Language = None,
    manifest: options.ManifestFile = None,
    column: options.ColumnNames = [],  # noqa: B006  (typer copies it)
    fetch: options.Fetch = False,
    follow_links: options.FollowLinks = False,
    memory: options.Memory = None,
    seconds: options.Seconds = None,
    vocabulary: options.Vocabulary = None,
) -> None:
    """Audit texts and add them; what is in the ledger already changes nothing, or is put right where more is known of it.

    A folder that `audit corpus` wrote is added as it is, without auditing it again.

    Example:  audit ledger add claims.duckdb articles/ --publisher Herald
    """
    options.lay_over(vocabulary)
    options.sources(paths)
    from audit.commands.progress import counted
    from audit.ledger import Ledger
    from audit.ledger.corrections import placed
    from audit.ledger.dataset import is_dataset
    from audit.ledger.manifest import read_manifest
    from audit.pipeline import part_of, policy_named
    from audit.read import read_many

    failures: list[UnreadableError] = []
    told = read_manifest(manifest) if manifest is not None else None
    rounding = policy_named(policy)
    documents = read_many(
        [path for path in paths if not is_dataset(path)],
        publisher=publisher,
        published=options.day("--published", published),
        language=language,
        columns=options.pairs("--column", column),
        fetch=fetch,
        follow_links=follow_links,
        limits=options.limits(memory, seconds),
    )

    def left_out(failure: UnreadableError) -> None:
        failures.append(failure)
        print(f"audit: {failure}", file=sys.stderr)

    def parts() -> Iterator[Part]:
        for document in counted(documents, "documents"):
            if isinstance(document, UnreadableError):
                left_out(document)
                continue
            known = told.of(document) if told is not None else None
            document = known.of(document) if known is not None else document
            part = part_of(document, policy=rounding, convention=convention)
            if isinstance(part, UnreadableError):
                left_out(part)
            else:
                yield placed(part, known.place if known is not None else None)

    opened = Ledger(file)
    try:
        added = opened.add_parts(parts(), policy=rounding, convention=convention)
        for path in filter(is_dataset, paths):
            try:
                added += opened.add_dataset(path, seen=lambda found: counted(found, "documents"))
            except UnreadableError as failure:
                left_out(failure)
        for unwritten in added.failures:
            left_out(unwritten)
        for name in told.unmet if told is not None else ():
            left_out(UnreadableError(str(manifest), f"names {name!r}, which is not among the files", "check the name"))
    except KeyboardInterrupt:
        print("audit: interrupted; what was read is in the ledger, the same command adds the rest", file=sys.stderr)
        raise
    if json:
        print_json(
            {
                "added": added.documents,
                "new_editions": added.editions,
                "known": added.known,
                "corrected": added.corrected,
                "not_read": [{"where": failure.where, "reason": failure.reason} for failure in failures],
                "changed": [{"document": c.claim.document.name, "working": c.working} for c in added.changed],
            }
        )
    elif not quiet:
        new = f"{added.documents} added" + (f" ({added.editions} of them new editions)" if added.editions else "")
        right = f", {added.corrected} put right" if added.corrected else ""
        typer.echo(f"{new}, {added.known} known already{right}, {len(failures)} could not be read")
        for check in added.changed:
            typer.echo(f"changed in {check.claim.document.name}: {check.working}")
    raise typer.Exit(exit_code(failures))


@ledger.command("list")
def list_documents(file: File, json: options.Json = False) -> None:
    """List the documents: number, date, publisher, name, edition, claims.

    Example:  audit ledger list claims.duckdb
    """
    from audit.report.words import count

    frame = opened_ledger(file).documents()
    if json:
        typer.echo(frame.to_json(orient="records", date_format="iso", date_unit="s", indent=2, force_ascii=False))
        return
    for row in frame.to_dict("records"):
        day = str(row["published"])[:10] if row["published"] == row["published"] else "no date"
        edition = f"  edition {row['edition']}" if row["edition"] > 1 else ""
        outlet = row["publisher"] if isinstance(row["publisher"], str) else "publisher unknown"
        claims = count("claims", row["claims"])
        typer.echo(f"{row['document']:>6}  {day:<10}  {outlet}: {row['name']}  ({claims}){edition}")


@ledger.command()
def show(
    file: File,
    document: Annotated[int, typer.Argument(metavar="DOCUMENT", help="Its number, as `audit ledger list` gives it.")],
    json: options.Json = False,
) -> None:
    """Show the claims of one document, each with its words.

    Example:  audit ledger show claims.duckdb 3
    """
    part = opened_ledger(file).part(document)
    if part is None:
        raise OptionError("DOCUMENT", document, ("a number that `audit ledger list` gives",))
    if json:
        from audit.commands.output import say
        from audit.result import Audit

        say(Audit((part,)), json=True, quiet=False)
        return
    from audit import show as shown

    typer.echo(shown.text(part.document.title or part.document.name))
    for claim in (claim for claim in part.claims if claim.figure.is_quantity):
        what = " and ".join(claim.measures) or claim.figure.noun or str(claim.figure.kind)
        whom = " ".join(word for word in (claim.population, f"in {claim.place}" if claim.place else None) if word)
        who = claim.attribution.name if claim.attribution else "nobody named"
        words = " ".join(claim.sentence.text.split()) if claim.sentence else ""
        typer.echo(shown.text(f"{claim.index + 1:>4}  {claim.figure.text}  {what}  {whom}  ({who})\n      {words}"))


@ledger.command()
def series(
    file: File,
    measure: Annotated[str | None, typer.Option(metavar="NAME", help="Such as killed, injured, displaced.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="In any spelling.")] = None,
    population: Annotated[str | None, typer.Option(metavar="WORDS", help="Of whom: 'civilians'.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD")] = None,
    timeline: Annotated[
        Path | None, typer.Option("--timeline", metavar="FOLDER", help="Draw each as a PNG file in a folder.")
    ] = None,
    json: options.Json = False,
    policy: options.PolicyName = "two_figure",
) -> None:
    """Show each quantity that several documents speak of, in the order of time.

    Example:  audit ledger series claims.duckdb --measure killed --place Orrin
    """
    from audit.commands.series_lines import series_json, series_lines
    from audit.pipeline import policy_named

    found = opened_ledger(file).series(
        measure,
        place=place,
        population=population,
        since=options.day("--since", since),
        until=options.day("--until", until),
        policy=policy_named(policy),
    )
    for line in [series_json(found)] if json else series_lines(found):
        typer.echo(line)
    if timeline is not None:
        from audit.report.timeline import draw_all

        for path in draw_all(found, timeline):
            print(f"wrote {path}", file=sys.stderr)


ledger.command()(conflicts)


@ledger.command()
def export(
    file: File,
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="NAME.parquet or NAME.csv (a folder of tables), NAME.db (SQLite).")
    ],
    json: options.PlainJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Write all tables for other programs: Parquet, CSV, or SQLite for Datasette.

    Example:  audit ledger export claims.duckdb claims.db
    """
    written = opened_ledger(file).export(out)
    if json:
        print_json({"written": str(written)})
    elif not quiet:
        typer.echo(f"wrote {written}")


for _command in (remove, edit, verify, decide):
    ledger.command()(_command)
