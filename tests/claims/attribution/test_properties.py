"""What holds for every text: spans that point into it, one answer a figure, the same answer each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.claims.attribution import attribute
from audit.claims.attribution.accept import shares
from audit.claims.claim import CueKind
from audit.document import Document
from audit.figures.figure import Figure
from audit.interval import Interval

_PIECES = st.sampled_from(
    [
        "The army",
        "said",
        "that",
        "12",
        "died",
        ",",
        ".",
        "“",
        "”",
        "according to",
        "Ann Poe",
        "who",
        "could not verify",
        "those claims",
        "\n\n",
        ":",
        "if",
        "presuming",
        "reportedly",
        "told",
        "the daily",
        "as saying",
        "he",
        "'s",
        "(",
        ")",
    ]
)
_TEXTS = st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=40).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.lists(st.floats(0, 1), max_size=4))
def test_every_span_points_into_the_text(text: str, places: list[float]) -> None:
    starts = sorted({int(place * max(0, len(text) - 1)) for place in places}) if text else []
    figures = [Figure(start, start + 1, text[start : start + 1], Interval.of(1)) for start in starts]
    answers = attribute(Document(text), figures)
    assert len(answers) == len(figures)
    for attribution, _ in answers:
        assert attribution.chain[0].kind is CueKind.PUBLISHER
        spans = [span for link in attribution.chain for span in (link.source, link.cue) if span is not None]
        for span in [*spans, *(hedge.cue for hedge in attribution.hedges)]:
            assert text[span.start : span.end] == span.text
        for hedge in attribution.hedges:
            assert 0 <= hedge.start < hedge.end <= len(text)
    assert attribute(Document(text), figures) == answers


@given(st.lists(st.integers(-(10**6), 10**6), max_size=5))
def test_shares_leave_room_for_none_of_them(candidates: list[int]) -> None:
    found = shares(candidates)
    assert len(found) == len(candidates)
    assert all(0 < share < 1 for share in found) and sum(found) < 1
