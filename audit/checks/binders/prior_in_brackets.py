"""The figure of the year before in brackets behind this year's, as annual reports print it: 'fell 25% to 90 (120)'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from audit.checks.binders.directions import directions
from audit.checks.check import Operand, Operation
from audit.checks.formulas import fall, rise
from audit.checks.gaps import after, before, between, by_sentence
from audit.checks.language import words_of
from audit.checks.proposal import Candidate, Proposal, Slip
from audit.checks.vetoes import doubts
from audit.claims.claim import Claim
from audit.document import Document
from audit.figures.figure import Kind

__all__ = ["prior_in_brackets"]

_BRACKET = re.compile(
    r"^(?: (?:at|in|for|during|by) [^\d():;,]{1,30})? ?\((?:[^\d():;]{0,25} )?(?:(?:19|20)\d\d ?: ?)?$"
)
_CLOSED = re.compile(r"^ ?\)")
_TO = re.compile(r"^[^;:()\d]{0,60}? (?:to|was|were|totall?ed|at|amounted to|came to|reached|stood at) ?$")
_BEHIND = re.compile(r"^ ?\)(?: in [^;:()]{1,20})?,? ")
_LEVELS = (Kind.MONEY, Kind.COUNT, Kind.MEASURE)
_DIGITS = re.compile(r"[\d.,]+")
_DECIMALS = re.compile(r"\.(\d+)")


def prior_in_brackets(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """One proposal for each percentage beside a figure with another of its unit in brackets."""
    if "(" not in document.text or ("%" not in document.text and "cent" not in document.text):
        return
    for here in by_sentence(claims):
        if here[0].sentence is None or "(" not in here[0].sentence.text:
            continue
        for place in range(len(here) - 1):
            new, old = here[place], _in_unit_of(here[place], here[place + 1])
            if old is None or not _BRACKET.match(between(new, old)) or not _CLOSED.match(after(old)):
                continue
            if place and _is_percent(here[place - 1]) and _TO.match(between(here[place - 1], new)):
                yield from _change(here[place - 1], old, new)
            elif place + 2 < len(here) and _is_percent(here[place + 2]) and _is_beside(old, here[place + 2]):
                yield from _change(here[place + 2], old, new)


def _is_percent(claim: Claim) -> bool:
    return claim.figure.kind is Kind.PERCENT


def _is_beside(old: Claim, change: Claim) -> bool:
    """Whether the change follows the bracket: '(120), a decrease of 25%'."""
    gap = between(old, change)
    found = _BEHIND.match(gap)
    return found is not None and words_of("change_after").search(gap, found.end() - 1) is not None


def _in_unit_of(new: Claim, old: Claim) -> Claim | None:
    """The figure in brackets, in the unit and scale of the one before it if it leaves them out; None if of another."""
    if new.figure.kind not in _LEVELS or new.figure.words is not None:
        return None
    if new.figure.unit == old.figure.unit and new.figure.kind is old.figure.kind:
        return old
    if old.figure.precision > 1 and old.figure.kind is Kind.COUNT and old.figure.unit is old.figure.noun is None:
        return replace(old, figure=replace(old.figure, unit=new.figure.unit, kind=new.figure.kind))
    if not _DIGITS.fullmatch(old.figure.text) or old.figure.unit is not None or old.figure.noun is not None:
        return None
    decimals = _DECIMALS.search(new.figure.text)
    scale = new.figure.precision * 10 ** (len(decimals[1]) if decimals else 0)
    figure = replace(old.figure, value=old.figure.value * scale, precision=old.figure.precision * Fraction(scale))
    return replace(old, figure=replace(figure, unit=new.figure.unit, kind=new.figure.kind))


def _change(change: Claim, old: Claim, new: Claim) -> Iterator[Proposal]:
    lead, tail = before(change), after(change)
    words = [found.group() for found in words_of("any_change").finditer(lead[-60:])][-1:]
    words += [found.group() for found in words_of("any_change").finditer(tail[:25])][:1]
    if not words:
        return
    rises = directions()[words[0]] > 0
    operands = (Operand(old, "old"), Operand(new, "new"))
    slips = (Slip("new_figure_as_base", fall(old=1, new=0) if rises else rise(old=1, new=0)),)
    reading = Candidate(
        "change on the figure in brackets",
        operands,
        rise() if rises else fall(),
        "{1} / {0} − 1" if rises else "1 − {1} / {0}",
        slips=slips,
    )
    yield Proposal(Operation.PERCENT_CHANGE, change, (reading,), doubts=doubts(lead, f"{lead[-40:]}|{tail[:40]}"))
