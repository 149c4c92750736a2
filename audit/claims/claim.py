"""The nouns `Claim`, `Attribution` and what they are made of: a figure with its meaning and those who state it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from audit.display import Displayed
from audit.figures.figure import Figure
from audit.text.document import Document, Sentence, Span

__all__ = [
    "Attribution",
    "Claim",
    "Confidence",
    "CueKind",
    "Hedge",
    "HedgeKind",
    "Link",
    "Period",
    "PeriodKind",
    "Relation",
    "Status",
]


class CueKind(StrEnum):
    """How the words name a source."""

    DIRECT = "direct"  # "...", she said
    INDIRECT = "indirect"  # the army said that ...
    ACCORDING_TO = "according_to"  # according to the army
    NOMINAL = "nominal"  # a report by the UN that ...
    EVIDENTIAL = "evidential"  # records show ...
    COLON = "colon"  # The ministry: 12 dead
    PUBLISHER = "publisher"  # nobody else is named: whoever published the text says it


class Confidence(StrEnum):
    HIGH = "high"
    LOW = "low"


class HedgeKind(StrEnum):
    HEDGE = "hedge"  # reportedly, allegedly, claimed
    DISCLAIMER = "disclaimer"  # cannot independently verify those claims
    PRESUMPTION = "presumption"  # presuming, assuming, if


class Status(StrEnum):
    """How firmly the text states it."""

    ASSERTED = "asserted"
    REPORTED = "reported"  # hedged: claimed, reportedly, allegedly
    PRESUMED = "presumed"  # the presupposition of something else: presuming, assuming
    INFERRED = "inferred"  # would suggest, implies: worked out by whoever says it
    DENIED = "denied"
    PLANNED = "planned"  # plans, targets, forecasts
    HYPOTHETICAL = "hypothetical"


class PeriodKind(StrEnum):
    NEW = "new"  # in this event, on this day
    CUMULATIVE = "cumulative"  # a running total
    SINCE = "since"  # a running total from a named start
    PER = "per"  # so many a day


class Relation(StrEnum):
    """How a claim stands to the one before it that counts the same thing."""

    SUBSET = "subset"  # including, of whom, among them: never added
    ADDITION = "addition"  # another, more, a further
    UPDATE = "update"  # bringing the toll to, rose to: takes the place of the earlier figure
    BACKGROUND = "background"  # another event or period


@dataclass(frozen=True, slots=True)
class Link:
    """One source in a chain.

    Of the kind `publisher` is whoever only carries the words: the publisher itself, whose `source` is None and whose
    `cue` is what its name was inferred from, if it was; and an outlet that a speaker told ('told the daily').
    """

    name: str
    """The source's fullest name in the text ('Defense Minister Yoav Gallant' for 'he'); else its own words."""
    source: Span | None
    cue: Span | None
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken a claim, with the stretch of text that they govern."""

    cue: Span
    kind: HedgeKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: a chain, outermost first (publisher, agency, speaker), and what weakens it."""

    chain: tuple[Link, ...]
    hedges: tuple[Hedge, ...] = ()
    confidence: Confidence = Confidence.HIGH

    @property
    def source(self) -> Span | None:
        """The outermost source that the text names; None if only the publisher speaks."""
        return next((link.source for link in self.chain if link.kind is not CueKind.PUBLISHER), None)

    @property
    def cue(self) -> Span | None:
        """The cue of the outermost source that the text names."""
        return next((link.cue for link in self.chain if link.kind is not CueKind.PUBLISHER), None)

    @property
    def name(self) -> str:
        """The outermost named source's fullest name, else the publisher's."""
        named = next((link.name for link in self.chain if link.kind is not CueKind.PUBLISHER), None)
        return named or (self.chain[0].name if self.chain else "")


@dataclass(frozen=True, slots=True)
class Period:
    """What stretch of time a count covers. Ends are None where the text does not say."""

    kind: PeriodKind
    start: date | None = None
    end: date | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim(Displayed):
    """A figure with its meaning. `index` is its place among its document's claims, to which the links refer.

    An operand that is no claim of the text's own (a date, a figure of a reference table) has the index -1.
    """

    figure: Figure
    document: Document
    index: int
    sentence: Sentence | None = None
    measures: tuple[str, ...] = ()
    """What is counted, in the vocabulary's names ('killed', 'injured', 'strength'); two for 'dozens killed and wounded'."""
    population: str | None = None
    """Of whom or of what ('Hamas fighters'); None where the text does not say."""
    place: str | None = None
    as_of: date | None = None
    period: Period | None = None
    attribution: Attribution | None = None
    status: Status = Status.ASSERTED
    relation: Relation | None = None
    included_in: int | None = None
    """`index` of the claim of which this one counts a part ('of whom 10 were children')."""
    includes: tuple[int, ...] = ()
    """`index`es of the claims that count parts of this one."""
    confidence: Confidence = Confidence.HIGH
    measure_cue: Span | None = None
    """The words that say what is counted ('killed', 'the death toll')."""
    locator: str | None = None
    """Of a cell of a table, where it stands ('row 17, column killed_cum')."""
    implied: bool = False
    """Whether no number is printed and the words name the counted themselves ('the driver was killed' is 1)."""

    @property
    def measure(self) -> str | None:
        return self.measures[0] if self.measures else None
