"""The pictures of an audit, each in a file of its own: what does not fit, what could not be checked, and the strip."""

from __future__ import annotations

import re
from pathlib import Path

from audit.files import remove_own
from audit.picture import MARK
from audit.report import pictures
from audit.report.build import build
from audit.result import Audit

__all__ = ["MOST", "write_gallery"]

_NAMES = re.compile(r"(?:finding-\d+\.(?:png|svg)|card-\d+\.png|strip\.png)")
MOST = 20
"""Findings that get pictures of their own; each takes about half a second, and the reports hold all."""


def write_gallery(audit: Audit, folder: Path) -> tuple[list[Path], int]:
    """Write the pictures; returns their paths and the number of findings that were left out.

    Each finding that does not fit, then each that could not be checked, numbered through in the order of the report:
    `finding-1.png`, `finding-1.svg` and `card-1.png` (1200 x 675 pixels); and `strip.png`, all quantities by size. Pictures
    of an earlier run are removed: a finding that there is no more is not to be forwarded.
    """
    report = build(audit)
    found = [finding for finding in report.findings if finding.group != "fit"]
    paths = []
    for number, finding in enumerate(found[:MOST], start=1):
        names = (f"finding-{number}.png", f"finding-{number}.svg")
        paths += [pictures.finding(finding.check, folder / name, policy=audit.policy) for name in names]
        paths.append(pictures.card(finding.check, folder / f"card-{number}.png", policy=audit.policy))
    if any(article.sizes for article in report.articles):
        paths.append(pictures.strip(audit, folder / "strip.png"))
    remove_own(folder, _NAMES, MARK, paths)
    return paths, len(found[MOST:])
