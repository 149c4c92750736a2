"""'some of its ground forces' beside 'all its troops': words that say how large a part, as text beside text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from audit.claims.attribution import attribute
from audit.claims.claim import Claim, Confidence
from audit.figures.figure import Figure, Kind
from audit.interval import Interval
from audit.lang import load
from audit.ledger.names import people_key, singular
from audit.text.document import Document
from audit.vocabulary import kept

__all__ = ["head", "part_claims"]


def part_claims(document: Document, after: int) -> Iterator[Claim]:
    """A claim for each quantifier before a counted noun; `after` is the number of claims that the document has already.

    Its figure is a share of the whole as an interval, in the words of the text, and its meaning is not sure: the claim is
    for setting beside another's words, never for working out.
    """
    figures = tuple(_figures(document))
    attributed = attribute(document, figures) if figures else ()
    for index, (figure, (attribution, status)) in enumerate(zip(figures, attributed, strict=True), start=after):
        yield Claim(
            figure,
            document,
            index,
            document.sentence_at(figure.start),
            population=figure.phrase.text if figure.phrase else None,
            as_of=document.published,
            attribution=attribution,
            status=status,
            confidence=Confidence.LOW,
        )


def _figures(document: Document) -> Iterator[Figure]:
    for match in _pattern().finditer(document.text):
        people = people_key(match["noun"])
        sentence = document.sentence_at(match.start())
        last = match["noun"].split()[-1].lower()
        # a part of one thing ('part of the country') is a place or a manner of speaking; of several it is a count
        if not people or singular(last) == last or sentence is None or match.end() > sentence.end:
            continue
        yield Figure(
            match.start(),
            match.end(),
            match.group(),
            _share(_names()[" ".join(match["words"].lower().split())]),
            kind=Kind.FRACTION,
            noun=singular(last),
            phrase=document.span(match.start("noun"), match.end("noun")),
            words=match.group(),
        )


def head(claim: Claim) -> frozenset[str]:
    """Key of the last word of the counted noun phrase: 'ground forces' and 'troops' have the same."""
    return people_key((claim.population or "").split()[-1])


@kept
def _pattern() -> re.Pattern[str]:
    words = load("quantifiers")
    all_words = sorted(_names(), key=lambda word: (-len(word), word))
    stops = "|".join(words["between"]["stops"])
    determiners = "|".join(words["between"]["determiners"])
    noun = rf"(?!(?:{stops})\b)[^\W\d_][\w’'-]*"
    longest = words["between"]["longest"] - 1
    quantifier = "|".join(word.replace(" ", r"\s") for word in all_words)
    return re.compile(
        rf"\b(?P<words>{quantifier})\s(?:(?:{determiners})\s)?(?P<noun>{noun}(?:\s{noun}){{0,{longest}}})",
        re.IGNORECASE,
    )


@kept
def _names() -> dict[str, str]:
    tables = load("quantifiers")
    return {word: name for name, table in tables.items() for word in table.get("words", ())}


def _share(name: str) -> Interval:
    table = load("quantifiers")[name]
    return Interval(
        Fraction(table["low"]), Fraction(table["high"]), table.get("low_open", False), table.get("high_open", False)
    )
