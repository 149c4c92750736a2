"""From figures to claims: meanings, links between them, time, place, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from audit.claims.attribution import attribute
from audit.claims.claim import Claim, Confidence, Period, PeriodKind, Relation
from audit.claims.meaning import Meaning, find_meanings
from audit.claims.places import Places
from audit.claims.populations import population
from audit.claims.times import Times
from audit.figures import find_figures
from audit.figures.figure import Figure
from audit.text.document import Document, Sentence

__all__ = ["find_claims"]


def find_claims(
    text: str | Document, *, figures: tuple[Figure, ...] | None = None, convention: str = "plain"
) -> tuple[Claim, ...]:
    """The claims of a text, in order: one for each figure, and one for each victim without a number.

    A figure that is no quantity (a date, a rank, a score), or stands in a language that is not read, has a source and a
    status and counts nothing.

    `figures` are those of `find_figures`, if they are known already; `convention` names the table for vague words.
    """
    document = text if isinstance(text, Document) else Document(text)
    found = find_figures(document, convention=convention) if figures is None else figures
    meanings = find_meanings(document, found)
    attributed = attribute(document, tuple(meaning.figure for meaning in meanings))
    wholes = _wholes(meanings)
    parts: dict[int, list[int]] = {}
    for part, whole in wholes.items():
        parts.setdefault(whole, []).append(part)
    times, places = Times(document), _PlaceReader(document)
    claims = []
    for index, (meaning, (attribution, status)) in enumerate(zip(meanings, attributed, strict=True)):
        sentence, figure = meaning.sentence, meaning.figure
        if not figure.is_quantity or not document.is_read_at(figure.start):
            claims.append(Claim(figure, document, index, sentence, attribution=attribution, status=status))
            continue
        measured = sentence is not None and bool(meaning.measures)
        period = times.period(sentence, figure.start, figure.end) if sentence is not None and measured else None
        claims.append(
            Claim(
                figure,
                document,
                index,
                sentence,
                measures=meaning.measures,
                population=meaning.population or population(figure),
                place=places.near(sentence, figure.end),
                as_of=times.as_of(sentence, figure.start) if sentence is not None else document.published,
                period=period,
                attribution=attribution,
                status=meaning.status or status,
                relation=_relation(meaning, index in wholes, period, times),
                included_in=wholes.get(index),
                includes=tuple(parts.get(index, ())),
                confidence=Confidence.HIGH if meaning.sure else Confidence.LOW,
                measure_cue=meaning.cue,
                implied=meaning.implied,
            )
        )
    return tuple(claims)


class _PlaceReader:
    """The places of the sentence asked about last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sentence: Sentence | None = None
        self._places: Places | None = None

    def near(self, sentence: Sentence | None, offset: int) -> str | None:
        if sentence is None:
            return None
        if sentence is not self._sentence or self._places is None:
            self._sentence, self._places = sentence, Places(self._document, sentence)
        return self._places.near(offset)


def _relation(meaning: Meaning, part: bool, period: Period | None, times: Times) -> Relation | None:
    """A part stays a part; a count since a date, or of so many a day, is the background of an event."""
    if part or meaning.relation is Relation.SUBSET:
        return Relation.SUBSET if part else None
    if period is not None and period.kind in (PeriodKind.SINCE, PeriodKind.PER):
        return Relation.BACKGROUND
    if meaning.measures and meaning.sentence is not None and times.background(meaning.sentence, meaning.figure.end):
        return Relation.BACKGROUND
    return meaning.relation


def _wholes(meanings: Sequence[Meaning]) -> dict[int, int]:
    """Index of each part -> index of its whole: the one of the same list, else the last count of the measure before it.

    'Of them' finds its whole in the same sentence or the one before; further back nothing is a whole.
    """
    if not any(meaning.partitive or meaning.whole is not None for meaning in meanings):
        return {}
    at = {meaning.figure.start: index for index, meaning in enumerate(meanings) if not meaning.implied}
    last: dict[str, int] = {}
    found: dict[int, int] = {}
    for index, meaning in enumerate(meanings):
        if meaning.whole is not None and meaning.whole in at:
            found[index] = at[meaning.whole]
        elif meaning.partitive:
            whole = next((last[measure] for measure in meaning.measures if measure in last), None)
            if whole is not None and _near(meanings[whole], meaning):
                found[index] = whole
        if not meaning.partitive and not meaning.implied:
            last.update((measure, index) for measure in meaning.measures)
    return found


def _near(whole: Meaning, part: Meaning) -> bool:
    if whole.sentence is None or part.sentence is None:
        return False
    return part.sentence.index - whole.sentence.index <= 1
