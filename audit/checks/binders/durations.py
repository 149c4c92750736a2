"""A length of time against the dates that stand with it.

Bound by construction only: 'from D to D, a period of N days'; 'N days, from D to D'; 'on D, N months after ... D';
'D ... N days later, on D'; 'since D, N months ago' against the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from audit.checks.check import Operand, Operation
from audit.checks.elapsed import DAYS, days_of, elapsed
from audit.checks.gaps import Patterns, first_of, left
from audit.checks.outside import date_claim, published_claim
from audit.checks.proposal import Proposal
from audit.claims.claim import Claim
from audit.dates import DateMention, find_dates
from audit.document import Document
from audit.figures.figure import Kind
from audit.vocabulary import load
from audit.words import alternatives

__all__ = ["durations", "span_of_dates"]

_COMMON_YEAR = date(2001, 7, 1)
"""In the middle of a year without a 29th of February."""
REACH = 90
"""Characters within which a length of time and its dates stand."""


@cache
def _patterns() -> Patterns:
    words = load("durations")

    def one(name: str) -> str:
        return alternatives(words[name])

    spelt = {
        "from": rf"\b(?:{one('from')})\s+(?:about\s+)?$",
        "to": rf"^\s*(?:{one('to')})\s*(?:on\s+)?$",
        "link": rf"^[\s,;:(\-–—]*(?:(?:{one('link')})\s+)*$",
        "linked_back": r"^[\s,;:(\-–—]*$",
        "after": rf"^\s+(?:{one('after')})\s+(?:[^\d.;:]{{0,60}}\s)?(?:on\s+|of\s+)?$",
        "beside": rf"^[\s,(\-–—]*(?:(?:{one('link')})\s+)*$",
        "later": rf"^\s+(?:{one('later')})\b[\s,(]*(?:[^\d.;:]{{0,40}}\s)?(?:on\s+)?$",
        "ago": r"^[\s,(\-–—]*(?:exactly\s+|just\s+|about\s+|some\s+|more than\s+)?$",
        "began": rf"\b(?:{one('began')})\s+(?:(?:on|in)\s+)?$",
        "ended": rf"^[^.;:\d]{{0,40}}\b(?:{one('ended')})\s+(?:(?:on|in)\s+)?$",
        "lasted": rf"^,?\s+(?:and\s+)?(?:{one('lasted')})\s+(?:for\s+)?$",
        "after_all": r"^,?\s+after\s+$",
        "named": r"^\s+[^.;:,\d]{1,50}$",
    }
    return Patterns(spelt, re.IGNORECASE)


def durations(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each length of time whose construction names both its ends."""
    for claim in claims:
        figure, sentence = claim.figure, claim.sentence
        if figure.kind is not Kind.DURATION or figure.unit not in DAYS or sentence is None or figure.words is not None:
            continue
        start, end = max(sentence.start, figure.start - 2 * REACH), min(sentence.end, figure.end + 2 * REACH)
        found = [
            mention
            for mention in find_dates(document.text, start, end)
            if mention.end <= figure.start or mention.start >= figure.end
        ]
        if found:
            proposal = (
                _span(document, claim, found)
                or _began(document, claim, found)
                or _after(document, claim, found)
                or _later(document, claim, found)
                or _ago(document, claim, found)
            )
            if proposal is not None:
                yield proposal


def _span(document: Document, claim: Claim, found: list[DateMention]) -> Proposal | None:
    """'from D to D, a period of N days' and 'N days, from D to D'."""
    text, patterns, figure = document.text, _patterns(), claim.figure
    for first, last in pairwise(found):
        joined = patterns["to"].match(text[first.end : last.start]) if last.start - first.end < REACH else None
        led = patterns["from"].search(text[max(0, first.start - 20) : first.start])
        if not (joined and led):
            continue
        lead = first.start - (len(led.group()))
        if last.end <= figure.start:
            tied = patterns["link"].match(text[last.end : left(claim)])
        else:
            tied = patterns["linked_back"].match(text[figure.end : lead]) if figure.end <= lead else None
        if tied:
            return _proposal(document, claim, first, last)
    return None


def span_of_dates(document: Document, start: int, end: int) -> tuple[Operand, Operand] | None:
    """The two days of 'from D to D' between the offsets; None if there are other dates, or none."""
    found = find_dates(document.text, start, end)
    if len(found) != 2:
        return None
    first, last = found
    led = _patterns()["from"].search(document.text[max(start, first.start - 20) : first.start])
    if not led or not _patterns()["to"].match(document.text[first.end : last.start]):
        return None
    return _ends(document, first, last)


