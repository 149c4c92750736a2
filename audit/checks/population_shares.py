"""A share of a population: '450,000 people, 30% of the province's population of 1.5 million'.

The population stands in the sentence, earlier in the text, or in a reference table, which has its own source and day; a
claim that only a reference table contradicts is inconsistent only where the user gave the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.checks.check import Operand, Operation
from audit.checks.gaps import after, before, between, by_sentence, counts, first_of
from audit.checks.outside import population_claim
from audit.checks.proposal import Candidate, Formula, Proposal
from audit.claims.claim import Claim
from audit.figures.figure import Kind
from audit.interval import Interval
from audit.lang import load
from audit.reference import Reference
from audit.text.document import Document
from audit.text.words import heads
from audit.vocabulary import kept

__all__ = ["population_shares"]

EARLIER = "whether the population given earlier is the one that is meant"
TABLE = "the population that the text means"
SHARES = (Kind.PERCENT, Kind.FRACTION)


@kept
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: first_of(tuple(found)) for name, found in load("rates").items()}
    whose = r"(?P<whose>[^.;:,()\d]{0,40}?)"
    return {
        "share": re.compile(
            rf"^ of {whose}\b(?:{words['population']})\b(?: of (?P<of>(?-i:the )?[A-Z][^.;:,()\d]{{1,30}}))?"
        ),
        "apart": re.compile(rf"^(?: [^\s,;:.()]+){{0,5}}?(?:,| -| \() ?(?:(?:{words['apart']}) )*$"),
        "whole": re.compile(r"^ of [^.;:()\d]{0,40}population of $"),
        "was": re.compile(rf"\b(?:{words['was']}) (?:about |some )?$"),
        "living": re.compile(rf"^ (?:{words['living']})\b"),
        "narrowed": re.compile(rf"\b(?:{words['narrowed']})\b"),
    }


@kept
def _cues() -> frozenset[str]:
    return heads(load("rates")["population"])


def population_shares(document: Document, claims: Sequence[Claim], tables: Reference) -> Iterator[Proposal]:
    """One proposal for each share of a population that stands beside its part."""
    if document.words.isdisjoint(_cues()) or not any(claim.figure.kind in SHARES for claim in claims):
        return
    last: Claim | None = None
    several = False
    for here in by_sentence(claims):
        for place, claim in enumerate(here):
            if place and claim.figure.kind in SHARES:
                behind = here[place + 1] if place + 1 < len(here) else None
                yield from _share(here[place - 1], claim, behind, last, several, tables)
        for claim in counts(here):
            if claim.figure.words is None and _is_population(claim):
                several = last is not None
                last = claim


def _share(
    part: Claim, share: Claim, behind: Claim | None, last: Claim | None, several: bool, tables: Reference
) -> Iterator[Proposal]:
    patterns = _patterns()
    of = patterns["share"].match(after(share, fold=False))
    if of is None or not patterns["apart"].match(between(part, share)) or part.figure.kind is not Kind.COUNT:
        return
    whose = of["whose"].lower()
    if part.figure.words is not None or part.figure.value.high == 1 or patterns["narrowed"].search(whose):
        return
    if behind is not None and patterns["whole"].match(between(share, behind)):
        yield _proposal(part, share, [behind], ())
    elif last is not None:
        yield _proposal(part, share, [last], () if _is_plain(whose) and not several else (EARLIER,))
    else:
        place = (of["of"] or of["whose"].removesuffix(" ").removesuffix("'s").removesuffix("'")).strip()
        rows = tables.populations_of(place)
        if rows:
            sure = all(row.given for row in rows)
            yield _proposal(part, share, [population_claim(row) for row in rows], () if sure else (TABLE,))


def _is_plain(whose: str) -> bool:
    """'the population', 'its population': no other place is named."""
    return whose.strip() in ("", "the", "its", "their", "the total", "the town's", "the city's", "the village's")


def _is_population(claim: Claim) -> bool:
    patterns = _patterns()
    return bool(patterns["was"].search(before(claim)) or patterns["living"].match(after(claim)))


def _proposal(part: Claim, share: Claim, wholes: list[Claim], doubts: tuple[str, ...]) -> Proposal:
    readings = tuple(
        Candidate(
            "part of the population", (Operand(part, "part"), Operand(whole, "population")), _over(share), "{0} / {1}"
        )
        for whole in wholes
    )
    operation = Operation.PERCENT_OF if share.figure.kind is Kind.PERCENT else Operation.FRACTION_OF
    return Proposal(operation, share, readings, doubts=doubts)


def _over(share: Claim) -> Formula:
    scale = 100 if share.figure.kind is Kind.PERCENT else 1

    def over(values: Sequence[Interval]) -> Interval:
        return values[0] / values[1] * scale

    return over
