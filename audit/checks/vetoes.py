"""Words that say that a figure rests on another base than the one printed beside it: it is not called inconsistent."""

from __future__ import annotations

import re
from functools import cache

from audit.checks.construction import Match
from audit.vocabulary import load

__all__ = ["clause", "clause_before", "doubts"]


@cache
def _cues() -> tuple[tuple[bool, re.Pattern[str], str], ...]:
    return tuple(
        (
            veto.get("near", False),
            re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(cue) for cue in veto['cues'])})(?!\w)"),
            veto["missing"],
        )
        for veto in load("checks")["vetoes"]
    )


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(rf"[;:]|\b(?:{'|'.join(load('checks')['words']['breaks'])})\b|, and ")


def clause(match: Match) -> str:
    """The words of the clause, or clauses, in which the construction stands, subject and tail included."""
    after = _breaks().search(match.words, match.end)
    tail = match.words[match.start : after.start() if after else len(match.words)]
    return clause_before(match.words, 0, match.start) + tail


def clause_before(words: str, start: int, end: int) -> str:
    """What stands before the end in its clause, which begins at the start or later."""
    return words[max((found.end() for found in _breaks().finditer(words, start, end)), default=start) : end]


def doubts(clause: str, around: str = "") -> tuple[str, ...]:
    """What is missing because of words of the clause, or of those round the figure; empty if nothing speaks against it."""
    return tuple(missing for near, pattern, missing in _cues() if pattern.search(around if near else clause))
