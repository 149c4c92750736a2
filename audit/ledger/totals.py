"""Whether a count is a total that goes on being counted: from a day long before, or a toll that is kept up to date."""

from __future__ import annotations

import re

from audit.claims.claim import Claim, PeriodKind, Relation
from audit.lang import load
from audit.ledger.scene import scene
from audit.ledger.spans import REACH, beyond
from audit.vocabulary import kept

__all__ = ["is_now", "total_of"]

_LEFT = re.compile(r"[,;:—]\s")
_RIGHT = re.compile(r"[;—]\s|,\s(?:and|but|while|bringing|with|including|up|from)\b|\s(?:while|but)\s")


def total_of(claim: Claim, what: str) -> str | None:
    """'since' or 'toll'; None for any other count, and for people who are in a state since an event: those who are missing
    since Sunday's landslide are counted now."""
    kind = claim.period.kind if claim.period else None
    if kind in (PeriodKind.NEW, PeriodKind.PER):
        return None
    words, at = _clause(claim)
    since, toll, perfect = _total_words()
    front = claim.sentence.text[:REACH].lower() if claim.sentence else ""
    lasting = what in load("ledger")["totals"]["lasting"]
    if not lasting and (kind is PeriodKind.SINCE or since.match(front)):
        return "since"
    if not lasting and any(not beyond(words, at, match.start()) for match in since.finditer(words)):
        return "since"
    if front.startswith(tuple(load("ledger")["totals"]["dated"])):
        return "toll"
    if kind is PeriodKind.CUMULATIVE or claim.relation is Relation.UPDATE or toll.search(words):
        return "toll"
    events = scene(claim.sentence.text).events if claim.sentence else frozenset()
    goes_on = bool(events) and events <= set(load("events")["ongoing"]["classes"])
    return "toll" if goes_on and perfect.search(words) else None


def is_now(claim: Claim, what: str) -> bool:
    """Whether its clause says that people are so on the day of the report: 'are missing after Sunday's landslide'."""
    if what not in load("ledger")["totals"]["lasting"] or claim.document.published is None:
        return False
    return _now().search(_clause(claim)[0]) is not None


@kept
def _now() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('ledger')['totals']['now'])})\b")


def _clause(claim: Claim) -> tuple[str, int]:
    """The figure's part of its sentence in lower case, between the marks and words that part one count from the next, and
    where in it the figure ends."""
    sentence, figure = claim.sentence, claim.figure
    if sentence is None:
        return "", 0
    text, at, end = sentence.text, max(0, figure.start - sentence.start), max(0, figure.end - sentence.start)
    far = max(0, at - REACH)
    left = max((match.end() for match in _LEFT.finditer(text, far, at)), default=far)
    right = _RIGHT.search(text, end, end + REACH)
    return text[left : right.start() if right else end + REACH].lower(), end - left


@kept
def _total_words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    tables = load("ledger")["totals"]
    since, toll, perfect = (
        re.compile(rf"\b(?:{'|'.join(map(re.escape, tables[name]))})\b(?!['’]s)")
        for name in ("since", "toll", "perfect")
    )
    return since, toll, perfect
