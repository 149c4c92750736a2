"""Puts every document of a corpus through the whole road and writes one Parquet data set.

    audit.corpus.run(["articles/"], "audited/")

`audited/` then holds a folder for each table of `audit.columns.CORPUS` (documents, figures, claims, checks, operands,
failures), with one part file for each unit of work, and `run.json`, which says what was asked for. Started again on the
same folder, a run that was cut short goes on where it was.
"""

from __future__ import annotations

from audit.corpus.run import run
from audit.corpus.settings import Settings
from audit.corpus.tally import FAULT, Tally

__all__ = ["FAULT", "Settings", "Tally", "run"]
