"""The noun `Statement`: a claim with the keys by which it is compared with claims of other documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from audit.claims.claim import Claim, Status
from audit.figures.figure import Kind
from audit.ledger.acts import act_of
from audit.ledger.counted import at_work, counted, degree_of, is_part, is_wanted
from audit.ledger.names import name_key, singular
from audit.ledger.scene import Scene, front, lead, opening, scene
from audit.ledger.setting import day_of, days_named
from audit.ledger.spans import REACH, spans
from audit.ledger.things import thing_of
from audit.ledger.totals import is_now, total_of
from audit.ledger.where import where_of

__all__ = ["Statement", "statement", "statements"]

_COMPARED = frozenset({Status.ASSERTED, Status.REPORTED, Status.PRESUMED, Status.INFERRED})
_KINDS = frozenset(
    {Kind.COUNT, Kind.PERCENT, Kind.FRACTION, Kind.RATE, Kind.MONEY, Kind.MEASURE, Kind.RATIO, Kind.MULTIPLE}
)
_YEAR = re.compile(r"((?:1[89]|20)\d\d)(?<![\d.,-]\d{4})(?![\d%]|[.,]\d)")


@dataclass(frozen=True, eq=False)
class Statement:
    """What a claim counts, of whom, where and when, each as a key that does not depend on the spelling."""

    claim: Claim
    what: str
    """The measure or measures, else what is counted (`things.thing_of`)."""
    unit: str | None
    people: frozenset[str]
    beside: frozenset[str]
    """Words that narrow the people down ('garment' of 'garment workers')."""
    place: str | None
    """Of the claim itself, else of the heading above it; None if neither names one."""
    place_name: str | None
    """The same as printed."""
    extent: frozenset[str]
    """'wide' if its words call the place a province or the like, 'narrow' if a town; empty if neither."""
    sentence: Scene
    lead: Scene
    front: Scene
    """The title and the first sentence."""
    day: date | None
    published: date | None
    source: str | None
    """Key of the outermost source that the text names."""
    degree: frozenset[str]
    """How badly: 'seriously' for 'seriously injured'."""
    total: str | None
    """'since' for a count from a day long before, 'toll' for one that is kept up to date, None for any other."""

    @cached_property
    def spans(self) -> frozenset[str]:
        """Keys of the stretches of time that its clause names ('in April'); asked for only where two are compared."""
        return spans(self.claim)

    @property
    def running(self) -> bool:
        """Whether it is a total that goes on being counted."""
        return self.total is not None

    @property
    def date(self) -> date | None:
        """When it was said: the publication, else the day that it speaks of."""
        return self.published or self.day

    @property
    def names(self) -> frozenset[str]:
        """Names in its sentence and in the lead of its document."""
        return self.sentence.names | self.lead.names

    @property
    def located(self) -> frozenset[str]:
        """Names of its sentence, else of the lead, that stand where a place stands."""
        return self.sentence.located or self.lead.located

    @cached_property
    def scenes(self) -> frozenset[str]:
        """Names that stand where a place stands, in its sentence and in the first words of its document."""
        return self.sentence.located | opening(self.claim.document)

    @property
    def words(self) -> frozenset[str]:
        return self.sentence.words | self.lead.words

    @property
    def forms(self) -> frozenset[str]:
        """All words of its sentence and of the beginning of its document, in the singular."""
        return frozenset(singular(word) for word in self.sentence.forms | self.lead.forms)

    @property
    def events(self) -> frozenset[str]:
        """Classes of what happened: those of its sentence, else those of the first words of its document."""
        return self.sentence.events or self.front.events

    @property
    def sites(self) -> frozenset[str]:
        """Classes of where or to what: those of its sentence, else those of the first words of its document."""
        return self.sentence.sites or self.front.sites

    @property
    def told(self) -> frozenset[str]:
        """Classes of what happened, where and to what, anywhere in its sentence and the beginning of its document."""
        return frozenset().union(*(one for s in (self.sentence, self.lead) for one in (s.events, s.sites)))


def statements(claims: Iterable[Claim]) -> Iterator[Statement]:
    """The claims that can be compared across documents, in order."""
    for claim in claims:
        made = statement(claim)
        if made is not None:
            yield made


def statement(claim: Claim, *, day: date | None = None) -> Statement | None:
    """The statement of a claim; None for one that nobody asserts, that prints no amount or of which
    nothing says what it counts. `day` is the day of which it speaks, if that is known."""
    figure = claim.figure
    act = act_of(claim)
    what = act.name if act else "+".join(sorted(claim.measures)) or thing_of(claim)
    if what is None or claim.status not in _COMPARED or figure.kind not in _KINDS or claim.implied:
        return None
    if is_part(claim) or is_wanted(claim) or _is_of_another_year(claim):
        return None
    near = _near(claim)
    total, published = total_of(claim, what), claim.document.published
    if claim.measures or act:
        day = published if is_now(claim, what) else day or day_of(claim)
    else:
        day = published if total == "since" else day or day_of(claim)
        if day == published and not days_named(claim):
            return None  # of a thing without a day of its own nothing says which count of it this is
    where, whom = where_of(claim, near), counted(claim, act)
    told, top = scene(claim.sentence.text if claim.sentence else ""), front(claim.document)
    named = claim.attribution.source if claim.attribution else None
    return Statement(
        claim=claim,
        what=what,
        unit=figure.unit if figure.per is None else f"{figure.unit or ''} / {figure.per}",
        people=at_work(whom.who, told.sites or top.sites),
        beside=whom.beside,
        place=where.key,
        place_name=where.name,
        extent=where.extent,
        sentence=told,
        lead=lead(claim.document),
        front=top,
        day=day,
        published=published,
        source=name_key(claim.attribution.name) if claim.attribution and named else None,
        degree=degree_of(claim),
        total=total,
    )


def _is_of_another_year(claim: Claim) -> bool:
    """Whether its sentence names years, and none of them is that of the day that the claim is taken to speak of."""
    day = claim.as_of or claim.document.published
    years = {int(year) for year in _YEAR.findall(_near(claim))}
    return day is not None and bool(years) and day.year not in years


def _near(claim: Claim) -> str:
    """As much of its sentence as can bear on the figure: sentences of a dump of data have no end."""
    sentence, figure = claim.sentence, claim.figure
    return (
        claim.document.text[max(sentence.start, figure.start - REACH) : min(sentence.end, figure.end + REACH)]
        if sentence
        else ""
    )
