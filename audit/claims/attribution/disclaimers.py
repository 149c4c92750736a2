"""Disclaimers ('could not independently verify those claims') and the sentences that they govern."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from audit.claims.attribution.phrases import Phrases, phrases
from audit.claims.attribution.tokens import tokenize
from audit.claims.claim import Hedge, HedgeKind
from audit.lang import load
from audit.text.document import Document, Sentence, Span
from audit.vocabulary import kept

__all__ = ["disclaimers", "find_disclaimers"]

_BACK = 6
"""A disclaimer of several claims reaches back over so many sentences at most, and over one end of a paragraph."""
_PASSED = 1
"""Sentences that state nothing and may stand between."""
_NEAR = 8
"""Words between a disclaimer and its object."""
_WINDOW = 250
"""Characters on either side of a disclaimer in which a figure of its own sentence is looked for."""


@kept
def _words() -> dict[str, Any]:
    table: dict[str, Any] = load("hedges")["disclaimer"]
    return table


@kept
def _phrases() -> Phrases:
    return phrases({"disclaimer": _words()["phrases"]})


def find_disclaimers(document: Document) -> Iterator[Span]:
    """Every 'could not verify' and its like, in order."""
    for tokens, found in _phrases().in_document(document):
        yield found.span(tokens)


def disclaimers(document: Document, states: Callable[[int], bool]) -> dict[int, list[Hedge]]:
    """By number of sentence, the disclaimers that govern it.

    `states(i)` tells whether sentence i gives somebody's words; only such sentences are disclaimed by a later one.
    """
    found: dict[int, list[Hedge]] = {}
    for cue in find_disclaimers(document):
        sentence = document.sentence_at(cue.start)
        if sentence is None:
            continue
        governed = _governed(document, sentence, cue, states)
        if not governed:
            continue
        start, end = governed[0].start, governed[-1].end
        hedge = Hedge(cue, HedgeKind.DISCLAIMER, start, end)
        for one in governed:
            found.setdefault(one.index, []).append(hedge)
    return found


def _governed(document: Document, sentence: Sentence, cue: Span, states: Callable[[int], bool]) -> list[Sentence]:
    """The sentences that it governs, in order; none if its object is no claim ('could not verify his age')."""
    low, high = max(sentence.start, cue.start - _WINDOW), min(sentence.end, cue.end + _WINDOW)
    after = tokenize(document, cue.end, high).words[:_NEAR]
    before = tokenize(document, low, cue.start).words[-_NEAR:]
    table = _words()
    objects = table["objects"]
    named = next((w for w in after if w in objects), None) or next((w for w in reversed(before) if w in objects), None)
    if named is None:
        return []
    # 'fired 12 rockets, a figure that could not be verified', 'could not verify the claim that 12 died'
    digits = any(character.isdigit() for character in document.text[low:high])
    if digits:
        return [sentence]
    sentences, several = document.sentences, named in table["plural"]
    opens = sentence.index == 0 or sentences[sentence.index - 1].paragraph != sentence.paragraph
    floor = sentence.paragraph - (1 if several or opens else 0)
    governed, passed = [sentence], 0
    for one in reversed(sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if one.paragraph < floor or (not several and len(governed) > 1):
            break
        if states(one.index) or (one.index == sentence.index - 1 and not opens):
            governed.append(one)
        else:
            passed += 1
            if passed > _PASSED:
                break
    return governed[::-1]
