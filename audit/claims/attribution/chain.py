"""The chain of sources of a figure, outermost first, each under its fullest name.

Beside the source that fits best, others of the same sentence belong to the chain when they would be accepted without it:
'the paper reported that officials said'. An outlet that a speaker 'told' carries the words: it stands in the chain as a
publisher.
"""

from __future__ import annotations

from audit.claims.attribution.antecedents import antecedent
from audit.claims.attribution.lexicon import lexicon
from audit.claims.attribution.names import Names
from audit.claims.attribution.noun_phrases import named_after
from audit.claims.attribution.sources import Named, Reader
from audit.claims.claim import CueKind, Link
from audit.document import Span
from audit.vocabulary import load

__all__ = ["link", "outlet", "speakers"]

_KINDS = {
    "according": CueKind.ACCORDING_TO,
    "nominal": CueKind.NOMINAL,
    "within": CueKind.EVIDENTIAL,
    "colon": CueKind.COLON,
}
_REMAINDER = 0.6
"""Share of what the best candidate leaves that another needs to belong to the chain."""


def speakers(named: list[Named], best: Named) -> list[Named]:
    """The best candidate and those that its words pass through, outermost first."""
    left = 1 - best.share
    others = [
        one
        for one in named
        if one is not best
        and one.sentence == best.sentence
        and one.share >= _REMAINDER * left
        and one.candidate.head != best.candidate.head
        and one.share >= 0.04
    ]
    return sorted([best, *others], key=_depth)


def _depth(named: Named) -> tuple[int, int]:
    """Order in the chain: a trailing source is outside the clause that it follows, an earlier one outside a later one."""
    candidate = named.candidate
    quotes_another = candidate.order == "according" and candidate.verb == "citing"
    trailing = candidate.edge == "comma" and not quotes_another
    return (0 if trailing else 1, -candidate.cue[0] if trailing else candidate.cue[0])


def link(reader: Reader, names: Names, named: Named) -> Link:
    """The link of one source."""
    head = named.head
    name = names.fullest(head.text, head.start)
    resolved = antecedent(reader, names, named)
    return Link(resolved or name, named.source, named.cue, _kind(named))


def _kind(named: Named) -> CueKind:
    if named.candidate.order in _KINDS:
        return _KINDS[named.candidate.order]
    if named.candidate.verb == "show":
        return CueKind.EVIDENTIAL
    quoted = any(" quoted beside" in feature or feature.startswith("quote.") for feature in named.features)
    return CueKind.DIRECT if quoted else CueKind.INDIRECT


def outlet(names: Names, named: Named) -> Link | None:
    """The outlet that the speaker told: 'told the daily', 'told Reuters'; None where the hearer is no outlet."""
    tokens, candidate = named.tokens, named.candidate
    if tokens.words[candidate.cue[1]] not in ("told", "tells", "tell"):
        return None
    lex = lexicon()
    hearer = named_after(tokens, lex, candidate.cue[1] + 1)
    if hearer is None:
        return None
    first, last = hearer.head
    text = tokens.string(first, last)
    words = tokens.words[first : last + 1]
    span = Span(tokens.starts[first], tokens.ends[last], text)
    cue = Span(
        tokens.starts[candidate.cue[1]],
        tokens.ends[candidate.cue[1]],
        tokens.string(candidate.cue[1], candidate.cue[1]),
    )
    name = text
    if words[-1] in lex.outlets and not tokens.capital(last):
        name = _introduced(names, span.start) or text
    elif text not in load("agencies")["agencies"] and _introduced(names, span.start) != text:
        return None
    return Link(name, span, cue, CueKind.PUBLISHER)


def _introduced(names: Names, offset: int) -> str | None:
    """The outlet that the text introduced last: 'the Israeli newspaper Haaretz'."""
    return names.outlet_before(offset)