def _began(document: Document, claim: Claim, found: list[DateMention]) -> Proposal | None:
    """'began on D and ended on D, lasted N months', 'the N-day truce began on D and ended on D'."""
    text, patterns, figure = document.text, _patterns(), claim.figure
    for first, last in pairwise(found):
        begun = patterns["began"].search(text[max(0, first.start - 30) : first.start])
        if not begun or not patterns["ended"].match(text[first.end : last.start]):
            continue
        if last.end <= figure.start:
            gap = text[last.end : left(claim)]
            tied = patterns["lasted"].match(gap) or patterns["after_all"].match(gap)
            if tied or (patterns["beside"].match(text[last.end : left(claim)]) and _is_later(claim)):
                return _proposal(document, claim, first, last)
        elif (
            figure.end <= first.start and "-" in figure.text and patterns["named"].match(text[figure.end : first.start])
        ):
            return _proposal(document, claim, first, last)
    return None


def _is_later(claim: Claim) -> bool:
    """Whether the length is how much later the last date is."""
    text = claim.document.text[claim.figure.end : claim.figure.end + 20]
    return re.match(rf"\s+(?:{first_of(tuple(load('durations')['later']))})\b", text) is not None


def _after(document: Document, claim: Claim, found: list[DateMention]) -> Proposal | None:
    """'on D, N months after ... D' and 'D ... N days later, on D'."""
    text, patterns, figure = document.text, _patterns(), claim.figure
    before = next((mention for mention in reversed(found) if mention.end <= figure.start), None)
    behind = next((mention for mention in found if mention.start >= figure.end), None)
    if before is None or behind is None or behind.start - figure.end > REACH:
        return None
    tail = text[figure.end : behind.start]
    if patterns["later"].match(tail):
        return _proposal(document, claim, before, behind)
    after = patterns["after"].match(tail)
    if after and patterns["beside"].match(text[before.end : left(claim)]):
        backwards = tail.split()[0].lower() == "before"
        return _proposal(document, claim, *((before, behind) if backwards else (behind, before)))
    return None


def _later(document: Document, claim: Claim, found: list[DateMention]) -> Proposal | None:
    """'signed on D, it collapsed on D, N months later': the sentence has these two dates and no other."""
    text, figure = document.text, claim.figure
    if len(found) != 2 or found[1].end > figure.start or not _is_later(claim):
        return None
    if _patterns()["beside"].match(text[found[1].end : left(claim)]):
        return _proposal(document, claim, found[0], found[1])
    return None


def _ago(document: Document, claim: Claim, found: list[DateMention]) -> Proposal | None:
    """'on D, N months ago': up to the day of publication."""
    text, patterns, figure = document.text, _patterns(), claim.figure
    if not re.match(r"\s+ago\b", text[figure.end : figure.end + 8]) or document.published is None:
        return None
    before = found[0] if len(found) == 1 and found[0].end <= figure.start else None
    if before is None or not patterns["ago"].match(text[before.end : left(claim)]):
        return None
    return _proposal(document, claim, before, None)


def _crosses_february(first: DateMention, last: DateMention) -> bool:
    """Whether the time between two days without a year depends on the year."""
    return last.month < first.month or first.month <= 2 < last.month


def _proposal(document: Document, claim: Claim, first: DateMention, last: DateMention | None) -> Proposal | None:
    """`last` is None for the day of publication. A year that is left out is that of the other date, then of publication."""
    ends = _ends(document, first, last)
    if ends is None or claim.figure.unit is None:
        return None
    return Proposal(Operation.DURATION, claim, elapsed(*ends, claim.figure.unit))


def _ends(document: Document, first: DateMention, last: DateMention | None) -> tuple[Operand, Operand] | None:
    """Both days as operands; None if one of them is not known."""
    known = next((m.exact for m in (first, last) if m is not None and m.exact is not None), document.published)
    if known is None and last is not None and not _crosses_february(first, last):
        known = _COMMON_YEAR
    start = days_of(first, known)
    end = None if last is None else days_of(last, known)
    if start is None or (last is not None and end is None):
        return None
    begin = Operand(date_claim(document, first.start, first.end, start), "from")
    if last is None or end is None:
        close = Operand(published_claim(document), "to")
    else:
        close = Operand(date_claim(document, last.start, last.end, end), "to")
    return begin, close
