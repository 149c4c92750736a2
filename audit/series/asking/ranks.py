"""'Birchland had the most deaths', 'Kestrel was the deadliest province': the one value named ranks first."""

from __future__ import annotations

from collections.abc import Iterator

from audit.claims.claim import Claim
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import pack
from audit.series.asking.bind import Bound
from audit.series.asking.question import Question, Rows, Term
from audit.series.asking.scene import Scene
from audit.series.asking.sentence import Heard
from audit.series.asking.target import is_row
from audit.text.document import Document

__all__ = ["ranked"]

_WORDS = ("most", "highest", "worst-hit", "deadliest", "bloodiest", "hardest-hit", "busiest")


def ranked(heard: Heard, document: Document, scene: Scene) -> Iterator[Bound]:
    """The claim that a value ranks first, if the sentence names one value and one column."""
    words = heard.tokens.words
    deadly = pack()["asking"]["deadly"]["killed"]
    for at in range(heard.begin, heard.end):
        word = words[at]
        if word not in _WORDS or heard.text(at - 1, at) == "at" or len(heard.stretches) > 1:
            continue
        said = {one.concept for one in heard.between(at, heard.end)}
        mentions = [one for one in scene.values.mentions(heard.words, heard.begin) if one.column]
        of_kind = {scene.subjects.kinds[one] for one in said if one in scene.subjects.kinds}
        if word in deadly:
            said, by_kind = {"killed"}, True
        else:
            by_kind = False
        found = scene.subjects.named(frozenset(said), frozenset())
        ranked_ = [one for one in mentions if one.column in of_kind] if of_kind else mentions
        if len(ranked_) != 1 or len(found) != 1 or (by_kind and not of_kind):
            return
        if any(is_row(one.concept) for one in heard.between(at, at + 3)) or (not of_kind and heard.spots):
            return
        (one,) = ranked_
        others = tuple((m.column, m.value) for m in mentions if m is not one)
        when = heard.stretches[0] if heard.stretches else None
        rows = Rows(others, when.first if when else None, when.last if when else None)
        start, end = heard.tokens.starts[at], heard.tokens.ends[at]
        figure = Figure(start, end, document.text[start:end], Interval.of(1), kind=Kind.RANK)
        claim = Claim(figure, document, 0, heard.sentence)
        term = Term("sum", (found[0].column,), rows)
        yield Bound(claim, (Question(term, "rank", ranked=(one.column, one.value)),), not others)
        return
