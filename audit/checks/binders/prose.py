"""Reads each sentence once as a skeleton and hands it to the families of constructions in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from audit.checks.binders import change, limits, multiple, product, roles, share, total
from audit.checks.evidence import Evidence, evidence, may_hold, possible
from audit.checks.gaps import by_sentence
from audit.checks.proposal import Proposal
from audit.checks.skeleton import Skeleton, join, skeleton
from audit.claims.claim import Claim
from audit.document import Document, Sentence

__all__ = ["Statement", "bind", "sentences"]

_FAMILIES: tuple[Callable[[Skeleton], Iterator[Proposal]], ...] = (
    change.propose,
    share.propose,
    total.propose,
    product.propose,
    multiple.propose,
    limits.propose,
)
_PAIRS: tuple[Callable[[Skeleton], Iterator[Proposal]], ...] = (
    change.propose_pair,
    total.propose_pair,
    product.propose_pair,
)


_REACH = 5
"""Sentences behind a headline or lead in which the figures of its change may stand."""
_FAR = "whether both sentences speak of the same figure"


def bind(document: Document, claims: Sequence[Claim]) -> Iterator[Proposal]:
    """What sentences derive, alone, each with the one before it, and a headline or lead with those after it.

    A sentence is read only if it has, or has together with the one before it, all that some construction needs.
    """
    last: Statement | None = None
    opening: Statement | None = None
    for sentence in sentences(document, claims):
        if len(sentence.claims) > 1 and may_hold(sentence.evidence, across=False) and sentence.skeleton is not None:
            for family in _FAMILIES:
                yield from family(sentence.skeleton)
        if last is not None and last.is_beside(sentence):
            pair = last.join(sentence)
            if pair is not None:
                for family in _PAIRS:
                    yield from family(pair)
        if opening is not None and opening.opens(sentence):
            pair = opening.join(sentence)
            if pair is not None:
                for proposal in change.propose_pair(pair):
                    yield replace(proposal, doubts=(*proposal.doubts, _FAR))
        last = sentence
        opening = opening or sentence


class Statement:
    """A sentence and its figures; what it has and how it reads is worked out when it is asked for."""

    def __init__(self, document: Document, sentence: Sentence, claims: list[Claim], count: int) -> None:
        self._document, self._sentence, self._count = document, sentence, count
        self.claims = claims

    @cached_property
    def evidence(self) -> Evidence:
        return evidence(self._sentence.text, self._document.words_of(self._sentence), self.claims)

    @cached_property
    def skeleton(self) -> Skeleton | None:
        return skeleton(self._document, self.claims, self.evidence, self._count)

    def is_beside(self, following: Statement) -> bool:
        """Whether the other follows it, in its paragraph or at the head of the next, and they have three figures."""
        one, other = self._sentence, following._sentence
        return (
            other.index == one.index + 1
            and other.paragraph - one.paragraph <= 1
            and len(self.claims) + len(following.claims) > 2
        )

    def opens(self, following: Statement) -> bool:
        """Whether it is the headline or the lead, and the other one of the sentences that may give the figures behind it."""
        apart = following._sentence.index - self._sentence.index
        return self._sentence.index <= 1 and 1 < apart <= _REACH and not self.is_beside(following)

    def join(self, following: Statement) -> Skeleton | None:
        """Both together; None where they have not what is needed to derive one figure from others."""
        both = self.evidence.beside(following.evidence)
        if not may_hold(both, across=True):
            return None
        able = possible(both, across=True)
        if not able and both.classes.isdisjoint(roles.SHARES):  # without a share no roles are looked for either
            return None
        other = following.numbered_from(self._count + len(self.claims))
        return None if self.skeleton is None or other is None else join(self.skeleton, other, both, able)

    def numbered_from(self, count: int) -> Skeleton | None:
        """Its skeleton with placeholders that go on from those of a sentence that is not the one before it."""
        if count == self._count:
            return self.skeleton
        return skeleton(self._document, self.claims, self.evidence, count)


def sentences(document: Document, claims: Sequence[Claim]) -> Iterator[Statement]:
    """The sentences that have figures, in order; of figures that lie in one another the first."""
    count = 0
    for here in by_sentence(claims):
        assert here[0].sentence is not None
        apart: list[Claim] = []
        for claim in here:
            if not apart or claim.figure.start >= apart[-1].figure.end:
                apart.append(claim)
        yield Statement(document, here[0].sentence, apart, count)
        count += len(apart)
