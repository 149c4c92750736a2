"""schema.org ClaimReview for findings: what was claimed, by whom, and that it does not fit.

It bears no number: a rating from worst to best would say more than that two figures do not fit together. For the same
reason the review has no author and no date: they are those of whoever publishes it.
"""

from __future__ import annotations

from typing import Any

from audit.checks.check import Check
from audit.report.words import said_by, verdict_words
from audit.show import text
from audit.text.document import Document

__all__ = ["review"]

SHORT = 75
"""Characters that the users of ClaimReview show of a claim."""


def review(check: Check) -> dict[str, Any]:
    """The check as a JSON-LD object, valid against schema.org."""
    claim = check.claim
    sentence = claim.sentence.text if claim.sentence else claim.figure.text
    said: dict[str, Any] = {"@type": "Claim", "text": text(sentence), "appearance": _appearance(claim.document)}
    if claim.attribution is not None and claim.attribution.source is None and claim.attribution.name:
        said["author"] = {"@type": "Organization", "name": text(claim.attribution.name)}
    else:
        # whether a named source is a person or an organization is not known, so it is named in words
        said["creditText"] = said_by(claim)
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": _shortened(text(sentence), text(claim.figure.text)),
        "itemReviewed": said,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": verdict_words(check.verdict)["label"],
            "ratingExplanation": text(check.working),
        },
    }


def _appearance(document: Document) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "name": text(document.title or document.name)}
    if document.publisher:
        work["publisher"] = {"@type": "Organization", "name": text(document.publisher)}
    if document.published:
        work["datePublished"] = document.published.isoformat()
    if document.origin and document.origin.startswith(("https://", "http://")):
        work["url"] = text(document.origin)
    return work


def _shortened(sentence: str, figure: str) -> str:
    """The words round the figure, cut at spaces."""
    if len(sentence) <= SHORT:
        return sentence
    at = max(0, sentence.find(figure) + len(figure) - SHORT + 20)
    piece = sentence[at : at + SHORT]
    left, right = at > 0, at + SHORT < len(sentence)
    if left and " " in piece:
        piece = piece.split(" ", 1)[1]
    if right and " " in piece:
        piece = piece.rsplit(" ", 1)[0]
    return f"{'…' if left else ''}{piece}{'…' if right else ''}"
