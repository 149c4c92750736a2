"""Everything that the road loads and compiles at first use, loaded: for a process that is forked into workers.

Such a server takes modules to import and nothing else, so importing this one does the work: it audits a short text that
touches most of the vocabulary. A worker then starts with it and pays nothing (0.8 s of imports, vocabularies and patterns).
"""

from __future__ import annotations

import gc

import pyarrow.parquet  # noqa: F401  (the parts are written with it)

import audit.corpus.unit  # noqa: F401  (what a worker calls)
from audit.frames import columns
from audit.pipeline import check
from audit.text.document import Document

__all__: list[str] = []

_TEXT = """\
PORT ARDEN (Wire) -- At least 12 people were killed and 30 wounded on Monday, including 4 children, the mayor said. That
brought the toll since 1 May to 48, of whom 9 were soldiers. "We lost two of our five trucks, or 40%," a driver said.

Sales rose by 10% to $110 million from $100 million, according to the report. Exports fell from 80 tonnes to 60 tonnes,
a quarter less. Of the 200 votes, 120 were in favor, 60% of the total. The figure was 5 percentage points up from 55%.

Three quarters of the 40 houses, or 30, were destroyed in the six months since January; dozens of families left. Ten
crates at $5 each cost $50. The army reportedly sent 3,000 to 4,000 men, twice as many as in 2019, along 3 km of road.
"""

for _frame in ("figures", "claims", "checks", "operands"):
    columns(check(Document(_TEXT)), _frame)
gc.freeze()  # what is here stays: workers that look it over for garbage would only copy its memory
gc.set_threshold(
    20_000, 20, 20
)  # a document makes many objects and hardly a circle; to look for one took a tenth of the time
