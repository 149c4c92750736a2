"""The reading of a sentence as data: its tokens with their classes, its figures with the words that place them, its names,
its dates and its lists."""

from __future__ import annotations

from datetime import date
from typing import Any

from audit import show
from audit.explain.relations import printed
from audit.result import Part
from audit.syntax import Mention, Reading, read
from audit.syntax.capitals import names_in
from audit.syntax.coordinations import coordinations
from audit.syntax.enumeration import Enumeration

__all__ = ["sentence_data"]


def sentence_data(part: Part, number: int) -> dict[str, Any]:
    """What was read in a sentence, by its number from 1."""
    reading, sentence = read(part.document, part.claims), part.document.sentences[number - 1]
    begin, end = reading.bounds[sentence.index]
    mentions = [m for m in reading.mentions if m.sentence == sentence.index and m.type != "implied"]
    collectives = [m for m in reading.collectives if m.sentence == sentence.index]
    classes = reading.tokens.classes
    return {
        "document": part.document.name,
        "sentence": number,
        "text": show.text(" ".join(sentence.text.split())),
        "tokens": [{"text": _words(reading, at, at + 1), "class": classes[at] or None} for at in range(begin, end)],
        "figures": [_figure(reading, mention) for mention in mentions],
        "collectives": [
            {**printed(reading, m.figure), "of": m.head or None, "low": m.low, "high": m.high} for m in collectives
        ],
        "topic": sorted(mentions[0].words) if mentions else [],
        "names": [_words(reading, first, last) for first, last in names_in(reading, begin, end)],
        "dates": [
            {
                "text": show.text(moment.text),
                "from": date.fromordinal(moment.low).isoformat(),
                "to": date.fromordinal(moment.high).isoformat(),
                "year_known_from": moment.known,
            }
            for moment in reading.moments.days
            if begin <= moment.first < end and moment.start >= 0
        ],
        "lists": [_list(reading, found) for found in coordinations(reading, begin, end)],
    }


def _words(reading: Reading, first: int, last: int) -> str:
    tokens = reading.tokens
    return show.text(" ".join(reading.document.text[tokens.starts[first] : tokens.ends[last - 1]].split()))


def _figure(reading: Reading, mention: Mention) -> dict[str, Any]:
    place = reading.places[mention.number]
    return {
        **printed(reading, mention.figure),
        "type": mention.type,
        "of": mention.head or None,
        "modifiers": sorted(mention.modifiers),
        "determiner": mention.determiner or None,
        "some_of_a_whole": mention.partitive,
        "value": show.figure(mention.figure),
        "bound": str(mention.figure.bound),
        "governed_by": place.governor,
        "behind": sorted(place.behind),
        "year": place.year,
        "clause": place.clause + 1,
    }


def _list(reading: Reading, found: Enumeration) -> dict[str, Any]:
    return {"items": [_words(reading, item.first, item.last) for item in found.items], "form": list(found.traits)}
