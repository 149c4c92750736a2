"""What holds for every text: spans that point into it, one answer a figure, the same answer each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.claims.attribution import attribute
from audit.claims.attribution.accept import shares
from audit.claims.attribution.candidates import find_candidates, may_speak
from audit.claims.attribution.hedges import may_weaken, weakenings
from audit.claims.attribution.tokens import tokenize
from audit.claims.claim import CueKind
from audit.figures.figure import Figure
from audit.interval import Interval
from audit.text.document import Document
from audit.text.words import words_in

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


@given(st.text(max_size=60), st.integers(0, 20))
def test_tokens_stand_where_they_say(text: str, start: int) -> None:
    document = Document(text)
    tokens = tokenize(document, start, len(text))
    for i, word in enumerate(tokens.words):
        found = document.lowered[tokens.starts[i] : tokens.end(i)]
        assert found.replace("’", "'") == word and not any(map(str.isspace, word))
    assert "".join(document.lowered[start:].split()).replace("’", "'") == "".join(tokens.words)


@given(st.lists(_PIECES, max_size=30).map(" ".join))
def test_a_sentence_that_is_passed_over_has_nothing(text: str) -> None:
    tokens = tokenize(Document(text), 0, len(text))
    assert may_speak(text, words_in(text)) or not find_candidates(tokens)
    assert may_weaken(words_in(text)) or not weakenings(tokens)


def test_a_sentence_of_disclaimers_gives_each_figure_only_the_nearest() -> None:
    text = "we could not verify the claim that 12 died, " * 200
    figure = Figure(text.index("12"), text.index("12") + 2, "12", Interval.of(12))
    (attribution, _), *_ = attribute(Document(text), [figure])
    assert 0 < len(attribution.hedges) < 100
