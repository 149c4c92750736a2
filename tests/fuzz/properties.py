"""What holds of every input, whatever it is."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

from audit import Document, find_claims
from audit.errors import ProgramError, UnreadableError
from audit.pipeline import check_document
from audit.read import Limits, read_many
from audit.report.data import to_json
from audit.result import Audit, Part

__all__ = ["bytes_hold", "claims_hold", "text_holds"]

LIMITS = Limits(memory=300, seconds=5)


def text_holds(text: str, *, twice: bool = True) -> None:
    """It is audited without an error, twice to the same end; offsets point to their words; the JSON is JSON.

    What is asked `twice`, the same end and the JSON, takes longer than all the rest.
    """
    found = check_document(Document(text))
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.text
    for check in found.checks:
        words = check.claim.figure  # of 'both people' no figure is printed, and no claim is made
        assert text[words.start : words.end] == words.text
        own = found.claims[check.claim.index] if check.claim.index >= 0 else check.claim
        assert own.figure.start < words.end and words.start < own.figure.end  # a date stands for its day of the week
    if twice:
        assert _shown(found) == _shown(check_document(Document(text)))
        json.load(StringIO(to_json(Audit((found,)))))


def claims_hold(text: str) -> None:
    """Its figures are told of someone, and stand where they say."""
    for claim in find_claims(Document(text)):
        assert text[claim.figure.start : claim.figure.end] == claim.figure.text
        for link in claim.attribution.chain:
            for span in (link.source, link.cue):
                assert span is None or text[span.start : span.end] == span.text


def bytes_hold(content: bytes, path: Path) -> None:
    """A file of these bytes gives documents and failures, none of which is a fault of the program."""
    path.write_bytes(content)
    for found in read_many([path], limits=LIMITS):
        assert not isinstance(found, ProgramError), found
        assert isinstance(found, Document | UnreadableError)
        assert "\n" not in str(found)


def _shown(part: Part) -> list[object]:
    return [
        *((figure.start, figure.end, figure.value, figure.kind, figure.unit) for figure in part.figures),
        *((claim.measures, claim.place, claim.population, str(claim.attribution)) for claim in part.claims),
        *((check.operation, check.verdict, check.working, check.missing) for check in part.checks),
    ]
