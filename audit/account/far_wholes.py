"""A count of those that the text has counted long before, more of them: '412 civilians were killed in October. ... (eight
sentences) ... Landmines were responsible for 36 deaths'.

No word says that it is a part; a noun, a kind or what befell them ties the two, and the text told the whole first.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.binding import Binding, Role
from audit.account.features import Beginning, Prefixed, additional, around, crossed, distance, heads, measured, topics
from audit.account.identity import identity
from audit.account.some_of import Some, some_of
from audit.account.wholes import befell, tied
from audit.syntax import Mention, Reading
from audit.syntax.sets import sets

__all__ = ["far_wholes"]

_BACK = 3
"""Sentences back in which `parts` looks for a whole."""
_TIES = frozenset(("noun", "both", "befell", "compound", "kind", "people"))
_TIE = Prefixed("tie:")
_OPENS = 1
"""Tokens before a bare figure that begins its sentence."""
_BETWEEN = 5
"""Figures back beyond which it looks for none."""
_MOST = 2
_LEAD = 2
"""Sentences at the head of a text."""
_CROSSED = Beginning("tie", "topic", "heads", "measure", "whole", "part", "place", "source", "a:", "b:")


def far_wholes(reading: Reading) -> Iterator[Binding]:
    """Every count that no word makes a part, with the first count of the text that may be its whole.

    - `far.count`: '27 attacks were recorded. ... Ambulances were hit in 13 cases'; none of '27 clinics ... 13 cases'
    """
    known = reading.once(some_of)
    for part in reading.mentions:
        if part.type != "count" or (part.first, part.last) in known:
            continue
        called = reading.once(befell, part)
        if not part.head and not part.claim.measures:
            called = _those_before(reading, part)
            if not called:
                continue
        some = Some(part, "far", part.head, called, 0, part.first)
        far = [each for each in tied(reading, some, known) if _is_far(part, each.whole)]
        first = [each for each in far if each.tie in _TIES and each.first][:_MOST]
        for each in first:
            yield _binding(reading, part, each.whole, each.tie)


def _those_before(reading: Reading, part: Mention) -> frozenset[str]:
    """What befell those of whom the sentence before tells without a number: 'Doctors saw the freed. Seven were treated'."""
    begin, _ = reading.bounds[part.sentence]
    if part.first - begin > _OPENS or not part.sentence or part.sentence - 1 in reading.by_sentence:
        return frozenset()
    start, end = reading.bounds[part.sentence - 1]
    return sets(reading.document.language or "en").called(reading.tokens.words[start:end])


def _is_far(part: Mention, whole: Mention) -> bool:
    apart = part.sentence - whole.sentence
    return apart > _BACK or (apart > 0 and part.number - whole.number > _BETWEEN) or not part.head


def _binding(reading: Reading, part: Mention, whole: Mention, tie: str) -> Binding:
    rule = "far.count"
    features = [
        _TIE[tie],
        distance(reading, whole, part),
        heads(whole, part),
        *topics(whole, part),
        *measured(whole, part),
        *additional(whole, part),
        *identity(whole, part),
        "whole:lead" if whole.sentence < _LEAD else "whole:body",
        f"whole:{whole.determiner or 'none'}",
        f"part:{part.determiner or 'none'}",
        "paragraph:same" if whole.paragraph == part.paragraph else "paragraph:other",
    ]
    features += crossed(rule, _CROSSED.of(features))
    features += [*around(reading, whole, "a"), *around(reading, part, "b")]
    return Binding("subset", rule, part, (Role("whole", whole),), (rule, *features), chance=0.6)
