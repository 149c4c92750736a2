"""Audits the numbers in news text and casualty statistics.

It finds every figure, says who claims it about what, recomputes every figure that is derived from others, compares
figures across documents and over time, and writes attributed reports. It never says which figure is true; it says which
figures do not fit together, by how much, and what would make them fit.

    >>> import audit
    >>> [figure.text for figure in audit.find_figures("The army said 70 shafts and a 900 m tunnel were destroyed.")]
    ['70', '900 m']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from audit.display import Face, show_through
from audit.when_pandas import register_accessor

if TYPE_CHECKING:
    from audit.checks.check import Check, Operation, Verdict
    from audit.claims import casualties, find_claims
    from audit.claims.claim import Attribution, Claim, Status
    from audit.errors import AuditError
    from audit.figures import find_figures
    from audit.figures.figure import Bound, Figure, Kind
    from audit.figures.rounding import Policy
    from audit.interval import Interval
    from audit.ledger import Ledger
    from audit.pipeline import check, check_file
    from audit.result import Audit, Part
    from audit.series import check_table
    from audit.text.document import Document, Sentence, Span

__all__ = [
    "Attribution",
    "Audit",
    "AuditError",
    "Bound",
    "Check",
    "Claim",
    "Document",
    "Figure",
    "Interval",
    "Kind",
    "Ledger",
    "Operation",
    "Part",
    "Policy",
    "Sentence",
    "Span",
    "Status",
    "Verdict",
    "casualties",
    "check",
    "check_file",
    "check_table",
    "find_claims",
    "find_figures",
]
__version__ = "0.1.0"

_HOME = {
    "audit.checks.check": ("Check", "Operation", "Verdict"),
    "audit.claims": ("casualties", "find_claims"),
    "audit.claims.claim": ("Attribution", "Claim", "Status"),
    "audit.errors": ("AuditError",),
    "audit.figures": ("find_figures",),
    "audit.figures.figure": ("Bound", "Figure", "Kind"),
    "audit.figures.rounding": ("Policy",),
    "audit.interval": ("Interval",),
    "audit.ledger": ("Ledger",),
    "audit.pipeline": ("check", "check_file"),
    "audit.result": ("Audit", "Part"),
    "audit.series": ("check_table",),
    "audit.text.document": ("Document", "Sentence", "Span"),
}
"""Where each public name lives; it is imported when it is first asked for, so that `import audit` takes no time."""

_MODULE = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _MODULE:
        raise AttributeError(f"module 'audit' has no attribute {name!r}")
    value = getattr(import_module(_MODULE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE})


def _when_asked(module: str, name: str) -> Any:
    """A function of a module that is imported when it is first called."""
    return lambda *values: getattr(import_module(module), name)(*values)


show_through(
    Face(
        html=_when_asked("audit.report.notebook", "html"),
        frame=_when_asked("audit.frames", "to_frame"),
        write=_when_asked("audit.report", "write"),
    )
)
register_accessor()
