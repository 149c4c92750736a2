"""Binds a share to its part and its whole: '12 of 48, or 25%', '12, a quarter of the 48', '25% (12 of 48)'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.checks.binders.role_pairs import shares
from audit.checks.check import Operand, Operation
from audit.checks.construction import Match, matches
from audit.checks.formulas import ratio
from audit.checks.language import words_of
from audit.checks.people import is_people
from audit.checks.placeholders import MARK
from audit.checks.proposal import Candidate, Formula, Proposal, Slip
from audit.checks.skeleton import Skeleton
from audit.checks.units import comparable
from audit.checks.vetoes import clause, doubts
from audit.claims.claim import Claim
from audit.figures.figure import Kind

__all__ = ["propose"]

_LISTED = re.compile(rf"{MARK.pattern}[^;:.]{{0,40}}\band (?:[a-z]+ )?$")
_PART_OF_PART = re.compile(r"^ of (?:it|them|these|those|which|whom)\b")
"""'3 million, 1 million of it in May, or 8 percent of the 40 million needed': the share may be that of either."""
_WHOSE = "whether the share is that of the last of several figures alone"
_WHICH = "words that say what it is a share of"


def propose(skeleton: Skeleton) -> Iterator[Proposal]:
    """Every percentage or fraction that the sentence derives from a part and a whole."""
    for match in matches(skeleton, "checks", "share"):
        yield from _share(match, (), skeleton.claims)
    for match in matches(skeleton, "checks", "share_of_strength"):
        yield from _share(match, ())
    for match in matches(skeleton, "checks", "share_in"):
        part, whole = match.claims["part"].figure, match.claims["whole"].figure
        if part.noun is not None and part.noun == whole.noun:
            yield from _share(match, ())
    for match in matches(skeleton, "checks", "share_named"):
        yield from _share(match, () if _are_people(match.claims["whole"]) else (_WHICH,), skeleton.claims)
    for match in shares(skeleton):
        yield from _share(match, (), skeleton.claims)
    for match in matches(skeleton, "checks", "share_perhaps"):
        yield from _share(match, (_WHICH,))


def _are_people(*claims: Claim) -> bool:
    return all(each.figure.noun is not None and is_people(each.figure.noun) for each in claims)


def _share(match: Match, why: tuple[str, ...], stated: Sequence[Claim] = ()) -> Iterator[Proposal]:
    """`stated` are the figures of the sentence, among which another whole may stand that was taken by mistake."""
    share, part, whole = match.claims["share"], match.claims["part"], match.claims["whole"]
    if not (comparable(part.figure, whole.figure) or _are_people(part, whole)) or words_of("breaks").search(
        match.words, match.start, match.end
    ):
        return
    if words_of("more_of").match(match.after("part").lstrip()):
        return
    listed = _LISTED.search(match.words[: match.places["part"]]) and _is_behind(match)
    if listed or (_PART_OF_PART.match(match.after("part")) and match.places["share"] < match.places["whole"]):
        why = (*why, _WHOSE)
    percent = share.figure.kind is Kind.PERCENT
    scale = 100 if percent else 1
    reading = Candidate(
        "part over whole",
        (Operand(part, "part"), Operand(whole, "whole")),
        ratio(scale),
        "{0} / {1}",
        slips=(
            Slip("share_of_the_rest", lambda v: scale / (v[1] / v[0] - 1)),
            Slip("share_upside_down", ratio(scale, part=1, whole=0)),
            *(Slip("other_whole", _over(other, scale)) for other in stated if _is_other_whole(other, part, whole)),
        ),
    )
    operation = Operation.PERCENT_OF if percent else Operation.FRACTION_OF
    yield Proposal(operation, share, (reading,), doubts=why + doubts(clause(match), match.around("share")))


def _is_behind(match: Match) -> bool:
    """Whether a comma stands between the part and its share, and the whole does not: '40 and 25, half of the 130'."""
    part, share, whole = (match.places[name] for name in ("part", "share", "whole"))
    return part < share and not part < whole < share and "," in match.words[part:share]


def _is_other_whole(other: Claim, part: Claim, whole: Claim) -> bool:
    """Whether the figure counts what the whole counts, and is neither it nor the part."""
    alike = other.figure.kind is whole.figure.kind and other.figure.unit == whole.figure.unit
    return alike and other is not whole and other is not part and other.figure.words is None


def _over(other: Claim, scale: int) -> Formula:
    return lambda values: values[0] / other.figure.value * scale
