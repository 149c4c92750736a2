"""XLSX: a sheet a frame, the meaning of every column, and the method. Text is text: no cell is ever a formula."""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.columns import FRAMES
from audit.frames import rows
from audit.report.build import build
from audit.report.model import Report
from audit.report.palette import LIGHT
from audit.report.words import say
from audit.result import Audit

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["render"]

LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""
WIDEST = 60
EPOCH = datetime(2000, 1, 1)
"""Stands where the format asks for a time, so that the same audit gives the same bytes."""
_FINDINGS = ("finding", "verdict", "in a line", "words", "who says so", "working", "what would make it fit", "more")
_ORDER = ("checks", "figures", "claims", "operands")


def render(audit: Audit, path: Path) -> bytes:
    """The workbook: findings, checks, figures, claims, operands, columns, method."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)  # a new workbook has one sheet
    report = build(audit)
    _fill(book.create_sheet("findings"), list(_FINDINGS), [*_findings(report)])
    for what in _ORDER:
        names = [column.name for column in FRAMES[what]]
        table = [[row.get(name) for name in names] for row in rows(audit, what)]
        _fill(book.create_sheet(what), names, table)
    meanings = [[what, column.name, column.dtype, column.meaning] for what in _ORDER for column in FRAMES[what]]
    _fill(book.create_sheet("columns"), ["sheet", "column", "type", "meaning"], meanings)
    method = [[line.label, line.text] for line in report.method]
    method = [["", limit] for limit in report.limits] + method
    method += [[line.label, line.text] for line in report.trust]
    method += [[say("heading", "failures"), failure] for failure in report.failures]
    _fill(book.create_sheet("method"), ["what", "value"], [*method, ["", report.neutral]])
    book.properties.title, book.properties.creator = report.title[:250], "numeric-claims-audit"
    book.properties.created = EPOCH
    out = io.BytesIO()
    book.save(out)
    return _without_clock(out.getvalue())


def _findings(report: Report) -> Iterator[list[str]]:
    """What there is to read, in the order of every report: one row a finding, after what was not read or checked."""
    for limit in report.limits:
        yield ["", "!", limit, *[""] * (len(_FINDINGS) - 3)]
    for group in report.groups:
        for finding in group.findings:
            quotes = " / ".join("".join(piece.text for piece in quote.pieces) for quote in finding.quotes)
            more = "; ".join(f"{line.label}: {line.text}" for line in finding.lines)
            yield [
                f"{finding.document}:{finding.number}",
                f"{finding.sign} {finding.label}",
                finding.title,
                quotes,
                finding.source,
                finding.working,
                " ".join(finding.implied),
                more,
            ]
        for line in group.lines:
            yield ["", group.heading, line, *[""] * (len(_FINDINGS) - 3)]


def _fill(sheet: Worksheet, names: list[str], table: list[list[Any]]) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.append(names)
    for cell in sheet[1]:
        cell.font = Font(bold=True, color=LIGHT["ground"].lstrip("#"))
        cell.fill = PatternFill("solid", start_color=LIGHT["ink"].lstrip("#"))
    for number, row in enumerate(table, start=2):
        for column, value in enumerate(row, start=1):
            if value is None:
                continue
            cell = sheet.cell(number, column)
            if isinstance(value, str) or (isinstance(value, float) and math.isinf(value)):
                cell.value = str(value)[:LONGEST]
                cell.data_type = "s"  # or openpyxl takes '=1+1' for a formula
                if cell.value.startswith(("=", "+", "-", "@")):
                    cell.quotePrefix = True
            else:
                cell.value = value
                if isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"
    for column, name in enumerate(names, start=1):
        longest = max((len(str(row[column - 1])) for row in table if row[column - 1] is not None), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(WIDEST, max(len(name) + 3, longest + 2))
    sheet.freeze_panes = "A2"
    if table:
        sheet.auto_filter.ref = sheet.dimensions


def _without_clock(content: bytes) -> bytes:
    """The same archive with one fixed time in all its places."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
