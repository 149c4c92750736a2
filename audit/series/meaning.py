"""What a figure of a text counts, as far as a table asks: the measure, of whom, whether it is a running total.

The claim's own words say it mostly. Two constructions say it elsewhere: a line of a bulletin, whose label is read as the
name of a column is ('Deaths in the past 24 hours: 11'), and a running total ('bringing the toll to 41,020'), which counts
what the figure before it in the sentence counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit.claims.claim import Claim, PeriodKind, Relation
from audit.lang import load
from audit.series.names import parse_name
from audit.text.words import alternatives
from audit.vocabulary import kept

__all__ = ["Meaning", "meanings", "parts_named"]

_LABEL = re.compile(r"[^\w\n]{0,6}(?P<label>[^\n:]{3,80}):[ \t]*")
_BEFORE = 120
"""Characters before a figure in which the words of a running total are looked for."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """`running` is True for a running total, False for what is new, None if the words do not say."""

    measure: str
    part: frozenset[str]
    running: bool | None


def meanings(claims: Sequence[Claim]) -> list[Meaning | None]:
    """The meaning of each claim, None where the words name no measure or speak of something else."""
    found: list[Meaning | None] = []
    for i, claim in enumerate(claims):
        earlier = found[i - 1] if i and claim.sentence and claims[i - 1].sentence is claim.sentence else None
        found.append(_of_line(claim) or _of_total(claim, earlier) or _of_words(claim))
    return found


def parts_named(words: str) -> frozenset[str]:
    """The parts that words name: {'children'} for '12 minors'."""
    return frozenset(_groups()[word] for word in words.lower().replace("-", " ").split() if word in _groups())


def _of_words(claim: Claim) -> Meaning | None:
    if len(claim.measures) != 1:
        return None
    kind = claim.period.kind if claim.period else None
    running = None if kind is None else kind in (PeriodKind.CUMULATIVE, PeriodKind.SINCE)
    if claim.relation is Relation.BACKGROUND and not running:
        return None
    phrase = claim.figure.phrase.text if claim.figure.phrase else ""
    return Meaning(
        claim.measures[0], parts_named(f"{claim.population or ''} {claim.figure.noun or ''} {phrase}"), running
    )


def _of_line(claim: Claim) -> Meaning | None:
    """Of a figure that stands behind a label and a colon at the beginning of a line."""
    text, start = claim.document.text, claim.figure.start
    line = text[max(text.rfind("\n", 0, start) + 1, start - _BEFORE) : start]
    match = _LABEL.fullmatch(line)
    if match is None:
        return None
    name = parse_name(match["label"])
    if name.measure is None:
        return None
    new, total = name.has("new"), name.has("cumulative") or name.perhaps_cumulative
    return Meaning(name.measure, parts_named(match["label"]), total if new != total else None)


def _of_total(claim: Claim, earlier: Meaning | None) -> Meaning | None:
    """Of a figure behind 'bringing the total to', 'the death toll rose to'."""
    start = claim.figure.start
    opens = claim.sentence.start if claim.sentence else 0
    before = claim.document.text[max(opens, start - _BEFORE) : start]
    match = _total().search(before)
    if match is None:
        return None
    measure = parse_name(match["toll"] or match["risen"]).measure or (
        claim.measures[0] if len(claim.measures) == 1 else None
    )
    if measure is not None:
        return Meaning(measure, parts_named(match[0]), True)
    return None if earlier is None else Meaning(earlier.measure, earlier.part, True)


@kept
def _total() -> re.Pattern[str]:
    words = load("running")

    def any_of(*names: str) -> str:
        return "|".join(alternatives(words[name]) for name in names)

    few = r"(?:\W+\w+){0,4}?"
    toll = rf"\b(?P<toll>(?:{any_of('toll')})(?:\W+of)?(?:\W+\w+)?)\b{few}"
    brought = rf"\b(?:{any_of('bringing')})\b{few}\W+{toll}\W+to"
    rose = rf"{toll.replace('?P<toll>', '?P<risen>')}\W+(?:(?:{any_of('rose')})\W+to|stands\W+at|stood\W+at|reached)"
    return re.compile(rf"(?:{brought}|{rose})(?:\W+\w+){{0,2}}\W+$", re.IGNORECASE)


@kept
def _groups() -> dict[str, str]:
    return {word: group for group, words in load("columns")["groups"].items() for word in words}
