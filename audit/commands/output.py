"""What commands do with an `Audit`: say it on the terminal, write it to files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import UnwritableError

if TYPE_CHECKING:
    from audit.result import Audit

__all__ = ["check_places", "print_for", "print_json", "say", "write_reports"]

FOLDER_FORMATS = (".pdf", ".png", ".html", ".md", ".json", ".xlsx")
"""Written into a folder as 'audit.pdf' and so on, beside each frame as CSV and Parquet and pictures of the findings."""


def print_json(data: object) -> None:
    """What a command did, for a program."""
    import json

    print(json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2))


def say(audit: Audit, *, json: bool, quiet: bool) -> None:
    """Print the audit: for people, as JSON, or not at all."""
    if quiet:
        return
    if json:
        from audit.report.data import to_json

        sys.stdout.write(to_json(audit))
    else:
        from audit.terminal import console, print_audit

        print_audit(audit, console())


def print_for(form: str, audit: Audit) -> None:
    """Print the findings for another program: 'github' or 'sarif'."""
    if form == "sarif":
        from audit.report.sarif import render

        sys.stdout.write(render(audit, Path("audit.sarif")).decode())
        return
    from audit.report.github import workflow_commands

    for line in workflow_commands(audit):
        print(line)


def check_places(paths: Sequence[Path]) -> None:
    """Refuse a report that cannot be written, or of no known format, before the work is done."""
    if not paths:
        return
    from audit.report import renderer

    for path in paths:
        if path.suffix and not path.is_dir():
            renderer(path)
        elif path.exists() and not path.is_dir():
            raise UnwritableError(str(path), "it is no folder; give a folder, or a file with a suffix such as .html")


def write_reports(audit: Audit, paths: Sequence[Path], *, quiet: bool) -> None:
    """Write each report and, unless `quiet`, name it on standard error.

    A path that is a folder gets every format, and the pictures of its findings each on their own.
    """
    if not paths:
        return
    from audit.commands.progress import working
    from audit.report import write, write_frames
    from audit.report.gallery import write_gallery

    def to(place: Path) -> Path:
        with working(f"writing {place}", quiet=quiet):
            return write(audit, place)

    for path in paths:
        left = 0
        if path.suffix and not path.is_dir():
            written = [to(path)]
        else:
            path.mkdir(parents=True, exist_ok=True)
            written = [to(path / f"audit{suffix}") for suffix in FOLDER_FORMATS]
            with working("writing tables and pictures", quiet=quiet):
                pictures, left = write_gallery(audit, path)
                written += [*write_frames(audit, path), *pictures]
        if quiet:
            continue
        print(f"wrote {', '.join(str(one) for one in written)}", file=sys.stderr)
        if left:
            print(f"{left:,} more findings have no pictures of their own; the reports hold all", file=sys.stderr)
