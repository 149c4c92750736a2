"""The whole road: text in, `Audit` out."""

from __future__ import annotations

from audit.checks import find_checks
from audit.claims import find_claims
from audit.document import Document
from audit.figures import find_figures
from audit.figures.rounding import Policy
from audit.result import Audit, Part

__all__ = ["check", "check_document"]


def check_document(document: Document, *, policy: Policy = Policy.TWO_FIGURE, convention: str = "plain") -> Part:
    """All that is found in one document."""
    figures = find_figures(document, convention=convention)
    claims = find_claims(document, figures=figures, convention=convention)
    return Part(document, figures, claims, find_checks(document, claims, policy=policy))


def check(source: str | Document, *, policy: Policy | str = Policy.TWO_FIGURE, convention: str = "plain") -> Audit:
    """Audit a text or a document."""
    document = source if isinstance(source, Document) else Document(source)
    policy = Policy(policy)
    return Audit((check_document(document, policy=policy, convention=convention),), policy, convention)
